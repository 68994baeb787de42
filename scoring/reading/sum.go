package reading

import (
	"strconv"

	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
	"cchc/scoring/problem"
)

// sum reads "Cộng điểm các phần sau, không quá 1,5 điểm:" and the parts after it, "(1) …", each with any rule.
func (p *parser) sum(most *limit) (kinds.Rule, bool) {
	line := p.here()
	c := cursor{line.text}
	if !c.eat("cộng điểm các phần sau", "cộng các phần sau", "tổng điểm các phần sau") {
		return nil, false
	}
	if c.eat(","); c.eat("không quá", "tối đa") && !c.eat("điểm tối đa") {
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
	rule := &kinds.Sum{}
	column := p.here().column
	for p.at < len(p.lines) && p.here().column == column && p.mark(len(rule.Parts)+1) {
		rule.Parts = append(rule.Parts, p.part())
	}
	if len(rule.Parts) == 0 {
		p.fault(problem.StatementShort, line)
	}
	return rule, true
}

var partMark = pattern.Of(`^\((\d+)\) *`)

// mark takes the mark of that part off the line that comes next.
func (p *parser) mark(number int) bool {
	found := partMark.FindStringSubmatch(p.here().text)
	if found == nil || found[1] != strconv.Itoa(number) {
		return false
	}
	line := &p.lines[p.at]
	line.text = line.text[len(found[0]):]
	line.raw = partMark.ReplaceAllString(line.raw, "")
	line.column += len("(1) ")
	return true
}

// part reads what a mark stands before; where the mark is followed by "Tối đa 0,5 điểm." that is the part's maximum.
func (p *parser) part() kinds.Part {
	most, _ := p.ownLimit()
	rule := p.rule(&most)
	part := kinds.Part{Max: most.value, Rule: rule}
	if !most.known && rule != nil && len(p.problems) == 0 {
		part.Max = kinds.Placed{Rule: rule, Scope: p.inside(&most)}.Most()
	}
	return part
}

// ownLimit takes "Tối đa 0,5 điểm." off the line that comes next, where a rule follows it there.
func (p *parser) ownLimit() (most limit, stated bool) {
	line := &p.lines[p.at]
	c := cursor{line.text}
	if !c.eat("tối đa") {
		return most, false
	}
	points, ok := c.points()
	if !ok || !c.eat(".", ";", ":") || c.rest == "" {
		return most, false
	}
	line.raw = line.raw[len(line.raw)-len(trimLeft(c.rest)):]
	line.text = trimLeft(c.rest)
	return limit{points, true}, true
}
