//go:build unix

package terminal

import (
	"os"

	"golang.org/x/sys/unix"
)

// Closed says that a standard stream was closed when the program began. Go then opens the null device in its place, to read and
// to write, which no shell does that was asked for it.
func Closed(stream *os.File) bool {
	var at, null unix.Stat_t
	flags, err := unix.FcntlInt(stream.Fd(), unix.F_GETFL, 0)
	if err != nil {
		return true
	}
	if unix.Fstat(int(stream.Fd()), &at) != nil || unix.Stat(os.DevNull, &null) != nil {
		return false
	}
	isNull := at.Mode&unix.S_IFMT == unix.S_IFCHR && at.Rdev == null.Rdev
	return isNull && flags&unix.O_ACCMODE == unix.O_RDWR
}
