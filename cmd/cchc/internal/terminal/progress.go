package terminal

import (
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// Progress is a bar on a terminal, and nothing in a pipe.
type Progress struct{ bar *progressbar.ProgressBar }

// NewProgress draws where a person watches and there is more than one thing to do.
func NewProgress(talk io.Writer, total int) *Progress {
	if total < 2 || !IsTerminal(talk) {
		return &Progress{}
	}
	return &Progress{progressbar.NewOptions(total, progressbar.OptionSetWriter(talk), progressbar.OptionSetDescription("Đang chấm"),
		progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())}
}

// Step and finish draw; a terminal that cannot be drawn on is no reason to stop scoring.
func (p *Progress) Step() {
	if p.bar != nil {
		_ = p.bar.Add(1)
	}
}

func (p *Progress) Finish() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}

// IsTerminal says that a stream is a window, and no pipe or file.
func IsTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
