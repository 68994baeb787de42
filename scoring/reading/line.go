package reading

import (
	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// line reads "Điểm tính theo tỷ lệ giữa hai mốc của b/a: từ 38% trở xuống: 0 điểm; từ 78% trở lên: 10 điểm. Trong đó: …", or the same of a
// number, and for a ratio what holds at 0.
func (p *parser) line(most *limit) (kinds.Rule, bool) {
	line := p.here()
	c := cursor{line.text}
	if !c.eat("điểm tính theo tỷ lệ giữa hai mốc của", "điểm tính theo tỉ lệ giữa hai mốc của") {
		return nil, false
	}
	rule := &kinds.Line{}
	var points decimal.Decimal
	q, ratio := p.quotient(&c)
	if ratio {
		if rule.Part, rule.Of = q.part, q.of; q.part == "" || !p.ends(&c, "%", rule, &points) {
			return nil, false
		}
	} else if _, ok := p.answer(&c, isNumber, func(c *cursor, in expr.Input) bool {
		rule.Number = kinds.InputName(in.Name)
		return p.ends(c, fold(in.Unit), rule, &points) && c.done()
	}); !ok {
		return nil, false
	}
	p.agree(most, line, points)
	if c.eat(".", ";"); !c.done() {
		p.legend(&c, line, q)
	}
	p.at++
	if ratio {
		rule.Over = p.over(q)
		rule.IfZero = p.atZero(q, most)
	}
	return rule, true
}

// ends takes ": từ 38% trở xuống: 0 điểm; từ 78% trở lên: 10 điểm".
func (p *parser) ends(c *cursor, unit string, rule *kinds.Line, points *decimal.Decimal) bool {
	c.eat(":", ",")
	zero, ok := p.span(c, unit, rule.Number == "")
	if !ok || !c.eat(":") {
		return false
	}
	none, ok := c.points()
	if !ok || !none.IsZero() || !c.eat(";", ",") {
		return false
	}
	full, ok := p.span(c, unit, rule.Number == "")
	if !ok || !c.eat(":") {
		return false
	}
	if *points, ok = c.points(); !ok {
		return false
	}
	switch {
	case zero.upper.set && !zero.lower.set && full.lower.set && !full.upper.set:
		rule.ZeroAt, rule.FullAt = zero.upper.value, full.lower.value
	case zero.lower.set && !zero.upper.set && full.upper.set && !full.lower.set:
		rule.ZeroAt, rule.FullAt = zero.lower.value, full.upper.value
	default:
		return false
	}
	return rule.FullAt.GreaterThan(rule.ZeroAt) == zero.upper.set
}

// over takes "Tỷ lệ b/a được vượt 100%."
func (p *parser) over(q quotient) bool {
	c := cursor{p.here().text}
	if !c.eat("tỷ lệ", "tỉ lệ") {
		return false
	}
	named, ok := p.quotient(&c)
	if !ok || !named.equal(q) || !c.eat("được vượt 100%", "có thể vượt 100%") || !c.done() {
		return false
	}
	p.at++
	return true
}
