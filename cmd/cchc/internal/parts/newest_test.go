package parts

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"cchc/scoring/handover"
	"cchc/templates/reader"
)

// TestNewestByTheWorkbook: what a workbook says of itself goes before the file's time, which copies and mails change.
func TestNewestByTheWorkbook(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2024, 3, n, 8, 30, 0, 0, time.Local) }
	tests := []struct {
		name         string
		books, files [2]time.Time
		newest       int
		says         string
	}{
		{"both agree", [2]time.Time{day(1), day(2)}, [2]time.Time{day(3), day(4)}, 1, ""},
		{"the file's time is another", [2]time.Time{day(2), day(1)}, [2]time.Time{day(3), day(4)}, 0,
			"Lưu ý: theo thời điểm lưu ghi trong phiếu, tệp sau cùng là a.xlsx (08:30 02/03/2024); theo thời điểm của tệp trên máy là b.xlsx (08:30 04/03/2024). Lấy theo phiếu.\n"},
		{"no workbook says", [2]time.Time{}, [2]time.Time{day(4), day(3)}, 0, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			table := Table{Err: &out, Prefer: Newest}
			for i, name := range []string{"a.xlsx", "b.xlsx"} {
				path := filepath.Join(t.TempDir(), name)
				if err := os.WriteFile(path, nil, 0o644); err != nil {
					t.Fatal(err)
				}
				if err := os.Chtimes(path, test.files[i], test.files[i]); err != nil {
					t.Fatal(err)
				}
				table.Files = append(table.Files, File{handover.Hand{Name: name}, path, &reader.Reading{Saved: test.books[i]}})
			}
			if err := table.Weigh(); err != nil {
				t.Fatal(err)
			}
			if best, other := table.Files[test.newest], table.Files[1-test.newest]; best.Weight <= other.Weight {
				t.Errorf("%s does not count as the newest", best.Name)
			}
			if out.String() != test.says {
				t.Errorf("it says %q, want %q", out.String(), test.says)
			}
		})
	}
}
