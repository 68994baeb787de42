package scoringtest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// Random makes rules and rule sets of every kind, nested, with answers that have units, bounds and options. What it makes is
// sound in its rules; that it means anything is not asked.
type Random struct {
	*rand.Rand
	inputs []expr.Input
}

// NewRandom gives the same rules for the same seed.
func NewRandom(seed uint64) *Random { return &Random{Rand: rand.New(rand.NewPCG(seed, 17))} }

// Rule is a sound rule of any kind, nested, for a leaf of that maximum, with the answers that it reads.
func (r *Random) Rule(max decimal.Decimal) (kinds.Rule, []expr.Input) {
	for {
		r.inputs = nil
		rule := r.rule(max, 2)
		leaf := &scoring.Criterion{Number: "1", Max: max, Inputs: r.inputs, Rule: rule}
		if len(r.inputs) > 0 && usable(leaf) {
			r.Shuffle(len(r.inputs), func(i, j int) { r.inputs[i], r.inputs[j] = r.inputs[j], r.inputs[i] })
			return rule, r.inputs
		}
	}
}

// usable says that a leaf has no fault but such as an author may accept.
func usable(leaf *scoring.Criterion) bool {
	for _, p := range scoring.CheckLeaves(&scoring.RuleSet{Rounding: scoring.Rounding{Places: 2}}, []*scoring.Criterion{leaf}) {
		switch p.Code {
		case problem.RuleReach, problem.RuleUnusedInput, problem.RuleLabelTwice, problem.SetLeafText:
		default:
			return false
		}
	}
	return true
}

func (r *Random) ratio() kinds.Rule {
	rule := &kinds.Ratio{Of: r.number(), Part: r.number(), IfZero: r.zero(), Over: r.one(4)}
	if r.one(2) {
		rule.AtLeast = Opt([]string{"0.5", "0.8", "0.6667", "0.07"}[r.IntN(4)])
	}
	if r.one(3) {
		rule.Parts, rule.Part = []kinds.Term{{Answer: rule.Part, Weight: Dec([]string{"1", "0.5"}[r.IntN(2)])}}, ""
		for r.one(2) {
			rule.Parts = append(rule.Parts, kinds.Term{Answer: r.number(), Weight: Dec([]string{"1", "0.25"}[r.IntN(2)])})
		}
	}
	return rule
}

func (r *Random) levels(max decimal.Decimal, kind expr.InputKind) kinds.Rule {
	rule := &kinds.Levels{Of: r.input(kind)}
	for _, in := range r.inputs {
		if in.Name == string(rule.Of) {
			for range in.Options {
				rule.Points = append(rule.Points, r.points(max))
			}
		}
	}
	return rule
}

func (r *Random) count(max decimal.Decimal) kinds.Rule {
	rule := &kinds.Count{}
	for range 1 + r.IntN(3) {
		rule.Tariffs = append(rule.Tariffs, kinds.Tariff{Answer: r.number(), Each: r.points(max)})
	}
	return rule
}

func (r *Random) sum(max decimal.Decimal, depth int) kinds.Rule {
	rule := &kinds.Sum{}
	for range 1 + r.IntN(4) {
		part := kinds.Part{Max: r.points(max)}
		part.Rule = r.rule(part.Max, depth)
		scope := kinds.Scope{Inputs: r.inputs, Max: part.Max}
		if most := (kinds.Placed{Rule: part.Rule, Scope: scope}).Most(); !r.one(8) && most.LessThan(part.Max) && stateless(part.Rule) {
			part.Max = most
		}
		rule.Parts = append(rule.Parts, part)
	}
	return rule
}

// stateless says that a rule gives the same points whatever the maximum.
func stateless(rule kinds.Rule) bool {
	switch rule.(type) {
	case *kinds.Levels, *kinds.Fixed:
		return true
	}
	return false
}

func (r *Random) cases(max decimal.Decimal, depth int) kinds.Rule {
	rule := &kinds.Cases{}
	for range 1 + r.IntN(3) {
		rule.List = append(rule.List, kinds.Case{When: r.condition(2), Rule: r.rule(max, depth)})
	}
	if r.one(2) {
		rule.Else = r.rule(max, depth)
	}
	return rule
}

func (r *Random) condition(depth int) kinds.Condition {
	if depth > 0 && r.one(3) {
		var list []kinds.Condition
		for range 1 + r.IntN(3) {
			list = append(list, r.condition(depth-1))
		}
		if r.one(2) {
			return kinds.Condition{All: list}
		}
		return kinds.Condition{Any: list}
	}
	switch r.IntN(3) {
	case 0:
		return kinds.Condition{Answer: r.input(expr.YesNoInput), Is: Opt(fmt.Sprint(r.IntN(2)))}
	case 1:
		return kinds.Condition{Answer: r.input(expr.ChoiceInput), Is: Opt(fmt.Sprint(1 + r.IntN(2)))}
	}
	known := len(r.inputs)
	when := kinds.Condition{Answer: r.number()}
	low, high := Opt([]string{"0", "4", "2.5"}[r.IntN(3)]), Opt([]string{"4", "9", "1000"}[r.IntN(3)])
	if r.one(4) {
		when.Of = r.number()
		low, high = Opt([]string{"0", "0.5", "1"}[r.IntN(3)]), Opt([]string{"1", "1.005", "3"}[r.IntN(3)])
	}
	switch r.IntN(3) {
	case 0:
		when.From = low
	case 1:
		when.Above = low
	}
	switch r.IntN(3) {
	case 0:
		when.Below = high
	case 1:
		when.UpTo = high
	}
	if !when.From.Valid && !when.Above.Valid && !when.Below.Valid && !when.UpTo.Valid {
		when.From = low
	}
	if when.Of == "" && r.becomesDay(when.Answer, known) {
		for _, edge := range []*decimal.NullDecimal{&when.From, &when.Above, &when.Below, &when.UpTo} {
			toDay(edge)
		}
	}
	return when
}

