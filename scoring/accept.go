package scoring

import (
	"fmt"
	"slices"
	"strings"

	"cchc/scoring/problem"
)

// Acceptances are those that met a finding.
type Acceptances map[*Acceptance]bool

// acceptable are the findings that an author may let stand: those that leave no doubt what the rule does.
var acceptable = []problem.Code{problem.CasesGap, problem.CasesOverlap, problem.BranchDead, problem.StepDown, problem.StepUp, problem.StepIdle, problem.SourcePoints, problem.SumOverCap, problem.PartIdle, problem.RuleReach, problem.SourceMissing, problem.ProofIncomplete,
	problem.RuleUnusedInput, problem.RuleLabelTwice, problem.SetNameTwice, problem.SetNumberOrder}

// Mark puts the author's reasons to the findings about a criterion that he lets stand.
func (a Acceptances) Mark(c *Criterion, problems []problem.Problem) []problem.Problem {
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

// Unused lists the acceptances of a criterion that met nothing.
func (a Acceptances) Unused(c *Criterion) []problem.Problem {
	var problems []problem.Problem
	for i := range c.Accepted {
		if !a[&c.Accepted[i]] {
			problems = append(problems, problem.New(problem.AcceptUnused, fmt.Sprintf("%s.accept[%d]", c.Number, i), c.Number, c.Accepted[i].Code, acceptableWords()))
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

// Accepted are the acceptances that meet something which [Check] finds.
func Accepted(rs *RuleSet) Acceptances {
	met := Acceptances{}
	checkNodes(rs, met)
	return met
}

// AcceptedIn are those that meet something which [CheckLeaves] finds.
func AcceptedIn(rs *RuleSet, leaves []*Criterion) Acceptances {
	met := Acceptances{}
	checkLeaves(rs, leaves, met)
	return met
}
