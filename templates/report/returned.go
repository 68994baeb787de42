package report

import (
	"fmt"

	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// Returned is a finding with a table that goes back to its agency.
type Returned struct {
	Agency, File, Where string
	Criterion           string
	Unit                scoring.Unit
	Severity            problem.Severity
	Text, Remedy        string
}

// ReturnedWorkbook lists what has to be mended in tables of agencies, in the order given, to be filtered, printed and sent back.
func ReturnedWorkbook(lines []Returned) *draft.Workbook {
	heads := []string{"STT", "Cơ quan", "Tệp", "Ô", "Tiêu chí", "Mã", "Đơn vị", "Mức", "Vấn đề", "Cách xử lý"}
	p := newPen(templates.ReturnedSheet, 5, 17, 18, 16, 9, 9, 20, 9, 55, 43)
	p.wide("NHỮNG CHỖ CẦN SỬA TRONG BẢNG THẨM ĐỊNH", len(heads), look.Title(), 24)
	p.wide(returnedSummary(lines), len(heads), look.Subtitle(), 18)
	head := p.row
	p.headings(heads...)
	p.sheet.Freeze = draft.Place{Row: p.row, Col: 1}
	p.sheet.Page = landscape(head, head)
	for i := range lines {
		p.returnedRow(i+1, &lines[i])
	}
	p.sheet.Filter = &draft.Range{From: draft.Place{Row: head, Col: 1}, To: draft.Place{Row: max(p.row-1, head), Col: len(heads)}}
	return &draft.Workbook{Title: "Những chỗ cần sửa trong bảng thẩm định", Sheets: []*draft.Sheet{p.sheet}}
}

func returnedSummary(lines []Returned) string {
	errors := 0
	for i := range lines {
		errors += one(lines[i].Severity == problem.Error)
	}
	return fmt.Sprintf("%d chỗ chưa nhận được, %d chỗ cần xem. Sửa ngay trong bảng thẩm định đã gửi rồi gửi lại; dùng bộ lọc để chọn cơ quan hoặc đơn vị.",
		errors, len(lines)-errors)
}

func (p *pen) returnedRow(n int, line *Returned) {
	body := look.Body()
	severity, word := look.Centered(body), "Cần xem"
	if line.Severity == problem.Error {
		word = "Chưa nhận"
		severity.Font.Bold, severity.Font.Color = true, look.RedInk
	}
	p.put(1, draft.Count(int64(n)), look.Centered(body))
	for i, text := range []string{line.Agency, line.File, line.Where, line.Criterion, line.Unit.Code, line.Unit.Name} {
		p.put(2+i, draft.Text(text), body)
	}
	p.put(8, draft.Text(word), severity)
	p.put(9, draft.Text(line.Text), body)
	p.put(10, draft.Text(line.Remedy), body)
	p.next(17)
}
