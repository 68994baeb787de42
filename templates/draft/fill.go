package draft

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
)

// fill gives the parts of a workbook: the base's own, but for what differs. Only that is checked; the base was.
func (p *Plate) fill(w *Workbook, t *tools, ready func(*filler)) ([]entry, error) {
	f := &filler{plate: p, tools: t, entries: slices.Clone(p.entries)}
	ready(f)
	t.added = t.added[:0]
	clear(t.number)
	for i, s := range w.Sheets {
		f.sheet(i, s)
	}
	f.rest(w)
	return f.entries, errors.Join(f.wrong...)
}

// rest fills what is not a sheet.
func (f *filler) rest(w *Workbook) {
	f.putTexts()
	if w.Title != f.plate.base.Title {
		f.put(&f.plate.title, appendEscaped(nil, clean(w.Title)))
	}
	if all := f.sealed(w.Properties); !slices.Equal(all, f.plate.base.Properties) {
		f.put(&f.plate.props, properties(all))
	}
}

// filler fills one workbook.
type filler struct {
	*tools
	plate   *Plate
	entries []entry
	old     []done          // what the base still has to offer for the sheet
	cover   map[int][]Range // its merges by row
	below   *Sheet          // what the sheet is laid over, if it is what the base is laid over too
	none    done
	wrong   []error
	long    *Sheet // that goes on with more, nil for none
	more    iter.Seq[LongRow]

	references int // of the cells to texts, so far
}

// put fills a frame.
func (f *filler) put(frame *frame, middle []byte) {
	filled, err := frame.around(f.entries[frame.entry].name, middle, f.tools)
	f.entries[frame.entry] = filled
	f.found(err)
}

// found notes what is wrong, if anything is.
func (f *filler) found(err error) {
	if err != nil {
		f.wrong = append(f.wrong, err)
	}
}

// sheet fills a sheet, if it differs from the base's.
func (f *filler) sheet(i int, s *Sheet) {
	base, sheet := f.plate.base.Sheets[i], &f.plate.sheets[i]
	long := f.long != nil && s == f.long
	sameBreaks := slices.Equal(s.Page.Breaks, base.Page.Breaks)
	if !long && sameBreaks && (s == base || s.Over == base.Over && maps.Equal(s.Rows, base.Rows) && equalCells(s.Cells, base.Cells)) {
		f.references += sheet.references
		return
	}
	f.rows, f.old, f.cover, f.below = f.rows[:0], sheet.cells, sheet.cover, sheet.below
	if s.Over != base.Over {
		s, f.below = s.Whole(), nil
	}
	rows, cells := s.numbers(), s.sorted()
	if f.below != nil {
		rows = inOrder(append(rows, sheet.rows...))
	}
	for _, n := range rows {
		end := 0
		for end < len(cells) && cells[end].Row == n {
			end++
		}
		f.row(s, n, cells[:end])
		cells = cells[end:]
	}
	if long {
		f.putLong(&sheet.frame, s)
		return
	}
	f.references += references(f.rows)
	if sameBreaks {
		f.put(&sheet.frame, f.rows)
		return
	}
	s.Page.checkBreaks(func(what string, args ...any) {
		f.found(fmt.Errorf("sheet %q: "+what, append([]any{s.Name}, args...)...))
	})
	broken, err := sheet.broken(s.Page.Breaks, f.tools)
	f.found(err)
	f.put(&broken, f.rows)
}

func (f *filler) row(s *Sheet, n int, cells []Cell) {
	look, own := s.Rows[n]
	if !own && f.below != nil {
		look = f.below.Rows[n]
	}
	f.rowOf(s, n, look, cells)
}

func (f *filler) rowOf(s *Sheet, n int, look Row, cells []Cell) {
	f.found(look.check(s.Name, n))
	f.rowStart(n, look)
	start := len(f.rows)
	for i := range cells {
		f.found(twice(s.Name, cells, i))
		f.cell(s, &cells[i])
	}
	f.before(Place{n, lastCol + 1})
	if len(f.rows) == start {
		f.rows = append(f.rows[:start-1], "/>"...)
		return
	}
	f.add("</row>")
}

