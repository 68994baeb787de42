package draft

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"runtime"
	"slices"
)

// Plate prints workbooks of one kind quickly. What is the same in all of them (styles, validations, conditional formats, charts,
// the texts of the form) was laid out by excelize and deflated once, by [Press]; for each workbook only the rows of
// the sheets that differ are written, by this package itself, and put between.
//
// A Plate doesn't change, and any number of goroutines may print from it at once; the bytes depend on the workbook alone.
type Plate struct {
	base    *Workbook
	entries []entry
	sheets  []sheetFrame
	title   frame
	props   frame
	texts   frame          // the shared strings, from the first on
	items   []byte         // those of the base, as they were before deflating
	known   map[string]int // their numbers
	count   int
	looks   map[look]int
	idle    chan *tools
}

// Press lays out the base of all the workbooks that are to be printed. The base is checked as by [Workbook.Write] and must stay as
// it is afterwards. Styles that workbooks have and the base has not are given beside it.
//
// Every text of the base stands in every file, even where the cell's text differs: the base should be a blank form.
func Press(base *Workbook, more ...Style) (*Plate, error) {
	b, err := base.build()
	if err != nil {
		return nil, err
	}
	defer b.file.Close()
	if err := b.lookAhead(more); err != nil {
		return nil, err
	}
	parts, err := b.parts()
	if err != nil {
		return nil, err
	}
	p := &Plate{base: base, looks: b.looks, idle: make(chan *tools, runtime.GOMAXPROCS(0))}
	return p, p.cut(parts)
}

// lookAhead makes every style that a workbook may come to need: the extra ones, and each also for texts that look like formulas.
func (b *builder) lookAhead(more []Style) error {
	made := slices.SortedFunc(maps.Keys(b.looks), func(x, y look) int { return b.looks[x] - b.looks[y] })
	for _, s := range more {
		made = append(made, look{Style: s})
	}
	for _, l := range made {
		for _, quoted := range []bool{false, true} {
			if _, err := b.look(look{l.Style, quoted}); err != nil {
				return err
			}
		}
	}
	return nil
}

// Write writes a workbook of the base's kind. It may differ from the base in the cells, in how its rows look and how many
// they are, where its pages end, in its title and in the values of its properties; everything else must be as in the base.
func (p *Plate) Write(out io.Writer, w *Workbook) error { return p.write(out, w, func(*filler) {}) }

// write writes a workbook by a filler that was made ready.
func (p *Plate) write(out io.Writer, w *Workbook, ready func(*filler)) error {
	if err := p.same(w); err != nil {
		return err
	}
	t := p.take()
	defer p.giveBack(t)
	entries, err := p.fill(w, t, ready)
	if err != nil {
		return err
	}
	return writeZip(out, entries)
}

// take gives tools that nobody else uses.
func (p *Plate) take() *tools {
	select {
	case t := <-p.idle:
		return t
	default:
		return newTools()
	}
}

func (p *Plate) giveBack(t *tools) {
	select {
	case p.idle <- t:
	default:
	}
}

// same says whether a workbook is of the base's kind.
func (p *Plate) same(w *Workbook) error {
	if len(w.Sheets) != len(p.base.Sheets) || len(w.Properties) != len(p.base.Properties) || (w.Title == "") != (p.base.Title == "") {
		return errors.New("the workbook has not the sheets, the properties or the title of its base")
	}
	var all []error
	for i, one := range w.Properties {
		if one.Name != p.base.Properties[i].Name {
			all = append(all, fmt.Errorf("property %q: the base has %q there", one.Name, p.base.Properties[i].Name))
		}
	}
	for i, s := range w.Sheets {
		base := p.base.Sheets[i]
		if p.sheets[i].upToBreaks.data == nil && len(s.Page.Breaks) > 0 {
			all = append(all, fmt.Errorf("sheet %q: its pages end after rows, and the base has no place to say so: give it a footer", s.Name))
		}
		if s != base && !reflect.DeepEqual(s.settings(), base.settings()) {
			all = append(all, fmt.Errorf("sheet %q: more than rows and cells differs from the base's sheet %q", s.Name, base.Name))
		}
	}
	return errors.Join(all...)
}

// settings is the sheet without what may differ.
func (s *Sheet) settings() Sheet {
	bare := *s
	bare.Cells, bare.Rows, bare.Over, bare.Page.Breaks = nil, nil, nil, nil
	return bare
}
