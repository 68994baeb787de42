package reader

import (
	"cmp"
	"slices"

	"cchc/scoring"
	"cchc/templates"
)

// Filling is what was read, to be written again.
func (r *Reading) Filling() templates.Filling {
	return templates.Filling{Submission: r.Submission, Contact: r.Contact, UnitFixed: r.UnitFixed, Unread: r.Unread, Memory: r.Memory}
}

// Odd are the problems of the sheet with those of its answers, of a form that is not scored.
func (r *Reading) Odd() []Problem {
	all := slices.Clone(r.Problems)
	for key, answer := range r.Submission.Answers {
		if p, bad := answer.Bad(); bad {
			p.Path = key.String()
			all = append(all, r.Locate(p))
		}
	}
	slices.SortStableFunc(all, func(p, q Problem) int { return cmp.Compare(p.Path, q.Path) })
	return all
}

// Findings are the problems of the sheet and those of its scoring, each at its cell, in the order of the form: first what
// concerns the file as a whole.
func (r *Reading) Findings(result *scoring.Result) []Problem {
	all := slices.Clone(r.Problems)
	for _, p := range result.Problems {
		all = append(all, r.Locate(p))
	}
	place := func(p Problem) int {
		key, _ := templates.PlaceOf(p.Problem)
		row, _ := r.layout.Row(key)
		return row.Number
	}
	slices.SortStableFunc(all, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Code, b.Code))
	})
	return all
}
