package scoring

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Prove looks at what every rule of a sound set can do, for all answers and not only for examples: answers that fall into
// no case, cases that overlap by halves, branches that nothing reaches, more of a good thing that gives less. Each finding has a
// witness. It also lists what the source does not hold. What an author accepted at the criterion carries his reason; an
// acceptance that meets nothing is itself a finding. A rule in which [Check] finds a fault is passed over.
func Prove(rs *RuleSet) []Problem {
	var problems []Problem
	for _, leaf := range rs.Leaves() {
		if len(leaf.Rule.check(leaf.scope())) == 0 {
			problems = append(problems, leaf.accept(proveLeaf(leaf))...)
		}
	}
	return problems
}

func proveLeaf(leaf *Criterion) []Problem {
	var problems []Problem
	if leaf.Provenance == Absent {
		problems = append(problems, NewProblem(SourceMissing, leaf.Number+".provenance", leaf.Number, FormatNumber(leaf.Max)))
	}
	for _, unit := range proofUnits(leaf.Rule, leaf.scope()) {
		problems = append(problems, unit.prove(leaf)...)
	}
	return problems
}

// accept marks the findings that the criterion's author lets stand.
func (c *Criterion) accept(problems []Problem) []Problem {
	for i, a := range c.Accepted {
		met := false
		for j := range problems {
			if problems[j].Code == a.Code {
				problems[j].Accepted, met = a.Reason, true
			}
		}
		if !met {
			problems = append(problems, NewProblem(AcceptUnused, atIndex(c.Number+".accept", i), a.Code))
		}
	}
	return problems
}

// proofUnit is a rule that can be looked at by itself: the parts of a sum do not touch each other, and together they would
// have too many answers to walk through.
type proofUnit struct {
	scope
	rule Rule
}

func proofUnits(rule Rule, s scope) []proofUnit {
	sum, ok := rule.(*Sum)
	if !ok {
		return []proofUnit{{s, rule}}
	}
	var units []proofUnit
	for i, part := range sum.Parts {
		units = append(units, proofUnits(part.Rule, sum.part(s, i))...)
	}
	return append(units, proofUnit{s, rule})
}

func (u proofUnit) prove(leaf *Criterion) []Problem {
	if sum, ok := u.rule.(*Sum); ok {
		return sum.proveCap(u.scope)
	}
	p := newProver(leaf.Inputs, u.rule.lower(u.scope))
	problems := p.run(u.scope)
	if cases, ok := u.rule.(*Cases); ok {
		problems = append(problems, cases.proveOverlaps(leaf.Inputs, u.scope)...)
	}
	return problems
}

// proveCap reports parts that together exceed what the sum may give.
func (r *Sum) proveCap(s scope) []Problem {
	if !r.total().GreaterThan(s.max) {
		return nil
	}
	return []Problem{NewProblem(SumOverCap, s.path, FormatNumber(r.total()), FormatNumber(s.max))}
}

// proveOverlaps reports two cases that can hold at once where neither is an exception to the other: an exception lies
// wholly within the later case, and a later case wholly within an earlier one is never used, which is a finding of its own.
func (r *Cases) proveOverlaps(inputs []Input, s scope) []Problem {
	var problems []Problem
	for j := range r.List {
		for i := range j {
			first, second := r.List[i].When.lower(s), r.List[j].When.lower(s)
			holds := func(e Expr) (Answers, bool) { return newProver(inputs, e).find() }
			witness, overlap := holds(both(first, second))
			_, outside := holds(If{second, num(0), first})
			_, used := holds(If{first, num(0), second})
			if overlap && outside && used {
				problems = append(problems, NewProblem(CasesOverlap, s.at("list[%d].when", j), i+1, j+1, witnessWords(inputs, witness)))
			}
		}
	}
	return problems
}

// maxVisits bounds the walk through one rule; a rule that needs more is reported as not proved.
const maxVisits = 20_000

// prover walks through the answers at which an expression can come out differently: nothing changes between them.
type prover struct {
	inputs      []Input
	expr        Expr
	comparisons []Op
	fixed       []string // what others are measured against: chosen first
	visits      int
}

func newProver(inputs []Input, e Expr) *prover {
	p := &prover{inputs: inputs, expr: e, fixed: yardsticks(e)}
	Walk(e, func(e Expr) {
		if op, ok := e.(Op); ok && len(op.Args) == 2 && slices.Contains([]Symbol{Less, AtMost, Equal, AtLeast, More}, op.Sym) {
			p.comparisons = append(p.comparisons, op)
		}
	})
	return p
}

