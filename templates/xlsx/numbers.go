package xlsx

import (
	"errors"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Bounds of a number's spelling, checked before any arithmetic: a decimal with a huge exponent takes all memory.
const (
	maxDigits   = 40
	maxExponent = 20
	significant = 15
)

// errNumber is the error of ParseNumber.
var errNumber = errors.New("không phải số thập phân hợp lệ")

// ParseNumber reads the raw text of a number cell exactly, and rounds it to 15 significant digits, half away from zero, as
// spreadsheets do when they show it: the file holds 17, whose last two are the noise of a binary float.
// It takes digits with at most one point, and an exponent of at most 20 either way; not NaN, Inf, hex or "1_000".
func ParseNumber(raw string) (decimal.Decimal, error) {
	mantissa, exponent, ok := splitNumber(raw)
	if !ok {
		return decimal.Decimal{}, errNumber
	}
	d, err := decimal.NewFromString(mantissa)
	if err != nil {
		return decimal.Decimal{}, errNumber
	}
	d = d.Shift(int32(exponent))
	if excess := d.NumDigits() - significant; excess > 0 {
		d = d.Round(-d.Exponent() - int32(excess))
	}
	return d, nil
}

// splitNumber checks the spelling and parts it at the exponent.
func splitNumber(raw string) (mantissa string, exponent int, ok bool) {
	mantissa, power := raw, "0"
	if at := strings.IndexAny(raw, "eE"); at >= 0 {
		mantissa, power = raw[:at], raw[at+1:]
	}
	unsigned := mantissa
	if hasSign(mantissa) {
		unsigned = mantissa[1:]
	}
	whole, fraction, _ := strings.Cut(unsigned, ".")
	digits := len(whole) + len(fraction)
	if digits == 0 || digits > maxDigits || !allDigits(whole) || !allDigits(fraction) {
		return "", 0, false
	}
	exponent, ok = parseExponent(power)
	return mantissa, exponent, ok
}

func parseExponent(power string) (int, bool) {
	digits := power
	if hasSign(power) {
		digits = power[1:]
	}
	if digits == "" || len(digits) > 4 || !allDigits(digits) {
		return 0, false
	}
	n, err := strconv.Atoi(power)
	return n, err == nil && -maxExponent <= n && n <= maxExponent
}

func allDigits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

func hasSign(s string) bool { return s != "" && (s[0] == '+' || s[0] == '-') }
