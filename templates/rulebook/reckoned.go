package rulebook

import (
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// settleUses gives answers what they have of those that they follow from, by the numbers of now. What a book says otherwise of one that
// another criterion asks for is named: it would not count.
func (r *Reading) settleUses() {
	type said struct {
		leaf *scoring.Criterion
		at   int
	}
	var uses []said
	for _, leaf := range r.Rules.Leaves() {
		for i := range leaf.Inputs {
			if leaf.Inputs[i].Use != "" {
				leaf.Inputs[i].Use = r.moved(leaf.Inputs[i].Use)
				uses = append(uses, said{leaf, i})
			}
		}
	}
	before := make([]string, len(uses))
	for i, use := range uses {
		before[i] = markWords(use.leaf.Inputs[use.at])
	}
	r.Rules.Settle()
	for i, use := range uses {
		if now := markWords(use.leaf.Inputs[use.at]); now != before[i] {
			in := use.leaf.Inputs[use.at]
			r.fault(r.rulesCell(use.leaf.Number, colInputs), problem.RuleUse, in.Name, in.Use, "ở đó là ["+now+"], ở đây ghi ["+before[i]+"]")
		}
	}
}

// markWords are what stands in the brackets behind an answer.
func markWords(in expr.Input) string { return strings.Join(inputMarks(in), ", ") }

// keptUses are last year's uses by the numbers of now; what is taken from a criterion that is not there any more is asked for itself.
func keptUses(rs *scoring.RuleSet, now map[string]string) {
	for _, leaf := range rs.Leaves() {
		leaf.Inputs = slices.Clone(leaf.Inputs) // they may be last year's own
		for i := range leaf.Inputs {
			if in := &leaf.Inputs[i]; in.Use != "" {
				in.Use, _ = movedKey(rs, in.Use, now)
			}
		}
	}
	rs.Settle()
}
