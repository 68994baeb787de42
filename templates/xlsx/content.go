package xlsx

import (
	"bytes"
	"errors"
)

// readContent reads what stands in the cell whose start tag was just read: each of formula, value and inline text at
// most once.
func (s *scanner) readContent(cell *Cell, kind valueType) error {
	var hasValue, hasInline bool
	start := len(s.arena)
	err := s.children(func() (err error) {
		switch {
		case s.at("f") && !cell.Formula:
			return s.readFormula(cell)
		case s.at("v") && !hasValue && kind != typeInline:
			hasValue = true
			s.value, err = s.content(s.value[:0])
			return err
		case s.at("is") && !hasInline && kind == typeInline:
			hasInline = true
			s.arena, err = s.richText(s.arena)
			return err
		case s.at("extLst"):
			return s.skip()
		}
		return s.fail("ô %s: phần tử lạ hoặc lặp lại %q", s.ref(), s.top().name)
	})
	switch {
	case err != nil:
		return err
	case hasInline:
		s.keep(cell, Text, start)
	case hasValue:
		return s.readValue(cell, kind)
	}
	return nil
}

// valueType is the type that a cell declares for its value.
type valueType int

const (
	typeUnknown valueType = iota
	typeNumber
	typeShared
	typeString
	typeInline
	typeBool
	typeError
	typeDate
)

// cellType knows the types of the standard; a cell without one is a number, but not one whose type is empty.
func cellType(raw []byte) valueType {
	if raw == nil {
		return typeNumber
	}
	switch string(raw) {
	case "n":
		return typeNumber
	case "s":
		return typeShared
	case "str":
		return typeString
	case "inlineStr":
		return typeInline
	case "b":
		return typeBool
	case "e":
		return typeError
	case "d":
		return typeDate
	}
	return typeUnknown
}

// readValue makes the cell of its v, by the type. A blank v is no value, except that a text may be empty.
func (s *scanner) readValue(cell *Cell, kind valueType) error {
	if kind == typeString {
		return s.ownText(cell, Text, true)
	}
	s.value = bytes.Trim(s.value, " \t\r\n")
	if len(s.value) == 0 {
		return nil
	}
	switch kind {
	case typeShared:
		index, ok := parseIndex(s.value)
		if !ok || index >= len(s.book.strings) {
			return s.fail("ô %s: chuỗi dùng chung %q không tồn tại", s.ref(), s.value)
		}
		cell.Kind, cell.Text = Text, s.book.strings[index]
		return nil
	case typeBool:
		return s.readTruth(cell)
	case typeError:
		return s.ownText(cell, Error, false)
	case typeDate:
		cell.Format = FormatDate
		return s.ownText(cell, Text, false)
	}
	return s.ownText(cell, Number, false)
}

// readTruth reads a 0 or 1.
func (s *scanner) readTruth(cell *Cell) error {
	switch string(s.value) {
	case "0":
		cell.Kind, cell.Text = Bool, "FALSE"
	case "1":
		cell.Kind, cell.Text = Bool, "TRUE"
	default:
		return s.fail("ô %s: giá trị logic %q sai", s.ref(), s.value)
	}
	return nil
}

// ownText keeps the value as a text of this sheet's own.
func (s *scanner) ownText(cell *Cell, kind Kind, escapes bool) (err error) {
	start := len(s.arena)
	s.arena = append(s.arena, s.value...)
	if escapes {
		if s.arena, err = finish(s.markup, s.arena, start); err != nil {
			if text, ok := errors.AsType[*badText](err); ok {
				text.ref = s.ref()
			}
			return err
		}
	} else if len(s.value) > maxText {
		return s.fail("ô %s: giá trị quá dài", s.ref())
	}
	s.keep(cell, kind, start)
	return nil
}

// keep notes that the cell's text is what the arena holds from start on.
func (s *scanner) keep(cell *Cell, kind Kind, start int) {
	cell.Kind = kind
	s.texts = append(s.texts, arenaText{len(s.sheet.cells), start, len(s.arena)})
}
