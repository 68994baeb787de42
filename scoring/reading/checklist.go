package reading

import (
	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// checklist reads "Cộng điểm các việc làm được, không quá 1 điểm:" and a line for each thing, "Có kế hoạch: 0,25 điểm."
func (p *parser) checklist(most *limit) (kinds.Rule, bool) {
	line := p.here()
	c := cursor{line.text}
	if !c.eat("cộng điểm các việc làm được", "cộng điểm các việc đã làm", "cộng điểm từng việc làm được") {
		return nil, false
	}
	if c.eat(","); c.eat("không quá", "tối đa") {
		points, ok := c.points()
		if !ok {
			return nil, false
		}
		p.agree(most, line, points)
	}
	if c.eat(":"); !c.done() {
		return nil, false
	}
	p.at++
	rule := &kinds.Checklist{}
	for p.at < len(p.lines) {
		c := cursor{p.here().text}
		var points decimal.Decimal
		in, ok := p.answer(&c, isYesNo, func(c *cursor, _ expr.Input) bool {
			c.eat(":", "-")
			found, ok := c.points()
			points = found
			return ok && c.done()
		})
		if !ok {
			break
		}
		rule.Items = append(rule.Items, kinds.Item{Answer: kinds.InputName(in.Name), Points: points})
		p.at++
	}
	if len(rule.Items) == 0 {
		p.fault(problem.StatementShort, line)
	}
	return rule, true
}
