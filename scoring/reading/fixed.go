package reading

import "cchc/scoring"

// fixed reads "0,2 điểm."
func (p *parser) fixed(*limit) (scoring.Rule, bool) {
	c := cursor{p.here().text}
	points, ok := c.points()
	if !ok || !c.done() {
		return nil, false
	}
	p.at++
	return &scoring.Fixed{Points: points}, true
}
