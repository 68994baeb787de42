package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/cmd/cchc/internal/desk"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates/word"
	"cchc/templates/xlsx"
)

// noticeSamples are results to be told: two appraised, of which one has lost much, and two that are not.
func noticeSamples(t *testing.T, e *desk.Edition) map[string]scoring.Submission {
	t.Helper()
	all := map[string]scoring.Submission{}
	for _, sample := range []string{"so-mau-a", "so-mau-b", "ban-mau-c", "ban-mau-d"} {
		all[sample] = sampleFilling(t, e, sample).Submission
	}
	a, b := all["so-mau-a"], all["so-mau-b"]
	a.Appraisal = &scoring.Appraisal{Done: true, Set: map[string]scoring.Verdict{"3.4": {Points: decimals("2.5")[0]}, "1.5": {NotAssessed: true}, "3.3.4": {Points: decimals("0.75")[0]}},
		Reasons: map[string]string{"3.4": "Theo Báo cáo 12", "1.5": "Không phát sinh"}}
	b.Appraisal = &scoring.Appraisal{Done: true, Set: map[string]scoring.Verdict{}, Reasons: map[string]string{}}
	for _, leaf := range e.Rules.Leaves() {
		if strings.HasPrefix(leaf.Number, "7.") || leaf.Number == "3.4" || leaf.Number == "3.3.4" {
			b.Appraisal.Set[leaf.Number] = scoring.Verdict{}
			b.Appraisal.Reasons[leaf.Number] = "Tài liệu kiểm chứng không đủ căn cứ để tính điểm theo hướng dẫn chấm của năm"
		}
	}
	all["so-mau-a"], all["so-mau-b"] = a, b
	return all
}

// tablesOf reads a letter's tables by the head of their second column.
func tablesOf(t *testing.T, path string) map[string][][]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	tables, err := word.Tables(data)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][][]string{}
	for _, table := range tables {
		if !table.Rows[0].Head {
			continue // letterhead, signature
		}
		name := strings.Join(table.Rows[0].Cells[1:], " ")
		for _, row := range table.Rows[1:] {
			all[name] = append(all[name], row.Cells)
		}
	}
	return all
}

// TestNoticesSayWhatTheResultsSay: every figure of a letter is the result's, by area and by leaf; and all letters fit three pages.
func TestNoticesSayWhatTheResultsSay(t *testing.T) {
	t.Parallel()
	_, e := desk2023(t)
	results, letters := t.TempDir(), t.TempDir()
	for sample, in := range noticeSamples(t, e) {
		putFile(t, filepath.Join(results, sample+".xlsx"), scoredBook(t, e, in))
	}
	if got := runHere("notice", results, "-o", letters, "--date", "5/1/2024", "--deadline", "17 giờ ngày 15/01/2024"); got.status != statusOK {
		t.Fatalf("status %d: %s%s", got.status, got.out, got.err)
	}
	made := listed(t, letters)
	if diff := cmp.Diff([]string{"bo-sung-BM-C.docx", "bo-sung-BM-D.docx", "ket-qua-SM-A.docx", "ket-qua-SM-B.docx"}, made); diff != "" {
		t.Fatal(diff)
	}
	for _, in := range noticeSamples(t, e) {
		result := scoring.Score(e.Rules, in)
		kind := "bo-sung-"
		if result.Done {
			kind = "ket-qua-"
		}
		path := filepath.Join(letters, kind+in.Unit.Code+".docx")
		holdAreas(t, &result, tablesOf(t, path))
		holdLeaves(t, &result, in, numbersIn(t, path))
	}
	a := tablesOf(t, filepath.Join(letters, "ket-qua-SM-A.docx"))
	want := [][]string{
		{"1.5", e.Rules.Find("1.5").Name, "2,00", "không đánh giá", "-2,00", "Không phát sinh"},
		{"3.4", e.Rules.Find("3.4").Name, "3,75", "2,50", "-1,25", "Theo Báo cáo 12"},
		{"4.3", e.Rules.Find("4.3").Name, "2,50", "chờ chấm", "-2,50", "Chờ người thẩm định cho điểm"},
	}
	if diff := cmp.Diff(want, a["Tiêu chí Tự chấm Thẩm định Chênh lệch Lý do"]); diff != "" {
		t.Error(diff)
	}
	pages, narrow := pagesOf(t, letters)
	most := 3
	if !narrow {
		most = 4
	}
	for file, n := range pages {
		if n > most {
			t.Errorf("%s has %d pages", file, n)
		}
	}
}

