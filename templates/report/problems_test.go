package report

import (
	"strings"
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/formtest"
	"cchc/templates/reader"
)

func TestProblemSheet(t *testing.T) {
	in := formtest.SampleSubmission()
	in.Answers[expr.Key{Leaf: "1.1", Input: "b"}] = expr.NumberAnswer(formtest.Points("11"))
	_, problems, l := sheetsOf(in)
	elsewhere := problem.New(problem.FileUnsafe, "", "thử")
	problems = append(problems, reader.Problem{Problem: elsewhere, Sheet: "Trang 5", Cell: "B7"})
	formtest.Golden(t, "van-de.txt", formtest.SheetText(problemSheet(l, problems)))
}

func TestProblemSheetWithoutProblems(t *testing.T) {
	sheet := problemSheet(templates.NewLayout(formtest.SampleRules()), nil)
	if got := formtest.SheetText(sheet); !strings.Contains(got, "4: E Không có vấn đề nào") {
		t.Errorf("an empty list says nothing:\n%s", got)
	}
}

// TestProblemSheetLinksTexts: a problem of a text leads to the text's own cell, not to the criterion's name or the answer.
func TestProblemSheetLinksTexts(t *testing.T) {
	l := templates.NewLayout(formtest.SampleRules())
	row, _ := l.Row("1.1")
	answer, _ := l.Row("1.1:a")
	guess := func(key string, c templates.Column) reader.Problem {
		return reader.Problem{Problem: problem.New(problem.CellTextGuess, key, "1.1 – Tài liệu", "10/05/2023"), Sheet: templates.FormSheet, Cell: "X1", Column: c}
	}
	sheet := formtest.SheetText(problemSheet(l, []reader.Problem{guess("1.1", templates.EvidenceColumn), guess("1.1:a", templates.ReasonColumn)}))
	for _, want := range []string{row.At(templates.EvidenceColumn).String(), answer.At(templates.ReasonColumn).String()} {
		if !strings.Contains(sheet, `"`+want+`")`) {
			t.Errorf("no link to %s in\n%s", want, sheet)
		}
	}
}
