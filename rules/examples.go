package rules

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"gopkg.in/yaml.v3"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// examples fills the rows of answers with what they must give: points or a state.
func (d *document) examples(n *yaml.Node, place *[]scoring.Example, path string) {
	d.items(n, path, func(item *yaml.Node, at string) {
		if d.is(item, yaml.MappingNode, at) {
			*place = append(*place, d.example(item, at))
		}
	})
}

func (d *document) example(n *yaml.Node, path string) scoring.Example {
	example := scoring.Example{Answers: map[string]decimal.Decimal{}}
	outcomes := 0
	d.pairs(n, path, func(key, value *yaml.Node) {
		at := join(path, key.Value)
		d.place(at, key, value)
		switch {
		case d.isEmpty(value, at):
		case key.Value == "points":
			outcomes++
			example.Points.Decimal, example.Points.Valid = d.number(value, at)
		case key.Value == "state":
			outcomes++
			example.State = d.state(value, at)
		case !isAnswerName(key.Value):
			d.add(positionOf(key), problem.RuleAnswerName, at, quotable(key.Value), maxAnswerName)
		default:
			example.Answers[key.Value], _ = d.number(value, at)
		}
	})
	if outcomes != 1 {
		d.add(positionOf(n), problem.RuleOneOf, path, "points", "state")
	}
	return example
}

// state reads the state that an example must give; a scored one is said by its points.
func (d *document) state(n *yaml.Node, path string) expr.State {
	words := []string{expr.Awaiting.String(), expr.NotAssessed.String(), expr.Missing.String(), expr.Invalid.String()}
	state, _ := expr.ParseState(n.Value)
	if d.is(n, yaml.ScalarNode, path) && !slices.Contains(words, n.Value) {
		d.add(positionOf(n), problem.RuleUnknownWord, path, quotable(n.Value), strings.Join(words, ", "), suggest(n.Value, words))
	}
	return state
}
