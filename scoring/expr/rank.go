package expr

import (
	"slices"

	"cchc/scoring/problem"
)

func (ev evaluator) rank(e Rank) Outcome {
	outs := make([]Outcome, len(e.Args))
	for i, arg := range e.Args {
		outs[i] = ev.eval(arg)
	}
	states := make([]State, len(outs))
	for i, out := range outs {
		states[i] = out.State
	}
	passed := e.PassedOver(states)
	var all Outcome
	values := make([]Fraction, len(e.Args))
	for i, out := range outs {
		if values[i] = out.Value; passed[i] {
			values[i] = Fraction{Den: one}
			out = Outcome{Read: out.Read, Problems: ev.begun(outs, i)}
		}
		all = all.and(out, "; ")
	}
	if all.State == Scored {
		all.Value = e.Sum(values)
	}
	return all
}

// begun are the blanks of an argument that is passed over though something was declared for it alone: warnings, since nobody must
// think that it counts.
func (ev evaluator) begun(outs []Outcome, i int) []problem.Problem {
	alone := func(name string) bool {
		return !ev.answer(name).IsBlank() && !slices.ContainsFunc(outs, func(out Outcome) bool { return out.State != Missing && slices.Contains(out.Read, name) })
	}
	if !slices.ContainsFunc(outs[i].Read, alone) {
		return nil
	}
	blanks := slices.Clone(outs[i].Problems)
	for j := range blanks {
		blanks[j].Severity = problem.Warning
	}
	return blanks
}

// PassedOver says which arguments do not count because an answer of theirs is missing.
func (e Rank) PassedOver(states []State) []bool {
	passed := make([]bool, len(states))
	some := slices.ContainsFunc(states, func(s State) bool { return s != Missing })
	for i, state := range states {
		passed[i] = e.Lax && some && state == Missing
	}
	return passed
}

// Order are the places of values from the greatest down; of equal ones the first stands first.
func Order(values []Fraction) []int {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return values[b].Cmp(values[a]) })
	return order
}

// Taken are the places of the values that are added up.
func (e Rank) Taken(values []Fraction) []int { return Order(values)[e.Skip : e.Skip+e.Take] }

// Sum adds up those that are taken.
func (e Rank) Sum(values []Fraction) Fraction {
	total := Truth(false)
	for _, i := range e.Taken(values) {
		total = total.Plus(values[i])
	}
	return total
}
