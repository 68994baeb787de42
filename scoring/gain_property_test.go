package scoring

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// What is missing is held to brute force: every answer that a person might change is tried, one step after another.

// trial is what brute force knows of a leaf at some answers.
type trial struct {
	leaf    *Criterion
	expr    Expr
	answers Answers
}

func (tr trial) with(input string, to Answer) (points decimal.Decimal, ok bool) {
	out := evaluator{tr.leaf.Inputs, func(name string) Answer {
		if name == input {
			return to
		}
		return tr.answers[tr.leaf.Key(name)]
	}}.eval(tr.expr)
	if out.state != Scored {
		return decimal.Zero, false
	}
	return out.value.round(2), true
}

// best tries everything and gives the smallest change to points that fit, described as describe does.
func (tr trial) best(fits func(decimal.Decimal) bool) string {
	least, found := decimal.Zero, ""
	most := decimal.Zero
	try := func(in Input, to Answer, steps decimal.Decimal) {
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
				try(in, OptionAnswer(option+1), decimal.NewFromInt(int64(option+1-n)).Abs())
			}
		}
		if d, ok := from.Number(); ok && in.Kind == NumberInput && !measures(tr.leaf.Rule, in.Name) {
			step := tr.step(in)
			for i := int64(1); step.Mul(decimal.NewFromInt(i)).LessThan(dec("16")); i++ { // further than any edge or denominator
				try(in, NumberAnswer(d.Add(step.Mul(decimal.NewFromInt(i)))), decimal.NewFromInt(i))
			}
		}
	}
	return found
}

// step is 1, or the last place in which the leaf's numbers are declared. The tests use one place at most.
func (tr trial) step(in Input) decimal.Decimal {
	if in.Whole || !slices.ContainsFunc(tr.leaf.Inputs, func(in Input) bool {
		return !tr.answers[tr.leaf.Key(in.Name)].number.IsInteger()
	}) {
		return one
	}
	return dec("0.1")
}

// measures says whether a rule uses an input as what others are measured against; by the kinds, not by the core.
func measures(rule Rule, name string) bool {
	switch r := rule.(type) {
	case *Ratio:
		return string(r.Of) == name
	case *Bands:
		return string(r.Of) == name
	case *Sum:
		return slices.ContainsFunc(r.Parts, func(p Part) bool { return measures(p.Rule, name) })
	case *Cases:
		return r.Else != nil && measures(r.Else, name) ||
			slices.ContainsFunc(r.List, func(c Case) bool { return measures(c.Rule, name) })
	}
	return false
}

func describeGain(input string, to Answer, points decimal.Decimal) string {
	return fmt.Sprintf("%s: %s%d → %s", input, to.number, to.option, points)
}

