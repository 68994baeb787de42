package scoring

import "github.com/shopspring/decimal"

// climb follows a rule's value while one answer grows and the others stand still. No kind multiplies answers with each
// other, so the value is a straight line from where we stand up to the next turn, the place where some comparison of the
// rule comes out differently. So a climb never tries answers one by one: it solves the line, or goes on to the turn.
type climb struct {
	leaf    *Criterion
	expr    Expr
	answers Answers
	input   Input  // what grows; a choice stands still
	stand   Answer // where we are
	places  int32  // the decimal places in which a number grows: 0 for whole numbers
	turn    turn   // the nearest one above where we stand
}

// trend is what an expression is worth where we stand, and what one more of the answer adds until the next turn.
type trend struct {
	value, slope fraction
	state        State
}

// turn is the place where a comparison comes out differently, and what met there.
type turn struct {
	known       bool
	at          decimal.Decimal
	left, right Expr // of the comparison
	sym         Symbol
	level       fraction // the answer at which both sides are equal
	plain       bool     // the left side is a multiple of the answer
}

// reach gives the least place from where we stand upwards at which the rule gives the target or more, with its value.
// It moves to that place, or as far as there is anything to find; c.turn is then what was met there, if anything.
func (c *climb) reach(target decimal.Decimal) (value fraction, ok bool) {
	met := turn{}
	for {
		c.turn = turn{}
		now := c.eval(c.expr)
		if now.state == Scored && now.value.cmp(whole(target)) >= 0 {
			c.turn = met
			return now.value, true
		}
		if now.state == Scored && now.slope.num.IsPositive() {
			step := whole(target).minus(now.value).over(now.slope)
			place := c.up(whole(c.stand.number).plus(step))
			if !c.turn.known || place.LessThan(c.turn.at) {
				value, ok = now.after(place.Sub(c.stand.number)), c.move(place)
				c.turn = turn{}
				return value, ok
			}
		}
		met = c.turn
		if !met.known || !c.move(met.at) {
			return fraction{}, false
		}
	}
}

// peak goes all the way up and gives the greatest value that there is.
func (c *climb) peak() fraction {
	most := whole(decimal.Zero)
	for {
		c.turn = turn{}
		now := c.eval(c.expr)
		if now.state == Scored {
			for _, value := range []fraction{now.value, now.after(c.end().Sub(c.stand.number))} {
				if value.cmp(most) > 0 {
					most = value
				}
			}
		}
		if !c.turn.known || !c.move(c.turn.at) {
			return most
		}
	}
}

// end is the last place before the turn, or before the answer becomes too large.
func (c *climb) end() decimal.Decimal {
	end := c.stand.number
	if c.input.Max.Valid {
		end = c.input.Max.Decimal
	}
	if before := c.turn.at.Sub(c.step()); c.turn.known && (!c.input.Max.Valid || before.LessThan(end)) {
		end = before
	}
	return end
}

// move goes to a place, unless the answer may not be so large.
func (c *climb) move(to decimal.Decimal) bool {
	if c.input.Max.Valid && to.GreaterThan(c.input.Max.Decimal) {
		return false
	}
	c.stand = NumberAnswer(to)
	return true
}

// up is the least number of c.places that is not below f.
func (c *climb) up(f fraction) decimal.Decimal {
	d, exact := f.cut(c.places)
	if !exact && f.num.IsPositive() {
		d = d.Add(c.step())
	}
	return d
}

// step is the smallest change of the answer.
func (c *climb) step() decimal.Decimal { return decimal.New(1, -c.places) }

func (c *climb) eval(e Expr) trend {
	switch e := e.(type) {
	case Num:
		return still(whole(e.Value))
	case Ask:
		return c.ask(e.Input)
	case Is:
		t := c.ask(e.Input)
		t.value, t.slope = truth(c.answer(e.Input).option == e.Option), fraction{decimal.Zero, one}
		return t
	case Op:
		return c.op(e)
	case If:
		return c.choose(e)
	case *Step:
		return c.eval(e.Expr)
	case Stop:
		return trend{state: e.State}
	}
	panic("scoring: unknown expression")
}

func still(f fraction) trend { return trend{value: f, slope: fraction{decimal.Zero, one}} }

func (c *climb) answer(name string) Answer {
	if name == c.input.Name {
		return c.stand
	}
	return c.answers[c.leaf.Key(name)]
}

