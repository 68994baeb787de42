package proof

import "cchc/scoring/expr"

// line is slope × x + at, for one answer x while the others stand still.
type line struct{ slope, at expr.Fraction }

// tips gives the value of an answer at which a comparison's two sides are equal, where they are lines that cross.
func tips(comparison expr.Op, input string, v values) (expr.Fraction, bool) {
	left, ok := lineOf(comparison.Args[0], input, v)
	if !ok {
		return expr.Fraction{}, false
	}
	right, ok := lineOf(comparison.Args[1], input, v)
	slope := left.slope.Minus(right.slope)
	if !ok || slope.IsZero() {
		return expr.Fraction{}, false
	}
	return right.at.Minus(left.at).Over(slope), true
}

// lineOf sees an expression as a line in one answer; ok is false where it is none, or where it needs an answer not yet chosen.
func lineOf(e expr.Expr, input string, v values) (line, bool) {
	switch e := e.(type) {
	case expr.Num:
		return constant(expr.Whole(e.Value)), true
	case expr.Ask:
		if e.Input == input {
			return line{expr.Truth(true), expr.Truth(false)}, true
		}
		number, ok := v.of(e.Input).Number()
		return constant(expr.Whole(number)), ok
	case expr.Derived:
		return lineOf(e.Expr, input, v)
	case expr.Op:
		return lineOfOp(e, input, v)
	}
	return line{}, false
}

func constant(f expr.Fraction) line { return line{expr.Truth(false), f} }

func lineOfOp(e expr.Op, input string, v values) (line, bool) {
	total, ok := lineOf(e.Args[0], input, v)
	for _, arg := range e.Args[1:] {
		next, fits := lineOf(arg, input, v)
		if !ok || !fits {
			return line{}, false
		}
		switch e.Sym {
		case expr.Add:
			total = line{total.slope.Plus(next.slope), total.at.Plus(next.at)}
		case expr.Sub:
			total = line{total.slope.Minus(next.slope), total.at.Minus(next.at)}
		case expr.Mul:
			total, ok = total.times(next)
		case expr.Div:
			if ok = next.slope.IsZero() && !next.at.IsZero(); ok {
				total = line{total.slope.Over(next.at), total.at.Over(next.at)}
			}
		default:
			ok = false
		}
	}
	return total, ok
}

func (l line) times(m line) (line, bool) {
	if !l.slope.IsZero() && !m.slope.IsZero() {
		return line{}, false
	}
	slope := l.slope.Times(m.at).Plus(m.slope.Times(l.at))
	return line{slope, l.at.Times(m.at)}, true
}
