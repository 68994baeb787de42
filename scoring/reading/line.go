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

// relative reads "Điểm = (b/a)/tb × 45, từ 0 đến 45. Trong đó: …" or "Điểm = (x − kem)/(tot − kem) × 10, …", and what holds where one
// of the denominators is 0.
func (p *parser) relative(most *limit) (kinds.Rule, bool) {
	line := p.here()
	c := cursor{line.text}
	rule := &kinds.Relative{}
	if !c.eat("điểm =") || !c.eat("(") || !p.standing(&c, rule) || !c.times() {
		return nil, false
	}
	points, ok := c.points()
	if c.eat(","); !ok || !c.eat("từ 0 đến") {
		return nil, false
	}
	if last, ok := c.points(); !ok || !last.Equal(points) {
		return nil, false
	}
	p.agree(most, line, points)
	if c.eat(".", ";"); !c.done() {
		p.legend(&c, line, quotient{})
	}
	p.at++
	alike := string(rule.Best) + " = 0"
	if rule.Worst != "" {
		alike = string(rule.Best) + " = " + string(rule.Worst)
	}
	if rule.Of != "" {
		alike = string(rule.Of) + " = 0 hoặc " + alike
	}
	rule.IfZero = p.zeroWhen(alike, most)
	return rule, true
}

// standing takes "b/a)/tb", "b/a − kem)/(tot − kem)" or "x − kem)/(tot − kem)".
func (p *parser) standing(c *cursor, rule *kinds.Relative) bool {
	own, ok := p.name(c)
	if !ok {
		return false
	}
	rule.Number = own
	if c.eat("/") {
		rule.Number, rule.Part = "", own
		if rule.Of, ok = p.name(c); !ok {
			return false
		}
	}
	if c.eat("-") {
		if rule.Worst, ok = p.name(c); !ok {
			return false
		}
	}
	if !c.eat(")") || !c.eat("/") || rule.Worst == "" && rule.Number != "" {
		return false
	}
	bracket := c.eat("(")
	if rule.Best, ok = p.name(c); !ok || bracket != (rule.Worst != "") {
		return false
	}
	if !bracket {
		return true
	}
	again, ok := false, c.eat("-")
	if ok {
		var name kinds.InputName
		name, ok = p.name(c)
		again = name == rule.Worst
	}
	return ok && again && c.eat(")")
}
