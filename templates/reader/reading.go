package reader

import (
	"cmp"
	"slices"

	"cchc/scoring"
	"cchc/templates"
)

// Filling is what was read, to be written again.
func (r *Reading) Filling() templates.Filling {
	return templates.Filling{Submission: r.Submission, Contact: r.Contact, UnitFixed: r.UnitFixed, Unread: r.Unread, Memory: r.Memory,
		Signature: r.Signature, Findings: r.findings(), Declared: r.Declared, LastYear: r.LastYear}
}

// IsResult says that the workbook is one of results.
func (r *Reading) IsResult() bool { return r.Stamp.Stage == templates.ScoredStage }

// Findings are the problems of the sheet and those of its scoring, each at its cell, in the order of the form: first what
// concerns the file as a whole.
func (r *Reading) Findings(result *scoring.Result) []Problem {
	r.overSaid = r.typedOver(result)
	all := append(slices.Clone(r.Problems), r.overSaid...)
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
