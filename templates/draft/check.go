package draft

import (
	"errors"
	"fmt"
	"strings"
)

// The limits of the format, and of Excel.
const (
	lastRow, lastCol = 1 << 20, 1 << 14
	maxText          = 32767
	maxFormula       = 8192
	maxTitle         = 32
	maxHint          = 255
	maxHeight        = 409
	maxWidth         = 255
	maxOutline       = 7
	maxBreaks        = 1026 // of rows; more than there can be columns for
	minScale         = 10
	maxScale         = 400
	maxDigits        = 300 // of a number, before or after the point
)

// TooLongError says that a text does not fit into a cell. Texts come from people, so whoever calls should tell them where.
type TooLongError struct {
	Sheet  string
	Cell   Place
	Length int // in UTF-16 units; 32767 are allowed
}

func (e *TooLongError) Error() string {
	return fmt.Sprintf("sheet %q, cell %v: a text of %d characters, shorten it to %d", e.Sheet, e.Cell, e.Length, maxText)
}

// check finds everything that would make the file invalid.
func (w *Workbook) check() error {
	if len(w.Sheets) == 0 {
		return errors.New("a workbook needs a sheet")
	}
	var all []error
	names := map[string]bool{}
	for _, s := range w.Sheets {
		key := strings.ToLower(s.Name)
		if names[key] {
			all = append(all, fmt.Errorf("sheet %q: the name stands twice", s.Name))
		}
		names[key] = true
		all = append(all, s.check()...)
	}
	if w.Sheets[w.firstVisible()].Hidden {
		all = append(all, errors.New("every sheet is hidden, show one"))
	}
	return errors.Join(append(all, w.checkProperties()...)...)
}

func (w *Workbook) checkProperties() []error {
	var all []error
	seen := map[string]bool{}
	for _, p := range w.Properties {
		if p.Name == "" || seen[p.Name] {
			all = append(all, fmt.Errorf("property %q: names must be given, and once", p.Name))
		}
		seen[p.Name] = true
	}
	return all
}

func (s *Sheet) check() []error {
	var all []error
	found := func(what string, args ...any) {
		all = append(all, fmt.Errorf("sheet %q: "+what, append([]any{s.Name}, args...)...))
	}
	s.checkSizes(found)
	s.checkMerges(found)
	s.checkRules(found)
	add := func(err error) {
		if err != nil {
			all = append(all, err)
		}
	}
	for n, r := range s.Rows {
		add(r.check(s.Name, n))
	}
	cells, cover := s.sorted(), s.cover()
	for i := range cells {
		c := &cells[i]
		add(twice(s.Name, cells, i))
		add(c.check(s.Name, cover[c.Row]))
		add(c.checkFormula(s.Name))
	}
	return all
}

// check says what is wrong with the nth row.
func (r Row) check(sheet string, n int) error {
	if n < 1 || n > lastRow || r.Height < 0 || r.Height > maxHeight || r.Outline < 0 || r.Outline > maxOutline {
		return fmt.Errorf("sheet %q, row %d: height %v (0 to %d) or outline %d (0 to %d) is out of bounds",
			sheet, n, r.Height, maxHeight, r.Outline, maxOutline)
	}
	return nil
}

// twice says whether the cell before is in the same place.
func twice(sheet string, cells []Cell, i int) error {
	if i > 0 && cells[i].Place == cells[i-1].Place {
		return fmt.Errorf("sheet %q, cell %v: written twice", sheet, cells[i].Place)
	}
	return nil
}

// check says what is wrong with a cell, but for its formula. Merges are those that reach into its row.
func (c *Cell) check(sheet string, merges []Range) error {
	switch {
	case !c.Place.valid():
		return fmt.Errorf("sheet %q, cell %d, %d: outside of the sheet", sheet, c.Row, c.Col)
	case (c.Value.Kind != Empty || c.Formula != "") && covered(c.Place, merges):
		return fmt.Errorf("sheet %q, cell %v: a merge hides it, write into the merge's first cell", sheet, c.Place)
	case c.Value.Kind == RichKind && (c.Formula != "" || len(c.Value.Runs) == 0):
		return fmt.Errorf("sheet %q, cell %v: a rich text needs runs and no formula", sheet, c.Place)
	case c.Value.Kind == NumberKind && !writable(c.Value):
		return fmt.Errorf("sheet %q, cell %v: the number is too large or too fine for a sheet", sheet, c.Place)
	}
	if n := c.Value.bytes(); n > maxText { // characters are never more than bytes
		if n = c.Value.length(); n > maxText {
			return &TooLongError{sheet, c.Place, n}
		}
	}
	return nil
}

func (c *Cell) checkFormula(sheet string) error {
	switch {
	case long(c.Formula, maxFormula):
		return fmt.Errorf("sheet %q, cell %v: a formula of %d characters, %d are allowed", sheet, c.Place, units(c.Formula), maxFormula)
	case strings.HasPrefix(c.Formula, "="):
		return fmt.Errorf("sheet %q, cell %v: the formula begins with =, leave it out", sheet, c.Place)
	}
	return nil
}

func long(s string, limit int) bool { return len(s) > limit && units(s) > limit }

func (v Value) bytes() int {
	n := len(v.Text)
	for i := range v.Runs {
		n += len(v.Runs[i].Text)
	}
	return n
}

func writable(v Value) bool {
	return v.Number.Exponent() >= -maxDigits && v.Number.NumDigits()+int(v.Number.Exponent()) <= maxDigits
}

// length counts a text's characters as Excel does.
func (v Value) length() int {
	n := units(v.Text)
	for _, r := range v.Runs {
		n += units(r.Text)
	}
	return n
}

// cover lists for each row the merges that reach into it.
func (s *Sheet) cover() map[int][]Range {
	cover := map[int][]Range{}
	for _, m := range s.Merges {
		for row := m.From.Row; m.valid() && row <= m.To.Row; row++ {
			cover[row] = append(cover[row], m)
		}
	}
	return cover
}

// covered says whether a place is hidden by a merge.
func covered(p Place, merges []Range) bool {
	for _, m := range merges {
		if m.From.Col <= p.Col && p.Col <= m.To.Col && p != m.From {
			return true
		}
	}
	return false
}
