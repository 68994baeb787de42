package xlsx

import (
	"bytes"
	"cmp"
	"iter"
	"slices"
)

// Sheet is the content of one sheet. It is read only.
type Sheet struct {
	Name   string
	Merges []Range // the merged ranges, as the file lists them

	rows       []sheetRow
	cells      []Cell
	hiddenRows []int
	hiddenCols []Range
	source     string // the name of its part
	links      []hyperlink
	pictures   []Place
	part       []byte        // as it stands in the file
	formulas   []formulaText // in the order of the cells
}

// formulaText says which bytes of the part are a cell's formula, with the end of its element.
type formulaText struct{ row, col, start, end int }

// sheetRow is a row that holds something: its cells begin at start and end where the next row's begin.
type sheetRow struct{ number, start int }

// FormulaSource is a cell's formula as the file spells it, with XML's escapes; nil where none stands there, or where the cell
// shares another's. Whoever goes through the cells in their order hands in how many formulas lie behind, and gets that back.
func (s *Sheet) FormulaSource(row, col, behind int) ([]byte, int) {
	for ; behind < len(s.formulas); behind++ {
		f := s.formulas[behind]
		switch {
		case f.row > row || f.row == row && f.col > col:
			return nil, behind
		case f.row == row && f.col == col:
			text := s.part[f.start:f.end]
			return text[:max(0, bytes.LastIndexByte(text, '<'))], behind
		}
	}
	return nil, behind
}

// Decoded is a text of the file without XML's escapes.
func Decoded(source []byte) []byte { return decode(source) }

// Cell is the cell at a place counted from 1. One that the file doesn't hold is empty.
func (s *Sheet) Cell(row, col int) Cell {
	at, found := slices.BinarySearchFunc(s.rows, row, func(r sheetRow, row int) int { return cmp.Compare(r.number, row) })
	if found {
		cells := s.rowCells(at)
		if i, ok := slices.BinarySearchFunc(cells, col, func(c Cell, col int) int { return cmp.Compare(c.Col, col) }); ok {
			return cells[i]
		}
	}
	return Cell{Row: row, Col: col}
}

// Rows goes through the rows that hold something, downwards: the row's number and its cells, from left to right.
func (s *Sheet) Rows() iter.Seq2[int, []Cell] {
	return func(yield func(int, []Cell) bool) {
		for i, row := range s.rows {
			if !yield(row.number, s.rowCells(i)) {
				return
			}
		}
	}
}

// Cells is every cell that holds something, row by row.
func (s *Sheet) Cells() []Cell { return slices.Clip(s.cells) }

// RowHidden reports whether a row is hidden (by hand or by a filter).
func (s *Sheet) RowHidden(row int) bool {
	_, found := slices.BinarySearch(s.hiddenRows, row)
	return found
}

// ColumnHidden reports whether a column is hidden.
func (s *Sheet) ColumnHidden(col int) bool {
	return slices.ContainsFunc(s.hiddenCols, func(r Range) bool { return r.Left <= col && col <= r.Right })
}

// Merged is the merged range that a cell lies in, if any.
func (s *Sheet) Merged(row, col int) (Range, bool) {
	i := slices.IndexFunc(s.Merges, func(r Range) bool { return r.Contains(row, col) })
	if i < 0 {
		return Range{}, false
	}
	return s.Merges[i], true
}

func (s *Sheet) rowCells(i int) []Cell {
	end := len(s.cells)
	if i+1 < len(s.rows) {
		end = s.rows[i+1].start
	}
	return s.cells[s.rows[i].start:end:end]
}
