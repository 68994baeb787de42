package rulebook

import (
	"cchc/templates/draft"
	"cchc/templates/look"
)

// pen writes a sheet row by row, downwards.
type pen struct {
	sheet *draft.Sheet
	row   int
}

func newPen(name string, widths ...float64) *pen {
	p := &pen{sheet: &draft.Sheet{Name: name, Rows: map[int]draft.Row{}, Page: draft.Page{Landscape: true, Footer: look.PageFooter}}, row: 1}
	for _, width := range widths {
		p.sheet.Columns = append(p.sheet.Columns, draft.Column{Width: width})
	}
	return p
}

func (p *pen) at(col int) draft.Place { return draft.Place{Row: p.row, Col: col} }

// put writes a cell of the row.
func (p *pen) put(col int, v draft.Value, s draft.Style) {
	p.sheet.Cells = append(p.sheet.Cells, draft.Cell{Place: p.at(col), Value: v, Style: s})
}

// across writes one cell over the columns from the first on.
func (p *pen) across(to int, text string, s draft.Style) {
	p.put(1, draft.Text(text), s)
	p.sheet.Merges = append(p.sheet.Merges, draft.Range{From: p.at(1), To: p.at(to)})
}

// next ends the row: high enough for what wraps in it.
func (p *pen) next(least float64) {
	p.sheet.Rows[p.row] = draft.Row{Height: look.FitRow(p.sheet, p.row, least), Grows: true}
	p.row++
}

// headings writes a table's head, which repeats on every page, and freezes what is above the rows below it.
func (p *pen) headings(titles ...string) {
	for i, title := range titles {
		p.put(i+1, draft.Text(title), look.Header(look.HeaderFill))
	}
	p.sheet.Page.TitleRows = draft.Range{From: p.at(1), To: p.at(len(titles))}
	p.next(18)
	p.sheet.Freeze = draft.Place{Row: p.row, Col: 1}
}
