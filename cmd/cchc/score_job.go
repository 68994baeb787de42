package main

import (
	"bytes"
	"errors"
	"path/filepath"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates/reader"
)

// scoreJob is one workbook to score, and where the result goes.
type scoreJob struct {
	path, out string
	force     bool
}

// scored is what became of a workbook.
type scored struct {
	scoreJob
	result   *scoring.Result // nil where it was refused
	problems []reader.Problem
	failure  error // of the disk, not of the workbook
	edition  *edition
	declared *scoring.Submission // what was scored; its texts hold on to the form's
}

// score scores one workbook and writes the result. Whatever happens stays with this one: even a panic is only its refusal.
func (d *desk) score(job scoreJob) (s scored) {
	s.scoreJob = job
	defer func() {
		if fault := recover(); fault != nil {
			s = scored{scoreJob: job, problems: alone(problem.New(problem.FileCrash, "", fault))}
		}
	}()
	e, reading, err := d.open(job.path)
	var refusal *reader.Refused
	var faulty *faultySet
	var ambiguous *rules.NameError
	switch {
	case errors.As(err, &refusal):
		s.problems = alone(refusal.Problem)
	case errors.As(err, &faulty):
		s.problems = alone(faulty.ofForm())
	case errors.As(err, &ambiguous):
		s.problems = alone(ambiguous.Problem)
	case err != nil:
		s.failure = err
	default:
		s.failure = d.evaluate(&s, e, reading)
	}
	if s.failure != nil {
		s.declared = nil
	}
	return s
}

// open reads a workbook, by the rule set that it asks for.
func (d *desk) open(path string) (*edition, *reader.Reading, error) {
	e, book, err := d.book(path)
	if err != nil {
		return nil, nil, err
	}
	reading, err := reader.Read(e.layout, book)
	return e, reading, err
}

// book opens a workbook, with the rule set that it asks for.
func (d *desk) book(path string) (*edition, *reader.Book, error) {
	book, err := openBook(path)
	if err != nil {
		return nil, nil, err
	}
	if !d.knows(book.Stamp.RuleSet) {
		return nil, nil, book.UnknownRules(d.catalog.IDs())
	}
	e, err := d.edition(book.Stamp.RuleSet)
	if err != nil {
		return nil, nil, err
	}
	return e, book, nil
}

func openBook(path string) (*reader.Book, error) {
	data, err := disk.ReadBounded(path)
	if err != nil {
		return nil, err
	}
	return reader.Open(data)
}

// evaluate scores what was read and writes the workbook of results. The error is of the disk.
func (d *desk) evaluate(s *scored, e *edition, reading *reader.Reading) error {
	result := e.layout.Scorer.Score(reading.Submission)
	s.result, s.problems = &result, reading.Findings(&result)
	if p := codeProblem(result.Unit); p != nil {
		s.problems = append(s.problems, reading.Locate(*p))
	}
	s.edition, s.declared = e, &reading.Submission
	if s.out == "" {
		return nil
	}
	var out bytes.Buffer
	if err := e.printer.Scored(&out, reading.Filling(), &result, s.problems); err != nil {
		return err
	}
	return d.write(s.out, out.Bytes(), s.force)
}

// isRanking says that the file is a ranking that stands among the forms.
func (s *scored) isRanking() bool {
	return s.result == nil && len(s.problems) == 1 && s.problems[0].Code == problem.FormRanking
}

func (s *scored) passedOver() *disk.Skipped {
	return &disk.Skipped{Path: s.path, Reason: "bảng xếp hạng do chương trình lập"}
}

func alone(p problem.Problem) []reader.Problem { return []reader.Problem{{Problem: p}} }

// provisional says that the total that counts is not final.
func (s *scored) provisional() bool {
	counting, _ := s.result.Counting()
	return counting.Provisional()
}

// count says how many of its problems have that severity.
func (s *scored) count(severity problem.Severity) int {
	n := 0
	for _, p := range s.problems {
		if p.Severity == severity {
			n++
		}
	}
	return n
}

// record is the line of JSON for it.
func (s *scored) record() record.Record {
	if s.result == nil {
		return record.Refused(filepath.ToSlash(s.path), s.problems)
	}
	stamp := s.edition.layout.Stamp("", "")
	return record.New(filepath.ToSlash(s.path), s.result, s.problems).Carrying(stamp.Form, stamp.Rules, s.declared, s.edition.rules)
}
