package terminal

import (
	"bytes"
	"io"
	"os"
	"testing"

	"golang.org/x/sys/unix"
)

// around leads to another stream, as the commands' output does.
type around struct{ io.Writer }

func (a around) Beneath() io.Writer { return a.Writer }

// TestWidth: that of the window, through what is put around it; none for what is no window.
func TestWidth(t *testing.T) {
	window, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no windows here: ", err)
	}
	defer window.Close()
	if err := unix.IoctlSetWinsize(int(window.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 90}); err != nil {
		t.Fatal(err)
	}
	for _, stream := range []io.Writer{window, around{window}} {
		if width, known := Width(stream); width != 90 || !known || !IsTerminal(stream) {
			t.Errorf("%T is %d wide (%v)", stream, width, known)
		}
	}
	for _, stream := range []io.Writer{new(bytes.Buffer), around{new(bytes.Buffer)}} {
		if _, known := Width(stream); known || IsTerminal(stream) {
			t.Errorf("%T is a window", stream)
		}
	}
}
