package scoring

import (
	"cmp"

	"github.com/shopspring/decimal"
)

// Prove looks at what every rule of a set can do, for all answers and not only for examples: answers that fall into no case,
// cases that overlap by halves, branches that nothing reaches, parts that never count, a maximum that is never reached, more of a
// good thing that gives less. Each finding has a witness. It also lists what the source does not hold. What an author accepted at
// the criterion carries his reason; an acceptance that meets nothing is itself a finding. A rule in which [Check] finds a fault is
// passed over, and one that is too large to be walked through is said to be.
func Prove(rs *RuleSet) []Problem {
	met := acceptances{}
	checkNodes(rs, met)
	problems := proveLeaves(rs.Leaves(), met)
	for node := range rs.All() {
		problems = append(problems, met.unused(node)...)
	}
	return problems
}

// ProveLeaves looks at some leaves by themselves, of a set that could not be read in full.
func ProveLeaves(rs *RuleSet, leaves []*Criterion) []Problem {
	met := acceptances{}
	checkLeaves(rs, leaves, met)
	return proveLeaves(leaves, met)
}

func proveLeaves(leaves []*Criterion, met acceptances) []Problem {
	var problems []Problem
	left := setWork
	for _, leaf := range leaves {
		p := proof{leaf: leaf, work: &work{left: min(leafWork, left)}}
		given := p.work.left
		problems = append(problems, met.mark(leaf, p.run())...)
		left -= given - p.work.left
	}
	return problems
}

// How much work a walk may be, in looks at nodes of expressions: for proving one leaf, for a whole set, and for showing one leaf.
// The largest leaf of the 2023 set takes 63,000, the whole set 300,000; a hostile file must not keep anybody waiting.
const (
	leafWork = 1_500_000
	setWork  = 6_000_000
	showWork = 300_000
)

// work is what may still be spent on walking through rules.
type work struct{ left int }

func (w *work) spend(n int) { w.left = max(0, w.left-n) }

func (w *work) over() bool { return w.left == 0 }

// proof gathers what there is to say about one leaf.
type proof struct {
	leaf     *Criterion
	work     *work
	seen     map[string]sight // what was walked through, by place
	problems []Problem
}

// add puts a finding down; its first argument is the criterion's number.
func (p *proof) add(code Code, path string, args ...any) {
	p.problems = append(p.problems, NewProblem(code, path, append([]any{p.leaf.Number}, args...)...))
}

func (p *proof) run() []Problem {
	if p.leaf.Provenance == Absent {
		p.add(SourceMissing, p.leaf.Number+".provenance", p.leaf.heldWords())
	}
	s := p.leaf.scope()
	if len(p.leaf.Rule.check(s)) > 0 {
		return p.problems
	}
	for _, unit := range unitsOf(p.leaf.Rule, s) {
		if !p.work.over() {
			p.unit(unit)
		}
	}
	for rule, s := range nested(p.leaf.Rule, s) {
		if !p.work.over() {
			p.shape(rule, s)
		}
	}
	p.reaches(p.leaf.Rule, s)
	if p.work.over() {
		p.add(ProofIncomplete, s.path)
	}
	return p.problems
}

// shape looks at what a kind by itself can be wrong in.
func (p *proof) shape(rule Rule, s scope) {
	switch rule := rule.(type) {
	case *Cases:
		p.overlaps(rule, s)
	case *Sum:
		p.parts(rule, s)
	case *Count:
		p.idle(rule.addends(s))
	}
}

// unit proves a rule that can be looked at by itself: no gap, no dead branch, no step down.
func (p *proof) unit(u unit) {
	walker := p.prover(u.expr)
	saw := p.sight(u, walker)
	if saw.gap != nil {
		p.add(CasesGap, u.path, exactWords(p.leaf.Inputs, saw.gap))
	}
	if saw.complete {
		for _, step := range deadSteps(u.expr, saw.reached) {
			p.add(BranchDead, cmp.Or(step.place, u.path), step.pattern())
		}
	}
	for _, in := range walker.inputs {
		if fall, found := walker.stepDown(in); found {
			p.add(StepDown, u.path, in.Label, fall.from, fall.to, fall.before, fall.after, whenWords(p.leaf.Inputs, fall.others))
		}
	}
}

// reaches reports a maximum that no answers give, though its figures allow for it; [Check] finds what they do not allow.
func (p *proof) reaches(rule Rule, s scope) {
	most := p.span(rule, s).most
	if p.work.over() || !most.known || !rule.most(s).Equal(s.max) || most.value.cmp(whole(s.max)) == 0 {
		return
	}
	text, _ := formatValue(most.value)
	p.add(RuleReach, s.path, text, FormatNumber(s.max), whenWords(p.leaf.Inputs, most.at))
}

func (p *proof) prover(e Expr) *prover { return newProver(p.leaf.Inputs, e, p.work) }

// nested gives a rule and all that stand in it, each with its scope, outermost first.
func nested(rule Rule, s scope) func(yield func(Rule, scope) bool) {
	return func(yield func(Rule, scope) bool) { visitRules(rule, s, yield) }
}

func visitRules(rule Rule, s scope, yield func(Rule, scope) bool) bool {
	if !yield(rule, s) {
		return false
	}
	switch rule := rule.(type) {
	case *Cases:
		for i := range rule.List {
			if !visitRules(rule.List[i].Rule, rule.scopeOf(s, i), yield) {
				return false
			}
		}
		return rule.Else == nil || visitRules(rule.Else, s.inner(rule.Else, "else"), yield)
	case *Sum:
		for i := range rule.Parts {
			if !visitRules(rule.Parts[i].Rule, rule.part(s, i), yield) {
				return false
			}
		}
	}
	return true
}

// unit is a rule, or some parts of a sum that share answers, that can be looked at without regard to anything else.
type unit struct {
	scope
	expr Expr
}

// unitsOf takes sums apart: parts that ask for different answers do not touch each other, and together they would have too
// many answers to walk through.
func unitsOf(rule Rule, s scope) []unit {
	sum, ok := rule.(*Sum)
	if !ok {
		return []unit{{s, rule.lower(s)}}
	}
	var units []unit
	all := sum.addends(s)
	for _, group := range all.groups() {
		if i := group[0]; len(group) == 1 {
			units = append(units, unitsOf(sum.Parts[i].Rule, sum.part(s, i))...)
		} else {
			units = append(units, all.joint(group))
		}
	}
	return units
}

// Held is how many of a leaf's points only hold the place of what the source does not have, for a person to give.
func (c *Criterion) Held() decimal.Decimal {
	held := decimal.Zero
	for rule, s := range nested(c.Rule, c.scope()) {
		if _, byHand := rule.(*Manual); byHand {
			held = held.Add(s.max)
		}
	}
	return decimal.Min(held, c.Max)
}

func (c *Criterion) heldWords() string {
	switch held := c.Held(); {
	case held.IsZero():
		return FormatNumber(c.Max) + " điểm"
	case held.Equal(c.Max):
		return FormatNumber(c.Max) + " điểm, giữ chỗ để người thẩm định cho"
	default:
		return FormatNumber(c.Max) + " điểm, trong đó " + FormatNumber(held) + " điểm giữ chỗ để người thẩm định cho"
	}
}
