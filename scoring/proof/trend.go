package proof

import (
	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
)

// trend is what an expression is worth where we stand, and what one more of the answer adds until the next turn.
type trend struct {
	value, slope expr.Fraction
	state        expr.State
}

func (c *climb) eval(e expr.Expr) trend {
	switch e := e.(type) {
	case expr.Num:
		return still(expr.Whole(e.Value))
	case expr.Ask:
		return c.ask(e.Input)
	case expr.Derived:
		return c.derived(e)
	case expr.Is:
		t := c.ask(e.Input)
		t.value, t.slope = expr.Truth(heldOption(c.answer(e.Input)) == e.Option), expr.Fraction{Num: decimal.Zero, Den: one}
		return t
	case expr.Op:
		return c.op(e)
	case expr.If:
		return c.choose(e)
	case expr.Rank:
		return c.rank(e)
	case *expr.Step:
		return c.eval(e.Expr)
	case expr.Stop:
		return trend{state: e.State}
	}
	panic("scoring: unknown expression")
}

func still(f expr.Fraction) trend {
	return trend{value: f, slope: expr.Fraction{Num: decimal.Zero, Den: one}}
}

func (c *climb) answer(name string) expr.Answer {
	if name == c.input.Name {
		return c.stand
	}
	return c.answers[c.leaf.Key(name)]
}

func (c *climb) ask(name string) trend {
	in, _ := c.leaf.Input(name)
	answer := c.answer(name)
	t := still(expr.Whole(heldNumber(answer)))
	t.state, _ = in.Guard(answer)
	if name == c.input.Name {
		t.slope = expr.Whole(c.turned(one))
	}
	return t
}

// derived is the trend of what is reckoned. Where it leaves its bounds there is a turn.
func (c *climb) derived(e expr.Derived) trend {
	t := c.eval(e.Expr)
	if t.state != expr.Scored {
		return t
	}
	for _, bound := range bounds(e) {
		c.combine(bound, t, c.eval(bound.Args[1]))
	}
	number, _ := t.value.Number()
	t.state, _ = e.Input.Guard(expr.NumberAnswer(number))
	return t
}

// bounds are what must hold of a number that is reckoned.
func bounds(e expr.Derived) []expr.Op {
	all := []expr.Op{{Sym: expr.AtLeast, Args: []expr.Expr{e.Expr, expr.Num{Value: e.Input.Min}}}}
	if e.Input.Max.Valid {
		all = append(all, expr.Op{Sym: expr.AtMost, Args: []expr.Expr{e.Expr, expr.Num{Value: e.Input.Max.Decimal}}})
	}
	return all
}

func (c *climb) choose(e expr.If) trend {
	cond := c.eval(e.Cond)
	switch {
	case cond.state != expr.Scored:
		return cond
	case cond.value.IsZero():
		return c.eval(e.Else)
	}
	return c.eval(e.Then)
}

func (c *climb) op(e expr.Op) trend {
	total := c.eval(e.Args[0])
	for _, arg := range e.Args[1:] {
		next := c.eval(arg)
		state := max(total.state, next.state)
		if state == expr.Scored {
			total = c.combine(e, total, next)
		}
		total.state = max(state, total.state)
	}
	return total
}

func (c *climb) combine(e expr.Op, a, b trend) trend {
	switch e.Sym {
	case expr.Add:
		return a.plus(b)
	case expr.Sub:
		return a.minus(b)
	case expr.Mul, expr.Div:
		return scale(e.Sym, a, b)
	case expr.Min:
		return c.extreme(expr.AtMost, a, b)
	case expr.Max:
		return c.extreme(expr.AtLeast, a, b)
	}
	gap := a.minus(b)
	c.meet(e, gap, a)
	return still(expr.Truth(holds(e.Sym, gap.value.Sign())))
}

// extreme is the lower of two where sym is AtMost, the higher one where it is AtLeast. Where they cross there is a turn.
func (c *climb) extreme(sym expr.Symbol, a, b trend) trend {
	gap := a.minus(b)
	c.meet(expr.Op{Sym: sym}, gap, a)
	if holds(sym, gap.value.Sign()) {
		return a
	}
	return b
}

// holds says whether left stands in that relation to right, by the sign of left − right.
func holds(sym expr.Symbol, sign int) bool {
	switch sym {
	case expr.Less:
		return sign < 0
	case expr.AtMost:
		return sign <= 0
	case expr.AtLeast:
		return sign >= 0
	case expr.More:
		return sign > 0
	}
	return sign == 0
}

// scale multiplies or divides by what stands still. The other way round the value would be no line: it is of no use then.
func scale(sym expr.Symbol, a, b trend) trend {
	if sym == expr.Mul && !b.slope.IsZero() {
		a, b = b, a
	}
	if !b.slope.IsZero() {
		return trend{state: expr.Invalid}
	}
	if a.slope.IsZero() {
		return still(expr.Combine(sym, a.value, b.value))
	}
	return trend{value: expr.Combine(sym, a.value, b.value), slope: expr.Combine(sym, a.slope, b.value)}
}

// meet notes where a comparison comes out differently than it does where we stand, if that is the nearest turn so far.
// Gap is its left side less its right side.
func (c *climb) meet(e expr.Op, gap, left trend) {
	sign := gap.value.Sign()
	if gap.slope.IsZero() || sign*gap.slope.Sign() > 0 {
		return
	}
	level := expr.Whole(c.at()).Minus(gap.value.Over(gap.slope))
	place := decimal.Max(c.up(level), c.at().Add(c.step()))
	for range 2 { // at the level itself, or right above it
		if c.turn.known && !place.LessThan(c.turn.at) {
			return
		}
		if holds(e.Sym, expr.Whole(place).Cmp(level)*gap.slope.Sign()) != holds(e.Sym, sign) {
			c.turn = turn{known: true, at: place, sym: e.Sym, level: level}
			c.turn.describe(e, left, c.at())
			return
		}
		place = place.Add(c.step())
	}
}

// describe keeps what met, for words.
func (t *turn) describe(e expr.Op, left trend, at decimal.Decimal) {
	if len(e.Args) == 2 {
		t.left, t.right = e.Args[0], e.Args[1]
		t.plain = left.value.Cmp(left.slope.Times(expr.Whole(at))) == 0
	}
}

func (t trend) plus(u trend) trend {
	return trend{value: t.value.Plus(u.value), slope: t.slope.Plus(u.slope)}
}

func (t trend) minus(u trend) trend {
	if u.slope.IsZero() {
		return trend{value: t.value.Minus(u.value), slope: t.slope}
	}
	return trend{value: t.value.Minus(u.value), slope: t.slope.Minus(u.slope)}
}

// after is the value when the answer has grown by that much.
func (t trend) after(growth decimal.Decimal) expr.Fraction {
	return t.value.Plus(t.slope.Times(expr.Whole(growth)))
}

// heldNumber is the number that an answer holds, 0 without one.
func heldNumber(a expr.Answer) decimal.Decimal {
	number, _ := a.Number()
	return number
}

// heldOption is the option that an answer holds, 0 without one.
func heldOption(a expr.Answer) int {
	option, _ := a.Option()
	return option
}
