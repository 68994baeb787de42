// Package expr is the exact core that every rule is lowered to: answers, expressions over them, and their evaluation.
//
// Start with [Expr]: a rule is a plain tree of nine node types, which [Eval] computes and package templates prints as a
// spreadsheet formula, so that the cell that a unit sees and the points that are published agree by construction. An [Input]
// says what an answer may be, an [Answer] what stands there; the outcome is a [Fraction], a [State], and what the steps said
// on the way. [FormatNumber] and its like are how all numbers are written that a person reads.
//
// It promises that nothing is rounded before the leaf rounds, that no answer is read that the value doesn't depend on, and
// that of several states the worst wins. It knows no criterion, no maximum and no rule kind.
package expr

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/problem"
)

// Expr is the core that every rule kind is lowered to: a plain, immutable tree. Go evaluates it exactly and package
// templates prints it as a spreadsheet formula, so the two agree by construction. The set of node types is closed.
//
// Truth is a number: a comparison gives 1 or 0, and a condition holds unless it is 0. "And" and "or" are written with
// [If], so that they read no more answers than they need.
type Expr interface{ isExpr() }

// Num is a constant.
type Num struct{ Value decimal.Decimal }

// Ask is the number that stands in an answer. Blank, unreadable and out-of-bounds answers give a state instead.
type Ask struct{ Input string }

// Derived is the number of an answer that is reckoned from others, as its input says it: what Expr comes to, within the input's bounds.
type Derived struct {
	Input Input
	Expr  Expr // over the answers that it is reckoned from
}

// Is holds when a choice's answer is its nth option, counted from 1. A choice is never a number.
type Is struct {
	Input  string
	Option int
}

// Op is arithmetic or a comparison over all its arguments; every argument is read.
type Op struct {
	Sym  Symbol
	Args []Expr
}

// If reads its condition and then only the branch that it takes.
type If struct{ Cond, Then, Else Expr }

// Rank adds up so many of its arguments as it takes, from the greatest down, after those that it skips. All are read. Where it is
// lax, an argument that is missing an answer counts as 0, unless all are: then the whole is missing.
type Rank struct {
	Args       []Expr
	Skip, Take int
	Lax        bool
}

// Step says in words what Expr just did; it has no value of its own. A step is known by its pointer, since two cases
// may say the same words. In Words, {0} is the first argument, {0%} the same as a percentage, {0/} as a day, {=} the value of Expr,
// and {...} the words of the steps inside Expr, which otherwise follow after an arrow.
type Step struct {
	Words string
	Args  []Expr
	Expr  Expr
	Spare bool // what a rule states though it need not happen: a zero denominator that a case rules out, a cap out of reach

	Place string // where it stands in the rules, as a path; "" where it is the whole rule
}

// Stop gives a state instead of a value. With a Code it is a problem at Input, worded by the code with the labels and
// then the arguments; without one, Words say why.
type Stop struct {
	State  State
	Code   problem.Code
	Input  string
	Labels []string
	Words  string
	Args   []Expr
}

func (Num) isExpr()     {}
func (Ask) isExpr()     {}
func (Derived) isExpr() {}
func (Is) isExpr()      {}
func (Op) isExpr()      {}
func (If) isExpr()      {}
func (Rank) isExpr()    {}
func (*Step) isExpr()   {}
func (Stop) isExpr()    {}

// Symbol is an operation of the core. Its text is what a spreadsheet calls it.
type Symbol string

// The operations: arithmetic, the least and greatest of several, and comparisons of two.
const (
	Add     Symbol = "+"
	Sub     Symbol = "-"
	Mul     Symbol = "*"
	Div     Symbol = "/"
	Min     Symbol = "MIN"
	Max     Symbol = "MAX"
	Less    Symbol = "<"
	AtMost  Symbol = "<="
	Equal   Symbol = "="
	AtLeast Symbol = ">="
	More    Symbol = ">"
)

func Apply(sym Symbol, args ...Expr) Expr { return Op{sym, args} }

func Int(n int64) Expr { return Num{decimal.NewFromInt(n)} }

func Both(a, b Expr) Expr   { return If{a, b, Int(0)} }
func Either(a, b Expr) Expr { return If{a, Int(1), b} }

// Integer writes d as n ÷ scale with both whole. Edges and weights are lowered to whole numbers, because a
// spreadsheet's binary floats hold those exactly and most decimals not (b ≥ a × 0,07 goes wrong, b × 100 ≥ a × 7 does not).
func Integer(d decimal.Decimal) (n, scale decimal.Decimal) {
	places := max(0, -d.Exponent())
	return d.Shift(places), decimal.New(1, places)
}

// InputsOf lists the inputs that an expression may read, each once, in the order in which they stand in it. What is reckoned is none:
// the answers are that it is reckoned from.
func InputsOf(e Expr) []string {
	var names []string
	Walk(e, func(e Expr) {
		name := ""
		switch e := e.(type) {
		case Ask:
			name = e.Input
		case Is:
			name = e.Input
		}
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	})
	return names
}

// Walk visits every node of an expression that takes part in its value, parents first.
func Walk(e Expr, visit func(Expr)) {
	visit(e)
	switch e := e.(type) {
	case Op:
		for _, arg := range e.Args {
			Walk(arg, visit)
		}
	case Rank:
		for _, arg := range e.Args {
			Walk(arg, visit)
		}
	case If:
		Walk(e.Cond, visit)
		Walk(e.Then, visit)
		Walk(e.Else, visit)
	case *Step:
		Walk(e.Expr, visit)
	case Derived:
		Walk(e.Expr, visit)
	}
}

// Compares says that the operation gives truth.
func (s Symbol) Compares() bool {
	return slices.Contains([]Symbol{Less, AtMost, Equal, AtLeast, More}, s)
}

// Pattern is the step's words with the answers' names in place of figures: "b/a = … ≥ 80% → b/a × 1,5 = …".
func (s *Step) Pattern() string {
	words := strings.NewReplacer("{=}", "…", "{...}", "…").Replace(s.Words)
	for i, arg := range s.Args {
		name := "…"
		switch arg := arg.(type) {
		case Ask:
			name = arg.Input
		case Derived:
			name = arg.Input.Name
		}
		words = strings.ReplaceAll(words, DaySlot(i), Slot(i))
		words = strings.ReplaceAll(words, name+" = "+Slot(i), name)
		words = strings.ReplaceAll(words, Slot(i), name)
		words = strings.ReplaceAll(words, "{"+strconv.Itoa(i)+"%}", name)
	}
	return words
}

// Times scales an expression; by 1 it stays as it is.
func Times(e Expr, d decimal.Decimal) Expr {
	if d.Equal(one) {
		return e
	}
	return Apply(Mul, e, Num{d})
}
