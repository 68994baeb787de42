package reading

import (
	"cchc/scoring/expr"
	"cchc/scoring/pattern"
)

func isDay(in expr.Input) bool     { return in.Kind == expr.DateInput }
func isOrdered(in expr.Input) bool { return in.IsOrdered() }

var dayHead = pattern.Of(`^ *(?:ngày )?(\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2})\b`)

// day takes "ngày 15/12/2023".
func (c *cursor) day(open bool) (bound, bool) {
	found := dayHead.FindStringSubmatch(c.rest)
	if found == nil {
		return bound{}, false
	}
	d, ok := expr.ParseDay(found[1])
	if ok {
		c.rest = c.rest[len(found[0]):]
	}
	return bound{d, ok, open}, ok
}

// daySpan takes "từ ngày 1/12/2023 đến trước ngày 15/12/2023", "sau ngày …", "trước ngày …", "đến hết ngày …", "đúng ngày …".
func (c *cursor) daySpan() (s span, ok bool) {
	switch {
	case c.eat("còn lại", "các trường hợp còn lại"):
		return span{rest: true}, true
	case c.eat("đúng", "là", "bằng", "="):
		s.lower, ok = c.day(false)
		s.upper = s.lower
		return s, ok
	case c.eat("trước", "<"):
		s.upper, ok = c.day(true)
		return s, ok
	case c.eat("đến hết", "đến", "≤"):
		s.upper, ok = c.day(false)
		return s, ok
	case c.eat("sau", ">"):
		s.lower, ok = c.day(true)
	case c.eat("từ", "≥"):
		s.lower, ok = c.day(false)
	}
	if !ok {
		return s, false
	}
	switch {
	case c.eat("trở đi", "về sau"):
	case c.eat("đến trước"):
		s.upper, ok = c.day(true)
	case c.eat("đến hết", "đến"):
		s.upper, ok = c.day(false)
	}
	return s, ok
}
