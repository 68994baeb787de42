package lists

import (
	"fmt"
	"slices"

	"cchc/scoring/problem"
)

// Problem is a problem at its place in a table: the row, and which cell of it, in a workbook with the sheet. Line 0 is the whole
// file or sheet, column 0 the whole row.
type Problem struct {
	problem.Problem
	File, Sheet  string
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

// place is file.csv:7:2 or file.xlsx: Danh sách!B7.
func (p Problem) place() string {
	if p.Sheet != "" {
		return p.File + ": " + p.Sheet + cellName(p.Line, p.Column)
	}
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Faulty says that one of the problems is an error: then nothing of the table may be used.
func Faulty(problems []Problem) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return p.Severity == problem.Error })
}
