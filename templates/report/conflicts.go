package report

import (
	"fmt"

	"cchc/scoring/handover"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// mergedForm is a form that departments filled in differently, with a sheet that says where, and who said what.
func mergedForm(l *templates.Layout, f templates.Filling) *draft.Workbook {
	s := l.Fill(f, nil)
	return s.Workbook(s.Guide, s.Form, conflictSheet(l, f.Conflicts), s.Hidden)
}

// conflictSheet has a row for each reply, those of one answer together.
func conflictSheet(l *templates.Layout, conflicts []handover.Conflict) *draft.Sheet {
	p := newPen(templates.ConflictSheet, 9, 40, 34, 10, 24, 26, 26, 17)
	p.put(1, draft.Text("CÁC CHỖ PHÒNG TRẢ LỜI KHÁC NHAU"), look.Title())
	p.merge(1, 8)
	p.next(24)
	p.put(1, draft.Text(conflictGuide(conflicts)), look.Subtitle())
	p.merge(1, 8)
	p.next(18)
	p.headings("STT", "Tiêu chí", "Số liệu", "Ô trong phiếu này", "Phòng", "Trả lời", "Tệp", "Ô trong tệp")
	head := p.row - 1
	for _, c := range conflicts {
		p.conflict(l, c)
	}
	p.sheet.Page = draft.Page{Landscape: true, Footer: look.PageFooter, TitleRows: draft.Range{From: draft.Place{Row: head, Col: 1}, To: draft.Place{Row: head, Col: 8}}}
	p.sheet.Freeze, p.sheet.Protected = draft.Place{Row: head + 1, Col: 1}, true
	return p.sheet
}

func conflictGuide(conflicts []handover.Conflict) string {
	open := 0
	for _, c := range conflicts {
		if c.Taken == "" {
			open++
		}
	}
	if open == 0 {
		return fmt.Sprintf("%d số liệu được các phòng trả lời khác nhau, đã lấy theo tệp ghi đậm. Trang này chỉ để đối chiếu, xóa đi cũng được.", len(conflicts))
	}
	return fmt.Sprintf("%d số liệu để trống trong phiếu vì các phòng trả lời khác nhau: thống nhất rồi điền vào ô nêu ở đây; ô hết tím khi đã điền. Trang này chỉ để đối chiếu, xóa đi cũng được.", open)
}

// conflict writes an answer's rows.
func (p *pen) conflict(l *templates.Layout, c handover.Conflict) {
	row, ok := l.Row(c.Key.String())
	if !ok {
		return
	}
	for i, r := range c.Replies {
		body, said := look.Body(), look.Body()
		said.Font.Bold = c.Taken != "" && r.Hand == c.Taken
		if i == 0 {
			p.put(1, draft.Text(row.Node.Number), look.Centered(body))
			p.put(2, draft.Text(row.Node.Name), body)
			p.put(3, draft.Text(row.Label), body)
			p.link(4, row.At(templates.AnswerColumn).String(), l.Ref(row.Key, templates.AnswerColumn), look.Centered(body))
		} else {
			for col := 1; col <= 4; col++ {
				p.put(col, draft.Value{}, body)
			}
		}
		for col, text := range []string{orWhole(r.Department), handover.AnswerWords(*row.Input, r.Answer, r.Raw), r.Hand, r.Place} {
			p.put(5+col, draft.Text(text), said)
		}
		p.next(18)
	}
}

func orWhole(department string) string {
	if department == "" {
		return "(cả phiếu)"
	}
	return department
}
