package report

import (
	"fmt"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// toConfirm are the criteria of which the source does not say all: with a note, or a provenance other than its text.
func toConfirm(rs *scoring.RuleSet) []*scoring.Criterion {
	var all []*scoring.Criterion
	for node := range rs.All() {
		if node.Note != "" || node.Provenance != "" && node.Provenance != scoring.FromText {
			all = append(all, node)
		}
	}
	return all
}

// confirmSheet tells the secretariat what of the rule set was read into the source and should be confirmed against the
// decision. It is the same for every unit.
func confirmSheet(l *templates.Layout) *draft.Sheet {
	p := newPen(templates.ConfirmSheet, 9, 50, 9, 24, 82)
	nodes := toConfirm(l.Rules)
	p.put(1, draft.Text("CÁC MỤC CẦN XÁC NHẬN CỦA BỘ CHỈ SỐ"), look.Title())
	p.merge(1, 5)
	p.next(24)
	for _, text := range []string{confirmIntroduction(l.Rules, nodes), l.Rules.Note, l.Rules.Rounding.Note} {
		if text == "" {
			continue
		}
		p.put(1, draft.Text(text), draft.Style{Font: draft.Font{Size: 11}, Wrap: true, Top: true})
		p.merge(1, 5)
		p.next(18)
	}
	head := p.row
	p.headings("STT", "Mục", "Điểm tối đa", "Nguồn", "Ghi chú")
	p.sheet.Freeze = draft.Place{Row: p.row, Col: 1}
	p.sheet.Page = draft.Page{Landscape: true, Footer: look.PageFooter, TitleRows: draft.Range{From: draft.Place{Row: head, Col: 1}, To: draft.Place{Row: head, Col: 5}}}
	for _, node := range nodes {
		p.confirm(l, node)
	}
	p.sheet.Filter = &draft.Range{From: draft.Place{Row: head, Col: 1}, To: draft.Place{Row: p.row - 1, Col: 5}}
	return p.sheet
}

// confirmIntroduction counts, and names the points that no rule decides.
func confirmIntroduction(rs *scoring.RuleSet, nodes []*scoring.Criterion) string {
	if len(nodes) == 0 {
		return "Không có mục nào: mọi tiêu chí đều theo đúng nguồn, không kèm ghi chú."
	}
	text := fmt.Sprintf("Bộ chỉ số %s có %d mục mà nguồn không nêu đủ hoặc có điều cần lưu ý. Đề nghị cơ quan thường trực đối chiếu với văn bản gốc.",
		rs.ID, len(nodes))
	var held []string
	for _, node := range nodes {
		if _, byHand := node.Rule.(*kinds.Manual); byHand && node.Provenance == scoring.Absent {
			held = append(held, fmt.Sprintf("%s (%s điểm)", node.Number, expr.FormatNumber(node.Max)))
		}
	}
	if len(held) > 0 {
		text += " Các mục giữ chỗ cho phần nguồn bị thiếu: " + strings.Join(held, ", ") + "."
	}
	return text
}

func (p *pen) confirm(l *templates.Layout, node *scoring.Criterion) {
	style := look.Body()
	points := look.Points(style)
	points.Top = true
	source := ""
	if node.IsLeaf() {
		source = expr.UpperFirst(scoring.ProvenanceWords(node.Provenance))
	}
	p.link(1, node.Number, l.Ref(node.Number, templates.NumberColumn), look.Centered(style))
	p.put(2, draft.Text(node.Name), style)
	p.put(3, draft.Number(node.Max), points)
	p.put(4, draft.Text(source), style)
	p.put(5, draft.Text(node.Note), style)
	p.next(18)
}
