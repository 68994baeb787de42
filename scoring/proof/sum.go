package proof

import (
	"fmt"
	"slices"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// addends are what a rule adds up.
type addends struct {
	kinds.Placed
	kinds.Addition
	fixed []string // what answers are measured against
}

// addendsOf takes a rule apart; ok is false where it is of one piece, or adds up nothing but multiples of answers.
func addendsOf(r kinds.Placed) (a addends, ok bool) {
	all, ok := r.Addition()
	return addends{r, all, r.Yardsticks()}, ok && !all.Plain
}

// cluster is several addends that ask for the same answers. Those of a knot do so by answers of any sort; knots share nothing but
// what answers are measured against, so that for a given denominator each can be looked at by itself.
type cluster struct {
	knots  [][]int  // places in the list of addends
	shared []string // by several knots
}

// all are the places of a cluster's addends.
func (c cluster) all() []int {
	all := slices.Concat(c.knots...)
	slices.Sort(all)
	return all
}

// clusters are the addends that hang together.
func (a addends) clusters() []cluster {
	knots := a.joined(a.places(), func(name string) bool { return !slices.Contains(a.fixed, name) })
	var clusters []cluster
	for _, group := range a.joined(knots, func(string) bool { return true }) {
		c := cluster{}
		times := map[string]int{}
		for _, knot := range knots {
			if !slices.Contains(group, knot[0]) {
				continue
			}
			c.knots = append(c.knots, knot)
			for _, name := range a.asked(knot) {
				times[name]++
			}
		}
		for _, name := range a.fixed {
			if times[name] > 1 {
				c.shared = append(c.shared, name)
			}
		}
		clusters = append(clusters, c)
	}
	return clusters
}

func (a addends) places() [][]int {
	all := make([][]int, len(a.Addends))
	for i := range all {
		all[i] = []int{i}
	}
	return all
}

// joined puts groups of addends together that ask for the same answers, of those that count.
func (a addends) joined(groups [][]int, counts func(name string) bool) [][]int {
	var all [][]int
	var asked [][]string
	for _, group := range groups {
		names := slices.DeleteFunc(a.asked(group), func(name string) bool { return !counts(name) })
		for j := len(all) - 1; j >= 0; j-- {
			if slices.ContainsFunc(asked[j], func(name string) bool { return slices.Contains(names, name) }) {
				group, names = append(slices.Clip(all[j]), group...), append(asked[j], names...)
				all, asked = slices.Delete(all, j, j+1), slices.Delete(asked, j, j+1)
			}
		}
		group = slices.Clone(group)
		slices.Sort(group)
		all, asked = append(all, group), append(asked, names)
	}
	return all
}

func (a addends) asked(group []int) []string { return expr.InputsOf(a.total(group)) }

// joint is several addends as one rule, without the bounds.
func (a addends) joint(group []int) unit {
	u := unit{Scope: a.Scope, expr: a.total(group)}
	u.Path = fmt.Sprintf("%s.parts[%d]", a.Path, group[0])
	return u
}

// total adds up some of them; none are 0.
func (a addends) total(group []int) expr.Expr {
	args := []expr.Expr{expr.Int(0)}
	for _, i := range group {
		args = append(args, a.Addends[i].Expr)
	}
	return expr.Op{Sym: expr.Add, Args: args}
}

// kept is a total within the bounds.
func (a addends) kept(total expr.Expr) expr.Expr {
	if a.Cap.Valid {
		total = expr.Apply(expr.Min, total, expr.Num{Value: a.Cap.Decimal})
	}
	if a.Floor.Valid {
		total = expr.Apply(expr.Max, total, expr.Num{Value: a.Floor.Decimal})
	}
	return total
}

// with is what some addends and a fixed number of points come to within the bounds.
func (a addends) with(others expr.Fraction, group []int) expr.Expr {
	fixed := expr.Apply(expr.Div, expr.Num{Value: others.Num}, expr.Num{Value: others.Den})
	return a.kept(expr.Apply(expr.Add, fixed, a.total(group)))
}

// added is the span of the total without its bounds.
func (p *proof) added(a addends) span {
	total := nothing()
	for _, c := range a.clusters() {
		total = total.plus(p.clusterSpan(a, c))
	}
	return total
}

func (p *proof) clusterSpan(a addends, c cluster) span {
	switch first := a.Addends[c.knots[0][0]]; {
	case len(c.knots) > 1:
		return p.sharedSpan(a, c)
	case len(c.knots[0]) > 1:
		return p.sight(a.joint(c.knots[0]), nil).span
	case first.Rule == nil:
		return p.sight(unit{first.Scope, first.Expr}, nil).span
	default:
		return p.span(first.Placed).over(first.Over)
	}
}

// sharedSpan looks at each knot by itself, for one denominator after another.
func (p *proof) sharedSpan(a addends, c cluster) span {
	path := a.joint(c.all()).Path
	if saw, known := p.seen[path]; known {
		return saw.span
	}
	var total span
	for _, dense := range []bool{false, true} {
		p.overShared(a, c, dense, func(at values, knots []*prover) bool {
			sum := nothing()
			for _, walker := range knots {
				sum = sum.plus(walker.look(at).span)
			}
			if sum.least.known && sum.most.known {
				total.least.take(-1, sum.least.value, sum.least.at)
				total.most.take(1, sum.most.value, sum.most.at)
			}
			return !p.work.over()
		})
		if total.most.value.Cmp(expr.Whole(a.Max)) >= 0 {
			break
		}
	}
	p.remember(path, sight{span: total})
	return total
}

// overShared goes through the denominators that the knots of a cluster share. A walker stands ready for each knot.
func (p *proof) overShared(a addends, c cluster, dense bool, visit func(at values, knots []*prover) bool) {
	var knots []*prover
	for _, knot := range c.knots {
		walker := p.prover(a.total(knot))
		walker.dense = dense && walker.mayMiss()
		knots = append(knots, walker)
	}
	var choose func(at values, names []string) bool
	choose = func(at values, names []string) bool {
		if len(names) == 0 {
			return visit(at, knots)
		}
		for _, answer := range together(knots, names[0], at) {
			if !choose(at.with(names[0], answer), names[1:]) {
				return false
			}
		}
		return true
	}
	choose(values{}, c.shared)
}

// together are the candidates of an answer for all who read it.
func together(knots []*prover, name string, at values) []expr.Answer {
	var all []expr.Answer
	for _, walker := range knots {
		i := slices.IndexFunc(walker.inputs, func(in expr.Input) bool { return in.Name == name })
		if i < 0 {
			continue
		}
		for _, answer := range walker.candidates(walker.inputs[i], at) {
			if !slices.ContainsFunc(all, answer.Equal) {
				all = append(all, answer)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b expr.Answer) int { return heldNumber(a).Cmp(heldNumber(b)) })
	return all
}

// parts looks at what a rule adds up: whether its parts reach their maximum, exceed the cap together, or never count.
func (p *proof) parts(r kinds.Placed) {
	all, ok := r.Addition()
	if !ok {
		return
	}
	a := addends{r, all, r.Yardsticks()}
	if !a.Plain {
		for _, part := range r.Inside() {
			p.reaches(part)
		}
		if total := p.added(a).most; a.Cap.Valid && total.known && total.value.Cmp(expr.Whole(a.Cap.Decimal)) > 0 && !p.work.over() {
			text, _ := expr.FormatValue(total.value)
			p.add(problem.SumOverCap, r.Path, text, expr.FormatNumber(a.Cap.Decimal))
		}
	}
	p.idle(a)
}

// idle reports addends that change the total for no answers: those that are worth nothing, and those for which the others leave
// no room.
func (p *proof) idle(a addends) {
	clusters := a.clusters()
	spans, total := make([]span, len(clusters)), nothing()
	for i, c := range clusters {
		spans[i] = p.clusterSpan(a, c)
		total = total.plus(spans[i])
	}
	for i, c := range clusters {
		for _, part := range c.all() {
			counts := false
			for _, end := range a.ends() {
				counts = counts || p.counts(a, c, part, end(total).value.Minus(end(spans[i]).value), end)
			}
			if !counts && !p.work.over() {
				p.add(problem.PartIdle, a.Addends[part].Path, a.Addends[part].Name)
			}
		}
	}
}

// end is one of the ends of a span.
type end func(span) extreme

// ends are where the others leave most room for an addend: as little as they can give under a cap, as much over a floor.
func (a addends) ends() []end {
	ends := []end{func(s span) extreme { return s.least }}
	if a.Floor.Valid {
		ends = append(ends, func(s span) extreme { return s.most })
	}
	return ends
}

// counts says that an addend changes the total for some answers, the others giving what they do at that end.
func (p *proof) counts(a addends, c cluster, part int, others expr.Fraction, end end) (counts bool) {
	gain := func(knot []int, others expr.Fraction) expr.Expr {
		rest := slices.DeleteFunc(slices.Clone(knot), func(other int) bool { return other == part })
		return expr.Apply(expr.Sub, a.with(others, knot), a.with(others, rest))
	}
	if len(c.knots) == 1 {
		_, counts = p.prover(gain(c.knots[0], others)).find()
		return counts
	}
	mine := slices.IndexFunc(c.knots, func(knot []int) bool { return slices.Contains(knot, part) })
	for _, dense := range []bool{false, true} {
		p.overShared(a, c, dense, func(at values, knots []*prover) bool {
			beside, known := others, true
			for i, walker := range knots {
				if saw := end(walker.look(at).span); i != mine {
					beside, known = beside.Plus(saw.value), known && saw.known
				}
			}
			if known {
				_, counts = p.prover(gain(c.knots[mine], beside)).findFrom(at)
			}
			return !counts && !p.work.over()
		})
		if counts {
			break
		}
	}
	return counts
}
