package report

import (
	"fmt"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/figures"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// FigureSheet is the sheet of what the secretariat announces.
const FigureSheet = "Số công bố"

// FigureHeads are the columns of the list of figures, as it is read again; the last one is for people.
func FigureHeads() []string {
	return []string{"Số công bố", "Tên", "Khối", "Giá trị", "Bộ chỉ số", "Ghi chú"}
}

// FigureNote says how a figure came about, and who does not count.
func FigureNote(row *figures.Row) string {
	note := expr.UpperFirst(row.Figure.Describe())
	if row.Figure.From == scoring.FigureAnnounced {
		return note + ". Ghi vào cột Giá trị khi đã có."
	}
	note += fmt.Sprintf(". Tính trên %d đơn vị", row.Counted)
	if row.StandIns > 0 {
		note += fmt.Sprintf(", %d đơn vị theo số tự kê khai vì chưa thẩm định xong", row.StandIns)
	}
	note += "."
	var out []string
	for _, left := range row.Out {
		out = append(out, strings.TrimSpace(left.Unit.Code+" "+left.Unit.Name)+" ("+left.Why+")")
	}
	if len(out) > 0 {
		note += " Không tính: " + strings.Join(out, "; ") + "."
	}
	return note
}

// FigureWorkbook is the list of figures for a rule set, to be looked through, completed by hand and read again.
func FigureWorkbook(rs *scoring.RuleSet, rows []figures.Row) *draft.Workbook {
	heads := FigureHeads()
	p := newPen(FigureSheet, 14, 40, 16, 14, 28, 80)
	p.wide("SỐ CÔNG BỐ NĂM "+fmt.Sprint(rs.Year), len(heads), look.Title(), 24)
	p.wide("Số ghi ở cột Giá trị là số được công bố và được tính điểm. Sửa hoặc ghi thêm ngay tại đây rồi chấm: cchc score --figures TỆP-NÀY.", len(heads), look.Subtitle(), 18)
	head := p.row
	p.headings(heads...)
	p.sheet.Freeze = draft.Place{Row: p.row, Col: 1}
	p.sheet.Page = landscape(head, head)
	for i := range rows {
		p.figureRow(rs, &rows[i])
	}
	return &draft.Workbook{Title: "Số công bố", Sheets: []*draft.Sheet{p.sheet}}
}

func (p *pen) figureRow(rs *scoring.RuleSet, row *figures.Row) {
	body := look.Body()
	p.put(1, draft.Text(row.Figure.Name), look.Centered(body))
	p.put(2, draft.Text(row.Figure.Label), body)
	p.put(3, draft.Text(row.Block), body)
	value := look.Field(look.Centered(body))
	value.Format = "" // every digit that is there is announced
	if row.Value.Valid {
		p.put(4, draft.Number(row.Value.Decimal), value)
	} else {
		p.put(4, draft.Text(""), value)
	}
	p.put(5, draft.Text(rs.ID), body)
	p.put(6, draft.Text(FigureNote(row)), body)
	p.next(17)
}
