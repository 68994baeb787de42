package reading

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
	"cchc/scoring/problem"
)

// levels reads "Có kế hoạch: Có – 0,5 điểm; Không – 0 điểm.", or "Mức 1 – Đầy đủ: 0,5 điểm." and the levels after it. Where a leaf has
// several lists, "Xét mức theo “…”:" before the levels says which.
func (p *parser) levels(*limit) (kinds.Rule, bool) {
	if rule, ok := p.yesNo(); ok {
		return rule, true
	}
	start := p.at
	of, named := p.levelHead()
	if named {
		p.at++
	}
	levels := p.levelLines()
	if len(levels) == 0 {
		p.at = start
		return nil, false
	}
	if of == nil {
		of = p.listOf(levels)
	}
	rule := &kinds.Levels{}
	for _, l := range levels {
		rule.Points = append(rule.Points, l.points)
	}
	if of == nil {
		p.fault(problem.StatementNoList, levels[0].line)
		return rule, true
	}
	rule.Of = kinds.InputName(of.Name)
	p.holdOptions(of, levels)
	return rule, true
}

func (p *parser) yesNo() (kinds.Rule, bool) {
	c := cursor{p.here().text}
	var points [2]decimal.Decimal
	in, ok := p.answer(&c, isYesNo, func(c *cursor, _ expr.Input) bool {
		c.eat(":")
		for i, word := range []string{"có", "không"} {
			if !c.eat(word) {
				return false
			}
			c.eat("-", ":")
			d, ok := c.points()
			if !ok {
				return false
			}
			points[i] = d
			c.eat(";", ",", ".")
		}
		return c.done()
	})
	if !ok {
		return nil, false
	}
	p.at++
	return &kinds.Levels{Of: kinds.InputName(in.Name), Points: points[:]}, true
}

// level is one line of a list of levels.
type level struct {
	line   statement
	option string // as it was typed
	points decimal.Decimal
}

var levelShape = pattern.Of(`^(?i:mức) (\d+) ?[-:.)] ?(.*) ?[:-] ?(` + digits + `) ?(?i:điểm|đ)?[ .;,]*$`)

// levelOf takes a line for the level of that number.
func levelOf(line statement, number int) (level, bool) {
	found := levelShape.FindStringSubmatch(bullet.ReplaceAllString(line.raw, ""))
	if found == nil || found[1] != strconv.Itoa(number) {
		return level{}, false
	}
	points, ok := parseNumber(found[3])
	return level{line, strings.TrimSpace(found[2]), points}, ok
}

func (p *parser) levelLines() []level {
	var levels []level
	for p.at < len(p.lines) {
		l, ok := levelOf(p.here(), len(levels)+1)
		if !ok {
			break
		}
		levels = append(levels, l)
		p.at++
	}
	return levels
}

// levelHead takes the answer that a head names.
func (p *parser) levelHead() (*expr.Input, bool) {
	c := cursor{p.here().text}
	if !c.eat("xét mức theo", "mức theo") {
		return nil, false
	}
	return p.answer(&c, isList, func(c *cursor, _ expr.Input) bool { c.eat(":"); return c.done() })
}

// listOf finds the list that levels without a head are of: the leaf's only one.
func (p *parser) listOf([]level) *expr.Input {
	var found *expr.Input
	for i := range p.inputs {
		if isList(p.inputs[i]) {
			if found != nil {
				return nil
			}
			found = &p.inputs[i]
		}
	}
	return found
}

// holdOptions compares the levels with the list's options, as both are written out.
func (p *parser) holdOptions(of *expr.Input, levels []level) {
	for i, l := range levels {
		switch {
		case i >= len(of.Options):
			p.fault(problem.StatementOption, l.line, shorten(l.option), of.Name)
		case sameWords(l.option, of.Options[i]):
		default:
			p.fault(problem.StatementOption, l.line, shorten(l.option), of.Name)
		}
	}
	if len(levels) < len(of.Options) {
		p.fault(problem.StatementOption, levels[len(levels)-1].line, shorten(of.Options[len(levels)]), of.Name)
	}
}

func sameWords(a, b string) bool { return trimEnd(fold(a)) == trimEnd(fold(b)) }

func trimEnd(text string) string { return strings.TrimRight(text, " .;,") }

// options gives lists that were declared without options those which the levels name, before anything else is read: conditions
// may ask for them further up.
func (p *parser) options() {
	for at := 0; at < len(p.lines); at++ {
		q := &parser{inputs: p.inputs, lines: p.lines[at:]}
		of, named := q.levelHead()
		if named {
			q.at++
		}
		levels := q.levelLines()
		if len(levels) == 0 {
			continue
		}
		if of == nil {
			of = q.listOf(levels)
		}
		if of != nil && len(of.Options) == 0 {
			of.Options = optionsOf(levels)
		}
		at += q.at - 1
	}
}

func optionsOf(levels []level) []string {
	var options []string
	for _, l := range levels {
		options = append(options, trimEnd(l.option))
	}
	return slices.Clone(options)
}
