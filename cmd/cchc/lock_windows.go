package main

import (
	"errors"
	"syscall"
)

// isLocked says that another program, mostly Excel, holds the file: sharing and lock violations of Windows.
func isLocked(err error) bool {
	return errors.Is(err, syscall.Errno(32)) || errors.Is(err, syscall.Errno(33))
}
