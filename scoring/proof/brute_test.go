package proof

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
	"cchc/scoring/scoringtest"
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
		leaf := randomLeaf(rand.New(rand.NewPCG(seed, 1)), shapes[seed%12])
		if !leaf.Placed().Sound() {
			found["faulty"]++
			continue
		}
		got := provedFacts(leaf)
		if diff := cmp.Diff(bruteFacts(leaf), got); diff != "" {
			t.Errorf("seed %d: trying all answers differs from the proof:\n%s\n%s", seed, diff, strings.Join(leaf.Describe(), "\n"))
		}
		count := map[string]bool{"gap": got.Gap, "dead": got.Dead, "step down": got.StepDown, "overlap": len(got.Overlaps) > 0, "idle": len(got.Idle) > 0,
			"out of reach": got.Most != "" && got.Most != expr.FormatNumber(leaf.Placed().Most()), "never nothing": got.Least != "0"}
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

func provedFacts(leaf *scoring.Criterion) facts {
	var f facts
	for _, p := range (&proof{leaf: leaf, work: &work{left: leafWork}}).run() {
		switch p.Code {
		case problem.CasesGap:
			f.Gap = true
		case problem.BranchDead:
			f.Dead = true
		case problem.StepDown, problem.StepUp:
			f.StepDown = true
		case problem.CasesOverlap:
			f.Overlaps = append(f.Overlaps, p.Args[1]+"-"+p.Args[2]+" "+p.Path)
		case problem.PartIdle:
			f.Idle = append(f.Idle, p.Path)
		}
	}
	s := (&proof{leaf: leaf, work: &work{left: leafWork}}).span(leaf.Placed())
	f.Least, f.Most = s.least.words(), s.most.words()
	return f
}

func (x extreme) words() string {
	if !x.known {
		return ""
	}
	text, _ := expr.FormatValue(x.value)
	return text
}

const bruteMost = 7 // the largest number tried

// shape is what a made rule is.
type shape int

const (
	onlyCases   shape = iota
	sumOfCases        // two that share their answers and a third part that does not
	sumOfShares       // of one denominator
	deduction         // from a share, for each of two
	ranked            // the best or the mean of three, which may share their answers
	reckoned          // over answers that follow from others
)

// shapes are how often each comes up: most are cases.
var shapes = [12]shape{0: sumOfCases, 6: sumOfCases, 1: sumOfShares, 2: deduction, 3: ranked, 4: reckoned}

// randomLeaf makes a rule of that shape.
func randomLeaf(r *rand.Rand, of shape) *scoring.Criterion {
	inputs := []expr.Input{scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), scoringtest.NumberIn("c"), scoringtest.YesNoIn("k")}
	for i := range 3 {
		inputs[i].Max = decimal.NewNullDecimal(decimal.NewFromInt(bruteMost))
	}
	var parts []kinds.Rule
	switch of {
	case sumOfCases:
		parts = []kinds.Rule{randomCases(r), randomCases(r), &kinds.Bands{Number: "c", Else: randomPoints(r), Steps: []kinds.Band{{From: scoringtest.Opt("4"), Points: randomPoints(r)}}}}
	case sumOfShares:
		parts = []kinds.Rule{randomShare(r, "b"), randomShare(r, "c"), &kinds.Levels{Of: "k", Points: []decimal.Decimal{randomPoints(r), randomPoints(r)}}}
	case ranked:
		ways := []kinds.Way{{Rule: randomShare(r, "b")}, {Rule: randomShare(r, "b")}, {Rule: &kinds.Line{Number: "c", ZeroAt: scoringtest.Dec("1"), FullAt: scoringtest.Dec("6")}}}
		rule := []kinds.Rule{&kinds.Best{Of: ways}, &kinds.Mean{Of: ways}, &kinds.Mean{Of: ways, Trim: 1}, &kinds.Best{Of: []kinds.Way{ways[2], ways[0]}}}[r.IntN(4)]
		return scoringtest.LeafOf("0.4", rule, inputs...)
	case reckoned:
		return randomReckoned(r, inputs)
	case deduction:
		rule := &kinds.Deduct{From: randomShare(r, "b"), Floor: decimal.New(r.Int64N(3), -1), Tariffs: []kinds.Deduction{{Answer: "c", Each: scoringtest.Dec([]string{"0.05", "0.15", "0.4"}[r.IntN(3)])}}}
		if r.IntN(2) == 0 {
			rule.From = nil
			rule.Tariffs = append(rule.Tariffs, kinds.Deduction{Answer: "b", Each: scoringtest.Dec("0.1")})
		}
		return scoringtest.LeafOf("0.4", rule, inputs...)
	default:
		return scoringtest.LeafOf("0.5", randomCases(r), inputs[0], inputs[1], inputs[3])
	}
	sum := &kinds.Sum{}
	for _, rule := range parts {
		max := kinds.Placed{Rule: rule, Scope: kinds.Scope{Inputs: inputs, Max: scoringtest.Dec("0.4")}}.Most()
		sum.Parts = append(sum.Parts, kinds.Part{Max: max, Rule: rule})
	}
	return scoringtest.LeafOf("0.4", sum, inputs...)
}

