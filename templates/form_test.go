package templates

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates/draft"
	"cchc/templates/formtest"
)

// rulesText writes what may be typed into a sheet and how it is marked, a line each.
func rulesText(s *draft.Sheet) string {
	var b strings.Builder
	for _, v := range s.Validations {
		fmt.Fprintf(&b, "%v: %s%s\n  hint %q %q\n  error %q %q\n", v.Cells, v.List, v.Formula, v.HintTitle, v.Hint, v.ErrorTitle, v.Error)
	}
	for _, m := range s.Marks {
		fmt.Fprintf(&b, "%v: %s → %s %+v\n", m.Cells, m.Formula, m.Fill, m.Font)
	}
	return b.String()
}

// crossChecked is the sample with a relation between two leaves.
func crossChecked() *Layout {
	rs := formtest.SampleRules()
	rs.CrossChecks = []scoring.CrossCheck{{Left: "2.2:a", Is: scoring.MustEqual, Right: "1.1:a", Text: "Phải bằng nhau."},
		{Left: "2.2:b", Is: scoring.MustAtMost, Right: "1.1:b", Text: "Không lớn hơn."}}
	return NewLayout(rs)
}

func TestFormGoldens(t *testing.T) {
	l := crossChecked()
	blank := l.BlankForm(Filling{Stage: SubmittedStage, Version: "1.0"})
	in := *formtest.AppraisedSubmission()
	in.Exempt = []string{"2.2"}
	in.Evidence = map[string]string{"1.1": "Báo cáo số 12"}
	filled := l.BlankForm(Filling{Stage: ScoredStage, Version: "1.0", Submission: in, Contact: "Nguyễn Văn A", UnitFixed: true})
	formtest.Golden(t, "phieu-trong.txt", formtest.SheetText(formtest.SheetOf(t, blank, FormSheet))+rulesText(formtest.SheetOf(t, blank, FormSheet)))
	formtest.Golden(t, "phieu-tham-dinh.txt", formtest.SheetText(formtest.SheetOf(t, filled, FormSheet)))
	formtest.Golden(t, "huong-dan.txt", formtest.SheetText(formtest.SheetOf(t, filled, GuideSheet)))
	formtest.Golden(t, "trang-an.txt", formtest.SheetText(formtest.SheetOf(t, filled, HiddenSheet)))
}

// TestFillingsDifferInCellsOnly: what one form has beside its cells and the ends of its pages, all forms of a stage have, so that it can be laid out once.
func TestFillingsDifferInCellsOnly(t *testing.T) {
	l := crossChecked()
	for _, stage := range []Stage{SubmittedStage, ScoredStage} {
		blank := l.BlankForm(Filling{Stage: stage, Submission: scoring.Submission{Appraisal: &scoring.Appraisal{Done: true}}}) // of one before an appraisal less is printed
		full := l.BlankForm(Filling{Stage: stage, UnitFixed: true, Contact: "A", Submission: *formtest.AppraisedSubmission()})
		for i, sheet := range full.Sheets {
			bare, other := *sheet, *blank.Sheets[i]
			bare.Cells, bare.Rows, other.Cells, other.Rows = nil, nil, nil, nil
			bare.Page.Breaks, other.Page.Breaks = nil, nil
			if diff := cmp.Diff(other, bare); diff != "" {
				t.Errorf("%s, %s (-blank +full):\n%s", stage, sheet.Name, diff)
			}
		}
	}
}

// unlocked lists the places of the form that may be typed into, by row key and column.
func unlocked(t *testing.T, l *Layout, f Filling) []string {
	t.Helper()
	var open []string
	for _, cell := range formtest.SheetOf(t, l.BlankForm(f), FormSheet).Cells {
		row := l.Rows[cell.Row-1]
		if cell.Style.Unlocked && row.Kind != SignatureRow {
			open = append(open, row.Key+" "+Column(cell.Col).Key())
		}
	}
	return open
}

func TestProtection(t *testing.T) {
	l := NewLayout(formtest.SampleRules())
	exempt := scoring.Submission{Exempt: []string{"1"}}
	formOf2 := []string{"2.1 kiem_chung", "2.1 giai_trinh", "2.1:diem ke_khai", "2.2 kiem_chung", "2.2 giai_trinh", "2.2:a ke_khai", "2.2:b ke_khai"}
	for _, test := range []struct {
		name string
		give Filling
		want []string
	}{
		{"who the unit is, where nobody has fixed it", Filling{Stage: SubmittedStage, Submission: exempt},
			append([]string{"@ten ten", "@khoi ten", "@ma ten", "@lien_he ten"}, formOf2...)},
		{"a unit's form", Filling{Stage: SubmittedStage, UnitFixed: true, Submission: exempt},
			append([]string{"@lien_he ten"}, formOf2...)},
		{"a scored workbook", Filling{Stage: ScoredStage, UnitFixed: true, Submission: exempt},
			[]string{"@tham_dinh ten",
				"2.1 kiem_chung", "2.1 giai_trinh", "2.1 an_dinh", "2.1 ly_do", "2.1:diem ke_khai", "2.1:diem tham_dinh",
				"2.2 kiem_chung", "2.2 giai_trinh", "2.2 an_dinh", "2.2 ly_do", "2.2:a ke_khai", "2.2:a tham_dinh", "2.2:b ke_khai", "2.2:b tham_dinh"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := unlocked(t, l, test.give)
			slices.Sort(got)
			slices.Sort(test.want)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("unlocked (-want +got):\n%s", diff)
			}
		})
	}
}

