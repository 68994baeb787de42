package xlsx

import "strconv"

// The last row and column of a sheet.
const (
	maxRow    = 1 << 20
	maxColumn = 1 << 14
)

// Kind says what a cell holds.
type Kind uint8

// A cell that holds nothing is Empty, whether it stands in the file or not.
const (
	Empty Kind = iota
	Number
	Text
	Bool
	Error
)

// Cell is one cell as it stands in the file.
type Cell struct {
	Row, Col int // from 1
	Kind     Kind
	// Text is the raw value: a number's digits as they stand (never a float's), a text joined from its runs
	// (NFC), TRUE or FALSE, or an error such as #DIV/0!.
	Text    string
	Formula bool      // a formula stands in the cell; with Empty it has no cached value
	Format  NumFormat // by the cell's style; a date written out as text is a Text with FormatDate
}

// Ref is the cell's name, such as "F12".
func (c Cell) Ref() string { return ColumnName(c.Col) + strconv.Itoa(c.Row) }

// ColumnName is the name of a column counted from 1: "A", "Z", "AA".
func ColumnName(n int) string {
	var letters [8]byte
	at := len(letters)
	for ; n > 0 && at > 0; n = (n - 1) / 26 {
		at--
		letters[at] = byte('A' + (n-1)%26)
	}
	return string(letters[at:])
}

// Range is a rectangle of cells, all four edges included.
type Range struct{ Top, Left, Bottom, Right int }

// Contains reports whether a cell lies in the range.
func (r Range) Contains(row, col int) bool {
	return r.Top <= row && row <= r.Bottom && r.Left <= col && col <= r.Right
}

// String is the range's name, such as "A1:B2".
func (r Range) String() string {
	return Cell{Row: r.Top, Col: r.Left}.Ref() + ":" + Cell{Row: r.Bottom, Col: r.Right}.Ref()
}

// parseRef reads a cell's name: capital letters, then digits, inside the sheet.
func parseRef(ref []byte) (row, col int, ok bool) {
	at := 0
	for ; at < len(ref) && at < 3 && 'A' <= ref[at] && ref[at] <= 'Z'; at++ {
		col = col*26 + int(ref[at]-'A') + 1
	}
	row, ok = parseRow(ref[at:])
	return row, col, ok && col > 0 && col <= maxColumn
}

// parseRow reads a row's number.
func parseRow(raw []byte) (row int, ok bool) {
	if len(raw) == 0 || len(raw) > 7 || raw[0] == '0' {
		return 0, false
	}
	for _, c := range raw {
		if c < '0' || c > '9' {
			return 0, false
		}
		row = row*10 + int(c-'0')
	}
	return row, row <= maxRow
}

// parseRange reads "A1:B2", or "A1" for a single cell.
func parseRange(ref []byte) (Range, bool) {
	first, last := ref, ref
	for i, c := range ref {
		if c == ':' {
			first, last = ref[:i], ref[i+1:]
			break
		}
	}
	top, left, ok1 := parseRef(first)
	bottom, right, ok2 := parseRef(last)
	return Range{top, left, bottom, right}, ok1 && ok2 && top <= bottom && left <= right
}
