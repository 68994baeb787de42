package scoring

import "github.com/shopspring/decimal"

// Extreme is the least or the greatest that a rule can give, with answers that give it.
type Extreme struct {
	Points  decimal.Decimal // rounded as the rule set says
	Answers Answers
	Words   string // the answers, in the words of the form
}

// Reach gives the least and the greatest points of a leaf's rule over all answers that it scores; ok is false where the rule
// is too large to be walked through.
func (rs *RuleSet) Reach(leaf *Criterion) (least, most Extreme, ok bool) {
	p := proof{leaf: leaf, work: &work{left: showWork}}
	s := p.span(leaf.Rule, leaf.scope())
	if p.work.over() || !s.least.known || !s.most.known {
		return Extreme{}, Extreme{}, false
	}
	places := int32(rs.Rounding.Places)
	return s.least.of(leaf, places), s.most.of(leaf, places), true
}

// span is between what a rule gives at least and at most.
type span struct{ least, most extreme }

type extreme struct {
	known bool
	value fraction
	at    values
}

func (x extreme) of(leaf *Criterion, places int32) Extreme {
	return Extreme{x.value.round(places), keyed(leaf, x.at), witnessWords(leaf.Inputs, x.at)}
}

// take keeps the smaller value where sign is -1, the greater one where it is 1; of equal ones the first.
func (x *extreme) take(sign int, value fraction, at values) {
	if !x.known || value.cmp(x.value) == sign {
		*x = extreme{true, value, at}
	}
}

func (x extreme) plus(y extreme) extreme {
	return extreme{x.known && y.known, x.value.plus(y.value), x.at.over(y.at)}
}

func (x extreme) capped(most decimal.Decimal) extreme {
	if x.value.cmp(whole(most)) > 0 {
		x.value = whole(most)
	}
	return x
}

// span walks through a rule; through the parts of a sum one after another.
func (p *proof) span(rule Rule, s scope) span {
	sum, ok := rule.(*Sum)
	if !ok {
		return p.sight(unit{s, rule.lower(s)}, nil).span
	}
	added := p.added(sum, s)
	return span{added.least.capped(s.max), added.most.capped(s.max)}
}

// added is the span of a sum without its cap.
func (p *proof) added(sum *Sum, s scope) span {
	nothing := extreme{known: true, value: whole(decimal.Zero)}
	total := span{nothing, nothing}
	all := sum.addends(s)
	for _, group := range all.groups() {
		var next span
		if i := group[0]; len(group) == 1 {
			next = p.span(sum.Parts[i].Rule, sum.part(s, i))
		} else {
			next = p.sight(all.joint(group), nil).span
		}
		total = span{total.least.plus(next.least), total.most.plus(next.most)}
	}
	return total
}

// sight is what a walk through a unit showed.
type sight struct {
	span
	reached  map[*Step]bool
	gap      values // answers that fall into no case
	complete bool   // the walk came to its end
}

// sight walks through a unit once, with the walker given or one of its own.
func (p *proof) sight(u unit, walker *prover) sight {
	if saw, known := p.seen[u.path]; known && walker == nil {
		return saw
	}
	if walker == nil {
		walker = p.prover(u.expr)
	}
	saw := walker.look()
	if saw.complete && walker.mayMiss() && (len(deadSteps(u.expr, saw.reached)) > 0 || saw.most.value.cmp(whole(u.max)) < 0) {
		walker.dense = true
		saw = walker.look()
		walker.dense = false
	}
	if p.seen == nil {
		p.seen = map[string]sight{}
	}
	p.seen[u.path] = saw
	return saw
}

// look walks through everything.
func (p *prover) look() sight {
	saw := sight{reached: map[*Step]bool{}}
	saw.complete = p.walk(values{}, func(v values, out outcome) bool {
		for _, step := range out.steps {
			saw.reached[step] = true
		}
		if saw.gap == nil && out.fellThrough() {
			saw.gap = v
		}
		if out.state == Scored {
			saw.least.take(-1, out.value, v)
			saw.most.take(1, out.value, v)
		}
		return true
	})
	return saw
}

// fellThrough says that no case held.
func (out outcome) fellThrough() bool {
	for _, p := range out.problems {
		if p.Code == AnswerNoCase {
			return true
		}
	}
	return false
}

// deadSteps lists the outermost branches that nothing reached, but for those that are spare.
func deadSteps(e Expr, reached map[*Step]bool) []*Step {
	switch e := e.(type) {
	case If:
		return append(deadSteps(e.Then, reached), deadSteps(e.Else, reached)...)
	case Op:
		var dead []*Step
		for _, arg := range e.Args {
			dead = append(dead, deadSteps(arg, reached)...)
		}
		return dead
	case *Step:
		switch {
		case reached[e]:
			return deadSteps(e.Expr, reached)
		case !e.Spare:
			return []*Step{e}
		}
	}
	return nil
}
