package rules_test

import (
	"testing"

	"cchc/scoring"
)

// TestBoundariesReachEveryLeafsEnds asks of the test table of the 2023 set that each leaf shows its maximum, none, and few
// enough lines for a person to look through.
func TestBoundariesReachEveryLeafsEnds(t *testing.T) {
	rs := load(t, "2023")
	total := 0
	for _, leaf := range rs.Leaves() {
		rows := rs.Boundaries(leaf)
		total += len(rows)
		full, none := false, false
		for _, row := range rows {
			scored := row.Tally.State == scoring.Scored
			full = full || scored && row.Tally.Points.Equal(leaf.Max)
			none = none || scored && row.Tally.Points.IsZero()
		}
		if _, isSum := leaf.Rule.(*scoring.Sum); !full && !isSum {
			t.Errorf("%s never shows its maximum", leaf.Number)
		}
		if !none || len(rows) > 40 {
			t.Errorf("%s: zero shown %v, %d lines", leaf.Number, none, len(rows))
		}
	}
	if total < 300 || total > 1500 {
		t.Errorf("%d lines for the whole set", total)
	}
}
