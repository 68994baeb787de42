package main

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// diffPage writes a comparison for the terminal, at most textWidth letters wide and readable without colour.
type diffPage struct {
	strings.Builder
	d      compare.Changes
	colour bool
}

// diffText is the comparison for the terminal: by number, by identity, and the reconciliation.
func diffText(d compare.Changes, colour bool) string {
	p := &diffPage{d: d, colour: colour}
	before, after := d.Sides()
	p.title("SO SÁNH BỘ CHỈ SỐ: " + strings.ToUpper(after) + " VỚI " + strings.ToUpper(before))
	p.paragraph(fmt.Sprintf("Nay: %s. Trước: %s.", d.After.Basis, d.Before.Basis))
	for _, remark := range d.Remarks {
		p.paragraph(remarkText(remark))
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

func remarkText(p problem.Problem) string { return "Lưu ý: " + p.Text() + " " + p.Remedy() }

func (p *diffPage) title(text string) {
	if p.Len() > 0 {
		p.WriteByte('\n')
	}
	p.WriteString(p.bold(text) + "\n")
}

func (p *diffPage) paragraph(text string) {
	p.WriteString(strings.Join(wrap(plain(text), textWidth), "\n") + "\n")
}

// letter is the first view, in the letter's columns; their names are shortened where there is no room.
func (p *diffPage) letter() {
	before, _ := p.d.Sides()
	t := &grid{columns: []gridColumn{{width: 7}, {width: 36}, {5, true}, {6, true}, {width: 9}, {width: 19}, {width: 12}}}
	t.add(nil, "STT", "Lĩnh vực/Tiêu chí/Thành phần", "Tối đa", "Thay đổi", "Tình trạng", "Nội dung "+before, "Tình trạng")
	t.rule()
	for _, row := range p.d.Rows {
		if row.InLetter() {
			l := row.Letter
			change := ""
			if l.Change.Valid {
				change = expr.FormatNumber(l.Change.Decimal)
			}
			t.add(p.rowColours(row.Level, l.Change), row.Number(), row.After.Name, expr.FormatNumber(row.After.Max), change, l.Status(), l.OldName, l.ContentStatus)
		}
	}
	t.rule()
	t.add(nil, "", "TỔNG CỘNG", expr.FormatNumber(p.d.After.Total), "", "", "", "")
	p.WriteString(t.String())
}

// identity is the second view: what changed in each area, with the points that add up to its change.
func (p *diffPage) identity() {
	t := &grid{columns: []gridColumn{{width: 13}, {width: 78}, {7, true}}}
	for _, detail := range p.d.Set {
		t.add(nil, "Bộ chỉ số", detail.String(), "")
	}
	for _, area := range p.d.Summary.Areas {
		p.area(t, area)
	}
	for _, like := range p.d.Proposals {
		t.add(nil, like.Before.Number+" → "+like.After.Number, fmt.Sprintf("Tên giống nhau %d%%, có phải cùng một tiêu chí? “%s” và “%s”. Nếu phải, ghi was trong bộ chỉ số.",
			like.Likeness, like.Before.Name, like.After.Name), "")
	}
	p.WriteString(t.String())
}

func (p *diffPage) area(t *grid, area compare.AreaSum) {
	lines := area.Lines()
	if len(lines) == 0 && area.Change().IsZero() {
		return
	}
	before, after := area.Maxima()
	head := compare.Line{Number: criterionNumber(area.After), Was: criterionNumber(area.Before)}
	t.add(p.boldRow, numbers(head), fmt.Sprintf("%s: %s → %s điểm", area.Area().Name, expr.FormatNumber(before), expr.FormatNumber(after)), signed(area.Change()))
	last := ""
	for _, line := range lines {
		if who := numbers(line); who != last {
			t.add(nil, "  "+who, line.Name, "")
			last = who
		}
		points := ""
		if line.Points.Valid {
			points = signed(line.Points.Decimal)
		}
		t.addIndented(p.pointColours(line.Points), lineText(line), points)
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
func (t *grid) addIndented(paint func(int, string) string, text, points string) {
	inner := &grid{columns: []gridColumn{{width: 15}, {width: 76}, t.columns[2]}}
	inner.add(paint, "", text, points)
	t.lines = append(t.lines, inner.lines...)
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
