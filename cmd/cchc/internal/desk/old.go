package desk

import (
	"errors"
	"fmt"

	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// OldForm is a form of whatever edition, read by the rule set that was named, by one at hand that it was made from, or by what it
// tells itself. The rule set is for comparing only.
type OldForm struct {
	Book    *reader.Book
	Rules   *scoring.RuleSet
	Reading *reader.Reading
}

// ReadOld reads the bytes of one. Whatever is in them, even a panic is only its refusal.
func (d *Desk) ReadOld(data []byte, from string) (f OldForm, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &reader.Refused{Problem: problem.New(problem.FileCrash, "", fault)}
		}
	}()
	if f.Book, err = reader.Open(data); err != nil {
		return d.readByKeys(data, from, err)
	}
	layout, err := d.oldLayout(f.Book, from)
	if err != nil {
		return f, err
	}
	f.Rules = layout.Rules
	if f.Reading, err = reader.ReadPart(layout, f.Book); err != nil {
		return d.readByKeys(data, from, err)
	}
	return f, nil
}

// readByKeys reads a form whose hidden sheet is lost or spoilt, by the rule set that was named: nothing in it says which one it
// was made from. Where none was named, or something else is wrong, the refusal stands.
func (d *Desk) readByKeys(data []byte, from string, refused error) (f OldForm, err error) {
	var refusal *reader.Refused
	if from == "" || !errors.As(refused, &refusal) || !reader.Mendable(refusal) {
		return f, refused
	}
	e, err := d.Edition(from)
	if err != nil {
		return f, err
	}
	f.Rules = e.Rules
	if f.Book, err = reader.OpenByKeys(data, e.Layout); err == nil {
		f.Reading, err = reader.Read(e.Layout, f.Book)
	}
	return f, err
}

func (d *Desk) oldLayout(book *reader.Book, from string) (*templates.Layout, error) {
	name := book.Stamp.RuleSet
	switch {
	case from != "":
		name = from
	case !d.Knows(name):
		return book.Told()
	}
	set, err := d.Catalog.Load(name)
	switch {
	case err == nil && set.Rules != nil && set.Rules.ID == book.Stamp.RuleSet && set.Rules.FormHash() == book.Stamp.Form:
		return templates.NewLayout(set.Rules), nil
	case from == "" && err == nil:
		return toldOf(set.Rules, book)
	case err != nil:
		return nil, err
	case set.Rules == nil:
		return nil, &FaultySet{Findings: set.Findings}
	}
	return nil, &reader.Refused{Problem: problem.New(problem.CarryFrom, "", set.ID, book.Stamp.RuleSet, fmt.Sprintf("%.8s", book.Stamp.Form))}
}

// toldOf is the layout that a form of another edition tells of itself, with the year of the edition that is at hand.
func toldOf(rs *scoring.RuleSet, book *reader.Book) (*templates.Layout, error) {
	layout, err := book.Told()
	if err == nil && rs != nil {
		layout.Rules.Year, layout.Whole.Year = rs.Year, rs.Year
	}
	return layout, err
}
