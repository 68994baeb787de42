package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"syscall"

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

// output is the one place that writes results. It keeps the first fault and then takes everything, so that a command finishes
// its files whatever became of its reader; [app.finish] tells of the fault.
type output struct {
	io.Writer
	fault error
}

// Beneath is where the output leads, for whoever asks whether that is a window.
func (o *output) Beneath() io.Writer { return o.Writer }

func (o *output) Write(p []byte) (int, error) {
	if o.fault == nil {
		_, o.fault = o.Writer.Write(p)
	}
	return len(p), nil
}

// finish gives the exit status of a command, unless what it printed did not arrive: that is a failure, whatever else it was.
func (a *app) finish(status int, out *output) int {
	if out.fault == nil {
		return status
	}
	fmt.Fprintln(a.err, "Lỗi: "+terminal.PlainLine(outputWords(out.fault)))
	return statusFailure
}

func outputWords(err error) string {
	const rest = " Các tệp mà lệnh đã ghi vẫn đủ; muốn có phần in ra thì chạy lại."
	switch {
	case errors.Is(err, errClosed):
		return "Đầu ra chuẩn đang đóng nên không in được gì." + rest + " Nếu không cần phần in ra, ghi > /dev/null."
	case errors.Is(err, syscall.EPIPE):
		return "Đầu ra chuẩn bị đóng khi chưa in hết." + rest
	case errors.Is(err, syscall.ENOSPC):
		return "Đĩa đầy, chưa in hết ra đầu ra chuẩn." + rest
	}
	return "Không in được ra đầu ra chuẩn: " + disk.Sentence(err) + rest
}

// errClosed is the fault of a standard output that nobody opened.
var errClosed = errors.New("đầu ra chuẩn đang đóng")

// closed refuses everything. Go puts the null device in the place of a standard output that is closed, so that all would be
// lost without a word.
type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, errClosed }
