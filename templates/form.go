package templates

import (
	"slices"
	"strings"

	"cchc/templates/draft"
)

// writer fills the form's sheet.
type writer struct {
	*filled
	sheet *draft.Sheet
	grid  []draft.Cell // of all rows and columns, so that the cells are in order whatever is written first
}

// formSheet is the sheet that a unit fills in and the secretariat appraises. Two fillings of the same stage differ
// only in their cells: columns, merged cells, validations and conditional formats are the layout's.
func (v *filled) formSheet() *draft.Sheet {
	head, keys := v.only(HeaderRow), v.only(KeyRow)
	w := writer{v, &draft.Sheet{
		Name:      FormSheet,
		Rows:      map[int]draft.Row{},
		Freeze:    draft.Place{Row: keys.Number + 1, Col: int(NameColumn) + 1},
		Active:    v.only(InputRow).at(v.typed()),
		Protected: true,
		Page: draft.Page{Landscape: true, Footer: pageFooter,
			TitleRows: draft.Range{From: head.at(KeyColumn), To: keys.at(lastColumn)},
			Breaks:    []int{v.Cell(TotalKey, KeyColumn).Row - 1}}, // nobody signs a page without the sums
	}, make([]draft.Cell, len(v.Rows)*int(lastColumn))}
	for _, c := range Columns() {
		w.sheet.Columns = append(w.sheet.Columns, draft.Column{Width: c.width(v.scored()), Hidden: c.hidden(v.scored())})
	}
	w.head()
	for _, row := range v.Rows {
		w.row(row)
	}
	w.signature()
	w.sheet.Cells = slices.DeleteFunc(w.grid, func(c draft.Cell) bool { return c.Row == 0 })
	w.sheet.Validations, w.sheet.Marks, w.sheet.Quiet = v.validations, v.marks, v.quiet()
	return w.sheet
}

// typed is the column that the form is handed on for: the unit's answers, and in a scored workbook their correction.
func (v *filled) typed() Column {
	if v.scored() {
		return AppraisedAnswer
	}
	return AnswerColumn
}

// quiet is all but the columns that people type numbers into: there, a number stored as text should look like one.
func (l *Layout) quiet() []draft.Range {
	last := len(l.Rows)
	columns := func(from, to Column) draft.Range {
		return draft.Range{From: draft.Place{Row: 1, Col: int(from)}, To: draft.Place{Row: last, Col: int(to)}}
	}
	return []draft.Range{columns(KeyColumn, MaxColumn), columns(SelfColumn, ReasonColumn), columns(AppraisedColumn, lastColumn)}
}

// pageFooter numbers the pages of every sheet.
const pageFooter = "Trang &P/&N"

func (w *writer) row(row Row) {
	switch row.Kind {
	case HeaderRow:
		w.header(row)
	case KeyRow:
		w.keys(row)
	case NodeRow:
		w.node(row)
	case InputRow:
		w.input(row)
	case TotalRow:
		w.totals(row)
	}
}

// cell gives a cell of the grid.
func (w *writer) cell(row Row, c Column) *draft.Cell {
	return &w.grid[(row.Number-1)*int(lastColumn)+int(c)-1]
}

// put writes a value, and lets the row grow to hold it.
func (w *writer) put(row Row, c Column, value draft.Value, style draft.Style) {
	*w.cell(row, c) = draft.Cell{Place: row.at(c), Value: value, Style: style}
	if style.Wrap && !c.hidden(w.scored()) {
		w.grow(row, fittingHeight(value, style, c.width(w.scored())))
	}
}

// formula writes the cell's formula with the value that it has.
func (w *writer) formula(row Row, c Column, value draft.Value, style draft.Style) {
	w.put(row, c, value, style)
	w.cell(row, c).Formula = w.formulas[row.at(c)]
}

// grow makes a row at least that high, in points.
func (w *writer) grow(row Row, height float64) {
	r := w.sheet.Rows[row.Number]
	r.Height = max(r.Height, height)
	w.sheet.Rows[row.Number] = r
}

// key writes a row's key into the hidden column.
func (w *writer) key(row Row) { w.put(row, KeyColumn, draft.Text(row.Key), draft.Style{}) }

// across merges a row's cells from one column to another and writes into them.
func (w *writer) across(row Row, from, to Column, value draft.Value, style draft.Style) {
	for c := from; c <= to; c++ {
		*w.cell(row, c) = draft.Cell{Place: row.at(c), Style: style}
	}
	w.cell(row, from).Value = value
	w.sheet.Merges = append(w.sheet.Merges, draft.Range{From: row.at(from), To: row.at(to)})
	width := 0.0
	for c := from; c <= to; c++ {
		width += c.width(w.scored())
	}
	w.grow(row, fittingHeight(value, style, width))
}

// lastShown is the last column that a person sees.
func (w *writer) lastShown() Column {
	if w.scored() {
		return ExplanationColumn
	}
	return ReasonColumn
}

func (w *writer) header(row Row) {
	for c := NumberColumn; c <= ExplanationColumn; c++ {
		fill := headerFill
		if c >= AppraisedAnswer && c <= WhyColumn {
			fill = appraisalFill
		}
		w.put(row, c, draft.Text(c.title()), headerStyle(fill))
	}
}

func (w *writer) keys(row Row) {
	for _, c := range Columns() {
		w.put(row, c, draft.Text(c.Key()), draft.Style{})
	}
	w.sheet.Rows[row.Number] = draft.Row{Hidden: true}
}

// fittingHeight is how high a row must be, in points, for a wrapped value in a column of that width.
func fittingHeight(v draft.Value, style draft.Style, width float64) float64 {
	const (
		indent = 1.5  // characters for each step
		screen = 0.96 // on screens letters are set a little wider than in print
	)
	line := passage{v.Text, screen * (width - indent*float64(style.Indent)), style.Font}
	above := 0.0
	for _, run := range v.Runs {
		if text, below := strings.CutPrefix(run.Text, "\n"); below {
			above += line.height()
			line.text, line.font = text, run.Font
		} else {
			line.text += run.Text
		}
	}
	return fit(above + line.height())
}
