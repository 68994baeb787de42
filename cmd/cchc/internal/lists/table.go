// Package lists reads and writes the tables that people keep: units, departments, surveys, answers.
//
// Each list has a file, a reader and its columns: [ReadUnits], [ReadCharges], [ReadSurvey], [ReadAnswers]. They share one reader
// of tables (table.go, text.go), which takes any mark between columns and any way in which Excel and Windows write letters, and
// finds all that is wrong, each [Problem] with its line and column. [WriteTable] writes one that a sheet can't mistake for
// formulas.
package lists

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"cchc/rules"
	"cchc/scoring/letters"
	"cchc/scoring/problem"
)

// Problem is a problem at its place in a CSV file: the line, and which cell of it. Line 0 is the whole file, column 0
// the whole line.
type Problem struct {
	problem.Problem
	File         string
	Line, Column int
}

// String says all in one line: place, severity, what was found, its code, and what to do.
func (p Problem) String() string {
	word := "cảnh báo"
	if p.Severity == problem.Error {
		word = "lỗi"
	}
	return fmt.Sprintf("%s: %s: %s [%s] — %s", p.place(), word, p.Text(), p.Code, p.Remedy())
}

func (p Problem) place() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// column is a column that a table may have.
type column struct {
	name   string // as we spell it; capitals, diacritics, spaces and underscores make no difference
	needed bool   // the column must be there
	most   int    // characters in a cell
}

// passedOver are columns that secretariats keep for themselves.
var passedOver = [...]string{"stt", "ghi_chu"}

// freeText are columns in which people write sentences, of several lines and with question marks.
var freeText = [...]string{evidenceColumn, reasonColumn}

// table is a CSV file as it was read: rows in order, and all that is wrong with them. Nothing of it is to be used where
// there is a problem.
type table struct {
	file     string
	columns  []column
	places   []int // of the file's columns: which of columns it is, or one of the two below
	rows     []tableRow
	problems []Problem
	more     int // problems that are not listed
}

const (
	unnamedColumn = -1
	ignoredColumn = -2
)

// tableRow is a line: its cells by column, trimmed, NFC, and where they stand.
type tableRow struct {
	line  int
	cells map[string]tableCell
}

type tableCell struct {
	text   string
	column int
}

// maxTableProblems is how many problems are listed; nobody reads more.
const maxTableProblems = 1000

func (t *table) report(line, column int, code problem.Code, args ...any) {
	if len(t.problems) == maxTableProblems {
		t.more++
		return
	}
	t.problems = append(t.problems, Problem{problem.New(code, "", args...), t.file, line, column})
}

// readTable reads a table as Excel saves it: UTF-8 with or without a byte order mark or UTF-16, divided by semicolons,
// commas or tabs, or by what its first line says.
func readTable(file string, data []byte, columns []column) *table {
	t := &table{file: file, columns: columns}
	if len(data) > maxTable {
		t.report(0, 0, problem.TableTooLarge, maxTable>>20)
		return t
	}
	text, fault := decodeText(data)
	if fault != "" {
		t.report(0, 0, problem.TableEncoding, fault, remedyOf(fault))
		return t
	}
	text, comma := divided(text)
	lines := csv.NewReader(strings.NewReader(text))
	lines.Comma, lines.FieldsPerRecord = comma, -1
	for {
		cells, err := lines.Read()
		var quote *csv.ParseError
		switch {
		case errors.As(err, &quote):
			t.report(quote.Line, 0, problem.TableQuote)
			return t
		case err != nil: // the end: nothing else can fail
			t.finish()
			return t
		case !blank(cells):
			line, _ := lines.FieldPos(0)
			t.line(line, cells)
		}
	}
}

// found gives the problems in the order of their places.
func (t *table) found() []Problem {
	slices.SortStableFunc(t.problems, func(p, q Problem) int {
		return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
	})
	if t.more == 0 {
		return t.problems
	}
	return append(t.problems, Problem{Problem: problem.New(problem.SetMoreFindings, "", t.more), File: t.file})
}

