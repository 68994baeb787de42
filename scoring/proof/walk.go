package proof

import (
	"slices"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
)

var one, hundred = decimal.NewFromInt(1), decimal.NewFromInt(100)

// prover walks through the answers at which an expression can come out differently: between them nothing changes but along
// straight lines. For whole numbers measured against each other the places of a ratio depend on the denominator, of which a
// plain walk tries only some; a dense one tries many, before anything is said never to happen.
type prover struct {
	inputs      []expr.Input // those that the expression may read, denominators first, so that the edges of a ratio can be solved
	expr        expr.Expr
	comparisons []expr.Op
	fixed       []string // what others are measured against
	fewer       []string // of which fewer is better
	places      int32    // how fine the steps of a number are that need not be whole
	dense       bool
	reckons     bool // some answers are reckoned from others
	cost        int  // of one evaluation
	work        *work
}

// subject is a leaf with what its kinds say of its answers.
type subject struct {
	inputs       []expr.Input
	fixed, fewer []string
}

func subjectOf(leaf *scoring.Criterion) *subject {
	return &subject{leaf.Inputs, leaf.Placed().Yardsticks(), leaf.Placed().Fewer()}
}

func newProver(s *subject, e expr.Expr, w *work) *prover {
	p := &prover{expr: e, fewer: s.fewer, places: 2, work: w}
	asked := expr.InputsOf(e)
	for _, in := range s.inputs {
		if slices.Contains(asked, in.Name) {
			p.inputs = append(p.inputs, in)
		}
	}
	for _, name := range s.fixed {
		if slices.Contains(asked, name) {
			p.fixed = append(p.fixed, name)
		}
	}
	slices.SortStableFunc(p.inputs, func(a, b expr.Input) int { return p.rank(a) - p.rank(b) })
	p.cost = len(asked) * len(asked)
	expr.Walk(e, func(e expr.Expr) {
		p.cost++
		if op, ok := e.(expr.Op); ok && op.Sym.Compares() {
			p.comparisons = append(p.comparisons, op)
			p.places = max(p.places, placesIn(op)+1)
		}
		if rank, ok := e.(expr.Rank); ok {
			p.comparisons = append(p.comparisons, crossings(rank)...)
		}
		if reckoned, ok := e.(expr.Derived); ok {
			p.comparisons = append(p.comparisons, bounds(reckoned)...)
			p.reckons = true
		}
	})
	w.spend(p.cost)
	return p
}

// rank puts denominators first.
func (p *prover) rank(in expr.Input) int {
	if slices.Contains(p.fixed, in.Name) {
		return 0
	}
	return 1
}

// placesIn is how many decimal places an edge had before it was written with whole numbers: b × 1.000 ≥ a × 995 had three.
func placesIn(comparison expr.Op) int32 {
	var places int32
	for _, side := range comparison.Args {
		expr.Walk(side, func(e expr.Expr) {
			if times, ok := e.(expr.Op); ok && times.Sym == expr.Mul {
				if scale, fixed := times.Args[1].(expr.Num); fixed {
					places = max(places, int32(scale.Value.NumDigits())-1)
				}
			}
		})
	}
	return places
}

// find gives the first answers for which an expression is scored and not 0, as a condition that holds.
func (p *prover) find() (witness values, ok bool) { return p.findFrom(values{}) }

// findFrom looks only among those that go with some answers.
func (p *prover) findFrom(at values) (witness values, ok bool) {
	visit := func(v values, out expr.Outcome) bool {
		if out.State == expr.Scored && !out.Value.IsZero() {
			witness, ok = v, true
		}
		return !ok
	}
	p.walk(at, visit)
	if !ok && p.mayMiss() {
		p.dense = true
		p.walk(at, visit)
		p.dense = false
	}
	return witness, ok
}

// walk tries every set of candidate answers, asking only for what the expression really reads. It gives false where visit
// said no, or where there are too many.
func (p *prover) walk(v values, visit func(values, expr.Outcome) bool) bool {
	if p.work.spend(p.cost); p.work.over() {
		return false
	}
	out := p.eval(v)
	next, open := p.open(v, out)
	if !open {
		return visit(v, out)
	}
	for _, answer := range p.candidates(next, v) {
		if !p.walk(v.with(next.Name, answer), visit) {
			return false
		}
	}
	return true
}

func (p *prover) eval(v values) expr.Outcome {
	return expr.Eval(p.expr, p.inputs, v.of)
}

// open is the next answer that the expression reads and that is still blank.
func (p *prover) open(v values, out expr.Outcome) (expr.Input, bool) {
	for _, in := range p.inputs {
		if slices.Contains(out.Read, in.Name) && v.of(in.Name).IsBlank() {
			return in, true
		}
	}
	return expr.Input{}, false
}

