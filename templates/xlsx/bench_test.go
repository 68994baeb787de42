package xlsx

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// BenchmarkOpen reads a form whole: by this package with all its gates, and by excelize without any, in the same run.
func BenchmarkOpen(b *testing.B) {
	data := sampleForm(b)
	b.Run("cchc", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			book, err := Open(data)
			if err != nil {
				b.Fatal(err)
			}
			for _, info := range book.Sheets() {
				if _, err := book.Sheet(info.Name); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("inflate", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			entries, err := directory(data, otherZip)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := inflate(entries); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("excelize", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			f, err := excelize.OpenReader(bytes.NewReader(data))
			if err != nil {
				b.Fatal(err)
			}
			for _, name := range f.GetSheetList() {
				if _, err := f.GetRows(name); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
