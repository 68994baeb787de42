package reader

import (
	"html"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/formtest"
)

// found are the findings of some codes, as lines.
func found(r *Reading, codes ...problem.Code) []string {
	var lines []string
	result := r.layout.Scorer.Score(r.Submission)
	for _, p := range r.Findings(&result) {
		for _, code := range codes {
			if p.Code == code {
				lines = append(lines, strings.TrimSpace(p.Where()+" "+p.Severity.String()+": "+p.Text()))
			}
		}
	}
	return lines
}

// A figure over a formula is an error in a result and a warning in a form; one that is what is reckoned is passed over.
func TestTypedOverFormulas(t *testing.T) {
	f := filledFile(t, templates.SubmittedStage)
	result := scoring.Score(f.layout.Rules, f.read().Submission)
	points := result.Node("1.1").Self.Points
	f.set("1.1", templates.SelfColumn, points.InexactFloat64())
	if got := found(f.read(), problem.FormTypedOver); got != nil {
		t.Errorf("what is reckoned is named: %q", got)
	}
	f.set("1.1", templates.SelfColumn, 0.5)
	want := []string{"Phiếu chấm!F11 warning: “Điểm tự chấm” của 1.1: 0,5 ghi đè lên công thức, chương trình tính được " +
		strings.Replace(points.String(), ".", ",", 1) + "; nội dung ghi đè không được dùng."}
	if diff := cmp.Diff(want, found(f.read(), problem.FormTypedOver)); diff != "" {
		t.Error(diff)
	}
	s := scoredFile(t)
	s.set("1.1", templates.AppraisedColumn, 0.5)
	if got := found(s.read(), problem.ResultTypedOver); len(got) != 1 || !strings.HasPrefix(got[0], "Phiếu chấm!L11 error: “Điểm thẩm định” của 1.1: 0,5 ghi đè") {
		t.Errorf("in a result: %q", got)
	}
}

// TestHowToTypeIsTheMachines: the line at the head that tells how numbers are typed says another thing on another machine, and
// nothing where a program keeps no values. Only what somebody else wrote over it is named.
func TestHowToTypeIsTheMachines(t *testing.T) {
	f := filledFile(t, templates.SubmittedStage)
	row, _ := f.layout.Row(templates.UnitCodeField)
	result := f.layout.Scorer.Score(f.read().Submission)
	line := f.layout.Reckoned(f.read().Filling(), &result)[row.At(templates.AnswerColumn)]
	formula := f.layout.Expect(templates.SubmittedStage, row.Number, templates.AnswerColumn).Formula
	if formula == "" || !strings.Contains(line.Text, "0,5") || !strings.Contains(line.Or, "0.5") {
		t.Fatalf("formula %q, texts %q and %q", formula, line.Text, line.Or)
	}
	spelt := "<f>" + html.EscapeString(formula) + "</f>"
	codes := []problem.Code{problem.FormTypedOver, problem.FormEdited, problem.FormStrayText}
	for _, cell := range []string{
		`<c r="REF" t="str">` + spelt + "<v>" + line.Or + "</v></c>", `<c r="REF">` + spelt + "</c>",
		`<c r="REF" t="str"><v>` + line.Text + "</v></c>", `<c r="REF" t="str"><v>` + line.Or + "</v></c>",
	} {
		f := filledFile(t, templates.SubmittedStage)
		f.raw(templates.UnitCodeField, templates.AnswerColumn, cell)
		if got := found(f.read(), codes...); got != nil {
			t.Errorf("%s is named: %q", cell, got)
		}
	}
	f.raw(templates.UnitCodeField, templates.AnswerColumn, `<c r="REF" t="str"><v>Gõ gì cũng được</v></c>`)
	if got := found(f.read(), codes...); len(got) != 1 {
		t.Errorf("what was written over it is not named once: %q", got)
	}
}

// TestFindingsKeepTheirCause scores a form's result again: what was not taken from the form is said as when the form was scored.
func TestFindingsKeepTheirCause(t *testing.T) {
	f := filledFile(t, templates.SubmittedStage)
	f.set("1.1", templates.AnswerColumn, "xem phụ lục")
	f.set("1.1", templates.SelfColumn, 0.5)
	f.set("1.4:b", templates.AnswerColumn, 0.8)
	f.format("1.4:b", templates.AnswerColumn, 9)
	codes := []problem.Code{problem.FormStrayText, problem.FormTypedOver, problem.CellPercent}
	first := f.read()
	want := found(first, codes...)
	if len(want) != 3 {
		t.Fatalf("found %q", want)
	}
	reading := first
	for range 3 {
		filling := reading.Filling()
		filling.Stage, filling.Version = templates.ScoredStage, "1"
		reading = written(t, f.layout, filling)
		if diff := cmp.Diff(want, found(reading, codes...)); diff != "" {
			t.Error(diff)
		}
	}
}

// An answer that is changed in a result is named at its cell, with what it was, through every further scoring.
func TestAnswerChangedInAResult(t *testing.T) {
	filling := filledFile(t, templates.SubmittedStage).read().Filling()
	filling.Stage, filling.Version = templates.ScoredStage, "1"
	reading := written(t, scoredFile(t).layout, filling)
	key, _ := expr.ParseKey("1.1:b")
	was := reading.Submission.Answers[key]
	n, _ := was.Number()
	reading.Submission.Answers[key] = expr.NumberAnswer(n.Sub(formtest.Points("1")))
	for range 2 {
		filling = reading.Filling()
		filling.Stage, filling.Version = templates.ScoredStage, "1"
		reading = written(t, scoredFile(t).layout, filling)
		if got := found(reading, problem.AnswerChanged); len(got) != 1 || !strings.HasPrefix(got[0], "Phiếu chấm!E13 warning: “Số nhiệm vụ hoàn thành” là ") {
			t.Errorf("said %q", got)
		}
	}
}
