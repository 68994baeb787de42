package report

import (
	"cchc/scoring/handover"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// journalSheet tells what was changed in the appraisal, a line for each change, from the first on. Nothing of it is taken away: who
// scores the workbook again finds all lines that were there.
func journalSheet(lines []handover.Entry) *draft.Sheet {
	p := newPen(templates.JournalSheet, 6, 9, 30, 26, 26, 10, 10, 40, 22)
	p.put(1, draft.Text("NHẬT KÝ THẨM ĐỊNH"), look.Title())
	p.merge(1, 9)
	p.next(24)
	p.put(1, draft.Text("Mỗi lần chấm lại, những gì người thẩm định đã đổi được ghi thêm ở đây. Người và lúc lưu là theo thông tin mà tệp tự ghi."), look.Subtitle())
	p.merge(1, 9)
	p.next(18)
	head := p.row
	p.headings("STT", "Tiêu chí", "Nội dung", "Trước", "Sau", "Điểm trước", "Điểm sau", "Lý do", "Người, lúc lưu")
	p.sheet.Freeze = draft.Place{Row: p.row, Col: 1}
	p.sheet.Page = draft.Page{Landscape: true, Footer: look.PageFooter, TitleRows: draft.Range{From: draft.Place{Row: head, Col: 1}, To: draft.Place{Row: head, Col: 9}}}
	for i, line := range lines {
		p.journalLine(i+1, line)
	}
	if len(lines) == 0 {
		p.put(3, draft.Text("Chưa có thay đổi nào."), draft.Style{Font: draft.Font{Italic: true}})
		p.next(20)
	}
	return p.sheet
}

func (p *pen) journalLine(n int, line handover.Entry) {
	style := look.Body()
	p.put(1, draft.Count(int64(n)), look.Centered(style))
	p.put(2, draft.Text(line.Leaf), look.Centered(style))
	for i, text := range []string{line.What, orBlank(line.From), orBlank(line.To)} {
		p.put(3+i, draft.Text(text), style)
	}
	p.put(6, draft.Text(line.Before), look.Centered(style))
	p.put(7, draft.Text(line.After), look.Centered(style))
	p.put(8, draft.Text(line.Reason), style)
	p.put(9, draft.Text(savedWords(line)), style)
	p.next(18)
}

func orBlank(text string) string {
	if text == "" {
		return "(trống)"
	}
	return text
}

// savedWords says who saved the workbook and when, in the words of the workbook.
func savedWords(line handover.Entry) string {
	if line.By == "" || line.At == "" {
		return line.By + line.At
	}
	return line.By + ", " + line.At
}