func blank(cells []string) bool {
	return !slices.ContainsFunc(cells, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}

// line takes the first line as the columns' names, the others as rows.
func (t *table) line(line int, cells []string) {
	if t.places == nil {
		t.header(line, cells)
		return
	}
	row := tableRow{line, map[string]tableCell{}}
	for i, cell := range cells {
		text := Tidy(cell)
		switch {
		case i < len(t.places) && t.places[i] == ignoredColumn:
		case i < len(t.places) && t.places[i] != unnamedColumn:
			c := t.columns[t.places[i]]
			row.cells[c.name] = tableCell{text, i + 1}
			t.checkText(line, i+1, c, text)
		case text != "":
			t.report(line, i+1, problem.TableCellBeyond, text)
		}
	}
	t.rows = append(t.rows, row)
}

func Tidy(cell string) string {
	return strings.TrimSpace(strings.ReplaceAll(norm.NFC.String(cell), "\u00A0", " "))
}

func (t *table) checkText(line, at int, c column, text string) {
	if n := len([]rune(text)); n > c.most {
		t.report(line, at, problem.TableCellLong, c.name, n, c.most)
		return
	}
	if meant, of := letters.Meant(text); meant != "" {
		t.report(line, at, problem.TableOldLetters, c.name, text, of, meant)
		return
	}
	free := slices.Contains(freeText[:], c.name)
	for _, r := range text {
		switch {
		case free && (r == '?' || r == '\n' || r == '\r' || r == '\t'):
		case r == '?' || r == unicode.ReplacementChar:
			t.report(line, at, problem.TableCellText, c.name, "“"+string(r)+"” (chữ có dấu đã mất khi lưu)")
			return
		case !unicode.IsPrint(r):
			t.report(line, at, problem.TableCellText, c.name, fmt.Sprintf("U+%04X", r))
			return
		}
	}
}

func (t *table) header(line int, cells []string) {
	t.places = make([]int, 0, len(cells))
	for i, cell := range cells {
		t.places = append(t.places, t.columnOf(line, i+1, Tidy(cell)))
	}
	for i, c := range t.columns {
		if c.needed && !slices.Contains(t.places, i) {
			t.report(line, 0, problem.TableColumnMissing, c.name, t.names())
		}
	}
}

func (t *table) columnOf(line, at int, name string) int {
	same := func(known string) bool { return folded(known) == folded(name) }
	i := slices.IndexFunc(t.columns, func(c column) bool { return same(c.name) })
	switch {
	case name == "":
		return unnamedColumn
	case i >= 0 && slices.Contains(t.places, i):
		t.report(line, at, problem.TableColumnTwice, t.columns[i].name)
	case i < 0 && slices.ContainsFunc(passedOver[:], same):
		return ignoredColumn
	case i < 0:
		t.report(line, at, problem.TableColumnUnknown, name, t.names(), t.near(name))
		return ignoredColumn
	}
	return i
}

func (t *table) near(name string) string {
	for _, c := range t.columns {
		if rules.Closest(folded(name), []string{folded(c.name)}) != "" {
			return " Có phải là “" + c.name + "”?"
		}
	}
	return ""
}

func (t *table) names() string {
	var names []string
	for _, c := range t.columns {
		names = append(names, c.name)
	}
	return strings.Join(names, ", ")
}

func (t *table) finish() {
	switch {
	case t.places == nil:
		t.report(0, 0, problem.TableEmpty, "dòng tên cột", t.names())
	case len(t.rows) == 0 && len(t.problems) == 0:
		t.report(0, 0, problem.TableEmpty, t.rowWords(), t.names())
	}
}

// rowWords says what a line of the table is about.
func (t *table) rowWords() string {
	if t.columns[0].name == codeColumn {
		return "đơn vị nào"
	}
	return "dòng nào sau dòng tên cột"
}

// need is a cell's text; a blank one is a problem.
func (t *table) need(row tableRow, name string) string {
	cell := row.cells[name]
	if cell.text == "" {
		t.report(row.line, t.at(name), problem.TableCellBlank, name)
	}
	return cell.text
}

// at is where a column stands in the file, from 1.
func (t *table) at(name string) int {
	return slices.IndexFunc(t.places, func(i int) bool { return i >= 0 && t.columns[i].name == name }) + 1
}

// folded is a word as it compares: without diacritics, capitals, spaces and marks.
func folded(word string) string {
	return strings.Map(func(r rune) rune {
		switch r = unicode.ToLower(r); {
		case r == 'đ':
			return 'd'
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return r
		}
		return -1
	}, norm.NFD.String(word))
}
