package compare_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/rules/rulestest"
	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
	"cchc/scoring/scoringtest"
)

// split is the 2023 set of another year in which 7.1.5 became 7.1.5 and 7.1.8, and 7.6.1 with 7.6.2 became 7.6.1.
func split(t *testing.T) (old, now *scoring.RuleSet) {
	t.Helper()
	old, now = rulestest.LoadSet(t, "2023"), rulestest.NextYear(t)
	group := now.Find("7.1")
	part := *now.Find("7.1.5")
	half := part.Max.Div(scoringtest.Dec("2"))
	part.Number, part.Name, part.Max, part.Was = "7.1.8", part.Name+" cấp xã", half, scoring.WasOf([]string{"7.1.5"})
	now.Find("7.1.5").Max, now.Find("7.1.5").Was = half, part.Was
	group.Children = append(group.Children, part)
	merged := now.Find("7.6.1")
	merged.Max, merged.Was = merged.Max.Add(now.Find("7.6.2").Max), scoring.WasOf([]string{"7.6.1", "7.6.2"})
	drop(now.Find("7.6"), "7.6.2")
	return old, now
}

func drop(group *scoring.Criterion, number string) {
	var kept []scoring.Criterion
	for _, c := range group.Children {
		if c.Number != number {
			kept = append(kept, c)
		}
	}
	group.Children = kept
}

