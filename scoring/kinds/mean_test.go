package kinds_test

import (
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

// One full third of 70 is 23.33, where three thirds of 23.34, 23.33 and 23.33 points would give 23.34.
func TestMean(t *testing.T) {
	leaf := scoringtest.LeafOf("70", &kinds.Mean{Of: []kinds.Way{ratioWay("b", "a"), ratioWay("c", "a"), ratioWay("d", "a")}},
		scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), scoringtest.NumberIn("c"), scoringtest.NumberIn("d"))
	runRows(t, leaf, []row{
		{"one full third", map[string]string{"a": "10", "b": "10", "c": "0", "d": "0"}, expr.Scored, "23.33",
			"10/10 × 70 = 70; 0/10 × 70 = 0; 0/10 × 70 = 0; trung bình cộng ≈ 23,3333 → làm tròn 23,33; hụt 46,67 so với tối đa 70"},
		{"all", map[string]string{"a": "10", "b": "10", "c": "10", "d": "10"}, expr.Scored, "70", ""},
		{"parts", map[string]string{"a": "10", "b": "9", "c": "5", "d": "1"}, expr.Scored, "35", ""},
		{"a blank voids it", map[string]string{"a": "10", "b": "9", "c": "5"}, expr.Missing, "", ""},
	})
}

// Four judges: the highest and the lowest mark are dropped.
func TestMeanWithoutExtremes(t *testing.T) {
	mean := &kinds.Mean{Trim: 1}
	var inputs []expr.Input
	for _, judge := range []string{"g1", "g2", "g3", "g4"} {
		in := scoringtest.NumberIn(judge)
		in.Whole, in.Max = false, scoringtest.Opt("10")
		inputs = append(inputs, in)
		mean.Of = append(mean.Of, kinds.Way{Rule: &kinds.Line{Number: kinds.InputName(judge), FullAt: scoringtest.Dec("10")}})
	}
	leaf := scoringtest.LeafOf("10", mean, inputs...)
	runRows(t, leaf, []row{
		{"all different", map[string]string{"g1": "9.5", "g2": "8", "g3": "9", "g4": "7"}, expr.Scored, "8.5", ""},
		{"two alike at the top", map[string]string{"g1": "9", "g2": "9", "g3": "8", "g4": "1"}, expr.Scored, "8.5", ""},
		{"all alike", map[string]string{"g1": "9.1", "g2": "9.1", "g3": "9.1", "g4": "9.1"}, expr.Scored, "9.1", ""},
		{"a blank", map[string]string{"g1": "9.1", "g2": "9.1", "g3": "9.1"}, expr.Missing, "", ""},
	})
}
