// Package formtest has what the tests of forms share: a small rule set, submissions for it, and sheets held as text to the
// files of testdata/sheets, which -update renews. Nothing but tests imports it.
package formtest

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	textdiff "github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/templates/draft"
)

var update = flag.Bool("update", false, "write the expected sheets anew; look at what changes")

// Golden holds a text to a file of testdata/sheets.
func Golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join(root(t), "testdata", "sheets", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := textdiff.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// root is the folder of the module, which tests run below.
func root(t *testing.T) string {
	t.Helper()
	for folder := "."; len(folder) < 40; folder = filepath.Join("..", folder) {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
	}
	t.Fatal("there is no go.mod above the test")
	return ""
}

// SheetText writes what a reader of a sheet sees, a line for each row: "12: A 1.1 | B Kế hoạch | C 1.5", a formula before its
// value as {=…}; at the end what else matters of the sheet.
func SheetText(s *draft.Sheet) string {
	cells := slices.Clone(s.Cells)
	slices.SortFunc(cells, func(a, b draft.Cell) int { return cmp.Or(a.Row-b.Row, a.Col-b.Col) })
	var b strings.Builder
	row := 0
	for _, c := range cells {
		text := cellText(c)
		if text == "" {
			continue
		}
		if c.Row != row {
			fmt.Fprintf(&b, "\n%d:", c.Row)
			row = c.Row
		} else {
			b.WriteString(" |")
		}
		fmt.Fprintf(&b, " %s %s", draft.ColumnName(c.Col), text)
	}
	fmt.Fprintf(&b, "\n\nmerges %v, freeze %v, titles %v, breaks %v\n", s.Merges, s.Freeze, s.Page.TitleRows, s.Page.Breaks)
	if s.Page.Scale > 0 {
		fmt.Fprintf(&b, "scale %d%%, column breaks %v\n", s.Page.Scale, s.Page.ColumnBreaks)
	}
	if s.Active != (draft.Place{}) {
		fmt.Fprintf(&b, "active %v\n", s.Active)
	}
	if s.Filter != nil {
		fmt.Fprintf(&b, "filter %v\n", *s.Filter)
	}
	for _, c := range s.Charts {
		fmt.Fprintf(&b, "chart %v %q %s %v", c.At, c.Title, c.Categories, c.Series)
		if c.Highest > 0 {
			fmt.Fprintf(&b, " to %v", c.Highest)
		}
		b.WriteString("\n")
	}
	return strings.TrimPrefix(b.String(), "\n")
}

func cellText(c draft.Cell) string {
	text := strings.ReplaceAll(c.Value.Text, "\n", " ⏎ ")
	switch c.Value.Kind {
	case draft.NumberKind:
		text = c.Value.Number.String()
	case draft.RichKind:
		for _, run := range c.Value.Runs {
			text += strings.ReplaceAll(run.Text, "\n", " ⏎ ")
		}
	}
	if c.Formula != "" {
		return "{=" + c.Formula + "} " + text
	}
	return text
}

// Points is a decimal.
func Points(text string) decimal.Decimal { return decimal.RequireFromString(text) }

// SmallRules is a small rule set with an answer of every kind, and a case (1.4) that leaves an answer unread.
func SmallRules() *scoring.RuleSet {
	whole := func(name, label string) expr.Input {
		return expr.Input{Name: name, Label: label, Kind: expr.NumberInput, Whole: true}
	}
	at := func(text string) decimal.NullDecimal { return decimal.NewNullDecimal(Points(text)) }
	ratio := &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNotAssessed}
	return &scoring.RuleSet{ID: "thu-2023", Year: 2023, Total: Points("10"), Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{
		{Number: "1", Name: "LĨNH VỰC MỘT", Max: Points("7"), Children: []scoring.Criterion{
			{Number: "1.1", Name: "Kế hoạch", Max: Points("2"), Rule: ratio,
				Inputs: []expr.Input{whole("a", "Số nhiệm vụ"), whole("b", "Số nhiệm vụ hoàn thành")}},
			{Number: "1.2", Name: "Báo cáo", Max: Points("1"), Rule: &kinds.Levels{Of: "muc", Points: []decimal.Decimal{Points("1"), Points("0")}},
				Inputs: []expr.Input{{Name: "muc", Label: "Mức", Kind: expr.ChoiceInput, Options: []string{"Thực hiện đầy đủ", "Không đầy đủ"}}}},
			{Number: "1.3", Name: "Kiểm tra", Max: Points("1"), Rule: &kinds.Levels{Of: "co", Points: []decimal.Decimal{Points("1"), Points("0")}},
				Inputs: []expr.Input{{Name: "co", Label: "Có kiểm tra", Kind: expr.YesNoInput, Options: kinds.YesNoOptions()}}},
			{Number: "1.4", Name: "Tuyên truyền", Max: Points("3"), Rule: &kinds.Cases{
				List: []kinds.Case{{When: kinds.Condition{Answer: "a", UpTo: at("4")}, Rule: &kinds.Fixed{Points: Points("3")}}}, Else: ratio},
				Inputs: []expr.Input{whole("a", "Tổng số người"), whole("b", "Số người dự")}},
		}},
		{Number: "2", Name: "LĨNH VỰC HAI", Max: Points("3"), Children: []scoring.Criterion{
			{Number: "2.1", Name: "Sáng kiến", Max: Points("3"), Rule: &kinds.Manual{Of: "diem"},
				Inputs: []expr.Input{{Name: "diem", Label: "Điểm đề nghị", Kind: expr.PointsInput}}},
		}},
	}}
}

