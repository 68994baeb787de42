package terminal

import (
	"fmt"
	"io"
)

// AtConsole runs the program with the manners that a window wants: Vietnamese letters, and where the window is there for
// this program alone, as after a double click or a drop, it stays open until Enter is pressed.
func AtConsole(in io.Reader, talk io.Writer, work func() int) int {
	restore := speakUTF8()
	defer restore()
	status := work()
	if OwnsConsole() {
		waitForEnter(in, talk)
	}
	return status
}

// waitForEnter asks for a key, and reads no more than the line that it ends.
func waitForEnter(in io.Reader, talk io.Writer) {
	fmt.Fprint(talk, "\nNhấn Enter để đóng cửa sổ này… ")
	one := make([]byte, 1)
	for {
		if n, err := in.Read(one); err != nil || n > 0 && one[0] == '\n' {
			return
		}
	}
}
