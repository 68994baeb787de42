package word

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"cchc/scoring/problem"
	"cchc/templates/xlsx"
)

// Table is one table of the document, in its order.
type Table struct{ Rows []Row }

// Row is a row of cells; a cell that is as wide as several stands once, and the columns that it covers are blank.
type Row struct {
	Cells []string
	Head  bool // Word repeats it on every page
}

// Bounds of what a document may hold. A decision's appendix has some hundred rows.
const (
	maxDepth   = 200
	maxRows    = 20_000
	maxColumns = 100
	maxTokens  = 2_000_000
)

// Tables reads the tables of a document, one after the other; a table within a cell is text of that cell. The error is a
// [xlsx.Refused].
func Tables(data []byte) ([]Table, error) {
	parts, err := xlsx.Unpack(data)
	if err != nil {
		return nil, err
	}
	numbers, err := numberingOf(parts["word/numbering.xml"])
	if err != nil {
		return nil, broken("word/numbering.xml", err)
	}
	r := &reader{numbers: numbers}
	if err := walk(parts["word/document.xml"], r); err != nil {
		return nil, broken("word/document.xml", err)
	}
	return r.tables, nil
}

func broken(part string, err error) error {
	return &xlsx.Refused{Problem: problem.New(problem.FileDamaged, "", "phần "+strconv.Quote(part)+": "+err.Error())}
}

// visitor is told of the markup's elements and texts, in their order.
type visitor interface {
	start(e xml.StartElement) error
	end(name string) error
	text(text string)
}

var (
	errDoctype = errors.New("có DOCTYPE")
	errDeep    = errors.New("lồng quá sâu")
	errMuch    = errors.New("quá nhiều nội dung")
)

// walk goes through a part. A part that is not there is empty.
func walk(part []byte, v visitor) error {
	decoder := xml.NewDecoder(bytes.NewReader(part))
	depth, tokens := 0, 0
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if tokens++; tokens > maxTokens {
			return errMuch
		}
		switch token := token.(type) {
		case xml.Directive:
			return errDoctype
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errDeep
			}
			err = v.start(token)
		case xml.EndElement:
			depth--
			err = v.end(token.Name.Local)
		case xml.CharData:
			v.text(string(token))
		}
		if err != nil {
			return err
		}
	}
}

// reader collects the tables of a document.
type reader struct {
	numbers numbering
	tables  []Table
	nested  int // how many tables are open
	skipped int // how many elements are open whose content does not show
	row     Row
	cell    strings.Builder
	span    int
	merged  bool // goes on from the cell above
	inText  bool
	number  paragraphNumber
	written bool // the paragraph has text
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// hidden are elements whose content the reader of a document does not see, or sees elsewhere.
var hidden = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "rPr": true, "sectPr": true, "tblPrEx": true, "pPrChange": true}

func (r *reader) start(e xml.StartElement) error {
	name := e.Name.Local
	if r.skipped > 0 || hidden[name] {
		r.skipped++
		return nil
	}
	if name == "tbl" {
		return r.open()
	}
	if r.nested == 0 {
		return nil
	}
	switch name {
	case "tr":
		if r.nested == 1 {
			r.row = Row{}
		}
	case "tblHeader":
		r.row.Head = r.nested == 1 && attribute(e, "val") != "false" && attribute(e, "val") != "0"
	case "tc":
		if r.nested == 1 {
			r.cell.Reset()
			r.span, r.merged = 1, false
		}
	case "gridSpan":
		r.setSpan(e)
	case "vMerge":
		r.merged = r.merged || r.nested == 1 && attribute(e, "val") != "restart"
	default:
		r.paragraph(name, e)
	}
	return nil
}

func (r *reader) open() error {
	if r.nested++; r.nested == 1 {
		r.tables = append(r.tables, Table{})
	}
	return nil
}

func (r *reader) setSpan(e xml.StartElement) {
	if n, err := strconv.Atoi(attribute(e, "val")); err == nil && n > 1 && r.nested == 1 {
		r.span = min(n, maxColumns)
	}
}

// paragraph takes what stands in the text of a cell.
func (r *reader) paragraph(name string, e xml.StartElement) {
	switch name {
	case "p":
		if r.cell.Len() > 0 {
			r.cell.WriteString("\n")
		}
		r.number, r.written = paragraphNumber{}, false
	case "numId":
		r.number.id = attribute(e, "val")
	case "ilvl":
		r.number.level, _ = strconv.Atoi(attribute(e, "val"))
	case "t":
		r.inText = true
	case "tab":
		r.add(" ")
	case "br", "cr":
		r.add("\n")
	case "noBreakHyphen":
		r.add("-")
	case "sym":
		r.add(symbol(attribute(e, "char")))
	}
}

// symbol is a letter of the Symbol font that decisions write by it.
func symbol(char string) string {
	switch strings.ToUpper(char) {
	case "F0B3":
		return "≥"
	case "F0A3":
		return "≤"
	case "F0B4":
		return "×"
	case "F02D", "F0B7", "F0D8", "F0FC":
		return "- "
	}
	return "\uFFFD"
}

// add writes text; before the first of a paragraph stands the number that Word makes.
func (r *reader) add(text string) {
	if !r.written && strings.TrimSpace(text) != "" {
		r.written = true
		r.cell.WriteString(r.numbers.next(r.number))
	}
	r.cell.WriteString(text)
}

func (r *reader) text(text string) {
	if r.inText && r.skipped == 0 && r.nested > 0 {
		r.add(text)
	}
}

func (r *reader) end(name string) error {
	if r.skipped > 0 {
		r.skipped--
		return nil
	}
	switch name {
	case "t":
		r.inText = false
	case "p":
		if !r.written && r.number.id != "" && r.nested > 0 { // a paragraph of nothing but its number
			r.written = true
			r.cell.WriteString(strings.TrimSpace(r.numbers.next(r.number)))
		}
	case "num": // of a fraction
		r.add("/")
	case "tbl":
		r.nested--
	case "tc":
		if r.nested == 1 {
			return r.endCell()
		}
		r.cell.WriteString(" ")
	case "tr":
		if r.nested == 1 {
			return r.endRow()
		}
	}
	return nil
}

func (r *reader) endCell() error {
	text := norm.NFC.String(strings.TrimSpace(r.cell.String()))
	if r.merged {
		text = ""
	}
	r.row.Cells = append(r.row.Cells, text)
	for range r.span - 1 {
		r.row.Cells = append(r.row.Cells, "")
	}
	if len(r.row.Cells) > maxColumns {
		return errMuch
	}
	return nil
}

func (r *reader) endRow() error {
	last := &r.tables[len(r.tables)-1]
	if last.Rows = append(last.Rows, r.row); len(last.Rows) > maxRows {
		return errMuch
	}
	return nil
}
