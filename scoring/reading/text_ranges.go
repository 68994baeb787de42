package reading

import (
	"slices"

	"github.com/shopspring/decimal"

	"cchc/scoring/pattern"
)

// ranged is a line that gives points to a range.
type ranged struct {
	clause
	edges
}

// ranges are all lines, with their ranges, and how many have one. Lines without points are none of bands.
func (t *texts) ranges() (list []ranged, with int) {
	for _, c := range t.clauses {
		if !c.scored {
			return nil, 0
		}
		e, ok := edgesOf(c.low())
		if ok {
			with++
		} else {
			e = edges{rest: c.low()}
		}
		list = append(list, ranged{c, e})
	}
	for _, i := range []int{0, len(list) - 1} {
		if isNone(list, i) {
			list[i].edges = edges{span: span{rest: true}}
			with++
		}
	}
	return list, with
}

var noneHead = pattern.Of(`^(?:không có|chưa có|không|chưa)(?: |$)`)

// isNone says that a line is what is left below "from 1", where that is the lowest of the ranges: none.
func isNone(list []ranged, at int) bool {
	if len(list) < 2 || !list[at].none() || !noneHead.MatchString(list[at].low()) {
		return false
	}
	lowest := false
	for i, r := range list {
		one := decimal.NewFromInt(1)
		switch {
		case i == at:
		case r.percent || !r.lower.set || r.lower.value.LessThan(one):
			return false
		case r.lower.value.Equal(one):
			lowest = !r.lower.open
		}
	}
	return lowest
}

// bestFirst says that all lines but the first, which gives the most, are ranges that follow on each other without end.
func bestFirst(list []ranged) bool {
	if len(list) < 3 || !list[0].none() || list[len(list)-1].upper.set {
		return false
	}
	for i := 1; i < len(list); i++ {
		r := list[i]
		if !r.lower.set || !r.points.LessThan(list[i-1].points) {
			return false
		}
		if i > 1 {
			above := list[i-1].upper
			next := above.set && above.value.Add(decimal.NewFromInt(1)).Equal(r.lower.value) && !above.open && !r.lower.open
			if !next && (!above.set || !above.value.Equal(r.lower.value) || above.open == r.lower.open) {
				return false
			}
		}
	}
	return true
}

func byLower(a, b ranged) int { return a.lower.value.Cmp(b.lower.value) }

// exact says that a range is one number.
func exact(r ranged) bool {
	return r.lower.set && r.upper.set && r.lower.value.Equal(r.upper.value)
}

func percents(list []ranged) int {
	n := 0
	for _, r := range list {
		if r.percent {
			n++
		}
	}
	return n
}

func (e edges) none() bool { return !e.lower.set && !e.upper.set && !e.span.rest }

func firstWithout(list []ranged) ranged {
	for _, r := range list {
		if r.none() {
			return r
		}
	}
	return list[0]
}

// downward are the ranges from the highest down, and last what is left below or beside them all.
func downward(list []ranged) []ranged {
	var down, rest []ranged
	for _, r := range list {
		if r.span.rest {
			rest = append(rest, r)
		} else {
			down = append(down, r)
		}
	}
	if len(down) > 1 && rises(down) {
		slices.Reverse(down)
	}
	return append(down, rest...)
}

// rises says that the ranges were written from the lowest up.
func rises(list []ranged) bool {
	first, last := list[0], list[len(list)-1]
	if !last.lower.set {
		return false
	}
	return !first.lower.set || first.lower.value.LessThan(last.lower.value)
}
