package compare

import (
	"slices"
	"testing"

	"cchc/scoring/scoringtest"
)

func TestCheckOrigins(t *testing.T) {
	before, after := scoringtest.TwoAreas(), scoringtest.TwoAreas()
	after.Criteria[0].Children[0].Was = "1.7"
	after.Criteria[0].Children[1].Was = "2"
	want := []string{"set-was 1.1.was", "set-was-twice 2.was"}
	if got := scoringtest.CodesOf(CheckOrigins(after, before)); !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
	before.Criteria[0].Children, before.Criteria[0].NotDetailed = nil, true
	after.Criteria[0].Children[0].Was, after.Criteria[0].Children[1].Was = "", ""
	if got := scoringtest.CodesOf(CheckOrigins(after, before)); len(got) > 0 {
		t.Errorf("below what is not detailed nothing is known, yet found %v", got)
	}
}
