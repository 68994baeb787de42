package main

import (
	"errors"
	"fmt"
	"io/fs"

	"cchc/rules"
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

// usageError is a command line that cannot be carried out, with what to do instead.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

func misuse(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// conclude says what went wrong, unless that was said already, and gives the exit status.
func (a *app) conclude(err error) int {
	if err == nil {
		return statusOK
	}
	if errors.Is(err, errFindings) {
		return statusFindings
	}
	var faulty *faultySet
	if errors.As(err, &faulty) {
		a.printFindings(faulty.findings)
		return statusFindings
	}
	var told reported
	if !errors.As(err, &told) {
		fmt.Fprintln(a.err, "Lỗi: "+plain(sentence(err)))
	}
	var usage usageError
	var name *rules.NameError
	switch {
	case errors.As(err, &usage), errors.As(err, &name):
		return statusUsage
	case errors.Is(err, fs.ErrExist):
		return statusUsage
	}
	return statusFailure
}
