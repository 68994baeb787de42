package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
	"cchc/scoring/scoringtest"
	"cchc/templates"
)

// makeRules makes a sound rule set of two areas with leaves of every kind, nested in each other.
func makeRules(t *testing.T, random *rand.Rand) *scoring.RuleSet {
	t.Helper()
	rs := &scoring.RuleSet{ID: "thu-nghiem-2023", Kind: "đơn vị thử nghiệm", Year: 2023, Basis: "Quyết định thử nghiệm",
		Rounding: scoring.Rounding{Places: 2}}
	for area := range 2 {
		top := scoring.Criterion{Number: fmt.Sprint(area + 1), Name: "LĨNH VỰC"}
		for i := range 10 {
			leaf := makeFittingLeaf(fmt.Sprintf("%d.%d", area+1, i+1), random, i%2 == 0)
			top.Max = top.Max.Add(leaf.Max)
			top.Children = append(top.Children, leaf)
		}
		rs.Total = rs.Total.Add(top.Max)
		rs.Criteria = append(rs.Criteria, top)
	}
	scoringtest.NewRandom(random.Uint64()).Uses(rs)
	for _, p := range scoring.Check(rs) {
		if p.Severity == problem.Error {
			t.Fatalf("a made rule set is not sound: %s: %s", p.Path, p.Text())
		}
	}
	return rs
}

// makeFittingLeaf makes leaves until the formula of one is short enough for a spreadsheet.
func makeFittingLeaf(number string, random *rand.Rand, known bool) scoring.Criterion {
	for {
		leaf := makeLeaf(number, random)
		if known {
			leaf = makeKnownLeaf(number, random)
		}
		alone := &scoring.RuleSet{Criteria: []scoring.Criterion{leaf}}
		if len(templates.NewLayout(alone).FormulaProblems()) == 0 {
			return leaf
		}
	}
}

// makeKnownLeaf makes a leaf as the generator does that all laws run over: what it knows, a spreadsheet reckons too.
func makeKnownLeaf(number string, random *rand.Rand) scoring.Criterion {
	for {
		r := scoringtest.NewRandom(random.Uint64())
		leaf := scoring.Criterion{Number: number, Name: "Tiêu chí", Text: "…", Provenance: scoring.FromText, Max: scoringtest.Dec([]string{"1", "0.5", "2.25", "12", "0"}[random.IntN(5)])}
		leaf.Rule, leaf.Inputs = r.Rule(leaf.Max)
		faults := scoring.CheckLeaves(&scoring.RuleSet{Rounding: scoring.Rounding{Places: 2}}, []*scoring.Criterion{&leaf})
		if !slices.ContainsFunc(faults, func(p problem.Problem) bool { return p.Severity == problem.Error }) {
			return leaf
		}
	}
}

func makeLeaf(number string, random *rand.Rand) scoring.Criterion {
	leaf := scoring.Criterion{Number: number, Name: "Tiêu chí", Text: "…", Provenance: scoring.FromText,
		Max: decimal.New(int64(5+random.IntN(500)), -2)}
	m := maker{Rand: random, leaf: &leaf}
	leaf.Rule = m.rule(leaf.Max, 3, false)
	return leaf
}

// maker makes the rule of one leaf, and the inputs that it needs.
type maker struct {
	*rand.Rand
	leaf *scoring.Criterion
}

// rule makes a rule that can give just that many points at most, with rules nested that many deep.
func (m maker) rule(most decimal.Decimal, depth int, inSum bool) kinds.Rule {
	kind := m.IntN(6)
	if depth > 0 && m.IntN(2) == 0 {
		kind = 6 + m.IntN(2)
	}
	switch kind {
	case 0:
		return m.levels(most)
	case 1:
		return m.ratio(inSum)
	case 2:
		return m.ratioBands(most, inSum)
	case 3:
		return m.numberBands(most)
	case 4:
		return &kinds.Count{Tariffs: []kinds.Tariff{{Answer: m.number(true), Each: m.part(most)}, {Answer: m.number(true), Each: most}}}
	case 5:
		return m.manual()
	case 6:
		return m.sum(most, depth-1)
	}
	return m.cases(most, depth-1, inSum)
}

