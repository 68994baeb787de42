// Package lists reads and writes the tables that people keep: units, departments, surveys, answers.
//
// Each list has a file, a reader and its columns: [ReadUnits], [ReadCharges], [ReadSurvey], [ReadAnswers]. They share one reader
// of tables (table.go). What it reads is a grid (grid.go), of which there are two makers: one for text files (csv.go, text.go), which
// takes any mark between columns and any way in which Excel and Windows write letters, and one for workbooks (workbook.go), behind the
// strict gate of package xlsx. All that is wrong is found, each [Problem] with its line and column or its sheet and cell. [WriteTable]
// writes a table that a sheet can't mistake for formulas.
package lists

import (
	"cmp"
	"fmt"
	"slices"
	"unicode"

	"github.com/shopspring/decimal"

	"cchc/scoring/letters"
	"cchc/scoring/problem"
)

// table is a list as it was read: rows in order, and all that is wrong with them. Nothing of it is to be used where
// there is an error.
type table struct {
	file, sheet string
	columns     []column
	heads       map[string]int // the columns by their heads
	places      map[int]int    // of the file's columns, from 1: which of columns it is, or one of the two below
	rows        []tableRow
	problems    []Problem
	more        int // problems that are not listed
}

// ignoredColumn is one that is none of ours.
const ignoredColumn = -1

// tableRow is a line: its cells by column, trimmed, NFC, and where they stand.
type tableRow struct {
	line  int
	cells map[string]tableCell
}

// tableCell is a cell that was understood, or one of which it is said already that it was not.
type tableCell struct {
	text   string
	column int
	number *decimal.Decimal // of a number in a workbook
	said   bool
}

// maxTableProblems is how many problems are listed; nobody reads more.
const maxTableProblems = 1000

func (t *table) report(line, column int, code problem.Code, args ...any) {
	if len(t.problems) == maxTableProblems {
		t.more++
		return
	}
	t.problems = append(t.problems, Problem{problem.New(code, "", args...), t.file, t.sheet, line, column})
}

// readTable reads a table from a text file or a workbook.
func readTable(file string, data []byte, columns []column) *table {
	g := readGrid(data)
	t := &table{file: file, sheet: g.sheet, columns: columns, heads: byHead(columns)}
	for _, f := range g.faults {
		t.report(f.line, f.column, f.code, f.args...)
	}
	if !t.faulty() {
		t.take(&g)
	}
	return t
}

func (t *table) faulty() bool { return Faulty(t.problems) }

// take finds the row of heads and reads those below it. What stands above is a title, unless it looks like a row of the table.
func (t *table) take(g *grid) {
	if len(g.rows) == 0 {
		t.report(0, 0, problem.TableEmpty, "dòng tên cột", t.names())
		return
	}
	at := t.headRow(g.rows)
	t.header(g.rows[at])
	for _, column := range g.hidden {
		if i, known := t.places[column]; known && i >= 0 {
			t.report(0, column, problem.TableColumnHidden, t.columns[i].name)
		}
	}
	for i, row := range g.rows {
		switch {
		case i < at && t.fullRow(row):
			t.report(row.number, 0, problem.TableAboveHead, g.rows[at].number)
		case i > at && t.headsAgain(row):
			t.report(row.number, 0, problem.TableHeadAgain, g.rows[at].number)
		case i > at:
			t.line(row)
		}
	}
	if len(t.rows) == 0 && !t.faulty() {
		t.report(0, 0, problem.TableEmpty, t.rowWords(), t.names())
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
	return append(t.problems, Problem{Problem: problem.New(problem.SetMoreFindings, "", t.more), File: t.file, Sheet: t.sheet})
}

// maxTitle is how many rows may stand above the heads.
const maxTitle = 30

// headRow is the first row that has all the columns that must be there; where none has, the one that has the most of ours.
func (t *table) headRow(rows []gridRow) int {
	best, most := 0, 0
	for i, row := range rows[:min(len(rows), maxTitle)] {
		known := t.headsIn(row)
		if !slices.ContainsFunc(t.columns, func(c column) bool { return c.needed && !slices.Contains(known, c.name) }) {
			return i
		}
		if len(known) > most {
			best, most = i, len(known)
		}
	}
	return best
}

// headsIn lists the columns whose heads stand in a row, each once.
func (t *table) headsIn(row gridRow) []string {
	var known []string
	for _, cell := range row.cells {
		if i := t.columnOf(cell.text); i >= 0 && !slices.Contains(known, t.columns[i].name) {
			known = append(known, t.columns[i].name)
		}
	}
	return known
}

// fullRow says that something stands in all the columns of a row that must be filled: a title has fewer cells.
func (t *table) fullRow(row gridRow) bool {
	for column, i := range t.places {
		if _, stands := row.in(column); i >= 0 && t.columns[i].needed && !stands {
			return false
		}
	}
	return true
}

// headsAgain says that a row repeats the heads, as on each page of a long list.
func (t *table) headsAgain(row gridRow) bool {
	again := 0
	for column, i := range t.places {
		cell, stands := row.in(column)
		switch {
		case i < 0 || !t.columns[i].needed:
		case stands && t.columnOf(cell.text) == i:
			again++
		default:
			return false
		}
	}
	return again > 0
}

func (t *table) header(row gridRow) {
	t.places = map[int]int{}
	var taken []int
	for _, cell := range row.cells {
		i := t.placeOf(row.number, cell, taken)
		t.places[cell.column], taken = i, append(taken, i)
	}
	for i, c := range t.columns {
		if c.needed && !slices.Contains(taken, i) {
			t.report(row.number, 0, problem.TableColumnMissing, c.name, t.names())
		}
	}
}

func (t *table) placeOf(line int, cell gridCell, taken []int) int {
	i := t.columnOf(cell.text)
	switch {
	case i >= 0 && slices.Contains(taken, i):
		t.report(line, cell.column, problem.TableColumnTwice, t.columns[i].name)
	case i < 0 && slices.ContainsFunc(passedOver[:], func(known string) bool { return folded(known) == folded(cell.text) }):
		return ignoredColumn
	case i < 0:
		t.report(line, cell.column, problem.TableColumnUnknown, cell.text, t.names(), t.near(cell.text))
		return ignoredColumn
	}
	return i
}

// line takes a row below the heads.
func (t *table) line(from gridRow) {
	row := tableRow{from.number, map[string]tableCell{}}
	for _, cell := range from.cells {
		i, known := t.places[cell.column]
		switch {
		case !known:
			t.report(row.line, cell.column, problem.TableCellBeyond, cell.text)
		case i >= 0:
			row.cells[t.columns[i].name] = t.cell(row.line, t.columns[i], cell)
		}
	}
	t.rows = append(t.rows, row)
}

// cell takes a cell as its column wants it, or says why it can't be taken.
func (t *table) cell(line int, c column, from gridCell) tableCell {
	cell := tableCell{text: from.text, column: from.column}
	if code, args := c.holds.refuses(c, from); code != "" {
		t.report(line, from.column, code, args...)
		return tableCell{column: from.column, said: true}
	}
	if from.kind == plainNumber || from.kind == dressed {
		cell.number = &from.number
	}
	t.checkText(line, from.column, c, cell.text)
	return cell
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
	if cell.text == "" && !cell.said {
		t.report(row.line, t.at(name), problem.TableCellBlank, name)
	}
	return cell.text
}

// at is where a column stands in the file, from 1; 0 where it does not.
func (t *table) at(name string) int {
	first := 0
	for column, i := range t.places {
		if i >= 0 && t.columns[i].name == name && (first == 0 || column < first) {
			first = column
		}
	}
	return first
}
