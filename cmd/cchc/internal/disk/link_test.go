package disk

import (
	"os"
	"path/filepath"
	"testing"
)

func TestLink(t *testing.T) {
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
		if got := Link(test.from, test.file); got != test.want {
			t.Errorf("%s from %s: %q, want %q", test.file, test.from, got, test.want)
		}
	}
}
