package report

import (
	"github.com/shopspring/decimal"

	"cchc/scoring/compare"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// reconcile is what stands under both views: the letter's claims, the counts, and the points of each area.
func (p diffPen) reconcile() {
	p.areas()
	p.claims()
	p.counts("Đếm theo số thứ tự", p.d.Summary.ByNumber())
	p.counts("Đếm theo nội dung", p.d.Summary.ByIdentity())
}

// areas sets the areas' points of both sets side by side, with what their changes by identity come to.
func (p diffPen) areas() {
	before, after := p.d.Sides()
	p.head("STT", "Lĩnh vực", before, after, "Thay đổi", "Cộng các dòng", "Nhận xét")
	sum := decimal.Zero
	for _, area := range p.d.Summary.Areas {
		lines := decimal.Zero
		for _, flow := range area.Flows {
			lines = lines.Add(flow.Points)
		}
		sum = sum.Add(lines)
		old, now := area.Maxima()
		p.sum(look.Level(3), nodeNumber(area.After), area.Area().Name, old, now, lines)
	}
	p.sum(look.Level(1), "", "TỔNG CỘNG", p.d.Before.Total, p.d.After.Total, sum)
}

func (p diffPen) sum(style draft.Style, number, name string, before, after, lines decimal.Decimal) {
	change := after.Sub(before)
	p.put(1, draft.Text(number), look.Centered(style))
	p.put(2, draft.Text(name), style)
	p.put(3, draft.Number(before), diffPoints(style))
	p.put(4, draft.Number(after), diffPoints(style))
	p.put(5, draft.Number(change), diffChange(style))
	p.put(6, draft.Number(lines), diffChange(style))
	p.put(7, draft.Text(agreement(change.Equal(lines))), style)
	p.next(18)
}

func agreement(agrees bool) string {
	if agrees {
		return "Khớp"
	}
	return "Không khớp"
}

// claims holds the letter's numbers against ours.
func (p diffPen) claims() {
	if len(p.d.Summary.Claims) == 0 {
		return
	}
	p.heading("Số liệu nêu trong " + p.d.After.Announced.Basis)
	p.headAcross("Nội dung", "Văn bản nêu", "Đếm được", "Nhận xét")
	for _, claim := range p.d.Summary.Claims {
		style := look.Body()
		p.put(2, draft.Text(claim.What), style)
		p.put(3, draft.Count(int64(claim.Announced)), look.Centered(style))
		p.put(4, draft.Count(int64(claim.Found)), look.Centered(style))
		p.across(5, agreement(claim.Agrees())+": "+claim.Made, style)
	}
}

// counts says how many rows there are of each kind, and which.
func (p diffPen) counts(title string, counts []compare.RowCount) {
	if len(counts) == 0 {
		return
	}
	p.heading(title)
	p.headAcross("Nội dung", "Số dòng", "Các dòng")
	for _, count := range counts {
		style := look.Body()
		p.put(2, draft.Text(count.What), style)
		p.put(3, draft.Count(int64(count.Rows)), look.Centered(style))
		p.across(4, count.Where, style)
	}
}

// headAcross is the head of a table from the second column on, whose last column takes the columns that are left.
func (p diffPen) headAcross(titles ...string) {
	last := len(titles) - 1
	for i, title := range titles[:last] {
		p.put(i+2, draft.Text(title), look.Header(look.HeaderFill))
	}
	p.across(last+2, titles[last], look.Header(look.HeaderFill))
}

// across ends a row with a text over the columns that are left.
func (p diffPen) across(from int, text string, style draft.Style) {
	p.put(from, draft.Text(text), style)
	for col := from + 1; col <= diffColumns; col++ {
		p.put(col, draft.Value{}, style)
	}
	p.merge(from, diffColumns)
	p.next(18)
}
