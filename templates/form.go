package templates

import (
	"strings"

	"cchc/templates/draft"
	"cchc/templates/look"
)

// page is the form's sheet while it is written.
type page struct {
	sheet *draft.Sheet
	view  view
	full  bool // with what the appraiser sees and fills in: of a scored workbook
	table bool // for several units
}

// width is a column's width in characters.
func (p *page) width(c Column) float64 {
	if p.table {
		return tableWidth(c)
	}
	return c.width(p.view)
}

// hides says that nobody sees a column.
func (p *page) hides(c Column) bool { return c.hidden(p.full) || p.table && c == ExplanationColumn }

// framer writes what stands in every form of a stage alike.
type framer struct {
	*Layout
	page
}

// writer writes what differs from form to form: values, and how those cells look. Its sheet is laid over the framer's.
type writer struct {
	*filled
	page
}

// formSheet is the sheet that a unit fills in and the secretariat appraises. Two fillings of the same stage differ
// only in their cells: columns, merged cells, validations and conditional formats are the layout's.
func (v *filled) formSheet() *draft.Sheet {
	below := v.form()
	sheet := *below
	sheet.Over, sheet.Rows, sheet.Cells = below, map[int]draft.Row{}, make([]draft.Cell, 0, len(below.Cells))
	if marks := v.conflictMarks(); len(marks) > 0 {
		sheet.Marks = append(marks, below.Marks...)
	}
	w := writer{v, page{&sheet, v.view(), v.scored(), v.Table != nil}}
	w.fields()
	w.deadline(below)
	for _, row := range v.Rows {
		w.row(row)
	}
	if w.Table == nil {
		w.roomForExplanations()
		sheet.Page.Breaks = w.breaks()
	}
	if len(w.Signature) > 0 {
		w.signed(below)
	}
	return w.sheet
}

// signed writes again what was typed where people sign, in the looks of the cells there.
func (w *writer) signed(below *draft.Sheet) {
	for _, cell := range below.Cells {
		if text := w.Signature[SignaturePlace{cell.Row, Column(cell.Col)}]; text != "" && w.Rows[cell.Row-1].Kind == SignatureRow {
			cell.Value = draft.Text(text)
			w.sheet.Cells = append(w.sheet.Cells, cell)
		}
	}
}

// newForm is the form's sheet without what a filling puts into it.
func (l *Layout) newForm(view view) *draft.Sheet {
	full := view.full()
	head, keys, typed := l.only(HeaderRow), l.only(KeyRow), AnswerColumn
	if full {
		typed = AppraisedAnswer
	}
	f := framer{l, page{&draft.Sheet{
		Name:      l.SheetName(),
		Rows:      map[int]draft.Row{},
		Freeze:    draft.Place{Row: keys.Number + 1, Col: int(NameColumn) + 1},
		Active:    l.only(InputRow).At(typed), // what the form is handed on for: the unit's answers, and in a scored workbook their correction
		Protected: true,
		Page: draft.Page{Landscape: true, Footer: look.PageFooter,
			TitleRows: draft.Range{From: head.At(KeyColumn), To: keys.At(lastColumn)}},
		Validations: l.validations, Marks: l.marks, Quiet: l.quiet(),
	}, view, full, l.Table != nil}}
	for _, c := range Columns() {
		f.sheet.Columns = append(f.sheet.Columns, draft.Column{Width: f.width(c), Hidden: f.hides(c)})
	}
	f.head()
	for _, row := range l.Rows {
		f.row(row)
	}
	f.signature()
	if l.Table != nil {
		f.sheet.Page.Breaks = l.tableBreaks()
		return f.sheet
	}
	if full {
		f.explanations()
	}
	f.sheet.Page.Scale = formScale
	f.sheet.Page.Area = &draft.Range{From: draft.Place{Row: 1, Col: int(KeyColumn)}, To: draft.Place{Row: len(l.Rows), Col: int(view.lastPrinted())}}
	return f.sheet
}

// tableBreaks are the rows after which a page ends: each criterion of a table may go to somebody else.
func (l *Layout) tableBreaks() []int {
	var rows []int
	for _, node := range l.Rules.Criteria[1:] {
		rows = append(rows, l.Cell(node.Number, KeyColumn).Row-1)
	}
	return rows
}

// quiet is all but the columns that people type numbers into: there, a number stored as text should look like one.
func (l *Layout) quiet() []draft.Range {
	last := len(l.Rows)
	columns := func(from, to Column) draft.Range {
		return draft.Range{From: draft.Place{Row: 1, Col: int(from)}, To: draft.Place{Row: last, Col: int(to)}}
	}
	return []draft.Range{columns(KeyColumn, MaxColumn), columns(SelfColumn, ReasonColumn), columns(AppraisedColumn, lastColumn)}
}

func (f *framer) row(row Row) {
	switch row.Kind {
	case HeaderRow:
		f.header(row)
	case KeyRow:
		f.keys(row)
	case NodeRow:
		f.node(row)
	case InputRow:
		f.input(row)
	case RuleRow:
		f.rule(row)
	case TotalRow:
		f.totals(row)
	}
}

