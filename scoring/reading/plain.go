package reading

import (
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// Kinds of a single sentence.

// fixed reads "0,2 điểm."
func (p *parser) fixed(*limit) (kinds.Rule, bool) {
	c := cursor{p.here().text}
	points, ok := c.points()
	if !ok || !c.done() {
		return nil, false
	}
	p.at++
	return &kinds.Fixed{Points: points}, true
}

// notAssessed reads "Không đánh giá."
func (p *parser) notAssessed(*limit) (kinds.Rule, bool) {
	c := cursor{p.here().text}
	if !c.eat("không đánh giá", "kđg") || !c.done() {
		return nil, false
	}
	p.at++
	return &kinds.NotAssessed{}, true
}

// info reads "Ghi nhận số liệu, không tính điểm."
func (p *parser) info(*limit) (kinds.Rule, bool) {
	c := cursor{p.here().text}
	if !c.eat("ghi nhận số liệu", "thu thập số liệu") {
		return nil, false
	}
	if c.eat(","); !c.eat("không tính điểm", "không chấm điểm") || !c.done() {
		return nil, false
	}
	p.at++
	return &kinds.Info{}, true
}

// manual reads "Điểm đề nghị: người thẩm định cho điểm, từ 0 đến 1 điểm."
func (p *parser) manual(most *limit) (kinds.Rule, bool) {
	c := cursor{p.here().text}
	stated := most.value
	in, ok := p.answer(&c, isPoints, func(c *cursor, _ expr.Input) bool {
		if !c.eat(":") || !c.eat("người thẩm định cho điểm", "người chấm cho điểm", "hội đồng cho điểm") {
			return false
		}
		c.eat(",")
		if c.eat("từ 0 đến điểm tối đa") {
			return c.done()
		}
		if !c.eat("từ 0 đến") {
			return false
		}
		points, ok := c.points()
		stated = points
		return ok && c.done()
	})
	if !ok {
		return nil, false
	}
	p.agree(most, p.here(), stated)
	p.at++
	return &kinds.Manual{Of: kinds.InputName(in.Name)}, true
}
