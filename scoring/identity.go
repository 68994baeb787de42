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
	if strings.Contains(parent.Number, "-") {
		return origin{number: node.Number}
	}
	return origin{number: above.number + strings.TrimPrefix(node.Number, parent.Number)}
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
