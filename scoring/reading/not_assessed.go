package reading

import "cchc/scoring"

// notAssessed reads "Không đánh giá."
func (p *parser) notAssessed(*limit) (scoring.Rule, bool) {
	c := cursor{p.here().text}
	if !c.eat("không đánh giá", "kđg") || !c.done() {
		return nil, false
	}
	p.at++
	return &scoring.NotAssessed{}, true
}
