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

// Width is how many letters a line of a window has room for; known is false for a pipe or a file, where nothing need be cut.
func Width(stream any) (letters int, known bool) {
	if !IsTerminal(stream) {
		return 0, false
	}
	width, _, err := term.GetSize(int(fileOf(stream).Fd()))
	return width, err == nil && width > 0
}

// IsTerminal says that a stream is a window, and no pipe or file.
func IsTerminal(stream any) bool {
	file := fileOf(stream)
	return file != nil && term.IsTerminal(int(file.Fd()))
}

// fileOf is the file that a stream leads to; nil where it leads to none.
func fileOf(stream any) *os.File {
	if around, ok := stream.(interface{ Beneath() io.Writer }); ok {
		stream = around.Beneath()
	}
	file, _ := stream.(*os.File)
	return file
}
