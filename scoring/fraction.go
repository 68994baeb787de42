package scoring

import "github.com/shopspring/decimal"

// fraction is an exact rational number. Arithmetic on it never divides, so no rule can divide too early;
// only rounding does, once. The denominator is always positive.
type fraction struct{ num, den decimal.Decimal }

var one = decimal.NewFromInt(1)

func whole(d decimal.Decimal) fraction { return fraction{d, one} }

func truth(b bool) fraction {
	if b {
		return whole(one)
	}
	return whole(decimal.Zero)
}

func (f fraction) plus(g fraction) fraction {
	if f.den.Equal(g.den) {
		return fraction{f.num.Add(g.num), f.den}
	}
	return fraction{product(f.num, g.den).Add(product(g.num, f.den)), product(f.den, g.den)}
}

func (f fraction) minus(g fraction) fraction { return f.plus(fraction{g.num.Neg(), g.den}) }

func (f fraction) times(g fraction) fraction {
	return fraction{product(f.num, g.num), product(f.den, g.den)}
}

// product is quick where one side is 1, as most denominators are.
func product(a, b decimal.Decimal) decimal.Decimal {
	switch {
	case a.Equal(one):
		return b
	case b.Equal(one):
		return a
	}
	return a.Mul(b)
}

// over divides; the caller has made sure that g is not zero (a rule states what holds at a zero denominator).
func (f fraction) over(g fraction) fraction {
	num, den := product(f.num, g.den), product(f.den, g.num)
	if den.IsNegative() {
		return fraction{num.Neg(), den.Neg()}
	}
	return fraction{num, den}
}

func (f fraction) cmp(g fraction) int { return product(f.num, g.den).Cmp(product(g.num, f.den)) }

func (f fraction) isZero() bool { return f.num.IsZero() }

// round gives the decimal with that many places, half away from zero.
func (f fraction) round(places int32) decimal.Decimal { return f.num.DivRound(f.den, places) }

// cut drops what lies beyond the places, towards zero, and says whether nothing was dropped.
func (f fraction) cut(places int32) (d decimal.Decimal, exact bool) {
	quotient, rest := f.num.QuoRem(f.den, places)
	return quotient, rest.IsZero()
}
