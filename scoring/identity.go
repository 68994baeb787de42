package scoring

import (
	"fmt"
	"strings"
)

// origin is where a criterion comes from in the previous set.
type origin struct {
	number  string // "" where it is new
	unknown bool   // what lies below a criterion that is not detailed is not known
}

// origins says for each criterion which number it bore in the previous set: its was, else the parent's old number with its
// own last segment. Numbers that are not there are given all the same; checkOrigins finds them.
func origins(rs, previous *RuleSet) map[string]origin {
	from := map[string]origin{}
	for node, parent := range rs.All() {
		from[node.Number] = originOf(node, parent, from, previous)
	}
	return from
}

func originOf(node, parent *Criterion, from map[string]origin, previous *RuleSet) origin {
	switch {
	case node.Was == NoPrevious:
		return origin{}
	case node.Was != "":
		return origin{number: node.Was}
	case parent == nil:
		return origin{number: node.Number}
	}
	above := from[parent.Number]
	if above.unknown {
		return above
	}
	if old := previous.Find(above.number); old != nil && old.NotDetailed {
		return origin{unknown: true}
	}
	if above.number == "" {
		return origin{}
	}
	return origin{number: inherited(node.Number, parent.Number, above.number)}
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

// checkOrigins finds numbers that the previous set does not have, and those that two criteria claim.
func checkOrigins(rs, previous *RuleSet) []Problem {
	var problems []Problem
	from := origins(rs, previous)
	claimed := map[string]string{}
	for node := range rs.All() {
		old := from[node.Number]
		if old.number == "" {
			continue
		}
		path := node.Number + ".was"
		if previous.Find(old.number) == nil {
			problems = append(problems, NewProblem(SetWas, path, old.number, previous.ID))
		} else if first, twice := claimed[old.number]; twice {
			problems = append(problems, NewProblem(SetWasTwice, path, old.number, first, node.Number))
		}
		claimed[old.number] = node.Number
	}
	return problems
}

func crossCheckPath(i int, side string) string { return fmt.Sprintf("crossChecks[%d].%s", i, side) }