// SheetOf is the sheet of that name, whole.
func SheetOf(t *testing.T, book *draft.Workbook, name string) *draft.Sheet {
	t.Helper()
	i := slices.IndexFunc(book.Sheets, func(s *draft.Sheet) bool { return s.Name == name })
	if i < 0 {
		t.Fatalf("there is no sheet %s", name)
	}
	return book.Sheets[i].Whole()
}

// FullSubmission is a submission with something in every place of the form.
func FullSubmission() scoring.Submission {
	key := func(text string) expr.Key { k, _ := expr.ParseKey(text); return k }
	number := func(text string) expr.Answer { return expr.NumberAnswer(Points(text)) }
	return scoring.Submission{
		Unit: scoring.Unit{Code: "SM-A", Name: "Sở mẫu A", Block: "Sở"},
		Answers: expr.Answers{
			key("1.1:a"): number("12345678901234"), key("1.1:b"): number("9"), key("1.2:muc"): expr.OptionAnswer(2),
			key("1.3:co"): expr.OptionAnswer(1), key("1.4:a"): number("5"), key("2.1:diem"): number("2.25"),
		},
		Evidence:      map[string]string{"1.1": "=Báo cáo số 12\nngày 3/4", "2.1": "+84 225"},
		Justification: map[string]string{"1.3": "Chưa có kế hoạch"},
		Exempt:        []string{"1.3", "2"},
	}
}

