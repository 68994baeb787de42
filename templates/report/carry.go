package report

import (
	"fmt"

	"cchc/scoring/handover"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// CarriedForm is the form of the layout's rule set filled with what was carried over, and a sheet that accounts for all of it.
func CarriedForm(l *templates.Layout, f templates.Filling, c handover.Carryover, from string) *draft.Workbook {
	f.Stage = templates.SubmittedStage
	s := l.Fill(f, nil)
	return s.Workbook(s.Guide, s.Form, carrySheet(l, c, from), s.Hidden)
}

// carrySection is a part of the sheet: the items that it wants.
type carrySection struct {
	title string
	wants func(handover.Item) bool
}

// carrySheet tells what was carried, what has no place any more, and what is new. It is for reading on the screen: its print area is a
// cell that nobody sees, so that whoever prints the whole workbook gets the form and not these lists.
func carrySheet(l *templates.Layout, c handover.Carryover, from string) *draft.Sheet {
	p := newPen(templates.CarrySheet, 10, 44, 40, 10, 52)
	p.put(1, draft.Text("CHUYỂN SỐ LIỆU TỪ PHIẾU CŨ"), look.Title())
	p.merge(1, 5)
	p.next(24)
	about := "Từ tệp %s sang bộ chỉ số %s. Trang này chỉ để đối chiếu, không in; xóa đi cũng được."
	if c.AnotherYear {
		about = "Từ tệp %s sang bộ chỉ số %s, năm khác: số liệu cũ ở cột “" + templates.LastYearTitle + "” không phải số liệu năm nay. Trang này chỉ để đối chiếu, không in; xóa đi cũng được."
	}
	p.put(1, draft.Text(fmt.Sprintf(about, from, l.Whole.ID)), look.Subtitle())
	p.merge(1, 5)
	p.next(18)
	sections := carrySections(c)
	for i, section := range sections {
		var lines [][5]string
		for _, item := range c.Items {
			if section.wants(item) {
				lines = append(lines, [5]string{item.From, item.Kind.Words(item.Label), item.Text, item.To, item.Why})
			}
		}
		p.carried(fmt.Sprintf("%d. %s", i+1, section.title), lines)
	}
	var fresh [][5]string
	for _, row := range FreshRows(l, c) {
		fresh = append(fresh, [5]string{"", row.Input.Label, "", row.Key, "Tiêu chí: " + row.Node.Name})
	}
	p.carried(fmt.Sprintf("%d. Mới, còn để trống", len(sections)+1), fresh)
	p.sheet.Columns = append(p.sheet.Columns, draft.Column{Width: 2, Hidden: true})
	unseen := draft.Place{Row: 1, Col: len(p.sheet.Columns)}
	p.sheet.Page = draft.Page{Landscape: true, Area: &draft.Range{From: unseen, To: unseen}}
	return p.sheet
}

// carrySections are the parts of the sheet, in order.
func carrySections(c handover.Carryover) []carrySection {
	done, later := "Đã chuyển, cần kiểm tra lại", "Đã chuyển"
	if c.AnotherYear {
		done, later = "Đã nêu ở cột "+templates.LastYearTitle+", cần kiểm tra lại", "Đã nêu ở cột "+templates.LastYearTitle
	}
	sections := []carrySection{
		{"Không còn chỗ trong phiếu mới: ghi lại vào chỗ thích hợp nếu cần", func(i handover.Item) bool { return !i.Carried() && !i.Unsure && !i.Left }},
	}
	if len(c.Held()) > 0 {
		sections = append(sections, carrySection{"Giữ lại, chưa chuyển, vì chưa rõ thành tiêu chí nào: ghi was trong bộ chỉ số mới rồi chuyển lại", func(i handover.Item) bool { return i.Unsure }})
	}
	sections = append(sections,
		carrySection{done, func(i handover.Item) bool { return i.Carried() && i.Why != "" }},
		carrySection{later, func(i handover.Item) bool { return i.Carried() && i.Why == "" }})
	if c.AnotherYear {
		sections = append(sections, carrySection{"Để lại, vì thuộc năm trước", func(i handover.Item) bool { return i.Left }})
	}
	return sections
}

// carried writes a section of the sheet.
func (p *pen) carried(title string, lines [][5]string) {
	p.heading(title)
	if len(lines) == 0 {
		p.put(1, draft.Text("Không có."), draft.Style{Font: draft.Font{Size: 11, Italic: true}})
		p.next(18)
		return
	}
	p.headings("Mục cũ", "Nội dung", "Giá trị", "Mục mới", "Ghi chú")
	for _, line := range lines {
		for i, cell := range line {
			p.put(i+1, draft.Text(cell), look.Body())
		}
		p.next(18)
	}
}

// FreshRows are the rows of this form for answers that the old one did not ask for.
func FreshRows(l *templates.Layout, c handover.Carryover) []templates.Row {
	var rows []templates.Row
	for _, key := range c.Fresh {
		if row, ok := l.Row(key.String()); ok {
			rows = append(rows, row)
		}
	}
	return rows
}
