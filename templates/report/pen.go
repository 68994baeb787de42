package report

import (
	"cchc/templates/draft"
	"cchc/templates/look"
)

// pen writes a sheet row by row, downwards. How many rows there are differs from unit to unit; widths, merges and all
// else that a pressed base fixes must not.
type pen struct {
	sheet *draft.Sheet
	row   int
}

func newPen(name string, widths ...float64) *pen {
	p := &pen{sheet: &draft.Sheet{Name: name, Rows: map[int]draft.Row{}}, row: 1}
	for _, width := range widths {
		p.sheet.Columns = append(p.sheet.Columns, draft.Column{Width: width})
	}
	return p
}

// put writes a cell of the row.
func (p *pen) put(col int, v draft.Value, s draft.Style) {
	p.sheet.Cells = append(p.sheet.Cells, draft.Cell{Place: draft.Place{Row: p.row, Col: col}, Value: v, Style: s})
}

// link writes a cell that leads to another place of the workbook, which a formula names as ref.
func (p *pen) link(col int, text, ref string, s draft.Style) {
	s.Font.Color, s.Font.Underline = look.Ink, true
	p.sheet.Cells = append(p.sheet.Cells, draft.Cell{Place: draft.Place{Row: p.row, Col: col}, Value: draft.Text(text),
		Formula: `HYPERLINK("#` + ref + `","` + text + `")`, Style: s})
}

// merge makes one cell of some columns of the row.
func (p *pen) merge(from, to int) {
	p.sheet.Merges = append(p.sheet.Merges, draft.Range{From: draft.Place{Row: p.row, Col: from}, To: draft.Place{Row: p.row, Col: to}})
}

// next ends the row: at least that high, and high enough for what wraps in it.
func (p *pen) next(least float64) {
	p.sheet.Rows[p.row] = draft.Row{Height: look.FitRow(p.sheet, p.row, least)}
	p.row++
}

// headings writes a table's head; a heading that is "" leaves its cell out.
func (p *pen) headings(titles ...string) {
	for i, title := range titles {
		if title != "" {
			p.put(i+1, draft.Text(title), look.Header(look.HeaderFill))
		}
	}
	p.next(18)
}

// heading begins a section.
func (p *pen) heading(text string) {
	p.sheet.Rows[p.row] = draft.Row{Height: 8}
	p.row++
	p.put(1, draft.Text(text), draft.Style{Font: draft.Font{Size: 12, Bold: true, Color: look.Ink}})
	p.next(20)
}
