package report

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"cchc/templates"
)

// TestManualFillsTwoPages adds up the rows against an A4 page less its margins: the widths already fit, so the print is not
// scaled.
func TestManualFillsTwoPages(t *testing.T) {
	const room = 842 - 2*0.5906*72
	book := ManualWorkbook()
	if len(book.Sheets) != 2 {
		t.Fatalf("%d sheets, want 2", len(book.Sheets))
	}
	for _, sheet := range book.Sheets {
		height, width := 0.0, 0.0
		for _, row := range sheet.Rows {
			height += row.Height
		}
		for _, column := range sheet.Columns {
			width += column.Width
		}
		if height > room || height < room/2 {
			t.Errorf("%s is %.0f points high, want at most %.0f and no half-empty page", sheet.Name, height, room)
		}
		if width > 94 {
			t.Errorf("%s is %.1f characters wide, and the page 94", sheet.Name, width)
		}
	}
}

func TestManualIsTheSameEachTime(t *testing.T) {
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := ManualWorkbook().Write(out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two writings of the manual differ")
	}
}

func TestManualNamesTheSheetsAsTheyAre(t *testing.T) {
	all := ""
	for _, sheet := range ManualWorkbook().Sheets {
		for _, cell := range sheet.Cells {
			all += cell.Value.Text + "\n"
		}
	}
	if !norm.NFC.IsNormalString(all) {
		t.Error("the manual's text is not in NFC")
	}
	for _, name := range []string{templates.GuideSheet, templates.FormSheet, templates.ResultSheet, templates.ProblemSheet, templates.DiffSheet, templates.ConfirmSheet} {
		if !strings.Contains(all, name) {
			t.Errorf("the manual does not name the sheet %q", name)
		}
	}
	for _, column := range []templates.Column{templates.AnswerColumn, templates.EvidenceColumn, templates.ReasonColumn, templates.CheckColumn, templates.AppraisedAnswer, templates.SetColumn} {
		if !strings.Contains(strings.ToLower(all), strings.ToLower(column.Title())) {
			t.Errorf("the manual does not name the column %q", column.Title())
		}
	}
}
