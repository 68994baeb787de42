package draft

import "strconv"

// String is the place as spreadsheets write it: "B7".
func (p Place) String() string { return string(p.appendTo(nil)) }

func (p Place) appendTo(b []byte) []byte {
	return strconv.AppendInt(appendColumn(b, p.Col), int64(p.Row), 10)
}

func appendColumn(b []byte, col int) []byte {
	if col > 26 {
		b = appendColumn(b, (col-1)/26)
	}
	return append(b, byte('A'+(col-1)%26))
}

// absolute is the place with both parts fixed: "$B$7".
func (p Place) absolute() string {
	return "$" + string(appendColumn(nil, p.Col)) + "$" + strconv.Itoa(p.Row)
}

// String is the range as spreadsheets write it: "B7:C9", or "B7" where it is one cell.
func (r Range) String() string {
	if r.From == r.To {
		return r.From.String()
	}
	return r.From.String() + ":" + r.To.String()
}

func (r Range) valid() bool {
	return r.From.valid() && r.To.valid() && r.From.Row <= r.To.Row && r.From.Col <= r.To.Col
}

func (r Range) overlaps(o Range) bool {
	return r.From.Row <= o.To.Row && o.From.Row <= r.To.Row && r.From.Col <= o.To.Col && o.From.Col <= r.To.Col
}

func (p Place) valid() bool {
	return 1 <= p.Row && p.Row <= lastRow && 1 <= p.Col && p.Col <= lastCol
}

// compare orders places as a sheet holds them: row by row, from the left.
func (p Place) compare(o Place) int {
	if p.Row != o.Row {
		return p.Row - o.Row
	}
	return p.Col - o.Col
}
