package scoring

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// facts are what there is to prove about a rule, as text that can be compared.
type facts struct {
	Gap, Dead, StepDown bool
	Overlaps, Idle      []string // places of cases and of parts
	Least, Most         string   // points; "" where nothing is scored
}

// TestProofsAgainstBruteForce makes small rules at random and holds what was proved about them to what trying all answers gives.
func TestProofsAgainstBruteForce(t *testing.T) {
	found := map[string]int{}
	for seed := range uint64(240) {
		leaf := randomLeaf(rand.New(rand.NewPCG(seed, 1)), seed%6 == 0)
		if len(leaf.Rule.check(leaf.scope())) > 0 {
			found["faulty"]++
			continue
		}
		got := provedFacts(leaf)
		if diff := cmp.Diff(bruteFacts(leaf), got); diff != "" {
			t.Errorf("seed %d: trying all answers differs from the proof:\n%s\n%s", seed, diff, strings.Join(leaf.Describe(), "\n"))
		}
		count := map[string]bool{"gap": got.Gap, "dead": got.Dead, "step down": got.StepDown, "overlap": len(got.Overlaps) > 0, "idle": len(got.Idle) > 0,
			"out of reach": got.Most != "" && got.Most != FormatNumber(leaf.Rule.most(leaf.scope())), "never nothing": got.Least != "0"}
		for fact, holds := range count {
			if holds {
				found[fact]++
			}
		}
	}
	for _, fact := range []string{"gap", "dead", "step down", "overlap", "idle", "out of reach", "never nothing"} {
		if found[fact] < 8 {
			t.Errorf("only %d rules with %q: the test hardly tests it (%v)", found[fact], fact, found)
		}
	}
}

func provedFacts(leaf *Criterion) facts {
	var f facts
	for _, p := range (&proof{leaf: leaf, work: &work{left: leafWork}}).run() {
		switch p.Code {
		case CasesGap:
			f.Gap = true
		case BranchDead:
			f.Dead = true
		case StepDown:
			f.StepDown = true
		case CasesOverlap:
			f.Overlaps = append(f.Overlaps, p.Args[1]+"-"+p.Args[2]+" "+p.Path)
		case PartIdle:
			f.Idle = append(f.Idle, p.Path)
		}
	}
	s := (&proof{leaf: leaf, work: &work{left: leafWork}}).span(leaf.Rule, leaf.scope())
	f.Least, f.Most = s.least.words(), s.most.words()
	return f
}

func (x extreme) words() string {
	if !x.known {
		return ""
	}
	text, _ := formatValue(x.value)
	return text
}

const bruteMost = 7 // the largest number tried

// randomLeaf makes a rule of cases, or a sum of two that share their answers and a third part that does not.
func randomLeaf(r *rand.Rand, summed bool) *Criterion {
	inputs := []Input{numberIn("a"), numberIn("b"), numberIn("c"), yesNoIn("k")}
	for i := range 3 {
		inputs[i].Max = null(decimal.NewFromInt(bruteMost))
	}
	if !summed {
		return leafOf("0.5", randomCases(r), inputs[0], inputs[1], inputs[3])
	}
	sum := &Sum{}
	for _, rule := range []Rule{randomCases(r), randomCases(r), &Bands{Number: "c", Else: randomPoints(r), Steps: []Band{{From: opt("4"), Points: randomPoints(r)}}}} {
		max := rule.most(scope{inputs: inputs, max: dec("0.4")})
		sum.Parts = append(sum.Parts, Part{max, rule})
	}
	return leafOf("0.4", sum, inputs...)
}

func randomPoints(r *rand.Rand) decimal.Decimal { return decimal.New(r.Int64N(5), -1) }

func randomCases(r *rand.Rand) *Cases {
	cases := &Cases{}
	for range 1 + r.IntN(3) {
		cases.List = append(cases.List, Case{randomCondition(r), randomRule(r)})
	}
	if r.IntN(2) == 0 {
		cases.Else = randomRule(r)
	}
	return cases
}

func randomRule(r *rand.Rand) Rule {
	switch r.IntN(4) {
	case 0:
		return &Fixed{randomPoints(r)}
	case 1:
		return &Ratio{Part: "b", Of: "a", AtLeast: opt("0.7"), IfZero: ZeroNone}
	case 2:
		return &Bands{Number: "b", Else: randomPoints(r), Steps: []Band{{From: opt("6"), Points: randomPoints(r)}, {Above: opt("2"), Points: randomPoints(r)}}}
	}
	return &Bands{Part: "b", Of: "a", IfZero: ZeroMax, Else: randomPoints(r), Steps: []Band{{Above: opt("0.8"), Points: randomPoints(r)}, {From: opt("0.25"), Points: randomPoints(r)}}}
}

func randomCondition(r *rand.Rand) Condition {
	edge := func() decimal.NullDecimal { return null(decimal.NewFromInt(r.Int64N(bruteMost))) }
	switch r.IntN(4) {
	case 0:
		return Condition{Answer: "k", Is: null(decimal.NewFromInt(r.Int64N(2)))}
	case 1:
		return Condition{Answer: "a", From: edge()}
	case 2:
		return Condition{Answer: "a", Below: edge()}
	}
	return Condition{All: []Condition{{Answer: "a", Above: edge()}, {Any: []Condition{{Answer: "k", Is: opt("1")}, {Answer: "a", UpTo: edge()}}}}}
}