// randomReckoned makes a rule over two numbers that are reckoned from the others: one may be below 0, the other is what is measured against.
func randomReckoned(r *rand.Rand, inputs []expr.Input) *scoring.Criterion {
	n, m := scoringtest.NumberIn("n"), scoringtest.NumberIn("m")
	n.From = []expr.Term{{Answer: "b", Times: scoringtest.Dec([]string{"1", "2", "0.5"}[r.IntN(3)])}, {Answer: "c", Times: scoringtest.Dec([]string{"1", "-1", "-0.5"}[r.IntN(3)])}}
	m.From = []expr.Term{{Answer: "a", Times: one}, {Answer: "b", Times: scoringtest.Dec([]string{"1", "2", "-1"}[r.IntN(3)])}}
	n.Min = decimal.NewFromInt(int64(-3 * r.IntN(3)))
	n.Whole = n.From[0].Times.IsInteger() && n.From[1].Times.IsInteger()
	points := []decimal.Decimal{randomPoints(r), randomPoints(r), randomPoints(r)}
	edges := []string{"9", "3", "1", "-2"}[r.IntN(3):]
	number := &kinds.Bands{Number: "n", Else: points[0], Steps: []kinds.Band{{From: scoringtest.Opt(edges[0]), Points: points[1]}, {Above: scoringtest.Opt(edges[1]), Points: points[2]}}}
	rules := []kinds.Rule{number,
		&kinds.Line{Number: "n", ZeroAt: scoringtest.Dec(edges[1]), FullAt: scoringtest.Dec(edges[0])},
		&kinds.Ratio{Part: "b", Of: "m", AtLeast: scoringtest.Opt("0.4"), IfZero: kinds.ZeroMax},
		&kinds.Bands{Part: "n", Of: "m", IfZero: kinds.ZeroNone, Over: r.IntN(2) == 0, Else: randomPoints(r), Steps: []kinds.Band{{From: scoringtest.Opt("0.5"), Points: randomPoints(r)}}},
		&kinds.Cases{List: []kinds.Case{{When: kinds.Condition{Answer: "n", From: scoringtest.Opt(edges[1])}, Rule: &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNone}}}, Else: number},
		&kinds.Sum{Parts: []kinds.Part{{Max: decimal.Max(points[0], points[1], points[2]), Rule: number}, {Max: scoringtest.Dec("0.2"), Rule: &kinds.Ratio{Part: "c", Of: "m", IfZero: kinds.ZeroNone, Over: true}}}},
	}
	return scoringtest.LeafOf("0.4", rules[r.IntN(len(rules))], append(inputs[:3:3], n, m)...)
}

// randomShare measures that answer against a.
func randomShare(r *rand.Rand, part kinds.InputName) kinds.Rule {
	switch r.IntN(3) {
	case 0:
		return &kinds.Ratio{Part: part, Of: "a", AtLeast: scoringtest.Opt("0.7"), IfZero: kinds.ZeroMax}
	case 1:
		return &kinds.Ratio{Part: part, Of: "a", IfZero: kinds.ZeroNone}
	}
	return &kinds.Bands{Part: part, Of: "a", IfZero: kinds.ZeroMax, Else: randomPoints(r), Steps: []kinds.Band{{Above: scoringtest.Opt("0.8"), Points: randomPoints(r)}, {From: scoringtest.Opt("0.25"), Points: randomPoints(r)}}}
}

