package reading

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"
)

// fold writes a line as readers compare it: composed letters in lower case, one kind of dash, quotation mark and blank.
func fold(line string) string { return strings.ToLower(tidy(line)) }

var marks = strings.NewReplacer("–", "-", "—", "-", "−", "-", "‐", "-", "‑", "-", "”", `"`, "“", `"`, "„", `"`, "«", `"`, "»", `"`, "’", "'", "‘", "'",
	"⩾", "≥", "⩽", "≤", ">=", "≥", "<=", "≤", "\u200b", "", "\ufeff", "")

// tidy is fold without the change to lower case.
func tidy(line string) string {
	line = marks.Replace(norm.NFC.String(strings.ToValidUTF8(line, "\uFFFD")))
	return strings.Join(strings.FieldsFunc(line, unicode.IsSpace), " ")
}

// indent counts the blanks before a line.
func indent(line string) int {
	n := 0
	for _, r := range line {
		switch {
		case r == '\t':
			n += 4
		case unicode.IsSpace(r):
			n++
		default:
			return n
		}
	}
	return n
}

var bullet = regexp.MustCompile(`^[-+*•·▪●○➢✓]+\s*`)

// unbullet takes the mark of a list off a folded line; a sign before a figure stays.
func unbullet(line string) string {
	rest := bullet.ReplaceAllString(line, "")
	if rest != line && !strings.HasPrefix(line, "- ") && rest != "" && unicode.IsDigit(rune(rest[0])) {
		return line
	}
	return rest
}

// digits is how a number looks; thousands may stand in groups, and the comma or the point may part the decimals.
const digits = `-?\d[\d.,]*`

var (
	grouped = regexp.MustCompile(`^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$`)
	comma   = regexp.MustCompile(`^-?\d{1,15}(,\d+)?$`)
	point   = regexp.MustCompile(`^-?\d{1,15}\.\d+$`)
)

// Number reads a number as people type it; see parseNumber.
func Number(text string) (decimal.Decimal, bool) { return parseNumber(tidy(text)) }

// parseNumber reads a number as Vietnamese offices write it: 1.500 is one thousand five hundred, 0,5 and 0.5 are a half.
func parseNumber(text string) (decimal.Decimal, bool) {
	text = strings.TrimRight(text, ".,")
	switch {
	case grouped.MatchString(text):
		text = strings.ReplaceAll(strings.ReplaceAll(text, ".", ""), ",", ".")
	case comma.MatchString(text):
		text = strings.ReplaceAll(text, ",", ".")
	case !point.MatchString(text):
		return decimal.Zero, false
	}
	if len(text) > 40 {
		return decimal.Zero, false
	}
	d, err := decimal.NewFromString(text)
	return d, err == nil
}
