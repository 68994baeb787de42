package scoring

import "slices"

// Boundary is one line of a test table: answers at an edge of a leaf's rule, and what they come to.
type Boundary struct {
	Answers Answers
	Tally   Tally
}

// boundaryMost is how many lines each branch gets: its first, its best and its last.
const boundaryMost = 3

// Boundaries lists answers of a leaf for a person to look through: for every branch of its rule the first answers that
// reach it, those that give most, and the last, so at, just under and just over each edge, zero and the maximum. The parts of
// a sum are gone through one after another, the others giving the least they can.
func (rs *RuleSet) Boundaries(leaf *Criterion) []Boundary {
	s := scorer{rs: rs}
	expr := leaf.Expr()
	var rows []Boundary
	for _, answers := range edgeAnswers(leaf) {
		out := evaluator{leaf.Inputs, func(input string) Answer { return answers[leaf.Key(input)] }}.eval(expr)
		rows = append(rows, Boundary{answers, s.tally(leaf, out)})
	}
	return rows
}

func edgeAnswers(leaf *Criterion) []Answers {
	units := proofUnits(leaf.Rule, leaf.scope())
	var least values
	var all []Answers
	for _, unit := range units {
		if _, isSum := unit.rule.(*Sum); !isSum {
			least = append(least, leastOf(newProver(leaf.Inputs, unit.rule.lower(unit.scope)))...)
		}
	}
	for _, unit := range units {
		if _, isSum := unit.rule.(*Sum); isSum {
			continue
		}
		p := newProver(leaf.Inputs, unit.rule.lower(unit.scope))
		for _, row := range p.edges() {
			all = append(all, keyed(leaf, row.over(least)))
		}
	}
	return all
}

// leastOf gives the first answers that a rule scores at all with the fewest points.
func leastOf(p *prover) values {
	var least values
	var points fraction
	p.walk(values{}, func(v values, out outcome) bool {
		if out.state == Scored && (least == nil || out.value.cmp(points) < 0) {
			least, points = v, out.value
		}
		return true
	})
	return least
}

// edges gives the answers for each branch: first, best and last, in the order of the walk.
func (p *prover) edges() []values {
	type visit struct {
		v   values
		out outcome
	}
	branches := map[string][]visit{}
	var order []string
	p.walk(values{}, func(v values, out outcome) bool {
		branch := branchOf(out)
		if branches[branch] == nil {
			order = append(order, branch)
		}
		branches[branch] = append(branches[branch], visit{v, out})
		return true
	})
	var rows []values
	for _, branch := range order {
		visits := branches[branch]
		best := slices.MaxFunc(visits, func(a, b visit) int {
			if a.out.state != Scored || b.out.state != Scored {
				return 0
			}
			return a.out.value.cmp(b.out.value)
		})
		chosen := []values{visits[0].v}
		for _, v := range []values{best.v, visits[len(visits)-1].v} {
			if len(chosen) < boundaryMost && !slices.ContainsFunc(chosen, v.same) {
				chosen = append(chosen, v)
			}
		}
		rows = append(rows, chosen...)
	}
	return rows
}

// branchOf tells apart ways through a rule.
func branchOf(out outcome) string {
	branch := out.state.String()
	for _, step := range out.steps {
		branch += "|" + step.Words
	}
	for _, p := range out.problems {
		branch += "|" + string(p.Code)
	}
	return branch
}

func (v values) same(w values) bool {
	return slices.EqualFunc(v, w, func(a, b value) bool { return a.input == b.input && a.answer.Equal(b.answer) })
}

// over puts chosen answers over those that stand elsewhere.
func (v values) over(base values) values {
	all := slices.Clone(v)
	for _, b := range base {
		if v.of(b.input).IsBlank() {
			all = append(all, b)
		}
	}
	return all
}

func keyed(leaf *Criterion, v values) Answers {
	answers := Answers{}
	for _, chosen := range v {
		answers[leaf.Key(chosen.input)] = chosen.answer
	}
	return answers
}
