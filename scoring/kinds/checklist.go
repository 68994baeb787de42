package kinds

import (
	"fmt"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Checklist adds up the points of the things that were done, each asked for by Có or Không, under one cap (1.4.2, 3.1, 7.2 of the 2023 set).
type Checklist struct {
	Items []Item
}

// Item is one thing of a checklist.
type Item struct {
	Answer InputName
	Points decimal.Decimal
}

// Fields lists its keys.
func (t *Item) Fields() []Field {
	return []Field{
		{"answer", "số liệu", "the yesNo that asks for it", true, &t.Answer},
		{"points", "điểm", "points where it was done", true, &t.Points},
	}
}

func (t *Item) isPoints(key string) bool { return key == "points" }

// Kind is the word that the YAML uses.
func (r *Checklist) Kind() string { return "checklist" }

// Fields lists its keys.
func (r *Checklist) Fields() []Field {
	return []Field{{"items", "các việc", "what was to be done, with the points of each; the total is capped at max", true, ListOf(&r.Items)}}
}

func (r *Checklist) check(s Scope) []problem.Problem {
	var problems []problem.Problem
	for i, item := range r.Items {
		at := fmt.Sprintf("items[%d]", i)
		problems = append(problems, s.wantsYesNo(at+".answer", item.Answer)...)
		problems = append(problems, s.withinMax(at+".points", item.Points)...)
	}
	return problems
}

func (r *Checklist) total() decimal.Decimal {
	total := decimal.Zero
	for _, item := range r.Items {
		total = total.Add(item.Points)
	}
	return total
}

func (r *Checklist) most(s Scope) decimal.Decimal { return decimal.Min(r.total(), s.Max) }

func (r *Checklist) addition(s Scope) Addition {
	all := Addition{Cap: Null(s.Max)}
	for i, item := range r.Items {
		all.Addends = append(all.Addends, Addend{Placed{Scope: s.below("items[%d]", i)}, r.done(s, i), 1, "“" + s.Label(item.Answer) + "”"})
	}
	return all
}

func (r *Checklist) lower(s Scope) expr.Expr {
	args := make([]expr.Expr, len(r.Items))
	for i := range r.Items {
		args[i] = r.done(s, i)
	}
	return addedUp(args, r.total(), s.Max)
}

// done is what the ith thing gives: as two levels do, Có and Không.
func (r *Checklist) done(s Scope, i int) expr.Expr {
	item := r.Items[i]
	levels := Levels{Of: item.Answer, Points: []decimal.Decimal{item.Points, decimal.Zero}}
	return levels.lower(s.below("items[%d]", i))
}

func (r *Checklist) describe(s Scope) []string {
	lines := []string{fmt.Sprintf("Cộng điểm các việc làm được, không quá %s điểm:", expr.FormatNumber(s.Max))}
	for _, item := range r.Items {
		lines = append(lines, fmt.Sprintf("%s: %s điểm.", s.called(item.Answer), expr.FormatNumber(item.Points)))
	}
	return lines
}
