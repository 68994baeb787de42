package report

import (
	"fmt"
	"slices"

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

// carrySheet tells what was carried, what has no place any more, and what is new.
func carrySheet(l *templates.Layout, c handover.Carryover, from string) *draft.Sheet {
	p := newPen(templates.CarrySheet, 10, 44, 40, 10, 52)
	p.put(1, draft.Text("CHUYỂN SỐ LIỆU TỪ PHIẾU CŨ"), look.Title())
	p.merge(1, 5)
	p.next(24)
	p.put(1, draft.Text(fmt.Sprintf("Từ tệp %s sang bộ chỉ số %s. Trang này chỉ để đối chiếu, xóa đi cũng được.", from, l.Whole.ID)), look.Subtitle())
	p.merge(1, 5)
	p.next(18)
	sections := []carrySection{
		{"1. Không còn chỗ trong phiếu mới: ghi lại vào chỗ thích hợp nếu cần", func(i handover.Item) bool { return !i.Carried() && !i.Unsure }},
		{"2. Đã chuyển, cần kiểm tra lại", func(i handover.Item) bool { return i.Carried() && i.Why != "" }},
		{"3. Đã chuyển", func(i handover.Item) bool { return i.Carried() && i.Why == "" }},
	}
	if held := c.Held(); len(held) > 0 {
		sections = slices.Insert(sections, 1, carrySection{"Giữ lại, chưa chuyển, vì chưa rõ thành tiêu chí nào: ghi was trong bộ chỉ số mới rồi chuyển lại", func(i handover.Item) bool { return i.Unsure }})
	}
	for _, section := range sections {
		var lines [][5]string
		for _, item := range c.Items {
			if section.wants(item) {
				lines = append(lines, [5]string{item.From, item.Kind.Words(item.Label), item.Text, item.To, item.Why})
			}
		}
		p.carried(section.title, lines)
	}
	var fresh [][5]string
	for _, row := range FreshRows(l, c) {
		fresh = append(fresh, [5]string{"", row.Input.Label, "", row.Key, "Tiêu chí: " + row.Node.Name})
	}
	p.carried("4. Mới, còn để trống", fresh)
	p.sheet.Page = draft.Page{Landscape: true, Footer: look.PageFooter}
	return p.sheet
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
