package scoring

import "github.com/shopspring/decimal"

// Standing is a unit's result as ranking needs it: plain values, so that one just scored and one read back from a file
// rank alike. Sums are not part of it: they follow from the marks, and so can't contradict them.
type Standing struct {
	File      string
	Origin    string // where the result was read, if not from the file itself: it tells two results of one file apart
	Unit      Unit
	Self      []Mark // of the rule set's leaves, in their order
	Appraised []Mark // the same; nil unless the appraisal is done, so that it counts
}

// Mark is what a leaf came to: its state, and points where that is Scored.
type Mark struct {
	State  State
	Points decimal.Decimal
}

// StandingOf is the standing of a result just scored from a file.
func StandingOf(file string, r *Result) Standing {
	s := Standing{File: file, Unit: r.Unit}
	for i := range r.Nodes {
		node := &r.Nodes[i]
		if !node.Criterion.IsLeaf() {
			continue
		}
		s.Self = append(s.Self, node.Self.mark())
		if r.Done && node.Appraised != nil {
			s.Appraised = append(s.Appraised, node.Appraised.mark())
		}
	}
	return s
}

func (t Tally) mark() Mark { return Mark{t.State, t.Points} }

// Tally is a leaf's tally from its mark.
func (m Mark) Tally(leaf *Criterion) Tally {
	t := Tally{State: m.State, Max: leaf.Max}
	switch {
	case m.State == NotAssessed:
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
