package report

import (
	"maps"
	"slices"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// confirmExempt adds to the sheet of what is to be confirmed what the form says is not assessed for its unit. A form can be edited:
// only the list of units tells for sure.
func confirmExempt(l *templates.Layout, confirm *draft.Sheet, exempt []string) *draft.Sheet {
	sheet := *confirm
	sheet.Rows, sheet.Cells = maps.Clone(confirm.Rows), slices.Clone(confirm.Cells)
	p := &pen{sheet: &sheet, row: 1}
	for _, cell := range confirm.Cells {
		p.row = max(p.row, cell.Row+1)
	}
	p.heading("Không đánh giá đối với đơn vị này, theo phiếu; chưa đối chiếu với danh sách đơn vị")
	for _, number := range exempt {
		if node := l.Rules.Find(number); node != nil {
			p.confirmExempt(node)
		}
	}
	return &sheet
}

func (p *pen) confirmExempt(node *scoring.Criterion) {
	style := look.Body()
	points := look.Points(style)
	points.Top = true
	p.put(1, draft.Text(node.Number), style)
	p.put(2, draft.Text(node.Name), style)
	p.put(3, draft.Number(node.Max), points)
	p.put(4, draft.Text("Theo phiếu"), style)
	p.put(5, draft.Text("Trừ "+expr.FormatNumber(node.Max)+" điểm khỏi điểm tối đa. Đối chiếu với cột khong_danh_gia trong danh sách đơn vị."), style)
	p.next(18)
}
