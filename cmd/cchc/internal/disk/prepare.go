package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"cchc/cmd/cchc/internal/terminal"
)

// Before a command works for long, what it is to write is made sure of: no input is ever written to, with --force neither, and
// what a killed run left in the place is cleared.

// PrepareFile makes ready for writing a file. Without a name there is nothing to be written.
func PrepareFile(out string, inputs ...string) error {
	if out == "" {
		return nil
	}
	if err := notOnto(inputs, out); err != nil {
		return err
	}
	folder := filepath.Dir(out)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return &fs.PathError{Op: "write", Path: folder, Err: errNoFolder}
	}
	RemoveLeftovers(folder)
	return nil
}

// errNoFolder is said before a command works for long; a mistyped folder is not made.
var errNoFolder = errors.New("no such folder")

// PrepareFolder makes ready for writing files into a folder, and makes the folder.
func PrepareFolder(folder string, outs, inputs []string) error {
	if err := notOnto(inputs, outs...); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	RemoveLeftovers(folder)
	return nil
}

// notOnto refuses to write onto an input, under whatever name it is there. An input without a file counts for nothing.
func notOnto(inputs []string, outs ...string) error {
	var read []os.FileInfo
	for _, path := range inputs {
		if info, err := os.Stat(path); err == nil {
			read = append(read, info)
		}
	}
	for _, out := range outs {
		info, err := os.Stat(out)
		if err != nil {
			continue
		}
		for _, other := range read {
			if os.SameFile(info, other) {
				return terminal.Misuse("%s là tệp đầu vào nên không ghi lên. Nêu tên tệp hoặc thư mục khác ở -o.", terminal.Quoted(out))
			}
		}
	}
	return nil
}
