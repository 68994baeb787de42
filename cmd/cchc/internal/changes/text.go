// Package changes tells a comparison of two rule sets: [Text] for a terminal, [Markdown] for a document, [WriteRecords] for
// scripts. All three say the same, in the order of package compare.
package changes

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// textPage writes a comparison for the terminal, at most textWidth letters wide and readable without colour.
type textPage struct {
	strings.Builder
	d      compare.Changes
	colour bool
}

// Text is the comparison for the terminal: by number, by identity, and the reconciliation.
func Text(d compare.Changes, colour bool) string {
	p := &textPage{d: d, colour: colour}
	before, after := d.Sides()
	p.title("SO SÁNH BỘ CHỈ SỐ: " + strings.ToUpper(after) + " VỚI " + strings.ToUpper(before))
	p.paragraph(fmt.Sprintf("Nay: %s. Trước: %s.", d.After.Basis, d.Before.Basis))
	for _, remark := range d.Remarks {
		p.paragraph(Remark(remark))
	}
	if d.Empty() {
		p.paragraph("Không có khác biệt.")
		return p.String()
	}
	p.title("1. THEO SỐ THỨ TỰ, NHƯ PHỤ LỤC CỦA VĂN BẢN")
	p.letter()
	p.title("2. THEO NỘI DUNG")
	p.identity()
	p.title("3. ĐỐI CHIẾU SỐ LIỆU")
	p.reconcile()
	return p.String()
}

func Remark(p problem.Problem) string { return "Lưu ý: " + p.Text() + " " + p.Remedy() }

func (p *textPage) title(text string) {
	if p.Len() > 0 {
		p.WriteByte('\n')
	}
	p.WriteString(p.bold(text) + "\n")
}

func (p *textPage) paragraph(text string) {
	p.WriteString(strings.Join(terminal.Wrap(terminal.Plain(text), terminal.TextWidth), "\n") + "\n")
}

// letter is the first view, in the letter's columns; their names are shortened where there is no room.
func (p *textPage) letter() {
	before, _ := p.d.Sides()
	t := &terminal.Grid{Columns: []terminal.GridColumn{{Width: 7}, {Width: 36}, {Width: 5, Right: true}, {Width: 6, Right: true}, {Width: 9}, {Width: 19}, {Width: 12}}}
	t.Add(nil, "STT", "Lĩnh vực/Tiêu chí/Thành phần", "Tối đa", "Thay đổi", "Tình trạng", "Nội dung "+before, "Tình trạng")
	t.Rule()
	for _, row := range p.d.Rows {
		if row.InLetter() {
			l := row.Letter
			change := numberWords(l.Change)
			t.Add(p.rowColours(row.Level, l.Change), row.LetterNumber(), row.Criterion().Name, numberWords(row.LetterMax()), change, l.Status(), l.OldName, l.Content())
		}
	}
	t.Rule()
	t.Add(nil, "", "TỔNG CỘNG", expr.FormatNumber(p.d.After.Total), "", "", "", "")
	p.WriteString(t.String())
}

// numberWords is a number; "" for none.
func numberWords(d decimal.NullDecimal) string {
	if !d.Valid {
		return ""
	}
	return expr.FormatNumber(d.Decimal)
}

// identity is the second view: what changed in each area, with the points that add up to its change.
func (p *textPage) identity() {
	t := &terminal.Grid{Columns: []terminal.GridColumn{{Width: 13}, {Width: 78}, {Width: 7, Right: true}}}
	for _, detail := range p.d.Set {
		t.Add(nil, "Bộ chỉ số", detail.String(), "")
	}
	for _, area := range p.d.Summary.Areas {
		p.area(t, area)
	}
	for _, like := range p.d.Proposals {
		t.Add(nil, like.Before.Number+" → "+like.After.Number, fmt.Sprintf("Tên giống nhau %d%%, có phải cùng một tiêu chí? “%s” và “%s”. Nếu phải, ghi was trong bộ chỉ số.",
			like.Likeness, like.Before.Name, like.After.Name), "")
	}
	p.WriteString(t.String())
}

func (p *textPage) area(t *terminal.Grid, area compare.AreaSum) {
	lines := area.Lines()
	if len(lines) == 0 && area.Change().IsZero() {
		return
	}
	before, after := area.Maxima()
	head := compare.Line{Number: criterionNumber(area.After), Was: criterionNumber(area.Before)}
	t.Add(p.boldRow, numbers(head), fmt.Sprintf("%s: %s → %s điểm", area.Area().Name, expr.FormatNumber(before), expr.FormatNumber(after)), signed(area.Change()))
	last := ""
	for _, line := range lines {
		if who := numbers(line); who != last {
			t.Add(nil, "  "+who, line.Name, "")
			last = who
		}
		points := ""
		if line.Points.Valid {
			points = signed(line.Points.Decimal)
		}
		addIndented(t, p.pointColours(line.Points), lineText(line), points)
	}
}

// numbers names a criterion by its numbers: "5.4", "5.5 → 5.4", "(5.4)" where it is gone.
func numbers(line compare.Line) string {
	switch {
	case line.Number == "":
		return "(" + line.Was + ")"
	case line.Was == "" || line.Was == line.Number:
		return line.Number
	}
	return line.Was + " → " + line.Number
}

func lineText(line compare.Line) string {
	switch {
	case line.Class == compare.ClassNew || line.Class == compare.ClassDropped:
		return line.What + ": " + line.Old + line.New
	}
	return compare.Detail{Label: line.What, Old: line.Old, New: line.New}.String()
}

// addIndented writes a row whose text stands in under the name above it.
func addIndented(t *terminal.Grid, paint func(int, string) string, text, points string) {
	inner := &terminal.Grid{Columns: []terminal.GridColumn{{Width: 15}, {Width: 76}, t.Columns[2]}}
	inner.Add(paint, "", text, points)
	t.Lines = append(t.Lines, inner.Lines...)
}

func signed(d decimal.Decimal) string {
	if d.IsPositive() {
		return "+" + expr.FormatNumber(d)
	}
	return expr.FormatNumber(d)
}

func criterionNumber(c *scoring.Criterion) string {
	if c == nil {
		return ""
	}
	return c.Number
}
