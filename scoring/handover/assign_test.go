package handover_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/rules/rulestest"
	"cchc/scoring"
	"cchc/scoring/handover"
	"cchc/scoring/scoringtest"
)

// TestPart: a part has its leaves under their headings, their points, and the relations that lie within it.
func TestPart(t *testing.T) {
	rs := rulestest.LoadSet(t, "2023")
	rs.CrossChecks = []scoring.CrossCheck{{Left: "1.1:a", Right: "8.1:a"}, {Left: "8.1:a", Right: "1.1:b"}, {Left: "1.1:a", Right: "1.3.1:a"}}
	part := handover.Part(rs, []string{"1.1", "1.3.1", "7.1.2"})
	var got []string
	for node := range part.All() {
		got = append(got, node.Number+" "+node.Max.String())
	}
	if diff := cmp.Diff([]string{"1 2.5", "1.1 1.5", "1.3 1", "1.3.1 1", "7 1", "7.1 1", "7.1.2 1"}, got); diff != "" {
		t.Error(diff)
	}
	if want := []scoring.CrossCheck{rs.CrossChecks[2]}; !cmp.Equal(want, part.CrossChecks) || !part.Total.Equal(scoringtest.Dec("3.5")) {
		t.Errorf("%v, %s points in all", part.CrossChecks, part.Total)
	}
	if !rs.Total.Equal(scoringtest.Dec("65")) || len(rs.Find("1.3").Children) != 2 || !rs.Find("1.3").Max.Equal(scoringtest.Dec("2")) {
		t.Error("the whole was changed")
	}
}

func TestAssign(t *testing.T) {
	rs := rulestest.LoadSet(t, "2023")
	a := handover.Assign(rs, []handover.Charge{{Number: "1.4.2", Departments: []string{"B"}}, {Number: "1", Departments: []string{"A"}},
		{Number: "1.4", Departments: []string{"C", "A"}}, {Number: "3.4", Departments: []string{"D"}}})
	for leaf, want := range map[string][]string{"1.1": {"A"}, "1.4.1": {"C", "A"}, "1.4.2": {"B"}, "3.4": {"D"}, "3.5.2": nil, "2.1.1": nil} {
		if diff := cmp.Diff(want, a[leaf]); diff != "" {
			t.Errorf("%s: %s", leaf, diff)
		}
	}
	if diff := cmp.Diff([]string{"A", "B", "C", "D"}, a.Departments()); diff != "" {
		t.Error(diff)
	}
	var open []string
	for _, node := range a.Unassigned(rs) {
		open = append(open, node.Number)
	}
	if len(open) < 4 || open[0] != "2" || open[1] != "3.1" || open[len(open)-1] != "8" {
		t.Errorf("unassigned: %v", open)
	}
}