func randomPoints(r *rand.Rand) decimal.Decimal { return decimal.New(r.Int64N(5), -1) }

func randomCases(r *rand.Rand) *kinds.Cases {
	cases := &kinds.Cases{}
	for range 1 + r.IntN(3) {
		cases.List = append(cases.List, kinds.Case{When: randomCondition(r), Rule: randomRule(r)})
	}
	if r.IntN(2) == 0 {
		cases.Else = randomRule(r)
	}
	return cases
}

func randomRule(r *rand.Rand) kinds.Rule {
	switch r.IntN(5) {
	case 4:
		at := [][2]string{{"0.25", "0.8"}, {"0.9", "0.2"}, {"0", "0.5"}}[r.IntN(3)]
		return &kinds.Line{Part: "b", Of: "a", ZeroAt: scoringtest.Dec(at[0]), FullAt: scoringtest.Dec(at[1]), IfZero: kinds.ZeroNone, Over: r.IntN(2) == 0}
	case 0:
		return &kinds.Fixed{Points: randomPoints(r)}
	case 1:
		return &kinds.Ratio{Part: "b", Of: "a", AtLeast: scoringtest.Opt("0.7"), IfZero: kinds.ZeroNone}
	case 2:
		return &kinds.Bands{Number: "b", Else: randomPoints(r), Steps: []kinds.Band{{From: scoringtest.Opt("6"), Points: randomPoints(r)}, {Above: scoringtest.Opt("2"), Points: randomPoints(r)}}}
	}
	return &kinds.Bands{Part: "b", Of: "a", IfZero: kinds.ZeroMax, Else: randomPoints(r), Steps: []kinds.Band{{Above: scoringtest.Opt("0.8"), Points: randomPoints(r)}, {From: scoringtest.Opt("0.25"), Points: randomPoints(r)}}}
}

func randomCondition(r *rand.Rand) kinds.Condition {
	edge := func() decimal.NullDecimal { return decimal.NewNullDecimal(decimal.NewFromInt(r.Int64N(bruteMost))) }
	switch r.IntN(4) {
	case 0:
		return kinds.Condition{Answer: "k", Is: decimal.NewNullDecimal(decimal.NewFromInt(r.Int64N(2)))}
	case 1:
		return kinds.Condition{Answer: "a", From: edge()}
	case 2:
		return kinds.Condition{Answer: "a", Below: edge()}
	}
	return kinds.Condition{All: []kinds.Condition{{Answer: "a", Above: edge()}, {Any: []kinds.Condition{{Answer: "k", Is: scoringtest.Opt("1")}, {Answer: "a", UpTo: edge()}}}}}
}

// everyAnswer tries all answers of a leaf.
func everyAnswer(leaf *scoring.Criterion, visit func(expr.Answers)) {
	answers := expr.Answers{}
	var choose func(rest []expr.Input)
	choose = func(rest []expr.Input) {
		if len(rest) == 0 {
			visit(answers)
			return
		}
		key := leaf.Key(rest[0].Name)
		for n := range bruteMost + 1 {
			answers[key] = expr.NumberAnswer(decimal.NewFromInt(int64(n)))
			if rest[0].IsChoice() {
				answers[key] = expr.OptionAnswer(n + 1)
			}
			if !rest[0].IsChoice() || n < 2 {
				choose(rest[1:])
			}
		}
	}
	choose(slices.DeleteFunc(slices.Clone(leaf.Inputs), expr.Input.IsDerived))
}

// bruteFacts finds them by trying all answers.
func bruteFacts(leaf *scoring.Criterion) facts {
	var f facts
	var least, most extreme
	rule := leaf.Expr()
	everyAnswer(leaf, func(answers expr.Answers) {
		out := leaf.Eval(rule, answers)
		f.Gap = f.Gap || fellThrough(out)
		if out.State == expr.Scored {
			least.take(-1, out.Value, nil)
			most.take(1, out.Value, nil)
		}
	})
	f.Least, f.Most = least.words(), most.words()
	for _, unit := range unitsOf(leaf.Placed()) {
		f.Dead = f.Dead || hasDead(leaf, unit.expr)
		for _, in := range leaf.Inputs[:len(leaf.Inputs)-1] { // all but the choice
			f.StepDown = f.StepDown || fallsIn(leaf, unit.expr, in.Name)
		}
	}
	for rule := range leaf.Placed().All() {
		if conditions := rule.Conditions(); len(conditions) > 0 {
			f.Overlaps = append(f.Overlaps, bruteOverlaps(leaf, rule)...)
		}
		if a, ok := addendsOf(rule); ok {
			f.Idle = bruteIdle(leaf, a)
		}
	}
	return f
}

