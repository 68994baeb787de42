package main

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"cchc/cmd/cchc/internal/disk"
	"cchc/scoring/expr"
	"cchc/templates"
)

// TestSignatureOfTheAppraiserGoesOn: name, place and date that were typed into a result stand in the one that is made of the unit's
// corrected form; what the unit itself has typed there counts first, and its earlier names do not come back.
func TestSignatureOfTheAppraiserGoesOn(t *testing.T) {
	d, e := desk2023(t)
	l := e.Layout
	last, date := l.Rows[len(l.Rows)-1].Number, l.Rows[len(l.Rows)-6].Number
	at := func(row int, c templates.Column) templates.SignaturePlace {
		return templates.SignaturePlace{Row: row, Column: c}
	}
	const signed, dated, chief = "Trần Thị Bình", "Hải Phòng, ngày 5 tháng 1 năm 2024", "Nguyễn Văn An"
	folder := t.TempDir()
	form, result := filepath.Join(folder, "nop", "a.xlsx"), filepath.Join(folder, "ket-qua", "SM-A Sở mẫu A.xlsx")
	in := sampleFilling(t, e, "so-mau-a")
	handIn := func(tasks string) {
		t.Helper()
		in.Submission.Answers[expr.Key{Leaf: "1.1", Input: "b"}] = expr.NumberAnswer(decimals(tasks)[0])
		putFile(t, form, printed(t, e, in))
		if got := runHere("score", form, "-o", filepath.Dir(result)); got.status != statusOK {
			t.Fatal(got.err)
		}
	}
	handIn("19")
	if names := listed(t, filepath.Dir(result)); slices.Contains(names, disk.SummaryFile) {
		t.Errorf("a single form gets a summary of all units: %q", names)
	}
	signResult(t, result, e.Layout, map[templates.SignaturePlace]string{at(last, templates.AppraisedAnswer): signed, at(date, templates.AnswerColumn): dated, at(last, templates.AnswerColumn): chief})
	for _, test := range []struct {
		name, tasks string
		typed       map[templates.SignaturePlace]string // by the unit, into its corrected form
		want        map[templates.SignaturePlace]string
	}{
		{"the form leaves all open", "20", nil, map[templates.SignaturePlace]string{at(last, templates.AppraisedAnswer): signed, at(date, templates.AnswerColumn): dated}},
		{"the unit dates its form", "21", map[templates.SignaturePlace]string{at(date, templates.AnswerColumn): "Ngày 9", at(last, templates.NumberColumn): "Lê Văn Cường"},
			map[templates.SignaturePlace]string{at(last, templates.AppraisedAnswer): signed, at(date, templates.AnswerColumn): "Ngày 9", at(last, templates.NumberColumn): "Lê Văn Cường"}},
	} {
		in.Signature = test.typed
		handIn(test.tasks)
		_, reading, err := d.Open(result)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, reading.Signature); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

// signResult types where people sign.
func signResult(t *testing.T, path string, l *templates.Layout, typed map[templates.SignaturePlace]string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for place, text := range typed {
		if err := f.SetCellStr(templates.FormSheet, l.Rows[place.Row-1].At(place.Column).String(), text); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}
