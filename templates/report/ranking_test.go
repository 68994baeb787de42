package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	textdiff "github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/scoring/ranking"
	"cchc/templates/draft"
	"cchc/templates/formtest"
	"cchc/templates/look"
)

// marks reads "1.5 KĐG ? ! Chờ": points, not assessed, missing, invalid, awaiting.
func marks(text string) []scoring.Mark {
	states := map[string]expr.State{"KĐG": expr.NotAssessed, "?": expr.Missing, "!": expr.Invalid, "Chờ": expr.Awaiting}
	var all []scoring.Mark
	for _, word := range strings.Fields(text) {
		mark := scoring.Mark{State: states[word]}
		if mark.State == expr.Scored {
			mark.Points = formtest.Points(word)
		}
		all = append(all, mark)
	}
	return all
}

func standing(code, name, block string, ranked bool, self, appraised string) ranking.Standing {
	return ranking.Standing{File: "nop/" + code + ".xlsx", Self: marks(self), Appraised: marks(appraised),
		Unit: scoring.Unit{Code: code, Name: name, Block: block, Ranked: ranked}}
}

// sampleStandings has a tie, a unit that is not ranked, one without an appraisal, one unfinished, and a block of one.
func sampleStandings() []ranking.Standing {
	return []ranking.Standing{
		standing("SM-A", "Sở mẫu A", "Sở", true, "1.5 1.5 2 3 2", "1.5 1.5 1 3 2"),
		standing("SM-B", "Sở mẫu B", "Sở", true, "1.5 1.5 2 2 2", "1.5 1.5 2 2 2"),
		standing("SM-C", "=Sở mẫu C", "Sở", true, "1.2 KĐG 0.5 KĐG KĐG", ""),
		standing("SM-D", "Sở mẫu D", "Sở", true, "1.2 0.5 ? Chờ !", "1.2 0.5 ? 2 !"),
		standing("SM-E", "Sở mẫu E", "Sở", false, "0 0 0 0 0", "0 0 0 0 0"),
		standing("BM-A", "Ban mẫu A", "", true, "1.5 0 1 2 0.67", "1.5 0 1 1.5 0.67"),
	}
}

func surveyed() ranking.Options {
	return ranking.Options{
		Survey: &ranking.Survey{Max: formtest.Points("35"), Points: map[string]decimal.Decimal{
			"SM-A": formtest.Points("30"), "SM-B": formtest.Points("30"), "SM-C": formtest.Points("20.5"), "BM-A": formtest.Points("33.25"), "SM-E": formtest.Points("1")}},
		Grades: []ranking.Grade{{Name: "Xuất sắc", From: formtest.Points("90")}, {Name: "Tốt", From: formtest.Points("80")}},
	}
}

func rankingProblems() []RankingProblem {
	units := sampleStandings()
	return []RankingProblem{
		{Unit: units[1].Unit, File: "nop/SM-B.xlsx", Link: "../nop/SM-B.xlsx", Where: "Phiếu chấm!H12", Severity: problem.Warning,
			Code: problem.EvidenceMissing, Text: "Chưa có tài liệu.", Remedy: "Ghi số, ngày."},
		{Unit: units[1].Unit, File: "nop/SM-B.xlsx", Link: "../nop/SM-B.xlsx", Where: "Phiếu chấm!E13", Severity: problem.Error,
			Code: problem.AnswerMissing, Text: "Chưa điền.", Remedy: "Điền số liệu."},
		{File: "hỏng.xlsx", Severity: problem.Error, Code: problem.FileEmpty, Text: "Tệp rỗng (0 byte).", Remedy: "Gửi lại."},
	}
}

func TestRankingSheets(t *testing.T) {
	r := ranking.Rank(formtest.SampleRules(), sampleStandings(), surveyed())
	sheets := RankingWorkbook(&r, rankingProblems()).Sheets
	files := []string{"xep-hang-khao-sat.txt", "xep-hang-linh-vuc.txt", "xep-hang-ma-tran.txt", "xep-hang-van-de.txt"}
	var names []string
	for i, sheet := range sheets {
		names = append(names, sheet.Name)
		formtest.Golden(t, files[i], formtest.SheetText(sheet))
	}
	if diff := textdiff.Diff([]string{"Xếp hạng", "Theo lĩnh vực", "Ma trận", "Vấn đề"}, names); diff != "" {
		t.Error(diff)
	}
	r = ranking.Rank(formtest.SampleRules(), sampleStandings(), ranking.Options{BySelf: true})
	formtest.Golden(t, "xep-hang-tu-cham.txt", formtest.SheetText(RankingWorkbook(&r, nil).Sheets[0]))
}

// TestUnfinishedIsMarked looks at what a golden does not show: the mark behind a number, and the italics.
func TestUnfinishedIsMarked(t *testing.T) {
	r := ranking.Rank(formtest.SampleRules(), sampleStandings(), ranking.Options{})
	sheet := rankSheet(&r, nil)
	marked, italic := map[string]bool{}, map[string]bool{}
	name := ""
	for _, c := range sheet.Cells {
		if c.Col == nameColumn {
			name = c.Value.Text
		}
		if c.Col > nameColumn && c.Value.Kind == draft.NumberKind {
			marked[name] = marked[name] || strings.HasSuffix(c.Style.Format, provisional)
			italic[name] = italic[name] || c.Style.Font.Italic
		}
	}
	for _, s := range sampleStandings() {
		if got, want := marked[s.Unit.Name], s.Unit.Code == "SM-D"; got != want {
			t.Errorf("%s is marked as provisional: %v, want %v", s.Unit.Name, got, want)
		}
		if got, want := italic[s.Unit.Name], s.Unit.Code == "SM-C"; got != want {
			t.Errorf("%s is in italics: %v, want %v", s.Unit.Name, got, want)
		}
	}
}

