package kinds

import (
	"fmt"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Ratio gives part ÷ of × max (1.1, 2.2.2, 8.1 of the 2023 set), with several weighted parts where the source has them
// (1.3.2, 7.1.4) and a minimum below which nothing is given.
type Ratio struct {
	Part    InputName // one part of weight 1
	Parts   []Term    // or several
	Of      InputName
	AtLeast decimal.NullDecimal // ratio 0–1
	IfZero  ZeroRule
	Over    bool // the parts may pass Of, and then give the maximum
}

// Kind is the word that the YAML uses.
func (r *Ratio) Kind() string { return "ratio" }

// Fields lists its keys.
func (r *Ratio) Fields() []Field {
	return []Field{
		{"part", "phần đạt được", "the answer that was reached; or parts", false, &r.Part},
		{"parts", "các phần đạt được", "several answers with weights, in place of part", false, ListOf(&r.Parts)},
		{"of", "tổng số (mẫu số)", "the answer that it is measured against", true, &r.Of},
		{"atLeast", "tỷ lệ tối thiểu", "ratio 0–1 under which there are no points", false, &r.AtLeast},
		zeroField(&r.IfZero, false),
		overField(&r.Over),
	}
}

func (r *Ratio) yardsticks() []InputName { return yardstick(r.Of) }

func (r *Ratio) isPercent(key string) bool { return key == "atLeast" }

func (r *Ratio) share() share { return newShare(r.Part, r.Parts, r.Of, r.Over) }

func newShare(part InputName, parts []Term, of InputName, over bool) share {
	if part != "" {
		return share{of: of, terms: []Term{{part, one}}, plain: true, over: over}
	}
	return share{of: of, terms: parts, over: over}
}

func (r *Ratio) check(s Scope) []problem.Problem {
	problems := r.share().check(s, r.IfZero)
	problems = append(problems, s.wantsNumber("part", r.Part)...)
	if (r.Part == "") == (len(r.Parts) == 0) {
		problems = append(problems, problem.New(problem.RuleOneOf, s.Path, "part", "parts"))
	}
	for i, t := range r.Parts {
		at := fmt.Sprintf("parts[%d]", i)
		problems = append(problems, s.wantsNumber(at+".answer", t.Answer)...)
		if !t.Weight.IsPositive() || t.Weight.GreaterThan(one) {
			problems = append(problems, problem.New(problem.RuleNotRatio, s.At("%s.weight", at), expr.FormatNumber(t.Weight)))
		}
	}
	if r.AtLeast.Valid && (!r.AtLeast.Decimal.IsPositive() || r.AtLeast.Decimal.GreaterThan(one)) {
		problems = append(problems, problem.New(problem.RuleNotRatio, s.At("atLeast"), expr.FormatNumber(r.AtLeast.Decimal)))
	}
	return problems
}

func (r *Ratio) most(s Scope) decimal.Decimal {
	if r.Over {
		return s.Max
	}
	most := decimal.Zero
	for _, t := range r.share().terms {
		most = decimal.Max(most, t.Weight)
	}
	return most.Mul(s.Max)
}

func (r *Ratio) lower(s Scope) expr.Expr {
	q := r.share()
	figures, args := q.figures()
	args = append(args, q.ratio())
	percent := "{" + fmt.Sprint(len(args)-1) + "%}"
	product := &expr.Step{Words: figures + " × " + expr.FormatNumber(s.Max) + " = {=}", Args: args, Expr: q.points(s.Max)}
	if !r.AtLeast.Valid {
		return q.guard(s, r.IfZero, r.capped(s, product))
	}
	edge := expr.FormatPercent(expr.Whole(r.AtLeast.Decimal))
	reached := &expr.Step{Words: figures + " = " + percent + " ≥ " + edge + " → " + product.Words, Args: args, Expr: product.Expr}
	failed := &expr.Step{Words: figures + " = " + percent + " < " + edge + " → {=}", Args: args, Expr: expr.Int(0)}
	return q.guard(s, r.IfZero, expr.If{Cond: q.compare(expr.AtLeast, r.AtLeast.Decimal), Then: r.capped(s, reached), Else: failed})
}

// capped is the product, or the maximum where more was reached than there was to reach.
func (r *Ratio) capped(s Scope, product *expr.Step) expr.Expr {
	if !r.Over {
		return product
	}
	q := r.share()
	figures, args := q.figures()
	words := fmt.Sprintf("%s = {%d%%}, vượt 100%% → {=}", figures, len(args))
	full := &expr.Step{Words: words, Args: append(args, q.ratio()), Expr: expr.Num{Value: s.Max}, Spare: true}
	return expr.If{Cond: q.compare(expr.More, one), Then: full, Else: product}
}

func (r *Ratio) describe(s Scope) []string {
	q := r.share()
	lines := []string{fmt.Sprintf("Điểm = %s × %s. %s", q.names(), expr.FormatNumber(s.Max), q.legend(s))}
	if r.AtLeast.Valid {
		lines = append(lines, fmt.Sprintf("Nếu %s dưới %s: 0 điểm.", q.names(), exactPercent(r.AtLeast.Decimal)))
	}
	return append(append(lines, q.describeOver()...), q.describeZero(r.IfZero, s.Max))
}
