package reader

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/formtest"
)

// Formats of Excel's own: a plain number, per cent, per cent with decimals, text.
const (
	plainStyle   = 1
	percentStyle = 9
	textStyle    = 49
)

// TestPercentCells goes through the hands that fill in a percentage: what is taken, with which warning, and what is refused.
func TestPercentCells(t *testing.T) {
	for _, c := range []struct {
		name   string
		most   string
		style  int
		value  any
		want   string
		warned problem.Code
	}{
		{"typed into a cell that shows per cent", "100", percentStyle, 0.9, "90", ""},
		{"a float's noise", "100", percentStyle, 0.12340000000000001, "12.34", ""},
		{"nothing at all", "100", percentStyle, 0, "0", ""},
		{"a third of it, as formulas round", "100", percentStyle, 1.0 / 3, "33.333333333", ""},
		{"a program that wrote 90 into it", "100", percentStyle, 90, "9000", ""},
		{"the format is lost", "100", plainStyle, 90, "90", problem.CellPercentPlain},
		{"the format is lost, decimals", "100", plainStyle, 90.5, "90.5", problem.CellPercentPlain},
		{"the format is lost, and nothing in it", "100", plainStyle, 0, "0", ""},
		{"either of both", "100", plainStyle, 0.9, "“Số nhiệm vụ hoàn thành”: ô không còn định dạng phần trăm, giá trị lưu là 0,9: không rõ là 90% hay 0,9%.", ""},
		{"one, or all of it", "100", plainStyle, 1, "“Số nhiệm vụ hoàn thành”: ô không còn định dạng phần trăm, giá trị lưu là 1: không rõ là 100% hay 1%.", ""},
		{"either of both, where it may pass 100", "150", plainStyle, 1.2, "“Số nhiệm vụ hoàn thành”: ô không còn định dạng phần trăm, giá trị lưu là 1,2: không rõ là 120% hay 1,2%.", ""},
		{"a text", "100", textStyle, "90%", "90", problem.CellPercentText},
		{"a text with comma and space", "100", textStyle, " 90,5 % ", "90.5", problem.CellPercentText},
		{"a text with a point", "100", textStyle, "90.5%", "90.5", problem.CellPercentText},
		{"a text in full width", "100", textStyle, "９０％", "90", problem.CellPercentText},
		{"a text that may be two", "2000", textStyle, "1.000%", "“Số nhiệm vụ hoàn thành” là văn bản \"1.000%\", không phải số.", ""},
		{"a text without its sign", "100", textStyle, "90", "“Số nhiệm vụ hoàn thành” là văn bản \"90\", không phải số; có phải là 90?", ""},
		{"words", "100", textStyle, "chín mươi %", "“Số nhiệm vụ hoàn thành” là văn bản \"chín mươi %\", không phải số.", ""},
		{"a date", "100", 14, 45000, "“Số nhiệm vụ hoàn thành”: ô có định dạng ngày tháng, giá trị lưu là 45.000.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			rules := formtest.SmallRules()
			in := &rules.Find("1.1").Inputs[1]
			in.Kind, in.Whole, in.Max = expr.PercentInput, false, decimal.NewNullDecimal(formtest.Points(c.most))
			in.SetPercent()
			f := newSheetFileOf(t, templates.SubmittedStage, rules)
			f.set(aNumber, templates.AnswerColumn, c.value)
			f.format(aNumber, templates.AnswerColumn, c.style)
			r := f.read()
			if got := answerWords(r.Submission.Answers[expr.Key{Leaf: "1.1", Input: "b"}]); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			var warned []problem.Code
			for _, p := range r.Problems {
				if p.Path == aNumber && p.Severity == problem.Warning {
					warned = append(warned, p.Code)
				}
			}
			if want := slices.DeleteFunc([]problem.Code{c.warned}, func(code problem.Code) bool { return code == "" }); !slices.Equal(warned, want) {
				t.Errorf("warned of %v, want %v", warned, want)
			}
		})
	}
}
