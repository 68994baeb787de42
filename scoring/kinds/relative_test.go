package kinds_test

import (
	"slices"
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
	"cchc/scoring/scoringtest"
)

// figureIn is an answer that an announced figure fills.
func figureIn(name string) expr.Input {
	in := scoringtest.NumberIn(name)
	in.Whole, in.Figure = false, name
	return in
}

func TestRelativeToTheBest(t *testing.T) {
	leaf := scoringtest.LeafOf("40", &kinds.Relative{Part: "b", Of: "a", Best: "tot", IfZero: kinds.ZeroNone}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), scoringtest.NumberIn("tot"))
	runRows(t, leaf, []row{
		{"half of the best", map[string]string{"a": "20", "b": "50", "tot": "5"}, expr.Scored, "20", "(50/20)/5 × 40 = 20; hụt 20 so với tối đa 40"},
		{"a third", map[string]string{"a": "3", "b": "1", "tot": "1"}, expr.Scored, "13.33", "(1/3)/1 × 40 ≈ 13,3333 → làm tròn 13,33; hụt 26,67 so với tối đa 40"},
		{"the best itself", map[string]string{"a": "20", "b": "100", "tot": "5"}, expr.Scored, "40", "100/20 ≥ 5 → 40"},
		{"over what was rounded", map[string]string{"a": "20", "b": "101", "tot": "5"}, expr.Scored, "40", ""},
		{"nobody to share with", map[string]string{"a": "0", "b": "101", "tot": "5"}, expr.Scored, "0", "Số a = 0 → 0; hụt 40 so với tối đa 40"},
		{"nobody has any", map[string]string{"a": "20", "b": "0", "tot": "0"}, expr.Scored, "0", "Số tot = 0 → 0; hụt 40 so với tối đa 40"},
		{"blank", map[string]string{"a": "5", "tot": "3"}, expr.Missing, "", ""},
	})
	if got := leaf.Placed().Yardsticks(); !slices.Equal(got, []string{"a", "tot"}) {
		t.Errorf("yardsticks %v", got)
	}
}

func TestRelativeBetweenWorstAndBest(t *testing.T) {
	x := scoringtest.NumberIn("x")
	best, worst := scoringtest.NumberIn("tot"), scoringtest.NumberIn("kem")
	leaf := scoringtest.LeafOf("10", &kinds.Relative{Number: "x", Best: "tot", Worst: "kem", IfZero: kinds.ZeroMax}, x, best, worst)
	runRows(t, leaf, []row{
		{"between", map[string]string{"x": "7", "tot": "10", "kem": "4"}, expr.Scored, "5", "(7 − 4)/(10 − 4) × 10 = 5; hụt 5 so với tối đa 10"},
		{"best", map[string]string{"x": "10", "tot": "10", "kem": "4"}, expr.Scored, "10", "10 ≥ 10 → 10"},
		{"worst", map[string]string{"x": "4", "tot": "10", "kem": "4"}, expr.Scored, "0", "4 ≤ 4 → 0; hụt 10 so với tối đa 10"},
		{"all alike", map[string]string{"x": "4", "tot": "4", "kem": "4"}, expr.Scored, "10", "Số tot = Số kem → đạt điểm tối đa 10"},
		{"the figures the wrong way round", map[string]string{"x": "5", "tot": "4", "kem": "10"}, expr.Invalid, "", "“Số tot” là 4, “Số kem” là 10: hai số công bố ngược nhau."},
	})
	x.Better = expr.BetterLess
	fewer := scoringtest.LeafOf("10", &kinds.Relative{Number: "x", Best: "tot", Worst: "kem", IfZero: kinds.ZeroMax}, x, best, worst)
	runRows(t, fewer, []row{
		{"fewer is better", map[string]string{"x": "5", "tot": "4", "kem": "10"}, expr.Scored, "8.33", "(5 − 10)/(4 − 10) × 10 ≈ 8,3333 → làm tròn 8,33; hụt 1,67 so với tối đa 10"},
		{"fewest", map[string]string{"x": "3", "tot": "4", "kem": "10"}, expr.Scored, "10", "3 ≤ 4 → 10"},
		{"most", map[string]string{"x": "12", "tot": "4", "kem": "10"}, expr.Scored, "0", ""},
		{"the wrong way round", map[string]string{"x": "5", "tot": "10", "kem": "4"}, expr.Invalid, "", ""},
	})
	ratio := scoringtest.LeafOf("10", &kinds.Relative{Part: "x", Of: "a", Best: "tot", Worst: "kem", IfZero: kinds.ZeroNotAssessed},
		scoringtest.NumberIn("x"), scoringtest.NumberIn("a"), best, worst)
	runRows(t, ratio, []row{
		{"a ratio between", map[string]string{"x": "14", "a": "2", "tot": "10", "kem": "4"}, expr.Scored, "5", "(14/2 − 4)/(10 − 4) × 10 = 5; hụt 5 so với tối đa 10"},
		{"nothing to measure against", map[string]string{"x": "14", "a": "0", "tot": "10", "kem": "4"}, expr.NotAssessed, "", ""},
	})
}

// Until it is announced, a figure is nobody's fault: the leaf awaits, and says what for.
func TestFigureIsAwaited(t *testing.T) {
	leaf := scoringtest.LeafOf("45", &kinds.Relative{Part: "b", Of: "a", Best: "tb", IfZero: kinds.ZeroNone}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), figureIn("tb"))
	await := scoringtest.ScoreLeaf(leaf, scoringtest.Given(t, leaf, map[string]string{"a": "90", "b": "63"}))
	if got := await.Nodes[0].Self; got.State != expr.Awaiting || got.Explanation != "Chờ công bố “Số tb”." || got.Pending != 1 {
		t.Errorf("%v: %s", got.State, got.Explanation)
	}
	if got := scoringtest.CodesOf(await.Problems); !slices.Equal(got, []string{string(problem.FigureAwaited) + " 1.1:tb"}) {
		t.Errorf("problems %v", got)
	}
	blank := scoringtest.ScoreLeaf(leaf, scoringtest.Given(t, leaf, map[string]string{"a": "90"}))
	if got := blank.Nodes[0].Self.State; got != expr.Missing {
		t.Errorf("what the unit owes counts first: %v", got)
	}
	said := scoringtest.ScoreLeaf(leaf, scoringtest.Given(t, leaf, map[string]string{"a": "90", "b": "63", "tb": "0.725"}))
	if got := said.Nodes[0].Self.Explanation; got != "(63/90)/0,725 × 45 ≈ 43,4483 → làm tròn 43,45; hụt 1,55 so với tối đa 45" {
		t.Error(got)
	}
}
