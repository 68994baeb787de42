package report

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/formtest"
	"cchc/templates/reader"
)

// TestLastYearIsNoAnswer: whatever was declared last year, the form beside whose cells it stands is read as a blank one, and keeps it
// for the next reading; typed in, it is read as answers, each of them told. No cell of the column is taken for something else, also
// where a program has saved the form that keeps no values of formulas.
func TestLastYearIsNoAnswer(t *testing.T) {
	old, now := formtest.SmallRules(), formtest.SmallRules()
	old.Year, now.ID, now.Year, now.Previous = 2022, "thu-2024", 2024, old.ID
	l, r := templates.NewLayout(now), rand.New(rand.NewPCG(19, 5))
	for round := range 6 {
		hand := handover.Hand{Name: "cu.xlsx", Submission: formtest.FullSubmission()}
		for _, leaf := range old.Leaves() {
			for _, in := range leaf.Inputs {
				switch {
				case r.IntN(5) == 0:
					delete(hand.Submission.Answers, leaf.Key(in.Name))
				case in.IsChoice():
					hand.Submission.Answers[leaf.Key(in.Name)] = expr.OptionAnswer(1 + r.IntN(len(in.Options)))
				default:
					hand.Submission.Answers[leaf.Key(in.Name)] = expr.NumberAnswer(decimal.NewFromInt(r.Int64N(2000)))
				}
			}
		}
		fill := round%2 == 1
		c, refused := handover.Carry(old, now, nil, hand, handover.CarryOptions{Fill: fill})
		if refused != nil {
			t.Fatal(refused.Text())
		}
		book := CarriedForm(l, templates.Carried(c, hand), c, "cu.xlsx")
		read := readAgain(t, l, book)
		dropValues(book)
		for _, read := range []*reader.Reading{read, readAgain(t, l, book)} {
			answers := len(read.Submission.Answers)
			if want := len(c.LastYear.Answers); fill && answers != want || !fill && answers > 0 || !read.LastYear.Equal(c.LastYear) {
				t.Fatalf("fill %v: %d answers, %d of last year (want %d)", fill, answers, len(read.LastYear.Answers), want)
			}
			result := l.Scorer.Score(read.Submission)
			told := slices.ContainsFunc(read.Problems, func(p reader.Problem) bool {
				return p.Code == problem.LastYearTyped && p.Args[0] == fmt.Sprint(answers) && p.Args[1] == p.Args[0]
			})
			for _, p := range read.Findings(&result) {
				if p.Severity == problem.Warning && p.Code != problem.LastYearTyped && p.Code != problem.EvidenceMissing && p.Code != problem.LeafAwaiting {
					t.Fatalf("fill %v: %s", fill, p.Text())
				}
			}
			if told != fill {
				t.Fatalf("fill %v: told %v", fill, told)
			}
		}
	}
}

// dropValues leaves the formulas without what they come to, as programs do that cannot reckon.
func dropValues(book *draft.Workbook) {
	for _, sheet := range book.Sheets {
		for s := sheet; s != nil; s = s.Over {
			for i := range s.Cells {
				if s.Cells[i].Formula != "" {
					s.Cells[i].Value = draft.Value{}
				}
			}
		}
	}
}