// TestCheckWords: what the column Kiểm tra says. That the formulas say the same is the oracle's business.
func TestCheckWords(t *testing.T) {
	l := crossChecked()
	count := func(n int64) expr.Answer { return expr.NumberAnswer(draft.Count(n).Number) }
	bad := expr.BadAnswer(problem.New(problem.AnswerNoOption, "", ""))
	for _, test := range []struct {
		name string
		give func(*scoring.Submission)
		key  string
		want string
	}{
		{"blank", func(s *scoring.Submission) { delete(s.Answers, expr.Key{Leaf: "1.1", Input: "b"}) }, "1.1:b", "Chưa điền"},
		{"blank points by hand", func(*scoring.Submission) {}, "2.1:diem", "Chưa đề nghị điểm"},
		{"text", func(s *scoring.Submission) { s.Answers[expr.Key{Leaf: "1.1", Input: "a"}] = bad }, "1.1:a", "Không phải số (xem cách gõ ở đầu phiếu)"},
		{"below zero", func(s *scoring.Submission) { s.Answers[expr.Key{Leaf: "1.1", Input: "a"}] = count(-1) }, "1.1:a", "Nhỏ hơn 0"},
		{"not whole", func(s *scoring.Submission) {
			s.Answers[expr.Key{Leaf: "1.1", Input: "a"}] = expr.NumberAnswer(formtest.Points("1.5"))
		}, "1.1:a", "Phải là số nguyên"},
		{"no option", func(s *scoring.Submission) { s.Answers[expr.Key{Leaf: "1.2", Input: "muc"}] = bad }, "1.2:muc", "Chọn trong danh sách"},
		{"fine", func(*scoring.Submission) {}, "1.1:a", ""},
		{"more than the whole", func(s *scoring.Submission) { s.Answers[expr.Key{Leaf: "1.1", Input: "b"}] = count(11) }, "1.1", "Số đạt được lớn hơn tổng số."},
		{"points without evidence", func(s *scoring.Submission) { s.Answers[expr.Key{Leaf: "1.1", Input: "b"}] = count(10) }, "1.1",
			"Thiếu tài liệu kiểm chứng hoặc giải trình."},
		{"points with a justification", func(s *scoring.Submission) {
			s.Answers[expr.Key{Leaf: "1.1", Input: "b"}] = count(10)
			s.Justification = map[string]string{"1.1": "Đang chờ văn bản"}
		}, "1.1", ""},
		{"points by hand above the most", func(s *scoring.Submission) { s.Answers[expr.Key{Leaf: "2.1", Input: "diem"}] = count(4) }, "2.1", "Lớn hơn 3."},
		{"differs from another leaf", func(s *scoring.Submission) { s.Answers[expr.Key{Leaf: "2.2", Input: "a"}] = count(9) }, "2.2:a", "Khác số liệu ở 1.1, dòng a"},
		{"more than in another leaf", func(s *scoring.Submission) {
			s.Answers[expr.Key{Leaf: "2.2", Input: "a"}], s.Answers[expr.Key{Leaf: "2.2", Input: "b"}] = count(10), count(7)
		}, "2.2:b", "Lớn hơn số liệu ở 1.1, dòng b"},
		{"nothing is said of what is not assessed", func(*scoring.Submission) {}, "2.2:a", ""},
		{"nor of what is exempt", func(s *scoring.Submission) { s.Exempt, s.Answers = []string{"1"}, nil }, "1.1:a", ""},
		{"points set without a reason", func(s *scoring.Submission) {
			s.Appraisal = &scoring.Appraisal{Set: map[string]scoring.Verdict{"1.1": {Points: formtest.Points("1")}}}
		}, "1.1", "Chưa ghi lý do thẩm định."},
		{"points set above the most", func(s *scoring.Submission) {
			s.Appraisal = &scoring.Appraisal{Set: map[string]scoring.Verdict{"1.1": {Points: formtest.Points("2")}}, Reasons: map[string]string{"1.1": "…"}}
		}, "1.1", "Điểm ấn định phải từ 0 đến 1,5 hoặc KĐG."},
		{"a correction that can't be", func(s *scoring.Submission) {
			s.Appraisal = &scoring.Appraisal{Answers: expr.Answers{{Leaf: "1.1", Input: "b"}: count(12)}, Reasons: map[string]string{"1.1": "…"}}
		}, "1.1", "Số liệu thẩm định chưa hợp lệ."},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := *formtest.SampleSubmission()
			test.give(&in)
			result, row := l.Scorer.Score(in), Row{}
			v := l.fill(Filling{Submission: in}, &result)
			row, _ = l.Row(test.key)
			got := ""
			if row.Kind == InputRow {
				got = v.inputWords(row)
			} else {
				got = v.leafWords(row)
			}
			if got != test.want {
				t.Errorf("says %q, want %q", got, test.want)
			}
		})
	}
}

// TestFormIsWritten: the file says of every formula what it comes to, and no message is longer than programs show.
func TestFormIsWritten(t *testing.T) {
	book := crossChecked().BlankForm(Filling{Stage: SubmittedStage, Submission: *formtest.SampleSubmission()})
	for _, sheet := range book.Sheets {
		for _, v := range sheet.Validations {
			for text, most := range map[string]int{v.Hint: 255, v.Error: 255, v.Formula: 255, v.HintTitle: 32, v.ErrorTitle: 32} {
				if n := len([]rune(text)); n > most {
					t.Errorf("%q has %d characters", text, n)
				}
			}
		}
	}
	var file bytes.Buffer
	if err := book.Write(&file); err != nil {
		t.Fatal(err)
	}
	again := bytes.Buffer{}
	if err := crossChecked().BlankForm(Filling{Stage: SubmittedStage, Submission: *formtest.SampleSubmission()}).Write(&again); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(file.Bytes(), again.Bytes()) {
		t.Error("the same form gave other bytes")
	}
}
