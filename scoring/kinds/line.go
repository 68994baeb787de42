package kinds

import (
	"fmt"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Line gives points in proportion between two edges of a ratio or a number: none at ZeroAt, the maximum at FullAt, and no more and
// no less beyond them. It falls where FullAt is the lower edge. The 2023 set has none; targets and indices elsewhere do.
type Line struct {
	Part           InputName // with Of: a ratio
	Of             InputName
	Number         InputName // or a number
	ZeroAt, FullAt decimal.Decimal
	IfZero         ZeroRule
	Over           bool // the part may pass Of
}

// Kind is the word that the YAML uses.
func (r *Line) Kind() string { return "line" }

// Fields lists its keys.
func (r *Line) Fields() []Field {
	return []Field{
		{"part", "phần đạt được", "the answer that was reached, with of: a line along a ratio", false, &r.Part},
		{"of", "tổng số (mẫu số)", "the answer that it is measured against", false, &r.Of},
		{"number", "số liệu dùng để tính", "the answer itself, in place of part and of: a line along a number", false, &r.Number},
		{"zeroAt", "mốc 0 điểm", "where the points begin, 0 unless said otherwise; above fullAt where fewer is better", false, &r.ZeroAt},
		{"fullAt", "mốc điểm tối đa", "where they reach the maximum", true, &r.FullAt},
		zeroField(&r.IfZero, false),
		overField(&r.Over),
	}
}

func (r *Line) isRatio() bool { return r.Number == "" }

func (r *Line) isPercent(key string) bool { return r.isRatio() && (key == "zeroAt" || key == "fullAt") }

func (r *Line) yardsticks() []InputName { return yardstick(r.Of) }

func (r *Line) falls() bool { return r.FullAt.LessThan(r.ZeroAt) }

// fewer is what the line falls along.
func (r *Line) fewer() []InputName {
	switch {
	case !r.falls():
		return nil
	case r.isRatio():
		return []InputName{r.Part}
	}
	return []InputName{r.Number}
}

func (r *Line) share() share { return newShare(r.Part, nil, r.Of, r.Over) }

func (r *Line) check(s Scope) []problem.Problem {
	problems := r.share().checkMeasure(s, r.Number, r.IfZero, Scope.wantsAnyNumber)
	if r.isRatio() {
		problems = append(problems, r.share().ratioEdge(s, "zeroAt", r.ZeroAt)...)
		problems = append(problems, r.share().ratioEdge(s, "fullAt", r.FullAt)...)
	}
	if r.ZeroAt.Equal(r.FullAt) {
		problems = append(problems, problem.New(problem.RuleLineFlat, s.At("fullAt"), expr.FormatNumber(r.FullAt)))
	}
	return problems
}

func (r *Line) most(s Scope) decimal.Decimal { return s.Max }

func (r *Line) lower(s Scope) expr.Expr {
	atFull, atZero := expr.AtLeast, expr.AtMost
	if r.falls() {
		atFull, atZero = expr.AtMost, expr.AtLeast
	}
	full := r.end(s, atFull, r.FullAt, s.Max)
	none := r.end(s, atZero, r.ZeroAt, decimal.Zero)
	e := expr.If{Cond: r.compare(atFull, r.FullAt), Then: full, Else: expr.If{Cond: r.compare(atZero, r.ZeroAt), Then: none, Else: r.between(s)}}
	if r.isRatio() {
		return r.share().guard(s, r.IfZero, e)
	}
	return e
}

func (r *Line) compare(sym expr.Symbol, edge decimal.Decimal) expr.Expr {
	if r.isRatio() {
		return r.share().compare(sym, edge)
	}
	n, scale := expr.Integer(edge)
	return expr.Apply(sym, expr.Times(expr.Ask{Input: string(r.Number)}, scale), expr.Num{Value: n})
}

// end is what holds at an edge and beyond it. Answers need not go that far, so it may never happen.
func (r *Line) end(s Scope, sym expr.Symbol, edge, points decimal.Decimal) expr.Expr {
	sign := map[expr.Symbol]string{expr.AtLeast: "≥", expr.AtMost: "≤"}[sym]
	words, args, _ := r.figures(s)
	return &expr.Step{Words: words + " " + sign + " " + r.formatEdge(edge) + " → {=}", Args: args, Expr: expr.Num{Value: points}, Spare: true}
}

// between is (x − zeroAt) ÷ (fullAt − zeroAt) × max, both differences the other way round where the line falls: multiplied first,
// divided once, in whole numbers.
func (r *Line) between(s Scope) expr.Expr {
	words, args, x := r.figures(s)
	over, span := "("+x+" − "+r.formatEdge(r.ZeroAt)+")", r.FullAt.Sub(r.ZeroAt)
	switch {
	case r.falls():
		over = "(" + r.formatEdge(r.ZeroAt) + " − " + x + ")"
	case r.ZeroAt.IsZero():
		over = x
	}
	below := "(" + r.formatEdge(decimal.Max(r.FullAt, r.ZeroAt)) + " − " + r.formatEdge(decimal.Min(r.FullAt, r.ZeroAt)) + ")"
	if r.ZeroAt.IsZero() || r.FullAt.IsZero() {
		below = r.formatEdge(span.Abs())
	}
	return &expr.Step{Words: words + " → " + over + "/" + below + " × " + expr.FormatNumber(s.Max) + " = {=}", Args: args, Expr: r.points(s.Max, span)}
}

func (r *Line) points(max, span decimal.Decimal) expr.Expr {
	_, scale := expr.Integer(r.ZeroAt)
	if _, finer := expr.Integer(r.FullAt); finer.GreaterThan(scale) {
		scale = finer
	}
	n, maxScale := expr.Integer(max)
	zero, width := r.ZeroAt.Mul(scale), span.Abs().Mul(scale).Mul(maxScale)
	if !r.isRatio() {
		return expr.Apply(expr.Div, expr.Times(r.beyond(expr.Times(expr.Ask{Input: string(r.Number)}, scale), expr.Num{Value: zero}), n), expr.Num{Value: width})
	}
	of := expr.Ask{Input: string(r.Of)}
	return expr.Apply(expr.Div, expr.Times(r.beyond(expr.Times(expr.Ask{Input: string(r.Part)}, scale), expr.Times(of, zero)), n), expr.Times(of, width))
}

// beyond is how far x is from where the points begin.
func (r *Line) beyond(x, zero expr.Expr) expr.Expr {
	switch {
	case r.falls():
		return expr.Apply(expr.Sub, zero, x)
	case r.ZeroAt.IsZero():
		return x
	}
	return expr.Apply(expr.Sub, x, zero)
}

// figures write what the line runs along, with places for its numbers, and give the place of that alone.
func (r *Line) figures(s Scope) (words string, args []expr.Expr, x string) {
	if r.isRatio() {
		words, args = r.share().figures()
		return words + " = {2%}", append(args, r.share().ratio()), "{2%}"
	}
	return s.Label(r.Number) + ": {0}", []expr.Expr{expr.Ask{Input: string(r.Number)}}, "{0}"
}

func (r *Line) formatEdge(edge decimal.Decimal) string {
	if r.isRatio() {
		return exactPercent(edge)
	}
	return expr.FormatNumber(edge)
}

func (r *Line) describe(s Scope) []string {
	along, unit, tail := s.quoted(r.Number), "", ""
	if r.isRatio() {
		along, tail = r.share().names(), " "+r.share().legend(s)
	} else {
		in, _ := s.input(r.Number)
		unit = in.Unit
	}
	up, down := bound{text: r.formatEdge(r.FullAt)}, bound{text: r.formatEdge(r.ZeroAt)}
	ends := between(bound{}, down, unit) + ": 0 điểm; " + between(up, bound{}, unit) + ": " + expr.FormatNumber(s.Max) + " điểm"
	if r.falls() {
		ends = between(down, bound{}, unit) + ": 0 điểm; " + between(bound{}, up, unit) + ": " + expr.FormatNumber(s.Max) + " điểm"
	}
	lines := []string{fmt.Sprintf("Điểm tính theo tỷ lệ giữa hai mốc của %s: %s.%s", along, ends, tail)}
	if !r.isRatio() {
		return lines
	}
	return append(append(lines, r.share().describeOver()...), r.share().describeZero(r.IfZero, s.Max))
}
