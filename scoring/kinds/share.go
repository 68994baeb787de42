package kinds

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// share is the quotient that ratio and bands have in common: what was reached, weighted, against what was to be reached.
type share struct {
	of    InputName
	terms []Term
	plain bool // one part without a weight of its own
	over  bool // the parts may come to more than the denominator
}

// yardstick is a denominator as a kind names it, none where there is none.
func yardstick(of InputName) []InputName {
	if of == "" {
		return nil
	}
	return []InputName{of}
}

// Term is one weighted part of a ratio.
type Term struct {
	Answer InputName
	Weight decimal.Decimal
}

// Fields lists its keys.
func (t *Term) Fields() []Field {
	return []Field{
		{"answer", "số liệu", "the answer counted", true, &t.Answer},
		{"weight", "hệ số", "what one of it counts, above 0 up to 1", true, &t.Weight},
	}
}

// sum adds the parts up as they were counted, without weights: together they cannot exceed the denominator, unless they may.
func (q share) sum() expr.Expr {
	args := make([]expr.Expr, len(q.terms))
	for i, t := range q.terms {
		args[i] = expr.Ask{Input: string(t.Answer)}
	}
	if len(args) == 1 {
		return args[0]
	}
	return expr.Op{Sym: expr.Add, Args: args}
}

// weighted adds the parts up with their weights, times scale, all in whole numbers.
func (q share) weighted() (sum expr.Expr, scale decimal.Decimal) {
	scale = one
	for _, t := range q.terms {
		_, s := expr.Integer(t.Weight)
		scale = decimal.Max(scale, s)
	}
	args := make([]expr.Expr, len(q.terms))
	for i, t := range q.terms {
		args[i] = expr.Times(expr.Ask{Input: string(t.Answer)}, t.Weight.Mul(scale))
	}
	if len(args) == 1 {
		return args[0], scale
	}
	return expr.Op{Sym: expr.Add, Args: args}, scale
}

// compare says whether the weighted share stands in that relation to an edge (a ratio 0–1), in whole numbers.
func (q share) compare(sym expr.Symbol, edge decimal.Decimal) expr.Expr {
	part, scale := q.weighted()
	n, edgeScale := expr.Integer(edge)
	return expr.Apply(sym, expr.Times(part, edgeScale), expr.Times(expr.Ask{Input: string(q.of)}, n.Mul(scale)))
}

// points is share × max: multiplied first, divided once, in whole numbers.
func (q share) points(max decimal.Decimal) expr.Expr {
	part, scale := q.weighted()
	n, maxScale := expr.Integer(max)
	return expr.Apply(expr.Div, expr.Times(part, n), expr.Times(expr.Ask{Input: string(q.of)}, scale.Mul(maxScale)))
}

// ratio is the share itself, for words.
func (q share) ratio() expr.Expr { return q.points(one) }

// guard lets then be read only where the declared figures can be true and the denominator is not 0.
func (q share) guard(s Scope, ifZero ZeroRule, then expr.Expr) expr.Expr {
	of := expr.Ask{Input: string(q.of)}
	then = expr.If{Cond: expr.Apply(expr.Equal, of, expr.Int(0)), Then: q.atZero(s, ifZero), Else: then}
	if q.over {
		return then
	}
	exceeds := expr.Stop{State: expr.Invalid, Code: problem.AnswerExceeds, Input: string(q.terms[0].Answer),
		Labels: []string{q.labels(s), s.Label(q.of)}, Args: []expr.Expr{q.sum(), of}}
	return expr.If{Cond: expr.Apply(expr.More, q.sum(), of), Then: exceeds, Else: then}
}

func (q share) atZero(s Scope, ifZero ZeroRule) expr.Expr {
	return s.atZero(s.Label(q.of)+" = 0", ifZero)
}

// atZero is what holds where a denominator is 0, which the words say.
func (s Scope) atZero(when string, ifZero ZeroRule) expr.Expr {
	step := &expr.Step{Words: when + " → ", Spare: true}
	switch ifZero {
	case ZeroMax:
		step.Words, step.Expr = step.Words+"đạt điểm tối đa {=}", expr.Num{Value: s.Max}
	case ZeroNone:
		step.Words, step.Expr = step.Words+"{=}", expr.Int(0)
	default:
		step.Words, step.Expr = step.Words+"không đánh giá", expr.Stop{State: expr.NotAssessed}
	}
	return step
}

func (q share) labels(s Scope) string {
	names := make([]string, len(q.terms))
	for i, t := range q.terms {
		names[i] = s.Label(t.Answer)
	}
	return strings.Join(names, "” cộng “")
}

