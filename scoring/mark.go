package scoring

import (
	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
)

// Mark is what a leaf came to: its state, and points where that is Scored.
type Mark struct {
	State  expr.State
	Points decimal.Decimal
}

// Mark is what of a tally a standing keeps.
func (t Tally) Mark() Mark { return Mark{t.State, t.Points} }

// Tally is a leaf's tally from its mark.
func (m Mark) Tally(leaf *Criterion) Tally {
	t := Tally{State: m.State, Max: leaf.Max}
	switch {
	case m.State == expr.NotAssessed:
		t.NotAssessed = leaf.Max
	case m.State.Pending():
		t.Pending = 1
	default:
		t.Points = m.Points
	}
	return t
}

// Sum adds up marks of the rule set's leaves, which are given in their order: for each area, and in all.
func (rs *RuleSet) Sum(marks []Mark) (areas []Tally, total Tally) {
	rest := marks
	for i := range rs.Criteria {
		area := sum(rs.Criteria[i:i+1], &rest)
		areas = append(areas, area)
		total = total.plus(area)
	}
	return areas, total.settle()
}

// sum adds up the leaves of siblings and of all below them, taking their marks from the front.
func sum(siblings []Criterion, marks *[]Mark) Tally {
	var t Tally
	for i := range siblings {
		c := &siblings[i]
		if !c.IsLeaf() {
			t = t.plus(sum(c.Children, marks))
			continue
		}
		t = t.plus((*marks)[0].Tally(c))
		*marks = (*marks)[1:]
	}
	return t.settle()
}
