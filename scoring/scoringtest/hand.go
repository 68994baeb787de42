package scoringtest

import (
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// HandMade is a small rule set: area 1 with leaves 1.1 and 1.2, area 2 with leaf 2.1.
func HandMade() *scoring.RuleSet {
	leaf := func(number, max string) scoring.Criterion {
		return scoring.Criterion{Number: number, Name: "Tiêu chí " + number, Max: decimal.RequireFromString(max),
			Inputs: []expr.Input{{Name: "diem", Label: "Điểm", Kind: expr.PointsInput}}, Rule: &kinds.Manual{Of: "diem"}}
	}
	return &scoring.RuleSet{ID: "tap-2023", Total: decimal.NewFromInt(10), Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{
		{Number: "1", Name: "LĨNH VỰC", Max: decimal.NewFromInt(6), Children: []scoring.Criterion{leaf("1.1", "2"), leaf("1.2", "4")}},
		{Number: "2", Name: "LĨNH VỰC", Max: decimal.NewFromInt(4), Children: []scoring.Criterion{leaf("2.1", "4")}},
	}}
}
