package reading

import (
	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// bands reads "Xét tỷ lệ b/a. …" or "Xét theo “Số tin, bài”:", the bands from the highest down, and for a ratio what holds at 0.
func (p *parser) bands(most *limit) (kinds.Rule, bool) {
	line := p.here()
	c := cursor{line.text}
	rule := &kinds.Bands{}
	var q quotient
	unit, days := "%", false
	switch {
	case c.eat("xét tỷ lệ", "xét tỉ lệ"):
		var ok bool
		if q, ok = p.quotient(&c); !ok || q.part == "" {
			return nil, false
		}
		if c.eat(".", ":", ";"); !c.done() {
			p.legend(&c, line, q)
		}
		rule.Part, rule.Of = q.part, q.of
	case c.eat("xét theo"):
		in, ok := p.answer(&c, isOrdered, func(c *cursor, _ expr.Input) bool { c.eat(":"); return c.done() })
		if !ok {
			return nil, false
		}
		rule.Number, unit, days = kinds.InputName(in.Name), fold(in.Unit), isDay(*in)
	default:
		return nil, false
	}
	p.at++
	p.bandLines(rule, line, unit, days)
	if rule.Number == "" {
		rule.Over = p.over(q)
		rule.IfZero = p.atZero(q, most)
	}
	return rule, true
}

// bandLines takes the bands; each begins where the one below it ends, down to the one that has no lower edge.
func (p *parser) bandLines(rule *kinds.Bands, head statement, unit string, days bool) {
	for p.at < len(p.lines) {
		line := p.here()
		c := cursor{line.text}
		s, ok := p.span(&c, unit, rule.Number == "")
		if days {
			c = cursor{line.text}
			s, ok = c.daySpan()
		}
		if !ok || !c.eat(":") {
			break
		}
		points, ok := c.points()
		if !ok || !c.done() {
			break
		}
		if p.at++; !follows(rule, s) {
			p.fault(problem.StatementGap, line)
		}
		if !s.lower.set {
			rule.Else = points
			return
		}
		rule.Steps = append(rule.Steps, s.band(points))
	}
	p.fault(problem.StatementNoElse, head)
}

// follows says that a band reaches up to where the one above it begins; the highest may say that it reaches to the whole.
func follows(rule *kinds.Bands, s span) bool {
	if len(rule.Steps) == 0 {
		return s.lower.set && (!s.upper.set || s.same() || rule.Number == "" && !s.upper.open && s.upper.value.Equal(decimal.NewFromInt(1)))
	}
	above := rule.Steps[len(rule.Steps)-1]
	edge, open := above.From.Decimal, true
	if above.Above.Valid {
		edge, open = above.Above.Decimal, false
	}
	return s.rest || s.upper.set && s.upper.value.Equal(edge) && s.upper.open == open
}

// span is a range as words say it.
type span struct {
	lower, upper bound
	rest         bool // "còn lại"
}

// bound is an end of a span; an open one does not belong to it.
type bound struct {
	value     decimal.Decimal
	set, open bool
}

func (s span) same() bool {
	return s.lower.set && s.upper.set && !s.lower.open && !s.upper.open && s.lower.value.Equal(s.upper.value)
}

func (s span) band(points decimal.Decimal) kinds.Band {
	if s.lower.open {
		return kinds.Band{Above: decimal.NewNullDecimal(s.lower.value), Points: points}
	}
	return kinds.Band{From: decimal.NewNullDecimal(s.lower.value), Points: points}
}

// span takes "từ 60% đến dưới 80%", "trên 5 việc", "dưới 12 tin, bài", "đạt 100%", "bằng 3", "≥ 80%", "còn lại".
func (p *parser) span(c *cursor, unit string, isRatio bool) (s span, ok bool) {
	edge := func(open bool) (bound, bool) {
		d, percent, ok := c.number()
		if percent && isRatio {
			d = d.Div(hundred)
		}
		if !percent || isRatio {
			c.eat(unit)
		}
		return bound{d, ok, open}, ok && (!percent || isRatio || unit == "%")
	}
	switch {
	case c.eat("còn lại", "các trường hợp còn lại", "thấp hơn"):
		return span{rest: true}, true
	case c.eat("đạt", "bằng", "="):
		s.lower, ok = edge(false)
		s.upper = s.lower
		return s, ok
	case c.eat("dưới", "<"):
		s.upper, ok = edge(true)
		return s, ok
	case c.eat("đến", "≤"):
		s.upper, ok = edge(false)
		return s, ok
	case c.eat("trên", ">"):
		s.lower, ok = edge(true)
	case c.eat("từ", "≥"):
		s.lower, ok = edge(false)
	}
	if !ok {
		return s, false
	}
	switch {
	case c.eat("trở lên"):
	case c.eat("trở xuống"):
		return span{upper: s.lower}, !s.lower.open
	case c.eat("đến dưới", "tới dưới", "- dưới"):
		s.upper, ok = edge(true)
	case c.eat("đến", "tới", "-"):
		s.upper, ok = edge(false)
	}
	return s, ok
}
