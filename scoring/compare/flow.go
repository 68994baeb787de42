package compare

import (
	"github.com/shopspring/decimal"

	"cchc/scoring"
)

// AreaSum is an area's points in both sets, and the flows by identity that add up to the difference.
type AreaSum struct {
	Before, After *scoring.Criterion // nil where the area is new or gone
	Flows         []Flow
	Rows          []Row // what changed in it: the area itself and all below it, then what is gone, without what only follows
}

// Change is what the area won or lost, in points.
func (a AreaSum) Change() decimal.Decimal { return maxOf(a.After).Sub(maxOf(a.Before)) }

// Flow is what an area won or lost with one criterion: a maximum that changed, one that is new or gone, or one that moved
// here or away with its points. A criterion that was renumbered within its area is a flow of 0.
type Flow struct {
	Class         Class
	Before, After *scoring.Criterion
	Points        decimal.Decimal
}

// Area is the area as it is, or as it was where it is gone.
func (a AreaSum) Area() *scoring.Criterion { return Row{Before: a.Before, After: a.After}.Criterion() }

// Maxima are its points in both sets, 0 where it is not there.
func (a AreaSum) Maxima() (before, after decimal.Decimal) { return maxOf(a.Before), maxOf(a.After) }

func maxOf(c *scoring.Criterion) decimal.Decimal {
	if c == nil {
		return decimal.Zero
	}
	return c.Max
}

// areaSums follows the points of what each area consists of: its criteria, or itself where one side has none.
func (d differ) areaSums(rows []Row) []AreaSum {
	f := flows{differ: d, at: map[*scoring.Criterion]int{}}
	for _, row := range rows {
		f.open(row.Before, row.After)
	}
	for _, row := range rows {
		if len(row.Classes) > 0 && !row.Follows {
			sum := &f.sums[f.home(row.Criterion())]
			sum.Rows = append(sum.Rows, row)
		}
		before, after := f.isPiece(row.Before), f.isPiece(row.After)
		if before && after && f.home(row.Before) == f.home(row.After) {
			f.stay(row)
			continue
		}
		if before {
			f.add(row.Before, reason(row, row.regrouped(ClassDropped)), row, row.Before.Max.Neg())
		}
		if after {
			f.add(row.After, reason(row, row.regrouped(ClassNew)), row, row.After.Max)
		}
	}
	return f.sums
}

// flows adds the flows to their areas.
type flows struct {
	differ
	sums []AreaSum
	at   map[*scoring.Criterion]int // where an area's sum stands, by the area of either set
}

// open begins the sums of areas. An area that was a criterion, or became one, does not share its sum with that.
func (f *flows) open(before, after *scoring.Criterion) {
	areas := AreaSum{Before: f.area(before), After: f.area(after)}
	if areas.Before == nil && areas.After == nil {
		return
	}
	for _, area := range []*scoring.Criterion{areas.Before, areas.After} {
		if area != nil {
			f.at[area] = len(f.sums)
		}
	}
	f.sums = append(f.sums, areas)
}

func (f *flows) area(c *scoring.Criterion) *scoring.Criterion {
	if c != nil && f.kin.level[c] == 1 {
		return c
	}
	return nil
}

// home is the place of the sum of the area that a criterion stands in.
func (f *flows) home(c *scoring.Criterion) int {
	for f.kin.parent[c] != nil {
		c = f.kin.parent[c]
	}
	return f.at[c]
}

// isPiece says that a criterion is one of the pieces that its area's points consist of.
func (f *flows) isPiece(c *scoring.Criterion) bool {
	if c == nil {
		return false
	}
	sum := f.sums[f.home(c)]
	if f.isWhole(sum.Before) || f.isWhole(sum.After) {
		return f.kin.level[c] == 1
	}
	return f.kin.level[c] == 2
}

// isWhole says that an area cannot be taken apart: it has no criteria, or they cannot be told.
func (f *flows) isWhole(area *scoring.Criterion) bool {
	if area == nil {
		return false
	}
	for i := range area.Children {
		if f.kin.unknown[&area.Children[i]] {
			return true
		}
	}
	return len(area.Children) == 0
}

// stay is a criterion that is in the same area as before.
func (f *flows) stay(row Row) {
	change := row.After.Max.Sub(row.Before.Max)
	switch {
	case row.Has(ClassMoved):
		f.add(row.After, ClassMoved, row, change)
	case !change.IsZero():
		f.add(row.After, ClassMax, row, change)
	}
}

// reason is why points come or go: with something that is in both sets they moved.
func reason(row Row, otherwise Class) Class {
	if row.Before != nil && row.After != nil {
		return ClassMoved
	}
	return otherwise
}

func (f *flows) add(c *scoring.Criterion, class Class, row Row, points decimal.Decimal) {
	sum := &f.sums[f.home(c)]
	sum.Flows = append(sum.Flows, Flow{class, row.Before, row.After, points})
}
