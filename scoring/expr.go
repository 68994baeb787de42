package scoring

import "github.com/shopspring/decimal"

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

// Step says in words what Expr just did; it has no value of its own. A step is known by its pointer, since two cases
// may say the same words. In Words, {0} is the first argument, {0%} the same as a percentage, {=} the value of Expr,
// and {...} the words of the steps inside Expr, which otherwise follow after an arrow.
type Step struct {
	Words string
	Args  []Expr
	Expr  Expr
	Spare bool // what a rule states though it need not happen: a zero denominator that a case rules out, a cap out of reach

	place string // where it stands in the rules, as a path; "" where it is the whole rule
}

// Stop gives a state instead of a value. With a Code it is a problem at Input, worded by the code with the labels and
// then the arguments; without one, Words say why.
type Stop struct {
	State  State
	Code   Code
	Input  string
	Labels []string
	Words  string
	Args   []Expr
}

func (Num) isExpr()   {}
func (Ask) isExpr()   {}
func (Is) isExpr()    {}
func (Op) isExpr()    {}
func (If) isExpr()    {}
func (*Step) isExpr() {}
func (Stop) isExpr()  {}

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

func op(sym Symbol, args ...Expr) Expr { return Op{sym, args} }

func num(n int64) Expr { return Num{decimal.NewFromInt(n)} }

func both(a, b Expr) Expr   { return If{a, b, num(0)} }
func either(a, b Expr) Expr { return If{a, num(1), b} }

// integer writes d as n ÷ scale with both whole. Edges and weights are lowered to whole numbers, because a
// spreadsheet's binary floats hold those exactly and most decimals not (b ≥ a × 0,07 goes wrong, b × 100 ≥ a × 7 does not).
func integer(d decimal.Decimal) (n, scale decimal.Decimal) {
	places := max(0, -d.Exponent())
	return d.Shift(places), decimal.New(1, places)
}
