package tables

import (
	"bytes"
	"errors"
	"io/fs"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/scoring"
	"cchc/scoring/appraisal"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// Make lays out a table of some leaves of all results, for an agency; "" where it fills its name in by itself. Version is the
// program's.
func Make(r *Results, leaves []string, agency, version string) (*appraisal.Table, []byte, error) {
	t := &appraisal.Table{Rules: r.Edition.Rules, Leaves: leaves}
	var standings []appraisal.Standing
	for _, unit := range r.Units {
		t.Units = append(t.Units, scoring.Unit{Code: unit.Unit.Code, Name: unit.Unit.Name})
		standings = append(standings, unit.Standing)
	}
	all := t.Gather(standings)
	all.Submission.Unit.Name = agency
	l := templates.NewTable(t)
	var out bytes.Buffer
	err := l.TableBook(templates.Filling{Version: version, Submission: all.Submission, Unread: all.Unread}).Write(&out)
	return t, out.Bytes(), err
}

// Standing is what stands where a table is to be written.
type Standing struct {
	Free  bool            // nothing, or an empty file
	Typed []string        // what somebody wrote into the table that stands there
	Other problem.Problem // what stands there is no table: the problem with it
}

// Look says what stands where a table is to be written. The error is of the disk.
func Look(d *desk.Desk, path string) (Standing, error) {
	data, err := disk.ReadBounded(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && len(data) == 0:
		return Standing{Free: true}, nil
	case err != nil:
		return Standing{}, err
	}
	t, err := open(d, data)
	if p := refusalOf(err); p != nil {
		return Standing{Other: *p}, nil
	}
	if err != nil {
		return Standing{}, err
	}
	return Standing{Typed: t.Typed()}, nil
}

// open reads a table, by the rule set that it asks for.
func open(d *desk.Desk, data []byte) (t *reader.TableReading, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &reader.Refused{Problem: problem.New(problem.FileCrash, "", fault)}
		}
	}()
	book, err := reader.OpenTable(data)
	if err != nil {
		return nil, err
	}
	if !d.Knows(book.Stamp.RuleSet) {
		return nil, book.UnknownRules(d.Catalog.IDs())
	}
	e, err := d.Edition(book.Stamp.RuleSet)
	if err != nil {
		return nil, err
	}
	table, err := book.Table(e.Rules)
	if err != nil {
		return nil, err
	}
	return reader.ReadTable(templates.NewTable(table), book)
}