// figures writes the share with places for its numbers, "{0}/{1}" or "({0} × 1 + {1} × 0,5)/{2}", and gives their expressions.
func (q share) figures() (words string, args []expr.Expr) {
	var parts []string
	for i, t := range q.terms {
		args = append(args, expr.Ask{Input: string(t.Answer)})
		part := expr.Slot(i)
		if len(q.terms) > 1 {
			part += " × " + expr.FormatNumber(t.Weight)
		}
		parts = append(parts, part)
	}
	words = strings.Join(parts, " + ")
	if len(parts) > 1 {
		words = "(" + words + ")"
	}
	return words + "/" + expr.Slot(len(args)), append(args, expr.Ask{Input: string(q.of)})
}

// names writes the share with the inputs' names, "b/a", for descriptions.
func (q share) names() string {
	var parts []string
	for _, t := range q.terms {
		part := string(t.Answer)
		if !t.Weight.Equal(one) || len(q.terms) == 1 && !q.plain {
			part += " × " + expr.FormatNumber(t.Weight)
		}
		parts = append(parts, part)
	}
	if len(parts) == 1 {
		return parts[0] + "/" + string(q.of)
	}
	return "(" + strings.Join(parts, " + ") + ")/" + string(q.of)
}

// legend says what the names stand for.
func (q share) legend(s Scope) string {
	text := fmt.Sprintf("Trong đó: %s là “%s”", q.of, oneLine(s.Label(q.of)))
	for _, t := range q.terms {
		text += fmt.Sprintf("; %s là “%s”", t.Answer, oneLine(s.Label(t.Answer)))
	}
	return text + "."
}

// describeOver says that the parts may pass the denominator; no line where they may not.
func (q share) describeOver() []string {
	if !q.over {
		return nil
	}
	return []string{fmt.Sprintf("Tỷ lệ %s được vượt 100%%.", q.names())}
}

func (q share) describeZero(ifZero ZeroRule, max decimal.Decimal) string {
	return zeroWords(string(q.of)+" = 0", ifZero, max)
}

// zeroWords say what holds where a denominator is 0.
func zeroWords(when string, ifZero ZeroRule, max decimal.Decimal) string {
	at := "Khi " + when + ": "
	switch ifZero {
	case ZeroMax:
		return at + "đạt điểm tối đa (" + expr.FormatNumber(max) + " điểm)."
	case ZeroNone:
		return at + "0 điểm."
	}
	return at + "không đánh giá."
}

// overField is the key that lets parts pass the denominator.
func overField(place *bool) Field {
	return Field{"over", "được vượt 100%", "true where the part may pass what it is measured against: it is no mistake then", false, place}
}

// ratioEdge reports an edge that no share comes to.
func (q share) ratioEdge(s Scope, field string, edge decimal.Decimal) []problem.Problem {
	if edge.IsNegative() && !q.mayBeBelow(s) || !q.over && edge.GreaterThan(one) {
		return []problem.Problem{problem.New(problem.RuleNotRatio, s.At("%s", field), expr.FormatNumber(edge))}
	}
	return nil
}

// mayBeBelow says that the part may be below 0, as growth may.
func (q share) mayBeBelow(s Scope) bool {
	return slices.ContainsFunc(q.terms, func(t Term) bool {
		in, _ := s.input(t.Answer)
		return in.Min.IsNegative()
	})
}

// checkMeasure checks what a rule measures: one number, which must be as wanted, or a part against a denominator.
func (q share) checkMeasure(s Scope, number InputName, ifZero ZeroRule, wants func(s Scope, field string, name InputName) []problem.Problem) []problem.Problem {
	var part InputName
	if q.plain {
		part = q.terms[0].Answer
	}
	switch {
	case number != "" && (part != "" || q.of != ""), number == "" && (part == "" || q.of == ""):
		return []problem.Problem{problem.New(problem.RuleOneOf, s.Path, "number", "part + of")}
	case number == "":
		return append(q.check(s, ifZero), s.wantsAnyNumber("part", part)...)
	}
	return append(wants(s, "number", number), noDenominator(s, ifZero, q.over)...)
}

// noDenominator reports keys that mean something only where there is a denominator.
func noDenominator(s Scope, ifZero ZeroRule, over bool) []problem.Problem {
	var problems []problem.Problem
	if ifZero != "" {
		problems = append(problems, problem.New(problem.RuleNoDenominator, s.At("ifZero"), "ifZero"))
	}
	if over {
		problems = append(problems, problem.New(problem.RuleNoDenominator, s.At("over"), "over"))
	}
	return problems
}

func (q share) check(s Scope, ifZero ZeroRule) []problem.Problem {
	problems := s.wantsNumber("of", q.of)
	if ifZero == "" {
		problems = append(problems, problem.New(problem.RuleNoZeroRule, s.Path))
	}
	if ifZero == ZeroNotAssessed && s.joined {
		problems = append(problems, problem.New(problem.RuleZeroInSum, s.At("ifZero")))
	}
	return problems
}
