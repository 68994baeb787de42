//go:build !windows

package disk

import (
	"errors"
	"syscall"
)

// faultOf classes an error by its number. Nothing is locked here: programs may replace what others have open.
func faultOf(err error) systemFault {
	var number syscall.Errno
	errors.As(err, &number)
	switch number {
	case syscall.ENOSPC, syscall.EDQUOT:
		return diskFull
	case syscall.EROFS:
		return readOnly
	case syscall.ENAMETOOLONG:
		return badName
	}
	return otherFault
}
