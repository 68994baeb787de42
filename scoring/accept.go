package scoring

import (
	"slices"
	"strings"
)

// acceptances are those that met a finding.
type acceptances map[*Acceptance]bool

// acceptable are the findings that an author may let stand: those that leave no doubt what the rule does.
var acceptable = []Code{CasesGap, CasesOverlap, BranchDead, StepDown, SumOverCap, PartIdle, RuleReach, SourceMissing, ProofIncomplete,
	RuleUnusedInput, RuleLabelTwice, SetNameTwice, SetNumberOrder}

// mark puts the author's reasons to the findings about a criterion that he lets stand.
func (a acceptances) mark(c *Criterion, problems []Problem) []Problem {
	for i := range c.Accepted {
		accepted := &c.Accepted[i]
		for j := range problems {
			if problems[j].Code == accepted.Code && slices.Contains(acceptable, accepted.Code) {
				problems[j].Accepted, a[accepted] = accepted.Reason, true
			}
		}
	}
	return problems
}

// unused lists the acceptances of a criterion that met nothing.
func (a acceptances) unused(c *Criterion) []Problem {
	var problems []Problem
	for i := range c.Accepted {
		if !a[&c.Accepted[i]] {
			problems = append(problems, NewProblem(AcceptUnused, atIndex(c.Number+".accept", i), c.Number, c.Accepted[i].Code, acceptableWords()))
		}
	}
	return problems
}

func acceptableWords() string {
	words := make([]string, len(acceptable))
	for i, code := range acceptable {
		words[i] = string(code)
	}
	return strings.Join(words, ", ")
}