// becomesDay makes a day of an answer that nothing else reads yet, of some that were made after those known.
func (r *Random) becomesDay(name kinds.InputName, known int) bool {
	if len(r.inputs) != known+1 || r.inputs[known].Unit != "văn bản/năm" && r.inputs[known].Unit != "" || r.inputs[known].Name != string(name) || !r.inputs[known].IsTyped() {
		return false
	}
	in := &r.inputs[known]
	*in = expr.Input{Name: in.Name, Label: in.Label, Kind: expr.DateInput, Better: in.Better}
	in.SetDate()
	return true
}

// toDay makes a day of an edge: around Christmas 2023.
func toDay(edge *decimal.NullDecimal) {
	if edge.Valid {
		edge.Decimal = edge.Decimal.Mul(Dec("2")).Add(Dec("45285"))
	}
}

func (r *Random) steps(max decimal.Decimal, edges ...string) []kinds.Band {
	var steps []kinds.Band
	for _, edge := range edges[r.IntN(3):] {
		above := kinds.Band{Above: Opt(edge), Points: r.points(max)}
		from := kinds.Band{From: Opt(edge), Points: r.points(max)}
		steps = append(steps, [][]kinds.Band{{above}, {from}, {above, from}, {from}}[r.IntN(4)]...)
	}
	return steps
}

func (r *Random) zero() kinds.ZeroRule {
	return []kinds.ZeroRule{kinds.ZeroMax, kinds.ZeroNone, kinds.ZeroNotAssessed}[r.IntN(3)]
}

func (r *Random) number() kinds.InputName { return r.input(expr.NumberInput) }

// input is an answer of that kind: one that something else reads too, or a new one.
func (r *Random) input(kind expr.InputKind) kinds.InputName {
	for _, in := range r.inputs {
		if (in.Kind == kind || kind == expr.NumberInput && in.IsNumber()) && r.one(6) {
			return kinds.InputName(in.Name)
		}
	}
	if kind == expr.NumberInput && r.one(10) {
		return r.derived()
	}
	in := expr.Input{Name: fmt.Sprintf("%s%d", [...]string{"a", "b", "muc", ""}[r.IntN(4)], len(r.inputs)+1), Label: r.phrase(), Kind: kind}
	if len(r.inputs) > 0 && r.one(12) {
		in.Label = r.inputs[0].Label
	}
	switch kind {
	case expr.NumberInput:
		in.Whole, in.Unit = !r.one(3), r.unit()
		if r.one(4) {
			in.Min = Dec("0.5")
		}
		if r.one(4) {
			in.Max = Opt([]string{"100", "15", "1500"}[r.IntN(3)])
		}
		if r.one(6) {
			in.Better = expr.BetterLess
		}
		if in.Unit == expr.PercentUnit && !in.Max.Decimal.Equal(Dec("15")) {
			in.Kind = expr.PercentInput
			in.SetPercent()
		}
	case expr.YesNoInput:
		in.Options = kinds.YesNoOptions()
	case expr.ChoiceInput:
		for i := range 2 + r.IntN(3) {
			in.Options = append(in.Options, strings.TrimSpace(fmt.Sprintf("%s %d", r.phrase(), i+1)))
		}
	}
	r.inputs = append(r.inputs, in)
	return kinds.InputName(in.Name)
}

// derived is an answer that is reckoned from others, and perhaps below 0.
func (r *Random) derived() kinds.InputName {
	in := expr.Input{Label: r.phrase(), Kind: expr.NumberInput, Whole: true, Unit: r.unit()}
	for range 1 + r.IntN(3) {
		name := string(r.number())
		if slices.ContainsFunc(in.From, func(t expr.Term) bool { return t.Answer == name }) {
			continue
		}
		in.From = append(in.From, expr.Term{Answer: name, Times: Dec([]string{"1", "1", "-1", "2", "0.5", "-0.25"}[r.IntN(6)])})
	}
	for _, t := range in.From {
		at := slices.IndexFunc(r.inputs, func(other expr.Input) bool { return other.Name == t.Answer })
		in.Whole = in.Whole && r.inputs[at].Whole && t.Times.IsInteger()
	}
	if r.one(3) {
		in.Min = Dec("-1000")
	}
	if r.one(4) {
		in.Max = Opt("200")
	}
	in.Name = fmt.Sprintf("n%d", len(r.inputs)+1)
	r.inputs = append(r.inputs, in)
	return kinds.InputName(in.Name)
}

func (r *Random) one(in int) bool { return r.IntN(in) == 0 }
