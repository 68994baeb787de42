package scoring

import (
	"slices"
	"strings"
	"testing"
)

func TestCheckFindsNothingInASoundSet(t *testing.T) {
	if got := codesOf(Check(twoAreas(), nil)); len(got) > 0 {
		t.Errorf("found %v", got)
	}
}

func TestCheck(t *testing.T) {
	ratio := func(rs *RuleSet) *Ratio { return rs.Criteria[0].Children[0].Rule.(*Ratio) }
	tests := []struct {
		name string
		edit func(*RuleSet)
		want string
	}{
		{"total", func(rs *RuleSet) { rs.Total = dec("6") }, "set-total total"},
		{"children", func(rs *RuleSet) { rs.Criteria[0].Children[1].Max = dec("1") }, "set-sum 1.max"},
		{"number twice", func(rs *RuleSet) { rs.Criteria[0].Children[1].Number = "1.1" }, "set-number-twice 1.1.number"},
		{"number of another parent", func(rs *RuleSet) { rs.Criteria[0].Children[1].Number = "2.2" }, "set-number-nested 2.2.number"},
		{"number without shape", func(rs *RuleSet) { rs.Criteria[1].Number = "2a" }, "set-number 2a.number"},
		{"too many places", func(rs *RuleSet) { rs.Criteria[1].Max = dec("2.001") }, "rule-places 2.max"},
		{"neither", func(rs *RuleSet) { rs.Criteria[1].Rule = nil }, "set-neither 2"},
		{"no text", func(rs *RuleSet) { rs.Criteria[1].Text = "" }, "set-leaf-text 2"},
		{"no zero rule", func(rs *RuleSet) { ratio(rs).IfZero = "" }, "rule-no-zero-rule 1.1.rule.ratio"},
		{"unknown answer", func(rs *RuleSet) { ratio(rs).Part = "x" }, "rule-unknown-input 1.1.rule.ratio.part"},
		{"answer of another kind", func(rs *RuleSet) { rs.Criteria[0].Children[0].Inputs[1] = yesNoIn("b") }, "rule-wrong-input 1.1.rule.ratio.part"},
		{"no part", func(rs *RuleSet) { ratio(rs).Part = "" }, "rule-one-of 1.1.rule.ratio"},
		{"minimum in per cent", func(rs *RuleSet) { ratio(rs).AtLeast = opt("80") }, "rule-not-ratio 1.1.rule.ratio.atLeast"},
		{"half a maximum", func(rs *RuleSet) {
			r := ratio(rs)
			r.Parts, r.Part = []Term{{"b", dec("0.5")}}, ""
		}, "rule-reach 1.1.rule.ratio"},
		{"level beyond the maximum", func(rs *RuleSet) {
			c := &rs.Criteria[0].Children[0]
			c.Inputs, c.Rule = []Input{yesNoIn("k")}, &Levels{"k", decs("2", "1")}
		}, "rule-points-outside 1.1.rule.levels.points[0]"},
		{"level missing", func(rs *RuleSet) {
			c := &rs.Criteria[0].Children[0]
			c.Inputs, c.Rule = []Input{yesNoIn("k")}, &Levels{"k", decs("1")}
		}, "rule-level-count 1.1.rule.levels.points"},
		{"bands out of order", func(rs *RuleSet) {
			rs.Criteria[0].Children[0].Rule = &Bands{Part: "b", Of: "a", IfZero: ZeroMax,
				Steps: []Band{{From: opt("0.5"), Points: dec("0.5")}, {From: opt("0.8"), Points: dec("1")}}}
		}, "rule-band-order 1.1.rule.bands.steps[1].from"},
		{"band without an edge", func(rs *RuleSet) {
			rs.Criteria[0].Children[0].Rule = &Bands{Part: "b", Of: "a", IfZero: ZeroMax, Steps: []Band{{Points: dec("1")}}}
		}, "rule-one-of 1.1.rule.bands.steps[0]"},
		{"not assessed in a sum", func(rs *RuleSet) {
			c := &rs.Criteria[0].Children[0]
			c.Rule = &Sum{[]Part{{dec("1"), c.Rule}}}
		}, "rule-zero-in-sum 1.1.rule.sum.parts[0].rule.ratio.ifZero"},
		{"part that cannot reach its maximum", func(rs *RuleSet) {
			c := &rs.Criteria[0].Children[0]
			c.Inputs, c.Rule = []Input{yesNoIn("k")}, &Sum{[]Part{{dec("1"), &Levels{"k", decs("0.5", "0")}}}}
		}, "rule-reach 1.1.rule.sum.parts[0].rule.levels"},
		{"unknown option", func(rs *RuleSet) {
			c := &rs.Criteria[0].Children[0]
			c.Inputs = append(c.Inputs, yesNoIn("k"))
			c.Rule = &Cases{List: []Case{{Condition{Answer: "k", Is: opt("2")}, c.Rule}}}
		}, "rule-unknown-option 1.1.rule.cases.list[0].when.is"},
		{"condition of two kinds", func(rs *RuleSet) {
			c := &rs.Criteria[0].Children[0]
			c.Rule = &Cases{List: []Case{{Condition{Answer: "a", Is: opt("1"), From: opt("1")}, c.Rule}}}
		}, "rule-one-of 1.1.rule.cases.list[0].when"},
		{"unused answer", func(rs *RuleSet) {
			c := &rs.Criteria[0].Children[0]
			c.Inputs = append(c.Inputs, numberIn("x"))
		}, "rule-unused-input 1.1.answers.x"},
		{"bounds", func(rs *RuleSet) { rs.Criteria[0].Children[0].Inputs[0].Max = opt("0") }, "rule-input-bounds 1.1.answers.a"},
		{"options of a number", func(rs *RuleSet) { rs.Criteria[0].Children[0].Inputs[0].Options = YesNoOptions() }, "rule-options 1.1.answers.a"},
		{"cross-check", func(rs *RuleSet) { rs.CrossChecks[0].Right = "9:a" }, "set-cross-check crossChecks[0].right"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rs := twoAreas()
			test.edit(rs)
			if got := codesOf(Check(rs, nil)); !slices.Contains(got, test.want) {
				t.Errorf("found %v, want %s among them", got, test.want)
			}
		})
	}
}

