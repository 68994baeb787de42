package scoring

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Boundary is one line of a test table: answers at an edge of a leaf's rule, and what they come to.
type Boundary struct {
	Answers Answers
	Tally   Tally
}

// Boundaries lists answers of a leaf for a person to look through: what gives least and most, and for every branch of its rule
// the answers at its edges: at the edge, just over it, just under the next; zero, and what breaks a bound. Ratios are shown of
// 100 where the rule allows it. The parts of a sum are gone through one after another, the others giving the least they can.
func (rs *RuleSet) Boundaries(leaf *Criterion) []Boundary {
	s := scorer{rs: rs}
	expr := leaf.Expr()
	var rows []Boundary
	for _, answers := range edgeAnswers(leaf, &work{left: showWork}) {
		rows = append(rows, Boundary{answers, s.tally(leaf, leaf.eval(expr, answers))})
	}
	return rows
}

// eval evaluates one of the leaf's expressions.
func (c *Criterion) eval(e Expr, answers Answers) outcome {
	return evaluator{c.Inputs, func(input string) Answer { return answers[c.Key(input)] }}.eval(e)
}

func edgeAnswers(leaf *Criterion, w *work) []Answers {
	p := proof{leaf: leaf, work: w}
	ends := p.span(leaf.Rule, leaf.scope())
	rows := []values{ends.least.at}
	for _, unit := range unitsOf(leaf.Rule, leaf.scope()) {
		for _, row := range p.prover(unit.expr).edges() {
			if p.work.spend(len(leaf.Inputs) * len(leaf.Inputs)); !p.work.over() {
				rows = append(rows, row.over(ends.least.at))
			}
		}
	}
	var all []Answers
	for i, row := range append(rows, ends.most.at) {
		if len(row) > 0 && !slices.ContainsFunc(rows[:min(i, len(rows))], row.same) {
			all = append(all, keyed(leaf, row))
		}
	}
	return all
}

// branch is a way through a rule, with the answers that take it in the order of the walk.
type branch struct {
	words  string
	state  State
	visits []visit
}

type visit struct {
	at    values
	value fraction
}

// edges gives the answers at the edges of each branch.
func (p *prover) edges() []values {
	var branches []*branch
	p.walk(values{}, func(v values, out outcome) bool {
		words := branchOf(out)
		at := slices.IndexFunc(branches, func(b *branch) bool { return b.words == words })
		if at < 0 {
			at = len(branches)
			branches = append(branches, &branch{words: words, state: out.state})
		}
		branches[at].visits = append(branches[at].visits, visit{v, out.value})
		return true
	})
	var rows []values
	for _, b := range branches {
		for _, v := range p.chosen(b) {
			rows = append(rows, v.at)
		}
	}
	return rows
}

// chosen are the visits of a branch that are worth showing.
func (p *prover) chosen(b *branch) []visit {
	shown := b.visits
	if len(p.fixed) > 0 {
		shown = p.measured(b.visits)
	}
	if b.state != Scored {
		return shown[:1]
	}
	rows := []visit{shown[0]}
	add := func(v visit) {
		if !slices.ContainsFunc(rows, func(w visit) bool { return w.at.same(v.at) }) {
			rows = append(rows, v)
		}
	}
	add(shown[min(1, len(shown)-1)])
	add(slices.MaxFunc(shown, compareVisits))
	if last := shown[len(shown)-1]; len(shown) > 3 || compareVisits(last, shown[0]) != 0 {
		add(last)
	}
	if len(p.fixed) > 0 {
		for _, v := range p.tipping(b.visits) {
			add(v)
		}
	}
	return rows
}

func compareVisits(a, b visit) int { return a.value.cmp(b.value) }

// measured are the visits whose denominator is easiest to read: 100, else the largest below it, else the smallest.
func (p *prover) measured(all []visit) []visit {
	best := all[0].at.of(p.fixed[0])
	for _, v := range all {
		if here := v.at.of(p.fixed[0]); readable(here.number) > readable(best.number) {
			best = here
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(v visit) bool { return !v.at.of(p.fixed[0]).Equal(best) })
}

// readable is higher for denominators that are easier to check by head.
func readable(d decimal.Decimal) int64 {
	n := d.IntPart()
	switch {
	case n > hundred.IntPart():
		return -n
	case !d.IsInteger():
		return 0
	}
	return n
}

// tipping are the visits where a condition on the denominator itself tips: of its first and its last such value in the
// branch the best.
func (p *prover) tipping(all []visit) []visit {
	var edges []decimal.Decimal
	for _, comparison := range p.comparisons {
		if root, ok := tips(comparison, p.fixed[0], nil); ok && !root.isZero() {
			edges = append(edges, p.around(root, p.input(p.fixed[0]))...)
		}
	}
	at := slices.DeleteFunc(slices.Clone(all), func(v visit) bool {
		here := v.at.of(p.fixed[0]).number
		return !slices.ContainsFunc(edges, here.Equal)
	})
	if len(at) == 0 {
		return nil
	}
	var rows []visit
	for _, end := range []visit{at[0], at[len(at)-1]} {
		same := slices.DeleteFunc(slices.Clone(at), func(v visit) bool { return !v.at.of(p.fixed[0]).Equal(end.at.of(p.fixed[0])) })
		rows = append(rows, slices.MaxFunc(same, compareVisits))
	}
	return rows
}

func (p *prover) input(name string) Input {
	at := slices.IndexFunc(p.inputs, func(in Input) bool { return in.Name == name })
	return p.inputs[at]
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
