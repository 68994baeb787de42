package proof

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

func TestCoverageNamesWhatNoExampleReaches(t *testing.T) {
	leaf := scoringtest.LeafOf("1.5", &kinds.Ratio{Part: "b", Of: "a", AtLeast: scoringtest.Opt("0.8"), IfZero: kinds.ZeroNotAssessed}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	leaf.Examples = []scoring.Example{scoringtest.ExampleOf("1.2", "a", "10", "b", "8")}
	got := coverageOf(leaf, &work{left: leafWork})
	want := []string{"Số a = 0 → không đánh giá", "b/a = … < 80% → …"}
	if got.Total != 3 || !cmp.Equal(got.Missing, want) {
		t.Errorf("of %d branches %q are missing, want %q of 3", got.Total, got.Missing, want)
	}
	leaf.Examples = append(leaf.Examples, scoringtest.ExampleOf("0", "a", "10", "b", "1"), scoringtest.ExampleOf("notAssessed", "a", "0", "b", "0"))
	if got := coverageOf(leaf, &work{left: leafWork}); len(got.Missing) > 0 {
		t.Errorf("%q are missing", got.Missing)
	}
}