// everyAnswer tries all answers of a leaf.
func everyAnswer(leaf *Criterion, visit func(Answers)) {
	answers := Answers{}
	var choose func(rest []Input)
	choose = func(rest []Input) {
		if len(rest) == 0 {
			visit(answers)
			return
		}
		key := leaf.Key(rest[0].Name)
		for n := range bruteMost + 1 {
			answers[key] = NumberAnswer(decimal.NewFromInt(int64(n)))
			if rest[0].IsChoice() {
				answers[key] = OptionAnswer(n + 1)
			}
			if !rest[0].IsChoice() || n < 2 {
				choose(rest[1:])
			}
		}
	}
	choose(leaf.Inputs)
}

// bruteFacts finds them by trying all answers.
func bruteFacts(leaf *Criterion) facts {
	var f facts
	var least, most extreme
	expr := leaf.Expr()
	everyAnswer(leaf, func(answers Answers) {
		out := leaf.eval(expr, answers)
		f.Gap = f.Gap || out.fellThrough()
		if out.state == Scored {
			least.take(-1, out.value, nil)
			most.take(1, out.value, nil)
		}
	})
	f.Least, f.Most = least.words(), most.words()
	for _, unit := range unitsOf(leaf.Rule, leaf.scope()) {
		f.Dead = f.Dead || hasDead(leaf, unit.expr)
		for _, in := range leaf.Inputs[:len(leaf.Inputs)-1] { // all but the choice
			f.StepDown = f.StepDown || fallsIn(leaf, unit.expr, in.Name)
		}
	}
	for rule, s := range nested(leaf.Rule, leaf.scope()) {
		if cases, ok := rule.(*Cases); ok {
			f.Overlaps = append(f.Overlaps, bruteOverlaps(leaf, cases, s)...)
		}
		if sum, ok := rule.(*Sum); ok {
			f.Idle = bruteIdle(leaf, sum.addends(s))
		}
	}
	return f
}

func hasDead(leaf *Criterion, expr Expr) bool {
	reached := map[*Step]bool{}
	everyAnswer(leaf, func(answers Answers) {
		for _, step := range leaf.eval(expr, answers).steps {
			reached[step] = true
		}
	})
	return len(deadSteps(expr, reached)) > 0
}

// fallsIn says whether more of an answer that nothing is measured against gives less.
func fallsIn(leaf *Criterion, expr Expr, name string) (falls bool) {
	if slices.Contains(yardsticks(expr), name) || !slices.Contains(InputsOf(expr), name) {
		return false
	}
	last := map[string]outcome{} // by the other answers, which everyAnswer lets stand while the number grows
	everyAnswer(leaf, func(answers Answers) {
		others := ""
		for _, in := range leaf.Inputs {
			if a := answers[leaf.Key(in.Name)]; in.Name != name {
				others += fmt.Sprint(a.number, a.option, " ")
			}
		}
		out := leaf.eval(expr, answers)
		if out.state != Scored {
			return
		}
		before, known := last[others]
		falls = falls || known && out.value.cmp(before.value) < 0
		last[others] = out
	})
	return falls
}

// bruteOverlaps tries for which pairs of cases both hold and none before them, while each can hold without the other.
func bruteOverlaps(leaf *Criterion, cases *Cases, s scope) []string {
	n := len(cases.List)
	both, alone := make([]bool, n*n), make([]bool, n*n)
	conditions := make([]Expr, n)
	for i := range cases.List {
		conditions[i] = cases.List[i].When.lower(s)
	}
	everyAnswer(leaf, func(answers Answers) {
		holds := make([]bool, n)
		for i, condition := range conditions {
			holds[i] = !leaf.eval(condition, answers).value.isZero()
		}
		for i := range n {
			for j := range n {
				both[i*n+j] = both[i*n+j] || holds[i] && holds[j] && !slices.Contains(holds[:i], true)
				alone[i*n+j] = alone[i*n+j] || holds[i] && !holds[j]
			}
		}
	})
	var found []string
	for j := range n {
		for i := range j {
			if both[i*n+j] && alone[i*n+j] && alone[j*n+i] {
				found = append(found, fmt.Sprintf("%d-%d %s.list[%d].when", i+1, j+1, s.path, j))
			}
		}
	}
	return found
}

// bruteIdle tries which parts of a sum change the capped total for no answers.
func bruteIdle(leaf *Criterion, a addends) []string {
	counts := make([]bool, len(a.list))
	everyAnswer(leaf, func(answers Answers) {
		total := leaf.eval(a.total([]int{0, 1, 2}), answers)
		for i := range a.list {
			part := leaf.eval(a.list[i].expr, answers)
			with, without := total.value, total.value.minus(part.value)
			cap := whole(a.max)
			counts[i] = counts[i] || total.state == Scored && combine(Min, with, cap).cmp(combine(Min, without, cap)) != 0
		}
	})
	var idle []string
	for i, counting := range counts {
		if !counting {
			idle = append(idle, a.list[i].path)
		}
	}
	return idle
}