// part is some points of those, above 0.
func (m maker) part(most decimal.Decimal) decimal.Decimal {
	cents := most.Shift(3).IntPart()
	return decimal.New(1+m.Int64N(max(1, cents)), -3)
}

func (m maker) name(prefix string) string { return fmt.Sprintf("%s%d", prefix, len(m.leaf.Inputs)+1) }

func (m maker) add(in expr.Input) kinds.InputName {
	in.Label = "Số liệu " + in.Name
	m.leaf.Inputs = append(m.leaf.Inputs, in)
	return kinds.InputName(in.Name)
}

// number is an answer with a number: often one that another part of the rule reads too.
func (m maker) number(whole bool) kinds.InputName {
	for _, in := range m.leaf.Inputs {
		if in.Kind == expr.NumberInput && in.Whole == whole && m.IntN(3) == 0 {
			return kinds.InputName(in.Name)
		}
	}
	in := expr.Input{Name: m.name("n"), Kind: expr.NumberInput, Whole: whole}
	return m.add(in)
}

func (m maker) choice() (kinds.InputName, int) {
	for _, in := range m.leaf.Inputs {
		if in.IsChoice() && m.IntN(3) == 0 {
			return kinds.InputName(in.Name), len(in.Options)
		}
	}
	if m.IntN(2) == 0 {
		return m.add(expr.Input{Name: m.name("c"), Kind: expr.YesNoInput, Options: kinds.YesNoOptions()}), 2
	}
	options := []string{"Thực hiện tốt", "Thực hiện *một* phần?", "Chưa thực hiện", "\"Không\" = 0 & <trống>"}[:2+m.IntN(3)]
	return m.add(expr.Input{Name: m.name("c"), Kind: expr.ChoiceInput, Options: options}), len(options)
}

func (m maker) levels(most decimal.Decimal) kinds.Rule {
	of, n := m.choice()
	points := []decimal.Decimal{most}
	for range n - 1 {
		points = append(points, decimal.Min(m.part(most), most))
	}
	return &kinds.Levels{Of: of, Points: points}
}

func (m maker) ifZero(inSum bool) kinds.ZeroRule {
	rules := []kinds.ZeroRule{kinds.ZeroMax, kinds.ZeroNone, kinds.ZeroNotAssessed}
	if inSum {
		rules = rules[:2]
	}
	return rules[m.IntN(len(rules))]
}

func (m maker) edge() decimal.Decimal {
	return decimal.New([]int64{70, 75, 800, 500, 333, 995, 7}[m.IntN(7)], -3)
}

func (m maker) ratio(inSum bool) kinds.Rule {
	whole := m.IntN(3) > 0
	r := &kinds.Ratio{Of: m.number(whole), IfZero: m.ifZero(inSum)}
	if m.IntN(2) == 0 {
		r.Part = m.number(whole)
	} else {
		r.Parts = []kinds.Term{{Answer: m.number(whole), Weight: decimal.NewFromInt(1)}, {Answer: m.number(whole), Weight: m.edge()}}
	}
	if m.IntN(2) == 0 {
		r.AtLeast = decimal.NewNullDecimal(m.edge())
	}
	return r
}

func (m maker) steps(most decimal.Decimal, edges []decimal.Decimal) []kinds.Band {
	var steps []kinds.Band
	for i, edge := range edges {
		band := kinds.Band{Points: decimal.Min(m.part(most), most)}
		if i == 0 {
			band.Points = most
		}
		if m.IntN(2) == 0 {
			band.From = decimal.NewNullDecimal(edge)
		} else {
			band.Above = decimal.NewNullDecimal(edge)
		}
		steps = append(steps, band)
	}
	return steps
}

