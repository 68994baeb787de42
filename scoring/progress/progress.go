// Package progress says where the year stands: what is known of each unit's form and result, and what is to be done next.
//
// Start with [Of], which takes what was found of each file and the list of units, and gives a [Unit] for each, in the list's order.
// [Counts] and [Counts.Next] say it for all. It reads nothing and decides nothing: it only puts side by side what is there.
package progress

import (
	"slices"
	"strings"

	"cchc/scoring"
)

// Form is a form that a unit handed in.
type Form struct {
	Unit    scoring.Unit
	File    string
	SavedAt string // as its own properties say; "" where they don't
	Print   string // the same for the same answers and texts
}

// Result is a scored workbook.
type Result struct {
	Unit        scoring.Unit
	File        string
	Print       string // of the form that it was made of
	Provisional bool
	Errors      int
	Appraisal   Appraisal
}

// Appraisal is how far the appraisal of a result has come.
type Appraisal string

// The stages, in the words of scripts.
const (
	None  Appraisal = "none"
	Begun Appraisal = "begun"
	Done  Appraisal = "done"
)

// Words says the stage in Vietnamese.
func (a Appraisal) Words() string {
	switch a {
	case Begun:
		return "đang"
	case Done:
		return "đã"
	}
	return "chưa"
}

// Unit is what is known of a unit.
type Unit struct {
	scoring.Unit
	Listed       bool // it stands in the list, or there is none
	Forms        []Form
	Results      []Result
	ChangedSince bool // its form is other than the one that was scored
}

// Submitted says that a form has come.
func (u *Unit) Submitted() bool { return len(u.Forms) > 0 }

// Scored says that there is a result.
func (u *Unit) Scored() bool { return len(u.Results) > 0 }

// Several says that nobody can tell which form or which result is meant.
func (u *Unit) Several() bool { return len(u.Forms) > 1 || len(u.Results) > 1 }

// Provisional says that a result is not final.
func (u *Unit) Provisional() bool { return u.Scored() && u.Results[0].Provisional }

// Errors counts the errors of the result.
func (u *Unit) Errors() int {
	if !u.Scored() {
		return 0
	}
	return u.Results[0].Errors
}

// Appraisal is how far its appraisal has come.
func (u *Unit) Appraisal() Appraisal {
	if !u.Scored() {
		return None
	}
	return u.Results[0].Appraisal
}

// Finished says that nothing is left to do for the unit.
func (u *Unit) Finished() bool {
	return u.Listed && u.Scored() && !u.Several() && !u.ChangedSince && !u.Provisional() && u.Errors() == 0 && u.Appraisal() == Done
}

// Of puts forms and results to their units: those of the list in its order, then those that no list has, by code. The key of a unit
// is its code, without regard to case, or its name where it has none.
func Of(list []scoring.Unit, forms []Form, results []Result) []Unit {
	var units []Unit
	at := map[string]int{}
	find := func(u scoring.Unit) *Unit {
		key := keyOf(u)
		i, known := at[key]
		if !known {
			i = len(units)
			at[key], units = i, append(units, Unit{Unit: u, Listed: len(list) == 0})
		}
		return &units[i]
	}
	for _, u := range list {
		find(u).Listed = true
	}
	listed := len(units)
	for _, form := range forms {
		u := find(form.Unit)
		u.Forms = append(u.Forms, form)
	}
	for _, result := range results {
		u := find(result.Unit)
		u.Results = append(u.Results, result)
	}
	for i := range units {
		units[i].ChangedSince = units[i].changed()
	}
	slices.SortStableFunc(units[listed:], func(a, b Unit) int { return strings.Compare(keyOf(a.Unit), keyOf(b.Unit)) })
	return units
}

func keyOf(u scoring.Unit) string {
	if u.Code != "" {
		return strings.ToLower(u.Code)
	}
	return "/" + strings.ToLower(u.Name)
}

// changed says that a form is other than the one that was scored.
func (u *Unit) changed() bool {
	return len(u.Forms) == 1 && len(u.Results) == 1 && u.Results[0].Print != "" && u.Forms[0].Print != u.Results[0].Print
}

// Counts says for all units how many are how far.
type Counts struct {
	Units, Submitted, Scored, Changed, Several, Faulty, Begun, Done, Finished, Strangers int
}

// Count counts.
func Count(units []Unit) Counts {
	var c Counts
	for i := range units {
		u := &units[i]
		for _, fact := range []struct {
			holds bool
			n     *int
		}{
			{true, &c.Units}, {u.Submitted(), &c.Submitted}, {u.Scored(), &c.Scored}, {u.ChangedSince || u.Submitted() && !u.Scored(), &c.Changed},
			{u.Several(), &c.Several}, {u.Errors() > 0 || u.Provisional(), &c.Faulty}, {u.Appraisal() == Begun, &c.Begun},
			{u.Appraisal() == Done, &c.Done}, {u.Finished(), &c.Finished}, {!u.Listed, &c.Strangers},
		} {
			if fact.holds {
				*fact.n++
			}
		}
	}
	return c
}

// Step is what is to be done next.
type Step int

// The steps, in the order in which they come.
const (
	SortOut   Step = iota // several files of one unit
	ScoreAll              // forms that are not scored, or other than scored
	AskForms              // units of which nothing has come
	MendForms             // results with errors or without points
	Appraise              // results that are not appraised
	RankThem              // nothing but to rank
)

// Next is the first thing to be done.
func (c Counts) Next() Step {
	switch {
	case c.Several > 0:
		return SortOut
	case c.Changed > 0:
		return ScoreAll
	case c.Submitted < c.Units && c.Scored < c.Units:
		return AskForms
	case c.Faulty > 0 && c.Done < c.Units:
		return MendForms
	case c.Done < c.Units:
		return Appraise
	}
	return RankThem
}
