package reading

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

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

var numberHead = regexp.MustCompile(`^ *(` + digits + `) *(%?)`)

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

var timesHead = regexp.MustCompile(`^ *x *\d`)

// times takes a sign of multiplication; an x may stand right before its figure.
func (c *cursor) times() bool {
	if timesHead.MatchString(c.rest) {
		c.rest = trimLeft(c.rest)[1:]
		return true
	}
	return c.eat("×", "*", "x", "·", "nhân với", "nhân")
}

func trimLeft(text string) string { return strings.TrimLeft(text, " ") }
