package reading

import (
	"strconv"

	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
	"cchc/scoring/problem"
)

// cases reads "Áp dụng trường hợp đầu tiên đúng trong các trường hợp sau:", then "Trường hợp 1 – …:" with the rule that holds there.
func (p *parser) cases(most *limit) (kinds.Rule, bool) {
	head := p.here()
	c := cursor{head.text}
	if !c.eat("áp dụng trường hợp đầu tiên đúng") {
		return nil, false
	}
	c.eat("trong các trường hợp sau")
	if c.eat(":"); !c.done() {
		return nil, false
	}
	p.at++
	rule := &kinds.Cases{}
	column := p.here().column
	for p.at < len(p.lines) && p.here().column == column {
		when, ok := p.caseHead(len(rule.List) + 1)
		if !ok {
			break
		}
		rule.List = append(rule.List, kinds.Case{When: when, Rule: p.rule(most)})
	}
	if len(rule.List) == 0 {
		p.fault(problem.StatementShort, head)
		return rule, true
	}
	if p.here().column == column && p.elseHead() {
		rule.Else = p.rule(most)
	}
	return rule, true
}

var caseMark = pattern.Of(`^trường hợp (\d+) ?[-:.)]? ?(.*?) ?:? *$`)

// caseHead takes the head of that case.
func (p *parser) caseHead(number int) (kinds.Condition, bool) {
	line := p.here()
	found := caseMark.FindStringSubmatch(line.text)
	if found == nil || found[1] != strconv.Itoa(number) {
		return kinds.Condition{}, false
	}
	c := cursor{found[2]}
	when, ok := p.condition(&c)
	if !ok || !c.done() {
		p.fault(problem.StatementCondition, line, shorten(found[2]))
	}
	p.at++
	return when, true
}

func (p *parser) elseHead() bool {
	c := cursor{p.here().text}
	if !c.eat("các trường hợp còn lại", "trường hợp khác", "các trường hợp khác", "trường hợp còn lại") {
		return false
	}
	if c.eat(":"); !c.done() {
		return false
	}
	p.at++
	return true
}
