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
	var all []look.Passage
	for i := len(p.sheet.Cells) - 1; i >= 0 && p.sheet.Cells[i].Row == p.row; i-- {
		if cell := p.sheet.Cells[i]; cell.Style.Wrap {
			all = append(all, look.Passage{Text: cell.Value.Shown(), Width: p.width(cell.Place), Font: cell.Style.Font})
		}
	}
	p.sheet.Rows[p.row] = draft.Row{Height: look.Fit(least, all...), Grows: true}
	p.row++
}

// width is the width of a cell with all that is merged into it.
func (p *pen) width(at draft.Place) float64 {
	to := at.Col
	for _, m := range p.sheet.Merges {
		if m.From == at {
			to = m.To.Col
		}
	}
	width := 0.0
	for _, column := range p.sheet.Columns[at.Col-1 : to] {
		width += column.Width
	}
	return width
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
