package scoring_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

func hashedSet() *scoring.RuleSet {
	return &scoring.RuleSet{ID: "so-2023", Year: 2023, Total: decimal.NewFromInt(3), Criteria: []scoring.Criterion{
		{Number: "1", Name: "Kế hoạch", Max: decimal.NewFromInt(1), Rule: &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroMax}, Inputs: []expr.Input{
			{Name: "a", Label: "Số nhiệm vụ", Unit: "nhiệm vụ", Kind: expr.NumberInput, Whole: true},
			{Name: "b", Label: "Đã hoàn thành", Unit: "nhiệm vụ", Kind: expr.NumberInput, Whole: true},
		}},
		{Number: "2", Name: "Báo cáo", Max: decimal.NewFromInt(2), Rule: &kinds.Levels{Of: "muc", Points: []decimal.Decimal{decimal.NewFromInt(2), decimal.Zero}}, Inputs: []expr.Input{
			{Name: "muc", Label: "Mức", Kind: expr.ChoiceInput, Options: []string{"Đủ", "Thiếu"}},
		}},
	}}
}

func TestHashesFollowWhatTheyCover(t *testing.T) {
	tests := []struct {
		name        string
		change      func(*scoring.RuleSet)
		form, rules bool // which of the hashes must change
	}{
		{"nothing", func(*scoring.RuleSet) {}, false, false},
		{"a slip in a name", func(rs *scoring.RuleSet) { rs.Criteria[0].Name = "Kế hoach" }, false, true},
		{"a slip in a label", func(rs *scoring.RuleSet) { rs.Criteria[0].Inputs[0].Label = "Số nhiêm vụ" }, false, true},
		{"a unit", func(rs *scoring.RuleSet) { rs.Criteria[0].Inputs[0].Unit = "việc" }, false, true},
		{"a maximum", func(rs *scoring.RuleSet) { rs.Criteria[0].Max = decimal.NewFromInt(2) }, false, true},
		{"a rule", func(rs *scoring.RuleSet) { rs.Criteria[0].Rule.(*kinds.Ratio).IfZero = kinds.ZeroNone }, false, true},
		{"points of a level", func(rs *scoring.RuleSet) { rs.Criteria[1].Rule.(*kinds.Levels).Points[1] = decimal.NewFromInt(1) }, false, true},
		{"an acceptance", func(rs *scoring.RuleSet) {
			rs.Criteria[1].Accepted = []scoring.Acceptance{{Code: problem.RuleReach, Reason: "theo nguồn"}}
		}, false, true},
		{"an example", func(rs *scoring.RuleSet) { rs.Criteria[1].Examples = []scoring.Example{{State: expr.Missing}} }, false, true},
		{"the id", func(rs *scoring.RuleSet) { rs.ID = "so-2024" }, false, true},
		{"an option's capitals and spaces", func(rs *scoring.RuleSet) { rs.Criteria[1].Inputs[0].Options[0] = " đủ" }, false, true},
		{"an option's text", func(rs *scoring.RuleSet) { rs.Criteria[1].Inputs[0].Options[0] = "Đầy đủ" }, true, true},
		{"options in another order", func(rs *scoring.RuleSet) { rs.Criteria[1].Inputs[0].Options = []string{"Thiếu", "Đủ"} }, true, true},
		{"an option more", func(rs *scoring.RuleSet) { rs.Criteria[1].Inputs[0].Options = []string{"Đủ", "Thiếu", "Không"} }, true, true},
		{"an input's kind", func(rs *scoring.RuleSet) { rs.Criteria[0].Inputs[0].Kind = expr.PointsInput }, true, true},
		{"not whole", func(rs *scoring.RuleSet) { rs.Criteria[0].Inputs[0].Whole = false }, true, true},
		{"an upper bound", func(rs *scoring.RuleSet) {
			rs.Criteria[0].Inputs[0].Max = decimal.NewNullDecimal(decimal.NewFromInt(9))
		}, true, true},
		{"a lower bound", func(rs *scoring.RuleSet) { rs.Criteria[0].Inputs[0].Min = decimal.NewFromInt(1) }, true, true},
		{"an input's name", func(rs *scoring.RuleSet) { rs.Criteria[0].Inputs[0].Name = "c" }, true, true},
		{"a leaf's number", func(rs *scoring.RuleSet) { rs.Criteria[1].Number = "3" }, true, true},
		{"leaves in another order", func(rs *scoring.RuleSet) { rs.Criteria[0], rs.Criteria[1] = rs.Criteria[1], rs.Criteria[0] }, true, true},
	}
	form, rules := hashedSet().FormHash(), hashedSet().RulesHash()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rs := hashedSet()
			test.change(rs)
			if got := rs.FormHash() != form; got != test.form {
				t.Errorf("form hash changed: %v, want %v", got, test.form)
			}
			if got := rs.RulesHash() != rules; got != test.rules {
				t.Errorf("rules hash changed: %v, want %v", got, test.rules)
			}
		})
	}
}

// The way a number is written is no part of the rules.
func TestRulesHashReadsNumbers(t *testing.T) {
	rs := hashedSet()
	rs.Total = decimal.RequireFromString("3.00")
	if rs.RulesHash() != hashedSet().RulesHash() {
		t.Error("3 and 3.00 give different hashes")
	}
}

// A value must be found in the hash wherever it stands: every key of every kind, filled, leaves a trace.
func TestRulesHashCoversEveryKey(t *testing.T) {
	covered := func(r kinds.Record) (paths []string) {
		scoring.Flatten(r, "", func(path, _ string) { paths = append(paths, path) })
		return paths
	}
	ruleOne := decimal.NewNullDecimal(decimal.NewFromInt(1))
	rule := &kinds.Cases{List: []kinds.Case{{When: kinds.Condition{Any: []kinds.Condition{{Answer: "a", From: ruleOne, Below: ruleOne}}},
		Rule: &kinds.Sum{Parts: []kinds.Part{{Max: ruleOne.Decimal, Rule: &kinds.Bands{Number: "a", Steps: []kinds.Band{{Above: ruleOne, Points: ruleOne.Decimal}}, Else: ruleOne.Decimal}}}}}},
		Else: &kinds.Count{Tariffs: []kinds.Tariff{{Answer: "b", Each: ruleOne.Decimal}}}}
	want := []string{".list[0].when.any[0].answer", ".list[0].when.any[0].from", ".list[0].when.any[0].below", ".list[0].rule",
		".list[0].rule.parts[0].max", ".list[0].rule.parts[0].rule", ".list[0].rule.parts[0].rule.number",
		".list[0].rule.parts[0].rule.steps[0].above", ".list[0].rule.parts[0].rule.steps[0].points", ".list[0].rule.parts[0].rule.else",
		".else", ".else.tariffs[0].answer", ".else.tariffs[0].each"}
	if diff := cmp.Diff(want, covered(rule)); diff != "" {
		t.Error(diff)
	}
}
