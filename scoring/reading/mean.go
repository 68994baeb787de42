package reading

import "cchc/scoring"

// mean reads "Lấy trung bình cộng điểm của các cách tính sau:", maybe with "bỏ 1 điểm cao nhất và 1 điểm thấp nhất", and the rules after it, "(1) …".
func (p *parser) mean(most *limit) (scoring.Rule, bool) {
	line := p.here()
	c := cursor{line.text}
	if !c.eat("lấy trung bình cộng điểm của các cách tính sau", "trung bình cộng điểm của các cách tính sau") {
		return nil, false
	}
	rule := &scoring.Mean{}
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
