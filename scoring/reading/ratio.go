package reading

import (
	"github.com/shopspring/decimal"

	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

var hundred = decimal.NewFromInt(100)

// ratio reads "Điểm = b/a × 1,5. Trong đó: …", "Nếu b/a dưới 80%: 0 điểm." and "Khi a = 0: không đánh giá."
func (p *parser) ratio(most *limit) (kinds.Rule, bool) {
	line := p.here()
	c := cursor{line.text}
	if !c.eat("điểm =", "điểm đánh giá =", "điểm:") {
		return nil, false
	}
	q, ok := p.quotient(&c)
	if !ok || !c.times() {
		return nil, false
	}
	if !c.eat("điểm tối đa") {
		points, ok := c.points()
		if !ok {
			return nil, false
		}
		p.agree(most, line, points)
	}
	if c.eat(".", ";"); !c.done() {
		p.legend(&c, line, q)
	}
	p.at++
	rule := &kinds.Ratio{Part: q.part, Parts: q.parts, Of: q.of}
	if edge, ok := p.least(q); ok {
		rule.AtLeast = decimal.NewNullDecimal(edge)
	}
	rule.Over = p.over(q)
	rule.IfZero = p.atZero(q, most)
	return rule, true
}

// quotient is b/a, or (b + c × 0,5)/a.
type quotient struct {
	part  kinds.InputName
	parts []kinds.Term
	of    kinds.InputName
}

func (q quotient) equal(other quotient) bool {
	if q.part != other.part || q.of != other.of || len(q.parts) != len(other.parts) {
		return false
	}
	for i := range q.parts {
		if q.parts[i].Answer != other.parts[i].Answer || !q.parts[i].Weight.Equal(other.parts[i].Weight) {
			return false
		}
	}
	return true
}

func (p *parser) quotient(c *cursor) (quotient, bool) {
	save := *c
	var q quotient
	brackets := c.eat("(")
	weighted := false
	for {
		name, ok := p.name(c)
		if !ok {
			*c = save
			return q, false
		}
		term := kinds.Term{Answer: name, Weight: decimal.NewFromInt(1)}
		if c.times() {
			d, percent, ok := c.number()
			if !ok {
				*c = save
				return q, false
			}
			if percent {
				d = d.Shift(-2)
			}
			term.Weight, weighted = d, true
		}
		q.parts = append(q.parts, term)
		if !c.eat("+") {
			break
		}
	}
	outer := false // (b/a) in brackets as a whole
	if brackets && !c.eat(")") {
		outer = true
	}
	of, ok := quotientOf(p, c)
	if !ok || outer && !c.eat(")") {
		*c = save
		return q, false
	}
	q.of = of
	if len(q.parts) == 1 && !weighted {
		q.part, q.parts = q.parts[0].Answer, nil
	}
	return q, true
}

func quotientOf(p *parser, c *cursor) (kinds.InputName, bool) {
	if !c.eat("/", ":", "÷") {
		return "", false
	}
	return p.name(c)
}

// name takes the name of a number.
func (p *parser) name(c *cursor) (kinds.InputName, bool) {
	for _, in := range p.inputs {
		if isNumber(in) && c.eat(in.Name) {
			return kinds.InputName(in.Name), true
		}
	}
	return "", false
}

// legend holds what a formula says of its names to the labels: "Trong đó: a là “…”; b là “…”".
func (p *parser) legend(c *cursor, line statement, q quotient) {
	c.eat("trong đó")
	c.eat(":")
	for !c.done() {
		c.eat(";", ",", ".")
		name, ok := p.name(c)
		if !ok {
			break
		}
		label := fold(p.input(string(name)).Label)
		if !c.eat("là", "=", ":") || !c.eat(`"`+label+`"`, label) {
			p.fault(problem.StatementLabel, line, string(name), p.input(string(name)).Label)
			return
		}
	}
	if !c.done() {
		p.unknown(line)
	}
}

// least takes "Nếu b/a dưới 80%: 0 điểm."
func (p *parser) least(q quotient) (decimal.Decimal, bool) {
	c := cursor{p.here().text}
	if !c.eat("nếu", "khi") {
		return decimal.Zero, false
	}
	c.eat("tỷ lệ", "tỉ lệ")
	tested, ok := p.quotient(&c)
	if !ok || !tested.equal(q) || !c.eat("dưới", "<", "nhỏ hơn") {
		return decimal.Zero, false
	}
	edge, ok := ratioEdge(&c)
	if !ok {
		return decimal.Zero, false
	}
	c.eat(":", "thì")
	c.eat("điểm đánh giá là", "điểm là", "được", "đạt")
	if points, ok := c.points(); !ok || !points.IsZero() || !c.done() {
		return decimal.Zero, false
	}
	p.at++
	return edge, true
}

// ratioEdge takes 80% or 0,8.
func ratioEdge(c *cursor) (decimal.Decimal, bool) {
	edge, percent, ok := c.number()
	if percent {
		edge = edge.Div(hundred)
	}
	return edge, ok
}

// atZero takes "Khi a = 0: không đánh giá.", which stands wherever there is a denominator.
func (p *parser) atZero(q quotient, most *limit) kinds.ZeroRule {
	c := cursor{p.here().text}
	c.eat("khi", "nếu", "trường hợp")
	name, ok := p.name(&c)
	if !ok || name != q.of || !c.eat("=", "bằng", "là") || !c.eat("0") {
		p.fault(problem.StatementZero, p.lines[max(p.at, 1)-1], string(q.of))
		return ""
	}
	return p.zero(&c, most)
}

// zeroWhen takes the same of several denominators: "Khi a = 0 hoặc tot = kem: 0 điểm."
func (p *parser) zeroWhen(when string, most *limit) kinds.ZeroRule {
	c := cursor{p.here().text}
	c.eat("khi", "nếu", "trường hợp")
	if !c.eat(fold(when)) {
		p.fault(problem.StatementZero, p.lines[max(p.at, 1)-1], when)
		return ""
	}
	return p.zero(&c, most)
}

// zero takes what holds then.
func (p *parser) zero(c *cursor, most *limit) kinds.ZeroRule {
	line := p.here()
	c.eat(":", "thì", ",")
	zero := kinds.ZeroRule("")
	switch {
	case c.eat("không đánh giá", "kđg"):
		zero = kinds.ZeroNotAssessed
	case c.eat("đạt điểm tối đa", "điểm tối đa", "được điểm tối đa"):
		zero = kinds.ZeroMax
		if c.eat("(") {
			if points, ok := c.points(); ok {
				p.agree(most, line, points)
			}
			c.eat(")")
		}
	default:
		if points, ok := c.points(); ok && points.IsZero() {
			zero = kinds.ZeroNone
		}
	}
	if p.at++; zero == "" || !c.done() {
		p.unknown(line)
	}
	return zero
}
