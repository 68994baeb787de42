package scoring

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// share is the quotient that ratio and bands have in common: what was reached, weighted, against what was to be reached.
type share struct {
	of    InputName
	terms []Term
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

// sum adds the parts up as they were counted, without weights: together they cannot exceed the denominator.
func (q share) sum() Expr {
	args := make([]Expr, len(q.terms))
	for i, t := range q.terms {
		args[i] = Ask{string(t.Answer)}
	}
	if len(args) == 1 {
		return args[0]
	}
	return Op{Add, args}
}

// weighted adds the parts up with their weights, times scale, all in whole numbers.
func (q share) weighted() (sum Expr, scale decimal.Decimal) {
	scale = one
	for _, t := range q.terms {
		_, s := integer(t.Weight)
		scale = decimal.Max(scale, s)
	}
	args := make([]Expr, len(q.terms))
	for i, t := range q.terms {
		args[i] = times(Ask{string(t.Answer)}, t.Weight.Mul(scale))
	}
	if len(args) == 1 {
		return args[0], scale
	}
	return Op{Add, args}, scale
}

// compare says whether the weighted share stands in that relation to an edge (a ratio 0–1), in whole numbers.
func (q share) compare(sym Symbol, edge decimal.Decimal) Expr {
	part, scale := q.weighted()
	n, edgeScale := integer(edge)
	return op(sym, times(part, edgeScale), times(Ask{string(q.of)}, n.Mul(scale)))
}

// points is share × max: multiplied first, divided once, in whole numbers.
func (q share) points(max decimal.Decimal) Expr {
	part, scale := q.weighted()
	n, maxScale := integer(max)
	return op(Div, times(part, n), times(Ask{string(q.of)}, scale.Mul(maxScale)))
}

// ratio is the share itself, for words.
func (q share) ratio() Expr { return q.points(one) }

// guard lets then be read only where the declared figures can be true and the denominator is not 0.
func (q share) guard(s scope, ifZero ZeroRule, then Expr) Expr {
	of := Ask{string(q.of)}
	exceeds := Stop{State: Invalid, Code: AnswerExceeds, Input: string(q.terms[0].Answer),
		Labels: []string{q.labels(s), s.label(q.of)}, Args: []Expr{q.sum(), of}}
	return If{op(More, q.sum(), of), exceeds, If{op(Equal, of, num(0)), q.atZero(s, ifZero), then}}
}

func (q share) atZero(s scope, ifZero ZeroRule) Expr {
	step := &Step{Words: s.label(q.of) + " = 0 → ", Spare: true}
	switch ifZero {
	case ZeroMax:
		step.Words, step.Expr = step.Words+"đạt điểm tối đa {=}", Num{s.max}
	case ZeroNone:
		step.Words, step.Expr = step.Words+"{=}", num(0)
	default:
		step.Words, step.Expr = step.Words+"không đánh giá", Stop{State: NotAssessed}
	}
	return step
}

func (q share) labels(s scope) string {
	names := make([]string, len(q.terms))
	for i, t := range q.terms {
		names[i] = s.label(t.Answer)
	}
	return strings.Join(names, "” cộng “")
}

// figures writes the share with places for its numbers, "{0}/{1}" or "({0} × 1 + {1} × 0,5)/{2}", and gives their expressions.
func (q share) figures() (words string, args []Expr) {
	var parts []string
	for i, t := range q.terms {
		args = append(args, Ask{string(t.Answer)})
		part := place(i)
		if len(q.terms) > 1 {
			part += " × " + FormatNumber(t.Weight)
		}
		parts = append(parts, part)
	}
	words = strings.Join(parts, " + ")
	if len(parts) > 1 {
		words = "(" + words + ")"
	}
	return words + "/" + place(len(args)), append(args, Ask{string(q.of)})
}

// names writes the share with the inputs' names, "b/a", for descriptions.
func (q share) names() string {
	var parts []string
	for _, t := range q.terms {
		part := string(t.Answer)
		if !t.Weight.Equal(one) {
			part += " × " + FormatNumber(t.Weight)
		}
		parts = append(parts, part)
	}
	if len(parts) == 1 {
		return parts[0] + "/" + string(q.of)
	}
	return "(" + strings.Join(parts, " + ") + ")/" + string(q.of)
}

// legend says what the names stand for.
func (q share) legend(s scope) string {
	text := fmt.Sprintf("Trong đó: %s là “%s”", q.of, s.label(q.of))
	for _, t := range q.terms {
		text += fmt.Sprintf("; %s là “%s”", t.Answer, s.label(t.Answer))
	}
	return text + "."
}

func (q share) describeZero(ifZero ZeroRule, max decimal.Decimal) string {
	at := "Khi " + string(q.of) + " = 0: "
	switch ifZero {
	case ZeroMax:
		return at + "đạt điểm tối đa (" + FormatNumber(max) + " điểm)."
	case ZeroNone:
		return at + "0 điểm."
	}
	return at + "không đánh giá."
}

func (q share) check(s scope, ifZero ZeroRule) []Problem {
	problems := s.wantsNumber("of", q.of)
	if ifZero == "" {
		problems = append(problems, NewProblem(RuleNoZeroRule, s.path))
	}
	if ifZero == ZeroNotAssessed && s.inSum {
		problems = append(problems, NewProblem(RuleZeroInSum, s.at("ifZero")))
	}
	return problems
}

func times(e Expr, d decimal.Decimal) Expr {
	if d.Equal(one) {
		return e
	}
	return op(Mul, e, Num{d})
}

func place(i int) string { return "{" + strconv.Itoa(i) + "}" }
