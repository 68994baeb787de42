package report

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/rules"
	"cchc/rules/rulestest"
	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/formtest"
	"cchc/templates/reader"
)

// samples are the sample units of testdata, and the first of them as it is and appraised.
func samples(t *testing.T, rs *scoring.RuleSet) map[string]templates.Filling {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/samples/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatal("no samples", err)
	}
	all := map[string]templates.Filling{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, findings := rules.DecodeFilled(path, data, rs)
		for _, finding := range findings {
			t.Log(finding)
		}
		all[filepath.Base(path)] = templates.Filling{Submission: f.Submission, Contact: f.Contact}
		appraised := f.Submission
		appraised.Appraisal = &scoring.Appraisal{Done: true,
			Set:     map[string]scoring.Verdict{"1.2": {Points: formtest.Points("0.25")}, "3.4": {Points: formtest.Points("2")}, "2.2.1": {NotAssessed: true}},
			Reasons: map[string]string{"1.2": "=Gửi chậm một báo cáo", "3.4": "Theo hồ sơ"}}
		all[filepath.Base(path)+", appraised"] = templates.Filling{Submission: appraised, Contact: f.Contact}
	}
	return all
}

func scoredWorkbook(l *templates.Layout, f templates.Filling, annex []*draft.Sheet) *draft.Workbook {
	return scoredSample(l, f, problemsOf(l, f), annex)
}

func problemsOf(l *templates.Layout, f templates.Filling) []reader.Problem {
	var problems []reader.Problem
	for _, p := range scoring.Score(l.Rules, f.Submission).Problems {
		problems = append(problems, reader.Problem{Problem: p})
	}
	return problems
}

// Scored workbooks are written whole by excelize and from a plate alike, and read again as they were.
func TestScoredWorkbookComesBack(t *testing.T) {
	rs := rulestest.LoadSet(t, "2023")
	l := templates.NewLayout(rs)
	changes, _ := compare.Diff(rulestest.LoadSet(t, "2022"), rs)
	annex := Annex(l, &changes)
	plates := map[bool]*draft.Plate{}
	for _, appraised := range []bool{false, true} {
		plate, err := PressScored(l, "thử", annex, appraised)
		if err != nil {
			t.Fatal(err)
		}
		plates[appraised] = plate
	}
	for name, f := range samples(t, rs) {
		t.Run(name, func(t *testing.T) {
			f.Version = "thử"
			var slow, quick bytes.Buffer
			if err := scoredWorkbook(l, f, annex).Write(&slow); err != nil {
				t.Fatal(err)
			}
			if err := plates[f.Appraised()].Write(&quick, scoredWorkbook(l, f, annex)); err != nil {
				t.Fatal(err)
			}
			for way, data := range map[string][]byte{"excelize": slow.Bytes(), "plate": quick.Bytes()} {
				checkReadAgain(t, l, f, way, data)
			}
		})
	}
}

func checkReadAgain(t *testing.T, l *templates.Layout, f templates.Filling, way string, data []byte) {
	t.Helper()
	book, err := reader.Open(data)
	if err != nil {
		t.Fatalf("%s: %v", way, err)
	}
	got, err := reader.Read(l, book)
	if err != nil {
		t.Fatalf("%s: %v", way, err)
	}
	if diff := cmp.Diff(scoring.Score(l.Rules, f.Submission).Self.Points.String(), scoring.Score(l.Rules, got.Submission).Self.Points.String()); diff != "" {
		t.Errorf("%s, self: %s", way, diff)
	}
	if a := f.Submission.Appraisal; a != nil {
		want, again := scoring.Score(l.Rules, f.Submission).Appraised, scoring.Score(l.Rules, got.Submission).Appraised
		if again == nil || !again.Points.Equal(want.Points) {
			t.Errorf("%s, appraised: %v, want %v", way, again, want)
		}
		if diff := cmp.Diff(a.Reasons, got.Submission.Appraisal.Reasons); diff != "" {
			t.Errorf("%s, reasons: %s", way, diff)
		}
	}
}

func TestScoredWorkbookSheets(t *testing.T) {
	rs := rulestest.LoadSet(t, "2023")
	l := templates.NewLayout(rs)
	names := func(w *draft.Workbook) string {
		var all []string
		for _, s := range w.Sheets {
			all = append(all, s.Name)
		}
		return strings.Join(all, ", ")
	}
	changes, _ := compare.Diff(rulestest.LoadSet(t, "2022"), rs)
	for want, changes := range map[string]*compare.Changes{
		"Kết quả, Phiếu chấm, Vấn đề, Nhật ký, Cần xác nhận, Hướng dẫn, _cchc":          nil,
		"Kết quả, Phiếu chấm, Vấn đề, Nhật ký, So sánh, Cần xác nhận, Hướng dẫn, _cchc": &changes,
	} {
		if got := names(scoredWorkbook(l, templates.Filling{}, Annex(l, changes))); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// Every link of the scored workbook leads to a cell that says something.
func TestScoredLinksLeadSomewhere(t *testing.T) {
	rs := rulestest.LoadSet(t, "2023")
	l := templates.NewLayout(rs)
	for name, f := range samples(t, rs) {
		w := scoredWorkbook(l, f, Annex(l, nil))
		there := map[string]bool{}
		for _, c := range w.Sheets[1].Whole().Cells {
			there["'"+templates.FormSheet+"'!"+c.Place.String()] = true
		}
		links := 0
		for _, s := range w.Sheets {
			for _, c := range s.Cells {
				ref, isLink := strings.CutPrefix(c.Formula, `HYPERLINK("#`)
				if ref, _, _ = strings.Cut(ref, `"`); isLink && !there[ref] {
					t.Errorf("%s, %s %v leads to %s", name, s.Name, c.Place, ref)
				}
				if isLink {
					links++
				}
			}
		}
		if links < len(rs.Criteria)+len(toConfirm(rs)) {
			t.Errorf("%s: only %d links", name, links)
		}
	}
}
