package kinds

import (
	"cmp"
	"fmt"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Count gives points for each unit of something, by several tariffs under one cap (1.5 of the 2023 set: each initiative).
type Count struct {
	Tariffs []Tariff
}

// Tariff is what one of a thing gives.
type Tariff struct {
	Answer InputName
	Each   decimal.Decimal // points
}

// Fields lists its keys.
func (t *Tariff) Fields() []Field {
	return []Field{
		{"answer", "số liệu", "the answer that is counted", true, &t.Answer},
		{"each", "điểm cho mỗi đơn vị", "points for each one", true, &t.Each},
	}
}

func (t *Tariff) isPoints(key string) bool { return key == "each" }

// Kind is the word that the YAML uses.
func (r *Count) Kind() string { return "count" }

// Fields lists its keys.
func (r *Count) Fields() []Field {
	return []Field{{"tariffs", "các mức tính", "what is counted and what each one gives; the total is capped at max", true, ListOf(&r.Tariffs)}}
}

func (r *Count) addition(s Scope) Addition {
	all := Addition{Cap: Null(s.Max), Plain: true}
	for i, t := range r.Tariffs {
		each := expr.Times(expr.Ask{Input: string(t.Answer)}, t.Each)
		all.Addends = append(all.Addends, Addend{Placed{Scope: s.below("tariffs[%d]", i)}, each, 1, "“" + s.Label(t.Answer) + "”"})
	}
	return all
}

func (r *Count) check(s Scope) []problem.Problem {
	var problems []problem.Problem
	for i, t := range r.Tariffs {
		at := fmt.Sprintf("tariffs[%d]", i)
		problems = append(problems, s.wantsNumber(at+".answer", t.Answer)...)
		problems = append(problems, s.withinMax(at+".each", t.Each)...)
	}
	return problems
}

func (r *Count) most(s Scope) decimal.Decimal {
	most := decimal.Zero
	for _, t := range r.Tariffs {
		in, _ := s.input(t.Answer)
		if !in.Max.Valid && t.Each.IsPositive() {
			return s.Max
		}
		most = most.Add(in.Max.Decimal.Mul(t.Each))
	}
	return decimal.Min(most, s.Max)
}

func (r *Count) lower(s Scope) expr.Expr {
	var args, counts []expr.Expr
	words := ""
	for i, t := range r.Tariffs {
		counts = append(counts, expr.Ask{Input: string(t.Answer)})
		args = append(args, expr.Times(expr.Ask{Input: string(t.Answer)}, t.Each))
		if i > 0 {
			words += " + "
		}
		words += expr.Slot(i) + " × " + expr.FormatNumber(t.Each)
	}
	total := expr.Op{Sym: expr.Add, Args: args}
	capped := &expr.Step{Words: words + " = " + expr.Slot(len(counts)) + ", vượt mức tối đa → {=}", Args: append(counts, total), Expr: expr.Num{Value: s.Max}, Spare: true}
	counted := &expr.Step{Words: words + " = {=}", Args: counts, Expr: total}
	return expr.If{Cond: expr.Apply(expr.More, total, expr.Num{Value: s.Max}), Then: capped, Else: counted}
}

func (r *Count) describe(s Scope) []string {
	var lines []string
	for _, t := range r.Tariffs {
		in, _ := s.input(t.Answer)
		lines = append(lines, fmt.Sprintf("%s: mỗi %s được %s điểm.", s.called(t.Answer), oneLine(cmp.Or(in.Unit, "đơn vị tính")), expr.FormatNumber(t.Each)))
	}
	return append(lines, fmt.Sprintf("Tổng cộng không quá %s điểm.", expr.FormatNumber(s.Max)))
}
