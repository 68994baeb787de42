package kinds

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Relative gives points by where a number or a ratio stands against other answers, which are announced figures as a rule: the
// maximum at Best, none at Worst, in proportion between, no more and no less beyond. Without Worst the points begin at 0, as in own
// bandwidth per head ÷ that of the best × 40. The 2023 set has none; rankings of ministries and indices abroad do.
type Relative struct {
	Part   InputName // with Of: a ratio
	Of     InputName
	Number InputName // or a number
	Best   InputName
	Worst  InputName
	IfZero ZeroRule
}

// Kind is the word that the YAML uses.
func (r *Relative) Kind() string { return "relative" }

// Fields lists its keys.
func (r *Relative) Fields() []Field {
	return []Field{
		{"part", "phần đạt được", "the answer that was reached, with of: a ratio", false, &r.Part},
		{"of", "tổng số (mẫu số)", "the answer that it is measured against", false, &r.Of},
		{"number", "số liệu dùng để tính", "the answer itself, in place of part and of; then worst is needed", false, &r.Number},
		{"best", "mức tốt nhất", "the answer at which the maximum is reached, an announced figure as a rule", true, &r.Best},
		{"worst", "mức kém nhất", "the answer at which the points begin; 0 unless said otherwise", false, &r.Worst},
		zeroField(&r.IfZero, true),
	}
}

func (r *Relative) isRatio() bool { return r.Number == "" }

func (r *Relative) yardsticks() []InputName {
	var names []InputName
	for _, name := range []InputName{r.Of, r.Best, r.Worst} {
		names = append(names, yardstick(name)...)
	}
	return names
}

func (r *Relative) share() share { return newShare(r.Part, nil, r.Of, true) }

// falls says that fewer is better, which the answer itself tells.
func (r *Relative) falls(s Scope) bool {
	in, _ := s.input(r.mine())
	return in.Better == expr.BetterLess
}

// mine is the answer by which the unit stands where it does.
func (r *Relative) mine() InputName {
	if r.isRatio() {
		return r.Part
	}
	return r.Number
}

func (r *Relative) check(s Scope) []problem.Problem {
	problems := append(append(r.once(s), s.wantsNumber("best", r.Best)...), s.wantsNumber("worst", r.Worst)...)
	switch {
	case r.Number != "" && (r.Part != "" || r.Of != ""), r.Number == "" && (r.Part == "" || r.Of == ""):
		return append(problems, problem.New(problem.RuleOneOf, s.Path, "number", "part + of"))
	case r.Worst == "" && (r.Number != "" || r.falls(s)):
		problems = append(problems, problem.New(problem.RuleNoWorst, s.Path))
	}
	if r.IfZero == ZeroNotAssessed && s.joined {
		problems = append(problems, problem.New(problem.RuleZeroInSum, s.At("ifZero")))
	}
	problems = append(problems, s.wantsNumber("number", r.Number)...)
	problems = append(problems, s.wantsNumber("part", r.Part)...)
	return append(problems, s.wantsNumber("of", r.Of)...)
}

// once reports an answer that is held against itself.
func (r *Relative) once(s Scope) []problem.Problem {
	var seen []InputName
	for _, name := range []InputName{r.Number, r.Part, r.Of, r.Best, r.Worst} {
		if name != "" && slices.Contains(seen, name) {
			return []problem.Problem{problem.New(problem.RuleAnswerTwice, s.Path, name)}
		}
		seen = append(seen, name)
	}
	return nil
}

func (r *Relative) most(s Scope) decimal.Decimal { return s.Max }

// lower looks at what the unit declared first: what it left blank is named though nothing is announced yet. Then come the
// denominators, and what lies beyond the two ends.
func (r *Relative) lower(s Scope) expr.Expr {
	atBest, atWorst := expr.AtLeast, expr.AtMost
	if r.falls(s) {
		atBest, atWorst = expr.AtMost, expr.AtLeast
	}
	rest := r.between(s) // nothing is below 0
	sound := r.sound(s)
	if r.Worst != "" {
		rest = sound(expr.If{Cond: r.compare(atWorst, ask(r.Worst)), Then: r.end(s, atWorst, r.Worst, decimal.Zero), Else: rest})
	}
	e := expr.Expr(expr.If{Cond: r.compare(atBest, ask(r.Best)), Then: sound(r.end(s, atBest, r.Best, s.Max)), Else: rest})
	if r.isRatio() {
		e = expr.If{Cond: expr.Apply(expr.Equal, ask(r.Of), expr.Int(0)), Then: s.atZero(s.Label(r.Of)+" = 0", r.IfZero), Else: e}
	}
	return e
}

