package rules

import (
	"strings"
	"testing"

	"cchc/scoring"
)

// FuzzFilled holds for any bytes taken as a file of answers: no panic, every finding at its place, and what is taken without
// one belongs to the rule set and scores within it.
func FuzzFilled(f *testing.F) {
	catalog, err := Open()
	if err != nil {
		f.Fatal(err)
	}
	set, err := catalog.Load("2023")
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range fuzzSeeds(f, "../samples/*.yaml") {
		f.Add(seed)
	}
	f.Add([]byte(`{"answers": {"1.1": {"a": 10, "b": 9}, "1.2": {"muc": 1}}, "exempt": ["2"], "evidence": {"1.1": "x"}}`))
	f.Add([]byte("answers: {\"1\": {a: 1}, \"9.9\": {a: 1e9}, \"1.2\": {muc: 1.5, a: ~}}\nexempt: [\"9\"]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		filled, findings := DecodeFilled("x.yaml", data, set.Rules)
		lines := strings.Split(string(data), "\n")
		for _, finding := range findings {
			checkFinding(t, finding, lines)
		}
		if Faulty(findings) {
			return
		}
		for key := range filled.Submission.Answers {
			if leaf := set.Rules.Find(key.Leaf); leaf == nil || !leaf.IsLeaf() {
				t.Errorf("an answer to %s", key)
			}
		}
		result := scoring.Score(set.Rules, filled.Submission)
		if points := result.Self.Points; points.IsNegative() || points.GreaterThan(set.Rules.Total) {
			t.Errorf("%s points of %s", points, set.Rules.Total)
		}
	})
}
