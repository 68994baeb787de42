package scoring

import "fmt"

// line is slope × x + at, for one answer x while the others stand still.
type line struct{ slope, at fraction }

// tips gives the value of an answer at which a comparison's two sides are equal, where they are lines that cross.
func tips(comparison Op, input string, v values) (fraction, bool) {
	left, ok := lineOf(comparison.Args[0], input, v)
	if !ok {
		return fraction{}, false
	}
	right, ok := lineOf(comparison.Args[1], input, v)
	slope := left.slope.minus(right.slope)
	if !ok || slope.isZero() {
		return fraction{}, false
	}
	return right.at.minus(left.at).over(slope), true
}

// lineOf sees an expression as a line in one answer; ok is false where it is none, or where it needs an answer not yet chosen.
func lineOf(e Expr, input string, v values) (line, bool) {
	switch e := e.(type) {
	case Num:
		return constant(whole(e.Value)), true
	case Ask:
		if e.Input == input {
			return line{truth(true), truth(false)}, true
		}
		number, ok := v.of(e.Input).Number()
		return constant(whole(number)), ok
	case Op:
		return lineOfOp(e, input, v)
	}
	return line{}, false
}

func constant(f fraction) line { return line{truth(false), f} }

func lineOfOp(e Op, input string, v values) (line, bool) {
	total, ok := lineOf(e.Args[0], input, v)
	for _, arg := range e.Args[1:] {
		next, fits := lineOf(arg, input, v)
		if !ok || !fits {
			return line{}, false
		}
		switch e.Sym {
		case Add:
			total = line{total.slope.plus(next.slope), total.at.plus(next.at)}
		case Sub:
			total = line{total.slope.minus(next.slope), total.at.minus(next.at)}
		case Mul:
			total, ok = total.times(next)
		default:
			ok = false
		}
	}
	return total, ok
}

func (l line) times(m line) (line, bool) {
	if !l.slope.isZero() && !m.slope.isZero() {
		return line{}, false
	}
	slope := l.slope.times(m.at).plus(m.slope.times(l.at))
	return line{slope, l.at.times(m.at)}, true
}

// atIndex writes a path's index: "1.1.accept[0]".
func atIndex(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }
