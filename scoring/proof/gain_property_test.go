package proof

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

// What is missing is held to brute force: every answer that a person might change is tried, one step after another.

// trial is what brute force knows of a leaf at some answers.
type trial struct {
	leaf    *scoring.Criterion
	expr    expr.Expr
	answers expr.Answers
}

func (tr trial) with(input string, to expr.Answer) (points decimal.Decimal, ok bool) {
	out := expr.Eval(tr.expr, tr.leaf.Inputs, func(name string) expr.Answer {
		if name == input {
			return to
		}
		return tr.answers[tr.leaf.Key(name)]
	})
	if out.State != expr.Scored {
		return decimal.Zero, false
	}
	return out.Value.Round(2), true
}

// best tries everything and gives the smallest change to points that fit, described as describe does.
func (tr trial) best(fits func(decimal.Decimal) bool) string {
	least, found := decimal.Zero, ""
	most := decimal.Zero
	try := func(in expr.Input, to expr.Answer, steps decimal.Decimal) {
		points, ok := tr.with(in.Name, to)
		if !ok || !fits(points) {
			return
		}
		if by := steps.Cmp(least); found == "" || by < 0 || by == 0 && points.GreaterThan(most) {
			least, most, found = steps, points, describeGain(in.Name, to, points)
		}
	}
	for _, in := range tr.leaf.Inputs {
		from := tr.answers[tr.leaf.Key(in.Name)]
		if n, ok := from.Option(); ok {
			for option := range in.Options {
				try(in, expr.OptionAnswer(option+1), decimal.NewFromInt(int64(option+1-n)).Abs())
			}
		}
		if d, ok := from.Number(); ok && in.Kind == expr.NumberInput && !measuresWith(tr.leaf, in.Name) {
			step := tr.step(in)
			down := in.Better == expr.BetterLess || falls(tr.leaf.Rule, in.Name) || takenOff(tr.leaf, in.Name)
			far := scoringtest.Dec("16") // further than any edge or denominator
			if slices.ContainsFunc(tr.leaf.Inputs, expr.Input.IsDerived) {
				far = scoringtest.Dec("32") // and further than what is taken off
			}
			for i := int64(1); step.Mul(decimal.NewFromInt(i)).LessThan(far); i++ {
				by := step.Mul(decimal.NewFromInt(i))
				if down {
					by = by.Neg()
				}
				try(in, expr.NumberAnswer(d.Add(by)), decimal.NewFromInt(i))
			}
		}
	}
	return found
}

// step is 1, or the last place in which the leaf's numbers are declared. The tests use one place at most.
func (tr trial) step(in expr.Input) decimal.Decimal {
	if in.Whole || !slices.ContainsFunc(tr.leaf.Inputs, func(in expr.Input) bool {
		return !heldNumber(tr.answers[tr.leaf.Key(in.Name)]).IsInteger()
	}) {
		return one
	}
	return scoringtest.Dec("0.1")
}

// measuresWith says likewise of an answer, or of one that is reckoned from it.
func measuresWith(leaf *scoring.Criterion, name string) bool {
	return measures(leaf.Rule, name) || slices.ContainsFunc(leaf.Inputs, func(in expr.Input) bool {
		return slices.ContainsFunc(in.From, func(t expr.Term) bool { return t.Answer == name }) && measuresWith(leaf, in.Name)
	})
}

// takenOff says that fewer of an answer are better because of what is reckoned from it; which way round is held to brute force elsewhere.
func takenOff(leaf *scoring.Criterion, name string) bool {
	return slices.ContainsFunc(leaf.Inputs, expr.Input.IsDerived) && slices.Contains(leaf.Placed().Fewer(), name)
}

// measures says whether a rule uses an input as what others are measured against; by the kinds, not by the core.
func measures(rule kinds.Rule, name string) bool {
	switch r := rule.(type) {
	case *kinds.Ratio:
		return string(r.Of) == name
	case *kinds.Bands:
		return string(r.Of) == name
	case *kinds.Line:
		return string(r.Of) == name
	case *kinds.Best, *kinds.Mean:
		return slices.ContainsFunc((kinds.Placed{Rule: r}).Inside(), func(way kinds.Placed) bool { return measures(way.Rule, name) })
	case *kinds.Deduct:
		return r.From != nil && measures(r.From, name)
	case *kinds.Sum:
		return slices.ContainsFunc(r.Parts, func(p kinds.Part) bool { return measures(p.Rule, name) })
	case *kinds.Cases:
		return r.Else != nil && measures(r.Else, name) ||
			slices.ContainsFunc(r.List, func(c kinds.Case) bool { return measures(c.Rule, name) })
	}
	return false
}

