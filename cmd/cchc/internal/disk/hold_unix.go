//go:build !windows

package disk

import (
	"errors"
	"os"
	"syscall"
)

// hold marks a file as being written, by a lock that ends with the process, however that ends. A file system without locks
// is no reason not to write.
func hold(file *os.File) { _ = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }

// isHeld says that some process holds the file.
func isHeld(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	return errors.Is(syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB), syscall.EWOULDBLOCK)
}
