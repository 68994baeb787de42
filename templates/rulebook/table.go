package rulebook

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"cchc/scoring/problem"
	"cchc/templates/word"
	"cchc/templates/xlsx"
)

// line is a row of a table, with the name of its place.
type line struct {
	place string // "'Phụ lục'!12", "bảng 1, hàng 5", "dòng 7"
	cells []string
	page  bool // a blank line stands before it, as between pages
}

func (l line) at(col int) string {
	if col >= 0 && col < len(l.cells) {
		return l.cells[col]
	}
	return ""
}

func (l line) blank() bool { return strings.TrimSpace(strings.Join(l.cells, "")) == "" }

// tablesOf reads the tables of a workbook, a Word document or a list, by the file's ending. The error is a [xlsx.Refused].
func tablesOf(name string, data []byte) ([][]line, error) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".docx":
		return wordTables(data)
	case ".csv", ".txt", ".tsv":
		return listTable(data)
	}
	return sheetTables(data)
}

func wordTables(data []byte) ([][]line, error) {
	tables, err := word.Tables(data)
	var all [][]line
	for i, table := range tables {
		var lines []line
		for j, row := range table.Rows {
			lines = append(lines, line{fmt.Sprintf("bảng %d, hàng %d", i+1, j+1), row.Cells, false})
		}
		all = append(all, lines)
	}
	return all, err
}

func sheetTables(data []byte) ([][]line, error) {
	book, err := xlsx.Open(data)
	if err != nil {
		return nil, err
	}
	var all [][]line
	for _, info := range book.Sheets() {
		if info.State != xlsx.Visible {
			continue
		}
		sheet, err := book.Sheet(info.Name)
		if err != nil {
			return nil, err
		}
		all = append(all, sheetLines(sheet))
	}
	return all, nil
}

// maxColumns is how many columns of a table are looked at.
const maxColumns = 60

func sheetLines(sheet *xlsx.Sheet) []line {
	var lines []line
	for row, cells := range sheet.Rows() {
		l := line{place: quoted(sheet.Name, fmt.Sprint(row))}
		for _, cell := range cells {
			for len(l.cells) < cell.Col && cell.Col <= maxColumns {
				l.cells = append(l.cells, "")
			}
			if cell.Col <= maxColumns {
				l.cells[cell.Col-1] = sheetText(cell)
			}
		}
		lines = append(lines, l)
	}
	return lines
}

// sheetText is a cell's text; a number has a decimal comma, as the words around it.
func sheetText(cell xlsx.Cell) string {
	if cell.Kind == xlsx.Number {
		d, err := xlsx.ParseNumber(cell.Text)
		if err == nil && cell.Format == xlsx.FormatPercent {
			return strings.ReplaceAll(d.Shift(2).String(), ".", ",") + "%"
		}
		if err == nil {
			return strings.ReplaceAll(d.String(), ".", ",")
		}
	}
	return cell.Text
}

// listTable reads a list whose values are parted by commas, semicolons or tabs.
func listTable(data []byte) ([][]line, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return nil, &xlsx.Refused{Problem: problem.New(problem.FileUnknown, "")}
	}
	reader := csv.NewReader(bytes.NewReader(data))
	reader.FieldsPerRecord, reader.LazyQuotes = -1, true
	reader.Comma = separator(data)
	printed := bytes.Split(data, []byte("\n"))
	var lines []line
	for {
		record, err := reader.Read()
		if err == io.EOF {
			return [][]line{lines}, nil
		}
		if err != nil {
			return nil, &xlsx.Refused{Problem: problem.New(problem.FileDamaged, "", err.Error())}
		}
		for j := range record {
			record[j] = norm.NFC.String(strings.TrimSpace(record[j]))
		}
		at, _ := reader.FieldPos(0)
		page := at > 1 && len(bytes.TrimSpace(printed[at-2])) == 0
		lines = append(lines, line{fmt.Sprintf("dòng %d", at), record, page})
	}
}

// separator is what parts the values of a list: the tab or the semicolon, where one line has two of them; a letter may stand before
// its table.
func separator(data []byte) rune {
	for _, mark := range []string{"\t", ";"} {
		for line := range bytes.Lines(data) {
			if n := bytes.Count(line, []byte(mark)); n >= 2 && n > bytes.Count(line, []byte(",")) {
				return rune(mark[0])
			}
		}
	}
	return ','
}