// candidates are the answers at which something can change: a choice's options; for a number its bounds, a few plain values, and
// the places where a comparison tips, with the step before and after each.
func (p *prover) candidates(in expr.Input, v values) []expr.Answer {
	var answers []expr.Answer
	if in.IsChoice() {
		for option := range in.Options {
			answers = append(answers, expr.OptionAnswer(option+1))
		}
		return answers
	}
	for _, d := range p.numbers(in, v) {
		answers = append(answers, expr.NumberAnswer(d))
	}
	return answers
}

func (p *prover) numbers(in expr.Input, v values) []decimal.Decimal {
	raw := p.plainNumbers(in)
	for _, comparison := range p.comparisons {
		for _, chosen := range p.completed(comparison, in, v) {
			if root, ok := tips(comparison, in.Name, chosen); ok {
				raw = append(raw, p.around(root, in)...)
			}
		}
	}
	p.work.spend(len(p.comparisons) * len(p.inputs))
	slices.SortFunc(raw, decimal.Decimal.Cmp)
	return slices.DeleteFunc(slices.CompactFunc(raw, decimal.Decimal.Equal), func(d decimal.Decimal) bool {
		state, _ := in.Guard(expr.NumberAnswer(d))
		return state != expr.Scored
	})
}

// completed are chosen answers; where several answers that are reckoned together are still open, with the others as small as they may
// be, and large: else no place would be seen that only many of one give.
func (p *prover) completed(comparison expr.Op, in expr.Input, v values) []values {
	if !p.reckons {
		return []values{v}
	}
	small, large, open := v, v, false
	for _, name := range expr.InputsOf(comparison) {
		if name == in.Name || !v.of(name).IsBlank() {
			continue
		}
		other := p.input(name)
		if !other.IsOrdered() {
			continue
		}
		open = true
		most := decimal.Max(other.Min, hundred)
		if other.Max.Valid {
			most = other.Max.Decimal
		}
		small, large = small.with(name, expr.NumberAnswer(other.Min)), large.with(name, expr.NumberAnswer(most))
	}
	if !open {
		return []values{v}
	}
	return []values{small, large}
}

// plainNumbers are those that need no solving. For a denominator one is large enough that a part of it falls between any two
// edges.
func (p *prover) plainNumbers(in expr.Input) []decimal.Decimal {
	raw := []decimal.Decimal{in.Min, decimal.Zero, one, hundred}
	if in.Max.Valid {
		raw = append(raw, in.Max.Decimal)
	}
	if !slices.Contains(p.fixed, in.Name) {
		return raw
	}
	raw = append(raw, decimal.New(1, p.places))
	for n := int64(2); p.dense && n <= denseMost; n++ {
		raw = append(raw, decimal.NewFromInt(n))
	}
	return raw
}

// denseMost is the largest denominator that a dense walk tries besides the plain ones.
const denseMost = 120

// mayMiss says that a plain walk may miss what a dense one finds.
func (p *prover) mayMiss() bool {
	return slices.ContainsFunc(p.inputs, func(in expr.Input) bool { return in.Whole && slices.Contains(p.fixed, in.Name) })
}

// around gives the place where something tips, as far as it can be written down, and the steps before and after it.
func (p *prover) around(root expr.Fraction, in expr.Input) []decimal.Decimal {
	const most = 15 // decimal places
	places := p.placesOf(in)
	step := decimal.New(1, -places)
	floor, _ := root.Cut(places)
	near := []decimal.Decimal{floor.Sub(step), floor, floor.Add(step), floor.Add(step).Add(step)}
	if at, exact := root.Cut(most); exact {
		near = append(near, at)
	}
	return near
}

// placesOf is how many decimal places the steps of an answer have.
func (p *prover) placesOf(in expr.Input) int32 {
	if in.Whole {
		return 0
	}
	return p.places
}

// values is a growing list of chosen answers; a longer one never changes a shorter.
type values []value

type value struct {
	input  string
	answer expr.Answer
}

func (v values) with(input string, a expr.Answer) values {
	return append(slices.Clip(v), value{input, a})
}

func (v values) of(input string) expr.Answer {
	for _, chosen := range v {
		if chosen.input == input {
			return chosen.answer
		}
	}
	return expr.Answer{}
}

// only are those of some answers.
func (v values) only(names []string) values {
	return slices.DeleteFunc(slices.Clone(v), func(chosen value) bool { return !slices.Contains(names, chosen.input) })
}

// over puts chosen answers over those that stand elsewhere.
func (v values) over(base values) values {
	all := slices.Clone(v)
	for _, b := range base {
		if v.of(b.input).IsBlank() {
			all = append(all, b)
		}
	}
	return all
}

func keyed(leaf *scoring.Criterion, v values) expr.Answers {
	answers := expr.Answers{}
	for _, chosen := range v {
		answers[leaf.Key(chosen.input)] = chosen.answer
	}
	return answers
}
