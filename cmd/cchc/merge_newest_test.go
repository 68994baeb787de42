package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cchc/scoring/handover"
	"cchc/templates/reader"
	"cchc/templates/xlsx/rawzip"
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
			table := mergeTable{app: &app{streams: streams{err: &out}}, o: mergeOptions{prefer: newest}}
			for i, name := range []string{"a.xlsx", "b.xlsx"} {
				path := putFile(t, filepath.Join(t.TempDir(), name), nil)
				if err := os.Chtimes(path, test.files[i], test.files[i]); err != nil {
					t.Fatal(err)
				}
				table.hands = append(table.hands, handFile{handover.Hand{Name: name}, path, &reader.Reading{Saved: test.books[i]}})
			}
			if err := table.weigh(); err != nil {
				t.Fatal(err)
			}
			if best, other := table.hands[test.newest], table.hands[1-test.newest]; best.Weight <= other.Weight {
				t.Errorf("%s does not count as the newest", best.Name)
			}
			if out.String() != test.says {
				t.Errorf("it says %q, want %q", out.String(), test.says)
			}
		})
	}
}

// TestSavedAt reads the moment from the workbook; the one that all of ours bear is none.
func TestSavedAt(t *testing.T) {
	d, e := desk2023(t)
	data := printedForm(t, e, "so-mau-a")
	parts := rawzip.Parts(t, data)
	for want, modified := range map[string]string{"": "2024-01-01T00:00:00Z", "2024-03-02T01:30:00Z": "2024-03-02T01:30:00Z", " ": "hôm qua"} {
		for i, p := range parts {
			if p.Name == "docProps/core.xml" {
				before, _, _ := strings.Cut(p.Content, "<dcterms:modified")
				parts[i].Content = before + `<dcterms:modified xsi:type="dcterms:W3CDTF">` + modified + "</dcterms:modified></cp:coreProperties>"
			}
		}
		_, reading, err := readPart(d, putFile(t, filepath.Join(t.TempDir(), "a.xlsx"), rawzip.Pack(t, parts)))
		if err != nil {
			t.Fatal(err)
		}
		if got := reading.Saved; strings.TrimSpace(want) == "" && !got.IsZero() || strings.TrimSpace(want) != "" && got.UTC().Format(time.RFC3339) != want {
			t.Errorf("%q was saved at %v", modified, got)
		}
	}
}
