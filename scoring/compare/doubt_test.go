package compare_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/rules/rulestest"
	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/problem"
	"cchc/scoring/scoringtest"
)

// forgotten are the ways in which a number goes to another criterion, with was forgotten everywhere.
var forgotten = []struct {
	name  string
	edit  func(rs *scoring.RuleSet)
	lines []string // "number was: value", as they are proposed
	kept  []string // "old → new" as the diff pairs them, of what is in doubt
	likes []string // and as the names have it
}{
	{"numbers exchanged", func(rs *scoring.RuleSet) {
		list := rs.Find("7.6").Children
		list[0], list[1] = list[1], list[0]
		renumbered("7.6", list)
	}, []string{"7.6.1 was: 7.6.2", "7.6.2 was: 7.6.1"}, []string{"7.6.1 → 7.6.1", "7.6.2 → 7.6.2"}, []string{"7.6.2 → 7.6.1", "7.6.1 → 7.6.2"}},
	{"one dropped, the next in its number", func(rs *scoring.RuleSet) {
		area := rs.Find("3")
		area.Children = slices.DeleteFunc(slices.Clone(area.Children), func(c scoring.Criterion) bool { return c.Number == "3.6" })
		rulestest.Renumber(&area.Children[len(area.Children)-1], "3.6")
	}, []string{"3.6 was: 3.7"}, []string{"3.6 → 3.6"}, []string{"3.7 → 3.6"}},
	{"one put in at the head", func(rs *scoring.RuleSet) {
		area := rs.Find("8")
		area.Children = slices.Insert(slices.Clone(area.Children), 0, scoring.Criterion{Name: "Việc mới", Max: scoringtest.Dec("1")})
		renumbered("8", area.Children)
	}, []string{"8.1 was: none", "8.2 was: 8.1", "8.3 was: 8.2"}, []string{"8.1 → 8.1", "8.2 → 8.2"}, []string{"8.1 → 8.2", "8.2 → 8.3"}},
	{"areas exchanged: their children go along", func(rs *scoring.RuleSet) {
		rs.Criteria[0], rs.Criteria[1] = rs.Criteria[1], rs.Criteria[0]
		renumbered("", rs.Criteria)
	}, []string{"1 was: 2", "2 was: 1"}, nil, []string{"2 → 1", "1 → 2"}},
	{"a slip put right in a name that moved", func(rs *scoring.RuleSet) {
		list := rs.Find("7.4").Children
		list[0].Name += " đã nộp"
		list[0], list[1] = list[1], list[0]
		renumbered("7.4", list)
	}, []string{"7.4.1 was: 7.4.2", "7.4.2 was: 7.4.1"}, []string{"7.4.1 → 7.4.1", "7.4.2 → 7.4.2"}, []string{"7.4.2 → 7.4.1", "7.4.1 → 7.4.2"}},
	{"one renamed is no doubt", func(rs *scoring.RuleSet) { rs.Find("3.6").Name = "Công khai thủ tục hành chính nội bộ" }, nil, nil, nil},
	{"the name of another that is still there is no doubt", func(rs *scoring.RuleSet) { rs.Find("3.6").Name = rs.Find("3.7").Name }, nil, nil, nil},
	{"a slip put right is no doubt", func(rs *scoring.RuleSet) { rs.Find("8.1").Name = rs.Find("8.2").Name + " được giao" }, nil, nil, nil},
}

func renumbered(parent string, list []scoring.Criterion) {
	for i := range list {
		number := strings.TrimPrefix(fmt.Sprintf("%s.%d", parent, i+1), ".")
		if list[i].Number != number {
			rulestest.Renumber(&list[i], number)
		}
	}
}

func proposed(doubts []compare.Doubt) []string {
	var all []string
	for _, doubt := range doubts {
		all = append(all, doubt.Node.Number+" was: "+doubt.Was())
	}
	return all
}

// settled is the set with every proposed line typed in.
func settled(doubts []compare.Doubt) {
	for _, doubt := range doubts {
		doubt.Node.Was = scoring.Was(doubt.Was())
	}
}

func TestANameAtAnotherNumberRaisesADoubt(t *testing.T) {
	for _, c := range forgotten {
		t.Run(c.name, func(t *testing.T) {
			before, after := rulestest.LoadSet(t, "2023"), rulestest.NextYear(t)
			c.edit(after)
			doubts := compare.Doubts(after, before)
			if diff := cmp.Diff(c.lines, proposed(doubts)); diff != "" {
				t.Error(diff)
			}
			settled(doubts)
			if found := compare.CheckOrigins(after, before); len(found) > 0 {
				t.Errorf("with the proposed lines there is still: %v", found)
			}
		})
	}
}

