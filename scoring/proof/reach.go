package proof

import (
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// Extreme is the least or the greatest that a rule can give, with answers that give it.
type Extreme struct {
	Points  decimal.Decimal // rounded as the rule set says
	Answers expr.Answers
	Words   string // the answers, in the words of the form
}

// Reach gives the least and the greatest points of a leaf's rule over all answers that it scores; ok is false where the rule
// is too large to be walked through.
func Reach(rs *scoring.RuleSet, leaf *scoring.Criterion) (least, most Extreme, ok bool) {
	p := proof{leaf: leaf, work: &work{left: showWork}}
	s := p.span(leaf.Placed())
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
	value expr.Fraction
	at    values
}

func (x extreme) of(leaf *scoring.Criterion, places int32) Extreme {
	return Extreme{x.value.Round(places), keyed(leaf, x.at), witnessWords(leaf.Inputs, x.at)}
}

// take keeps the smaller value where sign is -1, the greater one where it is 1; of equal ones the first.
func (x *extreme) take(sign int, value expr.Fraction, at values) {
	if !x.known || value.Cmp(x.value) == sign {
		*x = extreme{true, value, at}
	}
}

func (x extreme) plus(y extreme) extreme {
	return extreme{x.known && y.known, x.value.Plus(y.value), x.at.over(y.at)}
}

// kept is the extreme within the bounds of what is added up.
func (x extreme) kept(a addends) extreme {
	if a.Cap.Valid {
		x.value = expr.Combine(expr.Min, x.value, expr.Whole(a.Cap.Decimal))
	}
	if a.Floor.Valid {
		x.value = expr.Combine(expr.Max, x.value, expr.Whole(a.Floor.Decimal))
	}
	return x
}

func nothing() span {
	none := extreme{known: true, value: expr.Whole(decimal.Zero)}
	return span{none, none}
}

func (s span) plus(t span) span { return span{s.least.plus(t.least), s.most.plus(t.most)} }

// over is the span of a rule whose points count divided by that many.
func (s span) over(n int64) span {
	s.least.value = s.least.value.Over(expr.Whole(decimal.NewFromInt(n)))
	s.most.value = s.most.value.Over(expr.Whole(decimal.NewFromInt(n)))
	return s
}

// span walks through a rule; through what it adds up one after another.
func (p *proof) span(r kinds.Placed) span {
	if ranked, ok := r.Ranked(); ok {
		return p.rankedSpan(r, ranked)
	}
	a, ok := addendsOf(r)
	if !ok {
		return p.sight(unit{r.Scope, r.Lower()}, nil).span
	}
	added := p.added(a)
	return span{added.least.kept(a), added.most.kept(a)}
}

// sight is what a walk through a unit showed.
type sight struct {
	span
	reached  map[*expr.Step]bool
	gap      values // answers that fall into no case
	complete bool   // the walk came to its end
}

// sight walks through a unit once, with the walker given or one of its own.
func (p *proof) sight(u unit, walker *prover) sight {
	if saw, known := p.seen[u.Path]; known && walker == nil {
		return saw
	}
	if walker == nil {
		walker = p.prover(u.expr)
	}
	saw := walker.look(values{})
	if saw.complete && walker.mayMiss() && (len(deadSteps(u.expr, saw.reached)) > 0 || saw.most.value.Cmp(expr.Whole(u.Max)) < 0) {
		walker.dense = true
		saw = walker.look(values{})
		walker.dense = false
	}
	p.remember(u.Path, saw)
	return saw
}

func (p *proof) remember(path string, saw sight) {
	if p.seen == nil {
		p.seen = map[string]sight{}
	}
	p.seen[path] = saw
}

// look walks through everything that goes with some answers.
func (p *prover) look(at values) sight {
	saw := sight{reached: map[*expr.Step]bool{}}
	saw.complete = p.walk(at, func(v values, out expr.Outcome) bool {
		for _, step := range out.Steps {
			saw.reached[step] = true
		}
		if saw.gap == nil && fellThrough(out) {
			saw.gap = v
		}
		if out.State == expr.Scored {
			saw.least.take(-1, out.Value, v)
			saw.most.take(1, out.Value, v)
		}
		return true
	})
	return saw
}

// fellThrough says that no case held.
func fellThrough(out expr.Outcome) bool {
	for _, p := range out.Problems {
		if p.Code == problem.AnswerNoCase {
			return true
		}
	}
	return false
}

// deadSteps lists the outermost branches that nothing reached, but for those that are spare.
func deadSteps(e expr.Expr, reached map[*expr.Step]bool) []*expr.Step {
	switch e := e.(type) {
	case expr.If:
		return append(deadSteps(e.Then, reached), deadSteps(e.Else, reached)...)
	case expr.Op:
		return deadInAll(e.Args, reached)
	case expr.Rank:
		return deadInAll(e.Args, reached)
	case *expr.Step:
		switch {
		case reached[e]:
			return deadSteps(e.Expr, reached)
		case !e.Spare:
			return []*expr.Step{e}
		}
	}
	return nil
}

func deadInAll(args []expr.Expr, reached map[*expr.Step]bool) []*expr.Step {
	var dead []*expr.Step
	for _, arg := range args {
		dead = append(dead, deadSteps(arg, reached)...)
	}
	return dead
}
