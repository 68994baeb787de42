package draft

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"

	"github.com/klauspost/compress/flate"
)

// frame is a part cut open where workbooks differ. Its two ends are deflated already; what comes between is deflated by
// itself and put between them, which is one valid stream.
type frame struct {
	entry      int // where the part stands among the entries
	head, tail []byte
	sum        uint32 // of the head, as it was before deflating
	after      []byte // the tail, as it was before deflating
	size       int    // of both
}

// sheetFrame is the frame of a sheet, with the base's cells as they are written: most cells of a workbook are the same.
type sheetFrame struct {
	frame
	cover map[int][]Range // the merges by row
	cells []done          // from the first place to the last
	below *Sheet          // what the base is laid over, nil where there is nothing
	rows  []int           // of that

	references int // of the base's cells to texts

	upToBreaks, afterBreaks piece // what follows the rows: pages end elsewhere where rows are higher; nothing where no breaks can stand
}

// piece is a part of a stream: as it is written, and as it was before deflating.
type piece struct{ deflated, data []byte }

// done is a cell and its XML: all of it, and of a cell with another value what stays.
type done struct {
	Cell
	xml            []byte
	start, formula []byte
	below          bool // it is of the sheet that the base is laid over
}

// tools are what one printing needs and the next can use again.
type tools struct {
	deflater *flate.Writer
	rows     []byte // of the sheet being written
	item     []byte // the text being looked for
	added    []byte // texts that the base has not
	number   map[string]int
}

func newTools() *tools {
	deflater, _ := flate.NewWriter(nil, Level) // errs on other levels only
	return &tools{deflater: deflater, number: map[string]int{}}
}

// cut deflates the base's parts, and opens those that workbooks fill.
func (p *Plate) cut(parts []part) error {
	entries, err := deflateAll(parts)
	if err != nil {
		return err
	}
	p.entries = entries
	if err := p.cutTexts(parts); err != nil {
		return err
	}
	p.sheets = make([]sheetFrame, len(p.base.Sheets))
	for i, s := range p.base.Sheets {
		sheet := &p.sheets[i]
		if sheet.frame, err = open(parts, sheetPart(i), "<sheetData>", "</sheetData>"); err != nil {
			return err
		}
		if err := sheet.cutBreaks(s); err != nil {
			return err
		}
		sheet.cover, sheet.references = s.cover(), references(parts[sheet.entry].data)
		if s.Over != nil {
			sheet.below = s.Over.Whole()
			sheet.rows = sheet.below.numbers()
		}
		if sheet.cells, err = p.done(s); err != nil {
			return err
		}
	}
	return p.cutProperties(parts)
}

// cutBreaks opens what follows the rows at the breaks between pages, or where they would stand: after a footer.
func (f *sheetFrame) cutBreaks(s *Sheet) error {
	const footer = "</headerFooter>"
	breaks, at := []byte(nil), bytes.Index(f.after, []byte(footer))
	if len(s.Page.Breaks) > 0 {
		breaks = appendBreaks(nil, s.Page.Breaks)
		if at = bytes.Index(f.after, breaks); at < 0 {
			return fmt.Errorf("sheet %q: excelize writes breaks otherwise than was thought: no %s", s.Name, breaks)
		}
	} else if at >= 0 {
		at += len(footer)
	}
	if at < 0 {
		return nil // its pages end where they end
	}
	var err error
	before, after := f.after[:at], f.after[at+len(breaks):]
	t := newTools()
	if f.upToBreaks.deflated, err = t.piece(before); err != nil {
		return err
	}
	f.upToBreaks.data, f.afterBreaks.data = before, after
	f.afterBreaks.deflated, err = deflate(t.deflater, after)
	return err
}

// appendBreaks writes the rows after which pages end.
func appendBreaks(to []byte, rows []int) []byte {
	to = fmt.Appendf(to, `<rowBreaks count="%d" manualBreakCount="%d">`, len(rows), len(rows))
	for _, row := range rows {
		to = fmt.Appendf(to, `<brk id="%d" max="16383" man="1"/>`, row)
	}
	return append(to, "</rowBreaks>"...)
}

