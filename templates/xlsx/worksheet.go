package xlsx

import "strconv"

// Bounds of one sheet. Blank cells that only carry a style count: they cost the same.
const (
	maxRows   = 100_000
	maxCells  = 200_000
	maxMerges = 10_000
	maxCols   = maxColumn
)

// bytesOfCell is about what a cell takes in its part, with those that are blank.
const bytesOfCell = 128

// scanner builds a Sheet from its part.
type scanner struct {
	*markup
	book  *Book
	sheet *Sheet

	row, col    int // the place last read
	rows, cells int // how many so far, blank ones too
	named       naming
	value       []byte
	formula     string // of the cell being read, where it makes a link or a picture
	rich        bool   // the cell being read has a value of its own kind beside the plain one
	arena       []byte // the texts that only this sheet holds, joined
	texts       []arenaText
	arrays      []Range // of the formulas that fill several cells
	seen        map[string]bool
}

// arenaText says which part of the arena a cell's text is.
type arenaText struct{ cell, start, end int }

// worksheet scans one sheet's part to its end.
func (b *Book) worksheet(from listed) (*Sheet, error) {
	s := &scanner{book: b, sheet: &Sheet{Name: from.Name, source: from.part}, seen: map[string]bool{}}
	err := b.pack.scan(from.part, spaceMain, "worksheet", func(m *markup) error {
		if s.markup == nil {
			s.markup, s.sheet.cells, s.sheet.part = m, make([]Cell, 0, len(m.data)/bytesOfCell), m.data
		}
		return s.section()
	})
	if err != nil {
		return nil, b.inCell(from.part, err)
	}
	all := string(s.arena)
	for _, t := range s.texts {
		s.sheet.cells[t.cell].Text = all[t.start:t.end]
	}
	if err := s.markArrays(); err != nil {
		return nil, err
	}
	return s.sheet, nil
}

// section reads one part of the worksheet; those that we need may stand once.
func (s *scanner) section() error {
	switch {
	case s.at("sheetData"):
		return s.once(s.readRow)
	case s.at("mergeCells"):
		return s.once(s.readMerge)
	case s.at("cols"):
		return s.once(s.readCols)
	case s.at("hyperlinks"):
		return s.children(s.readLink)
	}
	return s.skip()
}

// once reads the children of a section that may stand only once.
func (s *scanner) once(visit func() error) error {
	name := string(s.top().local)
	if s.seen[name] {
		return s.fail("có hai phần %s", name)
	}
	s.seen[name] = true
	return s.children(visit)
}

// readMerge reads one merged range.
func (s *scanner) readMerge() error {
	raw, _ := s.attr("ref")
	merged, ok := parseRange(raw)
	if !s.at("mergeCell") || !ok {
		return s.fail("vùng gộp ô %q sai", raw)
	}
	if len(s.sheet.Merges) == maxMerges {
		return tooMuch("số vùng gộp ô", "10.000")
	}
	s.sheet.Merges = append(s.sheet.Merges, merged)
	return s.skip()
}

// readCols reads one stretch of columns, and keeps it if it is hidden.
func (s *scanner) readCols() error {
	first, ok1 := s.number("min")
	last, ok2 := s.number("max")
	if !s.at("col") || !ok1 || !ok2 || first < 1 || last < first || last > maxColumn || len(s.sheet.hiddenCols) == maxCols {
		return s.fail("khai báo cột sai")
	}
	if style, ok := s.attr("style"); ok {
		if _, ok := s.format(style); !ok {
			return s.fail("cột %s có định dạng không tồn tại", ColumnName(first))
		}
	}
	width, sized := s.attr("width")
	if value, _ := s.attr("hidden"); truth(value) || sized && isZero(width) {
		s.sheet.hiddenCols = append(s.sheet.hiddenCols, Range{1, first, maxRow, last})
	}
	return s.skip()
}

// truth reads a true-or-false attribute.
func truth(value []byte) bool { return string(value) == "1" || string(value) == "true" }

// isZero says that a height or width is none, so that nobody sees the row or column.
func isZero(size []byte) bool {
	f, err := strconv.ParseFloat(string(size), 64)
	return err == nil && f < 0.1
}

// ref names the cell being read.
func (s *scanner) ref() string { return Cell{Row: s.row, Col: s.col}.Ref() }
