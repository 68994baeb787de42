package reader

import (
	"fmt"
	"reflect"
	"slices"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
)

// Untouched says that nobody typed anything into a form since it was made: it holds what it was made with, or nothing, and
// everything else is as the program writes it. A workbook of results is never taken for untouched.
func (r *Reading) Untouched() bool {
	entries := r.layout.Entries(r.Filling())
	asMade := len(entries) == 0 && r.made == "" || r.made != "" && templates.EntryMark(entries) == r.made
	return r.Stamp.Stage == templates.SubmittedStage && asMade && len(r.strange()) == 0
}

// Lost lists, in words and with their cells, what stands in the file and would not stand in one that was written onto it: entries
// that the other has not, or has otherwise, and whatever else is not as the program writes it.
func (r *Reading) Lost(onto *Reading) []string {
	var lost []string
	stay := onto.layout.Entries(onto.Filling())
	sameForm := r.Stamp.RuleSet == onto.Stamp.RuleSet && r.Stamp.Form == onto.Stamp.Form
	for _, e := range r.layout.Entries(r.Filling()) {
		if !sameForm || !slices.ContainsFunc(stay, e.Same) {
			lost = append(lost, r.entryWords(e))
		}
	}
	odd := onto.strange()
	for _, p := range r.strange() {
		if !slices.ContainsFunc(odd, func(q Problem) bool { return q.Code == p.Code && slices.Equal(q.Args, p.Args) }) {
			lost = append(lost, p.Text())
		}
	}
	return lost
}

// SameEntries says that both files hold the same entries.
func (r *Reading) SameEntries(other *Reading) bool {
	return templates.EntryMark(r.layout.Entries(r.Filling())) == templates.EntryMark(other.layout.Entries(other.Filling()))
}

// SameForm says that both are forms of one edition of the rules, for the same unit and the same part of it, to be handed in alike. What
// was supplied is the same, too, but for figures that only the first one carries: they were announced when it was made.
func (r *Reading) SameForm(other *Reading) bool {
	a, b := r.Stamp, other.Stamp
	a.Version, b.Version = "", ""
	return a == b && r.UnitFixed == other.UnitFixed && (!r.UnitFixed || r.Submission.Unit == other.Submission.Unit) &&
		slices.Equal(r.Submission.Exempt, other.Submission.Exempt) && reflect.DeepEqual(r.Part, other.Part) && reflect.DeepEqual(r.Credits, other.Credits) && r.Notice == other.Notice &&
		templates.SameConflicts(r.Conflicts, other.Conflicts) && r.LastYear.Equal(other.LastYear) &&
		r.suppliedAs(other)
}

// entryWords names an entry by what it is of, its cell and its text: `1.1:a (F12): 10`.
func (r *Reading) entryWords(e templates.Entry) string {
	name := e.Key
	if _, isAnswer := expr.ParseKey(e.Key); !isAnswer {
		name += " " + e.Column.Title()
	}
	if label, isField := fieldNames[e.Key]; isField {
		name = label
	}
	if cell, ok := r.grid.at(e.Key, e.Column); ok {
		name += fmt.Sprintf(" (ô %s)", cell.Ref())
	}
	return name + ": " + clip(oneLine(e.Text))
}

// fieldNames are the fields at the top of a form.
var fieldNames = map[string]string{
	templates.UnitNameField: "Tên đơn vị", templates.UnitBlockField: "Khối", templates.UnitCodeField: "Mã đơn vị", templates.ContactField: "Người lập phiếu",
}

// strange are the problems that tell of something which the program did not write so. What became of the rules or of the file's
// properties since, and that no unit is named, tells of nothing typed.
func (r *Reading) strange() []Problem {
	return slices.DeleteFunc(slices.Clone(r.Problems), func(p Problem) bool {
		return p.Code == problem.FormRulesChanged || p.Code == problem.FormPropertyMissing || p.Code == problem.FormUnitMissing
	})
}
