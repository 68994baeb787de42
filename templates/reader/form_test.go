package reader

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/formtest"
)

// written is a filling as the file that is given out, read back.
func written(t *testing.T, l *templates.Layout, f templates.Filling) *Reading {
	t.Helper()
	var file bytes.Buffer
	if err := l.BlankForm(f).Write(&file); err != nil {
		t.Fatal(err)
	}
	book, err := Open(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	reading, err := Read(l, book)
	if err != nil {
		t.Fatal(err)
	}
	return reading
}

// TestWrittenIsRead: what the program writes into a form, it reads from it, and finds nothing to say.
func TestWrittenIsRead(t *testing.T) {
	appraised := formtest.FullSubmission()
	appraised.Appraisal = &scoring.Appraisal{
		Done:    true,
		Answers: expr.Answers{{Leaf: "1.1", Input: "b"}: expr.NumberAnswer(formtest.Points("8")), {Leaf: "1.2", Input: "muc"}: expr.OptionAnswer(1)},
		Set:     map[string]scoring.Verdict{"1.4": {NotAssessed: true}, "2.1": {Points: formtest.Points("1.75")}},
		Reasons: map[string]string{"1.1": "Thiếu tài liệu", "1.4": "-"},
	}
	ranked := formtest.FullSubmission()
	ranked.Unit.Ranked, ranked.Exempt = true, nil
	cases := []struct {
		name string
		give templates.Filling
	}{
		{"a blank form", templates.Filling{Stage: templates.SubmittedStage, Submission: scoring.Submission{Unit: scoring.Unit{Name: "Sở mẫu A", Ranked: true}}}},
		{"a blank form for a unit", templates.Filling{Stage: templates.SubmittedStage, UnitFixed: true, Submission: scoring.Submission{Unit: formtest.FullSubmission().Unit}}},
		{"a filled form", templates.Filling{Stage: templates.SubmittedStage, UnitFixed: true, Contact: "Nguyễn Văn A", Submission: formtest.FullSubmission()}},
		{"a filled form of a unit that named itself", templates.Filling{Stage: templates.SubmittedStage, Contact: "0225", Submission: ranked}},
		{"a scored workbook", templates.Filling{Stage: templates.ScoredStage, UnitFixed: true, Submission: formtest.FullSubmission()}},
		{"an appraised workbook", templates.Filling{Stage: templates.ScoredStage, UnitFixed: true, Contact: "Nguyễn Văn A", Submission: appraised}},
	}
	l := templates.NewLayout(formtest.SmallRules())
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.give.Version = "1"
			r := written(t, l, c.give)
			got := templates.Filling{Stage: r.Stamp.Stage, Version: r.Stamp.Version, Submission: r.Submission, Contact: r.Contact, UnitFixed: r.UnitFixed}
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
	f := filledFile(t, templates.SubmittedStage)
	f.set("1.1:b", templates.AnswerColumn, "1,5")
	f.raw("1.4:b", templates.AnswerColumn, `<c r="REF" t="e"><v>#DIV/0!</v></c>`)
	first := f.read()
	again := written(t, f.layout, templates.Filling{Stage: templates.ScoredStage, Version: "1", Submission: first.Submission, Unread: first.Unread})
	if diff := cmp.Diff(first.Unread, again.Unread); diff != "" {
		t.Error(diff)
	}
	want := []string{
		`“Số nhiệm vụ hoàn thành” là văn bản "1,5", không phải số; có phải là 1,5?`,
		`“Số người dự”: ô báo lỗi "#DIV/0!".`,
	}
	var got []string
	for _, p := range scoring.Score(f.layout.Rules, again.Submission).Problems {
		if p.Code == problem.CellTextNumber || p.Code == problem.CellError {
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
