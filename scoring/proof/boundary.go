package proof

import (
	"cmp"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Boundary is one line of a test table: answers at an edge of a leaf's rule, and what they come to.
type Boundary struct {
	Answers expr.Answers
	Tally   scoring.Tally
}

// Boundaries lists answers of a leaf for a person to look through: for every branch of its rule those at its edges, so at each
// threshold, just over and just under it; zero and the maximum; what breaks a bound. Ratios are shown of 100 where the rule
// allows it. The parts of a sum are gone through one after another, the others giving the least they can, and at the end all
// giving the most.
func Boundaries(rs *scoring.RuleSet, leaf *scoring.Criterion) []Boundary {
	rule := leaf.Expr()
	var rows []Boundary
	for _, answers := range edgeAnswers(leaf, &work{left: showWork}) {
		leaf.Derive(answers)
		rows = append(rows, Boundary{answers, rs.Tally(leaf, leaf.Eval(rule, answers))})
	}
	return rows
}

func edgeAnswers(leaf *scoring.Criterion, w *work) []expr.Answers {
	var units [][]visit
	about := subjectOf(leaf)
	var least, most values
	for _, unit := range unitsOf(leaf.Placed()) {
		if rows := newProver(about, unit.expr, w).edges(); len(rows) > 0 {
			units = append(units, rows)
			least, most = append(least, lowest(rows).at...), append(most, slices.MaxFunc(rows, compareVisits).at...)
		}
	}
	var rows []expr.Answers
	add := func(v values) {
		next := keyed(leaf, v)
		same := func(row expr.Answers) bool { return maps.EqualFunc(row, next, expr.Answer.Equal) }
		if w.spend(len(leaf.Inputs) * (len(leaf.Inputs) + len(rows))); !w.over() && !slices.ContainsFunc(rows, same) {
			rows = append(rows, next)
		}
	}
	if len(units) > 1 {
		add(least)
	}
	for _, unit := range units {
		for _, row := range unit {
			add(row.at.over(least))
		}
	}
	if len(units) > 1 {
		add(most)
	}
	return rows
}

// lowest is the first scored visit that gives least, where there is one.
func lowest(rows []visit) visit {
	scored := slices.DeleteFunc(slices.Clone(rows), func(v visit) bool { return v.state != expr.Scored })
	if len(scored) == 0 {
		return rows[0]
	}
	return slices.MinFunc(scored, compareVisits)
}

// visit is a set of answers that a walk came to, and what they give.
type visit struct {
	at     values
	place  int // in the order of the walk
	state  expr.State
	value  expr.Fraction
	branch []*expr.Step // the steps taken
	code   problem.Code // the problem, where there is one
}

// compareVisits orders by what is given; what is not scored gives less than anything.
func compareVisits(a, b visit) int {
	if a.state != expr.Scored || b.state != expr.Scored {
		return cmp.Compare(b.state, a.state)
	}
	return a.value.Cmp(b.value)
}

func (v visit) like(w visit) bool {
	return v.state == w.state && v.code == w.code && slices.Equal(v.branch, w.branch)
}

// edges gives the answers at the edges of each branch, in the order of the walk.
func (p *prover) edges() []visit {
	var branches [][]visit
	place := 0
	p.walk(values{}, func(at values, out expr.Outcome) bool {
		v := visit{at: at, place: place, state: out.State, value: out.Value, branch: out.Steps}
		if len(out.Problems) > 0 {
			v.code = out.Problems[0].Code
		}
		place++
		known := slices.IndexFunc(branches, func(b []visit) bool { return b[0].like(v) })
		if known < 0 {
			branches = append(branches, []visit{v})
		} else {
			branches[known] = append(branches[known], v)
		}
		return true
	})
	var rows []visit
	for _, branch := range branches {
		rows = append(rows, p.chosen(branch)...)
	}
	byPlace := func(a, b visit) int { return a.place - b.place }
	slices.SortFunc(rows, byPlace)
	return slices.CompactFunc(rows, func(a, b visit) bool { return a.place == b.place })
}

// chosen are the visits of a branch that are worth showing: the first two, the best and the last, and the first alone of
// what gives no points.
func (p *prover) chosen(all []visit) []visit {
	shown := p.measured(all)
	if shown[0].state != expr.Scored {
		return shown[:1]
	}
	rows := []visit{shown[0], shown[min(1, len(shown)-1)], slices.MaxFunc(shown, compareVisits)}
	if last := shown[len(shown)-1]; len(shown) != 3 || !p.isNext(shown[1], last) {
		rows = append(rows, last)
	}
	return append(rows, p.tipping(all)...)
}

// isNext says that a visit only goes one step further in the number chosen last.
func (p *prover) isNext(v, w visit) bool {
	from, to := v.at[len(v.at)-1], w.at[len(w.at)-1]
	step := decimal.New(1, -p.placesOf(p.input(from.input)))
	return from.input == to.input && heldNumber(to.answer).Sub(heldNumber(from.answer)).Equal(step)
}

// measured are the visits whose denominator is easiest to read: 100, else the largest below it, else the smallest.
func (p *prover) measured(all []visit) []visit {
	if len(p.fixed) == 0 {
		return all
	}
	best := all[0].at.of(p.fixed[0])
	for _, v := range all {
		if here := v.at.of(p.fixed[0]); readable(heldNumber(here)) > readable(heldNumber(best)) {
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

// tipping are the visits where a condition on the denominator itself tips: of each such denominator in the branch the best,
// where that gives points.
func (p *prover) tipping(all []visit) []visit {
	if len(p.fixed) == 0 {
		return nil
	}
	var rows []visit
	for _, d := range p.tips(p.fixed[0]) {
		same := slices.DeleteFunc(slices.Clone(all), func(v visit) bool { return !heldNumber(v.at.of(p.fixed[0])).Equal(d) })
		if len(same) == 0 {
			continue
		}
		if best := slices.MaxFunc(same, compareVisits); !best.value.IsZero() {
			rows = append(rows, best)
		}
	}
	return rows
}

// tips are the places where conditions on one answer alone tip, with the steps before and after each; not 0, of which the rule
// for a zero denominator speaks.
func (p *prover) tips(name string) []decimal.Decimal {
	var all []decimal.Decimal
	for _, comparison := range p.comparisons {
		if root, ok := tips(comparison, name, nil); ok && !root.IsZero() {
			all = append(all, p.around(root, p.input(name))[:3]...)
		}
	}
	return all
}

func (p *prover) input(name string) expr.Input {
	return p.inputs[slices.IndexFunc(p.inputs, func(in expr.Input) bool { return in.Name == name })]
}
