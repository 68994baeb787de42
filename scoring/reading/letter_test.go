package reading

import (
	"fmt"
	"strings"
	"testing"

	"cchc/rules/rulestest"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/proof"
)

// sameMeaning says whether two rules give the same at every boundary case of either, answers taken by their names.
func sameMeaning(rs *scoring.RuleSet, a, b *scoring.Criterion) (same bool, why string) {
	for _, in := range a.Inputs {
		if other, ok := b.Input(in.Name); !ok || other.IsChoice() != in.IsChoice() || len(other.Options) != len(in.Options) {
			return false, "answers differ: " + in.Name
		}
	}
	if len(a.Inputs) != len(b.Inputs) {
		return false, "answers differ"
	}
	for _, from := range []*scoring.Criterion{a, b} {
		for _, row := range proof.Boundaries(rs, from) {
			at := func(leaf *scoring.Criterion) string {
				out := leaf.Eval(leaf.Expr(), row.Answers)
				if out.State != expr.Scored {
					return out.State.String()
				}
				return out.Value.Round(int32(rs.Rounding.Places)).String()
			}
			if at(a) != at(b) {
				return false, fmt.Sprintf("%v: %s and %s", row.Answers, at(a), at(b))
			}
		}
	}
	return true, ""
}

// TestReadingTheLetter reads the rule texts of the 2023 letter, and holds what comes of them to the rules that were made of them by
// hand. It prints the balance.
func TestReadingTheLetter(t *testing.T) {
	rs := rulestest.LoadSet(t, "2023")
	equal, opened, wrong := 0, []string{}, []string{}
	for _, leaf := range rs.Leaves() {
		if strings.HasPrefix(leaf.Text, "(Nguồn") {
			continue
		}
		got := Text(Leaf{Name: leaf.Name, Text: leaf.Text, Max: leaf.Max})
		if got.Rule == nil {
			opened = append(opened, leaf.Number+": "+got.Why)
			continue
		}
		read := *leaf
		read.Rule, read.Inputs = got.Rule, got.Inputs
		if same, why := sameMeaning(rs, leaf, &read); !same {
			wrong = append(wrong, leaf.Number+": "+why+"\n    "+strings.Join(read.Describe(), "\n    "))
			continue
		}
		equal++
	}
	t.Logf("%d equal in meaning, %d open, %d otherwise\nopen:\n  %s\notherwise:\n  %s", equal, len(opened), len(wrong), strings.Join(opened, "\n  "), strings.Join(wrong, "\n  "))
	if equal < 64 || len(wrong) > 0 {
		t.Errorf("%d of 71 equal in meaning, want 64; %d read otherwise, want none", equal, len(wrong))
	}
}
