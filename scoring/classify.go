package scoring

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// Truth is whether something holds, as far as it is known.
type Truth int

// The truths, from the firmest no.
const (
	No Truth = iota
	Unsure
	Yes
)

// Hurdle is what a unit's answers and points come to under one class, whatever its total.
type Hurdle struct {
	Clear  Truth  // nothing but the percentage stands in the way
	Why    string // what does, or what is not known
	Out    Truth  // a knock-out leads here
	OutWhy string // which, or what is not known
}

// Classed is the class of a unit, with what a reader asks next.
type Classed struct {
	Name   string // "" where it is of none, or where that is not known yet
	Reason string // why it is not of a better class though the points are there, or of none yet; "" where the points alone say it
	Next   string // what it lacks to the next better class; "" at the best
}

// hurdles looks at every class of the set, best first. tally and answer give what counts.
func (s *marking) hurdles(tally func(*Node) Tally, answer func(c *Criterion, input string) expr.Answer) []Hurdle {
	var all []Hurdle
	for i := range s.rs.Classes {
		class := &s.rs.Classes[i]
		h := Hurdle{Clear: Yes}
		for _, bound := range class.bounds() {
			h.meet(s.reached(bound, tally))
		}
		for j := range class.When {
			holds, why := s.holds(&class.When[j], answer)
			h.meet(holds, why)
		}
		for j := range class.KnockOut {
			if holds, why := s.holds(&class.KnockOut[j], answer); s.touches(&class.KnockOut[j]) && holds > h.Out {
				h.Out, h.OutWhy = holds, why
			}
		}
		all = append(all, h)
	}
	return all
}

// meet adds a condition: the worst of all stands, with its reason.
func (h *Hurdle) meet(holds Truth, why string) {
	if holds < h.Clear {
		h.Clear, h.Why = holds, why
	}
}

// reached says whether all nodes of a bound reach it. What is not assessed, has no points of its own, or lies beyond the maximum is
// passed over.
func (s *marking) reached(bound classBound, tally func(*Node) Tally) (Truth, string) {
	worst, why := Yes, ""
	for i := range s.result.Nodes {
		n := &s.result.Nodes[i]
		t := tally(n)
		if !bound.fits(n.Criterion, n.Level) || s.rs.BeyondOf(n.Criterion) != "" || !t.Assessed().IsPositive() {
			continue
		}
		least := bound.points.Decimal
		if bound.ratio.Valid {
			least = bound.ratio.Decimal.Mul(t.Assessed())
		}
		holds, words := Yes, ""
		switch {
		case t.Points.GreaterThanOrEqual(least):
		case t.Provisional():
			holds, words = Unsure, fmt.Sprintf("mục %s còn tiêu chí chưa có điểm", n.Criterion.Number)
		default:
			holds, words = No, fmt.Sprintf("mục %s mới đạt %s trên %s điểm (%s), cần từ %s", n.Criterion.Number, expr.FormatPoints(t.Points, s.places()),
				expr.FormatNumber(t.Assessed()), expr.FormatPoints(t.Percent(2), 2)+"%", neededWords(bound))
		}
		if holds < worst {
			worst, why = holds, words
		}
	}
	return worst, why
}

func neededWords(bound classBound) string {
	if bound.ratio.Valid {
		return shareWords(bound.ratio.Decimal)
	}
	return expr.FormatNumber(bound.points.Decimal) + " điểm"
}

// touches says that a condition looks at an answer that is assessed of this unit.
func (s *marking) touches(c *kinds.Condition) bool {
	return !slices.ContainsFunc(c.Answers(), func(name kinds.InputName) bool {
		key, _ := expr.ParseKey(string(name))
		node := s.result.Node(key.Leaf)
		return node == nil || node.Self.State == expr.NotAssessed
	})
}

// holds says whether a condition on answers holds. One that looks at what is not assessed stands in nobody's way.
func (s *marking) holds(c *kinds.Condition, answer func(c *Criterion, input string) expr.Answer) (Truth, string) {
	if !s.touches(c) {
		return Yes, ""
	}
	scope := s.rs.classScope("")
	test := expr.If{Cond: c.Holds(scope), Then: expr.Int(1), Else: expr.Int(0)}
	out := expr.Eval(test, scope.Inputs, func(name string) expr.Answer {
		key, _ := expr.ParseKey(name)
		return answer(s.rs.Find(key.Leaf), key.Input)
	})
	words := c.Words(scope)
	switch {
	case out.State != expr.Scored:
		return Unsure, "chưa biết " + words
	case out.Value.IsZero():
		return No, "không thỏa điều kiện " + words
	}
	return Yes, words
}