// holdLeaves looks for each leaf that has lost points, was seen otherwise, or lacks evidence: where a table has no room it is named still.
func holdLeaves(t *testing.T, r *scoring.Result, in scoring.Submission, named map[string]bool) {
	t.Helper()
	for _, n := range r.Nodes {
		counting := n.Self
		if r.Done {
			counting = *n.Appraised
		}
		number := n.Criterion.Number
		told := counting.State == expr.Scored && counting.Lost().IsPositive() || r.Done && !n.Appraised.Points.Equal(n.Self.Points) ||
			n.Self.Points.IsPositive() && in.Evidence[number] == "" && in.Justification[number] == ""
		if n.Criterion.IsLeaf() && told && !named[number] {
			t.Errorf("%s: nothing is said of %s", r.Unit.Code, number)
		}
	}
}

// numbersIn are the numbers of criteria that a document names.
func numbersIn(t *testing.T, path string) map[string]bool {
	t.Helper()
	parts, err := xlsx.UnpackWhole([]byte(contents(t, path)))
	if err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(parts["word/document.xml"]), "\n")
	if strings.Contains(text, "{{") {
		t.Errorf("%s: a field is left over", path)
	}
	named := map[string]bool{}
	for _, number := range regexp.MustCompile(`\d+(\.\d+)+`).FindAllString(text, -1) {
		named[number] = true
	}
	return named
}

// holdAreas compares the table of areas with the result's own figures, and the losses with what the tallies say.
func holdAreas(t *testing.T, r *scoring.Result, tables map[string][][]string) {
	t.Helper()
	var want [][]string
	row := func(number, name string, self scoring.Tally, appraised *scoring.Tally) {
		cells := []string{number, name, expr.FormatNumber(self.Max), expr.FormatPoints(self.Points, 2)}
		counting := self
		if r.Done {
			gap := expr.FormatPoints(appraised.Points.Sub(self.Points), 2)
			if appraised.Points.GreaterThan(self.Points) {
				gap = "+" + gap
			}
			counting, cells = *appraised, append(cells, expr.FormatPoints(appraised.Points, 2), gap)
		}
		want = append(want, append(cells, expr.FormatPoints(counting.Percent(2), 2)))
	}
	lost := map[string]string{}
	for _, n := range r.Nodes {
		if n.Level == 1 {
			row(n.Criterion.Number, n.Criterion.Name, n.Self, n.Appraised)
		}
		t := n.Self
		if r.Done {
			t = *n.Appraised
		}
		lost[n.Criterion.Number] = expr.FormatPoints(t.Lost(), 2)
	}
	row("", "Tổng cộng", r.Self, r.Appraised)
	heads := "Lĩnh vực Điểm tối đa Tự chấm Tỷ lệ (%)"
	if r.Done {
		heads = "Lĩnh vực Điểm tối đa Tự chấm Thẩm định Chênh lệch Tỷ lệ (%)"
	}
	if diff := cmp.Diff(want, tables[heads]); diff != "" {
		t.Errorf("%s: %s", r.Unit.Code, diff)
	}
	losses := tables["Tiêu chí Điểm tối đa Điểm đạt Điểm hụt Còn thiếu"]
	for _, cells := range losses {
		if lost[cells[0]] != cells[4] || cells[5] == "" {
			t.Errorf("%s: %v, the result has lost %s", r.Unit.Code, cells, lost[cells[0]])
		}
	}
	if len(losses) == 0 {
		t.Errorf("%s: no losses in %v", r.Unit.Code, tables)
	}
}

var (
	pdfPage  = regexp.MustCompile(`/Type\s*/Page[^s]`)
	asNarrow = regexp.MustCompile(`LiberationSerif|TimesNewRoman`)
)

// pagesOf counts the pages of the documents of a folder as LibreOffice sets them; none where it has no Writer. narrow says that the letters
// are as wide as those of Times New Roman: what stands in for it where there is none of these is a fifth wider.
func pagesOf(t *testing.T, folder string) (pages map[string]int, narrow bool) {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil && os.Getenv("CI") != "true" {
		return nil, false
	}
	office, out := findOffice(t), t.TempDir()
	files, err := filepath.Glob(filepath.Join(folder, "*.docx"))
	if err != nil {
		t.Fatal(err)
	}
	args := append([]string{"--headless", "-env:UserInstallation=file://" + t.TempDir(), "--convert-to", "pdf", "--outdir", out}, files...)
	if text, err := exec.Command(office.program, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	pages = map[string]int{}
	for _, file := range files {
		name := filepath.Base(file)
		data, err := os.ReadFile(filepath.Join(out, strings.TrimSuffix(name, ".docx")+".pdf"))
		if err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatalf("LibreOffice Writer is not installed, and nothing else sets the documents: %v", err)
			}
			t.Log("LibreOffice Writer is not installed, so NOTHING has counted the pages")
			return nil, false
		}
		narrow = narrow || asNarrow.Match(data)
		pages[name] = len(pdfPage.FindAll(data, -1))
	}
	t.Log(fmt.Sprint(pages, narrow))
	return pages, narrow
}
