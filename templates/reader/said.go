package reader

import (
	"cmp"
	"slices"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
)

// Said is all that the reading found by itself, as scoring the file would say it: what is wrong with the sheet, answers that can't
// be used, and what stands over formulas. Whoever hands the answers on says it too.
func (r *Reading) Said() []Problem {
	all := slices.Clone(r.Problems)
	for key, answer := range r.Submission.Answers {
		if p, bad := answer.Bad(); bad {
			p.Path = key.String()
			all = append(all, r.Locate(p))
		}
	}
	if r.layout.Scorer != nil {
		result := r.layout.Scorer.Score(r.Submission)
		all = append(all, r.typedOver(&result)...)
	}
	place := func(p Problem) int {
		key, _ := templates.PlaceOf(p.Problem)
		row, _ := r.layout.Row(key)
		return row.Number
	}
	slices.SortStableFunc(all, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.Path, b.Path), cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Code, b.Code))
	})
	return all
}

// Readable is the reading without the answers of which nobody knows what they are: their rows or cells are not there any more, or
// stand for several. [Reading.Said] names them.
func (r *Reading) Readable() *Reading {
	out := *r
	out.Submission.Answers = expr.Answers{}
	for key, answer := range r.Submission.Answers {
		if p, bad := answer.Bad(); !bad || r.Unread[key.String()] != "" && p.Code != problem.CellMerged && p.Code != problem.FormKeyMoved {
			out.Submission.Answers[key] = answer
		}
	}
	return &out
}
