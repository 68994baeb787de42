package rulebook

import (
	"fmt"
	"strings"

	"cchc/scoring/problem"
)

// Fault is a problem at its place in a workbook or a document.
type Fault struct {
	problem.Problem
	Place string // "'Bộ chỉ số'!F12", "dòng 12", or "" for the whole
}

// String says all in one line: the place, what was found, its code, and what to do.
func (f Fault) String() string {
	severity := "cảnh báo"
	if f.Severity == problem.Error {
		severity = "lỗi"
	}
	place := ""
	if f.Place != "" {
		place = f.Place + ": "
	}
	return fmt.Sprintf("%s%s: %s [%s] — %s", place, severity, f.Text(), f.Code, f.Remedy())
}

// Faulty says that one of the faults is an error.
func Faulty(faults []Fault) bool {
	for _, f := range faults {
		if f.Severity == problem.Error && f.Accepted == "" {
			return true
		}
	}
	return false
}

// quoted is a cell's name with its sheet's.
func quoted(sheet, cell string) string {
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + cell
}