func (f *filler) rowStart(n int, r Row) {
	f.add(`<row r="`)
	f.rows = strconv.AppendInt(f.rows, int64(n), 10)
	f.add(`"`)
	if r.Height > 0 {
		f.add(` ht="`)
		f.rows = strconv.AppendFloat(f.rows, r.Height, 'f', -1, 64)
		f.add(`"`)
		if !r.Grows {
			f.add(` customHeight="1"`)
		}
	}
	if r.Hidden {
		f.add(` hidden="1"`)
	}
	if r.Outline > 0 {
		f.add(` outlineLevel="`)
		f.rows = append(f.rows, byte('0'+r.Outline), '"')
	}
	f.add(">")
}

// cell writes a cell, and takes from the base what is the same there.
func (f *filler) cell(s *Sheet, c *Cell) {
	old := f.before(c.Place)
	if old != &f.none {
		f.old = f.old[1:] // this cell stands in its place, of the sheet below too
	}
	if old.equal(c) {
		f.rows = append(f.rows, old.xml...)
		return
	}
	f.found(c.check(s.Name, f.cover[c.Row]))
	if c.bare() {
		return
	}
	if look := c.look(); old.look() == look && len(old.start) > 0 {
		f.rows = append(f.rows, old.start...)
	} else {
		f.start(s, c.Place, look)
	}
	f.content(s, c, old)
}

// before is the base's cell in a place, or one that is like no other. What stands before that place in the sheet below is written.
func (f *filler) before(at Place) *done {
	for len(f.old) > 0 && f.old[0].compare(at) < 0 {
		if f.below != nil && f.old[0].below {
			f.rows = append(f.rows, f.old[0].xml...)
		}
		f.old = f.old[1:]
	}
	if len(f.old) == 0 || f.old[0].Place != at {
		return &f.none
	}
	return &f.old[0]
}

// start writes a cell's place and style.
func (f *filler) start(s *Sheet, at Place, l look) {
	style, ok := f.plate.looks[l]
	if !ok {
		f.found(fmt.Errorf("sheet %q, cell %v: the base has no such style, give it to Press", s.Name, at))
	}
	f.add(`<c r="`)
	f.rows = at.appendTo(f.rows)
	f.add(`" s="`)
	f.rows = strconv.AppendInt(f.rows, int64(style), 10)
	f.add(`"`)
}

// content writes the rest of a cell: type, formula and value.
func (f *filler) content(s *Sheet, c *Cell, old *done) {
	switch kind := c.Value.Kind; {
	case c.Formula != "" && kind == NumberKind:
		f.add(">").formula(s, c, old).value(c.Value.Number.String())
	case c.Formula != "":
		f.add(` t="str">`).formula(s, c, old).text(c.Value.Text)
	case kind == NumberKind:
		f.add(">").value(c.Value.Number.String())
	case kind == Empty:
		f.add("/>")
	default:
		f.words(c.Value)
	}
}

func (f *filler) add(s string) *filler {
	f.rows = append(f.rows, s...)
	return f
}

func (f *filler) formula(s *Sheet, c *Cell, old *done) *filler {
	if c.Formula == old.Formula {
		f.rows = append(f.rows, old.formula...)
		return f
	}
	f.found(c.checkFormula(s.Name))
	f.add("<f>")
	f.rows = appendFormula(f.rows, clean(c.Formula))
	return f.add("</f>")
}

func (f *filler) text(s string) {
	if s == "" {
		f.add("<v/></c>")
		return
	}
	f.add("<v>")
	f.rows = appendText(f.rows, clean(s))
	f.add("</v></c>")
}

func (f *filler) value(v string) { f.add("<v>").add(v).add("</v></c>") }

// properties are the custom properties as excelize writes them.
func properties(all []Property) []byte {
	var b bytes.Buffer
	for i, one := range all {
		fmt.Fprintf(&b, `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%d" name="%s"><vt:lpwstr>%s</vt:lpwstr></property>`,
			i+2, appendEscaped(nil, clean(one.Name)), appendEscaped(nil, clean(one.Value)))
	}
	return b.Bytes()
}
