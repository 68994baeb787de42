package kinds

import (
	"fmt"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Best takes the best of several ways, or adds up the best few of them. A way that was left blank is passed over as long as another
// is whole: nobody has to fill in what he did not choose. The 2023 set has none; standards with ways to choose from do.
type Best struct {
	Of   []Way
	Take int // how many ways count; 1 unless said otherwise
}

// Way is one of the ways.
type Way struct {
	Max  decimal.NullDecimal // points; that of the whole unless said otherwise
	Rule Rule
}

// Fields lists its keys.
func (w *Way) Fields() []Field {
	return []Field{
		{"max", "điểm tối đa của cách tính", "the most points that the way gives; those of the whole unless said otherwise", false, &w.Max},
		{"rule", "cách tính", "any rule", true, &w.Rule},
	}
}

func (w *Way) limit() decimal.NullDecimal { return w.Max }

// Kind is the word that the YAML uses.
func (r *Best) Kind() string { return "best" }

// Fields lists its keys.
func (r *Best) Fields() []Field {
	return []Field{
		{"of", "các cách tính", "the ways, of which the best counts; one that is left blank is passed over", true, ListOf(&r.Of)},
		{"take", "số cách được tính", "how many of the best ways are added up, 1 unless said otherwise; each then needs its max", false, &r.Take},
	}
}

func (r *Best) take() int { return max(r.Take, 1) }

func (r *Best) inside(s Scope) []Placed { return waysOf(r.Of, s) }

// waysOf are the rules of ways where they stand.
func waysOf(ways []Way, s Scope) []Placed {
	all := make([]Placed, len(ways))
	for i, way := range ways {
		inner := s.inner(way.Rule, "of[%d].rule", i)
		inner.joined = true
		if way.Max.Valid {
			inner.Max = way.Max.Decimal
		}
		all[i] = Placed{way.Rule, inner}
	}
	return all
}

func (r *Best) ranked(s Scope) Ranked {
	return Ranked{Ways: r.inside(s), Rank: expr.Rank{Take: r.take(), Lax: true}, Over: 1}
}

func (r *Best) check(s Scope) []problem.Problem {
	problems := checkWays(r.Of, s)
	if len(r.Of) <= r.take() {
		return append(problems, problem.New(problem.RuleTooFew, s.At("of"), r.take()+1, len(r.Of)))
	}
	if len(problems) == 0 {
		problems = s.withinMax("of", r.most(s))
	}
	return problems
}

// checkWays looks at each way, and holds its rule to the maximum that it states.
func checkWays(ways []Way, s Scope) []problem.Problem {
	var problems []problem.Problem
	for i, way := range ways {
		if way.Rule == nil {
			continue
		}
		if way.Max.Valid {
			problems = append(problems, s.withinMax(fmt.Sprintf("of[%d].max", i), way.Max.Decimal)...)
		}
		inner := waysOf(ways[i:i+1], s)[0]
		inner.Path = s.inner(way.Rule, "of[%d].rule", i).Path
		found := way.Rule.check(inner.Scope)
		problems = append(problems, found...)
		if most := way.Rule.most(inner.Scope); way.Max.Valid && len(found) == 0 && !most.Equal(inner.Max) {
			problems = append(problems, problem.New(problem.RuleReach, inner.Path, s.number(), expr.FormatNumber(most), expr.FormatNumber(inner.Max), ""))
		}
	}
	return problems
}

func (r *Best) most(s Scope) decimal.Decimal {
	var all []expr.Fraction
	for _, way := range r.Of {
		if way.Rule != nil {
			all = append(all, expr.Whole(way.Rule.most(waysOf([]Way{way}, s)[0].Scope)))
		}
	}
	total := decimal.Zero
	for _, i := range expr.Order(all)[:min(r.take(), len(all))] {
		total = total.Add(all[i].Num)
	}
	return total
}

func (r *Best) lower(s Scope) expr.Expr {
	rank := r.ranked(s).Rank
	for i, way := range r.inside(s) {
		rank.Args = append(rank.Args, &expr.Step{Words: fmt.Sprintf("cách %d: {...}", i+1), Expr: way.Lower(), Place: s.At("of[%d]", i)})
	}
	words := "{...}; lấy cách cao nhất → {=}"
	if r.take() > 1 {
		words = fmt.Sprintf("{...}; cộng %d cách cao nhất = {=}", r.take())
	}
	return &expr.Step{Words: words, Expr: rank}
}

func (r *Best) describe(s Scope) []string {
	head := "Lấy điểm cao nhất trong các cách tính sau:"
	if r.take() > 1 {
		head = fmt.Sprintf("Cộng %d điểm cao nhất trong các cách tính sau:", r.take())
	}
	return append([]string{head}, describeWays(r.Of, s)...)
}

func describeWays(ways []Way, s Scope) []string {
	var lines []string
	for i, way := range waysOf(ways, s) {
		remark := ""
		if max := ways[i].Max; max.Valid {
			remark = "Tối đa " + expr.FormatNumber(max.Decimal) + " điểm. "
		}
		lines = append(lines, marked(i, remark, way.Describe())...)
	}
	return lines
}
