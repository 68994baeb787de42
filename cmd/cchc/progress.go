package main

import (
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress is a bar on a terminal, and nothing in a pipe.
type progress struct{ bar *progressbar.ProgressBar }

// newProgress draws on standard error where a person watches and there is more than one thing to do.
func (a *app) newProgress(total int) *progress {
	if total < 2 || !isTerminal(a.err) {
		return &progress{}
	}
	return &progress{progressbar.NewOptions(total, progressbar.OptionSetWriter(a.err), progressbar.OptionSetDescription("Đang chấm"),
		progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())}
}

// step and finish draw; a terminal that cannot be drawn on is no reason to stop scoring.
func (p *progress) step() {
	if p.bar != nil {
		_ = p.bar.Add(1)
	}
}

func (p *progress) finish() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
