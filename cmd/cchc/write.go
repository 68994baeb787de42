package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// temporarySuffix marks a file that is still being written. After a kill one may be left; the next run into the same
// folder removes it, and nothing ever reads it.
const temporarySuffix = ".cchc-dang-ghi"

// writeWhole puts data at path whole or not at all: written beside it, synced, read back and compared, then renamed.
// Without force an existing file is an error that wraps fs.ErrExist, and stays as it is. A name that Windows keeps for a device
// is refused everywhere: the file could not be handed on.
func writeWhole(path string, data []byte, force bool) error {
	if isDevice(filepath.Base(path)) {
		return misuse("%s là tên thiết bị của Windows, không dùng được làm tên tệp. Chọn tên khác.", quoted(filepath.Base(path)))
	}
	switch info, err := os.Lstat(path); {
	case err == nil && info.IsDir():
		return &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR}
	case err == nil && !force:
		return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
	}
	temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+temporarySuffix)
	if err := writeSynced(temporary, data); err != nil {
		os.Remove(temporary)
		return named(err, path)
	}
	if err := place(temporary, path, force); err != nil {
		os.Remove(temporary)
		return named(err, path)
	}
	return syncFolder(filepath.Dir(path))
}

func writeSynced(path string, data []byte) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	written, err := os.ReadFile(path)
	if err == nil && !bytes.Equal(written, data) {
		err = fmt.Errorf("đọc lại %s không giống nội dung đã ghi", path)
	}
	return err
}

// place gives the finished file its name. Without force it must not replace a file that came in between.
func place(temporary, path string, force bool) error {
	if force {
		return os.Rename(temporary, path)
	}
	if err := os.Link(temporary, path); err == nil {
		return os.Remove(temporary)
	} else if os.IsExist(err) {
		return err
	}
	return os.Rename(temporary, path) // file systems without hard links
}

// named makes an error speak of the file that the user asked for, not of the temporary one.
func named(err error, path string) error {
	cause := err
	switch e := err.(type) {
	case *fs.PathError:
		cause = e.Err
	case *os.LinkError:
		cause = e.Err
	}
	return &fs.PathError{Op: "write", Path: path, Err: cause}
}

// removeLeftovers clears what a killed run left in a folder.
func removeLeftovers(folder string) {
	list, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, item := range list {
		if strings.HasPrefix(item.Name(), ".") && strings.HasSuffix(item.Name(), temporarySuffix) {
			os.Remove(filepath.Join(folder, item.Name()))
		}
	}
}
