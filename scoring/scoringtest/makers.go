package scoringtest

import (
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// maker makes rules of a kind; depth is how many rules may still stand in each other.
type maker struct {
	often int  // of all
	nests bool // other rules stand in it
	rule  func(r *Random, max decimal.Decimal, depth int) scoring.Rule
}

// makers are those of all kinds.
func makers() []maker {
	return []maker{
		{2, false, func(r *Random, _ decimal.Decimal, _ int) scoring.Rule { return r.ratio() }},
		{1, false, (*Random).shareBands},
		{1, false, (*Random).numberBands},
		{1, false, func(r *Random, max decimal.Decimal, _ int) scoring.Rule { return r.levels(max, expr.ChoiceInput) }},
		{1, false, func(r *Random, max decimal.Decimal, _ int) scoring.Rule { return r.levels(max, expr.YesNoInput) }},
		{1, false, func(r *Random, max decimal.Decimal, _ int) scoring.Rule { return r.count(max) }},
		{1, false, func(r *Random, max decimal.Decimal, _ int) scoring.Rule { return &scoring.Fixed{Points: r.points(max)} }},
		{1, false, func(r *Random, _ decimal.Decimal, _ int) scoring.Rule {
			return &scoring.Manual{Of: r.input(expr.PointsInput)}
		}},
		{3, true, (*Random).cases},
		{2, true, (*Random).sum},
	}
}

// rule is a rule of any kind.
func (r *Random) rule(max decimal.Decimal, depth int) scoring.Rule {
	all := 0
	for _, m := range makers() {
		if depth > 0 || !m.nests {
			all += m.often
		}
	}
	pick := r.IntN(all)
	for _, m := range makers() {
		if m.nests && depth <= 0 {
			continue
		}
		if pick -= m.often; pick < 0 {
			return m.rule(r, max, depth-1)
		}
	}
	panic("scoringtest: no maker")
}

func (r *Random) shareBands(max decimal.Decimal, _ int) scoring.Rule {
	return &scoring.Bands{Part: r.number(), Of: r.number(), Steps: r.steps(max, "1", "0.925", "0.6", "0.07"), Else: r.points(max), IfZero: r.zero()}
}

func (r *Random) numberBands(max decimal.Decimal, _ int) scoring.Rule {
	return &scoring.Bands{Number: r.number(), Steps: r.steps(max, "1500", "12", "7.5", "3"), Else: r.points(max)}
}