func hasDead(leaf *scoring.Criterion, rule expr.Expr) bool {
	reached := map[*expr.Step]bool{}
	everyAnswer(leaf, func(answers expr.Answers) {
		for _, step := range leaf.Eval(rule, answers).Steps {
			reached[step] = true
		}
	})
	return len(deadSteps(rule, reached)) > 0
}

// fallsIn says whether more of an answer that nothing is measured against gives less.
func fallsIn(leaf *scoring.Criterion, rule expr.Expr, name string) (falls bool) {
	worse := -1
	if slices.Contains(leaf.Placed().Fewer(), name) {
		worse = 1
	}
	if slices.Contains(leaf.Placed().Yardsticks(), name) || !slices.Contains(expr.InputsOf(rule), name) {
		return false
	}
	last := map[string]expr.Outcome{} // by the other answers, which everyAnswer lets stand while the number grows
	everyAnswer(leaf, func(answers expr.Answers) {
		others := ""
		for _, in := range leaf.Inputs {
			if a := answers[leaf.Key(in.Name)]; in.Name != name {
				others += fmt.Sprint(heldNumber(a), heldOption(a), " ")
			}
		}
		out := leaf.Eval(rule, answers)
		if out.State != expr.Scored {
			return
		}
		before, known := last[others]
		falls = falls || known && out.Value.Cmp(before.Value) == worse
		last[others] = out
	})
	return falls
}

// bruteOverlaps tries for which pairs of cases both hold and none before them and they come to something else, while each can hold
// without the other.
func bruteOverlaps(leaf *scoring.Criterion, cases kinds.Placed) []string {
	conditions, rules := cases.Conditions(), cases.Inside()
	n := len(conditions)
	both, alone := make([]bool, n*n), make([]bool, n*n)
	everyAnswer(leaf, func(answers expr.Answers) {
		holds, comes := make([]bool, n), make([]string, n)
		for i, condition := range conditions {
			holds[i] = !leaf.Eval(condition, answers).Value.IsZero()
			if out := leaf.Eval(rules[i].Lower(), answers); out.State == expr.Scored {
				comes[i] = fmt.Sprint(expr.FormatValue(out.Value))
			} else {
				comes[i] = out.State.String()
			}
		}
		for i := range n {
			for j := range n {
				both[i*n+j] = both[i*n+j] || holds[i] && holds[j] && comes[i] != comes[j] && !slices.Contains(holds[:i], true)
				alone[i*n+j] = alone[i*n+j] || holds[i] && !holds[j]
			}
		}
	})
	var found []string
	for j := range n {
		for i := range j {
			if both[i*n+j] && alone[i*n+j] && alone[j*n+i] {
				found = append(found, fmt.Sprintf("%d-%d %s.list[%d].when", i+1, j+1, cases.Path, j))
			}
		}
	}
	return found
}

func everyPlace(a addends) []int {
	all := make([]int, len(a.Addends))
	for i := range all {
		all[i] = i
	}
	return all
}

// bruteIdle tries which parts of a sum change the capped total for no answers.
func bruteIdle(leaf *scoring.Criterion, a addends) []string {
	counts := make([]bool, len(a.Addends))
	everyAnswer(leaf, func(answers expr.Answers) {
		total := leaf.Eval(a.total(everyPlace(a)), answers)
		for i := range a.Addends {
			part := leaf.Eval(a.Addends[i].Expr, answers)
			with, without := total.Value, total.Value.Minus(part.Value)
			kept := func(f expr.Fraction) expr.Fraction { return extreme{value: f}.kept(a).value }
			counts[i] = counts[i] || total.State == expr.Scored && kept(with).Cmp(kept(without)) != 0
		}
	})
	var idle []string
	for i, counting := range counts {
		if !counting {
			idle = append(idle, a.Addends[i].Path)
		}
	}
	return idle
}
