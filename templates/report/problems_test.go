package report

import (
	"slices"
	"strings"
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/formtest"
	"cchc/templates/reader"
)

func TestProblemSheet(t *testing.T) {
	in := formtest.SampleSubmission()
	in.Answers[expr.Key{Leaf: "1.1", Input: "b"}] = expr.NumberAnswer(formtest.Points("11"))
	_, problems, l := sheetsOf(in)
	elsewhere := problem.New(problem.FileUnsafe, "", "thử")
	problems = append(problems, reader.Problem{Problem: elsewhere, Sheet: "Trang 5", Cell: "B7"})
	formtest.Golden(t, "van-de.txt", formtest.SheetText(problemSheet(l, "", problems)))
}

func TestProblemSheetWithoutProblems(t *testing.T) {
	sheet := problemSheet(templates.NewLayout(formtest.SampleRules()), "", nil)
	if got := formtest.SheetText(sheet); !strings.Contains(got, "4: E Không có vấn đề nào") {
		t.Errorf("an empty list says nothing:\n%s", got)
	}
}

// TestProblemSheetOfMovedRows: where rows stood elsewhere in the form, its own cells are named, and the form; the link leads to
// the cell of this workbook. What is no cell's name stays out.
func TestProblemSheetOfMovedRows(t *testing.T) {
	l := templates.NewLayout(formtest.SampleRules())
	row, _ := l.Row("1.1:b")
	own := row.At(templates.AnswerColumn).String()
	missing := func(cell string) reader.Problem {
		return reader.Problem{Problem: problem.New(problem.AnswerMissing, "1.1:b", "Số nhiệm vụ"), Sheet: templates.FormSheet, Cell: cell}
	}
	const said = "Ô nêu theo phiếu đã nộp phieu.xlsx, có dòng, cột khác chỗ so với ở đây; bấm vào ô để đến chỗ tương ứng trong tệp này."
	for _, test := range []struct {
		cell, want string
		said       bool
	}{{own, own, false}, {"E99", "E99", true}, {`E"&x`, own, false}, {"", own, false}} {
		sheet := problemSheet(l, "phieu.xlsx", []reader.Problem{missing(test.cell)})
		cells := formtest.SheetText(sheet)
		if got := strings.Contains(cells, said); got != test.said {
			t.Errorf("%s: says that rows were moved: %v\n%s", test.cell, got, cells)
		}
		want := `HYPERLINK("#` + l.Ref("1.1:b", templates.AnswerColumn) + `","` + test.want + `")`
		if !slices.ContainsFunc(sheet.Cells, func(c draft.Cell) bool { return c.Formula == want && c.Value.Text == test.want }) {
			t.Errorf("%s: no %s in\n%s", test.cell, want, cells)
		}
	}
}

// TestProblemSheetLinksTexts: a problem of a text leads to the text's own cell, not to the criterion's name or the answer.
func TestProblemSheetLinksTexts(t *testing.T) {
	l := templates.NewLayout(formtest.SampleRules())
	guess := func(key string, c templates.Column) reader.Problem {
		return reader.Problem{Problem: problem.New(problem.CellTextGuess, key, "1.1 – Tài liệu", "10/05/2023"), Sheet: templates.FormSheet, Cell: "X1", Column: c}
	}
	sheet := formtest.SheetText(problemSheet(l, "", []reader.Problem{guess("1.1", templates.EvidenceColumn), guess("1.1:a", templates.ReasonColumn)}))
	for _, want := range []string{l.Ref("1.1", templates.EvidenceColumn), l.Ref("1.1:a", templates.ReasonColumn)} {
		if !strings.Contains(sheet, `HYPERLINK("#`+want+`","X1")`) {
			t.Errorf("no link to %s in\n%s", want, sheet)
		}
	}
}