// broken is the frame with other breaks.
func (f *sheetFrame) broken(rows []int, t *tools) (frame, error) {
	var breaks []byte
	if len(rows) > 0 {
		breaks = appendBreaks(nil, rows)
	}
	deflated, err := t.piece(breaks)
	other := f.frame
	other.tail = slices.Concat(f.upToBreaks.deflated, deflated, f.afterBreaks.deflated)
	other.after = slices.Concat(f.upToBreaks.data, breaks, f.afterBreaks.data)
	other.size += len(other.after) - len(f.after)
	return other, err
}

// done writes the base's cells.
func (p *Plate) done(s *Sheet) ([]done, error) {
	f := &filler{plate: p, tools: newTools(), cover: s.cover()}
	cells, own := s.Whole().sorted(), s.places()
	all := make([]done, len(cells))
	for i := range cells {
		all[i] = f.done(s, &cells[i])
		all[i].below = !own[cells[i].Place]
	}
	if len(f.added) > 0 {
		f.found(fmt.Errorf("sheet %q: excelize writes texts otherwise than was thought: no %s", s.Name, f.added))
	}
	return all, errors.Join(f.wrong...)
}

func (f *filler) done(s *Sheet, c *Cell) done {
	d := done{Cell: *c}
	if c.bare() {
		return d
	}
	written := func(write func()) []byte {
		f.rows = nil
		write()
		return f.rows
	}
	d.xml = written(func() { f.cell(s, c) })
	d.start = written(func() { f.start(s, c.Place, c.look()) })
	if c.Formula != "" {
		d.formula = written(func() { f.formula(s, c, &done{}) })
	}
	return d
}

// cutProperties opens the parts that say what the workbook is.
func (p *Plate) cutProperties(parts []part) error {
	var err error
	if p.base.Title != "" {
		if p.title, err = open(parts, corePart, "<dc:title>", "</dc:title>"); err != nil {
			return err
		}
	}
	if len(p.base.Properties) > 0 {
		if p.props, err = open(parts, customPart, `docPropsVTypes">`, "</Properties>"); err != nil {
			return err
		}
	}
	return nil
}

// open cuts a part after the text that the middle follows, and before the one that follows it.
func open(parts []part, name, after, before string) (frame, error) {
	for i, p := range parts {
		if p.name != name {
			continue
		}
		from, to := bytes.Index(p.data, []byte(after)), bytes.LastIndex(p.data, []byte(before))
		if from < 0 || to < 0 {
			return frame{}, fmt.Errorf("part %s: no %s or %s in it", name, after, before)
		}
		return newFrame(i, p.data[:from+len(after)], p.data[to:])
	}
	return frame{}, fmt.Errorf("the base has no part %s", name)
}

func newFrame(entry int, head, tail []byte) (frame, error) {
	t := newTools()
	first, err := t.piece(head)
	if err != nil {
		return frame{}, err
	}
	last, err := deflate(t.deflater, tail)
	return frame{entry: entry, head: first, tail: last, sum: crc32.ChecksumIEEE(head), after: tail, size: len(head) + len(tail)}, err
}

// piece deflates a part of a stream that more follows, on its own.
func (t *tools) piece(data []byte) ([]byte, error) {
	var buf bytes.Buffer
	buf.Grow(len(data) / 4)
	t.deflater.Reset(&buf)
	if _, err := t.deflater.Write(data); err != nil {
		return nil, err
	}
	err := t.deflater.Flush()
	return buf.Bytes(), err
}

// around puts the frame around a middle.
func (f *frame) around(name string, middle []byte, t *tools) (entry, error) {
	deflated, err := t.piece(middle)
	if err != nil {
		return entry{}, err
	}
	sum := crc32.Update(crc32.Update(f.sum, crc32.IEEETable, middle), crc32.IEEETable, f.after)
	return entry{name, [][]byte{f.head, deflated, f.tail}, sum, f.size + len(middle)}, nil
}
