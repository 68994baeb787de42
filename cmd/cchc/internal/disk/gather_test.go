package disk

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestIsResultFolder(t *testing.T) {
	for name, want := range map[string]bool{"ket-qua": true, "ket-qua-2": true, "ket-qua-13": true,
		"ket-qua-": false, "ket-qua-2023x": false, "ket-qua-cu": false, "ket-qua2": false, "nop": false} {
		if got := isResultFolder(name); got != want {
			t.Errorf("isResultFolder(%q) is %v, want %v", name, got, want)
		}
	}
}

func TestGather(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"b.xlsx", "a.XLSX", "~$b.xlsx", "thư.docx", "khối/c.xlsx", "khối/cũ.xls", "khối/ket-qua/b.xlsx", ".b.xlsx" + TemporarySuffix} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	in, err := Gather([]string{filepath.Join(root, "b.xlsx"), root}, IsSpreadsheet)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := relative(t, root, in.Files), []string{"b.xlsx", "a.XLSX", "khối/c.xlsx", "khối/cũ.xls"}; !slices.Equal(got, want) {
		t.Errorf("files %v, want %v: each once, the named one first", got, want)
	}
	var skipped []string
	for _, s := range in.Skipped {
		skipped = append(skipped, s.Path)
	}
	want := []string{".b.xlsx" + TemporarySuffix, "khối/ket-qua", "thư.docx", "~$b.xlsx"}
	if got := relative(t, root, skipped); !slices.Equal(got, want) {
		t.Errorf("passed over %v, want %v", got, want)
	}
	gone, there := filepath.Join(root, "không có"), filepath.Join(root, "b.xlsx")
	in, err = Gather([]string{gone, there}, IsSpreadsheet)
	if err != nil || !os.IsNotExist(in.Absent) || !slices.Equal(in.Files, []string{gone, there}) {
		t.Errorf("a path that is not there: files %v, absent %v, error %v", in.Files, in.Absent, err)
	}
}

func relative(t *testing.T, root string, paths []string) []string {
	t.Helper()
	var names []string
	for _, path := range paths {
		name, err := filepath.Rel(root, path)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, filepath.ToSlash(name))
	}
	return names
}
