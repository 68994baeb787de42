package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cchc/cmd/cchc/internal/parts"
	"cchc/templates/xlsx/rawzip"
)

// TestSavedAt reads the moment from the workbook; the one that all of ours bear is none.
func TestSavedAt(t *testing.T) {
	d, e := desk2023(t)
	data := printedForm(t, e, "so-mau-a")
	pieces := rawzip.Parts(t, data)
	for want, modified := range map[string]string{"": "2024-01-01T00:00:00Z", "2024-03-02T01:30:00Z": "2024-03-02T01:30:00Z", " ": "hôm qua"} {
		for i, p := range pieces {
			if p.Name == "docProps/core.xml" {
				before, _, _ := strings.Cut(p.Content, "<dcterms:modified")
				pieces[i].Content = before + `<dcterms:modified xsi:type="dcterms:W3CDTF">` + modified + "</dcterms:modified></cp:coreProperties>"
			}
		}
		_, reading, err := parts.Read(d, putFile(t, filepath.Join(t.TempDir(), "a.xlsx"), rawzip.Pack(t, pieces)))
		if err != nil {
			t.Fatal(err)
		}
		if got := reading.Saved; strings.TrimSpace(want) == "" && !got.IsZero() || strings.TrimSpace(want) != "" && got.UTC().Format(time.RFC3339) != want {
			t.Errorf("%q was saved at %v", modified, got)
		}
	}
}
