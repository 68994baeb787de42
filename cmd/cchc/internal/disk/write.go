// Package disk is how commands meet the disk: which files they are given, and how files come into being.
//
// Start with [Gather], which lists the files that a command is to read and says what it passed over, and with [WriteWhole],
// which puts a file there whole or not at all. [PrepareFile] and [PrepareFolder] go before anything is written; [Sentence]
// words what the system says.
//
// It promises that no input is written to, that a kill leaves at most one temporary file that the next run removes, and that a
// pipe or a device is never waited for. What systems do differently stands in the files named after them.
package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"cchc/cmd/cchc/internal/terminal"
)

// TemporarySuffix marks a file that is still being written. After a kill one may be left; the next run into the same
// folder removes it, and nothing ever reads it.
const TemporarySuffix = ".cchc-dang-ghi"

// writeAttempts is how often a file is written that something else takes away while it is being written.
const writeAttempts = 3

// WriteWhole puts data at path whole or not at all: written beside it, synced, read back and compared, then renamed.
// Without force an existing file is an error that wraps fs.ErrExist, and stays as it is. Any number of runs may write into a
// folder, even to the same path: the file is then one run's, whole. A name that Windows keeps for a device is refused
// everywhere: the file could not be handed on.
func WriteWhole(path string, data []byte, force bool) error {
	if isDevice(filepath.Base(path)) {
		return terminal.Misuse("%s là tên thiết bị của Windows, không dùng được làm tên tệp. Chọn tên khác.", terminal.Quoted(filepath.Base(path)))
	}
	switch info, err := os.Lstat(path); {
	case err == nil && info.IsDir():
		return &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR}
	case err == nil && !force:
		return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
	}
	err := writeBeside(path, data, force)
	for n := 1; n < writeAttempts && errors.Is(err, errTaken); n++ {
		err = writeBeside(path, data, force)
	}
	if err != nil {
		return named(err, path)
	}
	return syncFolder(filepath.Dir(path))
}

// errTaken says that the temporary file went away before it had its name: another run took it for one that a killed run left.
var errTaken = errors.New("tệp tạm bị chương trình khác xóa trong lúc ghi")

// writeBeside writes the temporary file and gives it its name. Whatever fails, nothing is left over.
func writeBeside(path string, data []byte, force bool) error {
	file, err := createBeside(path)
	if err != nil {
		return err
	}
	temporary := file.Name()
	err = fill(file, data)
	if err == nil {
		err = place(temporary, path, force)
	}
	if _, gone := os.Lstat(temporary); err != nil && errors.Is(gone, fs.ErrNotExist) {
		return errors.Join(errTaken, err)
	}
	if err != nil {
		os.Remove(temporary)
	}
	return err
}

// createBeside makes a temporary file of a name that nobody has, and holds it as its own. The name tells which file it is to be.
func createBeside(path string) (*os.File, error) {
	const longest = 100 // of the name that is told, in bytes; systems allow 255 in all
	folder, base := filepath.Split(path)
	base = strings.ToValidUTF8(base[:min(len(base), longest)], "")
	for {
		name := fmt.Sprintf("%s.%s.%08x%s", folder, base, rand.Uint32(), TemporarySuffix)
		file, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if err == nil {
			hold(file)
		}
		if !errors.Is(err, fs.ErrExist) {
			return file, err
		}
	}
}

// fill writes the data to the disk, closes the file, and proves that it can be read again as it was meant.
func fill(file *os.File, data []byte) error {
	_, err := file.Write(data)
	if err == nil {
		err = file.Sync()
	}
	written, reading := os.ReadFile(file.Name())
	if err == nil {
		err = reading
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err == nil && !bytes.Equal(written, data) {
		err = errors.New("đọc lại không giống nội dung đã ghi")
	}
	return err
}

// place gives the finished file its name. Without force it must not replace a file that came in between.
func place(temporary, path string, force bool) error {
	if force {
		return os.Rename(temporary, path)
	}
	switch err := os.Link(temporary, path); {
	case err == nil:
		os.Remove(temporary) // should that fail, the next run does it
		return nil
	case os.IsExist(err):
		return err
	}
	return os.Rename(temporary, path) // file systems without hard links
}

// named makes an error speak of the file that the user asked for, not of the temporary one.
func named(err error, path string) error {
	cause := err
	var inFile *fs.PathError
	var inLink *os.LinkError
	switch {
	case errors.Is(err, errTaken):
		cause = errTaken
	case errors.As(err, &inFile):
		cause = inFile.Err
	case errors.As(err, &inLink):
		cause = inLink.Err
	}
	return &fs.PathError{Op: "write", Path: path, Err: cause}
}

// RemoveLeftovers clears what killed runs left in a folder. A file that another run is writing is held by it, and stays;
// should one be taken in the moment before it is held or after, its run writes it again.
func RemoveLeftovers(folder string) {
	list, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, item := range list {
		path := filepath.Join(folder, item.Name())
		if IsTemporary(item.Name()) && item.Type().IsRegular() && !isHeld(path) {
			os.Remove(path)
		}
	}
}

// IsTemporary says that a name is that of a file still being written.
func IsTemporary(name string) bool {
	return strings.HasPrefix(name, ".") && strings.HasSuffix(name, TemporarySuffix)
}
