package scoring_test

import (
	"slices"
	"testing"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

func TestCheckFindsNothingInASoundSet(t *testing.T) {
	if got := scoringtest.CodesOf(scoring.Check(scoringtest.TwoAreas())); len(got) > 0 {
		t.Errorf("found %v", got)
	}
}

func TestCheck(t *testing.T) {
	ratio := func(rs *scoring.RuleSet) *kinds.Ratio { return rs.Criteria[0].Children[0].Rule.(*kinds.Ratio) }
	tests := []struct {
		name string
		edit func(*scoring.RuleSet)
		want string
	}{
		{"total", func(rs *scoring.RuleSet) { rs.Total = scoringtest.Dec("6") }, "set-total total"},
		{"children", func(rs *scoring.RuleSet) { rs.Criteria[0].Children[1].Max = scoringtest.Dec("1") }, "set-sum 1.max"},
		{"number twice", func(rs *scoring.RuleSet) { rs.Criteria[0].Children[1].Number = "1.1" }, "set-number-twice 1.1.number"},
		{"number of another parent", func(rs *scoring.RuleSet) { rs.Criteria[0].Children[1].Number = "2.2" }, "set-number-nested 2.2.number"},
		{"number without shape", func(rs *scoring.RuleSet) { rs.Criteria[1].Number = "2a" }, "set-number 2a.number"},
		{"too many places", func(rs *scoring.RuleSet) { rs.Criteria[1].Max = scoringtest.Dec("2.001") }, "rule-places 2.max"},
		{"neither", func(rs *scoring.RuleSet) { rs.Criteria[1].Rule = nil }, "set-neither 2"},
		{"no text", func(rs *scoring.RuleSet) { rs.Criteria[1].Text = "" }, "set-leaf-text 2"},
		{"no zero rule", func(rs *scoring.RuleSet) { ratio(rs).IfZero = "" }, "rule-no-zero-rule 1.1.rule.ratio"},
		{"unknown answer", func(rs *scoring.RuleSet) { ratio(rs).Part = "x" }, "rule-unknown-input 1.1.rule.ratio.part"},
		{"answer of another kind", func(rs *scoring.RuleSet) { rs.Criteria[0].Children[0].Inputs[1] = scoringtest.YesNoIn("b") }, "rule-wrong-input 1.1.rule.ratio.part"},
		{"no part", func(rs *scoring.RuleSet) { ratio(rs).Part = "" }, "rule-one-of 1.1.rule.ratio"},
		{"minimum in per cent", func(rs *scoring.RuleSet) { ratio(rs).AtLeast = scoringtest.Opt("80") }, "rule-not-ratio 1.1.rule.ratio.atLeast"},
		{"half a maximum", func(rs *scoring.RuleSet) {
			r := ratio(rs)
			r.Parts, r.Part = []kinds.Term{{Answer: "b", Weight: scoringtest.Dec("0.5")}}, ""
		}, "rule-reach 1.1.rule.ratio"},
		{"level beyond the maximum", func(rs *scoring.RuleSet) {
			c := &rs.Criteria[0].Children[0]
			c.Inputs, c.Rule = []expr.Input{scoringtest.YesNoIn("k")}, &kinds.Levels{Of: "k", Points: scoringtest.Decs("2", "1")}
		}, "rule-points-outside 1.1.rule.levels.points[0]"},
		{"level missing", func(rs *scoring.RuleSet) {
			c := &rs.Criteria[0].Children[0]
			c.Inputs, c.Rule = []expr.Input{scoringtest.YesNoIn("k")}, &kinds.Levels{Of: "k", Points: scoringtest.Decs("1")}
		}, "rule-level-count 1.1.rule.levels.points"},
		{"bands out of order", func(rs *scoring.RuleSet) {
			rs.Criteria[0].Children[0].Rule = &kinds.Bands{Part: "b", Of: "a", IfZero: kinds.ZeroMax,
				Steps: []kinds.Band{{From: scoringtest.Opt("0.5"), Points: scoringtest.Dec("0.5")}, {From: scoringtest.Opt("0.8"), Points: scoringtest.Dec("1")}}}
		}, "rule-band-order 1.1.rule.bands.steps[1].from"},
		{"band without an edge", func(rs *scoring.RuleSet) {
			rs.Criteria[0].Children[0].Rule = &kinds.Bands{Part: "b", Of: "a", IfZero: kinds.ZeroMax, Steps: []kinds.Band{{Points: scoringtest.Dec("1")}}}
		}, "rule-one-of 1.1.rule.bands.steps[0]"},
		{"not assessed in a sum", func(rs *scoring.RuleSet) {
			c := &rs.Criteria[0].Children[0]
			c.Rule = &kinds.Sum{Parts: []kinds.Part{{Max: scoringtest.Dec("1"), Rule: c.Rule}}}
		}, "rule-zero-in-sum 1.1.rule.sum.parts[0].rule.ratio.ifZero"},
		{"part that cannot reach its maximum", func(rs *scoring.RuleSet) {
			c := &rs.Criteria[0].Children[0]
			c.Inputs, c.Rule = []expr.Input{scoringtest.YesNoIn("k")}, &kinds.Sum{Parts: []kinds.Part{{Max: scoringtest.Dec("1"), Rule: &kinds.Levels{Of: "k", Points: scoringtest.Decs("0.5", "0")}}}}
		}, "rule-reach 1.1.rule.sum.parts[0].rule.levels"},
		{"unknown option", func(rs *scoring.RuleSet) {
			c := &rs.Criteria[0].Children[0]
			c.Inputs = append(c.Inputs, scoringtest.YesNoIn("k"))
			c.Rule = &kinds.Cases{List: []kinds.Case{{When: kinds.Condition{Answer: "k", Is: scoringtest.Opt("2")}, Rule: c.Rule}}}
		}, "rule-unknown-option 1.1.rule.cases.list[0].when.is"},
		{"condition of two kinds", func(rs *scoring.RuleSet) {
			c := &rs.Criteria[0].Children[0]
			c.Rule = &kinds.Cases{List: []kinds.Case{{When: kinds.Condition{Answer: "a", Is: scoringtest.Opt("1"), From: scoringtest.Opt("1")}, Rule: c.Rule}}}
		}, "rule-one-of 1.1.rule.cases.list[0].when"},
		{"unused answer", func(rs *scoring.RuleSet) {
			c := &rs.Criteria[0].Children[0]
			c.Inputs = append(c.Inputs, scoringtest.NumberIn("x"))
		}, "rule-unused-input 1.1.answers.x"},
		{"bounds", func(rs *scoring.RuleSet) { rs.Criteria[0].Children[0].Inputs[0].Max = scoringtest.Opt("0") }, "rule-input-bounds 1.1.answers.a"},
		{"options of a number", func(rs *scoring.RuleSet) { rs.Criteria[0].Children[0].Inputs[0].Options = kinds.YesNoOptions() }, "rule-options 1.1.answers.a"},
		{"cross-check", func(rs *scoring.RuleSet) { rs.CrossChecks[0].Right = "9:a" }, "set-cross-check crossChecks[0].right"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rs := scoringtest.TwoAreas()
			test.edit(rs)
			if got := scoringtest.CodesOf(scoring.Check(rs)); !slices.Contains(got, test.want) {
				t.Errorf("found %v, want %s among them", got, test.want)
			}
		})
	}
}

func TestCrossCheckFindingsComeInOrder(t *testing.T) {
	for range 20 {
		rs := scoringtest.TwoAreas()
		rs.CrossChecks[0].Left, rs.CrossChecks[0].Right = "8:a", "9:a"
		want := []string{"set-cross-check crossChecks[0].left", "set-cross-check crossChecks[0].right"}
		if got := scoringtest.CodesOf(scoring.Check(rs)); !slices.Equal(got, want) {
			t.Fatalf("found %v, want %v", got, want)
		}
	}
}
