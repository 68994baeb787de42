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
