package templates

import (
	"fmt"

	"cchc/scoring"
	"cchc/templates/draft"
)

// CarrySheet lists, in a form that was filled from an older one, what became of everything that stood there.
const CarrySheet = "Chuyển số liệu"

// CarriedForm is the form of the layout's rule set filled with what was carried over, and a sheet that accounts for all of it.
func (l *Layout) CarriedForm(f Filling, c scoring.Carryover, from string) *draft.Workbook {
	f.Stage = SubmittedStage
	v := l.fill(f)
	return v.workbook([]*draft.Sheet{v.common().guide, v.formSheet(), l.carrySheet(c, from), v.hiddenSheet()})
}

// carrySheet tells what was carried, what has no place any more, and what is new.
func (l *Layout) carrySheet(c scoring.Carryover, from string) *draft.Sheet {
	p := newPen(CarrySheet, 10, 44, 40, 10, 52)
	p.put(1, draft.Text("CHUYỂN SỐ LIỆU TỪ PHIẾU CŨ"), titleStyle())
	p.merge(1, 5)
	p.next(24)
	p.put(1, draft.Text(fmt.Sprintf("Từ tệp %s sang bộ chỉ số %s. Trang này chỉ để đối chiếu, xóa đi cũng được.", from, l.set.ID)), subtitleStyle())
	p.merge(1, 5)
	p.next(18)
	sections := []struct {
		title string
		wants func(scoring.Item) bool
	}{
		{"1. Không còn chỗ trong phiếu mới: ghi lại vào chỗ thích hợp nếu cần", func(i scoring.Item) bool { return !i.Carried() }},
		{"2. Đã chuyển, cần kiểm tra lại", func(i scoring.Item) bool { return i.Carried() && i.Why != "" }},
		{"3. Đã chuyển", func(i scoring.Item) bool { return i.Carried() && i.Why == "" }},
	}
	for _, section := range sections {
		p.heading(section.title)
		p.headings("Mục cũ", "Nội dung", "Giá trị", "Mục mới", "Ghi chú")
		for _, item := range c.Items {
			if section.wants(item) {
				p.carryLine(item.From, item.Kind.Words(item.Label), item.Text, item.To, item.Why)
			}
		}
	}
	p.heading("4. Mới, còn để trống")
	p.headings("", "Nội dung", "", "Mục mới", "")
	for _, row := range l.FreshRows(c) {
		p.carryLine("", row.Input.Label, "", row.Key, row.Node.Name)
	}
	p.sheet.Page = draft.Page{Landscape: true, Footer: pageFooter}
	return p.sheet
}

func (p *pen) carryLine(from, label, text, to, note string) {
	style := bodyStyle()
	for i, cell := range []string{from, label, text, to, note} {
		p.put(i+1, draft.Text(cell), style)
	}
	p.next(18)
}

// FreshRows are the rows of this form for answers that the old one did not ask for.
func (l *Layout) FreshRows(c scoring.Carryover) []Row {
	var rows []Row
	for _, key := range c.Fresh {
		if row, ok := l.Row(key.String()); ok {
			rows = append(rows, row)
		}
	}
	return rows
}
