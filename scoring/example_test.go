package scoring_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// A rule set of one criterion, scored for one unit: the front page of the package.
func Example() {
	tasks := scoring.Criterion{
		Number: "1", Name: "Thực hiện Kế hoạch CCHC", Max: decimal.RequireFromString("1.5"),
		Text: "(b/a) × 1,5; dưới 80%: 0", Provenance: scoring.FromText,
		Inputs: []expr.Input{
			{Name: "a", Label: "Số nhiệm vụ đề ra", Kind: expr.NumberInput, Whole: true},
			{Name: "b", Label: "Số nhiệm vụ đã hoàn thành", Kind: expr.NumberInput, Whole: true},
		},
		Rule: &kinds.Ratio{Part: "b", Of: "a",
			AtLeast: decimal.NewNullDecimal(decimal.RequireFromString("0.8")), IfZero: kinds.ZeroNotAssessed},
	}
	rs := &scoring.RuleSet{Total: tasks.Max, Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{tasks}}
	fmt.Println(len(scoring.Check(rs)), "findings")

	result := scoring.Score(rs, scoring.Submission{Answers: expr.Answers{
		{Leaf: "1", Input: "a"}: expr.NumberAnswer(decimal.NewFromInt(10)),
		{Leaf: "1", Input: "b"}: expr.NumberAnswer(decimal.NewFromInt(9)),
	}})
	fmt.Println(result.Self.Points, result.Nodes[0].Self.Explanation)
	// Output:
	// 0 findings
	// 1.35 9/10 = 90% ≥ 80% → 9/10 × 1,5 = 1,35; hụt 0,15 so với tối đa 1,5
}
