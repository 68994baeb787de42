package handover_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"cchc/rules/rulestest"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
)

// Where numbers went to other criteria and was was forgotten, no answer lands under a criterion of another name: what number and
// name do not agree on is held back, and told.
func TestNothingGoesUnderTheOtherCriterion(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(rs *scoring.RuleSet)
		held []string
	}{
		{"7.6.1 and 7.6.2 exchanged", func(rs *scoring.RuleSet) {
			a, b := rs.Find("7.6.1"), rs.Find("7.6.2")
			*a, *b = *b, *a
			a.Number, b.Number = b.Number, a.Number
		}, []string{"7.6.1", "7.6.2"}},
		{"3.6 dropped, 3.7 in its number", func(rs *scoring.RuleSet) {
			area := rs.Find("3")
			area.Children = slices.DeleteFunc(slices.Clone(area.Children), func(c scoring.Criterion) bool { return c.Number == "3.6" })
			rulestest.Renumber(rs.Find("3.7"), "3.6")
		}, []string{"3.6", "3.7"}},
		{"one put in at 8.1", func(rs *scoring.RuleSet) {
			area := rs.Find("8")
			rulestest.Renumber(&area.Children[1], "8.3")
			rulestest.Renumber(&area.Children[0], "8.2")
			fresh := area.Children[0]
			fresh.Number, fresh.Name = "8.1", "Việc mới"
			area.Children = slices.Insert(slices.Clone(area.Children), 0, fresh)
		}, []string{"8.1", "8.2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			old, now := rulestest.LoadSet(t, "2023"), rulestest.NextYear(t)
			c.edit(now)
			carried, refused := handover.Carry(old, now, nil, answered(old), handover.CarryOptions{})
			if refused != nil {
				t.Fatal(refused)
			}
			var held []string
			for _, item := range carried.Items {
				leaf, _, _ := strings.Cut(item.From, ":")
				to, _, _ := strings.Cut(item.To, ":")
				switch {
				case item.Unsure && !slices.Contains(held, leaf):
					held = append(held, leaf)
				case item.Carried() && old.Find(leaf).Name != now.Find(to).Name:
					t.Errorf("%s went to %s, which is “%s”", item.From, item.To, now.Find(to).Name)
				case !item.Carried() && item.Why == "":
					t.Errorf("%s is not carried, and nobody says why", item.From)
				}
			}
			if !slices.Equal(held, c.held) {
				t.Errorf("held back: %v, want %v", held, c.held)
			}
		})
	}
}

// answered has an answer for everything that a set asks.
func answered(rs *scoring.RuleSet) handover.Hand {
	answers := expr.Answers{}
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			answers[leaf.Key(in.Name)] = expr.NumberAnswer(decimal.Zero)
			if in.IsChoice() {
				answers[leaf.Key(in.Name)] = expr.OptionAnswer(1)
			}
		}
	}
	return handover.Hand{Name: "phieu.xlsx", Submission: scoring.Submission{Answers: answers}}
}
