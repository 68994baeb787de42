package kinds_test

import (
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
	"cchc/scoring/scoringtest"
)

func ratioWay(part, of kinds.InputName) kinds.Way {
	return kinds.Way{Rule: &kinds.Ratio{Part: part, Of: of, IfZero: kinds.ZeroNone}}
}

func TestBestOfTwoWays(t *testing.T) {
	small := kinds.Way{Max: scoringtest.Opt("6"), Rule: &kinds.Checklist{Items: []kinds.Item{{Answer: "k", Points: scoringtest.Dec("4")}, {Answer: "l", Points: scoringtest.Dec("2")}}}}
	leaf := scoringtest.LeafOf("8", &kinds.Best{Of: []kinds.Way{ratioWay("b", "a"), small}},
		scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), scoringtest.YesNoIn("k"), scoringtest.YesNoIn("l"))
	runRows(t, leaf, []row{
		{"the first", map[string]string{"a": "4", "b": "3", "k": "1", "l": "0"}, expr.Scored, "6",
			"cách 1: 3/4 × 8 = 6; cách 2: Việc k: Có → 4; Việc l: Không → 0; cộng = 4; lấy cách cao nhất → 6; hụt 2 so với tối đa 8"},
		{"the second", map[string]string{"a": "4", "b": "1", "k": "1", "l": "0"}, expr.Scored, "4", ""},
		{"both alike", map[string]string{"a": "4", "b": "2", "k": "1", "l": "0"}, expr.Scored, "4", ""},
		{"the first left blank", map[string]string{"k": "1", "l": "1"}, expr.Scored, "6", "cách 2: Việc k: Có → 4; Việc l: Có → 2; cộng = 6; lấy cách cao nhất → 6; hụt 2 so với tối đa 8"},
		{"the second left blank", map[string]string{"a": "8", "b": "8"}, expr.Scored, "8", "cách 1: 8/8 × 8 = 8; lấy cách cao nhất → 8"},
		{"a blank in one way does not void the other", map[string]string{"a": "8", "k": "1", "l": "0"}, expr.Scored, "4", ""},
		{"a breach in one way does", map[string]string{"a": "8", "b": "9", "k": "1", "l": "1"}, expr.Invalid, "", ""},
		{"both left blank", nil, expr.Missing, "", ""},
		{"both begun", map[string]string{"a": "8", "k": "1"}, expr.Missing, "", ""},
	})
}

// A way that was begun and not finished does not count, and that is said; one left blank as a whole is no matter.
func TestBestWarnsOfAWayThatWasBegun(t *testing.T) {
	leaf := scoringtest.LeafOf("8", &kinds.Best{Of: []kinds.Way{ratioWay("b", "a"), ratioWay("c", "a"), ratioWay("e", "d")}},
		scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), scoringtest.NumberIn("c"), scoringtest.NumberIn("d"), scoringtest.NumberIn("e"))
	for given, want := range map[string]int{"d": 1, "": 0} {
		values := map[string]string{"a": "8", "b": "4"}
		if given != "" {
			values[given] = "5"
		}
		result := scoringtest.ScoreLeaf(leaf, scoringtest.Given(t, leaf, values))
		if got := result.Nodes[0].Self; got.State != expr.Scored || !got.Points.Equal(scoringtest.Dec("4")) {
			t.Errorf("%v: %v %s", values, got.State, got.Points)
		}
		if len(result.Problems) != want {
			t.Errorf("%v: %v", values, result.Problems)
		}
		for _, p := range result.Problems {
			if p.Code != problem.AnswerMissing || p.Severity != problem.Warning || p.Path != "1.1:e" {
				t.Errorf("%v: %v", values, p)
			}
		}
	}
}

func TestBestTwoOfThree(t *testing.T) {
	way := func(name kinds.InputName) kinds.Way {
		return kinds.Way{Max: scoringtest.Opt("5"), Rule: &kinds.Line{Number: name, FullAt: scoringtest.Dec("10")}}
	}
	leaf := scoringtest.LeafOf("10", &kinds.Best{Take: 2, Of: []kinds.Way{way("x"), way("y"), way("z")}}, scoringtest.NumberIn("x"), scoringtest.NumberIn("y"), scoringtest.NumberIn("z"))
	runRows(t, leaf, []row{
		{"the two best", map[string]string{"x": "4", "y": "10", "z": "6"}, expr.Scored, "8",
			"cách 1: Số x: 4 → 4/10 × 5 = 2; cách 2: Số y: 10 ≥ 10 → 5; cách 3: Số z: 6 → 6/10 × 5 = 3; cộng 2 cách cao nhất = 8; hụt 2 so với tối đa 10"},
		{"only one is there", map[string]string{"y": "6"}, expr.Scored, "3", ""},
		{"two are there", map[string]string{"y": "6", "z": "2"}, expr.Scored, "4", ""},
		{"all alike", map[string]string{"x": "10", "y": "10", "z": "10"}, expr.Scored, "10", ""},
	})
}
