package desk

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/appraisal"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
	"cchc/templates/report"
)

// ScoreJob is one workbook to score.
type ScoreJob struct {
	Path      string
	Write     bool   // the result, and not only score
	Out       string // the folder of results
	Elsewhere bool   // it was named, so that a result that is scored again goes there too
	Force     bool   // score what is as before, too
	Take      Taker  // what else goes into the appraisal of a result; nil for nothing
}

// Taker says what goes into the appraisal of a result that has just been read, step by step; nothing where the result is to stay as
// it is.
type Taker func(rs *scoring.RuleSet, scorer *scoring.Scorer, now appraisal.Standing) []appraisal.Step

// outcome is what became of a form's result.
type outcome int

const (
	Fresh     outcome = iota // there was none
	Corrected                // what the unit declared, or what was appraised, is other than before
	Renewed                  // only the rules, the list or the program are others
	AsBefore                 // nothing was to be done
)

// Scored is what became of a workbook.
type Scored struct {
	ScoreJob
	Result   *scoring.Result // nil where it was refused, or as before
	Problems []reader.Problem
	Failure  error // of the disk, not of the workbook

	Outcome outcome
	Whose   Owner
	texts   string         // the fingerprint of the texts that the workbook holds
	Target  string         // the result's file; "" where there is none
	Earlier string         // where the result lies that was replaced
	Rec     *record.Record // of a workbook that is as before
	taken   []appraisal.Step

	edition  *Edition
	declared *scoring.Submission // what was scored; its texts hold on to the form's
}

// Score scores one workbook and writes the result. Whatever happens stays with this one: even a panic is only its refusal.
func (d *Desk) Score(job ScoreJob) (s Scored) {
	s.ScoreJob = job
	defer func() {
		if fault := recover(); fault != nil {
			s = Scored{ScoreJob: job, Problems: Alone(problem.New(problem.FileCrash, "", fault))}
		}
	}()
	data, err := disk.ReadBounded(job.Path)
	if err == nil && job.Take == nil && d.leaveAsBefore(&s, data) {
		return s
	}
	var e *Edition
	var reading *reader.Reading
	if err == nil {
		e, reading, err = d.read(data)
	}
	var refusal *reader.Refused
	var faulty *FaultySet
	var ambiguous *rules.NameError
	switch {
	case errors.As(err, &refusal):
		s.Problems = Alone(refusal.Problem)
	case errors.As(err, &faulty):
		s.Problems = Alone(faulty.OfForm())
	case errors.As(err, &ambiguous):
		s.Problems = Alone(ambiguous.Problem)
	case err != nil:
		s.Failure = err
	default:
		s.Failure = d.evaluate(&s, e, reading, data)
	}
	if s.Failure != nil {
		s.declared = nil
	}
	return s
}

// Open reads a workbook's file.
func (d *Desk) Open(path string) (*Edition, *reader.Reading, error) {
	data, err := disk.ReadBounded(path)
	if err != nil {
		return nil, nil, err
	}
	return d.read(data)
}

// read reads a workbook, by the rule set that it asks for.
func (d *Desk) read(data []byte) (*Edition, *reader.Reading, error) {
	e, book, err := d.Book(data)
	if err != nil {
		return nil, nil, err
	}
	reading, err := reader.Read(e.Layout, book)
	return e, reading, err
}

// Book opens a workbook, with the rule set that it asks for.
func (d *Desk) Book(data []byte) (*Edition, *reader.Book, error) {
	book, err := reader.Open(data)
	if err != nil {
		return nil, nil, err
	}
	if !d.Knows(book.Stamp.RuleSet) {
		return nil, nil, book.UnknownRules(d.Catalog.IDs())
	}
	e, err := d.Edition(book.Stamp.RuleSet)
	if err != nil {
		return nil, nil, err
	}
	return e, book, nil
}

