package xlsx

// naming says whether a sheet's rows and its cells bear their names. The standard lets a program leave them out, and
// then they follow each other; one that does so in some places only is broken.
type naming struct{ rows, cells presence }

// presence is what is known of an attribute: nothing yet, always there, never there.
type presence int

const (
	unknown presence = iota
	always
	never
)

// agrees notes the first sight of an attribute, and reports whether every later one is like it.
func (p *presence) agrees(there bool) bool {
	now := never
	if there {
		now = always
	}
	if *p == unknown {
		*p = now
	}
	return *p == now
}

// readRow reads one row.
func (s *scanner) readRow() error {
	if !s.at("row") {
		return s.fail("phần tử lạ %q giữa các dòng", s.top().name)
	}
	if s.rows++; s.rows > maxRows {
		return tooMuch("số dòng của trang tính", "100.000")
	}
	hidden, err := s.rowAttributes()
	if err != nil {
		return err
	}
	if hidden {
		s.sheet.hiddenRows = append(s.sheet.hiddenRows, s.row)
	}
	s.col = 0
	start := len(s.sheet.cells)
	err = s.children(s.readCell)
	if len(s.sheet.cells) > start {
		s.sheet.rows = append(s.sheet.rows, sheetRow{s.row, start})
	}
	return err
}

// rowAttributes moves to the row that the start tag names, and says whether it is hidden. An attribute that the standard
// doesn't know is an error: it may be one that it knows, misspelt.
func (s *scanner) rowAttributes() (hidden bool, err error) {
	var number, style []byte
	for i := range s.attrs {
		a := &s.attrs[i]
		if len(a.prefix) > 0 {
			continue
		}
		switch string(a.local) {
		case "r":
			number = a.text()
		case "s":
			style = a.text()
		case "hidden":
			hidden = hidden || truth(a.value)
		case "ht":
			hidden = hidden || isZero(a.text())
		case "spans", "customFormat", "customHeight", "outlineLevel", "collapsed", "thickTop", "thickBot", "ph":
		default:
			return false, s.fail("thuộc tính lạ %q của dòng", a.local)
		}
	}
	if err := s.toRow(number); err != nil {
		return false, err
	}
	if _, ok := s.format(style); !ok {
		return false, s.fail("dòng %d có định dạng không tồn tại", s.row)
	}
	return hidden, nil
}

// toRow moves to a row: the one named, below the last, or the next if rows bear no names here.
func (s *scanner) toRow(name []byte) error {
	number := s.row + 1
	if name != nil {
		var ok bool
		if number, ok = parseRow(name); !ok || number <= s.row {
			return s.fail("dòng %q sai số hoặc không theo thứ tự", name)
		}
	}
	if !s.named.rows.agrees(name != nil) {
		return s.fail("có dòng ghi số, có dòng không (sau dòng %d)", s.row)
	}
	if number > maxRow {
		return s.fail("có quá nhiều dòng")
	}
	s.row = number
	return nil
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
	cell, kind, err := s.cellAttributes()
	if err != nil {
		return err
	}
	s.formula, s.value = "", s.value[:0]
	if err := s.readContent(&cell, kind); err != nil {
		return err
	}
	s.notePicture(&cell)
	s.noteAddress(&cell)
	if cell.Kind != Empty || cell.Formula {
		s.sheet.cells = append(s.sheet.cells, cell)
	}
	return nil
}

// cellAttributes moves to the cell that the start tag names, and reads its format and its value's type.
func (s *scanner) cellAttributes() (cell Cell, kind valueType, err error) {
	var name, style, declared []byte
	s.rich = false
	for i := range s.attrs {
		a := &s.attrs[i]
		if len(a.prefix) > 0 {
			continue
		}
		switch string(a.local) {
		case "r":
			name = a.text()
		case "s":
			style = a.text()
		case "t":
			declared = a.text()
		case "vm":
			s.rich = true
		case "cm", "ph":
		default:
			return cell, kind, s.fail("thuộc tính lạ %q của ô sau cột %d, dòng %d", a.local, s.col, s.row)
		}
	}
	if err := s.toCell(name); err != nil {
		return cell, kind, err
	}
	format, ok := s.format(style)
	if !ok {
		return cell, kind, s.fail("ô %s có định dạng không tồn tại", s.ref())
	}
	if kind = cellType(declared); kind == typeUnknown {
		return cell, kind, s.fail("ô %s: kiểu %q lạ", s.ref(), declared)
	}
	return Cell{Row: s.row, Col: s.col, Format: format}, kind, nil
}

// toCell moves to a cell: the one named, in this row and to the right of the last, or the next if cells bear no names here.
func (s *scanner) toCell(name []byte) error {
	col := s.col + 1
	if name != nil {
		row, named, ok := parseRef(name)
		if col = named; !ok || row != s.row || col <= s.col {
			return s.fail("ô %q ở dòng %d sai tên hoặc không theo thứ tự", name, s.row)
		}
	}
	if !s.named.cells.agrees(name != nil) {
		return s.fail("có ô ghi tên, có ô không (dòng %d)", s.row)
	}
	if col > maxColumn {
		return s.fail("dòng %d có quá nhiều cột", s.row)
	}
	s.col = col
	return nil
}

// format looks a style up; none is the first. Without a styles part there is only the first.
func (s *scanner) format(style []byte) (NumFormat, bool) {
	index := 0
	if style != nil {
		var ok bool
		if index, ok = parseIndex(style); !ok || index >= max(1, len(s.book.formats)) {
			return 0, false
		}
	}
	if index < len(s.book.formats) {
		return s.book.formats[index], true
	}
	return FormatGeneral, true
}
