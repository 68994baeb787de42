package templates

import (
	"strings"
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

func TestProblemSheet(t *testing.T) {
	in := sampleSubmission()
	in.Answers[expr.Key{Leaf: "1.1", Input: "b"}] = expr.NumberAnswer(points("11"))
	_, problems, l := sheetsOf(in)
	elsewhere := problem.New(problem.FileUnsafe, "", "thử")
	problems = append(problems, Problem{Problem: elsewhere, Sheet: "Trang 5", Cell: "B7"})
	golden(t, "van-de.txt", sheetText(problemSheet(l, problems)))
}

func TestProblemSheetWithoutProblems(t *testing.T) {
	sheet := problemSheet(NewLayout(sampleRules()), nil)
	if got := sheetText(sheet); !strings.Contains(got, "4: E Không có vấn đề nào") {
		t.Errorf("an empty list says nothing:\n%s", got)
	}
}
