package kinds_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// A sentence has as many places for figures as a rule has answers.
func TestMoreThanTenFiguresInASentence(t *testing.T) {
	leaf := scoring.Criterion{Number: "1", Max: decimal.NewFromInt(100)}
	rule := &kinds.Count{}
	answers := expr.Answers{}
	for i := range 12 {
		name := fmt.Sprint(i + 1)
		leaf.Inputs = append(leaf.Inputs, expr.Input{Name: name, Label: "Loại " + name, Kind: expr.NumberInput, Whole: true})
		rule.Tariffs = append(rule.Tariffs, kinds.Tariff{Answer: kinds.InputName(name), Each: decimal.NewFromInt(1)})
		answers[leaf.Key(name)] = expr.NumberAnswer(decimal.NewFromInt(int64(i)))
	}
	leaf.Rule = rule
	rs := &scoring.RuleSet{Total: leaf.Max, Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{leaf}}
	got := scoring.Score(rs, scoring.Submission{Answers: answers}).Self
	words := scoring.Score(rs, scoring.Submission{Answers: answers}).Nodes[0].Self.Explanation
	if !got.Points.Equal(decimal.NewFromInt(66)) || !strings.Contains(words, "10 × 1 + 11 × 1 = 66") {
		t.Errorf("%s points: %s", got.Points, words)
	}
}
