package standings

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/cmd/cchc/internal/desk"
	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/scoring/ranking"
)

func TestSourceThatIsGone(t *testing.T) {
	for _, name := range []string{"khong-co.jsonl", "khong-co.xlsx"} {
		found := sourcesOf(new(desk.Desk), filepath.Join(t.TempDir(), name))
		if len(found) != 1 || found[0].rules != nil || found[0].problems[0].Code != problem.FileUnreadable {
			t.Errorf("%s: %+v", name, found)
		}
	}
}

func TestRankOneRuleSetOnly(t *testing.T) {
	var c Collection
	edition := func(id string) source {
		return source{rules: &scoring.RuleSet{ID: id}, standing: ranking.Standing{File: id + ".xlsx"}}
	}
	c.take([]source{edition("b-2022"), edition("a-2023"), edition("a-2023"), edition("b-2022"), edition("c-2021")})
	if c.Rules.ID != "a-2023" || len(c.Standings) != 2 || !c.Failed {
		t.Fatalf("ranks %d of %s, failed %v", len(c.Standings), c.Rules.ID, c.Failed)
	}
	var got []string
	for _, p := range c.Problems {
		got = append(got, p.File+" "+string(p.Code))
	}
	if diff := cmp.Diff([]string{"b-2022.xlsx results-rules", "b-2022.xlsx results-rules", "c-2021.xlsx results-rules"}, got); diff != "" {
		t.Error(diff)
	}
}
