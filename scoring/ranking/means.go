package ranking

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// Means are the means over the ranked units of a block, rounded to two places. One is valid only where every one of these
// units has the figure: a mean over some of them would stand beside the others as if it were comparable.
type Means struct {
	Self, Appraised, Difference, Assessed decimal.NullDecimal // points
	Rescaled, Survey, Total               decimal.NullDecimal // points
	Percent, Index                        decimal.NullDecimal

	// Whether a unit's result is provisional, so that the means may still change: of the self points, of the appraised, and of
	// those that count.
	SelfOpen, AppraisedOpen, CountingOpen bool
}

// AreaMean is how the ranked units of a block did in an area, in per cent of what was assessed. Units of which nothing in
// the area was assessed are left out; not valid where no unit remains.
type AreaMean struct {
	Mean, Best, Worst     decimal.NullDecimal
	Open                  bool           // a unit's result in the area is provisional, so that all of this may still change
	BestUnits, WorstUnits []scoring.Unit // several where they are exactly equal
}

// LeafMean is how all units did in a leaf, whatever their block and rank, as far as they have points in it.
type LeafMean struct {
	Leaf   *scoring.Criterion
	Scored int                 // how many units have points
	Mean   decimal.NullDecimal // points, rounded to two places; not valid where no unit has points
	Share  decimal.NullDecimal // the mean in per cent of the leaf's maximum, likewise
}

const meanPlaces = 2

// mean adds up exact values. Few denominators occur, so the values of each are added up first; the numbers stay short.
type mean struct {
	sums  map[string]expr.Fraction
	count int
}

func (m *mean) add(f expr.Fraction) {
	if m.sums == nil {
		m.sums = map[string]expr.Fraction{}
	}
	key := f.Den.String()
	if sum, ok := m.sums[key]; ok {
		f = sum.Plus(f)
	}
	m.sums[key] = f
	m.count++
}

// value is the mean; not valid of nothing.
func (m *mean) value() (f expr.Fraction, ok bool) {
	if m.count == 0 {
		return expr.Fraction{}, false
	}
	sum := expr.Whole(decimal.Zero)
	for _, key := range slices.Sorted(maps.Keys(m.sums)) {
		sum = sum.Plus(m.sums[key])
	}
	return sum.Over(expr.Whole(decimal.NewFromInt(int64(m.count)))), true
}

func (m *mean) rounded() decimal.NullDecimal {
	f, ok := m.value()
	if !ok {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(f.Round(meanPlaces))
}

// over is the mean of a figure over places; not valid where one of them has none.
func over(places []Place, figure func(*Place) (expr.Fraction, bool)) decimal.NullDecimal {
	var m mean
	for i := range places {
		f, ok := figure(&places[i])
		if !ok {
			return decimal.NullDecimal{}
		}
		m.add(f)
	}
	return m.rounded()
}

func (b *Block) means(rs *scoring.RuleSet) {
	ranked := b.Places[:b.Ranked]
	always := func(figure func(*Place) expr.Fraction) decimal.NullDecimal {
		return over(ranked, func(p *Place) (expr.Fraction, bool) { return figure(p), true })
	}
	maybe := func(figure func(*Place) decimal.NullDecimal) decimal.NullDecimal {
		return over(ranked, func(p *Place) (expr.Fraction, bool) { d := figure(p); return expr.Whole(d.Decimal), d.Valid })
	}
	b.Means = Means{
		Self:       always(func(p *Place) expr.Fraction { return expr.Whole(p.Self.Points) }),
		Appraised:  maybe((*Place).appraisedPoints),
		Difference: maybe((*Place).Difference),
		Assessed:   always(func(p *Place) expr.Fraction { return expr.Whole(p.Counting.Assessed()) }),
		Percent:    always(func(p *Place) expr.Fraction { return percent(p.Counting) }),
		Rescaled: always(func(p *Place) expr.Fraction {
			return expr.Fraction{Num: p.Counting.Points.Mul(p.Counting.Max), Den: p.Counting.Assessed()}
		}),
		Survey: maybe(func(p *Place) decimal.NullDecimal { return p.Survey }),
		Total:  always((*Place).total),
		Index:  always(func(p *Place) expr.Fraction { return p.value.Times(expr.Whole(hundred)) }),
	}
	for i := range ranked {
		p, m := &ranked[i], &b.Means
		m.SelfOpen = m.SelfOpen || p.Self.Provisional()
		m.AppraisedOpen = m.AppraisedOpen || p.Appraised != nil && p.Appraised.Provisional()
		m.CountingOpen = m.CountingOpen || p.Counting.Provisional()
	}
	for i := range rs.Criteria {
		b.Areas = append(b.Areas, areaMean(ranked, i))
	}
}

func (p *Place) appraisedPoints() decimal.NullDecimal {
	if p.Appraised == nil {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(p.Appraised.Points)
}

// percent is the exact percentage; the caller has made sure that something is assessed.
func percent(t scoring.Tally) expr.Fraction {
	return expr.Fraction{Num: t.Points.Mul(hundred), Den: t.Assessed()}
}

func areaMean(ranked []Place, area int) AreaMean {
	var out AreaMean
	var m mean
	var best, worst scoring.Tally
	for i := range ranked {
		t := ranked[i].Areas[area]
		if !t.Assessed().IsPositive() {
			continue
		}
		if m.count == 0 {
			best, worst = t, t
		}
		m.add(percent(t))
		out.Open = out.Open || t.Provisional()
		out.BestUnits = furthest(out.BestUnits, ranked[i].Unit, t.Compare(best))
		out.WorstUnits = furthest(out.WorstUnits, ranked[i].Unit, worst.Compare(t))
		if t.Compare(best) > 0 {
			best = t
		}
		if t.Compare(worst) < 0 {
			worst = t
		}
	}
	if m.count > 0 {
		out.Mean, out.Best, out.Worst = m.rounded(), decimal.NewNullDecimal(best.Percent(meanPlaces)), decimal.NewNullDecimal(worst.Percent(meanPlaces))
	}
	return out
}

// furthest keeps the units of the furthest value: one further than before (order 1) stands alone, an equal one joins them.
func furthest(units []scoring.Unit, unit scoring.Unit, order int) []scoring.Unit {
	switch {
	case order > 0:
		return []scoring.Unit{unit}
	case order == 0:
		return append(units, unit)
	}
	return units
}

// leafMeans looks at every unit that is there once.
func leafMeans(rs *scoring.RuleSet, places []Place) []LeafMean {
	var all []LeafMean
	for i, leaf := range rs.Leaves() {
		var m mean
		for j := range places {
			if mark := places[j].Marks[i]; mark.State == expr.Scored && places[j].Unranked != UnitRepeated {
				m.add(expr.Whole(mark.Points))
			}
		}
		l := LeafMean{Leaf: leaf, Scored: m.count, Mean: m.rounded()}
		if f, ok := m.value(); ok && leaf.Max.IsPositive() {
			l.Share = decimal.NewNullDecimal(f.Times(expr.Whole(hundred)).Over(expr.Whole(leaf.Max)).Round(meanPlaces))
		}
		all = append(all, l)
	}
	return all
}
