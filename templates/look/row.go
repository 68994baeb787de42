package look

import "cchc/templates/draft"

// FitRow is the height in points that the row written last into a sheet needs for what wraps in it, at least and at most.
func FitRow(s *draft.Sheet, row int, least float64) float64 {
	first := len(s.Cells)
	for first > 0 && s.Cells[first-1].Row == row {
		first--
	}
	return FitCells(s, s.Cells[first:], least)
}

// FitCells is the height in points that cells of one row of the sheet need for what wraps in them, at least and at most.
func FitCells(s *draft.Sheet, cells []draft.Cell, least float64) float64 {
	var all []Passage
	for i := range cells {
		if cell := &cells[i]; cell.Style.Wrap {
			all = append(all, Passage{Text: cell.Value.Shown(), Width: WidthOf(s, cell.Place), Font: cell.Style.Font})
		}
	}
	return Fit(least, all...)
}

// WidthOf is the width in characters of a cell with all that is merged into it.
func WidthOf(s *draft.Sheet, at draft.Place) float64 {
	to := at.Col
	for _, m := range s.Merges {
		if m.From == at {
			to = m.To.Col
		}
	}
	width := 0.0
	for _, column := range s.Columns[at.Col-1 : to] {
		width += column.Width
	}
	return width
}
