package reading

import "cchc/scoring"

// info reads "Ghi nhận số liệu, không tính điểm."
func (p *parser) info(*limit) (scoring.Rule, bool) {
	c := cursor{p.here().text}
	if !c.eat("ghi nhận số liệu", "thu thập số liệu") {
		return nil, false
	}
	if c.eat(","); !c.eat("không tính điểm", "không chấm điểm") || !c.done() {
		return nil, false
	}
	p.at++
	return &scoring.Info{}, true
}
