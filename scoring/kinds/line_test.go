package kinds_test

import (
	"slices"
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

func TestLineOfRatio(t *testing.T) {
	leaf := scoringtest.LeafOf("10", &kinds.Line{Part: "b", Of: "a", ZeroAt: scoringtest.Dec("0.38"), FullAt: scoringtest.Dec("0.78"), IfZero: kinds.ZeroNone}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	runRows(t, leaf, []row{
		{"halfway", map[string]string{"a": "100", "b": "58"}, expr.Scored, "5", "58/100 = 58% → (58% − 38%)/(78% − 38%) × 10 = 5; hụt 5 so với tối đa 10"},
		{"at the foot", map[string]string{"a": "100", "b": "38"}, expr.Scored, "0", "38/100 = 38% ≤ 38% → 0; hụt 10 so với tối đa 10"},
		{"one over it", map[string]string{"a": "100", "b": "39"}, expr.Scored, "0.25", ""},
		{"under it", map[string]string{"a": "3", "b": "1"}, expr.Scored, "0", ""},
		{"thirds", map[string]string{"a": "3", "b": "2"}, expr.Scored, "7.17", ""}, // (2/3 − 0,38)/0,4 × 10 = 7,1666…
		{"at the top", map[string]string{"a": "50", "b": "39"}, expr.Scored, "10", "39/50 = 78% ≥ 78% → 10"},
		{"over it", map[string]string{"a": "50", "b": "50"}, expr.Scored, "10", ""},
		{"none of none", map[string]string{"a": "0", "b": "0"}, expr.Scored, "0", ""},
		{"more than there are", map[string]string{"a": "5", "b": "6"}, expr.Invalid, "", ""},
		{"blank", map[string]string{"a": "5"}, expr.Missing, "", ""},
	})
}

func TestLineToATarget(t *testing.T) {
	leaf := scoringtest.LeafOf("10", &kinds.Line{Part: "b", Of: "a", FullAt: scoringtest.Dec("0.95"), IfZero: kinds.ZeroNotAssessed}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	runRows(t, leaf, []row{
		{"on the way", map[string]string{"a": "100", "b": "50"}, expr.Scored, "5.26", "50/100 = 50% → 50%/95% × 10 ≈ 5,2632 → làm tròn 5,26; hụt 4,74 so với tối đa 10"},
		{"there", map[string]string{"a": "20", "b": "19"}, expr.Scored, "10", ""},
		{"nothing", map[string]string{"a": "20", "b": "0"}, expr.Scored, "0", ""},
	})
}

func TestLineThatFalls(t *testing.T) {
	steps := scoringtest.LeafOf("100", &kinds.Line{Number: "y", ZeroAt: scoringtest.Dec("18"), FullAt: scoringtest.Dec("1")}, scoringtest.NumberIn("y"))
	runRows(t, steps, []row{
		{"between", map[string]string{"y": "5"}, expr.Scored, "76.47", "Số y: 5 → (18 − 5)/(18 − 1) × 100 ≈ 76,4706 → làm tròn 76,47; hụt 23,53 so với tối đa 100"},
		{"best", map[string]string{"y": "1"}, expr.Scored, "100", "Số y: 1 ≤ 1 → 100"},
		{"better than best", map[string]string{"y": "0"}, expr.Scored, "100", ""},
		{"worst", map[string]string{"y": "18"}, expr.Scored, "0", "Số y: 18 ≥ 18 → 0; hụt 100 so với tối đa 100"},
		{"worse than worst", map[string]string{"y": "40"}, expr.Scored, "0", ""},
		{"one less than worst", map[string]string{"y": "17"}, expr.Scored, "5.88", ""},
	})
	late := scoringtest.LeafOf("1", &kinds.Line{Part: "b", Of: "a", ZeroAt: scoringtest.Dec("0.1"), IfZero: kinds.ZeroMax}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	runRows(t, late, []row{
		{"down to none", map[string]string{"a": "100", "b": "4"}, expr.Scored, "0.6", "4/100 = 4% → (10% − 4%)/10% × 1 = 0,6; hụt 0,4 so với tối đa 1"},
		{"none late", map[string]string{"a": "100", "b": "0"}, expr.Scored, "1", ""},
		{"too many late", map[string]string{"a": "9", "b": "1"}, expr.Scored, "0", ""},
	})
	if got := late.Placed().Fewer(); !slices.Equal(got, []string{"b"}) {
		t.Errorf("fewer is better of %v", got)
	}
}

func TestConstantDenominator(t *testing.T) {
	leaf := scoringtest.LeafOf("15", &kinds.Line{Number: "n", FullAt: scoringtest.Dec("22")}, scoringtest.NumberIn("n"))
	runRows(t, leaf, []row{
		{"seven of 22", map[string]string{"n": "7"}, expr.Scored, "4.77", "Số n: 7 → 7/22 × 15 ≈ 4,7727 → làm tròn 4,77; hụt 10,23 so với tối đa 15"},
		{"all", map[string]string{"n": "22"}, expr.Scored, "15", ""},
		{"none", map[string]string{"n": "0"}, expr.Scored, "0", ""},
	})
}

// Where the part may pass what was planned, more is no mistake.
func TestOver(t *testing.T) {
	a, b := scoringtest.NumberIn("a"), scoringtest.NumberIn("b")
	ratio := scoringtest.LeafOf("2", &kinds.Ratio{Part: "b", Of: "a", AtLeast: scoringtest.Opt("0.5"), IfZero: kinds.ZeroNotAssessed, Over: true}, a, b)
	runRows(t, ratio, []row{
		{"six of five", map[string]string{"a": "5", "b": "6"}, expr.Scored, "2", "6/5 = 120%, vượt 100% → 2"},
		{"five of five", map[string]string{"a": "5", "b": "5"}, expr.Scored, "2", ""},
		{"four of five", map[string]string{"a": "5", "b": "4"}, expr.Scored, "1.6", ""},
		{"two of five", map[string]string{"a": "5", "b": "2"}, expr.Scored, "0", ""},
		{"some of none", map[string]string{"a": "0", "b": "6"}, expr.NotAssessed, "", ""},
	})
	bands := scoringtest.LeafOf("2", &kinds.Bands{Part: "b", Of: "a", IfZero: kinds.ZeroMax, Over: true, Steps: []kinds.Band{{Above: scoringtest.Opt("1.2"), Points: scoringtest.Dec("2")}, {From: scoringtest.Opt("1"), Points: scoringtest.Dec("1")}}}, a, b)
	runRows(t, bands, []row{
		{"over a higher edge", map[string]string{"a": "5", "b": "7"}, expr.Scored, "2", ""},
		{"at it", map[string]string{"a": "5", "b": "6"}, expr.Scored, "1", "6/5 = 120% ≥ 100% → 1; hụt 1 so với tối đa 2"},
		{"under", map[string]string{"a": "5", "b": "4"}, expr.Scored, "0", ""},
	})
	line := scoringtest.LeafOf("2", &kinds.Line{Part: "b", Of: "a", ZeroAt: scoringtest.Dec("1"), FullAt: scoringtest.Dec("1.5"), IfZero: kinds.ZeroNone, Over: true}, a, b)
	runRows(t, line, []row{
		{"growth", map[string]string{"a": "100", "b": "125"}, expr.Scored, "1", "125/100 = 125% → (125% − 100%)/(150% − 100%) × 2 = 1; hụt 1 so với tối đa 2"},
		{"no growth", map[string]string{"a": "100", "b": "99"}, expr.Scored, "0", ""},
		{"much", map[string]string{"a": "100", "b": "400"}, expr.Scored, "2", ""},
	})
	if got := line.Placed().Yardsticks(); !slices.Equal(got, []string{"a"}) {
		t.Errorf("yardsticks %v", got)
	}
}
