package kinds_test

import (
	"testing"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/scoringtest"
)

// row is one case of a kind's table: answers, and what they give.
type row struct {
	name   string
	given  map[string]string
	state  expr.State
	points string
	words  string // the whole explanation, or "" where it is not the point of the row
}

func runRows(t *testing.T, leaf *scoring.Criterion, rows []row) {
	t.Helper()
	if found := scoring.Check(&scoring.RuleSet{Total: leaf.Max, Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{*leaf}}); len(found) > 0 {
		t.Fatalf("the rule itself is faulty: %v", found)
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got := scoringtest.ScoreLeaf(leaf, scoringtest.Given(t, leaf, row.given)).Nodes[0].Self
			if got.State != row.state {
				t.Errorf("state %v, want %v (%s)", got.State, row.state, got.Explanation)
			}
			if row.state == expr.Scored && !got.Points.Equal(scoringtest.Dec(row.points)) {
				t.Errorf("points %s, want %s (%s)", got.Points, row.points, got.Explanation)
			}
			if row.words != "" && got.Explanation != row.words {
				t.Errorf("explanation\n got %s\nwant %s", got.Explanation, row.words)
			}
		})
	}
}
