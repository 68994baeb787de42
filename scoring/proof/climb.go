package proof

import (
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// climb follows a rule's value while one answer grows, or shrinks, and the others stand still. No kind multiplies answers with each
// other, so the value is a straight line from where we stand up to the next turn, the place where some comparison of the
// rule comes out differently. So a climb never tries answers one by one: it solves the line, or goes on to the turn.
type climb struct {
	leaf    *scoring.Criterion
	expr    expr.Expr
	answers expr.Answers
	input   expr.Input  // what grows; a choice stands still
	stand   expr.Answer // where we are
	places  int32       // the decimal places in which a number grows: 0 for whole numbers
	down    bool        // the number shrinks instead: places are then counted from 0 downwards, as negative numbers
	turn    turn        // the nearest one ahead of where we stand
}

// at is the place where we stand.
func (c *climb) at() decimal.Decimal { return c.turned(heldNumber(c.stand)) }

// turned makes a number a place, and a place a number.
func (c *climb) turned(d decimal.Decimal) decimal.Decimal {
	if c.down {
		return d.Neg()
	}
	return d
}

// last is the last place that the answer may be at, where there is one.
func (c *climb) last() decimal.NullDecimal {
	if c.down {
		return decimal.NewNullDecimal(c.turned(c.input.Min))
	}
	return c.input.Max
}

// trend is what an expression is worth where we stand, and what one more of the answer adds until the next turn.
type trend struct {
	value, slope expr.Fraction
	state        expr.State
}

// turn is the place where a comparison comes out differently, and what met there.
type turn struct {
	known       bool
	at          decimal.Decimal
	left, right expr.Expr // of the comparison
	sym         expr.Symbol
	level       expr.Fraction // the place at which both sides are equal
	plain       bool          // the left side is a multiple of the answer
}

// reach gives the least place from where we stand upwards at which the rule gives the target or more, with its value.
// It moves to that place, or as far as there is anything to find; c.turn is then what was met there, if anything.
func (c *climb) reach(target decimal.Decimal) (value expr.Fraction, ok bool) {
	met := turn{}
	for {
		c.turn = turn{}
		now := c.eval(c.expr)
		if now.state == expr.Scored && now.value.Cmp(expr.Whole(target)) >= 0 {
			c.turn = met
			return now.value, true
		}
		if now.state == expr.Scored && now.slope.Num.IsPositive() {
			step := expr.Whole(target).Minus(now.value).Over(now.slope)
			place := c.up(expr.Whole(c.at()).Plus(step))
			if !c.turn.known || place.LessThan(c.turn.at) {
				value, ok = now.after(place.Sub(c.at())), c.move(place)
				c.turn = turn{}
				return value, ok
			}
		}
		met = c.turn
		if !met.known || !c.move(met.at) {
			return expr.Fraction{}, false
		}
	}
}

// peak goes all the way up and gives the greatest value that there is.
func (c *climb) peak() expr.Fraction {
	most := expr.Whole(decimal.Zero)
	for {
		c.turn = turn{}
		now := c.eval(c.expr)
		if now.state == expr.Scored {
			for _, value := range []expr.Fraction{now.value, now.after(c.end().Sub(c.at()))} {
				if value.Cmp(most) > 0 {
					most = value
				}
			}
		}
		if !c.turn.known || !c.move(c.turn.at) {
			return most
		}
	}
}

// end is the last place before the turn, or before the answer is out of bounds.
func (c *climb) end() decimal.Decimal {
	end, last := c.at(), c.last()
	if last.Valid {
		end = last.Decimal
	}
	if before := c.turn.at.Sub(c.step()); c.turn.known && (!last.Valid || before.LessThan(end)) {
		end = before
	}
	return end
}

// move goes to a place, unless the answer may not be there.
func (c *climb) move(to decimal.Decimal) bool {
	if last := c.last(); last.Valid && to.GreaterThan(last.Decimal) {
		return false
	}
	c.stand = expr.NumberAnswer(c.turned(to))
	return true
}

// up is the least number of c.places that is not below f.
func (c *climb) up(f expr.Fraction) decimal.Decimal {
	d, exact := f.Cut(c.places)
	if !exact && f.Num.IsPositive() {
		d = d.Add(c.step())
	}
	return d
}

// step is the smallest change of the answer.
func (c *climb) step() decimal.Decimal { return decimal.New(1, -c.places) }

func (c *climb) eval(e expr.Expr) trend {
	switch e := e.(type) {
	case expr.Num:
		return still(expr.Whole(e.Value))
	case expr.Ask:
		return c.ask(e.Input)
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
