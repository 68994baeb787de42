package templates

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates/draft"
)

// sampleRules is a rule set of two areas: a minimum, levels, a list, points by hand, and what the source does not say.
func sampleRules() *scoring.RuleSet {
	tasks := func(name, label string) expr.Input {
		return expr.Input{Name: name, Label: label, Kind: expr.NumberInput, Unit: "nhiệm vụ", Whole: true}
	}
	yesNo := func(name, label string) expr.Input {
		return expr.Input{Name: name, Label: label, Kind: expr.YesNoInput, Options: scoring.YesNoOptions()}
	}
	half := func(of scoring.InputName) scoring.Part {
		return scoring.Part{Max: points("0.5"), Rule: &scoring.Levels{Of: of, Points: []decimal.Decimal{points("0.5"), points("0")}}}
	}
	return &scoring.RuleSet{
		ID: "mau-2023", Year: 2023, Kind: "sở, ban, ngành", Basis: "Quyết định số 1/QĐ-UBND", Total: points("10"),
		Note: "Bộ chỉ số mẫu.", Rounding: scoring.Rounding{Places: 2},
		Criteria: []scoring.Criterion{
			{Number: "1", Name: "CHỈ ĐẠO, ĐIỀU HÀNH", Max: points("5"), Note: "Nguồn ghi nhầm tên.", Children: []scoring.Criterion{
				{Number: "1.1", Name: "Kế hoạch", Max: points("1.5"), Provenance: scoring.Inferred, Note: "Nguồn không nêu a = 0.",
					Inputs: []expr.Input{tasks("a", "Số nhiệm vụ đề ra"), tasks("b", "Số nhiệm vụ đã hoàn thành")},
					Rule:   &scoring.Ratio{Part: "b", Of: "a", AtLeast: decimal.NewNullDecimal(points("0.8")), IfZero: scoring.ZeroNotAssessed}},
				{Number: "1.2", Name: "Báo cáo", Max: points("1.5"), Provenance: scoring.FromText,
					Inputs: []expr.Input{{Name: "muc", Label: "Mức thực hiện", Kind: expr.ChoiceInput, Options: []string{"Đầy đủ", "Chậm", "Không có"}}},
					Rule:   &scoring.Levels{Of: "muc", Points: []decimal.Decimal{points("1.5"), points("0.5"), points("0")}}},
				{Number: "1.3", Name: "Tuyên truyền", Max: points("2"), Provenance: scoring.FromText,
					Inputs: []expr.Input{yesNo("1", "Trên báo"), yesNo("2", "Trên đài"), yesNo("3", "Trên cổng"), yesNo("4", "Hội nghị")},
					Rule:   &scoring.Sum{Parts: []scoring.Part{half("1"), half("2"), half("3"), half("4")}}},
			}},
			{Number: "2", Name: "THỂ CHẾ", Max: points("5"), Children: []scoring.Criterion{
				{Number: "2.1", Name: "(phần còn lại)", Max: points("3"), Provenance: scoring.Absent, Note: "Nguồn thiếu trang.",
					Inputs: []expr.Input{{Name: "diem", Label: "Điểm đề nghị", Kind: expr.PointsInput}}, Rule: &scoring.Manual{Of: "diem"}},
				{Number: "2.2", Name: "Rà soát", Max: points("2"), Provenance: scoring.FromText,
					Inputs: []expr.Input{tasks("a", "Số văn bản"), tasks("b", "Số văn bản đã xử lý")},
					Rule:   &scoring.Ratio{Part: "b", Of: "a", IfZero: scoring.ZeroNotAssessed}},
			}},
		},
	}
}

