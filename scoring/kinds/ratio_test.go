package kinds_test

import (
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

func TestRatio(t *testing.T) {
	leaf := scoringtest.LeafOf("1.5", &kinds.Ratio{Part: "b", Of: "a", AtLeast: scoringtest.Opt("0.8"), IfZero: kinds.ZeroNotAssessed}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	runRows(t, leaf, []row{
		{"at the minimum", map[string]string{"a": "10", "b": "8"}, expr.Scored, "1.2",
			"8/10 = 80% ≥ 80% → 8/10 × 1,5 = 1,2; hụt 0,3 so với tối đa 1,5"},
		{"just under it", map[string]string{"a": "1000", "b": "799"}, expr.Scored, "0",
			"799/1.000 = 79,9% < 80% → 0; hụt 1,5 so với tối đa 1,5"},
		{"a percent is cut, not rounded", map[string]string{"a": "100000", "b": "79999"}, expr.Scored, "0",
			"79.999/100.000 = 79,99…% < 80% → 0; hụt 1,5 so với tối đa 1,5"},
		{"all of it", map[string]string{"a": "3", "b": "3"}, expr.Scored, "1.5", "3/3 = 100% ≥ 80% → 3/3 × 1,5 = 1,5"},
		{"an endless decimal is rounded once", map[string]string{"a": "7", "b": "6"}, expr.Scored, "1.29",
			"6/7 = 85,71…% ≥ 80% → 6/7 × 1,5 ≈ 1,2857 → làm tròn 1,29; hụt 0,21 so với tối đa 1,5"},
		{"an exact half goes away from zero", map[string]string{"a": "300", "b": "241"}, expr.Scored, "1.21", ""},
		{"nothing to do", map[string]string{"a": "0", "b": "0"}, expr.NotAssessed, "", "Số a = 0 → không đánh giá"},
		{"more than all", map[string]string{"a": "0", "b": "5"}, expr.Invalid, "", "“Số b” là 5, lớn hơn “Số a” là 0."},
		{"a blank", map[string]string{"a": "10"}, expr.Missing, "", "Chưa điền “Số b”."},
		{"both blank", nil, expr.Missing, "", "Chưa điền “Số a”. Chưa điền “Số b”."},
		{"not whole", map[string]string{"a": "10", "b": "8.5"}, expr.Invalid, "", "“Số b” là 8,5, không phải số nguyên."},
		{"negative beats blank", map[string]string{"a": "-1"}, expr.Invalid, "", ""},
	})
}

func TestRatioWeighted(t *testing.T) {
	leaf := scoringtest.LeafOf("1", &kinds.Ratio{Parts: []kinds.Term{{Answer: "b", Weight: scoringtest.Dec("1")}, {Answer: "c", Weight: scoringtest.Dec("0.5")}}, Of: "a", IfZero: kinds.ZeroMax},
		scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), scoringtest.NumberIn("c"))
	runRows(t, leaf, []row{
		{"weights", map[string]string{"a": "4", "b": "2", "c": "1"}, expr.Scored, "0.63",
			"(2 × 1 + 1 × 0,5)/4 × 1 = 0,625 → làm tròn 0,63; hụt 0,37 so với tối đa 1"},
		{"none found gives the maximum", map[string]string{"a": "0", "b": "0", "c": "0"}, expr.Scored, "1", "Số a = 0 → đạt điểm tối đa 1"},
		{"together more than all", map[string]string{"a": "4", "b": "3", "c": "2"}, expr.Invalid, "", "“Số b” cộng “Số c” là 5, lớn hơn “Số a” là 4."},
	})
}

func TestRatioZeroGivesNone(t *testing.T) {
	leaf := scoringtest.LeafOf("1", &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNone}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	runRows(t, leaf, []row{{"zero", map[string]string{"a": "0", "b": "0"}, expr.Scored, "0", "Số a = 0 → 0; hụt 1 so với tối đa 1"}})
}
