package scoring_test

import (
	"slices"
	"testing"

	"cchc/scoring"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

func TestExamples(t *testing.T) {
	leaf := scoringtest.LeafOf("1.5", &kinds.Ratio{Part: "b", Of: "a", AtLeast: scoringtest.Opt("0.8"), IfZero: kinds.ZeroNotAssessed}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	leaf.Examples = []scoring.Example{
		scoringtest.ExampleOf("1.2", "a", "10", "b", "8"),
		scoringtest.ExampleOf("1.2", "a", "10", "b", "7"),
		scoringtest.ExampleOf("notAssessed", "a", "0", "b", "0"),
		scoringtest.ExampleOf("0", "a", "0", "b", "0"),
		scoringtest.ExampleOf("missing", "a", "3"),
		scoringtest.ExampleOf("1", "x", "3"),
	}
	got := scoring.Check(&scoring.RuleSet{Total: leaf.Max, Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{*leaf}})
	want := []string{"example-fails 1.1.examples[1]", "example-fails 1.1.examples[3]", "example-unknown-answer 1.1.examples[5].x"}
	if !slices.Equal(scoringtest.CodesOf(got), want) {
		t.Errorf("found %v, want %v", scoringtest.CodesOf(got), want)
	}
	if text := got[0].Text(); text != "1.1: ví dụ phải cho 1,20 điểm nhưng quy tắc cho 0,00 điểm (7/10 = 70% < 80% → 0)." {
		t.Errorf("said %q", text)
	}
}
