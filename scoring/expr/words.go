package expr

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// FormatNumber writes a number as Vietnamese offices do: decimal comma, thousands in groups by a dot, no trailing zeros.
func FormatNumber(d decimal.Decimal) string { return vietnamese(d.String()) }

// FormatPoints writes points with a decimal comma and exactly that many places (two on every printed page).
func FormatPoints(d decimal.Decimal, places int32) string { return vietnamese(d.StringFixed(places)) }

func vietnamese(plain string) string {
	sign := ""
	if strings.HasPrefix(plain, "-") {
		sign, plain = "-", plain[1:]
	}
	whole, rest, hasRest := strings.Cut(plain, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "." + whole[i:]
	}
	if hasRest {
		return sign + whole + "," + rest
	}
	return sign + whole
}

// FormatValue writes an exact value with at most four places; an ellipsis or ≈ never pretends to be exact.
func FormatValue(f Fraction) (text string, exact bool) {
	if d, exact := f.Cut(4); exact {
		return FormatNumber(d), true
	}
	return FormatNumber(f.Round(4)), false
}

// FormatPercent writes a ratio as a percentage, cut and not rounded: 79,996% must not read "80% < 80%".
func FormatPercent(f Fraction) string {
	d, exact := f.Times(Whole(decimal.NewFromInt(100))).Cut(2)
	if exact {
		return FormatNumber(d) + "%"
	}
	return vietnamese(d.StringFixed(2)) + "…%"
}

// WithUnit puts a noun or a per cent sign behind a number.
func WithUnit(unit string) string {
	if unit == "" || unit == "%" {
		return unit
	}
	return " " + unit
}

// UpperFirst begins a sentence.
func UpperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return s
	}
	return strings.ToUpper(string(r)) + s[size:]
}
