package reading

import (
	"github.com/shopspring/decimal"

	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// best reads "Lấy điểm cao nhất trong các cách tính sau:", or "Cộng 6 điểm cao nhất trong các cách tính sau:", and the ways after it, "(1) …".
func (p *parser) best(most *limit) (kinds.Rule, bool) {
	line := p.here()
	c := cursor{line.text}
	rule := &kinds.Best{}
	if c.eat("cộng") {
		take, ok := c.whole()
		if !ok || !c.eat("điểm cao nhất trong các cách tính sau", "cách tính có điểm cao nhất trong các cách tính sau") {
			return nil, false
		}
		rule.Take = take
	} else if !c.eat("lấy điểm cao nhất trong các cách tính sau", "lấy cách tính có điểm cao nhất trong các cách tính sau") {
		return nil, false
	}
	if c.eat(":"); !c.done() {
		return nil, false
	}
	p.at++
	rule.Of = p.ways(line, most)
	return rule, true
}

// whole takes a small whole number.
func (c *cursor) whole() (int, bool) {
	d, percent, ok := c.number()
	return int(d.IntPart()), ok && !percent && d.IsInteger() && d.IsPositive() && d.LessThan(decimal.NewFromInt(1000))
}

// ways takes the ways that stand behind a head, each with any rule; "Tối đa 12 điểm." before it is its own maximum.
func (p *parser) ways(head statement, most *limit) []kinds.Way {
	var ways []kinds.Way
	column := p.here().column
	for p.at < len(p.lines) && p.here().column == column && p.mark(len(ways)+1) {
		own, stated := p.ownLimit()
		way := kinds.Way{}
		if stated {
			way.Max = decimal.NewNullDecimal(own.value)
			way.Rule = p.rule(&own)
		} else {
			way.Rule = p.rule(most)
		}
		ways = append(ways, way)
	}
	if len(ways) == 0 {
		p.fault(problem.StatementShort, head)
	}
	return ways
}

// mean reads "Lấy trung bình cộng điểm của các cách tính sau:", maybe with "bỏ 1 điểm cao nhất và 1 điểm thấp nhất", and the rules after it, "(1) …".
func (p *parser) mean(most *limit) (kinds.Rule, bool) {
	line := p.here()
	c := cursor{line.text}
	if !c.eat("lấy trung bình cộng điểm của các cách tính sau", "trung bình cộng điểm của các cách tính sau") {
		return nil, false
	}
	rule := &kinds.Mean{}
	if c.eat(","); c.eat("bỏ") {
		highest, ok := c.whole()
		if !ok || !c.eat("điểm cao nhất") {
			return nil, false
		}
		c.eat("và", ",")
		lowest, ok := c.whole()
		if !ok || lowest != highest || !c.eat("điểm thấp nhất") {
			return nil, false
		}
		rule.Trim = highest
	}
	if c.eat(":"); !c.done() {
		return nil, false
	}
	p.at++
	rule.Of = p.ways(line, most)
	return rule, true
}
