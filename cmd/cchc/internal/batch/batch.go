// Package batch is what score tells of the workbooks that it goes through: a line or a table of each, what was found, and at the end
// what became of the whole. Start with [New]; each workbook goes to [Summary.Take], and [Summary.Close] says the rest.
//
// It decides nothing: what is scored and written is package desk's business, and the exit status the command's.
package batch

import (
	"io"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates/reader"
)

// Summary tells of a batch as it goes: a table or JSON Lines on standard output, in the order of the files; problems and what
// became of the whole on standard error.
type Summary struct {
	out, err io.Writer
	desk     *desk.Desk
	Options
	many      bool // a line for each workbook, else the table of the one
	rows      []row
	bar       *terminal.Progress
	whole     int // scored, nothing pending
	partly    int // scored, but provisional
	faulty    int // scored and final, but with errors, as in an appraisal that does not count yet
	refused   []desk.Scored
	failures  []desk.Scored
	owners    map[desk.Owner]string // the file of each
	came      map[string]bool       // the units, by folded code
	twice     []reader.Problem
	contested []contested
	outcomes  map[desk.Owner]*desk.Scored // of those whose result is nobody else's, too
	skipped   []disk.Skipped
}

// contested is a unit that handed in several forms, with what was said of it.
type contested struct {
	unit    scoring.Unit
	file    string
	problem record.Problem
}

// Options say how a batch is told of.
type Options struct {
	JSON     bool   // a line for each workbook
	Folder   string // of the results
	Whole    bool   // a folder of forms was named, so that what is not in it has not come
	ByUnit   bool   // what is to be sent to each unit, too
	Deadline string // by when units are to answer, in words; "" leaves room for it
}

// New tells of a batch of so many files.
func New(out, err io.Writer, d *desk.Desk, files int, o Options) *Summary {
	return &Summary{out: out, err: err, desk: d, Options: o, many: files > 1, bar: terminal.NewProgress(err, files),
		owners: map[desk.Owner]string{}, came: map[string]bool{}, outcomes: map[desk.Owner]*desk.Scored{}}
}

// Take tells of one workbook.
func (r *Summary) Take(s desk.Scored) error {
	r.bar.Step()
	r.markTwice(&s)
	account := r.desk.AccountOf(&s)
	switch {
	case s.Failure != nil:
		r.failures = append(r.failures, s)
		return nil
	case s.PassedOver() != nil:
		r.skipped = append(r.skipped, *s.PassedOver())
		return nil
	case account == nil:
		r.refused = append(r.refused, s)
	default:
		r.count(&s, account)
	}
	switch {
	case r.JSON:
		rec := s.Record()
		return rec.Write(r.out)
	case account == nil:
	case r.many:
		r.line(&s, account)
	default:
		r.table(&s, account)
	}
	return nil
}

// count counts a workbook that has a result.
func (r *Summary) count(s *desk.Scored, a *desk.Account) {
	r.came[desk.FoldedCode(a.Unit.Code)] = true
	switch {
	case a.Counting().Provisional():
		r.partly++
	case a.Errors > 0:
		r.faulty++
	default:
		r.whole++
	}
}

// markTwice adds a problem where another workbook of the batch is the same unit's: only one of the two can be meant.
func (r *Summary) markTwice(s *desk.Scored) {
	if s.Whose == (desk.Owner{}) {
		return
	}
	first, twice := r.owners[s.Whose]
	if !twice {
		r.owners[s.Whose], r.outcomes[s.Whose] = s.Path, &desk.Scored{Outcome: s.Outcome, Target: s.Target, Earlier: s.Earlier}
		return
	}
	delete(r.outcomes, s.Whose)
	rec := s.Record()
	p := desk.Alone(problem.New(problem.FormTwice, "", desk.OrNobody(scoring.Unit(rec.Unit)), first+" và "+s.Path))[0]
	s.Problems, r.twice = append(s.Problems, p), append(r.twice, p)
	r.contested = append(r.contested, contested{scoring.Unit(rec.Unit), s.Path, record.Refused("", []reader.Problem{p}).Problems[0]})
	if s.Rec != nil {
		s.Rec.Problems = append(s.Rec.Problems, record.Refused("", []reader.Problem{p}).Problems...)
	}
}
