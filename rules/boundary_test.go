package rules_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/proof"
)

// TestBoundariesReachEveryLeafsEnds asks of the test table of the 2023 set that each leaf shows its maximum, none, and few
// enough lines for a person to look through.
func TestBoundariesReachEveryLeafsEnds(t *testing.T) {
	rs := load(t, "2023")
	total := 0
	for _, leaf := range rs.Leaves() {
		rows := proof.Boundaries(rs, leaf)
		total += len(rows)
		full, none := false, false
		for _, row := range rows {
			scored := row.Tally.State == expr.Scored
			full = full || scored && row.Tally.Points.Equal(leaf.Max)
			none = none || scored && row.Tally.Points.IsZero()
		}
		if !full {
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

// TestBoundariesShowEachEdge holds the lines of some leaves to those that an official would try.
func TestBoundariesShowEachEdge(t *testing.T) {
	rs := load(t, "2023")
	for _, test := range []struct {
		number string
		want   []string // answers, then points or state
	}{
		{"1.1", []string{"a=0 b=0: notAssessed", "a=100 b=0: 0", "a=100 b=1: 0", "a=100 b=79: 0", "a=100 b=80: 1.2", "a=100 b=81: 1.22", "a=100 b=100: 1.5", "a=100 b=101: invalid"}},
		{"1.4.4", []string{"1=2 2=2: 0", "1=1 2=2: 0.2", "1=2 2=1: 0.1", "1=1 2=1: 0.3"}},
		{"2.1.1", []string{"a=0 b=0: notAssessed", "a=3 b=3: 2.5", "a=4 b=0: 0", "a=4 b=1: 0", "a=4 b=3: 0", "a=4 b=4: 2.5", "a=4 b=5: invalid", "a=5 b=5: 2.5", "a=6 b=6: 2.5",
			"a=100 b=0: 0", "a=100 b=1: 0", "a=100 b=69: 0", "a=100 b=70: 1.75", "a=100 b=71: 1.78", "a=100 b=100: 2.5", "a=100 b=101: invalid"}},
		{"7.3", []string{"a=0: 0", "a=1: 0", "a=11: 0", "a=12: 0.2", "a=13: 0.2", "a=51: 0.2", "a=52: 0.3", "a=53: 0.3", "a=199: 0.3", "a=200: 0.5", "a=201: 0.5"}},
	} {
		leaf := rs.Find(test.number)
		var got []string
		for _, row := range proof.Boundaries(rs, leaf) {
			got = append(got, boundaryText(leaf, row))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s", test.number, diff)
		}
	}
}

func boundaryText(leaf *scoring.Criterion, row proof.Boundary) string {
	var parts []string
	for _, in := range leaf.Inputs {
		answer := row.Answers[leaf.Key(in.Name)]
		if number, ok := answer.Number(); ok {
			parts = append(parts, in.Name+"="+number.String())
		} else if option, ok := answer.Option(); ok {
			parts = append(parts, in.Name+"="+strconv.Itoa(option))
		}
	}
	result := row.Tally.State.String()
	if row.Tally.State == expr.Scored {
		result = row.Tally.Points.String()
	}
	return strings.Join(parts, " ") + ": " + result
}
