package kinds

import (
	"fmt"
	"strconv"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Sum adds up parts, each with a maximum and a rule of its own, and caps the total at max (1.4.2, 7.2, 7.6.3 of the 2023 set).
type Sum struct {
	Parts []Part
}

// Part is one part of a sum.
type Part struct {
	Max  decimal.Decimal // points
	Rule Rule
}

// Fields lists its keys.
func (p *Part) Fields() []Field {
	return []Field{
		{"max", "điểm tối đa của phần", "the most points that the part gives", true, &p.Max},
		{"rule", "cách tính của phần", "any rule", true, &p.Rule},
	}
}

func (p *Part) limit() decimal.NullDecimal { return Null(p.Max) }

// Kind is the word that the YAML uses.
func (r *Sum) Kind() string { return "sum" }

// Fields lists its keys.
func (r *Sum) Fields() []Field {
	return []Field{{"parts", "các phần", "what is added up; the total is capped at max", true, ListOf(&r.Parts)}}
}

func (r *Sum) part(s Scope, i int) Scope {
	s = s.inner(r.Parts[i].Rule, "parts[%d].rule", i)
	s.Max, s.joined = r.Parts[i].Max, true
	return s
}

func (r *Sum) inside(s Scope) []Placed {
	parts := make([]Placed, len(r.Parts))
	for i := range r.Parts {
		parts[i] = Placed{r.Parts[i].Rule, r.part(s, i)}
	}
	return parts
}

func (r *Sum) addition(s Scope) Addition {
	all := Addition{Cap: Null(s.Max)}
	for i, part := range r.inside(s) {
		all.Addends = append(all.Addends, Addend{part, part.Lower(), 1, partName(i)})
	}
	return all
}

func (r *Sum) check(s Scope) []problem.Problem {
	var problems []problem.Problem
	for i, part := range r.Parts {
		problems = append(problems, s.withinMax(fmt.Sprintf("parts[%d].max", i), part.Max)...)
		if part.Rule == nil {
			continue
		}
		inner := r.part(s, i)
		found := part.Rule.check(inner)
		problems = append(problems, found...)
		if most := part.Rule.most(inner); len(found) == 0 && !most.Equal(part.Max) {
			problems = append(problems, problem.New(problem.RuleReach, inner.Path, s.number(), expr.FormatNumber(most), expr.FormatNumber(part.Max), ""))
		}
	}
	return problems
}

func (r *Sum) total() decimal.Decimal {
	total := decimal.Zero
	for _, part := range r.Parts {
		total = total.Add(part.Max)
	}
	return total
}

func (r *Sum) most(s Scope) decimal.Decimal { return decimal.Min(r.total(), s.Max) }

func (r *Sum) lower(s Scope) expr.Expr {
	args := make([]expr.Expr, len(r.Parts))
	for i, part := range r.Parts {
		args[i] = part.Rule.lower(r.part(s, i))
	}
	return addedUp(args, r.total(), s.Max)
}

// addedUp is the sum of several, capped at max where they can come to more.
func addedUp(args []expr.Expr, most, max decimal.Decimal) expr.Expr {
	total := expr.Op{Sym: expr.Add, Args: args}
	added := &expr.Step{Words: "{...}; cộng = {=}", Expr: total}
	if !most.GreaterThan(max) {
		return added
	}
	capped := &expr.Step{Words: "{...}; cộng {0}, tối đa {1} → {=}", Args: []expr.Expr{total, expr.Num{Value: max}}, Expr: expr.Apply(expr.Min, total, expr.Num{Value: max})}
	return expr.If{Cond: expr.Apply(expr.More, total, expr.Num{Value: max}), Then: capped, Else: added}
}

func (r *Sum) describe(s Scope) []string {
	lines := []string{fmt.Sprintf("Cộng điểm các phần sau, không quá %s điểm:", expr.FormatNumber(s.Max))}
	for i, part := range r.Parts {
		lines = append(lines, marked(i, r.partMax(s, i), part.Rule.describe(r.part(s, i)))...)
	}
	return lines
}

// partMax says the most that a part gives, where its rule does not say so by itself.
func (r *Sum) partMax(s Scope, i int) string {
	inner := r.part(s, i)
	if r.Parts[i].Rule.most(inner).Equal(inner.Max) {
		return ""
	}
	return "Tối đa " + expr.FormatNumber(inner.Max) + " điểm. "
}

func partName(i int) string { return fmt.Sprintf("phần (%d)", i+1) }

// marked are the sentences of one of several rules, with its mark before them and what is said of it by its place.
func marked(i int, remark string, sentences []string) []string {
	lines := make([]string, len(sentences))
	for j, line := range sentences {
		lines[j] = "    " + line
		if j == 0 {
			lines[j] = partMark(i) + " " + remark + line
		}
	}
	return lines
}

func partMark(i int) string { return "(" + strconv.Itoa(i+1) + ")" }
