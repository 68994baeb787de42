package main

import (
	"errors"
	"fmt"
	"io"
	"syscall"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/terminal"
)

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
