package rulebook

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

// FuzzInputs: whatever is typed where a book lists a leaf's answers, nothing panics, and what is read is written so that it is read
// again as the same.
func FuzzInputs(f *testing.F) {
	for seed := range uint64(40) {
		r := scoringtest.NewRandom(seed)
		rule, inputs := r.Rule(scoringtest.Dec("2"))
		f.Add(inputsText(scoringtest.LeafOf("2", rule, inputs...)))
	}
	f.Fuzz(func(t *testing.T, typed string) {
		inputs, problems := inputsOf(typed)
		if len(problems) > 0 {
			return
		}
		written := inputsText(&scoring.Criterion{Number: "1", Inputs: inputs, Rule: &kinds.Fixed{}})
		again, problems := inputsOf(written)
		if len(problems) > 0 || !cmp.Equal(inputs, again) {
			t.Errorf("typed %q, written %q: %v\n%s", typed, written, problems, cmp.Diff(inputs, again))
		}
	})
}
