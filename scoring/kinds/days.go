package kinds

import (
	"fmt"
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

// DayEdges are the numbers of a rule that stand for days, with those of all rules in it. The rule need not be sound.
func (p Placed) DayEdges() []DayEdge {
	if p.Rule == nil {
		return nil
	}
	return p.dayEdges(p.Rule, p.Path)
}

func (s Scope) dayEdges(r Record, path string) []DayEdge {
	all := s.ownDays(r, path)
	for _, field := range r.Fields() {
		at := path + "." + field.Key
		switch place := field.Place.(type) {
		case Record:
			all = append(all, s.dayEdges(place, at)...)
		case List:
			for i, item := range place.Records() {
				all = append(all, s.dayEdges(item, fmt.Sprintf("%s[%d]", at, i))...)
			}
		case *Rule:
			if *place != nil {
				all = append(all, s.dayEdges(*place, at+"."+(*place).Kind())...)
			}
		}
	}
	return all
}

// ownDays are those of a record itself.
func (s Scope) ownDays(r Record, path string) []DayEdge {
	var all []DayEdge
	switch r := r.(type) {
	case *Bands:
		for i := range r.Steps {
			if at := fmt.Sprintf("%s.steps[%d]", path, i); s.isDay(r.Number) {
				all = append(all, DayEdge{at + ".from", &r.Steps[i].From}, DayEdge{at + ".above", &r.Steps[i].Above})
			}
		}
	case *Condition:
		if s.isDay(r.Answer) && r.Of == "" {
			all = []DayEdge{{path + ".from", &r.From}, {path + ".above", &r.Above}, {path + ".below", &r.Below}, {path + ".upTo", &r.UpTo}}
		}
	}
	return all
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