func TestThePairIsUnsureInsteadOfRenamed(t *testing.T) {
	for _, c := range forgotten {
		if c.lines == nil {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			before, after := rulestest.LoadSet(t, "2023"), rulestest.NextYear(t)
			c.edit(after)
			changes, _ := compare.Diff(before, after)
			var unsure, likes []string
			for _, row := range changes.Rows {
				if row.Has(compare.ClassUnsure) {
					unsure = append(unsure, row.Was()+" → "+row.Number())
				}
				for _, class := range []compare.Class{compare.ClassRenamed, compare.ClassText, compare.ClassAnswers, compare.ClassRule} {
					if row.Has(class) {
						t.Errorf("%s → %s is told as %s", row.Was(), row.Number(), class)
					}
				}
			}
			for _, p := range changes.Proposals {
				likes = append(likes, p.Before.Number+" → "+p.After.Number)
			}
			if diff := cmp.Diff(c.likes, likes); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.kept, unsure); c.kept != nil && diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestNoneIsADecision: who writes was: none at a criterion that bears the name of another number has decided. Nothing is doubted
// or unsure; what bore the number and the name is dropped, and the criterion is new.
func TestNoneIsADecision(t *testing.T) {
	before, after := rulestest.LoadSet(t, "2023"), rulestest.NextYear(t)
	list := after.Find("7.6").Children
	list[0], list[1] = list[1], list[0]
	renumbered("7.6", list)
	list[0].Was, list[1].Was = scoring.NoPrevious, scoring.NoPrevious
	if doubts := compare.Doubts(after, before); len(doubts) > 0 {
		t.Errorf("doubted: %v", proposed(doubts))
	}
	if found := compare.CheckOrigins(after, before); len(found) > 0 {
		t.Errorf("the check says %v", found)
	}
	changes, _ := compare.Diff(before, after)
	var fresh, dropped []string
	for _, row := range changes.Rows {
		if row.Has(compare.ClassUnsure) {
			t.Errorf("%s → %s is unsure", row.Was(), row.Number())
		}
		switch {
		case row.Has(compare.ClassNew):
			fresh = append(fresh, row.Number())
		case row.Has(compare.ClassDropped):
			dropped = append(dropped, row.Was())
		}
	}
	want := []string{"7.6.1", "7.6.2"}
	if diff := cmp.Diff(want, fresh) + cmp.Diff(want, dropped); diff != "" {
		t.Error(diff)
	}
}

func TestNoDoubtAboutTheSetsAsTheyAre(t *testing.T) {
	if doubts := compare.Doubts(rulestest.LoadSet(t, "2023"), rulestest.LoadSet(t, "2022")); len(doubts) > 0 {
		t.Errorf("2023 against 2022: %v", proposed(doubts))
	}
	if doubts := compare.Doubts(rulestest.NextYear(t), rulestest.LoadSet(t, "2023")); len(doubts) > 0 {
		t.Errorf("next year's against 2023: %v", proposed(doubts))
	}
}

// Whatever was dropped, put in and shuffled with was forgotten everywhere: the names lead each criterion back to what it was.
func TestNamesFindTheWayBack(t *testing.T) {
	before := rulestest.LoadSet(t, "2023")
	for seed := range uint64(60) {
		after, random := rulestest.NextYear(t), rand.New(rand.NewPCG(seed, 5))
		was := map[string]string{} // by name
		for node := range before.All() {
			was[node.Name] = node.Number
		}
		for range 1 + random.IntN(3) {
			list := &after.Criteria[random.IntN(len(after.Criteria))].Children
			switch at := random.IntN(len(*list)); random.IntN(3) {
			case 0:
				*list = slices.Delete(slices.Clone(*list), at, at+1)
			case 1:
				*list = slices.Insert(slices.Clone(*list), at, scoring.Criterion{Name: fmt.Sprintf("Việc mới %d", seed)})
			case 2:
				random.Shuffle(len(*list), func(i, j int) { (*list)[i], (*list)[j] = (*list)[j], (*list)[i] })
			}
		}
		renumbered("", after.Criteria)
		for i := range after.Criteria {
			renumbered(after.Criteria[i].Number, after.Criteria[i].Children)
		}
		settled(compare.Doubts(after, before))
		from := compare.Origins(after, before)
		for node := range after.All() {
			if want := was[node.Name]; want != "" && from[node.Number].Number != want {
				t.Errorf("seed %d: %s “%s” was %s, and the names lead to %q", seed, node.Number, node.Name, want, from[node.Number].Number)
			}
		}
	}
}

func TestTheDoubtIsToldWithTheLineToType(t *testing.T) {
	before, after := rulestest.LoadSet(t, "2023"), rulestest.NextYear(t)
	forgotten[2].edit(after)
	var got []string
	for _, p := range compare.CheckOrigins(after, before) {
		if p.Severity == problem.Warning {
			got = append(got, p.Path+": "+p.Remedy())
		}
	}
	want := []string{
		`8.1.was: Nếu là mục mới, thêm dòng was: none; nếu đúng là 8.1 cũ đổi tên, thêm dòng was: "8.1" và ghi rõ was của 8.2.`,
		`8.2.was: Nếu là 8.1 cũ được đánh số lại, thêm dòng was: "8.1"; nếu đúng là 8.2 cũ đổi tên, thêm dòng was: "8.2".`,
		`8.3.was: Nếu là 8.2 cũ được đánh số lại, thêm dòng was: "8.2"; nếu đúng là mục mới, thêm dòng was: none.`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
