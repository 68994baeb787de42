package main

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// scoreJob is one workbook to score.
type scoreJob struct {
	path      string
	write     bool   // the result, and not only score
	out       string // the folder of results
	elsewhere bool   // it was named, so that a result that is scored again goes there too
	force     bool   // score what is as before, too
}

// outcome is what became of a form's result.
type outcome int

const (
	fresh     outcome = iota // there was none
	corrected                // what the unit declared, or what was appraised, is other than before
	renewed                  // only the rules, the list or the program are others
	asBefore                 // nothing was to be done
)

// scored is what became of a workbook.
type scored struct {
	scoreJob
	result   *scoring.Result // nil where it was refused, or as before
	problems []reader.Problem
	failure  error // of the disk, not of the workbook

	outcome outcome
	whose   owner
	texts   string         // the fingerprint of the texts that the workbook holds
	target  string         // the result's file; "" where there is none
	earlier string         // where the result lies that was replaced
	rec     *record.Record // of a workbook that is as before

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
	data, err := disk.ReadBounded(job.path)
	if err == nil && d.leaveAsBefore(&s, data) {
		return s
	}
	var e *edition
	var reading *reader.Reading
	if err == nil {
		e, reading, err = d.read(data)
	}
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
		s.failure = d.evaluate(&s, e, reading, data)
	}
	if s.failure != nil {
		s.declared = nil
	}
	return s
}

// open reads a workbook's file.
func (d *desk) open(path string) (*edition, *reader.Reading, error) {
	data, err := disk.ReadBounded(path)
	if err != nil {
		return nil, nil, err
	}
	return d.read(data)
}

// read reads a workbook, by the rule set that it asks for.
func (d *desk) read(data []byte) (*edition, *reader.Reading, error) {
	e, book, err := d.book(data)
	if err != nil {
		return nil, nil, err
	}
	reading, err := reader.Read(e.layout, book)
	return e, reading, err
}

// book opens a workbook, with the rule set that it asks for.
func (d *desk) book(data []byte) (*edition, *reader.Book, error) {
	book, err := reader.Open(data)
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

// openBook opens a workbook of whatever rule set.
func openBook(path string) (*reader.Book, error) {
	data, err := disk.ReadBounded(path)
	if err != nil {
		return nil, err
	}
	return reader.Open(data)
}

// ownerOfResult says whose result a workbook is; ok is false for anything but a result that can be read.
func (d *desk) ownerOfResult(data []byte) (whose owner, ok bool) {
	e, reading, err := d.read(data)
	if err != nil || reading.Stamp.Stage != templates.ScoredStage {
		return owner{}, false
	}
	return ownerOf(reading.Submission.Unit, e.rules.ID, strings.Clone(reading.Memory.Source)), true
}

// evaluate scores what was read and writes the workbook of results. The error is of the disk.
func (d *desk) evaluate(s *scored, e *edition, reading *reader.Reading, data []byte) error {
	s.texts = templates.TextsFingerprint(reading.Filling())
	s.problems = d.list.apply(reading)
	if p := codeProblem(reading.Submission.Unit); p != nil {
		s.problems = append(s.problems, reading.Locate(*p))
	}
	s.edition, s.declared = e, &reading.Submission
	if !s.write {
		result := e.layout.Scorer.Score(reading.Submission)
		s.result, s.problems = &result, append(reading.Findings(&result), s.problems...)
		return nil
	}
	again, err := d.scoreAgain(s, e, reading, data)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := e.printer.Scored(&out, again.filling, s.result, s.problems); err != nil {
		return err
	}
	return d.commit(s, e, again, out.Bytes(), sumOf(data))
}

// isRanking says that the file is a ranking that stands among the forms.
func (s *scored) isRanking() bool {
	return s.result == nil && len(s.problems) == 1 && s.problems[0].Code == problem.FormRanking
}

func (s *scored) passedOver() *disk.Skipped {
	return &disk.Skipped{Path: s.path, Reason: "bảng xếp hạng do chương trình lập"}
}

func alone(p problem.Problem) []reader.Problem { return []reader.Problem{{Problem: p}} }

// record is the line of JSON for it.
func (s *scored) record() record.Record {
	if s.rec != nil {
		return *s.rec
	}
	if s.result == nil {
		return record.Refused(filepath.ToSlash(s.path), s.problems)
	}
	stamp := s.edition.layout.Stamp("", "")
	return record.New(filepath.ToSlash(s.path), s.result, s.problems).Carrying(stamp.Form, stamp.Rules, s.declared, s.edition.rules)
}