func (c *climb) ask(name string) trend {
	in, _ := c.leaf.Input(name)
	answer := c.answer(name)
	t := still(whole(answer.number))
	t.state, _ = in.Guard(answer)
	if name == c.input.Name {
		t.slope = whole(one)
	}
	return t
}

func (c *climb) choose(e If) trend {
	cond := c.eval(e.Cond)
	switch {
	case cond.state != Scored:
		return cond
	case cond.value.isZero():
		return c.eval(e.Else)
	}
	return c.eval(e.Then)
}

func (c *climb) op(e Op) trend {
	total := c.eval(e.Args[0])
	for _, arg := range e.Args[1:] {
		next := c.eval(arg)
		state := max(total.state, next.state)
		if state == Scored {
			total = c.combine(e, total, next)
		}
		total.state = max(state, total.state)
	}
	return total
}

func (c *climb) combine(e Op, a, b trend) trend {
	switch e.Sym {
	case Add:
		return a.plus(b)
	case Sub:
		return a.minus(b)
	case Mul, Div:
		return scale(e.Sym, a, b)
	case Min:
		return c.extreme(AtMost, a, b)
	case Max:
		return c.extreme(AtLeast, a, b)
	}
	gap := a.minus(b)
	c.meet(e, gap, a)
	return still(truth(holds(e.Sym, gap.value.sign())))
}

// extreme is the lower of two where sym is AtMost, the higher one where it is AtLeast. Where they cross there is a turn.
func (c *climb) extreme(sym Symbol, a, b trend) trend {
	gap := a.minus(b)
	c.meet(Op{Sym: sym}, gap, a)
	if holds(sym, gap.value.sign()) {
		return a
	}
	return b
}

// holds says whether left stands in that relation to right, by the sign of left − right.
func holds(sym Symbol, sign int) bool {
	switch sym {
	case Less:
		return sign < 0
	case AtMost:
		return sign <= 0
	case AtLeast:
		return sign >= 0
	case More:
		return sign > 0
	}
	return sign == 0
}

// scale multiplies or divides by what stands still. The other way round the value would be no line: it is of no use then.
func scale(sym Symbol, a, b trend) trend {
	if sym == Mul && !b.slope.isZero() {
		a, b = b, a
	}
	if !b.slope.isZero() {
		return trend{state: Invalid}
	}
	if a.slope.isZero() {
		return still(combine(sym, a.value, b.value))
	}
	return trend{value: combine(sym, a.value, b.value), slope: combine(sym, a.slope, b.value)}
}

// meet notes where a comparison comes out differently than it does where we stand, if that is the nearest turn so far.
// Gap is its left side less its right side.
func (c *climb) meet(e Op, gap, left trend) {
	sign := gap.value.sign()
	if gap.slope.isZero() || sign*gap.slope.sign() > 0 {
		return
	}
	level := whole(c.stand.number).minus(gap.value.over(gap.slope))
	place := decimal.Max(c.up(level), c.stand.number.Add(c.step()))
	for range 2 { // at the level itself, or right above it
		if c.turn.known && !place.LessThan(c.turn.at) {
			return
		}
		if holds(e.Sym, whole(place).cmp(level)*gap.slope.sign()) != holds(e.Sym, sign) {
			c.turn = turn{known: true, at: place, sym: e.Sym, level: level}
			c.turn.describe(e, left, c.stand.number)
			return
		}
		place = place.Add(c.step())
	}
}

// describe keeps what met, for words.
func (t *turn) describe(e Op, left trend, at decimal.Decimal) {
	if len(e.Args) == 2 {
		t.left, t.right = e.Args[0], e.Args[1]
		t.plain = left.value.cmp(left.slope.times(whole(at))) == 0
	}
}

func (t trend) plus(u trend) trend {
	return trend{value: t.value.plus(u.value), slope: t.slope.plus(u.slope)}
}

func (t trend) minus(u trend) trend {
	if u.slope.isZero() {
		return trend{value: t.value.minus(u.value), slope: t.slope}
	}
	return trend{value: t.value.minus(u.value), slope: t.slope.minus(u.slope)}
}

// after is the value when the answer has grown by that much.
func (t trend) after(growth decimal.Decimal) fraction {
	return t.value.plus(t.slope.times(whole(growth)))
}

func (f fraction) sign() int { return f.num.Sign() }
