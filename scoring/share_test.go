package scoring

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// A sentence has as many places for figures as a rule has answers.
func TestMoreThanTenFiguresInASentence(t *testing.T) {
	leaf := Criterion{Number: "1", Max: decimal.NewFromInt(100)}
	rule := &Count{}
	answers := Answers{}
	for i := range 12 {
		name := fmt.Sprint(i + 1)
		leaf.Inputs = append(leaf.Inputs, Input{Name: name, Label: "Loại " + name, Kind: NumberInput, Whole: true})
		rule.Tariffs = append(rule.Tariffs, Tariff{Answer: InputName(name), Each: decimal.NewFromInt(1)})
		answers[leaf.Key(name)] = NumberAnswer(decimal.NewFromInt(int64(i)))
	}
	leaf.Rule = rule
	rs := &RuleSet{Total: leaf.Max, Rounding: Rounding{Places: 2}, Criteria: []Criterion{leaf}}
	got := Score(rs, Submission{Answers: answers}).Self
	words := Score(rs, Submission{Answers: answers}).Nodes[0].Self.Explanation
	if !got.Points.Equal(decimal.NewFromInt(66)) || !strings.Contains(words, "10 × 1 + 11 × 1 = 66") {
		t.Errorf("%s points: %s", got.Points, words)
	}
}
