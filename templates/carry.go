package templates

import (
	"fmt"

	"cchc/scoring/handover"
	"cchc/templates/draft"
)

// CarrySheet lists, in a form that was filled from an older one, what became of everything that stood there.
const CarrySheet = "Chuyển số liệu"

// CarriedForm is the form of the layout's rule set filled with what was carried over, and a sheet that accounts for all of it.
func (l *Layout) CarriedForm(f Filling, c handover.Carryover, from string) *draft.Workbook {
	f.Stage = SubmittedStage
	v := l.fill(f)
	return v.workbook([]*draft.Sheet{v.common().guide, v.formSheet(), l.carrySheet(c, from), v.hiddenSheet()})
}

// carrySheet tells what was carried, what has no place any more, and what is new.
func (l *Layout) carrySheet(c handover.Carryover, from string) *draft.Sheet {
	p := newPen(CarrySheet, 10, 44, 40, 10, 52)
	p.put(1, draft.Text("CHUYỂN SỐ LIỆU TỪ PHIẾU CŨ"), titleStyle())
	p.merge(1, 5)
	p.next(24)
	p.put(1, draft.Text(fmt.Sprintf("Từ tệp %s sang bộ chỉ số %s. Trang này chỉ để đối chiếu, xóa đi cũng được.", from, l.set.ID)), subtitleStyle())
	p.merge(1, 5)
	p.next(18)
	sections := []struct {
		title string
		wants func(handover.Item) bool
	}{
		{"1. Không còn chỗ trong phiếu mới: ghi lại vào chỗ thích hợp nếu cần", func(i handover.Item) bool { return !i.Carried() }},
		{"2. Đã chuyển, cần kiểm tra lại", func(i handover.Item) bool { return i.Carried() && i.Why != "" }},
		{"3. Đã chuyển", func(i handover.Item) bool { return i.Carried() && i.Why == "" }},
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
	for _, row := range l.FreshRows(c) {
		fresh = append(fresh, [5]string{"", row.Input.Label, "", row.Key, "Tiêu chí: " + row.Node.Name})
	}
	p.carried("4. Mới, còn để trống", fresh)
	p.sheet.Page = draft.Page{Landscape: true, Footer: pageFooter}
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
			p.put(i+1, draft.Text(cell), bodyStyle())
		}
		p.next(18)
	}
}

// FreshRows are the rows of this form for answers that the old one did not ask for.
func (l *Layout) FreshRows(c handover.Carryover) []Row {
	var rows []Row
	for _, key := range c.Fresh {
		if row, ok := l.Row(key.String()); ok {
			rows = append(rows, row)
		}
	}
	return rows
}
