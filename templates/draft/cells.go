package draft

import "slices"

func compareCells(a, b Cell) int { return a.compare(b.Place) }

// sorted gives the cells row by row; the sheet's own order stays as it is.
func (s *Sheet) sorted() []Cell {
	if slices.IsSortedFunc(s.Cells, compareCells) {
		return s.Cells
	}
	return slices.SortedFunc(slices.Values(s.Cells), compareCells)
}

// equal says whether two cells are written alike.
func (c Cell) equal(o Cell) bool {
	return c.Place == o.Place && c.Style == o.Style && c.Formula == o.Formula && c.Value.equal(o.Value)
}

func (v Value) equal(o Value) bool {
	if v.Kind != o.Kind {
		return false
	}
	switch v.Kind {
	case TextKind:
		return v.Text == o.Text
	case NumberKind:
		return v.Number.Equal(o.Number)
	case RichKind:
		return slices.Equal(v.Runs, o.Runs)
	default:
		return true
	}
}
