package scoring

import (
	"testing"

	"github.com/shopspring/decimal"
)

// The tests build criteria by hand; these few words keep their tables readable.

func dec(text string) decimal.Decimal { return decimal.RequireFromString(text) }

func decs(texts ...string) []decimal.Decimal {
	all := make([]decimal.Decimal, len(texts))
	for i, text := range texts {
		all[i] = dec(text)
	}
	return all
}

func opt(text string) decimal.NullDecimal { return null(dec(text)) }

func numberIn(name string) Input {
	return Input{Name: name, Label: "Số " + name, Kind: NumberInput, Whole: true}
}

func yesNoIn(name string) Input {
	return Input{Name: name, Label: "Việc " + name, Kind: YesNoInput, Options: YesNoOptions()}
}

func choiceIn(name string, options ...string) Input {
	return Input{Name: name, Label: "Mức thực hiện", Kind: ChoiceInput, Options: options}
}

func leafOf(max string, rule Rule, inputs ...Input) *Criterion {
	return &Criterion{Number: "1.1", Name: "Tiêu chí", Max: dec(max), Text: "…", Provenance: FromText, Inputs: inputs, Rule: rule}
}

// given turns numbers by input name into answers of the leaf: a choice by its number in data, "" for a blank.
func given(t *testing.T, leaf *Criterion, values map[string]string) Answers {
	t.Helper()
	answers := Answers{}
	for name, text := range values {
		in, ok := leaf.Input(name)
		if !ok {
			t.Fatalf("no input %q", name)
		}
		d := dec(text)
		if !in.IsChoice() {
			answers[leaf.Key(name)] = NumberAnswer(d)
			continue
		}
		option, ok := in.OptionOf(int(d.IntPart()))
		if !ok {
			t.Fatalf("%s has no option %s", name, text)
		}
		answers[leaf.Key(name)] = OptionAnswer(option)
	}
	return answers
}

func scoreLeaf(leaf *Criterion, answers Answers) Result {
	rs := &RuleSet{ID: "thu", Total: leaf.Max, Rounding: Rounding{Places: 2}, Criteria: []Criterion{*leaf}}
	return Score(rs, Submission{Answers: answers, Justification: map[string]string{leaf.Number: "có"}})
}

// row is one case of a kind's table: answers, and what they give.
type row struct {
	name   string
	given  map[string]string
	state  State
	points string
	words  string // the whole explanation, or "" where it is not the point of the row
}

func runRows(t *testing.T, leaf *Criterion, rows []row) {
	t.Helper()
	if found := Check(&RuleSet{Total: leaf.Max, Rounding: Rounding{Places: 2}, Criteria: []Criterion{*leaf}}, nil); len(found) > 0 {
		t.Fatalf("the rule itself is faulty: %v", found)
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got := scoreLeaf(leaf, given(t, leaf, row.given)).Nodes[0].Self
			if got.State != row.state {
				t.Errorf("state %v, want %v (%s)", got.State, row.state, got.Explanation)
			}
			if row.state == Scored && !got.Points.Equal(dec(row.points)) {
				t.Errorf("points %s, want %s (%s)", got.Points, row.points, got.Explanation)
			}
			if row.words != "" && got.Explanation != row.words {
				t.Errorf("explanation\n got %s\nwant %s", got.Explanation, row.words)
			}
		})
	}
}