func (w *writer) row(row Row) {
	switch {
	case row.Kind == NodeRow && row.Node.IsLeaf():
		w.leaf(row)
	case row.Kind == NodeRow && !w.isHeading(row):
		w.group(row)
	case row.Kind == InputRow:
		w.input(row)
	case row.Kind == TotalRow:
		w.totals(row)
	}
}

// put writes a value, and lets the row grow to hold it.
func (p *page) put(row Row, c Column, value draft.Value, style draft.Style) {
	p.sheet.Cells = append(p.sheet.Cells, draft.Cell{Place: row.At(c), Value: value, Style: style})
	if style.Wrap && !p.hides(c) {
		p.grow(row, fittingHeight(value, style, p.width(c)))
	}
}

// formula writes the cell's formula with the value that it has.
func (w *writer) formula(row Row, c Column, value draft.Value, style draft.Style) {
	w.put(row, c, value, style)
	w.sheet.Cells[len(w.sheet.Cells)-1].Formula = w.formulas[row.At(c)]
}

// grow makes a row at least that high, in points.
func (p *page) grow(row Row, height float64) {
	look, own := p.sheet.Rows[row.Number]
	if !own && p.sheet.Over != nil {
		look = p.sheet.Over.Rows[row.Number]
	}
	if height > look.Height {
		look.Height = height
		p.sheet.Rows[row.Number] = look
	}
}

// blank writes cells in which nothing stands.
func (p *page) blank(row Row, style draft.Style, columns ...Column) {
	for _, c := range columns {
		p.put(row, c, draft.Value{}, style)
	}
}

// key writes a row's key into the hidden column.
func (f *framer) key(row Row) { f.put(row, KeyColumn, draft.Text(row.Key), draft.Style{}) }

// across merges a row's cells from one column to another and writes into them.
func (f *framer) across(row Row, from, to Column, value draft.Value, style draft.Style) {
	width := 0.0
	for c := from; c <= to; c++ {
		cell := draft.Cell{Place: row.At(c), Style: style}
		if c == from {
			cell.Value = value
		}
		f.sheet.Cells = append(f.sheet.Cells, cell)
		width += f.width(c)
	}
	f.sheet.Merges = append(f.sheet.Merges, draft.Range{From: row.At(from), To: row.At(to)})
	f.grow(row, fittingHeight(value, style, width))
}

// lastShown is the last column that a person sees on paper.
func (p *page) lastShown() Column {
	if p.table {
		return WhyColumn
	}
	return p.view.lastPrinted()
}

func (f *framer) header(row Row) {
	for c := NumberColumn; c <= ExplanationColumn; c++ {
		fill := look.HeaderFill
		if c >= AppraisedAnswer && c <= WhyColumn {
			fill = look.AppraisalFill
		}
		f.put(row, c, draft.Text(f.Title(c)), look.Header(fill))
	}
}

func (f *framer) keys(row Row) {
	for _, c := range Columns() {
		f.put(row, c, draft.Text(c.Key()), draft.Style{})
	}
	f.sheet.Rows[row.Number] = draft.Row{Hidden: true}
}

// fittingHeight is how high a row must be, in points, for a wrapped value in a column of that width.
func fittingHeight(v draft.Value, style draft.Style, width float64) float64 {
	const indent = 1.5 // characters for each step
	line := look.Passage{Text: v.Text, Width: width - indent*float64(style.Indent), Font: style.Font}
	above := 0.0
	if len(v.Runs) > 0 {
		line.Font = v.Runs[0].Font
	}
	for _, run := range v.Runs {
		if text, below := strings.CutPrefix(run.Text, "\n"); below {
			above += line.Height()
			line.Text, line.Font = text, run.Font
		} else {
			line.Text += run.Text
		}
	}
	return look.Fit(above + line.Height())
}

// heightOf is how high a row is so far.
func (p *page) heightOf(row Row) float64 {
	if own, ok := p.sheet.Rows[row.Number]; ok || p.sheet.Over == nil {
		return own.Height
	}
	return p.sheet.Over.Rows[row.Number].Height
}

// breaks are the rows after which a page ends. A leaf is never parted from its answers, nor a heading from the first leaf below it,
// and nobody signs a page without the sums.
func (w *writer) breaks() []int {
	keys, total := w.only(KeyRow), w.Cell(TotalKey, KeyColumn).Row
	sheet := &draft.Sheet{Rows: map[int]draft.Row{}}
	for _, row := range w.Rows {
		if row.Number != keys.Number {
			sheet.Rows[row.Number] = draft.Row{Height: w.heightOf(row)}
		}
	}
	may := []int{keys.Number + 1}
	below := true // a heading, or the head
	for _, row := range w.Rows[keys.Number : total-1] {
		switch row.Kind {
		case NodeRow:
			if !below {
				may = append(may, row.Number)
			}
			below = !row.Node.IsLeaf()
		case InputRow:
			below = false
		}
	}
	head := draft.Range{From: w.only(HeaderRow).At(KeyColumn), To: keys.At(KeyColumn)}
	return look.RowBreaks(sheet, head, append(may, total, len(w.Rows)+1), formScale)
}
