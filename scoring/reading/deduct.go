package reading

import (
	"cmp"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// deduct reads "Từ 50 điểm, trừ như sau, không dưới 0 điểm:" and "Số lần vắng mặt: mỗi lần trừ 25 điểm." once or several times; where
// points are taken from what a rule gives, that rule stands behind them as "(1)".
func (p *parser) deduct(most *limit) (kinds.Rule, bool) {
	line := p.here()
	c := cursor{line.text}
	rule := &kinds.Deduct{}
	of := c.eat("lấy điểm của cách tính (1)")
	if !of {
		if !c.eat("từ") {
			return nil, false
		}
		points, ok := c.points()
		if !ok || !c.eat(",") || !c.eat("trừ như sau") {
			return nil, false
		}
		p.agree(most, line, points)
	} else if c.eat(","); !c.eat("trừ như sau") {
		return nil, false
	}
	if c.eat(","); c.eat("không dưới", "thấp nhất là", "tối thiểu") {
		floor, ok := c.points()
		if !ok {
			return nil, false
		}
		rule.Floor = floor
	}
	if c.eat(":"); !c.done() {
		return nil, false
	}
	p.at++
	column := p.here().column
	for p.at < len(p.lines) && p.deduction(rule) {
	}
	switch {
	case len(rule.Tariffs) == 0:
		p.fault(problem.StatementShort, line)
	case of && p.here().column == column && p.mark(1):
		rule.From = p.rule(most)
	case of:
		p.fault(problem.StatementShort, line)
	}
	return rule, true
}

func (p *parser) deduction(rule *kinds.Deduct) bool {
	c := cursor{p.here().text}
	var each decimal.Decimal
	in, ok := p.answer(&c, isNumber, func(c *cursor, in expr.Input) bool {
		if !c.eat(":") || !c.eat("mỗi") || !c.eat(fold(cmp.Or(in.Unit, "đơn vị tính"))) || !c.eat("trừ", "bị trừ") {
			return false
		}
		points, ok := c.points()
		each = points
		return ok && c.done()
	})
	if ok {
		rule.Tariffs = append(rule.Tariffs, kinds.Deduction{Answer: kinds.InputName(in.Name), Each: each})
		p.at++
	}
	return ok
}
