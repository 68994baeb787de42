package compare

import (
	"cmp"
	"strings"

	"cchc/scoring"
	"cchc/scoring/problem"
)

// Origin is where a criterion comes from in the previous set.
type Origin struct {
	Number  string   // "" where it is new, or made of several or of a part of one
	Parts   []string // the numbers that it was made of, or of one of which it is a part
	unknown bool     // what lies below a criterion that is not detailed is not known
}

// Origins says for each criterion which number it bore in the previous set: its was, else the parent's old number with its
// own last segment. Numbers that are not there are given all the same; [CheckOrigins] finds them.
func Origins(rs, previous *scoring.RuleSet) map[string]Origin { return origins(rs, previous, nil) }

// origins are [Origins] with what somebody says of criteria that say nothing themselves.
func origins(rs, previous *scoring.RuleSet, said map[*scoring.Criterion]string) map[string]Origin {
	from, listed := map[string]Origin{}, listings(rs)
	for node, parent := range rs.All() {
		was, numbers := cmp.Or(string(node.Was), said[node]), node.Was.Numbers()
		switch {
		case len(numbers) == 1 && listed[numbers[0]] == 1:
			was = numbers[0] // a list of its own for nobody else: it is that one
		case len(numbers) > 0:
			from[node.Number] = Origin{Parts: numbers}
			continue
		}
		from[node.Number] = originOf(was, node, parent, from, previous)
	}
	return from
}

// listings counts in how many lists each number of the previous set stands.
func listings(rs *scoring.RuleSet) map[string]int {
	count := map[string]int{}
	for node := range rs.All() {
		for _, number := range node.Was.Numbers() {
			count[number]++
		}
	}
	return count
}

func originOf(was string, node, parent *scoring.Criterion, from map[string]Origin, previous *scoring.RuleSet) Origin {
	switch {
	case was == scoring.NoPrevious:
		return Origin{}
	case was != "":
		return Origin{Number: was}
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

// claim is who says that it was an old number, or a part of it.
type claim struct {
	number string
	isPart bool
}

// CheckOrigins finds numbers that the previous set does not have, those that two criteria claim and do not both list, and criteria that do not say
// what they were though their names gainsay their numbers.
func CheckOrigins(rs, previous *scoring.RuleSet) []problem.Problem {
	var problems []problem.Problem
	from := Origins(rs, previous)
	claimed := map[string]claim{}
	for node := range rs.All() {
		old := from[node.Number]
		for _, number := range append([]string{old.Number}, old.Parts...) {
			first, twice := claimed[number]
			path := node.Number + ".was"
			switch {
			case number == "":
				continue
			case previous.Find(number) == nil:
				problems = append(problems, problem.New(problem.SetWas, path, number, previous.ID))
			case twice && !(first.isPart && old.Number == "" && first.number != node.Number):
				problems = append(problems, problem.New(problem.SetWasTwice, path, number, first.number, node.Number))
			}
			claimed[number] = claim{node.Number, old.Number == ""}
		}
	}
	for _, doubt := range Doubts(rs, previous) {
		problems = append(problems, doubt.problem(previous.ID))
	}
	return problems
}

// problem says what is odd, and the lines that settle it either way.
func (d Doubt) problem(previous string) problem.Problem {
	path := d.Node.Number + ".was"
	switch {
	case d.Likely == nil:
		return problem.New(problem.SetWasElsewhere, path, d.Taken.Number, d.Taken.Name, d.Bearer.Number, d.Node.Name)
	case d.Taken == nil:
		return problem.New(problem.SetWasNameNew, path, d.Likely.Number, d.Node.Name, previous)
	}
	return problem.New(problem.SetWasName, path, d.Likely.Number, d.Node.Name, previous, d.Taken.Number, d.Taken.Name)
}
