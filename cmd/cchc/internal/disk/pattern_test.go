package disk

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestExpand(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"nop/b.xlsx", "nop/a.XLSX", "nop/thư.docx", "nop/Sở [1]/c.xlsx", "nop/sở 2/d.xlsx", "kỳ * lạ.xlsx"} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for pattern, want := range map[string][]string{
		"nop/*.xlsx":     {"nop/a.XLSX", "nop/b.xlsx"},
		"nop/?.xlsx":     {"nop/a.XLSX", "nop/b.xlsx"},
		"nop/Sở [1]/*":   {"nop/Sở [1]/c.xlsx"},
		"nop/s*/*.xlsx":  {"nop/Sở [1]/c.xlsx", "nop/sở 2/d.xlsx"},
		"n?p/*/d.xlsx":   {"nop/sở 2/d.xlsx"},
		"nop/*ư*":        {"nop/thư.docx"},
		"kỳ * lạ.xlsx":   {"kỳ * lạ.xlsx"},
		"nop/b.xlsx":     {"nop/b.xlsx"},
		"không/có.xlsx":  {"không/có.xlsx"},
		"nop/*/*/x.xlsx": nil, "*.pdf": nil, "không/*.xlsx": nil,
	} {
		got, err := Expand([]string{filepath.Join(root, pattern)})
		if want == nil {
			if text := "Không có tệp nào khớp “" + filepath.Join(root, pattern) + "”. Kiểm tra thư mục và tên tệp."; err == nil || err.Error() != text {
				t.Errorf("%s: %v, want %s", pattern, err, text)
			}
			continue
		}
		if names := relative(t, root, got); err != nil || !slices.Equal(names, want) {
			t.Errorf("%s: %v, %v, want %v", pattern, names, err, want)
		}
	}
}
