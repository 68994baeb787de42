package compare_test

import (
	"fmt"
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

// tree builds a rule set from a line for each criterion: number, maximum, and what it was, if it says so. Indentation is
// by the numbers; a name that ends in "…" is not detailed.
func tree(id, previous string, rows ...string) *scoring.RuleSet {
	rs := &scoring.RuleSet{ID: id, Previous: previous, Kind: "sở"}
	for _, row := range rows {
		fields := strings.Fields(row)
		c := scoring.Criterion{Number: fields[0], Name: "Tên " + fields[0], Max: scoringtest.Dec(fields[1])}
		for _, word := range fields[2:] {
			if word == "…" {
				c.NotDetailed = true
			} else if name, ok := strings.CutPrefix(word, "="); ok {
				c.Name = name
			} else {
				c.Was = scoring.Was(word)
			}
		}
		list := &rs.Criteria
		for node := range rs.All() {
			for end := range strings.SplitSeq(node.Number, "-") {
				if strings.HasPrefix(c.Number, end+".") || strings.Contains(node.Number, "-") && c.Number == end {
					list = &node.Children
				}
			}
		}
		*list = append(*list, c)
	}
	return rs
}

// kin lists every row as "was → number", with what is not known by "?".
func kin(changes compare.Changes) []string {
	var all []string
	for _, row := range changes.Rows {
		mark := ""
		if row.Unknown {
			mark = " ?"
		}
		if row.Has(compare.ClassMoved) {
			mark = " moved"
		}
		all = append(all, row.Was()+" → "+row.Number()+mark)
	}
	return all
}

func TestTheSameSubjectIsFound(t *testing.T) {
	old := tree("a", "", "1 5", "1.1 2", "1.2 3", "1.2.1 1", "1.2.2 2")
	for _, c := range []struct {
		name          string
		before, after *scoring.RuleSet
		between       []*scoring.RuleSet
		want          []string
	}{
		{"by number where nothing is said", old, tree("b", "a", "1 5", "1.1 2", "1.2 3", "1.2.1 1", "1.2.2 2"), nil,
			[]string{"1 → 1", "1.1 → 1.1", "1.2 → 1.2", "1.2.1 → 1.2.1", "1.2.2 → 1.2.2"}},
		{"children go with a renumbered area", old, tree("b", "a", "1 5 none", "2 5 1", "2.1 2", "2.2 3", "2.2.1 1", "2.2.2 2"), nil,
			[]string{" → 1", "1 → 2 moved", "1.1 → 2.1", "1.2 → 2.2", "1.2.1 → 2.2.1", "1.2.2 → 2.2.2"}},
		{"a child of its own mind", old, tree("b", "a", "1 5", "1.1 2", "1.2 3", "1.2.1 1 1.2.2", "1.2.2 2 1.2.1"), nil,
			[]string{"1 → 1", "1.1 → 1.1", "1.2 → 1.2", "1.2.2 → 1.2.1 moved", "1.2.1 → 1.2.2 moved"}},
		{"to another place in the tree", old, tree("b", "a", "1 5", "1.1 2", "1.2 3", "1.2.1 1", "1.2.2 2 none", "1.3 1 1.2.2"), nil,
			[]string{"1 → 1", "1.1 → 1.1", "1.2 → 1.2", "1.2.1 → 1.2.1", " → 1.2.2", "1.2.2 → 1.3 moved"}},
		{"a number that was not there is new", old, tree("b", "a", "1 5", "1.1 2", "1.2 3", "1.2.1 1", "1.2.3 2"), nil,
			[]string{"1 → 1", "1.1 → 1.1", "1.2 → 1.2", "1.2.1 → 1.2.1", " → 1.2.3", "1.2.2 → "}},
		{"of two claims the first holds", old, tree("b", "a", "1 5", "1.1 2", "1.2 3 1.1"), nil,
			[]string{"1 → 1", "1.1 → 1.1", " → 1.2", "1.2 → ", "1.2.1 → ", "1.2.2 → "}},
		{"the other way round", tree("b", "a", "1 5 none", "2 5 1", "2.1 2"), old, nil,
			[]string{"2 → 1 moved", "2.1 → 1.1", " → 1.2", " → 1.2.1", " → 1.2.2", "1 → "}},
		{"over a year between", old, tree("c", "b", "1 5 2", "1.1 2", "1.2 3"), []*scoring.RuleSet{tree("b", "a", "1 5 none", "2 5 1", "2.1 2 1.2", "2.2 3 1.1")},
			[]string{"1 → 1", "1.2 → 1.1 moved", "1.1 → 1.2 moved", "1.2.1 → ", "1.2.2 → "}},
		{"gone in a year between and back again", old, tree("c", "b", "1 5", "1.1 2"), []*scoring.RuleSet{tree("b", "a", "1 5", "1.1 2 none")},
			[]string{"1 → 1", " → 1.1", "1.1 → ", "1.2 → ", "1.2.1 → ", "1.2.2 → "}},
		{"below what was not detailed", tree("a", "", "1 5", "1.1 2", "1.2 3 …"), tree("b", "a", "1 5", "1.1 2", "1.2 3", "1.2.1 3", "1.2.1.1 3"), nil,
			[]string{"1 → 1", "1.1 → 1.1", "1.2 → 1.2", " → 1.2.1 ?", " → 1.2.1.1 ?"}},
		{"out of what was not detailed", tree("a", "", "1 5", "1.1 2 …"), tree("b", "a", "1 5", "1.1 2", "1.1.2 2 none", "1.2 3 1.1.1"), nil,
			[]string{"1 → 1", "1.1 → 1.1", " → 1.1.2", " → 1.2 ?"}},
		{"below what is not detailed any more", old, tree("b", "a", "1 5", "1.1 2", "1.2 3 …"), nil,
			[]string{"1 → 1", "1.1 → 1.1", "1.2 → 1.2"}},
		{"below what was not detailed in a year between", old, tree("c", "b", "1 5", "1.1 2", "1.2 3", "1.2.1 1"), []*scoring.RuleSet{tree("b", "a", "1 5", "1.1 2", "1.2 3 …")},
			[]string{"1 → 1", "1.1 → 1.1", "1.2 → 1.2", " → 1.2.1 ?"}},
		{"under a range", tree("a", "", "1 5", "1.4-1.5 5", "1.4 4", "1.5.2 1"), tree("b", "a", "1 5", "1.4-1.5 5", "1.4 4", "1.5.2 1"), nil,
			[]string{"1 → 1", "1.4-1.5 → 1.4-1.5", "1.4 → 1.4", "1.5.2 → 1.5.2"}},
		{"under a range with other numbers", tree("a", "", "1 5", "1.4-1.5 5", "1.4 4", "1.5.2 1"), tree("b", "a", "1 5", "1.6-1.7 5 1.4-1.5", "1.6 4", "1.7.2 1"), nil,
			[]string{"1 → 1", "1.4-1.5 → 1.6-1.7 moved", "1.4 → 1.6", "1.5.2 → 1.7.2"}},
		{"a range taken apart", tree("a", "", "1 5", "1.4-1.5 5", "1.4 4", "1.5.2 1"), tree("b", "a", "1 5", "1.4 4", "1.5 1 none", "1.5.2 1 1.5.2"), nil,
			[]string{"1 → 1", "1.4 → 1.4", " → 1.5", "1.5.2 → 1.5.2", "1.4-1.5 → "}},
		{"a range that was not detailed taken apart", tree("a", "", "1 5", "1.4-1.5 5 …"), tree("b", "a", "1 5", "1.4 4", "1.5 1"), nil,
			[]string{"1 → 1", " → 1.4 ?", " → 1.5 ?", "1.4-1.5 → "}},
		{"sets of no kinship, by number", old, tree("x", "", "1 5", "1.2 3 1.1", "1.3 2"), nil,
			[]string{"1 → 1", "1.2 → 1.2", " → 1.3", "1.1 → ", "1.2.1 → ", "1.2.2 → "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			changes, _ := compare.Diff(c.before, c.after, c.between...)
			if diff := cmp.Diff(c.want, kin(changes)); diff != "" {
				t.Error(diff)
			}
			said := slices.ContainsFunc(changes.Remarks, func(p problem.Problem) bool { return p.Code == problem.DiffUnrelated })
			if said != strings.Contains(c.name, "no kinship") {
				t.Errorf("remarks: %v", changes.Remarks)
			}
		})
	}
}

func TestACriterionPutInAtTheHeadIsOneNewRowAndMoves(t *testing.T) {
	before, after := rulestest.LoadSet(t, "2023"), rulestest.NextYear(t)
	area := after.Find("5")
	head := scoring.Criterion{Number: "5.1", Name: "Việc mới", Max: scoringtest.Dec("1"), Was: scoring.NoPrevious}
	for i := range area.Children {
		c := &area.Children[i]
		c.Was = scoring.Was(c.Number)
		rulestest.Renumber(c, fmt.Sprintf("5.%d", i+2))
	}
	area.Children = slices.Insert(area.Children, 0, head)
	changes, _ := compare.Diff(before, after)
	want := []string{"new 5.1"}
	for i := range 9 {
		want = append(want, fmt.Sprintf("moved 5.%d.number Số thứ tự: 5.%d → 5.%d", i+2, i+1, i+2))
	}
	if diff := cmp.Diff(want, lines(changes)); diff != "" {
		t.Error(diff)
	}
	if was := changes.Rows[slices.IndexFunc(changes.Rows, func(r compare.Row) bool { return r.Number() == "5.2.1" })].Was(); was != "5.1.1" {
		t.Errorf("5.2.1 was %q", was)
	}
}

func TestDifferentKindsOfUnitAreRefused(t *testing.T) {
	before, after := tree("a", "", "1 5"), tree("b", "a", "1 5")
	after.Kind = "quận, huyện"
	changes, refused := compare.Diff(before, after)
	if len(changes.Rows) > 0 || refused == nil || refused.Code != problem.DiffKinds || refused.Severity != problem.Error {
		t.Fatalf("%v %v", changes.Rows, refused)
	}
	if want := "Hai bộ chỉ số dành cho hai loại đơn vị khác nhau: a là “sở”, b là “quận, huyện”."; refused.Text() != want {
		t.Error(refused.Text())
	}
	after.Kind = " SỞ"
	if _, refused := compare.Diff(before, after); refused != nil {
		t.Errorf("case and spaces make another kind: %v", refused)
	}
}

func TestLikeNamesAreProposedAndNotMatched(t *testing.T) {
	before := tree("a", "", "1 6", "1.1 2 =Công-tác-tuyên-truyền", "1.2 2 =Kiểm-tra-văn-bản", "1.3 2 =Hồ-sơ-công-việc")
	after := tree("b", "a", "1 6", "1.4 2 =Tuyên-truyền,-công-tác", "1.5 2 =Kiểm-tra-văn-bản-mới", "1.6 2 =Chỉnh-lý-tài-liệu", "1.7 2 =Kiểm-tra-văn-thư")
	changes, _ := compare.Diff(before, after)
	var got []string
	for _, p := range changes.Proposals {
		got = append(got, fmt.Sprintf("%s → %s %d%%", p.Before.Number, p.After.Number, p.Likeness))
	}
	if diff := cmp.Diff([]string{"1.1 → 1.4 100%", "1.2 → 1.5 88%"}, got); diff != "" {
		t.Error(diff)
	}
	if len(lines(changes)) != 7 {
		t.Errorf("matched in silence: %q", lines(changes))
	}
}

func TestTheLettersWordsSpeakOfThePreviousSetOnly(t *testing.T) {
	first, second := tree("a", "", "1 5", "1.1 5"), tree("b", "a", "1 5", "1.1 5")
	third := tree("c", "b", "1 4", "1.1 4")
	third.Find("1.1").ContentStatus = "Đổi tiêu chí"
	third.Announced = scoring.Announced{Basis: "Công văn", PointsChanged: 2, ContentChanged: 1}
	changes, _ := compare.Diff(second, third)
	if word := changes.Rows[1].Letter.ContentStatus; word != "Đổi tiêu chí" || len(changes.Summary.Claims) != 2 || !changes.Summary.Claims[0].Agrees() {
		t.Errorf("%q, claims %v", word, changes.Summary.Claims)
	}
	changes, _ = compare.Diff(first, third, second)
	if word := changes.Rows[1].Letter.ContentStatus; word != "" || len(changes.Summary.Claims) > 0 {
		t.Errorf("over two years: %q, claims %v", word, changes.Summary.Claims)
	}
}
