package scoringtest

import (
	"slices"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// maker makes rules of a kind; depth is how many rules may still stand in each other.
type maker struct {
	often int  // of all
	nests bool // other rules stand in it
	rule  func(r *Random, max decimal.Decimal, depth int) kinds.Rule
}

// makers are those of all kinds.
func makers() []maker {
	return []maker{
		{2, false, func(r *Random, _ decimal.Decimal, _ int) kinds.Rule { return r.ratio() }},
		{1, false, (*Random).shareBands},
		{1, false, (*Random).numberBands},
		{1, false, (*Random).line},
		{1, false, (*Random).relative},
		{1, false, func(r *Random, max decimal.Decimal, _ int) kinds.Rule { return r.levels(max, expr.ChoiceInput) }},
		{1, false, func(r *Random, max decimal.Decimal, _ int) kinds.Rule { return r.levels(max, expr.YesNoInput) }},
		{1, false, func(r *Random, max decimal.Decimal, _ int) kinds.Rule { return r.count(max) }},
		{1, false, func(r *Random, max decimal.Decimal, _ int) kinds.Rule { return &kinds.Fixed{Points: r.points(max)} }},
		{1, false, func(r *Random, _ decimal.Decimal, _ int) kinds.Rule {
			return &kinds.Manual{Of: r.input(expr.PointsInput)}
		}},
		{3, false, func(*Random, decimal.Decimal, int) kinds.Rule { return &kinds.NotAssessed{} }},
		{2, false, (*Random).info},
		{1, false, (*Random).checklist},
		{1, true, (*Random).deduct},
		{3, true, (*Random).best},
		{2, true, (*Random).mean},
		{3, true, (*Random).cases},
		{2, true, (*Random).sum},
	}
}

// rule is a rule of any kind.
func (r *Random) rule(max decimal.Decimal, depth int) kinds.Rule {
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

func (r *Random) shareBands(max decimal.Decimal, _ int) kinds.Rule {
	return &kinds.Bands{Part: r.number(), Of: r.number(), Steps: r.steps(max, "1", "0.925", "0.6", "0.07"), Else: r.points(max), IfZero: r.zero(), Over: r.one(4)}
}

func (r *Random) numberBands(max decimal.Decimal, _ int) kinds.Rule {
	known := len(r.inputs)
	rule := &kinds.Bands{Number: r.number(), Steps: r.steps(max, "1500", "12", "7.5", "3"), Else: r.points(max)}
	if r.becomesDay(rule.Number, known) {
		for i := range rule.Steps {
			toDay(&rule.Steps[i].From)
			toDay(&rule.Steps[i].Above)
		}
	}
	return rule
}

// relative holds answers against each other, each of them once.
func (r *Random) relative(decimal.Decimal, int) kinds.Rule {
	var names []kinds.InputName
	for len(names) < 4 {
		if name := r.number(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	rule := &kinds.Relative{Best: names[0], Worst: names[1], IfZero: r.zero()}
	if r.one(2) {
		rule.Number = names[2]
		return rule
	}
	rule.Part, rule.Of = names[2], names[3]
	if r.one(2) {
		rule.Worst = ""
	}
	return rule
}

func (r *Random) line(decimal.Decimal, int) kinds.Rule {
	edges := [][2]string{{"0", "0.95"}, {"0.38", "0.78"}, {"1", "0.25"}, {"0.07", "0"}}
	if r.one(2) {
		at := [][2]string{{"0", "22"}, {"18", "1"}, {"2.5", "40"}, {"3", "0"}}[r.IntN(4)]
		return &kinds.Line{Number: r.number(), ZeroAt: Dec(at[0]), FullAt: Dec(at[1])}
	}
	at := edges[r.IntN(4)]
	rule := &kinds.Line{Part: r.number(), Of: r.number(), ZeroAt: Dec(at[0]), FullAt: Dec(at[1]), IfZero: r.zero(), Over: r.one(3)}
	if rule.Over && r.one(2) {
		rule.FullAt = Dec("1.2")
	}
	return rule
}

func (r *Random) deduct(max decimal.Decimal, depth int) kinds.Rule {
	rule := &kinds.Deduct{}
	if r.one(2) {
		rule.From = r.rule(max, depth)
	}
	for range 1 + r.IntN(2) {
		rule.Tariffs = append(rule.Tariffs, kinds.Deduction{Answer: r.number(), Each: decimal.Max(r.points(max), Dec("0.05"))})
	}
	if r.one(3) {
		rule.Floor = r.points(max)
	}
	return rule
}

func (r *Random) checklist(max decimal.Decimal, _ int) kinds.Rule {
	rule := &kinds.Checklist{}
	for range 1 + r.IntN(4) {
		rule.Items = append(rule.Items, kinds.Item{Answer: r.input(expr.YesNoInput), Points: r.points(max)})
	}
	return rule
}

// info is for a maximum of 0 alone.
func (r *Random) info(max decimal.Decimal, _ int) kinds.Rule {
	if !max.IsZero() {
		return &kinds.Fixed{Points: r.points(max)}
	}
	r.number()
	return &kinds.Info{}
}

func (r *Random) best(max decimal.Decimal, depth int) kinds.Rule {
	rule := &kinds.Best{}
	if r.one(3) {
		rule.Take = 2
	}
	for range 2 + r.IntN(3) + rule.Take {
		rule.Of = append(rule.Of, r.way(max, depth, rule.Take))
	}
	return rule
}

// way is one of several of which so many count.
func (r *Random) way(most decimal.Decimal, depth, take int) kinds.Way {
	own := most
	if take > 1 {
		own = most.DivRound(decimal.NewFromInt(int64(take)), 2)
	}
	way := kinds.Way{Rule: r.rule(own, depth)}
	scope := kinds.Scope{Inputs: r.inputs, Max: own}
	switch reach := (kinds.Placed{Rule: way.Rule, Scope: scope}).Most(); {
	case reach.Equal(own) && (take > 1 || r.one(3)):
		way.Max = decimal.NewNullDecimal(own)
	case take > 1 && stateless(way.Rule):
		way.Max = decimal.NewNullDecimal(reach)
	}
	return way
}

func (r *Random) mean(max decimal.Decimal, depth int) kinds.Rule {
	rule := &kinds.Mean{Trim: r.IntN(3) / 2}
	for range 2 + r.IntN(2) + rule.Trim {
		rule.Of = append(rule.Of, r.way(max, depth, 1))
	}
	return rule
}
