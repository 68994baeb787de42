package expr

import "github.com/shopspring/decimal"

// Fraction is an exact rational number. Arithmetic on it never divides, so no rule can divide too early;
// only rounding does, once. The denominator is always positive.
type Fraction struct{ Num, Den decimal.Decimal }

var one = decimal.NewFromInt(1)

func Whole(d decimal.Decimal) Fraction { return Fraction{d, one} }

func Truth(b bool) Fraction {
	if b {
		return Whole(one)
	}
	return Whole(decimal.Zero)
}

func (f Fraction) Plus(g Fraction) Fraction {
	if f.Den.Equal(g.Den) {
		return Fraction{f.Num.Add(g.Num), f.Den}
	}
	return Fraction{product(f.Num, g.Den).Add(product(g.Num, f.Den)), product(f.Den, g.Den)}
}

func (f Fraction) Minus(g Fraction) Fraction { return f.Plus(Fraction{g.Num.Neg(), g.Den}) }

func (f Fraction) Times(g Fraction) Fraction {
	return Fraction{product(f.Num, g.Num), product(f.Den, g.Den)}
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

// Over divides; the caller has made sure that g is not zero (a rule states what holds at a zero denominator).
func (f Fraction) Over(g Fraction) Fraction {
	num, den := product(f.Num, g.Den), product(f.Den, g.Num)
	if den.IsNegative() {
		return Fraction{num.Neg(), den.Neg()}
	}
	return Fraction{num, den}
}

func (f Fraction) Cmp(g Fraction) int { return product(f.Num, g.Den).Cmp(product(g.Num, f.Den)) }

func (f Fraction) IsZero() bool { return f.Num.IsZero() }

// Round gives the decimal with that many places, half away from zero.
func (f Fraction) Round(places int32) decimal.Decimal { return f.Num.DivRound(f.Den, places) }

// Cut drops what lies beyond the places, towards zero, and says whether nothing was dropped.
func (f Fraction) Cut(places int32) (d decimal.Decimal, exact bool) {
	quotient, rest := f.Num.QuoRem(f.Den, places)
	return quotient, rest.IsZero()
}

// Number is the value as a decimal, where it is one.
func (f Fraction) Number() (d decimal.Decimal, ok bool) {
	if f.Den.Equal(one) {
		return f.Num, true
	}
	return f.Cut(numberPlaces)
}

// numberPlaces are more than any number has that is added up from answers.
const numberPlaces = 40

// Sign is -1, 0 or 1.
func (f Fraction) Sign() int { return f.Num.Sign() }
