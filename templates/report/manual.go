package report

import (
	"strconv"

	"cchc/templates/draft"
	"cchc/templates/look"
)

// The columns of the manual: a step's number, then one text over two columns, or a table of two.
const (
	manualNumber = iota + 1
	manualLeft
	manualRight
)

// manual writes one page of the manual; steps are numbered on through both.
type manual struct {
	*pen
	step int
}

// ManualWorkbook is the manual that goes with the program: two printed pages, the first for whoever fills in a form or drops
// one on the program, the second for the secretariat's other work.
func ManualWorkbook() *draft.Workbook {
	first := &manual{pen: newManualPage("Từ phiếu đến kết quả")}
	first.title("HƯỚNG DẪN CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH", "Trang 1: từ phiếu trống đến kết quả. Trang 2: thẩm định, xếp hạng và các việc khác.")
	first.sections(manualBasics())
	second := &manual{newManualPage("Các việc khác"), first.step}
	second.title("THẨM ĐỊNH, XẾP HẠNG VÀ CÁC VIỆC KHÁC", "Dành cho cơ quan thường trực cải cách hành chính.")
	second.sections(manualMore())
	return &draft.Workbook{Title: "Hướng dẫn sử dụng cchc", Sheets: []*draft.Sheet{first.sheet, second.sheet}}
}

func newManualPage(name string) *pen {
	p := newPen(name, 4.5, 31, 58)
	p.sheet.Page = draft.Page{Footer: look.PageFooter}
	return p
}

func (m *manual) title(title, subtitle string) {
	m.across(title, look.Title(), 24)
	m.across(subtitle, look.Subtitle(), 18)
}

// across writes one text over the whole width.
func (m *manual) across(text string, style draft.Style, least float64) {
	m.put(manualNumber, draft.Text(text), style)
	m.merge(manualNumber, manualRight)
	m.next(least)
}

func (m *manual) sections(all []manualSection) {
	for _, s := range all {
		m.heading(s.title)
		for _, text := range s.steps {
			m.instruct(text)
		}
		if len(s.rows) > 0 {
			m.table(s)
		}
	}
}

// instruct writes a numbered step.
func (m *manual) instruct(text string) {
	style := draft.Style{Font: draft.Font{Size: 11}, Wrap: true, Top: true}
	m.step++
	m.put(manualNumber, draft.Text(strconv.Itoa(m.step)+"."), draft.Style{Font: draft.Font{Size: 11, Bold: true}, Align: draft.Right, Top: true})
	m.put(manualLeft, draft.Text(text), style)
	m.merge(manualLeft, manualRight)
	m.next(16)
}

// table writes pairs; a command stands in letters that tell it from the words around it.
func (m *manual) table(s manualSection) {
	head := look.Header(look.HeaderFill)
	m.put(manualNumber, draft.Text(s.left), head)
	m.put(manualLeft, draft.Value{}, head)
	m.merge(manualNumber, manualLeft)
	m.put(manualRight, draft.Text(s.right), head)
	m.next(17)
	for _, row := range s.rows {
		left, right := look.Body(), look.Body()
		left.Font.Bold, right.Font.Bold = !s.commands, s.commands
		m.put(manualNumber, draft.Text(row[0]), left)
		m.put(manualLeft, draft.Value{}, left)
		m.merge(manualNumber, manualLeft)
		m.put(manualRight, draft.Text(row[1]), right)
		m.next(16)
	}
}
