package scoring

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

func example(outcome string, pairs ...string) Example {
	e := Example{Answers: map[string]decimal.Decimal{}}
	for i := 0; i < len(pairs); i += 2 {
		e.Answers[pairs[i]] = dec(pairs[i+1])
	}
	if state, ok := ParseState(outcome); ok {
		e.State = state
	} else {
		e.Points = opt(outcome)
	}
	return e
}

func TestExamples(t *testing.T) {
	leaf := leafOf("1.5", &Ratio{Part: "b", Of: "a", AtLeast: opt("0.8"), IfZero: ZeroNotAssessed}, numberIn("a"), numberIn("b"))
	leaf.Examples = []Example{
		example("1.2", "a", "10", "b", "8"),
		example("1.2", "a", "10", "b", "7"),
		example("notAssessed", "a", "0", "b", "0"),
		example("0", "a", "0", "b", "0"),
		example("missing", "a", "3"),
		example("1", "x", "3"),
	}
	got := checkExamples(leaf, 2)
	want := []string{"example-fails 1.1.examples[1]", "example-fails 1.1.examples[3]", "example-unknown-answer 1.1.examples[5].x"}
	if !slices.Equal(codesOf(got), want) {
		t.Errorf("found %v, want %v", codesOf(got), want)
	}
	if text := got[0].Text(); text != "1.1: ví dụ phải cho 1,20 điểm nhưng quy tắc cho 0,00 điểm (7/10 = 70% < 80% → 0)." {
		t.Errorf("said %q", text)
	}
}

func TestCoverageNamesWhatNoExampleReaches(t *testing.T) {
	leaf := leafOf("1.5", &Ratio{Part: "b", Of: "a", AtLeast: opt("0.8"), IfZero: ZeroNotAssessed}, numberIn("a"), numberIn("b"))
	leaf.Examples = []Example{example("1.2", "a", "10", "b", "8")}
	got := covered(leaf, &work{left: leafWork})
	want := []string{"Số a = 0 → không đánh giá", "b/a = … < 80% → …"}
	if got.Total != 3 || !cmp.Equal(got.Missing, want) {
		t.Errorf("of %d branches %q are missing, want %q of 3", got.Total, got.Missing, want)
	}
	leaf.Examples = append(leaf.Examples, example("0", "a", "10", "b", "1"), example("notAssessed", "a", "0", "b", "0"))
	if got := covered(leaf, &work{left: leafWork}); len(got.Missing) > 0 {
		t.Errorf("%q are missing", got.Missing)
	}
}
