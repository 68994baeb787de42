package compare

import (
	"strings"

	"cchc/scoring"
	"cchc/scoring/problem"
)

// Origin is where a criterion comes from in the previous set.
type Origin struct {
	Number  string // "" where it is new
	unknown bool   // what lies below a criterion that is not detailed is not known
}

// Origins says for each criterion which number it bore in the previous set: its was, else the parent's old number with its
// own last segment. Numbers that are not there are given all the same; [CheckOrigins] finds them.
func Origins(rs, previous *scoring.RuleSet) map[string]Origin {
	from := map[string]Origin{}
	for node, parent := range rs.All() {
		from[node.Number] = originOf(node, parent, from, previous)
	}
	return from
}

func originOf(node, parent *scoring.Criterion, from map[string]Origin, previous *scoring.RuleSet) Origin {
	switch {
	case node.Was == scoring.NoPrevious:
		return Origin{}
	case node.Was != "":
		return Origin{Number: node.Was}
	case parent == nil:
		return Origin{Number: node.Number}
	}
	above := from[parent.Number]
	if above.unknown {
		return above
	}
	if old := previous.Find(above.Number); old != nil && old.NotDetailed {
		return Origin{unknown: true}
	}
	if above.Number == "" {
		return Origin{}
	}
	return Origin{Number: inherited(node.Number, parent.Number, above.Number)}
}

// inherited is the number that a child bore if it went along with its parent: the parent's old number with the child's own
// last segment. The ends of a range ("3.4-3.5") come from the ends of the old one; where only one of the two parents is a
// range, the child's number says nothing about the old parent and is taken as it is.
func inherited(number, parent, oldParent string) string {
	from, to, isRange := strings.Cut(parent, "-")
	oldFrom, oldTo, wasRange := strings.Cut(oldParent, "-")
	switch {
	case isRange != wasRange:
		return number
	case isRange && (number == to || strings.HasPrefix(number, to+".")):
		return oldTo + strings.TrimPrefix(number, to)
	}
	return oldFrom + strings.TrimPrefix(number, from)
}

// CheckOrigins finds numbers that the previous set does not have, and those that two criteria claim.
func CheckOrigins(rs, previous *scoring.RuleSet) []problem.Problem {
	var problems []problem.Problem
	from := Origins(rs, previous)
	claimed := map[string]string{}
	for node := range rs.All() {
		old := from[node.Number]
		if old.Number == "" {
			continue
		}
		path := node.Number + ".was"
		if previous.Find(old.Number) == nil {
			problems = append(problems, problem.New(problem.SetWas, path, old.Number, previous.ID))
		} else if first, twice := claimed[old.Number]; twice {
			problems = append(problems, problem.New(problem.SetWasTwice, path, old.Number, first, node.Number))
		}
		claimed[old.Number] = node.Number
	}
	return problems
}
