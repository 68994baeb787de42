package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/formtest"
	"cchc/templates/reader"
)

func sheetsOf(in *scoring.Submission) (*scoring.Result, []reader.Problem, *templates.Layout) {
	rules := formtest.SampleRules()
	r := scoring.Score(rules, *in)
	problems := make([]reader.Problem, len(r.Problems))
	for i, p := range r.Problems {
		problems[i] = reader.Problem{Problem: p}
	}
	return &r, problems, templates.NewLayout(rules)
}

func TestResultSheet(t *testing.T) {
	for name, in := range map[string]*scoring.Submission{"ket-qua-tu-cham.txt": formtest.SampleSubmission(), "ket-qua-tham-dinh.txt": formtest.AppraisedSubmission()} {
		r, problems, l := sheetsOf(in)
		formtest.Golden(t, name, formtest.SheetText(resultSheet(l, &templates.Filling{Submission: *in}, r, problems)))
	}
}

// What a sheet has besides rows and cells must be the same for every unit of a rule set: only those are written anew for each.
func TestResultSettingsDoNotVaryByUnit(t *testing.T) {
	settings := func(in *scoring.Submission) []draft.Sheet {
		r, problems, l := sheetsOf(in)
		sheets := []draft.Sheet{*resultSheet(l, &templates.Filling{Submission: *in}, r, problems), *problemSheet(l, "", problems), *confirmSheet(l)}
		for i := range sheets {
			sheets[i].Cells, sheets[i].Rows, sheets[i].Page.Breaks = nil, nil, nil
		}
		return sheets
	}
	blank := settings(&scoring.Submission{Unit: scoring.Unit{Name: strings.Repeat("Một đơn vị có tên rất dài ", 12)}})
	for _, in := range []*scoring.Submission{formtest.SampleSubmission(), formtest.AppraisedSubmission()} {
		if diff := cmp.Diff(blank, settings(in)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestResultStatus(t *testing.T) {
	full := formtest.SampleSubmission()
	full.Answers[expr.Key{Leaf: "2.1", Input: "diem"}] = expr.NumberAnswer(formtest.Points("3"))
	begun, late := formtest.AppraisedSubmission(), formtest.AppraisedSubmission()
	begun.Appraisal.Done = false
	delete(late.Appraisal.Answers, expr.Key{Leaf: "2.1", Input: "diem"})
	for _, test := range []struct {
		name string
		in   *scoring.Submission
		want string
	}{
		{"nothing declared", &scoring.Submission{}, "Kết quả tạm tính (kết quả tự chấm, chưa thẩm định): còn 5 tiêu chí chưa có điểm (1.1, 1.2, 1.3, 2.1, 2.2), xem mục III."},
		{"points by hand open", formtest.SampleSubmission(), "Kết quả tạm tính (kết quả tự chấm, chưa thẩm định): còn 1 tiêu chí chưa có điểm (2.1), xem mục III."},
		{"complete", full, "Kết quả tự chấm, chưa thẩm định."},
		{"appraisal begun", begun, "Kết quả tạm tính (kết quả tự chấm, việc thẩm định chưa hoàn thành): còn 1 tiêu chí chưa có điểm (2.1), xem mục III."},
		{"appraised", formtest.AppraisedSubmission(), "Đã thẩm định."},
		{"appraised but open", late, "Kết quả tạm tính (đã thẩm định): còn 1 tiêu chí chưa có điểm (2.1), xem mục III."},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, problems, l := sheetsOf(test.in)
			sheet := resultSheet(l, &templates.Filling{Submission: *test.in}, r, problems)
			i := slices.IndexFunc(sheet.Cells, func(c draft.Cell) bool { return c.Row == 6 && c.Col == 1 })
			if got := sheet.Cells[i].Value.Text; got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestResultsListTenLossesAtMost(t *testing.T) {
	rules := formtest.SampleRules()
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
	s := &results{pen: newPen(templates.ResultSheet, 8, 42, 8, 9, 8, 8, 8.5, 8, 8.5, 56), layout: templates.NewLayout(rules), in: in, result: &r}
	s.losses()
	if got := formtest.SheetText(s.sheet); strings.Count(got, "Đạt mức 1: Đầy đủ → 1,50 (tối đa)") != 10 || !strings.Contains(got, "II. 10 tiêu chí hụt nhiều điểm nhất (trong 12 tiêu chí hụt điểm)") {
		t.Errorf("not ten of twelve:\n%s", got)
	}
}

// TestReasonsOnTheResults: beside what changed stands the appraiser's reason, and never a reproach for one that nobody owes yet.
func TestReasonsOnTheResults(t *testing.T) {
	in := formtest.AppraisedSubmission()
	in.Answers[expr.Key{Leaf: "2.1", Input: "diem"}] = expr.NumberAnswer(formtest.Points("2")) // proposed, and not yet decided
	delete(in.Appraisal.Answers, expr.Key{Leaf: "2.1", Input: "diem"})
	in.Appraisal.Reasons["1.3"] = "Không thuộc nhiệm vụ"
	r, problems, l := sheetsOf(in)
	text := formtest.SheetText(resultSheet(l, &templates.Filling{Submission: *in}, r, problems))
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
