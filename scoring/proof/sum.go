package proof

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// addends are what a sum or a count adds up under its cap.
type addends struct {
	scoring.Scope
	list []addend
}

type addend struct {
	expr expr.Expr
	path string
	name string // as a finding calls it
}

func addendsOf(r scoring.Placed) addends {
	all := addends{Scope: r.Scope}
	for i, part := range r.Parts() {
		all.list = append(all.list, addend{part.Lower(), part.Path, fmt.Sprintf("phần (%d)", i+1)})
	}
	if count, ok := r.Rule.(*scoring.Count); ok {
		for i, t := range count.Tariffs {
			all.list = append(all.list, addend{expr.Times(expr.Ask{Input: string(t.Answer)}, t.Each), r.At("tariffs[%d]", i), "“" + r.Label(t.Answer) + "”"})
		}
	}
	return all
}

// groups are the addends that hang together because they ask for the same answers, by their places in the list.
func (a addends) groups() [][]int {
	var groups [][]int
	var asked [][]string
	for i, part := range a.list {
		group, names := []int{i}, expr.InputsOf(part.expr)
		for j := len(groups) - 1; j >= 0; j-- {
			if slices.ContainsFunc(asked[j], func(name string) bool { return slices.Contains(names, name) }) {
				group, names = append(groups[j], group...), append(asked[j], names...)
				groups, asked = slices.Delete(groups, j, j+1), slices.Delete(asked, j, j+1)
			}
		}
		slices.Sort(group)
		groups, asked = append(groups, group), append(asked, names)
	}
	return groups
}

// joint is several addends as one rule, without the cap.
func (a addends) joint(group []int) unit {
	u := unit{Scope: a.Scope, expr: a.total(group)}
	u.Path = fmt.Sprintf("%s.parts[%d]", a.Path, group[0])
	return u
}

// total adds up some of them; none are 0.
func (a addends) total(group []int) expr.Expr {
	args := []expr.Expr{expr.Int(0)}
	for _, i := range group {
		args = append(args, a.list[i].expr)
	}
	return expr.Op{Sym: expr.Add, Args: args}
}

// parts looks at a sum: whether its parts reach their maximum, exceed the cap together, or never count.
func (p *proof) parts(r scoring.Placed) {
	for _, part := range r.Parts() {
		p.reaches(part)
	}
	if total := p.added(r).most; total.known && total.value.Cmp(expr.Whole(r.Max)) > 0 && !p.work.over() {
		text, _ := expr.FormatValue(total.value)
		p.add(problem.SumOverCap, r.Path, text, expr.FormatNumber(r.Max))
	}
	p.idle(addendsOf(r))
}

// idle reports addends that change the capped total for no answers: those that are worth nothing, and those for which the
// others leave no room.
func (p *proof) idle(a addends) {
	groups := a.groups()
	least, total := make([]expr.Fraction, len(groups)), expr.Whole(decimal.Zero)
	for i, group := range groups {
		least[i] = p.sight(a.joint(group), nil).least.value
		total = total.Plus(least[i])
	}
	for i, group := range groups {
		others := total.Minus(least[i])
		for _, part := range group {
			rest := slices.DeleteFunc(slices.Clone(group), func(other int) bool { return other == part })
			gain := expr.Apply(expr.Sub, a.capped(others, group), a.capped(others, rest))
			if _, counts := p.prover(gain).find(); !counts && !p.work.over() {
				p.add(problem.PartIdle, a.list[part].path, a.list[part].name)
			}
		}
	}
}

// capped is what some addends and a fixed number of points come to under the cap.
func (a addends) capped(others expr.Fraction, group []int) expr.Expr {
	fixed := expr.Apply(expr.Div, expr.Num{Value: others.Num}, expr.Num{Value: others.Den})
	return expr.Apply(expr.Min, expr.Apply(expr.Add, fixed, a.total(group)), expr.Num{Value: a.Max})
}
