package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

func TestWriteWhole(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "phiếu.xlsx")
	if err := WriteWhole(path, []byte("một"), false); err != nil {
		t.Fatal(err)
	}
	if err := WriteWhole(path, []byte("hai"), false); !errors.Is(err, fs.ErrExist) {
		t.Errorf("writing over a file without force: %v", err)
	}
	if got := textOf(t, path); got != "một" {
		t.Errorf("the old file holds %q", got)
	}
	if err := WriteWhole(path, []byte("ba"), true); err != nil || textOf(t, path) != "ba" {
		t.Errorf("with force: %v, holds %q", err, textOf(t, path))
	}
	if names := namesIn(t, folder); len(names) != 1 {
		t.Errorf("left over: %v", names)
	}
}

// TestWriteWholeRefuses: what can't be written says so of the path that was asked for, and leaves nothing.
func TestWriteWholeRefuses(t *testing.T) {
	folder := t.TempDir()
	emptyFile(t, filepath.Join(folder, "tệp"))
	tests := []struct {
		name, path string
		want       error
	}{
		{"no such folder", "không có/phiếu.xlsx", fs.ErrNotExist},
		{"a folder in the file's place", ".", syscall.EISDIR},
		{"a file in the folder's place", "tệp/phiếu.xlsx", syscall.ENOTDIR},
		{"a name that is too long", strings.Repeat("ế", 100) + ".xlsx", syscall.ENAMETOOLONG},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(folder, test.path)
			err := WriteWhole(path, []byte("một"), true)
			var where *fs.PathError
			if !errors.As(err, &where) || where.Path != path || !errors.Is(err, test.want) {
				t.Errorf("said %v, want %v of %s", err, test.want, path)
			}
			if names := namesIn(t, folder); len(names) != 1 {
				t.Errorf("left over: %v", names)
			}
		})
	}
}

// TestWriteWholeLongName: the temporary file's name is no longer than systems allow where that of the file itself is not.
func TestWriteWholeLongName(t *testing.T) {
	path := filepath.Join(t.TempDir(), strings.Repeat("ế", 83)+".xlsx")
	if err := WriteWhole(path, []byte("một"), false); err != nil || textOf(t, path) != "một" {
		t.Error(err)
	}
}

// TestRunsWriteAtOnce has several runs write to one path at once: with force the file is one run's, whole; without, the first
// one's, and all others are told that it exists.
func TestRunsWriteAtOnce(t *testing.T) {
	const runs = 8
	for _, force := range []bool{true, false} {
		t.Run(fmt.Sprintf("force %v", force), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "phiếu.xlsx")
			errs := make([]error, runs)
			var all sync.WaitGroup
			for i := range runs {
				all.Go(func() { errs[i] = WriteWhole(path, bytes.Repeat([]byte{byte('a' + i)}, 1<<20), force) })
			}
			all.Wait()
			refused := 0
			for _, err := range errs {
				if errors.Is(err, fs.ErrExist) {
					refused++
				} else if err != nil {
					t.Error(err)
				}
			}
			if want := map[bool]int{true: 0, false: runs - 1}[force]; refused != want {
				t.Errorf("%d runs are told that the file exists, want %d", refused, want)
			}
			if got := textOf(t, path); got != strings.Repeat(got[:1], 1<<20) {
				t.Errorf("the file is mixed of several runs")
			}
			if names := namesIn(t, filepath.Dir(path)); len(names) != 1 {
				t.Errorf("left over: %v", names)
			}
		})
	}
}

// TestWriteWholeWhileOthersClear: other runs clear the folder, one that heeds who holds a file and one that heeds nothing.
func TestWriteWholeWhileOthersClear(t *testing.T) {
	folder := t.TempDir()
	stop := make(chan struct{})
	var others sync.WaitGroup
	for _, clear := range []func(){func() { RemoveLeftovers(folder) }, func() { removeAllTemporary(folder) }} {
		others.Go(func() {
			for {
				select {
				case <-stop:
					return
				case <-time.After(100 * time.Microsecond):
					clear()
				}
			}
		})
	}
	written, given := 0, 0
	for i := range 50 {
		path, data := filepath.Join(folder, fmt.Sprintf("%d.xlsx", i)), fmt.Sprintf("phiếu %d", i)
		switch err := WriteWhole(path, []byte(data), i%2 == 0); {
		case err == nil && textOf(t, path) == data:
			written++
		case errors.Is(err, errTaken):
			given++
		default:
			t.Errorf("%s: %v", path, err)
		}
	}
	close(stop)
	others.Wait()
	if written == 0 || len(namesIn(t, folder)) < written {
		t.Errorf("%d written, %d given up, but there are %v", written, given, namesIn(t, folder))
	}
	t.Logf("%d written, %d given up", written, given)
}

// removeAllTemporary is a program that heeds nobody.
func removeAllTemporary(folder string) {
	list, _ := filepath.Glob(filepath.Join(folder, ".*"+TemporarySuffix))
	for _, path := range list {
		os.Remove(path)
	}
}

func TestLeftoversAreRemovedAndNothingElse(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{".a.xlsx.0011aabb" + TemporarySuffix, "b.xlsx", ".c.xlsx", "d" + TemporarySuffix} {
		emptyFile(t, filepath.Join(folder, name))
	}
	held, err := createBeside(filepath.Join(folder, "e.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	RemoveLeftovers(folder)
	stay := []string{".c.xlsx", filepath.Base(held.Name()), "b.xlsx", "d" + TemporarySuffix}
	if names := namesIn(t, folder); !slices.Equal(names, stay) {
		t.Errorf("left %v, want %v", names, stay)
	}
	if err := held.Close(); err != nil {
		t.Fatal(err)
	}
	RemoveLeftovers(folder)
	if names := namesIn(t, folder); !slices.Equal(names, slices.Delete(stay, 1, 2)) {
		t.Errorf("what nobody holds any more: left %v", names)
	}
}

func emptyFile(t *testing.T, path string) {
	t.Helper()
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
}

func textOf(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func namesIn(t *testing.T, folder string) []string {
	t.Helper()
	list, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, item := range list {
		names = append(names, item.Name())
	}
	return names
}