// OpenBook opens a workbook of whatever rule set.
func OpenBook(path string) (*reader.Book, error) {
	data, err := disk.ReadBounded(path)
	if err != nil {
		return nil, err
	}
	return reader.Open(data)
}

// ownerOfResult says whose result a workbook is; ok is false for anything but a result that can be read.
func (d *Desk) ownerOfResult(data []byte) (whose Owner, ok bool) {
	if _, untouched := report.UntouchedSummary(data); untouched {
		return Owner{}, false // and need not be read
	}
	e, reading, err := d.read(data)
	if err != nil || reading.Stamp.Stage != templates.ScoredStage {
		return Owner{}, false
	}
	return ownerOf(reading.Submission.Unit, e.Rules.ID, strings.Clone(reading.Memory.Source)), true
}

// evaluate scores what was read and writes the workbook of results. The error is of the disk.
func (d *Desk) evaluate(s *Scored, e *Edition, reading *reader.Reading, data []byte) error {
	s.texts = templates.TextsFingerprint(reading.Filling())
	carried := reading.Submission
	s.Problems = append(d.List.Apply(reading), d.supply(e, reading)...)
	if p := CodeProblem(reading.Submission.Unit); p != nil {
		s.Problems = append(s.Problems, reading.Locate(*p))
	}
	s.edition, s.declared = e, &reading.Submission
	if s.Take != nil {
		s.taken = s.Take(e.Rules, e.Layout.Scorer, appraisal.Standing{Submission: reading.Submission, Unread: reading.Unread})
		if len(s.taken) == 0 {
			s.Outcome = AsBefore
			return nil
		}
	}
	if !s.Write {
		result := e.Layout.Scorer.Score(reading.Submission)
		s.Result, s.Problems = &result, append(reading.Findings(&result), s.Problems...)
		return nil
	}
	again, err := d.scoreAgain(s, e, reading, carried, data)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := e.Printer.Scored(&out, again.filling, s.Result, s.Problems); err != nil {
		return err
	}
	return d.commit(s, e, again, out.Bytes(), sumOf(data))
}

// PassedOver says why the file is none to be scored though it stands among the forms: a ranking, or a table of an agency. Nil of
// all others.
func (s *Scored) PassedOver() *disk.Skipped {
	if s.Result != nil || len(s.Problems) != 1 {
		return nil
	}
	return NoForm(s.Path, s.Problems[0].Code)
}

// NoForm says of a file that was refused for that why nobody misses it among forms and results; nil where somebody may.
func NoForm(path string, code problem.Code) *disk.Skipped {
	switch code {
	case problem.FormRanking:
		return &disk.Skipped{Path: path, Reason: "bảng xếp hạng do chương trình lập"}
	case problem.FormSummary:
		return &disk.Skipped{Path: path, Reason: "bảng tổng hợp vấn đề do chương trình lập"}
	case problem.FormReturned:
		return &disk.Skipped{Path: path, Reason: "sổ các chỗ chưa nhận của bảng thẩm định do chương trình lập"}
	case problem.AppraiseTable:
		return &disk.Skipped{Path: path, Reason: "bảng thẩm định theo tiêu chí (nhận vào kết quả bằng cchc appraise --from)"}
	}
	return nil
}

func Alone(p problem.Problem) []reader.Problem { return []reader.Problem{{Problem: p}} }

// Declared is what was scored; nil where nothing was.
func (s *Scored) Declared() *scoring.Submission { return s.declared }

// Record is the line of JSON for it.
func (s *Scored) Record() record.Record {
	if s.Rec != nil {
		return *s.Rec
	}
	if s.Result == nil {
		return record.Refused(filepath.ToSlash(s.Path), s.Problems)
	}
	stamp := s.edition.Layout.Stamp("", "")
	return record.New(filepath.ToSlash(s.Path), s.Result, s.Problems).Carrying(stamp.Form, stamp.Rules, s.declared, s.edition.Rules)
}
