package scoring

import (
	"strings"

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

// formatValue writes an exact value with at most four places; an ellipsis or ≈ never pretends to be exact.
func formatValue(f fraction) (text string, exact bool) {
	if d, exact := f.cut(4); exact {
		return FormatNumber(d), true
	}
	return FormatNumber(f.round(4)), false
}

// formatPercent writes a ratio as a percentage, cut and not rounded: 79,996% must not read "80% < 80%".
func formatPercent(f fraction) string {
	d, exact := f.times(whole(decimal.NewFromInt(100))).cut(2)
	if exact {
		return FormatNumber(d) + "%"
	}
	return vietnamese(d.StringFixed(2)) + "…%"
}
