package templates

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// written is a filling as the file that is given out, read back.
func written(t *testing.T, l *Layout, f Filling) *Reading {
	t.Helper()
	var file bytes.Buffer
	if err := l.BlankForm(f).Write(&file); err != nil {
		t.Fatal(err)
	}
	book, err := Open(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	reading, err := l.Read(book)
	if err != nil {
		t.Fatal(err)
	}
	return reading
}

// fullSubmission is a submission with something in every place of the form.
func fullSubmission() scoring.Submission {
	key := func(text string) expr.Key { k, _ := expr.ParseKey(text); return k }
	number := func(text string) expr.Answer { return expr.NumberAnswer(points(text)) }
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

// TestWrittenIsRead: what the program writes into a form, it reads from it, and finds nothing to say.
func TestWrittenIsRead(t *testing.T) {
	appraised := fullSubmission()
	appraised.Appraisal = &scoring.Appraisal{
		Done:    true,
		Answers: expr.Answers{{Leaf: "1.1", Input: "b"}: expr.NumberAnswer(points("8")), {Leaf: "1.2", Input: "muc"}: expr.OptionAnswer(1)},
		Set:     map[string]scoring.Verdict{"1.4": {NotAssessed: true}, "2.1": {Points: points("1.75")}},
		Reasons: map[string]string{"1.1": "Thiếu tài liệu", "1.4": "-"},
	}
	ranked := fullSubmission()
	ranked.Unit.Ranked, ranked.Exempt = true, nil
	cases := []struct {
		name string
		give Filling
	}{
		{"a blank form", Filling{Stage: SubmittedStage, Submission: scoring.Submission{Unit: scoring.Unit{Name: "Sở mẫu A", Ranked: true}}}},
		{"a blank form for a unit", Filling{Stage: SubmittedStage, UnitFixed: true, Submission: scoring.Submission{Unit: fullSubmission().Unit}}},
		{"a filled form", Filling{Stage: SubmittedStage, UnitFixed: true, Contact: "Nguyễn Văn A", Submission: fullSubmission()}},
		{"a filled form of a unit that named itself", Filling{Stage: SubmittedStage, Contact: "0225", Submission: ranked}},
		{"a scored workbook", Filling{Stage: ScoredStage, UnitFixed: true, Submission: fullSubmission()}},
		{"an appraised workbook", Filling{Stage: ScoredStage, UnitFixed: true, Contact: "Nguyễn Văn A", Submission: appraised}},
	}
	l := NewLayout(testRules())
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.give.Version = "1"
			r := written(t, l, c.give)
			got := Filling{Stage: r.Stamp.Stage, Version: r.Stamp.Version, Submission: r.Submission, Contact: r.Contact, UnitFixed: r.UnitFixed}
			if diff := cmp.Diff(c.give, got, answersEqual, cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
			if len(r.Problems) > 0 {
				t.Errorf("said %q", said(r))
			}
		})
	}
}

// TestUnreadIsKept: a cell that can't be used comes back in the scored workbook as it stood, and is said again.
func TestUnreadIsKept(t *testing.T) {
	f := filledFile(t, SubmittedStage)
	f.set("1.1:b", AnswerColumn, "1,5")
	f.raw("1.4:b", AnswerColumn, `<c r="REF" t="e"><v>#DIV/0!</v></c>`)
	first := f.read()
	again := written(t, f.layout, Filling{Stage: ScoredStage, Version: "1", Submission: first.Submission, Unread: first.Unread})
	if diff := cmp.Diff(first.Unread, again.Unread); diff != "" {
		t.Error(diff)
	}
	want := []string{
		`“Số nhiệm vụ hoàn thành” là văn bản "1,5", không phải số; có phải là 1,5?`,
		`“Số người dự” là văn bản "#DIV/0!", không phải số.`,
	}
	var got []string
	for _, p := range scoring.Score(f.layout.Rules, again.Submission).Problems {
		if p.Code == problem.CellTextNumber || p.Code == problem.CellNotNumber {
			got = append(got, p.Text())
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(again.Problems) > 0 {
		t.Errorf("said %q", said(again))
	}
}