func sampleSubmission() *scoring.Submission {
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

// appraisedSubmission is the same after an appraisal: an answer corrected, points set, points given, a leaf taken out.
func appraisedSubmission() *scoring.Submission {
	in := sampleSubmission()
	key := func(leaf, input string) expr.Key { return expr.Key{Leaf: leaf, Input: input} }
	in.Appraisal = &scoring.Appraisal{
		Done: true,
		Answers: expr.Answers{
			key("1.1", "b"): expr.NumberAnswer(points("9")), key("2.1", "diem"): expr.NumberAnswer(points("2.5")),
		},
		Set:     map[string]scoring.Verdict{"1.2": {Points: points("0.75")}, "1.3": {NotAssessed: true}},
		Reasons: map[string]string{"1.1": "Đã bổ sung báo cáo", "1.2": "Có gửi nhưng thiếu phụ lục"},
	}
	return in
}

func sheetsOf(in *scoring.Submission) (*scoring.Result, []Problem, *Layout) {
	rules := sampleRules()
	r := scoring.Score(rules, *in)
	problems := make([]Problem, len(r.Problems))
	for i, p := range r.Problems {
		problems[i] = Problem{Problem: p}
	}
	return &r, problems, NewLayout(rules)
}

func TestResultSheet(t *testing.T) {
	for name, in := range map[string]*scoring.Submission{"ket-qua-tu-cham.txt": sampleSubmission(), "ket-qua-tham-dinh.txt": appraisedSubmission()} {
		r, problems, l := sheetsOf(in)
		golden(t, name, sheetText(resultSheet(l, in, r, problems)))
	}
}

// What a sheet has besides rows and cells must be the same for every unit of a rule set: only those are written anew for each.
func TestResultSettingsDoNotVaryByUnit(t *testing.T) {
	settings := func(in *scoring.Submission) []draft.Sheet {
		r, problems, l := sheetsOf(in)
		sheets := []draft.Sheet{*resultSheet(l, in, r, problems), *problemSheet(l, problems), *confirmSheet(l)}
		for i := range sheets {
			sheets[i].Cells, sheets[i].Rows = nil, nil
		}
		return sheets
	}
	blank := settings(&scoring.Submission{Unit: scoring.Unit{Name: strings.Repeat("Một đơn vị có tên rất dài ", 12)}})
	for _, in := range []*scoring.Submission{sampleSubmission(), appraisedSubmission()} {
		if diff := cmp.Diff(blank, settings(in)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestResultStatus(t *testing.T) {
	full := sampleSubmission()
	full.Answers[expr.Key{Leaf: "2.1", Input: "diem"}] = expr.NumberAnswer(points("3"))
	begun, late := appraisedSubmission(), appraisedSubmission()
	begun.Appraisal.Done = false
	delete(late.Appraisal.Answers, expr.Key{Leaf: "2.1", Input: "diem"})
	for _, test := range []struct {
		name string
		in   *scoring.Submission
		want string
	}{
		{"nothing declared", &scoring.Submission{}, "Kết quả tạm tính (kết quả tự chấm, chưa thẩm định): còn 5 tiêu chí chưa có điểm (1.1, 1.2, 1.3, 2.1, 2.2), xem mục III."},
		{"points by hand open", sampleSubmission(), "Kết quả tạm tính (kết quả tự chấm, chưa thẩm định): còn 1 tiêu chí chưa có điểm (2.1), xem mục III."},
		{"complete", full, "Kết quả tự chấm, chưa thẩm định."},
		{"appraisal begun", begun, "Kết quả tạm tính (kết quả tự chấm, việc thẩm định chưa hoàn thành): còn 1 tiêu chí chưa có điểm (2.1), xem mục III."},
		{"appraised", appraisedSubmission(), "Đã thẩm định."},
		{"appraised but open", late, "Kết quả tạm tính (đã thẩm định): còn 1 tiêu chí chưa có điểm (2.1), xem mục III."},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, problems, l := sheetsOf(test.in)
			sheet := resultSheet(l, test.in, r, problems)
			i := slices.IndexFunc(sheet.Cells, func(c draft.Cell) bool { return c.Row == 6 && c.Col == 1 })
			if got := sheet.Cells[i].Value.Text; got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestResultsListTenLossesAtMost(t *testing.T) {
	rules := sampleRules()
	area := &rules.Criteria[0]
	for len(area.Children) < 14 {
		leaf := area.Children[1]
		leaf.Number = "1." + string(rune('a'+len(area.Children)))
		area.Children = append(area.Children, leaf)
	}
	in := &scoring.Submission{Answers: expr.Answers{}}
	for _, leaf := range area.Children {
		in.Answers[leaf.Key("muc")] = expr.OptionAnswer(2)
	}
	r := scoring.Score(rules, *in)
	s := &results{newPen(ResultSheet, 8, 42, 8, 9, 8, 8, 8.5, 8, 8.5, 56), NewLayout(rules), in, &r, nil}
	s.losses()
	if got := sheetText(s.sheet); strings.Count(got, "Đạt mức 1: Đầy đủ → 1,50 (tối đa)") != 10 || !strings.Contains(got, "II. 10 tiêu chí hụt nhiều điểm nhất (trong 12 tiêu chí hụt điểm)") {
		t.Errorf("not ten of twelve:\n%s", got)
	}
}

// TestReasonsOnTheResults: beside what changed stands the appraiser's reason, and never a reproach for one that nobody owes yet.
func TestReasonsOnTheResults(t *testing.T) {
	in := appraisedSubmission()
	in.Answers[expr.Key{Leaf: "2.1", Input: "diem"}] = expr.NumberAnswer(points("2")) // proposed, and not yet decided
	delete(in.Appraisal.Answers, expr.Key{Leaf: "2.1", Input: "diem"})
	in.Appraisal.Reasons["1.3"] = "Không thuộc nhiệm vụ"
	r, problems, l := sheetsOf(in)
	text := sheetText(resultSheet(l, in, r, problems))
	for _, want := range []string{
		"2.1 | B (phần còn lại) | C 3 | D Chờ chấm | E 2 | F Chờ | H Chờ | J Chờ người thẩm định cho điểm\n",
		"J Cơ quan thẩm định xác định không đánh giá: Không thuộc nhiệm vụ\n",
		"D Không đánh giá | E 0 | F KĐG | H KĐG | J Không thuộc nhiệm vụ\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the results do not say %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "chưa ghi lý do") {
		t.Errorf("a reason is missed where none is owed:\n%s", text)
	}
}
