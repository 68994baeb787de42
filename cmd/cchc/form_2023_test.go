package main

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates"
	"cchc/templates/draft"
)

// TestFormOf2023: the real form has a place for every criterion and answer, once, and adds up to 65.
func TestFormOf2023(t *testing.T) {
	rs := load2023(t)
	layout := templates.NewLayout(rs)
	keys := map[string]int{}
	for _, row := range layout.Rows {
		keys[row.Key]++
	}
	want := 0
	for node := range rs.All() {
		want++
		if keys[node.Number] != 1 {
			t.Errorf("criterion %s has %d rows", node.Number, keys[node.Number])
		}
		for _, in := range node.Inputs {
			want++
			if key := node.Key(in.Name).String(); keys[key] != 1 {
				t.Errorf("answer %s has %d rows", key, keys[key])
			}
		}
	}
	got := 0
	for _, row := range layout.Rows {
		if row.Kind == templates.NodeRow || row.Kind == templates.InputRow {
			got++
		}
	}
	if got != want {
		t.Errorf("the form has %d rows of criteria and answers, the rules %d", got, want)
	}
}

// TestMaximaOf2023: with the best answers everywhere, the form shows the maximum in every row of points.
func TestMaximaOf2023(t *testing.T) {
	rs := load2023(t)
	layout := templates.NewLayout(rs)
	sheet := formSheet(t, layout.BlankForm(templates.Filling{Stage: templates.SubmittedStage, Submission: scoring.Submission{Answers: bestAnswers(rs)}}))
	for node := range rs.All() {
		at := layout.Cell(node.Number, templates.SelfColumn)
		if got := sheet[at].Number; !got.Equal(node.Max) {
			t.Errorf("%s shows %s of %s", node.Number, got, node.Max)
		}
	}
	if got := sheet[layout.Cell(templates.TotalKey, templates.SelfColumn)].Number; !got.Equal(rs.Total) {
		t.Errorf("the total is %s of %s", got, rs.Total)
	}
	if got := sheet[layout.Cell(templates.BlankKey, templates.SelfColumn)].Number; !got.IsZero() {
		t.Errorf("%s cells are said to be blank", got)
	}
}

// bestAnswers picks for every answer what its rule gives most for: the first option, and as much done as there was to do.
func bestAnswers(rs *scoring.RuleSet) expr.Answers {
	answers := expr.Answers{}
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			answer := expr.NumberAnswer(decimal.NewFromInt(400))
			switch {
			case in.IsChoice():
				answer = expr.OptionAnswer(1)
			case in.Kind == expr.PointsInput:
				answer = expr.NumberAnswer(pointsByHand(leaf))
			case in.Max.Valid:
				answer = expr.NumberAnswer(in.Max.Decimal)
			case in.Name == "c":
				answer = expr.NumberAnswer(decimal.Zero)
			}
			answers[leaf.Key(in.Name)] = answer
		}
	}
	return answers
}

// pointsByHand is the most that a person may give: all of a leaf, but for 4.3, of which the other parts are answers.
func pointsByHand(leaf *scoring.Criterion) decimal.Decimal {
	if leaf.Number == "4.3" {
		return decimal.RequireFromString("1.5")
	}
	return leaf.Max
}

func formSheet(t *testing.T, book *draft.Workbook) map[draft.Place]draft.Value {
	t.Helper()
	values := map[draft.Place]draft.Value{}
	for _, sheet := range book.Sheets {
		if sheet.Name != templates.FormSheet {
			continue
		}
		for _, cell := range sheet.Whole().Cells {
			values[cell.Place] = cell.Value
		}
	}
	if len(values) == 0 {
		t.Fatal("the workbook has no form")
	}
	return values
}

// TestFormulasAreCommon: the form uses only functions that Excel 2010, LibreOffice and WPS have.
func TestFormulasAreCommon(t *testing.T) {
	common := map[string]bool{}
	for _, name := range strings.Fields("AND CHOOSE COUNTIF IF IFERROR INT ISNUMBER MAX MID MIN OR ROUND SUM TRIM") {
		common[name] = true
	}
	book := templates.NewLayout(load2023(t)).BlankForm(templates.Filling{Stage: templates.ScoredStage})
	count := 0
	for _, sheet := range book.Sheets {
		for _, cell := range sheet.Whole().Cells {
			for _, name := range functions(cell.Formula) {
				count++
				if !common[name] {
					t.Errorf("%s is not everywhere: %s", name, cell.Formula)
				}
			}
		}
	}
	if count == 0 {
		t.Error("the form has no formulas")
	}
}

// functions lists the names before brackets, outside texts.
func functions(formula string) []string {
	var names []string
	for i, part := range strings.Split(formula, `"`) {
		if i%2 == 1 {
			continue
		}
		for j, r := range part {
			if r != '(' {
				continue
			}
			name := part[strings.LastIndexFunc(part[:j], func(r rune) bool { return r < 'A' || r > 'Z' })+1 : j]
			if name != "" {
				names = append(names, name)
			}
		}
	}
	return names
}
