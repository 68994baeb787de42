package ranking

import (
	"strings"
	"testing"
)

// TestRankOfRepeatedUnits counts a unit once, and tells its results apart even where they are of one file.
func TestRankOfRepeatedUnits(t *testing.T) {
	first, second, other := standingOf("Sở:A", "30 30 40", ""), standingOf("Sở:A", "30 30 30", ""), standingOf("Sở:B", "1 1 1", "")
	first.File, second.File = "nop/a.xlsx", "nop/a.xlsx"
	first.Origin, second.Origin = "cu.jsonl, dòng 2", "moi.jsonl, dòng 1"
	for _, standings := range [][]Standing{{first, second, other}, {other, second, first}} {
		r := Rank(hundredPoints(), standings, Options{})
		if b := r.Blocks[0]; b.Units != 2 || len(b.Places) != 3 {
			t.Errorf("%d units in %d places, want 2 in 3", b.Units, len(b.Places))
		}
		if n := r.Count(); n != (UnitCount{Units: 2, Ranked: 1, StandIns: 1}) {
			t.Errorf("counted %+v", n)
		}
		want := "nop/a.xlsx (cu.jsonl, dòng 2), nop/a.xlsx (moi.jsonl, dòng 1)"
		if got := r.Problems[0].Text(); !strings.Contains(got, want) {
			t.Errorf("%q does not name %q", got, want)
		}
	}
	second.File = "nop/b.xlsx"
	r := Rank(hundredPoints(), []Standing{first, second}, Options{})
	if got := r.Problems[0].Text(); !strings.Contains(got, "nop/a.xlsx, nop/b.xlsx.") {
		t.Errorf("files that tell the results apart need no more: %q", got)
	}
}

// TestMeansThatMayChange are those over a provisional result.
func TestMeansThatMayChange(t *testing.T) {
	r := Rank(hundredPoints(), []Standing{
		standingOf("Sở:A", "30 ? 40", "10 10 10"), standingOf("Sở:B", "20 20 20", "20 20 20"), standingOf("Ban:C", "? 1 1", ""),
	}, Options{})
	ban, so := r.Blocks[0], r.Blocks[1]
	if m := so.Means; !m.SelfOpen || m.AppraisedOpen || m.CountingOpen {
		t.Errorf("the block with a full appraisal: %+v", m)
	}
	if m := ban.Means; !m.SelfOpen || m.AppraisedOpen || !m.CountingOpen {
		t.Errorf("the block without: %+v", m)
	}
	if a := ban.Areas; !a[0].Open || a[1].Open {
		t.Errorf("the areas: %v, %v", a[0].Open, a[1].Open)
	}
}
