package disk

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
)

// ReadBounded reads a file once, no more of it than a workbook may have, and only a real file: a pipe would wait for ever.
func ReadBounded(path string) ([]byte, error) {
	file, err := OpenRegular(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var data bytes.Buffer
	if info, err := file.Stat(); err == nil {
		data.Grow(int(min(info.Size(), maxWorkbook)) + bytes.MinRead)
	}
	_, err = data.ReadFrom(io.LimitReader(file, maxWorkbook))
	return data.Bytes(), err
}

// OpenRegular opens a real file.
func OpenRegular(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() && !info.IsDir() {
		return nil, &fs.PathError{Op: "read", Path: path, Err: errNotRegular}
	}
	return os.Open(path)
}

// errNotRegular is the error of a device or a pipe in a file's place.
var errNotRegular = errors.New("không phải tệp thường")

// maxWorkbook is one byte more than a workbook may have: enough for the gate to see that a larger one is too large.
const maxWorkbook = 20<<20 + 1
