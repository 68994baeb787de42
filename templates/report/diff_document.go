package report

import (
	"slices"
	"strings"

	"cchc/scoring/compare"
	"cchc/scoring/expr"
	"cchc/templates/draft"
	"cchc/templates/word"
)

// annexWidth is how wide the tables of an annex are, in millimetres: A4 across, between its margins.
const annexWidth = 252

// DiffDocument is a comparison of two rule sets as the annex of an official letter: the tables of the workbook's first two sheets, cell for
// cell, in a Word document. Equal comparisons give equal bytes.
func DiffDocument(d compare.Changes) ([]byte, error) {
	doc := word.Document{Title: diffTitle(d), Landscape: true}
	doc.Blocks = append(doc.Blocks, word.Bold(word.Centre, "PHỤ LỤC"), word.Bold(word.Centre, strings.ToUpper(diffTitle(d))),
		word.Paragraph{Style: word.Centre, Runs: []word.Run{{Text: "(Kèm theo Công văn số ……/……… ngày …… tháng …… năm ……… của ………………)", Italic: true, Size: 13}}},
		word.Paragraph{Style: word.Centre, Rule: 105, After: 6})
	for i, s := range diffSheets(d)[:2] {
		doc.Blocks = append(doc.Blocks, annexView(s, i > 0)...)
	}
	return doc.Bytes()
}

// annexView is a sheet: what stands over its table, and the table. The title itself stands over the annex.
func annexView(s *draft.Sheet, again bool) []word.Block {
	head := s.Page.TitleRows.From.Row
	grid := word.Grid{Widths: annexWidths(s), Head: 1}
	var blocks []word.Block
	for _, row := range rowsOf(s) {
		first := row[0]
		switch {
		case first.Row == 1, first.Row == 3 && again: // the title, and the basis, which are the same
		case first.Row < head && first.Row == 2:
			blocks = append(blocks, word.Paragraph{Style: word.Centre, Runs: []word.Run{{Text: first.Value.Shown(), Bold: true, Size: 13}}, Keep: true, Before: 6, After: 3})
		case first.Row < head && !again:
			blocks = append(blocks, word.Paragraph{Style: word.Centre, Runs: []word.Run{{Text: first.Value.Shown(), Italic: true, Size: 12}}, Keep: true, After: 3})
		case first.Row >= head:
			grid.Rows = append(grid.Rows, annexRow(s, row, first.Row == head))
		}
	}
	return append(blocks, grid)
}

// rowsOf are a sheet's cells, row by row, as they were written.
func rowsOf(s *draft.Sheet) [][]draft.Cell {
	var rows [][]draft.Cell
	for _, cell := range s.Cells {
		if n := len(rows); n == 0 || rows[n-1][0].Row != cell.Row {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], cell)
	}
	return rows
}

func annexRow(s *draft.Sheet, cells []draft.Cell, head bool) word.GridRow {
	row := word.GridRow{}
	if head {
		row.Fill = "E7E6E6"
	}
	for i := range cells {
		cell := &cells[i]
		p := word.Paragraph{Style: word.Cell, Runs: annexRuns(cell, head), Keep: head}
		if cell.Style.Align == draft.Center {
			p.Style = word.CellMid
		}
		span := 1
		for _, m := range s.Merges {
			if m.From == cell.Place {
				span = m.To.Col - m.From.Col + 1
			}
		}
		row.Cells = append(row.Cells, word.GridCell{Paragraphs: []word.Paragraph{p}, Span: span})
	}
	return row
}

// annexRuns are what stands in a cell. The inks of a sheet are not those of a letter, but red stays what fell.
func annexRuns(cell *draft.Cell, head bool) []word.Run {
	v, font := cell.Value, cell.Style.Font
	if v.Kind == draft.RichKind {
		var runs []word.Run
		for _, run := range v.Runs {
			runs = append(runs, word.Run{Text: run.Text, Bold: run.Font.Bold, Strike: run.Font.Strike, Color: run.Font.Color})
		}
		return runs
	}
	run := word.Run{Text: v.Shown(), Bold: font.Bold, Italic: font.Italic, Color: font.Color}
	if head {
		run.Color = ""
	}
	if v.Kind == draft.NumberKind {
		run.Text = expr.FormatNumber(v.Number)
		if v.Number.IsPositive() && strings.HasPrefix(cell.Style.Format, "+") {
			run.Text = "+" + run.Text
		}
	}
	return []word.Run{run}
}

// annexWidths share the page as the sheet's columns do.
func annexWidths(s *draft.Sheet) []int {
	var all, width float64
	for _, column := range s.Columns {
		all += column.Width
	}
	var widths []int
	used := 0
	for _, column := range s.Columns {
		width += column.Width
		end := int(width * annexWidth / all)
		widths = append(widths, end-used)
		used = end
	}
	const least = 15 // for a heading's word
	widest := slices.Index(widths, slices.Max(widths))
	for i := range widths {
		if short := least - widths[i]; short > 0 {
			widths[i], widths[widest] = least, widths[widest]-short
		}
	}
	return widths
}
