package main

import (
	"errors"
	"fmt"
	"io/fs"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/rules"
	"cchc/templates/report"
)

// The exit statuses, for scripts.
const (
	statusOK       = 0 // all well, warnings too
	statusFindings = 1 // something could not be scored, is provisional or has errors, a rule set is faulty, or two sets differ
	statusUsage    = 2 // wrong usage
	statusFailure  = 3 // disk, permission
)

// errFindings ends a command whose findings were already reported.
var errFindings = errors.New("có vấn đề đã nêu ở trên")

// reported is the error of a file that could not be read or written, after it was told to the user.
type reported struct{ error }

func (e reported) Unwrap() error { return e.error }

// conclude says what went wrong, unless that was said already, and gives the exit status.
func (a *app) conclude(err error) int {
	if err == nil {
		return statusOK
	}
	if errors.Is(err, errFindings) {
		return statusFindings
	}
	var faulty *desk.FaultySet
	if errors.As(err, &faulty) {
		a.printFindings(faulty.Findings)
		return statusFindings
	}
	var long *report.TooLong
	if errors.As(err, &long) {
		fmt.Fprintln(a.err, "Lỗi: "+terminal.PlainLine(long.Error()))
		return statusFindings
	}
	var told reported
	if !errors.As(err, &told) {
		fmt.Fprintln(a.err, "Lỗi: "+terminal.Plain(disk.Sentence(err)))
	}
	var usage terminal.UsageError
	var name *rules.NameError
	switch {
	case errors.As(err, &usage), errors.As(err, &name):
		return statusUsage
	case errors.Is(err, fs.ErrExist):
		return statusUsage
	}
	return statusFailure
}