// sound lets then be read only where the two ends lie apart, and the right way round.
func (r *Relative) sound(s Scope) func(then expr.Expr) expr.Expr {
	wrong := expr.Less
	if r.falls(s) {
		wrong = expr.More
	}
	best, worst := ask(r.Best), r.worst()
	alike := s.atZero(r.alike(s), r.IfZero)
	return func(then expr.Expr) expr.Expr {
		then = expr.If{Cond: expr.Apply(expr.Equal, best, worst), Then: alike, Else: then}
		if r.Worst == "" {
			return then
		}
		return expr.If{Cond: expr.Apply(wrong, best, worst), Then: expr.Stop{State: expr.Invalid, Code: problem.FigureOrder, Input: string(r.Best),
			Labels: []string{s.Label(r.Best), s.Label(r.Worst)}, Args: []expr.Expr{best, worst}}, Else: then}
	}
}

func ask(name InputName) expr.Expr { return expr.Ask{Input: string(name)} }

func (r *Relative) worst() expr.Expr {
	if r.Worst == "" {
		return expr.Int(0)
	}
	return ask(r.Worst)
}

// alike says in words that there is nothing between the two ends.
func (r *Relative) alike(s Scope) string {
	if r.Worst == "" {
		return s.Label(r.Best) + " = 0"
	}
	return s.Label(r.Best) + " = " + s.Label(r.Worst)
}

// compare holds what the unit has against one of the two ends, without dividing.
func (r *Relative) compare(sym expr.Symbol, end expr.Expr) expr.Expr {
	return expr.Apply(sym, ask(r.mine()), r.times(end))
}

// times is so many times the denominator, where there is one.
func (r *Relative) times(e expr.Expr) expr.Expr {
	if !r.isRatio() {
		return e
	}
	return expr.Apply(expr.Mul, e, ask(r.Of))
}

// end is what holds at an end and beyond it. Whether anybody is there depends on what is announced.
func (r *Relative) end(s Scope, sym expr.Symbol, name InputName, points decimal.Decimal) expr.Expr {
	sign := map[expr.Symbol]string{expr.AtLeast: "≥", expr.AtMost: "≤"}[sym]
	words, args := r.figures()
	return &expr.Step{Words: words + " " + sign + " " + expr.Slot(len(args)) + " → {=}", Args: append(args, ask(name)), Expr: expr.Num{Value: points}, Spare: true}
}

// between is (x − worst) ÷ (best − worst) × max: multiplied first, divided once.
func (r *Relative) between(s Scope) expr.Expr {
	words, args := r.figures()
	over, below := ask(r.mine()), ask(r.Best)
	best := expr.Slot(len(args))
	args = append(args, ask(r.Best))
	said := "(" + words + ")/" + best
	if r.Worst != "" {
		worst := expr.Slot(len(args))
		args = append(args, ask(r.Worst))
		said = "(" + words + " − " + worst + ")/(" + best + " − " + worst + ")"
		over, below = expr.Apply(expr.Sub, over, r.times(ask(r.Worst))), expr.Apply(expr.Sub, below, ask(r.Worst))
	}
	n, scale := expr.Integer(s.Max)
	e := expr.Apply(expr.Div, expr.Times(over, n), expr.Times(r.times(below), scale))
	return &expr.Step{Words: said + " × " + expr.FormatNumber(s.Max) + " = {=}", Args: args, Expr: e, Spare: true}
}

// figures write what the unit has, with places for its numbers.
func (r *Relative) figures() (words string, args []expr.Expr) {
	if r.isRatio() {
		return "{0}/{1}", []expr.Expr{ask(r.Part), ask(r.Of)}
	}
	return "{0}", []expr.Expr{ask(r.Number)}
}

func (r *Relative) describe(s Scope) []string {
	own, over := string(r.Number), string(r.Number)
	names := []InputName{r.Number}
	if r.isRatio() {
		own, names = r.share().names(), []InputName{r.Of, r.Part}
		over = "(" + own + ")"
	}
	names = append(names, r.Best)
	below, zero := string(r.Best), string(r.Best)+" = 0"
	if r.Worst != "" {
		over, below = "("+own+" − "+string(r.Worst)+")", "("+string(r.Best)+" − "+string(r.Worst)+")"
		names, zero = append(names, r.Worst), string(r.Best)+" = "+string(r.Worst)
	}
	if r.isRatio() {
		zero = string(r.Of) + " = 0 hoặc " + zero
	}
	var legend []string
	for _, name := range names {
		legend = append(legend, string(name)+" là “"+oneLine(s.Label(name))+"”")
	}
	most := expr.FormatNumber(s.Max)
	return []string{
		"Điểm = " + over + "/" + below + " × " + most + ", từ 0 đến " + most + ". Trong đó: " + strings.Join(legend, "; ") + ".",
		zeroWords(zero, r.IfZero, s.Max),
	}
}