// What was split or merged is told so in both directions, with the points together, and neither as new nor as gone; no point is lost.
func TestSplitAndMerged(t *testing.T) {
	old, now := split(t)
	if found := compare.CheckOrigins(now, old); len(found) > 0 {
		t.Fatalf("%v", found)
	}
	half, whole := "0,5", "1"
	if old.Find("7.1.5").Max.String() != "1" {
		t.Fatal("the rule set is another")
	}
	for _, c := range []struct {
		from, to *scoring.RuleSet
		want     []string
	}{
		{old, now, []string{
			"7.1.5 ← 7.1.5: Tách từ: 7.1.5 (" + whole + " điểm) → 7.1.5 (" + half + " điểm) + 7.1.8 (" + half + " điểm) = " + whole + " điểm [Tách từ 7.1.5]",
			"7.1.8 ← 7.1.5: Tách từ: 7.1.5 (" + whole + " điểm) → 7.1.5 (" + half + " điểm) + 7.1.8 (" + half + " điểm) = " + whole + " điểm [Tách từ 7.1.5]",
			"7.6.1 ← 7.6.1, 7.6.2: Gộp từ: 7.6.1 (0,4 điểm) + 7.6.2 (0,3 điểm) = 0,7 điểm → 7.6.1 (0,7 điểm) [Gộp từ 7.6.1, 7.6.2]",
			" ← 7.1.5: Tách thành: 7.1.5 (" + whole + " điểm) → 7.1.5 (" + half + " điểm) + 7.1.8 (" + half + " điểm) = " + whole + " điểm []",
			" ← 7.6.1: Gộp vào: 7.6.1 (0,4 điểm) + 7.6.2 (0,3 điểm) = 0,7 điểm → 7.6.1 (0,7 điểm) []",
			" ← 7.6.2: Gộp vào: 7.6.1 (0,4 điểm) + 7.6.2 (0,3 điểm) = 0,7 điểm → 7.6.1 (0,7 điểm) []",
		}},
	} {
		changes, refused := compare.Diff(c.from, c.to)
		if refused != nil {
			t.Fatal(refused)
		}
		var got []string
		for _, row := range changes.Rows {
			if row.Has(compare.ClassNew) || row.Has(compare.ClassDropped) {
				t.Errorf("%s%s is called new or gone", row.Number(), row.Was())
			}
			if row.Has(compare.ClassSplit) || row.Has(compare.ClassMerged) {
				got = append(got, fmt.Sprintf("%s ← %s: %s [%s]", row.Number(), row.Was(), row.Details[0], row.Letter.Known))
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Error(diff)
		}
		for _, area := range changes.Summary.Areas {
			sum := scoringtest.Dec("0")
			for _, line := range area.Lines() {
				sum = sum.Add(line.Points.Decimal)
			}
			if !sum.Equal(area.Change()) {
				t.Errorf("the lines of %s come to %s, not %s", area.Area().Number, sum, area.Change())
			}
		}
	}
	back, _ := compare.Diff(now, old)
	var classes []string
	for _, row := range back.Rows {
		if len(row.Classes) > 0 && row.After != nil {
			classes = append(classes, row.Number()+" "+strings.ToLower(row.Classes[0].Words()))
		}
	}
	if diff := cmp.Diff([]string{"7.1.5 gộp", "7.6.1 tách", "7.6.2 tách"}, classes); diff != "" {
		t.Errorf("back: %s", diff)
	}
}

// An old number that two claim is a slip, unless each of them lists it; and a number listed must be there.
func TestListedOrigins(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(now *scoring.RuleSet)
		want []problem.Code
	}{
		{"sound", func(*scoring.RuleSet) {}, nil},
		{"one of two lists it, the other says nothing", func(now *scoring.RuleSet) { now.Find("7.1.5").Was = "" }, []problem.Code{problem.SetWasTwice}},
		{"one of two lists it, the other says it plainly", func(now *scoring.RuleSet) { now.Find("7.1.8").Was = "7.1.5" }, []problem.Code{problem.SetWasTwice}},
		{"a number that is not there", func(now *scoring.RuleSet) { now.Find("7.6.1").Was = scoring.WasOf([]string{"7.6.1", "7.9.9"}) }, []problem.Code{problem.SetWas}},
		{"a number twice in one list", func(now *scoring.RuleSet) { now.Find("7.6.1").Was = scoring.WasOf([]string{"7.6.1", "7.6.1"}) }, []problem.Code{problem.SetWasTwice}},
	} {
		t.Run(c.name, func(t *testing.T) {
			old, now := split(t)
			c.edit(now)
			var got []problem.Code
			for _, p := range compare.CheckOrigins(now, old) {
				got = append(got, p.Code)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A list of one number that nobody else lists says no more than the number itself.
func TestLoneListIsPlain(t *testing.T) {
	old, now := rulestest.LoadSet(t, "2023"), rulestest.NextYear(t)
	now.Find("7.1.5").Was = scoring.WasOf([]string{"7.1.5"})
	changes, _ := compare.Diff(old, now)
	for _, row := range changes.Rows {
		if len(row.Classes) > 0 {
			t.Errorf("%s: %v", row.Number(), row.Classes)
		}
	}
}

// The annex says what identity knows, a word by hand wins, and where a letter is known that says it of every row, only its words stand.
func TestWhatIdentityKnows(t *testing.T) {
	old, now := rulestest.LoadSet(t, "2023"), rulestest.NextYear(t)
	now.Find("1.2").Name = "Báo cáo"
	now.Find("1.3").Name, now.Find("1.3").ContentStatus = "Kiểm tra", "Đổi tiêu chí"
	area := now.Find("3")
	drop(area, "3.6")
	rulestest.Renumber(now.Find("3.7"), "3.6")
	now.Find("3.6").Was = "3.7"
	area.Children = append(area.Children, scoring.Criterion{Number: "3.7", Name: "Việc mới", Was: scoring.NoPrevious, Max: scoringtest.Dec("1"), Rule: &kinds.Manual{}})
	said := func(before, after *scoring.RuleSet) (words []string) {
		changes, refused := compare.Diff(before, after)
		if refused != nil {
			t.Fatal(refused)
		}
		for _, row := range changes.Rows {
			if row.InLetter() && row.Letter.Content() != "" {
				words = append(words, row.LetterNumber()+" "+row.Letter.Content())
			}
			if row.Letter.Known != "" && before.Year == 2022 {
				t.Errorf("%s: the letter does not say %q", row.Number(), row.Letter.Known)
			}
		}
		return words
	}
	want := []string{"1.2 Đổi tên", "1.3 Đổi tiêu chí", "3.6 Chuyển từ 3.7", "3.7 Mới", "(3.6) Không còn"}
	if diff := cmp.Diff(want, said(old, now)); diff != "" {
		t.Error(diff)
	}
	if words := said(rulestest.LoadSet(t, "2022"), old); len(words) != 11 {
		t.Errorf("of the letter %d words stand: %v", len(words), words)
	}
}