// agree says what brute force and Gains differ in, and how many gains they agreed on.
func agree(t *testing.T, leaf *Criterion, answers Answers) (agreed int) {
	t.Helper()
	tr := trial{leaf: leaf, expr: leaf.Expr(), answers: answers}
	var want [2]string
	if points, ok := tr.with("", Answer{}); ok {
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
	rs := &RuleSet{Rounding: Rounding{Places: 2}, Criteria: []Criterion{*tr.leaf}}
	way := NewScorer(rs).Way(tr.leaf, tr.answers)
	if gains != (len(way) > 0) {
		t.Errorf("%v with %v: a way of %d gains", tr.leaf.Describe(), tr.answers, len(way))
	}
	at := trial{tr.leaf, tr.expr, maps.Clone(tr.answers)}
	before, _ := tr.with("", Answer{})
	for _, gain := range way {
		at.answers[tr.leaf.Key(gain.Input)] = gain.To
		points, ok := at.with("", Answer{})
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
	inputs []Input
}

func (g *generator) number() InputName {
	if len(g.inputs) > 2 && g.IntN(4) == 0 { // one that something else reads too
		for _, in := range g.inputs {
			if in.Kind == NumberInput {
				return InputName(in.Name)
			}
		}
	}
	in := numberIn(fmt.Sprintf("n%d", len(g.inputs)))
	in.Whole = g.IntN(4) > 0
	if g.IntN(4) == 0 {
		in.Max = opt("15")
	}
	g.inputs = append(g.inputs, in)
	return InputName(in.Name)
}

func (g *generator) choice(options int) InputName {
	in := choiceIn(fmt.Sprintf("c%d", len(g.inputs)), "Một", "Hai", "Ba")
	in.Options = in.Options[:options]
	if options == 2 {
		in = yesNoIn(in.Name)
	}
	g.inputs = append(g.inputs, in)
	return InputName(in.Name)
}

// points are some points up to most.
func (g *generator) points(most decimal.Decimal) decimal.Decimal {
	return most.Mul(decimal.NewFromInt(int64(g.IntN(5)))).Div(decimal.NewFromInt(4)).Round(2)
}

func (g *generator) rule(max decimal.Decimal, depth int) Rule {
	switch kind := g.IntN(7 + min(depth, 1)*4); kind {
	case 0, 1:
		return g.ratio()
	case 2:
		return g.share(max)
	case 3:
		return &Bands{Number: g.number(), Steps: g.steps(max, "12", "7.5", "3"), Else: g.points(max)}
	case 4:
		return &Levels{Of: g.choice(3), Points: []decimal.Decimal{g.points(max), max, g.points(max)}}
	case 5:
		return &Levels{Of: g.choice(2), Points: []decimal.Decimal{max, g.points(max)}}
	case 6:
		return &Count{[]Tariff{{g.number(), max.Div(dec("4"))}, {g.number(), max.Div(dec("8"))}}}
	case 7, 8:
		return g.cases(max, depth-1)
	}
	half := max.Div(dec("2"))
	sum := &Sum{[]Part{{half, g.rule(half, depth-1)}, {half, g.rule(half, depth-1)}}}
	if g.IntN(3) == 0 {
		sum.Parts = append(sum.Parts, Part{half, g.rule(half, depth-1)})
	}
	return sum
}

func (g *generator) ratio() Rule {
	r := &Ratio{Of: g.number(), Part: g.number(), IfZero: ZeroNone}
	if g.IntN(2) == 0 {
		r.AtLeast = opt([]string{"0.5", "0.8", "0.75", "0.07"}[g.IntN(4)])
	}
	if g.IntN(3) == 0 {
		r.Parts, r.Part = []Term{{r.Part, one}, {g.number(), dec("0.5")}}, ""
	}
	return r
}

func (g *generator) share(max decimal.Decimal) Rule {
	return &Bands{Part: g.number(), Of: g.number(), Steps: g.steps(max, "0.9", "0.6", "0.25"), Else: g.points(max), IfZero: ZeroMax}
}

func (g *generator) steps(max decimal.Decimal, edges ...string) []Band {
	steps := make([]Band, len(edges))
	for i, edge := range edges {
		steps[i] = Band{From: opt(edge), Points: g.points(max)}
		if g.IntN(2) == 0 {
			steps[i] = Band{Above: opt(edge), Points: g.points(max)}
		}
	}
	steps[0].Points = max
	return steps
}

func (g *generator) cases(max decimal.Decimal, depth int) Rule {
	cases := &Cases{Else: &Fixed{g.points(max)}}
	for range 1 + g.IntN(2) {
		when := Condition{Answer: g.number(), From: opt("4"), Below: opt("9")}
		switch g.IntN(3) {
		case 0:
			when = Condition{Answer: g.choice(2), Is: opt("1")}
		case 1:
			when = Condition{Any: []Condition{{Answer: g.number(), UpTo: opt("3.5")}, {Answer: g.choice(3), Is: opt("2")}}}
		}
		cases.List = append(cases.List, Case{when, g.rule(max, depth)})
	}
	return cases
}

func (g *generator) answers(leaf *Criterion) Answers {
	answers := Answers{}
	tenths := g.IntN(3) == 0
	for _, in := range leaf.Inputs {
		switch {
		case g.IntN(12) == 0: // blank
		case in.IsChoice():
			answers[leaf.Key(in.Name)] = OptionAnswer(1 + g.IntN(len(in.Options)))
		case tenths && !in.Whole:
			answers[leaf.Key(in.Name)] = NumberAnswer(decimal.New(int64(g.IntN(140)), -1))
		default:
			answers[leaf.Key(in.Name)] = NumberAnswer(decimal.NewFromInt(int64(g.IntN(14))))
		}
	}
	return answers
}

// TestGainsAgreeWithBruteForce holds the gains of generated trees of every kind, nested, to trying everything.
func TestGainsAgreeWithBruteForce(t *testing.T) {
	agreed, leaves := 0, 0
	for seed := range uint64(300) {
		g := &generator{Rand: rand.New(rand.NewPCG(seed, 7))}
		max := dec([]string{"1", "0.5", "1.25", "2.5"}[g.IntN(4)])
		rule := g.rule(max, 2)
		leaf := leafOf(max.String(), rule, g.inputs...)
		if len(leaf.Rule.check(leaf.scope())) > 0 {
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
	leaf := leafOf("1.5", &Ratio{Part: "b", Of: "a", AtLeast: opt("0.8"), IfZero: ZeroNotAssessed}, numberIn("a"), numberIn("b"))
	rs := &RuleSet{Rounding: Rounding{Places: 2}, Criteria: []Criterion{*leaf}}
	answers := Answers{leaf.Key("a"): NumberAnswer(dec("1000")), leaf.Key("b"): NumberAnswer(dec("333"))}
	b.Run("gains", func(b *testing.B) {
		for range b.N {
			NewScorer(rs).Gains(leaf, answers)
		}
	})
	b.Run("lowering", func(b *testing.B) {
		for range b.N {
			leaf.Expr()
		}
	})
	b.Run("score", func(b *testing.B) {
		for range b.N {
			scoreLeaf(leaf, answers)
		}
	})
}
