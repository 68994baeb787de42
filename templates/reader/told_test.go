package reader

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/formtest"
	"cchc/templates/xlsx"
)

// untold leaves out of a rule set what a form does not tell.
func untold(rs *scoring.RuleSet) *scoring.RuleSet {
	bare := &scoring.RuleSet{ID: rs.ID, Previous: rs.Previous}
	bare.Criteria = untoldOf(rs.Criteria)
	return bare
}

func untoldOf(list []scoring.Criterion) []scoring.Criterion {
	var bare []scoring.Criterion
	for _, c := range list {
		told := scoring.Criterion{Number: c.Number, Name: c.Name, Was: c.Was, Inputs: c.Inputs, Children: untoldOf(c.Children)}
		if c.IsLeaf() {
			told.Rule = &kinds.Manual{}
		}
		for _, in := range c.Inputs {
			if in.Kind == expr.PointsInput {
				told.Max = c.Max
			}
		}
		bare = append(bare, told)
	}
	return bare
}

// TestFormTellsWhatItAsks: a form, and a part of one, can be read without the rule set that it was made from.
func TestFormTellsWhatItAsks(t *testing.T) {
	rules := formtest.SmallRules()
	rules.Previous, rules.Criteria[0].Was, rules.Criteria[0].Children[1].Was = "thu-2022", "2", scoring.NoPrevious
	bounded := &rules.Criteria[0].Children[0].Inputs[0]
	bounded.Unit, bounded.Whole, bounded.Min, bounded.Max = "việc", false, formtest.Points("0.5"), decimal.NewNullDecimal(formtest.Points("99.25"))
	for name, l := range map[string]*templates.Layout{"the whole": templates.NewLayout(rules), "a part": templates.NewPartLayout(rules, partOfTest())} {
		book := opened(t, l, templates.Filling{Stage: templates.SubmittedStage, Version: "1", UnitFixed: true, Submission: formtest.FullSubmission()})
		told, err := book.Told()
		if err != nil {
			t.Fatal(name, err)
		}
		if name == "the whole" {
			if diff := cmp.Diff(untold(rules), told.Rules, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
		}
		want, err := ReadPart(templates.NewLayout(rules), book)
		if err != nil {
			t.Fatal(name, err)
		}
		got, err := ReadPart(told, book)
		if err != nil {
			t.Fatal(name, err)
		}
		if diff := cmp.Diff(want.Submission, got.Submission, answersEqual, cmpopts.EquateEmpty()); diff != "" || len(got.Problems) > 0 {
			t.Error(name, diff, said(got))
		}
		if diff := cmp.Diff(want.Part, got.Part); diff != "" {
			t.Error(name, diff)
		}
	}
}

// TestToldIsHeldToTheStamp: what a form tells is used only where it comes to the hash of the stamp.
func TestToldIsHeldToTheStamp(t *testing.T) {
	for _, c := range []struct {
		name, from, to string
	}{
		{"a kind", `"loai":"number"`, `"loai":"points"`},
		{"an input", `{"ten":"b"`, `{"ten":"c"`},
		{"no more than letters", `{"cap":2`, `{"cap":`},
		{"a tree without a root", `{"cap":1}`, `{"cap":3}`},
		{"a list", `"ds":5`, `"ds":6`},
		{"a list that is not there", `"ds":5`, `"ds":16384`},
	} {
		book := opened(t, templates.NewLayout(formtest.SmallRules()), templates.Filling{Stage: templates.SubmittedStage, Version: "1"})
		changed := 0
		cells := book.hidden.Cells()
		for i := range cells {
			if cells[i].Kind == xlsx.Text && strings.Contains(cells[i].Text, c.from) {
				cells[i].Text = strings.Replace(cells[i].Text, c.from, c.to, 1)
				changed++
			}
		}
		if _, err := book.Told(); changed == 0 || codeOf(t, err) != problem.FormUntold {
			t.Errorf("%s, %d cells changed: %v", c.name, changed, err)
		}
	}
	f := newSheetFile(t, templates.SubmittedStage) // a form that tells nothing
	book, err := Open(f.bytes())
	f.must(err)
	if _, err := book.Told(); codeOf(t, err) != problem.FormUntold {
		t.Errorf("a form that tells nothing: %v", err)
	}
}
