//go:build !windows

package disk

import (
	"errors"
	"io/fs"
	"syscall"
	"testing"
)

func TestFaultOf(t *testing.T) {
	for number, want := range map[syscall.Errno]systemFault{
		syscall.ENOSPC: diskFull, syscall.EDQUOT: diskFull, syscall.EROFS: readOnly, syscall.ENAMETOOLONG: badName, syscall.EIO: otherFault,
	} {
		if got := faultOf(&fs.PathError{Op: "open", Path: "phiếu.xlsx", Err: number}); got != want {
			t.Errorf("error %d is taken for fault %d, want %d", number, got, want)
		}
	}
	if got := faultOf(errors.New("hỏng")); got != otherFault {
		t.Errorf("an error without a number is taken for fault %d", got)
	}
}
