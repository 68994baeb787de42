package formula

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
)

// Printer writes the core's expressions as spreadsheet formulas that come to the same value, or state, as Go's evaluation.
//
// It uses only functions that Excel 2010, LibreOffice and WPS share. A condition is read before its branches and IF and
// CHOOSE read only the branch taken, so a blank that no branch needs is no matter, as in Go. States travel as the numbers
// of [expr.State]: each answer has a guard cell that holds its own, and CHOOSE turns the worst into what a cell shows.
type Printer struct {
	Places int
	Cells  map[string]AnswerCells // by input
}

// AnswerCells is where a formula finds an answer.
type AnswerCells struct {
	Input   expr.Input
	Value   string
	Guard   string
	Options []string // of a choice: the cells that hold their texts
}

// Cell prints the whole of a leaf's rule: rounded points, or the label of the state. Known are the inputs whose
// guards are good wherever this part is read.
func (p Printer) Cell(e expr.Expr, known []string) string {
	switch e := e.(type) {
	case *expr.Step:
		return p.Cell(e.Expr, known)
	case expr.Stop:
		return InQuotes(e.State.Label())
	case expr.If:
		taken := Call("IF", p.condition(e.Cond), p.Cell(e.Then, union(known, surely(e.Cond, true))),
			p.Cell(e.Else, union(known, surely(e.Cond, false))))
		return labelled(p.states(e.Cond, known), taken)
	}
	return labelled(p.states(e, known), p.rounded(e))
}

// labelled is a value that shows the worst of the states in its place.
func labelled(states []string, value string) string {
	if len(states) == 0 {
		return value
	}
	choices := []string{"1+" + worst(states), value}
	for s := expr.Awaiting; s <= expr.Invalid; s++ {
		choices = append(choices, InQuotes(s.Label()))
	}
	return Call("CHOOSE", choices...)
}

// rounded prints the points of a leaf. What is not one division of whole numbers carries the noise of binary floats, which
// is cut off before the rounding that counts: a sum that is 1,025 but for the noise must go up.
func (p Printer) rounded(e expr.Expr) string {
	if n, ok := e.(expr.Num); ok {
		return Literal(n.Value.Round(int32(p.Places)))
	}
	value := p.value(e, 0)
	if _, ok := e.(expr.Rank); ok {
		value = Call("ROUND", value, "12")
	}
	if op, ok := e.(expr.Op); ok && !(op.Sym == expr.Div && p.whole(op.Args[0]) && p.whole(op.Args[1])) {
		value = Call("ROUND", value, "12")
	}
	return Call("ROUND", value, strconv.Itoa(p.Places))
}

// whole says that an expression has no fractions in it, so that floats hold it exactly.
func (p Printer) whole(e expr.Expr) bool {
	switch e := e.(type) {
	case expr.Num:
		return e.Value.IsInteger()
	case expr.Ask:
		return p.Cells[e.Input].Input.Whole
	case expr.Derived:
		return e.Input.Whole
	case expr.Op:
		return e.Sym != expr.Div && !slices.ContainsFunc(e.Args, func(arg expr.Expr) bool { return !p.whole(arg) })
	}
	return false
}

// states prints what the state of an expression is the worst of; none means that it is good whatever the answers.
func (p Printer) states(e expr.Expr, known []string) []string {
	switch e := e.(type) {
	case expr.Ask:
		return p.guard(e.Input, known)
	case expr.Derived:
		return p.guard(e.Input.Name, known)
	case expr.Is:
		return p.guard(e.Input, known)
	case *expr.Step:
		return p.states(e.Expr, known)
	case expr.Stop:
		return []string{strconv.Itoa(int(e.State))}
	case expr.Op:
		var all []string
		for _, arg := range e.Args {
			all = union(all, p.states(arg, known))
		}
		return all
	case expr.If:
		return p.statesOfIf(e, known)
	case expr.Rank:
		return p.statesOfRank(e, known)
	}
	return nil
}

func (p Printer) guard(input string, known []string) []string {
	if slices.Contains(known, input) {
		return nil
	}
	return []string{p.Cells[input].Guard}
}