// SampleRules is a rule set of two areas: a minimum, levels, a list, points by hand, and what the source does not say.
func SampleRules() *scoring.RuleSet {
	tasks := func(name, label string) expr.Input {
		return expr.Input{Name: name, Label: label, Kind: expr.NumberInput, Unit: "nhiệm vụ", Whole: true}
	}
	yesNo := func(name, label string) expr.Input {
		return expr.Input{Name: name, Label: label, Kind: expr.YesNoInput, Options: kinds.YesNoOptions()}
	}
	half := func(of kinds.InputName) kinds.Part {
		return kinds.Part{Max: Points("0.5"), Rule: &kinds.Levels{Of: of, Points: []decimal.Decimal{Points("0.5"), Points("0")}}}
	}
	return &scoring.RuleSet{
		ID: "mau-2023", Year: 2023, Kind: "sở, ban, ngành", Basis: "Quyết định số 1/QĐ-UBND", Total: Points("10"),
		Note: "Bộ chỉ số mẫu.", Rounding: scoring.Rounding{Places: 2},
		Criteria: []scoring.Criterion{
			{Number: "1", Name: "CHỈ ĐẠO, ĐIỀU HÀNH", Max: Points("5"), Note: "Nguồn ghi nhầm tên.", Children: []scoring.Criterion{
				{Number: "1.1", Name: "Kế hoạch", Max: Points("1.5"), Provenance: scoring.Inferred, Note: "Nguồn không nêu a = 0.",
					Inputs: []expr.Input{tasks("a", "Số nhiệm vụ đề ra"), tasks("b", "Số nhiệm vụ đã hoàn thành")},
					Rule:   &kinds.Ratio{Part: "b", Of: "a", AtLeast: decimal.NewNullDecimal(Points("0.8")), IfZero: kinds.ZeroNotAssessed}},
				{Number: "1.2", Name: "Báo cáo", Max: Points("1.5"), Provenance: scoring.FromText,
					Inputs: []expr.Input{{Name: "muc", Label: "Mức thực hiện", Kind: expr.ChoiceInput, Options: []string{"Đầy đủ", "Chậm", "Không có"}}},
					Rule:   &kinds.Levels{Of: "muc", Points: []decimal.Decimal{Points("1.5"), Points("0.5"), Points("0")}}},
				{Number: "1.3", Name: "Tuyên truyền", Max: Points("2"), Provenance: scoring.FromText,
					Inputs: []expr.Input{yesNo("1", "Trên báo"), yesNo("2", "Trên đài"), yesNo("3", "Trên cổng"), yesNo("4", "Hội nghị")},
					Rule:   &kinds.Sum{Parts: []kinds.Part{half("1"), half("2"), half("3"), half("4")}}},
			}},
			{Number: "2", Name: "THỂ CHẾ", Max: Points("5"), Children: []scoring.Criterion{
				{Number: "2.1", Name: "(phần còn lại)", Max: Points("3"), Provenance: scoring.Absent, Note: "Nguồn thiếu trang.",
					Inputs: []expr.Input{{Name: "diem", Label: "Điểm đề nghị", Kind: expr.PointsInput}}, Rule: &kinds.Manual{Of: "diem"}},
				{Number: "2.2", Name: "Rà soát", Max: Points("2"), Provenance: scoring.FromText,
					Inputs: []expr.Input{tasks("a", "Số văn bản"), tasks("b", "Số văn bản đã xử lý")},
					Rule:   &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNotAssessed}},
			}},
		},
	}
}

// SampleSubmission is what a unit declared by them.
func SampleSubmission() *scoring.Submission {
	count := func(n int64) expr.Answer { return expr.NumberAnswer(decimal.NewFromInt(n)) }
	key := func(leaf, input string) expr.Key { return expr.Key{Leaf: leaf, Input: input} }
	return &scoring.Submission{
		Unit: scoring.Unit{Code: "SM-A", Name: "Sở mẫu A", Block: "Sở", Ranked: true},
		Answers: expr.Answers{
			key("1.1", "a"): count(10), key("1.1", "b"): count(6), key("1.2", "muc"): expr.OptionAnswer(3),
			key("1.3", "1"): expr.OptionAnswer(2), key("1.3", "2"): expr.OptionAnswer(2),
			key("1.3", "3"): expr.OptionAnswer(2), key("1.3", "4"): expr.OptionAnswer(2),
			key("2.2", "a"): count(0), key("2.2", "b"): count(0),
		},
	}
}

// AppraisedSubmission is the same after an appraisal: an answer corrected, points set, points given, a leaf taken out.
func AppraisedSubmission() *scoring.Submission {
	in := SampleSubmission()
	key := func(leaf, input string) expr.Key { return expr.Key{Leaf: leaf, Input: input} }
	in.Appraisal = &scoring.Appraisal{
		Done: true,
		Answers: expr.Answers{
			key("1.1", "b"): expr.NumberAnswer(Points("9")), key("2.1", "diem"): expr.NumberAnswer(Points("2.5")),
		},
		Set:     map[string]scoring.Verdict{"1.2": {Points: Points("0.75")}, "1.3": {NotAssessed: true}},
		Reasons: map[string]string{"1.1": "Đã bổ sung báo cáo", "1.2": "Có gửi nhưng thiếu phụ lục"},
	}
	return in
}
