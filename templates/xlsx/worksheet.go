package xlsx

// Bounds of one sheet. Blank cells that only carry a style count: they cost the same.
const (
	maxRows   = 100_000
	maxCells  = 200_000
	maxMerges = 10_000
	maxCols   = maxColumn
)

// scanner builds a Sheet from its part.
type scanner struct {
	*markup
	book  *Book
	sheet *Sheet

	row, col    int // the place last read
	rows, cells int // how many so far, blank ones too
	value       []byte
	arena       []byte // the texts that only this sheet holds, joined
	texts       []arenaText
	seen        map[string]bool
}

// arenaText says which part of the arena a cell's text is.
type arenaText struct{ cell, start, end int }

// worksheet scans one sheet's part to its end.
func (b *Book) worksheet(from listed) (*Sheet, error) {
	s := &scanner{book: b, sheet: &Sheet{Name: from.Name}, seen: map[string]bool{}}
	err := b.pack.scan(from.part, spaceMain, "worksheet", func(m *markup) error {
		s.markup = m
		return s.section()
	})
	if err != nil {
		return nil, err
	}
	all := string(s.arena)
	for _, t := range s.texts {
		s.sheet.cells[t.cell].Text = all[t.start:t.end]
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

// readRow reads one row. A row without a number is the one after the last, as the standard has it.
func (s *scanner) readRow() error {
	if !s.at("row") {
		return s.fail("phần tử lạ %q giữa các dòng", s.top().name)
	}
	number := s.row + 1
	if raw, ok := s.attr("r"); ok {
		if number, ok = parseRow(raw); !ok || number <= s.row {
			return s.fail("dòng %q sai số hoặc không theo thứ tự", raw)
		}
	}
	if number > maxRow {
		return s.fail("có quá nhiều dòng")
	}
	if s.rows++; s.rows > maxRows {
		return tooMuch("số dòng của trang tính", "100.000")
	}
	if s.flag("hidden") {
		s.sheet.hiddenRows = append(s.sheet.hiddenRows, number)
	}
	s.row, s.col = number, 0
	start := len(s.sheet.cells)
	err := s.children(s.readCell)
	if len(s.sheet.cells) > start {
		s.sheet.rows = append(s.sheet.rows, sheetRow{number, start})
	}
	return err
}

// readCell reads one cell, and keeps it unless it is blank.
func (s *scanner) readCell() error {
	if !s.at("c") {
		if s.at("extLst") {
			return s.skip()
		}
		return s.fail("phần tử lạ %q giữa các ô", s.top().name)
	}
	if s.cells++; s.cells > maxCells {
		return tooMuch("số ô của trang tính", "200.000")
	}
	if err := s.place(); err != nil {
		return err
	}
	format, err := s.format()
	if err != nil {
		return err
	}
	cell := Cell{Row: s.row, Col: s.col, Format: format}
	if err := s.readContent(&cell); err != nil {
		return err
	}
	if cell.Kind != Empty || cell.Formula {
		s.sheet.cells = append(s.sheet.cells, cell)
	}
	return nil
}

// place reads where the cell stands: in its row, to the right of the one before it. Without a name it is the next one.
func (s *scanner) place() error {
	col := s.col + 1
	if raw, ok := s.attr("r"); ok {
		row, named, ok := parseRef(raw)
		if col = named; !ok || row != s.row || col <= s.col {
			return s.fail("ô %q ở dòng %d sai tên hoặc không theo thứ tự", raw, s.row)
		}
	}
	if col > maxColumn {
		return s.fail("dòng %d có quá nhiều cột", s.row)
	}
	s.col = col
	return nil
}

// format looks the cell's style up. Without a styles part there is only the first.
func (s *scanner) format() (NumFormat, error) {
	index := 0
	if _, ok := s.attr("s"); ok {
		if index, ok = s.number("s"); !ok || index >= max(1, len(s.book.formats)) {
			return 0, s.fail("ô %s có định dạng không tồn tại", s.ref())
		}
	}
	if index < len(s.book.formats) {
		return s.book.formats[index], nil
	}
	return FormatGeneral, nil
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
	if s.flag("hidden") {
		s.sheet.hiddenCols = append(s.sheet.hiddenCols, Range{1, first, maxRow, last})
	}
	return s.skip()
}

// flag reads a true-or-false attribute.
func (s *scanner) flag(local string) bool {
	value, _ := s.attr(local)
	return string(value) == "1" || string(value) == "true"
}

// ref names the cell being read.
func (s *scanner) ref() string { return Cell{Row: s.row, Col: s.col}.Ref() }
