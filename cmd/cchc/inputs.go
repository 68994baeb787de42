package main

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// resultFolder is where score writes unless told otherwise; walking a folder passes over it.
const resultFolder = "ket-qua"

// inputs are the files that a command was given, with what was passed over while walking folders.
type inputs struct {
	files   []string
	skipped []skipped
	absent  error // of the first named path that is not there; it is among the files, since scoring goes on with the others
	seen    map[string]bool
}

type skipped struct{ path, reason string }

// gather lists the files to read: those named as they are, those of folders in the order of their names. wants says which
// files of a folder are meant; the others are passed over with a reason.
func gather(paths []string, wants func(name string) bool) (inputs, error) {
	in := inputs{seen: map[string]bool{}}
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil && isDevice(filepath.Base(path)), err == nil && info.Mode()&os.ModeDevice != 0:
			return in, misuse("%s không phải tệp thường. Ghi tên một tệp hoặc thư mục.", quoted(path)) // CON would wait for somebody to type
		case err != nil:
			in.add(path)
			in.absent = cmp.Or(in.absent, err)
		case !info.IsDir():
			in.add(path)
		default:
			if err := in.walk(path, wants); err != nil {
				return in, err
			}
		}
	}
	return in, nil
}

func (in *inputs) walk(root string, wants func(name string) bool) error {
	return filepath.WalkDir(root, func(path string, item fs.DirEntry, err error) error {
		name := ""
		if err == nil {
			name = item.Name()
		}
		switch {
		case err != nil:
			in.skip(path, sentence(err))
		case item.IsDir() && isResultFolder(name) && path != root:
			in.skip(path, "thư mục kết quả")
			return filepath.SkipDir
		case item.IsDir():
		case strings.HasPrefix(name, "~$"):
			in.skip(path, "tệp khóa của Excel")
		case strings.HasSuffix(name, temporarySuffix):
			in.skip(path, "tệp ghi dở của lần chạy trước")
		case !item.Type().IsRegular():
			in.skip(path, "không phải tệp thường")
		case !wants(name):
			in.skip(path, "không phải phiếu Excel")
		default:
			in.add(path)
		}
		return nil
	})
}

// add takes a file once, though it be named as itself and by its folder.
func (in *inputs) add(path string) {
	if clean := filepath.Clean(path); !in.seen[clean] {
		in.seen[clean] = true
		in.files = append(in.files, path)
	}
}

func (in *inputs) skip(path, reason string) { in.skipped = append(in.skipped, skipped{path, reason}) }

func isWorkbook(name string) bool { return strings.EqualFold(filepath.Ext(name), ".xlsx") }

// isSpreadsheet says that a file of a folder may be a unit's form, saved in whatever format. One that can't be read is refused
// by name with the remedy; passed over as something else, it would be a unit without a score that nobody misses.
func isSpreadsheet(name string) bool {
	return slices.Contains([]string{".xlsx", ".xlsm", ".xlsb", ".xls", ".et", ".ods"}, strings.ToLower(filepath.Ext(name)))
}