// classes looks at the classes of the set, for the declared answers and for the appraised ones.
func (s *marking) classes() {
	if len(s.rs.Classes) == 0 {
		return
	}
	s.result.Hurdles = s.hurdles(func(n *Node) Tally { return n.Self },
		func(c *Criterion, input string) expr.Answer { return s.in.Answers[c.Key(input)] })
	if s.in.Appraisal != nil {
		s.result.AppraisedHurdles = s.hurdles(func(n *Node) Tally { return *n.Appraised }, s.counting)
	}
}

// CountingHurdles are those of the tally that counts.
func (r *Result) CountingHurdles() []Hurdle {
	if r.Done && r.Appraised != nil {
		return r.AppraisedHurdles
	}
	return r.Hurdles
}

// Class is the class of a tally of the whole with its hurdles; the zero value where nothing is assessed or the set has no classes.
func (r *Result) Class(t Tally, hurdles []Hurdle) Classed {
	if !t.Assessed().IsPositive() {
		return Classed{}
	}
	return r.RuleSet.Classify(expr.Fraction{Num: t.Points, Den: t.Assessed()}, t.Assessed(), hurdles)
}

// Classify gives the class of a value, 0–1, whose full worth is so many points.
func (rs *RuleSet) Classify(value expr.Fraction, full decimal.Decimal, hurdles []Hurdle) Classed {
	if len(hurdles) != len(rs.Classes) || len(hurdles) == 0 {
		return Classed{}
	}
	for i := len(hurdles) - 1; i >= 0; i-- {
		switch h := hurdles[i]; h.Out {
		case Yes:
			return Classed{Name: rs.Classes[i].Name, Reason: "do " + h.OutWhy + ", không tính theo điểm"}
		case Unsure:
			return Classed{Reason: "chưa xếp loại được: " + h.OutWhy}
		}
	}
	reached, reason := len(hurdles), ""
	for i := range rs.Classes {
		class := &rs.Classes[i]
		if !class.From.Valid || missing(class, value).Sign() > 0 {
			continue
		}
		if hurdles[i].Clear == Unsure {
			return Classed{Reason: cmp.Or(reason, "chưa xếp loại được: đủ tỷ lệ của loại "+class.Name+" nhưng "+hurdles[i].Why)}
		}
		if hurdles[i].Clear == Yes {
			reached = i
			break
		}
		reason = cmp.Or(reason, "đủ tỷ lệ của loại "+class.Name+" nhưng "+hurdles[i].Why)
	}
	out := Classed{Reason: reason, Next: rs.next(reached, value, full, hurdles)}
	if reached < len(hurdles) {
		out.Name = rs.Classes[reached].Name
	}
	return out
}

// Bounded says that a class that a result alone comes to may still be lost in its block, where only so many units are put there.
func (rs *RuleSet) Bounded(class string) bool {
	return slices.ContainsFunc(rs.Classes, func(c Class) bool { return c.Name == class && c.AtMost.Valid })
}

// Crowded are hurdles with one class shut because more units of the block reach it than may be put there.
func (rs *RuleSet) Crowded(hurdles []Hurdle, class int) []Hurdle {
	crowded := slices.Clone(hurdles)
	crowded[class].Clear = No
	crowded[class].Why = "khối đã đủ " + shareWords(rs.Classes[class].AtMost.Decimal) + " số đơn vị được xếp loại này"
	return crowded
}

// missing is what a value lacks to a class, in per cent; not above 0 where it is there.
func missing(class *Class, value expr.Fraction) expr.Fraction {
	return expr.Whole(class.From.Decimal).Minus(value.Times(expr.Whole(decimal.NewFromInt(100))))
}

// next says what a value lacks to the next class above the one that it has reached.
func (rs *RuleSet) next(reached int, value expr.Fraction, full decimal.Decimal, hurdles []Hurdle) string {
	for i := reached - 1; i >= 0; i-- {
		class := &rs.Classes[i]
		if !class.From.Valid {
			continue
		}
		var lacks []string
		if short := missing(class, value); short.Sign() > 0 {
			points := short.Times(expr.Whole(full)).Over(expr.Whole(decimal.NewFromInt(100)))
			lacks = append(lacks, fmt.Sprintf("còn thiếu %s%%: tương đương %s điểm", expr.FormatPoints(upward(short, 2), 2),
				expr.FormatPoints(upward(points, int32(rs.Rounding.Places)), int32(rs.Rounding.Places))))
		}
		if hurdles[i].Clear != Yes {
			lacks = append(lacks, hurdles[i].Why)
		}
		return "Để xếp loại " + class.Name + " " + strings.Join(lacks, "; ")
	}
	return ""
}

// upward rounds what is lacking up, so that it is never said to be less than it is.
func upward(f expr.Fraction, places int32) decimal.Decimal {
	d := f.Round(places)
	if expr.Whole(d).Cmp(f) < 0 {
		d = d.Add(decimal.New(1, -places))
	}
	return d
}
