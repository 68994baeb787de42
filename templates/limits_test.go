package templates_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"cchc/scoring/kinds"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/formtest"
)

// TestFormulaProblems: a rule that no spreadsheet takes is named before a form is made of it.
func TestFormulaProblems(t *testing.T) {
	rs := formtest.SampleRules()
	if got := templates.NewLayout(rs).FormulaProblems(); got != nil {
		t.Errorf("the sample has %v", got)
	}
	leaf := rs.Find("1.2")
	cases := &kinds.Cases{Else: leaf.Rule}
	for range 40 {
		is := kinds.Condition{Answer: "muc", Is: decimal.NewNullDecimal(formtest.Points("1"))}
		cases.List = append(cases.List, kinds.Case{When: is, Rule: leaf.Rule})
	}
	leaf.Rule = &kinds.Sum{Parts: []kinds.Part{{Max: leaf.Max, Rule: cases}, {Max: leaf.Max, Rule: cases}}}
	got := templates.NewLayout(rs).FormulaProblems()
	if len(got) != 1 || got[0].Code != problem.RuleFormulaLong || !strings.HasPrefix(got[0].Path, "1.2.") {
		t.Errorf("found %v", got)
	}
}
