package look

import "cchc/templates/draft"

// Paper is what A4 across holds at full size between our margins: characters, and points. Both are a little less than there are:
// programs and printers differ, and a page that a program finds too full ends before our break.
const (
	PaperWidth  = 135
	PaperHeight = 500
)

// mostBreaks is how many breaks a sheet may have, less a few; longer sheets make pages for the program to end.
const mostBreaks = 1000

// RowBreaks ends the pages of a sheet only before the rows at which one may begin, the last of which is the first after the sheet's
// end. The head, which repeats, is the rows of it; scale is per cent.
func RowBreaks(sheet *draft.Sheet, head draft.Range, may []int, scale float64) []int {
	room := PaperHeight * 100 / scale
	var breaks []int
	used := RowsHeight(sheet, 1, head.To.Row)
	for i, row := range may[:len(may)-1] {
		height := RowsHeight(sheet, row, may[i+1]-1)
		if i > 0 && used+height > room && len(breaks) < mostBreaks {
			breaks, used = append(breaks, row-1), RowsHeight(sheet, head.From.Row, head.To.Row)
		}
		used += height
	}
	return breaks
}

// RowsHeight is how high rows are together, in points at full size.
func RowsHeight(sheet *draft.Sheet, from, to int) float64 {
	height := 0.0
	for row := from; row <= to; row++ {
		height += sheet.Rows[row].Height
	}
	return height
}
