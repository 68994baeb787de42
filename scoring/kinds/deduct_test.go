package kinds_test

import (
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

func TestDeductFromTheMaximum(t *testing.T) {
	leaf := scoringtest.LeafOf("100", &kinds.Deduct{Tariffs: []kinds.Deduction{{Answer: "a", Each: scoringtest.Dec("15")}, {Answer: "b", Each: scoringtest.Dec("8")}, {Answer: "c", Each: scoringtest.Dec("0.3")}}},
		scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), scoringtest.NumberIn("c"))
	runRows(t, leaf, []row{
		{"nothing", map[string]string{"a": "0", "b": "0", "c": "0"}, expr.Scored, "100", "100 − 0 × 15 − 0 × 8 − 0 × 0,3 = 100"},
		{"some of each", map[string]string{"a": "2", "b": "3", "c": "7"}, expr.Scored, "43.9", "100 − 2 × 15 − 3 × 8 − 7 × 0,3 = 43,9; hụt 56,1 so với tối đa 100"},
		{"just down to the floor", map[string]string{"a": "4", "b": "5", "c": "0"}, expr.Scored, "0", "100 − 4 × 15 − 5 × 8 − 0 × 0,3 = 0; hụt 100 so với tối đa 100"},
		{"below it", map[string]string{"a": "4", "b": "5", "c": "1"}, expr.Scored, "0", "100 − 4 × 15 − 5 × 8 − 1 × 0,3, không dưới 0 → 0; hụt 100 so với tối đa 100"},
		{"a blank", map[string]string{"a": "9", "b": "9"}, expr.Missing, "", ""},
		{"negative", map[string]string{"a": "-1", "b": "0", "c": "0"}, expr.Invalid, "", ""},
	})
}

func TestDeductFromARule(t *testing.T) {
	leaf := scoringtest.LeafOf("10", &kinds.Deduct{From: &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNone}, Tariffs: []kinds.Deduction{{Answer: "c", Each: scoringtest.Dec("0.5")}}, Floor: scoringtest.Dec("1")},
		scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), scoringtest.NumberIn("c"))
	runRows(t, leaf, []row{
		{"none", map[string]string{"a": "8", "b": "6", "c": "0"}, expr.Scored, "7.5", "6/8 × 10 = 7,5; trừ 0 × 0,5, còn 7,5; hụt 2,5 so với tối đa 10"},
		{"three", map[string]string{"a": "8", "b": "6", "c": "3"}, expr.Scored, "6", "6/8 × 10 = 7,5; trừ 3 × 0,5, còn 6; hụt 4 so với tối đa 10"},
		{"thirds", map[string]string{"a": "3", "b": "2", "c": "1"}, expr.Scored, "6.17", ""},
		{"to the floor", map[string]string{"a": "8", "b": "6", "c": "14"}, expr.Scored, "1", "6/8 × 10 = 7,5; trừ 14 × 0,5, không dưới 1 → 1; hụt 9 so với tối đa 10"},
		{"a rule below the floor", map[string]string{"a": "8", "b": "0", "c": "0"}, expr.Scored, "1", ""},
		{"a breach in the rule", map[string]string{"a": "8", "b": "9", "c": "0"}, expr.Invalid, "", ""},
	})
}
