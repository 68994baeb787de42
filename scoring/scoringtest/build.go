// Package scoringtest has the few words in which tests write rule sets, answers and expectations by hand. Nothing but tests
// imports it.
package scoringtest

import (
	"testing"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// Dec is a decimal.
func Dec(text string) decimal.Decimal { return decimal.RequireFromString(text) }

// Decs is a list of them.
func Decs(texts ...string) []decimal.Decimal {
	all := make([]decimal.Decimal, len(texts))
	for i, text := range texts {
		all[i] = Dec(text)
	}
	return all
}

// Opt is a decimal where none would do, too.
func Opt(text string) decimal.NullDecimal { return decimal.NewNullDecimal(Dec(text)) }

// NumberIn asks for a whole number.
func NumberIn(name string) expr.Input {
	return expr.Input{Name: name, Label: "Số " + name, Kind: expr.NumberInput, Whole: true}
}

// YesNoIn asks for Có or Không.
func YesNoIn(name string) expr.Input {
	return expr.Input{Name: name, Label: "Việc " + name, Kind: expr.YesNoInput, Options: kinds.YesNoOptions()}
}

// ChoiceIn asks for one of the options.
func ChoiceIn(name string, options ...string) expr.Input {
	return expr.Input{Name: name, Label: "Mức thực hiện", Kind: expr.ChoiceInput, Options: options}
}

// LeafOf is the leaf 1.1.
func LeafOf(max string, rule kinds.Rule, inputs ...expr.Input) *scoring.Criterion {
	return &scoring.Criterion{Number: "1.1", Name: "Tiêu chí", Max: Dec(max), Text: "…", Provenance: scoring.FromText, Inputs: inputs, Rule: rule}
}

// Given turns numbers by input name into answers of the leaf: a choice by its number in data, "" for a blank.
func Given(t *testing.T, leaf *scoring.Criterion, values map[string]string) expr.Answers {
	t.Helper()
	answers := expr.Answers{}
	for name, text := range values {
		in, ok := leaf.Input(name)
		if !ok {
			t.Fatalf("no input %q", name)
		}
		d := Dec(text)
		if !in.IsChoice() {
			answers[leaf.Key(name)] = expr.NumberAnswer(d)
			continue
		}
		option, ok := in.OptionOf(int(d.IntPart()))
		if !ok {
			t.Fatalf("%s has no option %s", name, text)
		}
		answers[leaf.Key(name)] = expr.OptionAnswer(option)
	}
	return answers
}

// ScoreLeaf scores a leaf by itself.
func ScoreLeaf(leaf *scoring.Criterion, answers expr.Answers) scoring.Result {
	rs := &scoring.RuleSet{ID: "thu", Total: leaf.Max, Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{*leaf}}
	return scoring.Score(rs, scoring.Submission{Answers: answers, Justification: map[string]string{leaf.Number: "có"}})
}

// TwoAreas is a small set: area 1 with two leaves, area 2 with one by hand.
func TwoAreas() *scoring.RuleSet {
	ratio := func(number, max string) scoring.Criterion {
		c := LeafOf(max, &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNotAssessed}, NumberIn("a"), NumberIn("b"))
		c.Number, c.Name = number, "Tiêu chí "+number
		return *c
	}
	manual := LeafOf("2", &kinds.Manual{Of: "diem"}, expr.Input{Name: "diem", Label: "Điểm đề nghị", Kind: expr.PointsInput})
	manual.Number, manual.Name = "2", "Tiêu chí 2"
	return &scoring.RuleSet{ID: "thu", Total: Dec("5"), Rounding: scoring.Rounding{Places: 2},
		CrossChecks: []scoring.CrossCheck{{Left: "1.2:a", Is: scoring.MustEqual, Right: "1.1:a", Text: "Hai số phải bằng nhau."}},
		Criteria: []scoring.Criterion{
			{Number: "1", Name: "LĨNH VỰC", Max: Dec("3"), Children: []scoring.Criterion{ratio("1.1", "1"), ratio("1.2", "2")}},
			*manual,
		}}
}

// AnswersOf makes answers of pairs: a key, and a number or an option's number.
func AnswersOf(pairs ...string) expr.Answers {
	answers := expr.Answers{}
	for i := 0; i < len(pairs); i += 2 {
		key, _ := expr.ParseKey(pairs[i])
		answers[key] = expr.NumberAnswer(Dec(pairs[i+1]))
	}
	return answers
}

// CodesOf lists problems as "code path".
func CodesOf(problems []problem.Problem) []string {
	var codes []string
	for _, p := range problems {
		codes = append(codes, string(p.Code)+" "+p.Path)
	}
	return codes
}

// ExampleOf is an example of pairs: an input and its number. The outcome is points or a state.
func ExampleOf(outcome string, pairs ...string) scoring.Example {
	e := scoring.Example{Answers: map[string]decimal.Decimal{}}
	for i := 0; i < len(pairs); i += 2 {
		e.Answers[pairs[i]] = Dec(pairs[i+1])
	}
	if state, ok := expr.ParseState(outcome); ok {
		e.State = state
	} else {
		e.Points = Opt(outcome)
	}
	return e
}