func TestCheckOrigins(t *testing.T) {
	before, after := twoAreas(), twoAreas()
	after.Criteria[0].Children[0].Was = "1.7"
	after.Criteria[0].Children[1].Was = "2"
	want := []string{"set-was 1.1.was", "set-was-twice 2.was"}
	if got := codesOf(Check(after, before)); !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
	before.Criteria[0].Children, before.Criteria[0].NotDetailed = nil, true
	after.Criteria[0].Children[0].Was, after.Criteria[0].Children[1].Was = "", ""
	if got := codesOf(Check(after, before)); len(got) > 0 {
		t.Errorf("below what is not detailed nothing is known, yet found %v", got)
	}
}

func TestEveryProblemHasWordsAndARemedy(t *testing.T) {
	codes := Codes()
	if len(slices.Compact(slices.Clone(codes))) != len(codes) {
		t.Error("a code stands in two tables")
	}
	for _, code := range codes {
		p := NewProblem(code, "")
		if p.Text() == "" || p.Remedy() == "" {
			t.Errorf("%s: text %q, remedy %q", code, p.Text(), p.Remedy())
		}
		if strings.ToLower(string(code)) != string(code) {
			t.Errorf("%s is not in lower case", code)
		}
	}
}

func TestCrossCheckFindingsComeInOrder(t *testing.T) {
	for range 20 {
		rs := twoAreas()
		rs.CrossChecks[0].Left, rs.CrossChecks[0].Right = "8:a", "9:a"
		want := []string{"set-cross-check crossChecks[0].left", "set-cross-check crossChecks[0].right"}
		if got := codesOf(Check(rs, nil)); !slices.Equal(got, want) {
			t.Fatalf("found %v, want %v", got, want)
		}
	}
}
