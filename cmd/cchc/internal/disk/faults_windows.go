package disk

import (
	"errors"
	"syscall"

	"golang.org/x/sys/windows"
)

// faultOf classes an error by its number. A file that is open in Excel gives the first two on reading; replacing one gives
// "access denied", which is worded for both of its causes.
func faultOf(err error) systemFault {
	var number syscall.Errno
	errors.As(err, &number)
	switch number {
	case windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION:
		return locked
	case windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL:
		return diskFull
	case windows.ERROR_WRITE_PROTECT:
		return readOnly
	case windows.ERROR_INVALID_NAME, windows.ERROR_BAD_PATHNAME, windows.ERROR_FILENAME_EXCED_RANGE, windows.ERROR_DIRECTORY:
		return badName
	}
	return otherFault
}
