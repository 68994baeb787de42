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
	for _, name := range []string{"b.xlsx", "a.XLSX", "~$b.xlsx", "thư.docx", "khối/c.xlsx", "khối/cũ.xls", "khối/ket-qua/b.xlsx", ".b.xlsx" + TemporarySuffix,
		"._b.xlsx", ".~b.xlsx", ".~lock.b.xlsx#", "__MACOSX/b.xlsx", "khối/d.ZIP", "khối/e.rar", "khối/f.xltx", "khối/g.xlsx.crdownload", "ghi chép.txt"} {
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
		skipped = append(skipped, relative(t, root, []string{s.Path})[0]+": "+s.Reason)
	}
	want := []string{
		"._b.xlsx: tệp phụ của macOS", ".b.xlsx" + TemporarySuffix + ": tệp ghi dở của lần chạy trước", ".~b.xlsx: tệp khóa của WPS Office",
		".~lock.b.xlsx#: tệp khóa của LibreOffice", "__MACOSX: thư mục phụ của macOS trong tệp nén", "ghi chép.txt: không phải phiếu Excel",
		"khối/d.ZIP: có thể là phiếu (tệp nén: giải nén nếu có phiếu bên trong)", "khối/e.rar: có thể là phiếu (tệp nén: giải nén nếu có phiếu bên trong)",
		"khối/f.xltx: có thể là phiếu (mẫu bảng tính: mở ra rồi lưu thành .xlsx)",
		"khối/g.xlsx.crdownload: có thể là phiếu (tải về chưa xong: tải lại)", "khối/ket-qua: thư mục kết quả",
		"thư.docx: không phải phiếu Excel", "~$b.xlsx: tệp khóa của Excel",
	}
	if !slices.Equal(skipped, want) {
		t.Errorf("passed over\n%q, want\n%q", skipped, want)
	}
	if !in.Doubtful() {
		t.Error("nothing of it is doubtful")
	}
	in, err = Gather([]string{filepath.Join(root, "._b.xlsx"), filepath.Join(root, "b.xlsx")}, IsSpreadsheet)
	if got := relative(t, root, in.Files); err != nil || !slices.Equal(got, []string{"b.xlsx"}) || len(in.Skipped) != 1 || in.Doubtful() {
		t.Errorf("a leftover that was named: files %v, passed over %v, %v", got, in.Skipped, err)
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
