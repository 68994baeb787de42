package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestPackDependsOnNothingButTheFiles(t *testing.T) {
	first, second := packed(t, time.Now()), packed(t, time.Now().Add(-time.Hour))
	if !bytes.Equal(first, second) {
		t.Error("two packings of equal files differ")
	}
	archive, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, entry := range archive.File {
		file, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(file)
		if err != nil {
			t.Fatal(err)
		}
		got[entry.Name] = string(data)
	}
	if diff := cmp.Diff(map[string]string{"b.txt": "hai", "a.txt": "một"}, got); diff != "" {
		t.Error(diff)
	}
}

// packed packs two files of that age from a folder of its own.
func packed(t *testing.T, age time.Time) []byte {
	t.Helper()
	folder := t.TempDir()
	args := []string{filepath.Join(folder, "out.zip")}
	for _, file := range [][2]string{{"b.txt", "hai"}, {"a.txt", "một"}} {
		path := filepath.Join(folder, file[0])
		if err := os.WriteFile(path, []byte(file[1]), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, age, age); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	if err := pack(args); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(args[0])
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestPackRefuses(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.zip")
	for name, args := range map[string][]string{"nothing to pack": {out}, "no such file": {out, "khong-co.txt"}} {
		if pack(args) == nil {
			t.Errorf("%s: no error", name)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: a zip was written", name)
		}
	}
}
