// Package proof says what a rule can do, whatever is answered: not for examples, but for all of its answers.
//
// [Prove] looks for gaps, overlaps, branches that nothing reaches, points that fall while a number grows, and a maximum out of
// reach, each with answers as a witness. [Reach] gives the least and the most that a leaf can bring, [Boundaries] the table of
// its edges, [Gains] and [Way] what a unit is missing to more points, and [Cover] what a rule's examples leave out.
//
// It works on the core of package expr alone: outcomes change only where a comparison tips, so a walk over those places sees
// everything (walk.go), and between them the value is a straight line (climb.go). It promises an end: a rule too large to be
// walked through is said to be, never passed over.
package proof

import (
	"cmp"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// Prove looks at what every rule of a set can do, for all answers and not only for examples: answers that fall into no case,
// cases that overlap by halves, branches that nothing reaches, parts that never count, steps of the same points, a maximum that is never
// reached, more of a good thing that gives less, and points that the wording names and no rule gives. Each finding has a witness. It also lists what the source does not hold. What an author accepted at
// the criterion carries his reason; an acceptance that meets nothing is itself a finding. A rule in which [scoring.Check] finds a fault is
// passed over, and one that is too large to be walked through is said to be.
func Prove(rs *scoring.RuleSet) []problem.Problem {
	met := scoring.Accepted(rs)
	problems := proveLeaves(rs, rs.Leaves(), met)
	for node := range rs.All() {
		problems = append(problems, met.Unused(node)...)
	}
	return problems
}

// ProveLeaves looks at some leaves by themselves, of a set that could not be read in full.
func ProveLeaves(rs *scoring.RuleSet, leaves []*scoring.Criterion) []problem.Problem {
	return proveLeaves(rs, leaves, scoring.AcceptedIn(rs, leaves))
}

func proveLeaves(rs *scoring.RuleSet, leaves []*scoring.Criterion, met scoring.Acceptances) []problem.Problem {
	var problems []problem.Problem
	left := setWork
	for _, leaf := range leaves {
		p := proof{leaf: leaf, penalty: rs.BeyondOf(leaf) == scoring.BeyondMinus, work: &work{left: min(leafWork, left)}}
		given := p.work.left
		problems = append(problems, met.Mark(leaf, p.run())...)
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
	leaf     *scoring.Criterion
	penalty  bool           // its points are taken off: which way of an answer is the better one shows nowhere
	subject  *subject       // of the leaf, once it is asked for
	named    map[string]int // how often the leaf's rule names an answer, once that is asked for
	work     *work
	seen     map[string]sight // what was walked through, by place
	problems []problem.Problem
}

// add puts a finding down; its first argument is the criterion's number.
func (p *proof) add(code problem.Code, path string, args ...any) {
	p.problems = append(p.problems, problem.New(code, path, append([]any{p.leaf.Number}, args...)...))
}

func (p *proof) run() []problem.Problem {
	if p.leaf.Provenance == scoring.Absent {
		p.add(problem.SourceMissing, p.leaf.Number+".provenance", heldWords(p.leaf))
	}
	rule := p.leaf.Placed()
	if !rule.Sound() {
		return p.problems
	}
	p.printed()
	for _, unit := range unitsOf(rule) {
		if !p.work.over() {
			p.unit(unit)
		}
	}
	for inner := range rule.All() {
		if !p.work.over() {
			p.shape(inner)
		}
	}
	p.reaches(rule)
	if p.work.over() {
		p.add(problem.ProofIncomplete, rule.Path)
	}
	return p.problems
}

// shape looks at what a kind by itself can be wrong in.
func (p *proof) shape(r kinds.Placed) {
	p.overlaps(r)
	p.parts(r)
	p.alike(r)
}

// unit proves a rule that can be looked at by itself: no gap, no dead branch, no step down.
func (p *proof) unit(u unit) {
	walker := p.prover(u.expr)
	saw := p.sight(u, walker)
	if saw.gap != nil {
		p.add(problem.CasesGap, u.Path, exactWords(p.leaf.Inputs, saw.gap))
	}
	if saw.complete {
		for _, step := range deadSteps(u.expr, saw.reached) {
			p.add(problem.BranchDead, cmp.Or(step.Place, u.Path), step.Pattern())
		}
	}
	if p.penalty {
		return
	}
	for _, in := range walker.inputs {
		if fall, found := walker.stepDown(in); found {
			code := problem.StepDown
			if fall.fewer {
				code = problem.StepUp
			}
			p.add(code, u.Path, in.Label, fall.from, fall.to, fall.before, fall.after, whenWords(p.leaf.Inputs, fall.others))
		}
	}
}

// reaches reports a maximum that no answers give, though its figures allow for it; [scoring.Check] finds what they do not allow.
func (p *proof) reaches(r kinds.Placed) {
	most := p.span(r).most
	if p.work.over() || !most.known || !r.Most().Equal(r.Max) || most.value.Cmp(expr.Whole(r.Max)) == 0 {
		return
	}
	text, _ := expr.FormatValue(most.value)
	p.add(problem.RuleReach, r.Path, text, expr.FormatNumber(r.Max), whenWords(p.leaf.Inputs, most.at))
}

func (p *proof) prover(e expr.Expr) *prover {
	if p.subject == nil {
		p.subject = subjectOf(p.leaf)
	}
	return newProver(p.subject, e, p.work)
}

// unit is a rule, or some parts of a sum that share answers, that can be looked at without regard to anything else.
type unit struct {
	kinds.Scope
	expr expr.Expr
}

// unitsOf takes apart what is added up: addends that ask for different answers do not touch each other, nor do those that are only
// measured against the same one, and together they would have too many answers to walk through.
func unitsOf(r kinds.Placed) []unit {
	var units []unit
	if ranked, ok := r.Ranked(); ok {
		for _, way := range ranked.Ways {
			units = append(units, unitsOf(way)...)
		}
		return units
	}
	a, ok := addendsOf(r)
	if !ok {
		return []unit{{r.Scope, r.Lower()}}
	}
	for _, c := range a.clusters() {
		for _, knot := range c.knots {
			switch first := a.Addends[knot[0]]; {
			case len(knot) > 1:
				units = append(units, a.joint(knot))
			case first.Rule == nil:
				units = append(units, unit{first.Scope, first.Expr})
			default:
				units = append(units, unitsOf(first.Placed)...)
			}
		}
	}
	return units
}

// heldWords says how many points the source leaves open.
func heldWords(c *scoring.Criterion) string {
	switch held := c.Held(); {
	case held.IsZero():
		return expr.FormatNumber(c.Max) + " điểm"
	case held.Equal(c.Max):
		return expr.FormatNumber(c.Max) + " điểm, giữ chỗ để người thẩm định cho"
	default:
		return expr.FormatNumber(c.Max) + " điểm, trong đó " + expr.FormatNumber(held) + " điểm giữ chỗ để người thẩm định cho"
	}
}