// run proves one rule: no gap, no dead branch, no step down.
func (p *prover) run(s scope) []Problem {
	reached, gap := p.reach()
	if p.visits > maxVisits {
		return []Problem{NewProblem(ProofIncomplete, s.path, maxVisits)}
	}
	var problems []Problem
	if gap != nil {
		problems = append(problems, NewProblem(CasesGap, s.path, witnessWords(p.inputs, gap.answers())))
	}
	for _, step := range deadSteps(p.expr, reached) {
		problems = append(problems, NewProblem(BranchDead, s.path, step.pattern()))
	}
	return append(problems, p.monotony(s)...)
}

// reach walks through everything: which branches can be taken at all, and the first answers that fall into no case.
func (p *prover) reach() (reached map[*Step]bool, gap values) {
	reached = map[*Step]bool{}
	p.walk(values{}, func(v values, out outcome) bool {
		for _, step := range out.steps {
			reached[step] = true
		}
		if gap == nil && len(out.problems) > 0 && out.problems[0].Code == AnswerNoCase {
			gap = v
		}
		return true
	})
	return reached, gap
}

// deadSteps lists the outermost branches that nothing reached. A rule for a zero denominator must be stated even where a
// case rules it out.
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
		case !e.Zero:
			return []*Step{e}
		}
	}
	return nil
}

// find gives the first answers for which a condition holds.
func (p *prover) find() (witness Answers, ok bool) {
	p.walk(values{}, func(v values, out outcome) bool {
		if out.state == Scored && !out.value.isZero() {
			witness, ok = v.answers(), true
		}
		return !ok
	})
	return witness, ok
}

// walk tries every set of candidate answers, asking only for what the expression really reads. It gives false where visit
// said no, or where there are too many.
func (p *prover) walk(v values, visit func(values, outcome) bool) bool {
	p.visits++
	if p.visits > maxVisits {
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

func (p *prover) eval(v values) outcome {
	return evaluator{p.inputs, func(input string) Answer { return v.of(input) }}.eval(p.expr)
}

// open is the next answer that the expression reads and that is still blank; denominators come first, so that the edges of
// a ratio can be solved for its parts.
func (p *prover) open(v values, out outcome) (Input, bool) {
	var found Input
	for _, in := range p.inputs {
		if !slices.Contains(out.read, in.Name) || !v.of(in.Name).IsBlank() {
			continue
		}
		if slices.Contains(p.fixed, in.Name) {
			return in, true
		}
		if found.Name == "" {
			found = in
		}
	}
	return found, found.Name != ""
}

// values is a growing list of chosen answers; a longer one never changes a shorter.
type values []value

type value struct {
	input  string
	answer Answer
}

func (v values) with(input string, a Answer) values { return append(slices.Clip(v), value{input, a}) }

func (v values) of(input string) Answer {
	for _, chosen := range v {
		if chosen.input == input {
			return chosen.answer
		}
	}
	return Answer{}
}

func (v values) answers() Answers {
	answers := Answers{}
	for _, chosen := range v {
		answers[Key{Input: chosen.input}] = chosen.answer
	}
	return answers
}

// candidates are the answers at which something can change: a choice's options; for a number its bounds, a few plain values, and
// the places where a comparison tips, with the step before and after each.
func (p *prover) candidates(in Input, v values) []Answer {
	var answers []Answer
	if in.IsChoice() {
		for option := range in.Options {
			answers = append(answers, OptionAnswer(option+1))
		}
		return answers
	}
	for _, d := range p.numbers(in, v) {
		answers = append(answers, NumberAnswer(d))
	}
	return answers
}

func (p *prover) numbers(in Input, v values) []decimal.Decimal {
	places := fineness(in)
	step := decimal.New(1, -places)
	raw := []decimal.Decimal{in.Min, decimal.Zero, one, decimal.NewFromInt(100)}
	if in.Max.Valid {
		raw = append(raw, in.Max.Decimal)
	}
	for _, comparison := range p.comparisons {
		if root, ok := tips(comparison, in.Name, v); ok {
			floor, _ := root.cut(places)
			raw = append(raw, floor.Sub(step), floor, floor.Add(step), floor.Add(step).Add(step))
		}
	}
	slices.SortFunc(raw, decimal.Decimal.Cmp)
	return slices.DeleteFunc(slices.CompactFunc(raw, decimal.Decimal.Equal), func(d decimal.Decimal) bool {
		state, _ := in.Guard(NumberAnswer(d))
		return state != Scored
	})
}

// fineness is how many places the steps of an answer have: whole numbers step by one.
func fineness(in Input) int32 {
	if in.Whole {
		return 0
	}
	return 3
}
