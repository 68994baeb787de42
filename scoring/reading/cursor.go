package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"

	"cchc/scoring/pattern"
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

var bullet = pattern.Of(`^[-+*•·▪●○➢✓]+\s*`)

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
	grouped = pattern.Of(`^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$`)
	comma   = pattern.Of(`^-?\d{1,15}(,\d+)?$`)
	point   = pattern.Of(`^-?\d{1,15}\.\d+$`)
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

// cursor goes through a folded line. What does not fit leaves it where it was.
type cursor struct{ rest string }

// eat takes one of the words, if the line goes on with it. A word that ends in a letter must end there in the line too.
func (c *cursor) eat(words ...string) bool {
	for _, word := range words {
		rest, ok := strings.CutPrefix(trimLeft(c.rest), word)
		if ok && word != "" && !(endsInWord(word) && beginsWord(rest)) {
			c.rest = rest
			return true
		}
	}
	return false
}

func beginsWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func endsInWord(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

var numberHead = pattern.Of(`^ *(` + digits + `) *(%?)`)

// number takes a number, and says whether a per cent sign stands behind it.
func (c *cursor) number() (d decimal.Decimal, percent, ok bool) {
	found := numberHead.FindStringSubmatch(c.rest)
	if found == nil {
		return d, false, false
	}
	text := strings.TrimRight(found[1], ".,")
	if d, ok = parseNumber(text); !ok {
		return d, false, false
	}
	percent = found[2] == "%" && text == found[1]
	c.rest = c.rest[len(found[0]):]
	if text != found[1] { // a final point is no part of the number
		c.rest = found[1][len(text):] + found[2] + c.rest
	}
	return d, percent, true
}

// points takes a number of points: "0,5 điểm".
func (c *cursor) points() (decimal.Decimal, bool) {
	save := c.rest
	d, percent, ok := c.number()
	if !ok || percent {
		c.rest = save
		return d, false
	}
	c.eat("điểm", "đ")
	return d, true
}

// done says that nothing is left but what ends a sentence.
func (c *cursor) done() bool { return strings.Trim(c.rest, " .;,") == "" }

var timesHead = pattern.Of(`^ *x *\d`)

// times takes a sign of multiplication; an x may stand right before its figure.
func (c *cursor) times() bool {
	if timesHead.MatchString(c.rest) {
		c.rest = trimLeft(c.rest)[1:]
		return true
	}
	return c.eat("×", "*", "x", "·", "nhân với", "nhân")
}

func trimLeft(text string) string { return strings.TrimLeft(text, " ") }
