package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLinkFrom(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "nộp", "a b.xlsx")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ from, file, want string }{
		{folder, file, "nộp/a b.xlsx"},
		{filepath.Join(folder, "kết quả"), file, "../nộp/a b.xlsx"},
		{folder, filepath.Join(folder, "khác.xlsx"), ""},
		{folder, "", ""},
	}
	for _, test := range tests {
		if got := linkFrom(test.from, test.file); got != test.want {
			t.Errorf("%s from %s: %q, want %q", test.file, test.from, got, test.want)
		}
	}
}

// TestIsRelative: of the files that a line of results tells, only those below or beside us are looked for.
func TestIsRelative(t *testing.T) {
	for path, want := range map[string]bool{"nop/a.xlsx": true, "../nop/a.xlsx": true, "a.xlsx": true,
		"/bin/sh": false, "//may-chu/chung/a.xlsx": false, `\\may-chu\chung\a.xlsx`: false} {
		if got := isRelative(path); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
	line := strings.Replace(resultLine(t, "Sở:A", "1"), `"file":"nop/A.xlsx"`, `"file":"/bin/sh"`, 1)
	out := filepath.Join(t.TempDir(), "xep.xlsx")
	rankRun(t, line+line, "-", "-o", out)
	cells := xmlCells(t, []byte(contents(t, out)))
	if len(cells) == 0 {
		t.Error("no ranking was written")
	}
	for at, cell := range cells {
		if strings.Contains(cell.Formula, "HYPERLINK") {
			t.Errorf("%s links to a file that was only told: %s", at, cell.Formula)
		}
	}
}
