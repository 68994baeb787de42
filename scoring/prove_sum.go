package scoring

import (
	"slices"

	"github.com/shopspring/decimal"
)

// addends are what a sum or a count adds up under its cap.
type addends struct {
	scope
	list []addend
}

type addend struct {
	expr Expr
	path string
	name string // as a finding calls it
}

func (r *Sum) addends(s scope) addends {
	all := addends{scope: s}
	for i, part := range r.Parts {
		inner := r.part(s, i)
		all.list = append(all.list, addend{part.Rule.lower(inner), inner.path, "phần " + partMark(i)})
	}
	return all
}

func (r *Count) addends(s scope) addends {
	all := addends{scope: s}
	for i, t := range r.Tariffs {
		all.list = append(all.list, addend{times(Ask{string(t.Answer)}, t.Each), s.at("tariffs[%d]", i), "“" + s.label(t.Answer) + "”"})
	}
	return all
}

// groups are the addends that hang together because they ask for the same answers, by their places in the list.
func (a addends) groups() [][]int {
	var groups [][]int
	var asked [][]string
	for i, part := range a.list {
		group, names := []int{i}, InputsOf(part.expr)
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
	u := unit{scope: a.scope, expr: a.total(group)}
	u.path = atIndex(a.path+".parts", group[0])
	return u
}

// total adds up some of them; none are 0.
func (a addends) total(group []int) Expr {
	args := []Expr{num(0)}
	for _, i := range group {
		args = append(args, a.list[i].expr)
	}
	return Op{Add, args}
}

// parts looks at a sum: whether its parts reach their maximum, exceed the cap together, or never count.
func (p *proof) parts(r *Sum, s scope) {
	for i, part := range r.Parts {
		p.reaches(part.Rule, r.part(s, i))
	}
	if total := p.added(r, s).most; total.known && total.value.cmp(whole(s.max)) > 0 && !p.work.over() {
		text, _ := formatValue(total.value)
		p.add(SumOverCap, s.path, text, FormatNumber(s.max))
	}
	p.idle(r.addends(s))
}

// idle reports addends that change the capped total for no answers: those that are worth nothing, and those for which the
// others leave no room.
func (p *proof) idle(a addends) {
	groups := a.groups()
	least, total := make([]fraction, len(groups)), whole(decimal.Zero)
	for i, group := range groups {
		least[i] = p.sight(a.joint(group), nil).least.value
		total = total.plus(least[i])
	}
	for i, group := range groups {
		others := total.minus(least[i])
		for _, part := range group {
			rest := slices.DeleteFunc(slices.Clone(group), func(other int) bool { return other == part })
			gain := op(Sub, a.capped(others, group), a.capped(others, rest))
			if _, counts := p.prover(gain).find(); !counts && !p.work.over() {
				p.add(PartIdle, a.list[part].path, a.list[part].name)
			}
		}
	}
}

// capped is what some addends and a fixed number of points come to under the cap.
func (a addends) capped(others fraction, group []int) Expr {
	fixed := op(Div, Num{others.num}, Num{others.den})
	return op(Min, op(Add, fixed, a.total(group)), Num{a.max})
}