func (p Printer) statesOfIf(e expr.If, known []string) []string {
	cond := p.states(e.Cond, known)
	then := p.states(e.Then, union(known, surely(e.Cond, true)))
	other := p.states(e.Else, union(known, surely(e.Cond, false)))
	if len(then)+len(other) == 0 {
		return cond
	}
	taken := Call("IF", p.condition(e.Cond), worst(then), worst(other))
	if len(cond) == 0 {
		return []string{taken}
	}
	return []string{Call("CHOOSE", "1+"+worst(cond), taken, "1", "2", "3", "4")}
}

// How tightly an operation binds, for brackets.
const (
	looseSum = iota + 1
	tightProduct
	tightest
)

// Value prints the number that an expression comes to where its state is good.
func (p Printer) Value(e expr.Expr) string { return p.value(e, 0) }

// value prints the number that an expression comes to where its state is good; bind is how tightly the place binds.
func (p Printer) value(e expr.Expr, bind int) string {
	switch e := e.(type) {
	case expr.Num:
		return Literal(e.Value)
	case expr.Ask:
		return p.Cells[e.Input].Value
	case expr.Derived:
		return p.Cells[e.Input.Name].Value
	case *expr.Step:
		return p.value(e.Expr, bind)
	case expr.If:
		return Call("IF", p.condition(e.Cond), p.value(e.Then, 0), p.value(e.Else, 0))
	case expr.Stop:
		return "0"
	case expr.Op:
		return p.operation(e, bind)
	case expr.Is:
		return Call("IF", p.condition(e), "1", "0")
	case expr.Rank:
		return bracket(bind > looseSum, p.rank(e))
	}
	panic(fmt.Sprintf("templates: unknown expression %T", e))
}

func (p Printer) operation(e expr.Op, bind int) string {
	switch e.Sym {
	case expr.Add:
		return bracket(bind > looseSum, p.chain(e, looseSum, looseSum))
	case expr.Sub:
		return bracket(bind > looseSum, p.chain(e, looseSum, tightProduct))
	case expr.Mul:
		return bracket(bind > tightProduct, p.chain(e, tightProduct, tightProduct))
	case expr.Div:
		return bracket(bind > tightProduct, p.chain(e, tightProduct, tightest))
	case expr.Min, expr.Max:
		args := make([]string, len(e.Args))
		for i, arg := range e.Args {
			args[i] = p.value(arg, 0)
		}
		return Call(string(e.Sym), args...)
	}
	return Call("IF", p.condition(e), "1", "0")
}

// chain joins arguments with the operation's sign, the first bound as tightly as said and so the others.
func (p Printer) chain(e expr.Op, first, others int) string {
	args := make([]string, len(e.Args))
	for i, arg := range e.Args {
		bind := others
		if i == 0 {
			bind = first
		}
		args[i] = p.value(arg, bind)
	}
	return strings.Join(args, string(e.Sym))
}

// condition prints an expression as something that holds or not.
func (p Printer) condition(e expr.Expr) string {
	switch e := e.(type) {
	case expr.Num:
		return Literal(e.Value)
	case expr.Is:
		cells := p.Cells[e.Input]
		return cells.Value + "=" + cells.Options[e.Option-1]
	case *expr.Step:
		return p.condition(e.Expr)
	case expr.If:
		return Call("IF", p.condition(e.Cond), p.condition(e.Then), p.condition(e.Else))
	case expr.Op:
		if isComparison(e.Sym) {
			return p.value(e.Args[0], looseSum) + string(e.Sym) + p.value(e.Args[1], looseSum)
		}
	}
	return p.value(e, looseSum) + "<>0"
}

func isComparison(sym expr.Symbol) bool {
	return slices.Contains([]expr.Symbol{expr.Less, expr.AtMost, expr.Equal, expr.AtLeast, expr.More}, sym)
}

// worst is the greatest of the states, the lone one where there is but one, and 0 where there is none.
func worst(states []string) string {
	switch len(states) {
	case 0:
		return "0"
	case 1:
		return states[0]
	}
	return Call("MAX", states...)
}

// Call is a function with its arguments.
func Call(name string, args ...string) string { return name + "(" + strings.Join(args, ",") + ")" }

// InQuotes is a text as a formula writes it.
func InQuotes(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

// Literal is a number as a formula writes it.
func Literal(d decimal.Decimal) string { return bracket(d.IsNegative(), d.String()) }

func bracket(needed bool, text string) string {
	if needed {
		return "(" + text + ")"
	}
	return text
}