// falls says whether fewer of an input give more, by a line or a deduction.
func falls(rule kinds.Rule, name string) bool {
	for inner := range (kinds.Placed{Rule: rule}).All() {
		if rule, ok := inner.Rule.(*kinds.Deduct); ok && slices.ContainsFunc(rule.Tariffs, func(d kinds.Deduction) bool { return string(d.Answer) == name }) {
			return true
		}
		if line, ok := inner.Rule.(*kinds.Line); ok && line.FullAt.LessThan(line.ZeroAt) && (string(line.Number) == name || string(line.Part) == name) {
			return true
		}
	}
	return false
}

func describeGain(input string, to expr.Answer, points decimal.Decimal) string {
	return fmt.Sprintf("%s: %s%d → %s", input, heldNumber(to), heldOption(to), points)
}

// agree says what brute force and Gains differ in, and how many gains they agreed on.
func agree(t *testing.T, leaf *scoring.Criterion, answers expr.Answers) (agreed int) {
	t.Helper()
	tr := trial{leaf: leaf, expr: leaf.Expr(), answers: answers}
	var want [2]string
	if points, ok := tr.with("", expr.Answer{}); ok {
		want[0] = tr.best(func(d decimal.Decimal) bool { return d.GreaterThan(points) })
		if points.LessThan(leaf.Max) {
			want[1] = tr.best(func(d decimal.Decimal) bool { return d.Equal(leaf.Max) })
		}
	}
	next, full := gainsOf(leaf, answers)
	var got [2]string
	for i, g := range []*Gain{next, full} {
		if g != nil {
			got[i] = describeGain(g.Input, g.To, g.Points)
			agreed++
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%v with %v:\n%s", leaf.Describe(), answers, diff)
	}
	checkWay(t, tr, next != nil)
	return agreed
}

// checkWay walks a way: each gain is as promised and goes beyond the one before, and at its end no single change gives more.
func checkWay(t *testing.T, tr trial, gains bool) {
	t.Helper()
	rs := &scoring.RuleSet{Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{*tr.leaf}}
	way := Way(scoring.NewScorer(rs), tr.leaf, tr.answers)
	if gains != (len(way) > 0) {
		t.Errorf("%v with %v: a way of %d gains", tr.leaf.Describe(), tr.answers, len(way))
	}
	at := trial{tr.leaf, tr.expr, maps.Clone(tr.answers)}
	before, _ := tr.with("", expr.Answer{})
	for _, gain := range way {
		at.answers[tr.leaf.Key(gain.Input)] = gain.To
		points, ok := at.with("", expr.Answer{})
		if !ok || !points.Equal(gain.Points) || !points.GreaterThan(before) {
			t.Errorf("%v with %v: “%s” gives %s after %s", tr.leaf.Describe(), tr.answers, gain.Text, points, before)
		}
		before = points
	}
	if more := at.best(func(d decimal.Decimal) bool { return d.GreaterThan(before) }); len(way) > 0 && more != "" {
		t.Errorf("%v with %v: the way ends at %s, but %s", tr.leaf.Describe(), tr.answers, before, more)
	}
}

// generator makes leaves of every kind, nested, and answers to them; edges and equal numbers come up often.
type generator struct {
	*rand.Rand
	inputs []expr.Input
}

func (g *generator) number() kinds.InputName {
	if len(g.inputs) > 2 && g.IntN(4) == 0 { // one that something else reads too
		for _, in := range g.inputs {
			if in.Kind == expr.NumberInput {
				return kinds.InputName(in.Name)
			}
		}
	}
	if len(g.inputs) < 6 && g.IntN(9) == 0 {
		return g.reckoned()
	}
	in := scoringtest.NumberIn(fmt.Sprintf("n%d", len(g.inputs)))
	in.Whole = g.IntN(4) > 0
	if g.IntN(8) == 0 {
		in.Better = expr.BetterLess
	}
	if g.IntN(4) == 0 {
		in.Max = scoringtest.Opt("15")
	}
	g.inputs = append(g.inputs, in)
	return kinds.InputName(in.Name)
}

// reckoned is what one number comes to with another added or taken off.
func (g *generator) reckoned() kinds.InputName {
	terms := []expr.Term{{Answer: string(g.number()), Times: scoringtest.Dec([]string{"1", "2", "3"}[g.IntN(3)])}}
	if other := string(g.number()); other != terms[0].Answer {
		terms = append(terms, expr.Term{Answer: other, Times: scoringtest.Dec([]string{"1", "-1", "-2"}[g.IntN(3)])})
	}
	g.inputs = append(g.inputs, expr.Input{Name: fmt.Sprintf("n%d", len(g.inputs)), Label: "Tự tính", Kind: expr.NumberInput, From: terms})
	return kinds.InputName(g.inputs[len(g.inputs)-1].Name)
}

func (g *generator) choice(options int) kinds.InputName {
	in := scoringtest.ChoiceIn(fmt.Sprintf("c%d", len(g.inputs)), "Một", "Hai", "Ba")
	in.Options = in.Options[:options]
	if options == 2 {
		in = scoringtest.YesNoIn(in.Name)
	}
	g.inputs = append(g.inputs, in)
	return kinds.InputName(in.Name)
}

// points are some points up to most.
func (g *generator) points(most decimal.Decimal) decimal.Decimal {
	return most.Mul(decimal.NewFromInt(int64(g.IntN(5)))).Div(decimal.NewFromInt(4)).Round(2)
}

func (g *generator) rule(max decimal.Decimal, depth int) kinds.Rule {
	switch g.IntN(12) {
	case 0, 1:
		return g.line()
	case 4:
		if depth > 0 {
			ways := []kinds.Way{{Rule: g.rule(max, depth-1)}, {Rule: g.rule(max, depth-1)}, {Rule: g.rule(max, depth-1)}}
			return []kinds.Rule{&kinds.Best{Of: ways}, &kinds.Mean{Of: ways}, &kinds.Mean{Of: ways, Trim: 1}}[g.IntN(3)]
		}
		return g.line()
	case 3:
		half := max.Div(scoringtest.Dec("2"))
		return &kinds.Checklist{Items: []kinds.Item{{Answer: g.choice(2), Points: half}, {Answer: g.choice(2), Points: half}, {Answer: g.choice(2), Points: g.points(half)}}}
	case 2:
		rule := &kinds.Deduct{Tariffs: []kinds.Deduction{{Answer: g.number(), Each: max.Div(scoringtest.Dec("8"))}}, Floor: g.points(max)}
		if depth > 0 {
			rule.From = g.rule(max, depth-1)
		}
		return rule
	}
	switch kind := g.IntN(7 + min(depth, 1)*4); kind {
	case 0, 1:
		return g.ratio()
	case 2:
		return g.share(max)
	case 3:
		return &kinds.Bands{Number: g.number(), Steps: g.steps(max, "12", "7.5", "3"), Else: g.points(max)}
	case 4:
		return &kinds.Levels{Of: g.choice(3), Points: []decimal.Decimal{g.points(max), max, g.points(max)}}
	case 5:
		return &kinds.Levels{Of: g.choice(2), Points: []decimal.Decimal{max, g.points(max)}}
	case 6:
		return &kinds.Count{Tariffs: []kinds.Tariff{{Answer: g.number(), Each: max.Div(scoringtest.Dec("4"))}, {Answer: g.number(), Each: max.Div(scoringtest.Dec("8"))}}}
	case 7, 8:
		return g.cases(max, depth-1)
	}
	half := max.Div(scoringtest.Dec("2"))
	sum := &kinds.Sum{Parts: []kinds.Part{{Max: half, Rule: g.rule(half, depth-1)}, {Max: half, Rule: g.rule(half, depth-1)}}}
	if g.IntN(3) == 0 {
		sum.Parts = append(sum.Parts, kinds.Part{Max: half, Rule: g.rule(half, depth-1)})
	}
	return sum
}

func (g *generator) line() kinds.Rule {
	at := [][2]string{{"0", "9"}, {"2", "7.5"}, {"12", "1"}}[g.IntN(3)]
	if g.IntN(2) == 0 {
		return &kinds.Line{Number: g.number(), ZeroAt: scoringtest.Dec(at[0]), FullAt: scoringtest.Dec(at[1])}
	}
	at = [][2]string{{"0", "0.95"}, {"0.25", "0.75"}, {"0.9", "0.1"}}[g.IntN(3)]
	return &kinds.Line{Part: g.number(), Of: g.number(), ZeroAt: scoringtest.Dec(at[0]), FullAt: scoringtest.Dec(at[1]), IfZero: kinds.ZeroNone, Over: g.IntN(2) == 0}
}

func (g *generator) ratio() kinds.Rule {
	r := &kinds.Ratio{Of: g.number(), Part: g.number(), IfZero: kinds.ZeroNone, Over: g.IntN(4) == 0}
	if g.IntN(2) == 0 {
		r.AtLeast = scoringtest.Opt([]string{"0.5", "0.8", "0.75", "0.07"}[g.IntN(4)])
	}
	if g.IntN(3) == 0 {
		r.Parts, r.Part = []kinds.Term{{Answer: r.Part, Weight: one}, {Answer: g.number(), Weight: scoringtest.Dec("0.5")}}, ""
	}
	return r
}

func (g *generator) share(max decimal.Decimal) kinds.Rule {
	return &kinds.Bands{Part: g.number(), Of: g.number(), Steps: g.steps(max, "0.9", "0.6", "0.25"), Else: g.points(max), IfZero: kinds.ZeroMax}
}

func (g *generator) steps(max decimal.Decimal, edges ...string) []kinds.Band {
	steps := make([]kinds.Band, len(edges))
	for i, edge := range edges {
		steps[i] = kinds.Band{From: scoringtest.Opt(edge), Points: g.points(max)}
		if g.IntN(2) == 0 {
			steps[i] = kinds.Band{Above: scoringtest.Opt(edge), Points: g.points(max)}
		}
	}
	steps[0].Points = max
	return steps
}

func (g *generator) cases(max decimal.Decimal, depth int) kinds.Rule {
	cases := &kinds.Cases{Else: &kinds.Fixed{Points: g.points(max)}}
	for range 1 + g.IntN(2) {
		when := kinds.Condition{Answer: g.number(), From: scoringtest.Opt("4"), Below: scoringtest.Opt("9")}
		switch g.IntN(3) {
		case 0:
			when = kinds.Condition{Answer: g.choice(2), Is: scoringtest.Opt("1")}
		case 1:
			when = kinds.Condition{Any: []kinds.Condition{{Answer: g.number(), UpTo: scoringtest.Opt("3.5")}, {Answer: g.choice(3), Is: scoringtest.Opt("2")}}}
		}
		cases.List = append(cases.List, kinds.Case{When: when, Rule: g.rule(max, depth)})
	}
	return cases
}

func (g *generator) answers(leaf *scoring.Criterion) expr.Answers {
	answers := expr.Answers{}
	tenths := g.IntN(3) == 0
	for _, in := range leaf.Inputs {
		switch {
		case g.IntN(12) == 0: // blank
		case in.IsChoice():
			answers[leaf.Key(in.Name)] = expr.OptionAnswer(1 + g.IntN(len(in.Options)))
		case tenths && !in.Whole:
			answers[leaf.Key(in.Name)] = expr.NumberAnswer(decimal.New(int64(g.IntN(140)), -1))
		default:
			answers[leaf.Key(in.Name)] = expr.NumberAnswer(decimal.NewFromInt(int64(g.IntN(14))))
		}
	}
	return answers
}

// TestGainsAgreeWithBruteForce holds the gains of generated trees of every kind, nested, to trying everything.
func TestGainsAgreeWithBruteForce(t *testing.T) {
	agreed, leaves := 0, 0
	for seed := range uint64(300) {
		g := &generator{Rand: rand.New(rand.NewPCG(seed, 7))}
		max := scoringtest.Dec([]string{"1", "0.5", "1.25", "2.5"}[g.IntN(4)])
		rule := g.rule(max, 2)
		leaf := scoringtest.LeafOf(max.String(), rule, g.inputs...)
		if !leaf.Placed().Sound() {
			continue
		}
		leaves++
		for range 5 {
			agreed += agree(t, leaf, g.answers(leaf))
		}
	}
	if leaves < 250 || agreed < 800 {
		t.Errorf("too few to mean anything: %d gains of %d leaves", agreed, leaves)
	}
}

func BenchmarkGains(b *testing.B) {
	leaf := scoringtest.LeafOf("1.5", &kinds.Ratio{Part: "b", Of: "a", AtLeast: scoringtest.Opt("0.8"), IfZero: kinds.ZeroNotAssessed}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	rs := &scoring.RuleSet{Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{*leaf}}
	answers := expr.Answers{leaf.Key("a"): expr.NumberAnswer(scoringtest.Dec("1000")), leaf.Key("b"): expr.NumberAnswer(scoringtest.Dec("333"))}
	b.Run("gains", func(b *testing.B) {
		for range b.N {
			Gains(scoring.NewScorer(rs), leaf, answers)
		}
	})
	b.Run("lowering", func(b *testing.B) {
		for range b.N {
			leaf.Expr()
		}
	})
	b.Run("score", func(b *testing.B) {
		for range b.N {
			scoringtest.ScoreLeaf(leaf, answers)
		}
	})
}
