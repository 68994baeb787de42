package figures

import "github.com/shopspring/decimal"

// Revised is a figure that comes to another value than a list has.
type Revised struct {
	Row
	Was decimal.Decimal
}

// Merge puts what was reckoned anew into a list that stands already: what comes from outside stays as it was typed, and so do rows
// that nothing was reckoned for. What now comes to another value is named; whether it replaces what stands is the caller's to say.
func Merge(standing, reckoned []Row) (rows []Row, revised []Revised) {
	was := map[place]Row{}
	for _, row := range standing {
		was[row.place()] = row
	}
	for _, row := range reckoned {
		before, there := was[row.place()]
		delete(was, row.place())
		switch {
		case !there || !before.Value.Valid:
		case !row.Value.Valid: // it comes from outside, or nobody counts any more
			row.Value = before.Value
		case !row.Value.Decimal.Equal(before.Value.Decimal):
			revised = append(revised, Revised{row, before.Value.Decimal})
		}
		rows = append(rows, row)
	}
	for _, row := range standing {
		if _, left := was[row.place()]; left {
			rows = append(rows, row)
		}
	}
	return rows, revised
}

func (row Row) place() place { return place{row.Figure.Name, foldBlock(row.Block)} }
