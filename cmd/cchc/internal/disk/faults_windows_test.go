package disk

import (
	"errors"
	"io/fs"
	"syscall"
	"testing"
)

func TestFaultOf(t *testing.T) {
	for number, want := range map[syscall.Errno]systemFault{
		5: otherFault, 19: readOnly, 32: locked, 33: locked, 39: diskFull, 112: diskFull, 123: badName, 161: badName, 206: badName, 267: badName,
	} {
		if got := faultOf(&fs.PathError{Op: "open", Path: "phiếu.xlsx", Err: number}); got != want {
			t.Errorf("error %d is taken for fault %d, want %d", number, got, want)
		}
	}
	if got := faultOf(errors.New("hỏng")); got != otherFault {
		t.Errorf("an error without a number is taken for fault %d", got)
	}
}
