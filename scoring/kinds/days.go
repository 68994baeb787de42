package kinds

import (
	"slices"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// DayEdge is a number of a rule that stands for a day.
type DayEdge struct {
	Path  string
	Place any // the field's
}

// dated is a kind some of whose numbers may be days.
type dated interface{ dayEdges(s Scope) []DayEdge }

// DayEdges are the numbers of a rule that stand for days, with those of all rules in it.
func (p Placed) DayEdges() []DayEdge {
	var all []DayEdge
	for inner := range p.All() {
		if rule, ok := inner.Rule.(dated); ok {
			all = append(all, rule.dayEdges(inner.Scope)...)
		}
	}
	return all
}

func (r *Bands) dayEdges(s Scope) []DayEdge {
	if !s.isDay(r.Number) {
		return nil
	}
	var all []DayEdge
	for i := range r.Steps {
		all = append(all, DayEdge{s.At("steps[%d].from", i), &r.Steps[i].From}, DayEdge{s.At("steps[%d].above", i), &r.Steps[i].Above})
	}
	return all
}

func (r *Cases) dayEdges(s Scope) []DayEdge {
	var all []DayEdge
	for i := range r.List {
		all = append(all, r.List[i].When.dayEdges(s.below("list[%d].when", i))...)
	}
	return all
}

func (c *Condition) dayEdges(s Scope) []DayEdge {
	var all []DayEdge
	for i := range c.All {
		all = append(all, c.All[i].dayEdges(s.below("all[%d]", i))...)
	}
	for i := range c.Any {
		all = append(all, c.Any[i].dayEdges(s.below("any[%d]", i))...)
	}
	if !s.isDay(c.Answer) || c.Of != "" {
		return all
	}
	return append(all, DayEdge{s.At("from"), &c.From}, DayEdge{s.At("above"), &c.Above}, DayEdge{s.At("below"), &c.Below}, DayEdge{s.At("upTo"), &c.UpTo})
}

func (s Scope) isDay(name InputName) bool {
	in, ok := s.input(name)
	return ok && in.Kind == expr.DateInput
}

// wantsOrdered reports what is neither a number nor a day.
func (s Scope) wantsOrdered(field string, name InputName) []problem.Problem {
	if s.isDay(name) {
		return nil
	}
	return s.wantsAnyNumber(field, name)
}

// dayEdge reports an edge against a day that is none.
func (s Scope) dayEdge(field string, name InputName, edge decimal.Decimal) []problem.Problem {
	if !s.isDay(name) || expr.IsDay(edge) {
		return nil
	}
	return []problem.Problem{problem.New(problem.RuleDay, s.At("%s", field), name, expr.FormatNumber(edge))}
}

// daySpan words a range of days.
func daySpan(lower, upper bound) string {
	switch {
	case lower.text == upper.text && !lower.open && !upper.open:
		return "đúng ngày " + lower.text
	case lower.text != "" && upper.text != "":
		return lower.word("sau ngày ", "từ ngày ") + " đến " + upper.word("trước ngày ", "hết ngày ")
	case lower.text != "" && lower.open:
		return "sau ngày " + lower.text
	case lower.text != "":
		return "từ ngày " + lower.text + " trở đi"
	case upper.open:
		return "trước ngày " + upper.text
	}
	return "đến hết ngày " + upper.text
}

// dayFault says why days cannot be added up as an answer is reckoned from them; "" where only days apart are left.
func dayFault(inputs []expr.Input, in expr.Input) string {
	sum, days := decimal.Zero, false
	for _, t := range in.From {
		if slices.ContainsFunc(inputs, func(other expr.Input) bool { return other.Name == t.Answer && other.Kind == expr.DateInput }) {
			sum, days = sum.Add(t.Times), true
		}
	}
	if days && !sum.IsZero() {
		return "hệ số (times) của các ngày cộng lại phải bằng 0, như 1 và -1: số ngày cách nhau"
	}
	return ""
}
