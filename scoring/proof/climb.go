package proof

import (
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// climb follows a rule's value while one answer grows, or shrinks, and the others stand still. No kind multiplies an answer that
// grows with another, but denominators alone, so the value is a straight line from where we stand up to the next turn, the place where some comparison of the
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
