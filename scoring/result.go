package scoring

import (
	"slices"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Result is what a submission came to under a rule set.
type Result struct {
	Unit      Unit
	RuleSet   *RuleSet
	Done      bool   // the appraised total counts
	Self      Tally  // from the declared answers
	Appraised *Tally // nil without an appraisal
	Nodes     []Node // the whole tree, parents before children
	// What each class of the set asks besides the total, best first: by the declared answers, and with an appraisal by the appraised
	// ones. Empty where the set has no classes.
	Hurdles, AppraisedHurdles []Hurdle
	Problems                  []problem.Problem
}

// Node is the result of one criterion.
type Node struct {
	Criterion *Criterion
	Level     int // 1 for an area
	Self      Tally
	Appraised *Tally
	Reason    string // the appraiser's, of a leaf
}

// Tally is the points of a leaf, or the sums of a group or of the whole set.
type Tally struct {
	State       expr.State      // of a leaf; of a group NotAssessed where all of it is, else the worst pending state
	Points      decimal.Decimal // scored points; of a leaf only where State is Scored
	Max         decimal.Decimal // as the rule set says
	NotAssessed decimal.Decimal // points that left the maximum
	Pending     int             // leaves that count but have no points yet
	Explanation string          // of a leaf: how the points came about, in Vietnamese
	steps       []*expr.Step
}

// Assessed is the maximum without what is not assessed, in points.
func (t Tally) Assessed() decimal.Decimal { return t.Max.Sub(t.NotAssessed) }

// Provisional says that something that counts has no points yet.
func (t Tally) Provisional() bool { return t.Pending > 0 }

// Percent is points ÷ assessed maximum in per cent, rounded half away from zero to the places; 0 where nothing is assessed.
func (t Tally) Percent(places int32) decimal.Decimal {
	return t.rescale(decimal.NewFromInt(100), places)
}

// Rescaled is the points as if the full maximum had been assessed.
func (t Tally) Rescaled(places int32) decimal.Decimal { return t.rescale(t.Max, places) }

func (t Tally) rescale(full decimal.Decimal, places int32) decimal.Decimal {
	if !t.Assessed().IsPositive() {
		return decimal.Zero
	}
	return t.Points.Mul(full).DivRound(t.Assessed(), places)
}

// Lost is what the leaf or group is short of its assessed maximum, in points; what is pending is not lost yet but counted here.
func (t Tally) Lost() decimal.Decimal { return t.Assessed().Sub(t.Points) }

// Compare orders two tallies by their exact ratio of points to assessed maximum, not by rounded percents.
func (t Tally) Compare(u Tally) int {
	return t.Points.Mul(u.Assessed()).Cmp(u.Points.Mul(t.Assessed()))
}

// Counting is the tally that counts: the appraised one once the appraisal is done, else the unit's own.
func (r *Result) Counting() (t Tally, appraised bool) {
	if r.Done && r.Appraised != nil {
		return *r.Appraised, true
	}
	return r.Self, false
}

// CountingOf is the tally of a node that counts.
func (r *Result) CountingOf(n *Node) Tally {
	if r.Done && n.Appraised != nil {
		return *n.Appraised
	}
	return n.Self
}

// Leaves are those that fit, in order.
func (r *Result) Leaves(fits func(*Node) bool) []*Node {
	var all []*Node
	for i := range r.Nodes {
		if n := &r.Nodes[i]; n.Criterion.IsLeaf() && fits(n) {
			all = append(all, n)
		}
	}
	return all
}

// Losses are the leaves short of their maximum, those that lost the most first. A bonus that was not won is no loss, nor is a penalty.
func (r *Result) Losses() []*Node {
	lost := r.Leaves(func(n *Node) bool {
		t := r.CountingOf(n)
		return t.State == expr.Scored && t.Lost().IsPositive() && r.RuleSet.BeyondOf(n.Criterion) == ""
	})
	slices.SortStableFunc(lost, func(a, b *Node) int { return r.CountingOf(b).Lost().Cmp(r.CountingOf(a).Lost()) })
	return lost
}

// Node finds the result of a criterion by number, or nil.
func (r *Result) Node(number string) *Node {
	for i := range r.Nodes {
		if r.Nodes[i].Criterion.Number == number {
			return &r.Nodes[i]
		}
	}
	return nil
}

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
		area := sum(&rs.Criteria[i], &rest)
		areas = append(areas, area)
		total = total.plus(area, &rs.Criteria[i])
	}
	return areas, rs.whole(total)
}

// sum adds up the leaves of a node, taking their marks from the front.
func sum(c *Criterion, marks *[]Mark) Tally {
	if c.IsLeaf() {
		mark := (*marks)[0]
		*marks = (*marks)[1:]
		return mark.Tally(c)
	}
	var t Tally
	for i := range c.Children {
		t = t.plus(sum(&c.Children[i], marks), &c.Children[i])
	}
	return t.settle(c)
}
