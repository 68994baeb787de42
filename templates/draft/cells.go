package draft

import (
	"maps"
	"slices"
	"strconv"
)

func compareCells(a, b Cell) int { return a.compare(b.Place) }

// sorted gives the cells row by row; the sheet's own order stays as it is.
func (s *Sheet) sorted() []Cell {
	if slices.IsSortedFunc(s.Cells, compareCells) {
		return s.Cells
	}
	cells := slices.Clone(s.Cells) // cells are large: the copy is made at once
	slices.SortFunc(cells, compareCells)
	return cells
}

// Whole is the sheet with what it was laid over.
func (s *Sheet) Whole() *Sheet {
	if s.Over == nil {
		return s
	}
	below, own := s.Over.Whole(), s.places()
	all := *s
	all.Over, all.Rows = nil, map[int]Row{}
	maps.Copy(all.Rows, below.Rows)
	maps.Copy(all.Rows, s.Rows)
	all.Cells = append(slices.DeleteFunc(slices.Clone(below.Cells), func(c Cell) bool { return own[c.Place] }), s.Cells...)
	return &all
}

// numbers lists the rows that have a look or cells.
func (s *Sheet) numbers() []int {
	all := slices.Collect(maps.Keys(s.Rows))
	for i := range s.Cells {
		all = append(all, s.Cells[i].Row)
	}
	return inOrder(all)
}

// inOrder gives numbers in order, each once.
func inOrder(numbers []int) []int {
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

func (s *Sheet) places() map[Place]bool {
	places := map[Place]bool{}
	for i := range s.Cells {
		places[s.Cells[i].Place] = true
	}
	return places
}

func equalCells(a, b []Cell) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !a[i].equal(&b[i]) {
			return false
		}
	}
	return true
}

// equal says whether two cells are written alike.
func (c *Cell) equal(o *Cell) bool {
	return c.Place == o.Place && c.Formula == o.Formula && c.Style == o.Style && c.Value.equal(&o.Value)
}

func (v *Value) equal(o *Value) bool {
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

// Absolute is the place with both parts fixed: "$B$7".
func (p Place) Absolute() string {
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

// ColumnName is a column's name: 1 is A, 27 is AA.
func ColumnName(col int) string { return string(appendColumn(nil, col)) }
