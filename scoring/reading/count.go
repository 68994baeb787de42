package reading

import (
	"cmp"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// count reads "Số sáng kiến: mỗi sáng kiến được 0,5 điểm." once or several times, and "Tổng cộng không quá 3 điểm." behind them.
func (p *parser) count(most *limit) (kinds.Rule, bool) {
	rule := &kinds.Count{}
	for p.at < len(p.lines) {
		c := cursor{p.here().text}
		var each decimal.Decimal
		in, ok := p.answer(&c, isNumber, func(c *cursor, in expr.Input) bool {
			if !c.eat(":") || !c.eat("mỗi") || !c.eat(fold(cmp.Or(in.Unit, "đơn vị tính"))) {
				return false
			}
			c.eat("được", "đạt", "tính", ":")
			points, ok := c.points()
			each = points
			return ok && c.done()
		})
		if !ok {
			break
		}
		rule.Tariffs = append(rule.Tariffs, kinds.Tariff{Answer: kinds.InputName(in.Name), Each: each})
		p.at++
	}
	if len(rule.Tariffs) == 0 {
		return nil, false
	}
	p.cap(most)
	return rule, true
}

// cap takes the line that says the most that a count gives; a leaf's maximum need not be said again.
func (p *parser) cap(most *limit) {
	c := cursor{p.here().text}
	if !c.eat("tổng cộng không quá", "tổng cộng tối đa", "tối đa", "không quá") {
		if !most.known {
			most.known = true
			p.unknown(p.lines[p.at-1])
		}
		return
	}
	if points, ok := c.points(); ok && c.done() {
		p.agree(most, p.here(), points)
		p.at++
	}
}
