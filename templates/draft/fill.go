package draft

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// fill gives the parts of a workbook: the base's own, but for what differs.
func (p *Plate) fill(w *Workbook, t *tools) ([]entry, error) {
	f := &filler{plate: p, tools: t, entries: slices.Clone(p.entries)}
	t.added = t.added[:0]
	clear(t.number)
	for i, s := range w.Sheets {
		if err := f.sheet(i, s); err != nil {
			return nil, err
		}
	}
	return f.entries, f.rest(w)
}

// rest fills what is not a sheet.
func (f *filler) rest(w *Workbook) error {
	if len(f.added) > 0 {
		if err := f.put(&f.plate.texts, f.added); err != nil {
			return err
		}
	}
	if w.Title != f.plate.base.Title {
		if err := f.put(&f.plate.title, appendEscaped(nil, clean(w.Title))); err != nil {
			return err
		}
	}
	if slices.Equal(w.Properties, f.plate.base.Properties) {
		return nil
	}
	return f.put(&f.plate.props, properties(w.Properties))
}

// filler fills one workbook.
type filler struct {
	*tools
	plate   *Plate
	entries []entry
	old     []done // what the base still has to offer for the sheet
}

// put fills a frame.
func (f *filler) put(frame *frame, middle []byte) error {
	filled, err := frame.around(f.entries[frame.entry].name, middle, f.tools)
	f.entries[frame.entry] = filled
	return err
}

// sheet fills a sheet, if it differs from the base's.
func (f *filler) sheet(i int, s *Sheet) error {
	base := f.plate.base.Sheets[i]
	if maps.Equal(s.Rows, base.Rows) && equalCells(s.Cells, base.Cells) {
		return nil
	}
	f.rows, f.old = f.rows[:0], f.plate.sheets[i].cells
	numbers, cells := slices.Sorted(maps.Keys(s.Rows)), s.sorted()
	for len(numbers) > 0 || len(cells) > 0 {
		n := next(numbers, cells)
		if len(numbers) > 0 && numbers[0] == n {
			numbers = numbers[1:]
		}
		end := 0
		for end < len(cells) && cells[end].Row == n {
			end++
		}
		if err := f.row(s, n, cells[:end]); err != nil {
			return err
		}
		cells = cells[end:]
	}
	return f.put(&f.plate.sheets[i].frame, f.rows)
}

// next is the lowest row of those that have a look or cells.
func next(numbers []int, cells []Cell) int {
	switch {
	case len(numbers) == 0:
		return cells[0].Row
	case len(cells) == 0:
		return numbers[0]
	default:
		return min(numbers[0], cells[0].Row)
	}
}

func (f *filler) row(s *Sheet, n int, cells []Cell) error {
	f.add(`<row r="`)
	f.rows = strconv.AppendInt(f.rows, int64(n), 10)
	f.add(`"`)
	r := s.Rows[n]
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
	for i := range cells {
		if f.again(&cells[i]) {
			continue
		}
		if err := f.cell(s, &cells[i]); err != nil {
			return err
		}
	}
	f.add("</row>")
	return nil
}

// again writes a cell as the base has it, if it is the same.
func (f *filler) again(c *Cell) bool {
	for len(f.old) > 0 && f.old[0].compare(c.Place) < 0 {
		f.old = f.old[1:]
	}
	if len(f.old) == 0 || !f.old[0].equal(c) {
		return false
	}
	f.rows = append(f.rows, f.old[0].xml...)
	return true
}

func (f *filler) cell(s *Sheet, c *Cell) error {
	if c.bare() {
		return nil
	}
	style, ok := f.plate.looks[c.look()]
	if !ok {
		return fmt.Errorf("sheet %q, cell %v: the base has no such style, give it to Press", s.Name, c.Place)
	}
	f.add(`<c r="`)
	f.rows = c.Place.appendTo(f.rows)
	f.add(`" s="`)
	f.rows = strconv.AppendInt(f.rows, int64(style), 10)
	f.add(`"`)
	f.content(c)
	return nil
}

// content writes the rest of a cell: type, formula and value.
func (f *filler) content(c *Cell) {
	switch kind := c.Value.Kind; {
	case c.Formula != "" && kind == NumberKind:
		f.add(">").formula(c.Formula).value(c.Value.Number.String())
	case c.Formula != "":
		f.add(` t="str">`).formula(c.Formula).text(c.Value.Text)
	case kind == NumberKind:
		f.add(">").value(c.Value.Number.String())
	case kind == Empty:
		f.add("/>")
	default:
		f.add(` t="s">`).value(strconv.Itoa(f.shared(c.Value)))
	}
}

func (f *filler) add(s string) *filler {
	f.rows = append(f.rows, s...)
	return f
}

func (f *filler) formula(formula string) *filler {
	f.add("<f>")
	f.rows = appendEscaped(f.rows, clean(formula))
	return f.add("</f>")
}

func (f *filler) text(s string) {
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