func decimals(texts ...string) []decimal.Decimal {
	all := make([]decimal.Decimal, len(texts))
	for i, text := range texts {
		all[i] = decimal.RequireFromString(text)
	}
	return all
}

func (m maker) ratioBands(most decimal.Decimal, inSum bool) kinds.Rule {
	return &kinds.Bands{Of: m.number(true), Part: m.number(true), IfZero: m.ifZero(inSum), Steps: m.steps(most, decimals("0.875", "0.5", "0.07"))}
}

func (m maker) numberBands(most decimal.Decimal) kinds.Rule {
	if m.IntN(2) == 0 {
		return &kinds.Bands{Number: m.number(false), Steps: m.steps(most, decimals("99.5", "52.01", "0.07"))}
	}
	return &kinds.Bands{Number: m.number(true), Steps: m.steps(most, decimals("200", "52", "4"))}
}

func (m maker) manual() kinds.Rule {
	return &kinds.Manual{Of: m.add(expr.Input{Name: m.name("d"), Kind: expr.PointsInput})}
}

func (m maker) sum(most decimal.Decimal, depth int) kinds.Rule {
	parts := []kinds.Part{{Max: most}}
	for range 1 + m.IntN(2) {
		parts = append(parts, kinds.Part{Max: decimal.Min(m.part(most), most)})
	}
	if m.IntN(2) == 0 { // not capped: the parts come to just the most
		parts[0].Max = most.Sub(parts[1].Max)
		parts = parts[:2]
	}
	for i := range parts {
		parts[i].Rule = m.rule(parts[i].Max, depth, true)
	}
	return &kinds.Sum{Parts: parts}
}

func (m maker) cases(most decimal.Decimal, depth int, inSum bool) kinds.Rule {
	choice, options := m.choice()
	number := m.number(true)
	r := &kinds.Cases{List: []kinds.Case{{When: m.condition(choice, number, options), Rule: m.rule(most, depth, inSum)}}}
	for range 1 + m.IntN(2) {
		r.List = append(r.List, kinds.Case{When: m.condition(choice, number, options), Rule: m.rule(most, depth, inSum)})
	}
	if m.IntN(2) == 0 {
		r.Else = &kinds.Fixed{Points: decimal.Min(m.part(most), most)}
	}
	return r
}

func (m maker) condition(choice, number kinds.InputName, options int) kinds.Condition {
	is := kinds.Condition{Answer: choice, Is: decimal.NewNullDecimal(decimal.NewFromInt(int64(m.IntN(2))))}
	if options > 2 || m.isChoice(choice) {
		is.Is = decimal.NewNullDecimal(decimal.NewFromInt(int64(1 + m.IntN(options))))
	}
	edges := []kinds.Condition{
		{Answer: number, From: decimal.NewNullDecimal(decimal.NewFromInt(5)), Below: decimal.NewNullDecimal(decimal.NewFromInt(50))},
		{Answer: number, Above: decimal.NewNullDecimal(decimal.NewFromInt(10))},
		{Answer: number, UpTo: decimal.NewNullDecimal(decimal.NewFromInt(4))},
	}
	edge := edges[m.IntN(len(edges))]
	switch m.IntN(5) {
	case 0:
		return is
	case 1:
		return edge
	case 2:
		return kinds.Condition{All: []kinds.Condition{is, edge}}
	case 3:
		return kinds.Condition{Any: []kinds.Condition{is, edge}}
	}
	return kinds.Condition{Any: []kinds.Condition{{All: []kinds.Condition{edge, is}}, {All: []kinds.Condition{is, edges[0]}}}}
}

func (m maker) isChoice(name kinds.InputName) bool {
	in, _ := m.leaf.Input(string(name))
	return in.Kind == expr.ChoiceInput
}
