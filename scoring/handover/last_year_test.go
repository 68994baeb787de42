package handover_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"cchc/rules/rulestest"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

// TestNothingIsAnAnswerOfAnotherYear: whatever stood in last year's form, this year's has no answer, text or exemption of it; each
// thing is beside a cell, or told with the reason. Typed in on demand, each answer stands beside its cell as well.
func TestNothingIsAnAnswerOfAnotherYear(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 24))
	old, next := rulestest.LoadSet(t, "2023"), rulestest.NextYear(t)
	next.Year = 2024
	for range 12 {
		hand := wholeForm(old, r)
		hand.Submission.Unit.Block = "Sở"
		c, refused := handover.Carry(old, next, nil, hand, handover.CarryOptions{})
		if refused != nil {
			t.Fatal(refused)
		}
		s := c.Submission
		if filledIn(handover.Hand{Submission: s}) > 0 || len(c.Raw) > 0 || s.Unit.Block != "" || s.Unit.Code != hand.Submission.Unit.Code {
			t.Fatalf("last year's went into this year's form: %+v", s)
		}
		beside := 0
		for _, item := range c.Items {
			switch {
			case item.Carried():
				beside++
			case item.Why == "":
				t.Fatalf("nobody says why %+v stays behind", item)
			}
		}
		if beside != len(c.LastYear.Answers) || len(c.Items) != filledIn(hand) || c.LastYear.Typed {
			t.Fatalf("%d items of %d, %d said to stand beside cells, %d do", len(c.Items), filledIn(hand), beside, len(c.LastYear.Answers))
		}
		typed, _ := handover.Carry(old, next, nil, hand, handover.CarryOptions{Fill: true})
		if kept := typed.LastYear.Kept(next, typed.Submission.Answers); len(kept) != beside || len(typed.Submission.Answers) != beside ||
			len(typed.Submission.Evidence)+len(typed.Submission.Justification) > 0 || !typed.LastYear.Typed {
			t.Fatalf("typed in: %d of %d are as last year", len(kept), beside)
		}
		edition := handover.Hand{Submission: typed.Submission, LastYear: typed.LastYear}
		again, _ := handover.Carry(next, next, nil, edition, handover.CarryOptions{})
		if len(again.LastYear.Answers) != beside || !again.LastYear.Typed || len(again.Submission.Answers) != beside {
			t.Fatal("carried into an edition of the same year, the year before is lost")
		}
	}
}

// TestFiguresThatAreLastYears: from 10 figures on and 80 % of those that can be compared, and not before.
func TestFiguresThatAreLastYears(t *testing.T) {
	rs := &scoring.RuleSet{ID: "thu-2024", Criteria: []scoring.Criterion{{Number: "1", Name: "Việc", Max: scoringtest.Dec("1"), Rule: &kinds.Manual{}}}}
	leaf := &rs.Criteria[0]
	for i := range 20 {
		leaf.Inputs = append(leaf.Inputs, expr.Input{Name: fmt.Sprint("a", i), Kind: expr.NumberInput})
	}
	leaf.Inputs = append(leaf.Inputs, expr.Input{Name: "muc", Kind: expr.ChoiceInput, Options: []string{"Tốt", "Kém"}}, expr.Input{Name: "diem", Kind: expr.PointsInput})
	for _, c := range []struct {
		same, other, zeros int
		told               int
	}{
		{10, 0, 0, 10}, {9, 0, 11, 0}, {10, 2, 8, 10}, {10, 3, 0, 0}, {16, 4, 0, 16}, {15, 5, 0, 0}, {0, 0, 20, 0},
	} {
		last := handover.LastYear{Answers: expr.Answers{leaf.Key("muc"): expr.OptionAnswer(1), leaf.Key("diem"): numberOf("1")}}
		now := expr.Answers{leaf.Key("muc"): expr.OptionAnswer(1), leaf.Key("diem"): numberOf("1")}
		for i := range c.same + c.other + c.zeros {
			key, was, is := leaf.Key(fmt.Sprint("a", i)), "7", "7"
			switch {
			case i >= c.same+c.other:
				was, is = "0", "0"
			case i >= c.same:
				is = "8"
			}
			last.Answers[key], now[key] = numberOf(was), numberOf(is)
		}
		same, of := last.Copied(rs, now)
		if len(same) != c.told || of != c.same+c.other {
			t.Errorf("%+v: told %d of %d", c, len(same), of)
		}
	}
	if same, _ := (handover.LastYear{}).Copied(rs, expr.Answers{leaf.Key("a1"): numberOf("7")}); same != nil {
		t.Error("told without a year before")
	}
}
