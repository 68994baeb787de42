package scoring

import (
	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
)

// Beyond says that a node's points come on top of the total, or are taken off it, and that its maximum is no part of any other: it is
// the most that all below it may give together. The 2023 set has none; provinces' and boards' sets have bonus and penalty points.
type Beyond string

// The two ways; a node of the total itself has neither.
const (
	BeyondPlus  Beyond = "plus"  // điểm thưởng
	BeyondMinus Beyond = "minus" // điểm trừ: what the rules give is taken off
)

// Words says it behind a name, in brackets; "" for a node of the total.
func (b Beyond) Words() string {
	switch b {
	case BeyondPlus:
		return " (cộng thêm ngoài điểm tối đa)"
	case BeyondMinus:
		return " (trừ vào tổng điểm)"
	}
	return ""
}

// Title is the node's name, with what its points are where they are beyond the maximum.
func (c *Criterion) Title() string { return c.Name + c.Beyond.Words() }

// BeyondOf says what a node's points are to the total: what it says of itself, or what a node above it says.
func (rs *RuleSet) BeyondOf(c *Criterion) Beyond {
	beyond, _ := beyondOf(rs.Criteria, c, "")
	return beyond
}

func beyondOf(list []Criterion, c *Criterion, above Beyond) (Beyond, bool) {
	for i := range list {
		own := above
		if list[i].Beyond != "" {
			own = list[i].Beyond
		}
		if &list[i] == c {
			return own, true
		}
		if found, ok := beyondOf(list[i].Children, c, own); ok {
			return found, true
		}
	}
	return "", false
}

// plus adds a child's tally to its group's, or takes it off where its points are a penalty.
func (t Tally) plus(child Tally, c *Criterion) Tally {
	switch c.Beyond {
	case BeyondPlus:
		t.Points = t.Points.Add(child.Points)
	case BeyondMinus:
		t.Points = t.Points.Sub(child.Points)
	default:
		t.Points = t.Points.Add(child.Points)
		t.Max = t.Max.Add(child.Max)
		t.NotAssessed = t.NotAssessed.Add(child.NotAssessed)
	}
	t.Pending += child.Pending
	if child.State.Pending() {
		t.State = max(t.State, child.State)
	}
	return t
}

// settle gives a group the state of its sums: one of which nothing is assessed is itself not assessed. What is beyond the maximum
// may be less than its parts together.
func (t Tally) settle(group *Criterion) Tally {
	if group.Beyond != "" {
		assessed := decimal.Min(t.Assessed(), group.Max)
		t.Points, t.Max, t.NotAssessed = decimal.Min(t.Points, group.Max), group.Max, group.Max.Sub(assessed)
	}
	return t.settled()
}

func (t Tally) settled() Tally {
	if t.Max.IsPositive() && t.Assessed().IsZero() {
		t.State = expr.NotAssessed
	}
	return t
}

// most is the greatest number of points that a unit can get in all.
func (rs *RuleSet) most() decimal.Decimal {
	if rs.Cap.Valid {
		return rs.Cap.Decimal
	}
	most := rs.Total
	for node := range rs.All() {
		if node.Beyond == BeyondPlus { // nothing that is beyond stands in something that is
			most = most.Add(node.Max)
		}
	}
	return most
}

// whole settles the sums of the whole set, within the bounds that it has.
func (rs *RuleSet) whole(t Tally) Tally {
	if rs.Cap.Valid {
		t.Points = decimal.Min(t.Points, rs.Cap.Decimal)
	}
	if rs.Floor.Valid {
		t.Points = decimal.Max(t.Points, rs.Floor.Decimal)
	}
	return t.settled()
}
