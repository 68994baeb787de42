package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/templates"
	"cchc/templates/reader"
	"cchc/templates/report"
)

// sameAnswer says that two answers declare the same, or that neither can be read.
var sameAnswer = cmp.Comparer(func(a, b expr.Answer) bool {
	_, bad := a.Bad()
	_, alsoBad := b.Bad()
	return bad && alsoBad || a.Equal(b)
})

// chargesAtRandom gives every area to somebody, and criteria below at any height to others, some to several.
func chargesAtRandom(rs *scoring.RuleSet, random *rand.Rand) []handover.Charge {
	departments := []string{"Văn phòng", "Phòng CCHC", "Phòng Tổ chức", "Thanh tra", "Chi cục A", "Trung tâm B"}
	var charges []handover.Charge
	for node, parent := range rs.All() {
		if parent == nil || random.IntN(5) == 0 {
			random.Shuffle(len(departments), func(i, j int) { departments[i], departments[j] = departments[j], departments[i] })
			charges = append(charges, handover.Charge{Number: node.Number, Departments: slices.Clone(departments[:1+random.IntN(2)])})
		}
	}
	return charges
}

// hand writes a form and reads it again.
func hand(t *testing.T, whole, l *templates.Layout, f templates.Filling, name string) handover.Hand {
	t.Helper()
	var file bytes.Buffer
	if err := report.NewPrinter(l, "thu", nil).Form(&file, f); err != nil {
		t.Fatal(err)
	}
	book, err := reader.Open(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	reading, err := reader.ReadPart(whole, book)
	if err != nil {
		t.Fatal(err)
	}
	return reading.Hand(name)
}

// TestFormsMergedAreTheWhole: forms of the 2023 set, split by any assignment into workbooks, filled in as people do and as
// they should not, and merged in any order, are the form filled in as a whole; once, twice, and with the merged form among them.
func TestFormsMergedAreTheWhole(t *testing.T) {
	t.Parallel()
	rs := load2023(t)
	layout := templates.NewLayout(rs)
	random := rand.New(rand.NewPCG(9, 1))
	parts, conflicts := 0, 0
	for range 8 {
		filling := fillAtRandom(layout, random)
		filling.UnitFixed = true
		filling.Submission.Unit = scoring.Unit{Code: "SM-A", Name: "Sở mẫu A", Block: "Sở", Ranked: true}
		filling.Submission.Appraisal = nil
		whole := hand(t, layout, layout, filling, "ca-phieu.xlsx")
		assigned := handover.Assign(rs, chargesAtRandom(rs, random))
		var hands []handover.Hand
		for i, department := range assigned.Departments() {
			part := templates.NewPartLayout(rs, templates.Part{Department: department, Assigned: assigned})
			filling.Contact = "Cán bộ của " + department
			hands = append(hands, hand(t, layout, part, filling, fmt.Sprintf("%d.xlsx", i)))
		}
		parts += len(hands)
		merged, problems := handover.Merge(rs, hands)
		again := hand(t, layout, layout, templates.Merged(merged), "ghep.xlsx")
		random.Shuffle(len(hands), func(i, j int) { hands[i], hands[j] = hands[j], hands[i] })
		twice, more := handover.Merge(rs, append(hands, again))
		conflicts += len(merged.Conflicts) + len(twice.Conflicts) + len(problems) + len(more)
		for name, got := range map[string]handover.Hand{"merged": merged.Hand, "written": again, "twice": twice.Hand} {
			if diff := cmp.Diff(whole.Submission, got.Submission, sameAnswer, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("%s: %s", name, diff)
			}
			if diff := cmp.Diff(whole.Raw, got.Raw); diff != "" || got.Contact != merged.Contact {
				t.Fatalf("%s: %s %s", name, diff, got.Contact)
			}
		}
	}
	if conflicts > 0 {
		t.Errorf("%d conflicts and problems where there are none", conflicts)
	}
	t.Logf("%d parts", parts)
}
