package kinds_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

// What is taken off counts the other way round, all the way down; what counts both ways, or is asked for itself, is not turned.
func TestFewerOfWhatIsTakenOff(t *testing.T) {
	term := func(name, times string) expr.Term {
		return expr.Term{Answer: name, Times: scoringtest.Dec(times)}
	}
	inputs := []expr.Input{scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), scoringtest.NumberIn("c"), scoringtest.NumberIn("d"),
		{Name: "n", Kind: expr.NumberInput, From: []expr.Term{term("a", "1"), term("b", "-1"), term("m", "-2")}},
		{Name: "m", Kind: expr.NumberInput, From: []expr.Term{term("c", "1"), term("d", "-1")}}}
	number := func(name kinds.InputName) kinds.Rule {
		return &kinds.Line{Number: name, FullAt: scoringtest.Dec("9")}
	}
	for _, c := range []struct {
		name              string
		rule              kinds.Rule
		fewer, fixed, two []string
	}{
		{"more of n", number("n"), []string{"b", "c", "m"}, nil, nil},
		{"fewer of n", &kinds.Deduct{Tariffs: []kinds.Deduction{{Answer: "n", Each: scoringtest.Dec("1")}}}, []string{"a", "d", "n"}, nil, nil},
		{"b by itself too", &kinds.Mean{Of: []kinds.Way{{Rule: number("n")}, {Rule: number("b")}}}, []string{"c", "m"}, nil, nil},
		{"measured against", &kinds.Ratio{Part: "a", Of: "m", IfZero: kinds.ZeroNone}, nil, []string{"c", "d"}, nil},
		{"counted and measured against", &kinds.Ratio{Part: "n", Of: "m", IfZero: kinds.ZeroNone}, []string{"b", "c", "m"}, []string{"c", "d"}, []string{"c", "d"}},
	} {
		leaf := scoringtest.LeafOf("1", c.rule, inputs...).Placed()
		fewer := leaf.Fewer()
		slices.Sort(fewer)
		for _, pair := range [][2][]string{{c.fewer, fewer}, {c.fixed, leaf.Yardsticks()}, {c.two, leaf.BothWays()}} {
			if !slices.Equal(pair[0], pair[1]) {
				t.Errorf("%s: %s", c.name, cmp.Diff(pair[0], pair[1]))
			}
		}
	}
}
