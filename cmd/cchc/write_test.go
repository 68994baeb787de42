package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestWriteWhole(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "phiếu.xlsx")
	if err := writeWhole(path, []byte("một"), false); err != nil {
		t.Fatal(err)
	}
	if err := writeWhole(path, []byte("hai"), false); !errors.Is(err, fs.ErrExist) {
		t.Errorf("writing over a file without force: %v", err)
	}
	if got := contents(t, path); got != "một" {
		t.Errorf("the old file holds %q", got)
	}
	if err := writeWhole(path, []byte("ba"), true); err != nil || contents(t, path) != "ba" {
		t.Errorf("with force: %v, holds %q", err, contents(t, path))
	}
	if names := listed(t, folder); len(names) != 1 {
		t.Errorf("left over: %v", names)
	}
}

func TestWriteWholeIntoNoFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "không có", "phiếu.xlsx")
	err := writeWhole(path, []byte("một"), false)
	var where *fs.PathError
	if !errors.As(err, &where) || where.Path != path || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("said %v, want the path that was asked for", err)
	}
}

func TestLeftoversAreRemovedAndNothingElse(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{".a.xlsx" + temporarySuffix, "b.xlsx", ".c.xlsx"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	removeLeftovers(folder)
	if names := listed(t, folder); len(names) != 2 || names[0] != ".c.xlsx" || names[1] != "b.xlsx" {
		t.Errorf("left: %v", names)
	}
}

func contents(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func listed(t *testing.T, folder string) []string {
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