func TestRankCharts(t *testing.T) {
	tests := []struct {
		units, others int
		want          []string // bars of each chart
	}{
		{0, 0, nil},
		{1, 0, []string{"C7:C7"}},
		{25, 0, []string{"C7:C31"}},
		{26, 1, []string{"C7:C31", "C32:C32", "C35:C35"}},
	}
	for _, test := range tests {
		var list []ranking.Standing
		for i := range test.units + test.others {
			block := map[bool]string{true: "A", false: "B"}[i < test.units]
			list = append(list, standing(fmt.Sprintf("%s-%02d", block, i), "Đơn vị", block, true, "1 1 1 1 1", ""))
		}
		r := ranking.Rank(formtest.SampleRules(), list, ranking.Options{})
		sheet := rankSheet(&r, nil)
		var bars []string
		for _, c := range sheet.Charts {
			bars = append(bars, strings.ReplaceAll(strings.TrimPrefix(c.Categories, "'Xếp hạng'!"), "$", ""))
			if c.Highest != 100 {
				t.Errorf("the axis ends at %v, so that charts have measures of their own", c.Highest)
			}
			if c.Height > pagePixels {
				t.Errorf("a chart of %d pixels, a page has %d", c.Height, pagePixels)
			}
			if last := sheet.Page.Breaks; len(last) == 0 {
				t.Error("no page begins with the charts")
			}
		}
		if diff := textdiff.Diff(test.want, bars); diff != "" {
			t.Errorf("%d units: %s", test.units, diff)
		}
	}
}

func TestChartsDoNotOverlap(t *testing.T) {
	var list []ranking.Standing
	for i := range 120 {
		list = append(list, standing(fmt.Sprintf("A-%03d", i), "Đơn vị", fmt.Sprint("Khối ", i%7), true, "1 1 1 1 1", ""))
	}
	r := ranking.Rank(formtest.SampleRules(), list, ranking.Options{})
	sheet := rankSheet(&r, nil)
	used := 0 // pixels of the page
	for i, c := range sheet.Charts[1:] {
		above := sheet.Charts[i]
		if room := (c.At.Row - above.At.Row) * rowPixels; room < above.Height {
			t.Errorf("chart %d is %d pixels high and has %d", i, above.Height, room)
		}
		used += (c.At.Row - above.At.Row) * rowPixels
		if slices.ContainsFunc(sheet.Page.Breaks, func(row int) bool { return above.At.Row <= row && row < c.At.Row }) {
			used = 0
		}
		if used+c.Height > pagePixels+rowPixels {
			t.Errorf("chart %d ends %d pixels down the page", i+1, used+c.Height)
		}
	}
}

func TestFileLink(t *testing.T) {
	long := strings.Repeat("x", longestLink)
	tests := []struct{ name, link, formula string }{
		{"SM-A.xlsx", "../nop/SM-A.xlsx", `HYPERLINK("../nop/SM-A.xlsx","SM-A.xlsx")`},
		{`a"b.xlsx`, `a"b.xlsx`, `HYPERLINK("a""b.xlsx","a""b.xlsx")`},
		{"50% #1.xlsx", "50% #1.xlsx", `HYPERLINK("50%25 %231.xlsx","50% #1.xlsx")`},
		{"a.xlsx", "", ""},
		{"a.xlsx", long + "x", ""},
		{"a.xlsx", long, `HYPERLINK("` + long + `","a.xlsx")`},
	}
	for _, test := range tests {
		p := newPen("A", 10)
		p.fileLink(1, test.name, test.link, draft.Style{})
		if cell := p.sheet.Cells[0]; cell.Formula != test.formula || cell.Value.Text != test.name {
			t.Errorf("%q gives %q of value %q, want %q", test.link, cell.Formula, cell.Value.Text, test.formula)
		}
	}
}

func TestShortened(t *testing.T) {
	tests := []struct {
		text  string
		width float64
		want  string
	}{
		{"2. THỂ CHẾ", 24, "2. THỂ CHẾ"},
		{"8. MỨC ĐỘ HOÀN THÀNH CÁC NHIỆM VỤ", 24, "8. MỨC ĐỘ HOÀN…"},
		{"MỘT_TỪ_DÀI_HƠN_CẢ_CỘT", 5, "MỘT_TỪ_DÀI_HƠN_CẢ_CỘT"},
	}
	for _, test := range tests {
		if got := shortened(look.Passage{Text: test.text, Width: test.width, Font: smallHead().Font}, 1); got != test.want {
			t.Errorf("%q in %v: %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

// TestRankingIsWritten writes what few think of: nobody at all, and names that look like formulas.
func TestRankingIsWritten(t *testing.T) {
	for name, list := range map[string][]ranking.Standing{"nobody": nil, "all": sampleStandings()} {
		r := ranking.Rank(formtest.SampleRules(), list, surveyed())
		if err := RankingWorkbook(&r, rankingProblems()).Write(io.Discard); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
