package changes

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/compare"
	"cchc/scoring/expr"
)

// reconcile is what stands under both views: the points of each area, the letter's claims, and the counts.
func (p *textPage) reconcile() {
	before, after := p.d.Sides()
	t := &terminal.Grid{Columns: []terminal.GridColumn{{Width: 7}, {Width: 53}, {Width: 9, Right: true}, {Width: 9, Right: true}, {Width: 8, Right: true}, {Width: 9}}}
	t.Add(nil, "STT", "Lĩnh vực", before, after, "Thay đổi", "Các dòng")
	t.Rule()
	for _, area := range p.d.Summary.Areas {
		old, now := area.Maxima()
		t.Add(nil, criterionNumber(area.After), area.Area().Name, expr.FormatNumber(old), expr.FormatNumber(now), signed(area.Change()), agreement(addsUp(area)))
	}
	t.Rule()
	change := p.d.After.Total.Sub(p.d.Before.Total)
	t.Add(p.boldRow, "", "TỔNG CỘNG", expr.FormatNumber(p.d.Before.Total), expr.FormatNumber(p.d.After.Total), signed(change), "")
	p.WriteString(t.String())
	p.claims()
	p.counts("Đếm theo số thứ tự", p.d.Summary.ByNumber())
	p.counts("Đếm theo nội dung", p.d.Summary.ByIdentity())
}

// addsUp says that the changes told of an area make up what its sum changed by.
func addsUp(area compare.AreaSum) bool {
	sum := decimal.Zero
	for _, line := range area.Lines() {
		sum = sum.Add(line.Points.Decimal)
	}
	return sum.Equal(area.Change())
}

func agreement(agrees bool) string {
	if agrees {
		return "khớp"
	}
	return "KHÔNG KHỚP"
}

// claims holds the letter's numbers against ours.
func (p *textPage) claims() {
	if len(p.d.Summary.Claims) == 0 {
		return
	}
	p.title("Số liệu nêu trong " + p.d.After.Announced.Basis)
	for _, claim := range p.d.Summary.Claims {
		p.paragraph("- " + claimText(claim))
	}
}

func claimText(c compare.Claim) string {
	return fmt.Sprintf("%s: văn bản nêu %d, đếm được %d, %s (%s).", c.What, c.Announced, c.Found, agreement(c.Agrees()), c.Made)
}

func (p *textPage) counts(title string, counts []compare.RowCount) {
	if len(counts) == 0 {
		return
	}
	p.title(title)
	t := &terminal.Grid{Columns: []terminal.GridColumn{{Width: 40}, {Width: 5, Right: true}, {Width: 53}}}
	for _, count := range counts {
		t.Add(nil, count.What, strconv.Itoa(count.Rows), count.Where)
	}
	p.WriteString(t.String())
}

// The colours only back up what the words say.
const (
	boldCode = "\x1b[1m"
	redCode  = "\x1b[31m"
	blueCode = "\x1b[34m"
	endCode  = "\x1b[0m"
)

func (p *textPage) paint(code, text string) string {
	if !p.colour || strings.TrimSpace(text) == "" {
		return text
	}
	return code + text + endCode
}

func (p *textPage) bold(text string) string { return p.paint(boldCode, text) }

func (p *textPage) boldRow(_ int, text string) string { return p.bold(text) }

// rowColours paints a row of the first view: areas bold, the change and its word red or blue.
func (p *textPage) rowColours(level int, change decimal.NullDecimal) func(int, string) string {
	return func(col int, text string) string {
		switch {
		case change.Valid && (col == 3 || col == 4):
			return p.paint(changeCode(change), text)
		case level == 1:
			return p.bold(text)
		}
		return text
	}
}

func (p *textPage) pointColours(points decimal.NullDecimal) func(int, string) string {
	return func(col int, text string) string {
		if col == 2 && points.Valid {
			return p.paint(changeCode(points), text)
		}
		return text
	}
}

func changeCode(change decimal.NullDecimal) string {
	if change.Decimal.IsNegative() {
		return redCode
	}
	return blueCode
}
