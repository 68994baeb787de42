package desk

import (
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"cchc/scoring"
	"cchc/scoring/appraisal"
	"cchc/scoring/expr"
	"cchc/scoring/figures"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// again is a workbook's result as it is to be written.
type again struct {
	shelf   *shelf
	filling templates.Filling
	old     *kept               // the result that is there; nil where there is none
	inPlace bool                // the workbook is itself that result
	changed bool                // what the unit declared, or what was appraised, is other than when it was written
	typed   bool                // it holds what would be nowhere else
	left    []templates.Finding // what was typed over the earlier result's formulas, and nobody has settled
	blocked bool                // nobody can tell which result is the unit's
}

// inPlace says that a result that is scored again stays where it is: no other folder was named for it.
func (job ScoreJob) inPlace() bool {
	return !job.Elsewhere || filepath.Clean(job.Out) == filepath.Clean(filepath.Dir(job.Path))
}

// scoreAgain scores a workbook, with the appraisal that lies in its earlier result. Carried is what it held before anything was supplied.
func (d *Desk) scoreAgain(s *Scored, e *Edition, reading *reader.Reading, carried scoring.Submission, data []byte) (again, error) {
	a := again{filling: reading.Filling()}
	var err error
	if reading.Stamp.Stage == templates.ScoredStage {
		err = d.takeIn(s, e, &a, reading, data)
		e.figuresChanged(s, &a, reading, carried)
	} else {
		err = d.takeOver(s, e, &a, reading)
	}
	if err != nil {
		return a, err
	}
	in, memory := a.filling.Submission, &a.filling.Memory
	if d.Day != "" || a.changed {
		memory.Day = d.Day
	}
	result := e.Layout.Scorer.Score(in)
	marks := handover.MarksOf(e.Rules, in.Appraisal, a.filling.Unread)
	memory.Again = handover.StillOpen(e.Rules, memory.Again, in.Appraisal)
	memory.Stage = handover.Stage{Marks: marks, Points: handover.AppraisedPoints(&result, marks)}
	s.Result, s.declared, s.Problems = &result, &a.filling.Submission, append(reading.Findings(&result), s.Problems...)
	a.filling.Findings = append(reading.Filling().Findings, a.left...)
	a.filling.Listed = d.List != nil
	for _, item := range memory.Again {
		s.Problems = append(s.Problems, reading.Locate(problem.New(problem.AppraiseAgain, item.Key, blankOr(item.From), blankOr(item.To))))
	}
	return a, nil
}

// takeIn makes ready for scoring a result again: what somebody has changed in its appraisal goes into the journal, and what was
// declared in it stays what it was scored of first.
func (d *Desk) takeIn(s *Scored, e *Edition, a *again, reading *reader.Reading, data []byte) error {
	a.inPlace = s.inPlace()
	folder := s.Out
	if a.inPlace {
		folder = filepath.Dir(s.Path)
	}
	a.shelf = d.shelf(folder)
	s.Whose = ownerOf(reading.Submission.Unit, e.Rules.ID, reading.Memory.Source)
	a.shelf.claim(s.Whose, s.Path)
	memory := &a.filling.Memory
	lines := e.journal(memory.Stage, a.filling, reading.SavedBy, Moment(reading.Saved))
	memory.Journal = append(memory.Journal, lines...)
	a.changed = len(lines)+len(s.taken) > 0
	for _, step := range s.taken {
		e.take(a, reading, step)
	}
	if a.inPlace {
		name, sum := filepath.Base(s.Path), sumOf(data)
		a.old = &kept{name: name, data: data, sum: sum, note: a.shelf.unchanged(name, sum)}
		a.typed = a.old.note == nil || len(s.taken) > 0
		return nil
	}
	old, _, err := a.shelf.result(s.Whose)
	a.old, a.typed = old, old != nil
	return err
}

// take puts a step into the appraisal, and into the journal with who said it.
func (e *Edition) take(a *again, reading *reader.Reading, step appraisal.Step) {
	was, journal := e.stage(a.filling), a.filling.Memory.Journal
	*reading = *reading.Taking(step.Appraisal, step.Unread)
	memory := a.filling.Memory
	a.filling = reading.Filling()
	a.filling.Memory = memory
	a.filling.Memory.Journal = append(journal, e.journal(was, a.filling, step.By, step.At)...)
}

// takeOver makes ready for scoring a form of which there is a result: its appraisal stands in every leaf whose answers are as they were.
func (d *Desk) takeOver(s *Scored, e *Edition, a *again, reading *reader.Reading) error {
	a.shelf = d.shelf(s.Out)
	source := sourceOf(s.Path, s.Out)
	s.Whose = ownerOf(reading.Submission.Unit, e.Rules.ID, source)
	a.shelf.claim(s.Whose, s.Path)
	memory := &a.filling.Memory
	memory.Texts, a.filling.File = s.texts, norm.NFC.String(filepath.Base(s.Path))
	if strings.HasPrefix(s.Whose.unit, "/") {
		memory.Source = source
	}
	old, twice, err := a.shelf.result(s.Whose)
	if old == nil || err != nil {
		return err
	}
	a.old = old
	if len(twice) > 0 {
		a.blocked = true
		s.Problems = append(s.Problems, Alone(problem.New(problem.ResultTwice, "", reading.Submission.Unit.Code, strings.Join(twice, ", ")))...)
		return nil
	}
	data, err := old.bytes(a.shelf.folder)
	if err != nil {
		return err
	}
	_, earlier, err := d.read(data)
	var refusal *reader.Refused
	if errors.As(err, &refusal) { // of another edition of the rules: nobody can say which of its answers are the same
		a.typed, a.changed = true, true
		s.Problems = append(s.Problems, Alone(problem.New(problem.ResultUnreadable, "", old.name, refusal.Problem.Text()))...)
		return nil
	}
	if err == nil {
		e.carryAppraisal(s, a, reading, earlier)
		if d.Announced == nil {
			figures.Keep(e.Rules, &a.filling.Submission, &earlier.Submission)
		}
		e.figuresChanged(s, a, reading, earlier.Submission)
	}
	return err
}

// carryAppraisal puts the appraisal of an earlier result into a form's, and notes what has to be looked at again.
func (e *Edition) carryAppraisal(s *Scored, a *again, reading, earlier *reader.Reading) {
	in, memory := &a.filling.Submission, &a.filling.Memory
	typed := earlier.Filling()
	lines := e.journal(earlier.Memory.Stage, typed, earlier.SavedBy, Moment(earlier.Saved))
	now := reading.Fingerprints()
	leafChanged := func(leaf string) bool { return !earlier.WasScoredOf(now, leaf) }
	var fresh []handover.Again
	in.Appraisal, fresh = handover.Reappraise(e.Rules, &earlier.Submission, in, leafChanged)
	maps.Copy(a.filling.Unread, appraisedOnly(earlier.Unread))
	a.filling.Signature = e.Layout.CarrySignature(a.filling.Signature, earlier.Signature)
	dropped := e.journal(e.stage(typed), a.filling, correctedByUnit, "")
	memory.Journal = append(append(earlier.Memory.Journal, lines...), dropped...)
	memory.Again, memory.Day = append(earlier.Memory.Again, fresh...), earlier.Memory.Day
	texts := changedTexts(e.Rules, &earlier.Submission, in)
	a.changed = len(lines)+len(dropped)+len(texts) > 0 || !earlier.WasScoredOf(now, "") || memory.Texts != earlier.Memory.Texts && earlier.Memory.Texts != ""
	a.typed = a.old.note == nil || a.changed
	if appraisal := earlier.Submission.Appraisal; appraisal != nil {
		if appraisal.Done && !in.Appraisal.Done {
			s.Problems = append(s.Problems, Alone(problem.New(problem.AppraisalReopened, "", countLeaves(fresh)))...)
		}
		if len(texts) > 0 {
			s.Problems = append(s.Problems, Alone(problem.New(problem.TextsChanged, "", strings.Join(texts, ", ")))...)
		}
	}
	s.Problems = append(s.Problems, a.leftOf(earlier)...)
	s.Problems = append(s.Problems, reader.OfAppraisal(e.Layout, a.filling)...)
}

// ofState says that a problem is with the state of an appraisal, which is told of the result as it is written.
func ofState(p reader.Problem) bool {
	return p.Code == problem.FormAppraisalState || p.Code == problem.AppraisalUncounted
}

// leftOf is what an earlier result holds that the new one won't: all of it is said once, and what was typed over a formula until
// somebody settles it.
func (a *again) leftOf(earlier *reader.Reading) []reader.Problem {
	over := earlier.TypedOver()
	for _, p := range over {
		a.left = append(a.left, p.Finding())
	}
	if a.old.note != nil {
		return over
	}
	saidElsewhere := func(p reader.Problem) bool { return ofState(p) || p.Code == problem.ResultTypedOver }
	return append(slices.DeleteFunc(slices.Clone(earlier.Problems), saidElsewhere), over...)
}

// correctedByUnit stands in the journal where nobody took an appraisal away but a corrected form.
const correctedByUnit = "đơn vị nộp lại phiếu"

// stage is how the appraisal of a filled form stands.
func (e *Edition) stage(f templates.Filling) handover.Stage {
	marks := handover.MarksOf(e.Rules, f.Submission.Appraisal, f.Unread)
	if len(marks) == 0 {
		return handover.Stage{}
	}
	result := e.Layout.Scorer.Score(f.Submission)
	return handover.Stage{Marks: marks, Points: handover.AppraisedPoints(&result, marks)}
}

// journal tells what has been changed in an appraisal since a stage; by and at are who saved it and when.
func (e *Edition) journal(was handover.Stage, f templates.Filling, by, at string) []handover.Entry {
	if maps.Equal(was.Marks, handover.MarksOf(e.Rules, f.Submission.Appraisal, f.Unread)) {
		return nil
	}
	lines := handover.Journal(e.Rules, was, e.stage(f), handover.DeclaredPoints(e.Layout.Scorer, f.Submission))
	for i := range lines {
		lines[i].By, lines[i].At = by, at
	}
	return lines
}

// appraisedOnly are what stood in cells of the appraisal that could not be used.
func appraisedOnly(unread map[string]string) map[string]string {
	only := map[string]string{}
	for path, text := range unread {
		if strings.Contains(path, "@") {
			only[path] = text
		}
	}
	return only
}

// changedTexts lists the leaves of which the unit says something else beside its answers.
func changedTexts(rs *scoring.RuleSet, from, to *scoring.Submission) []string {
	var leaves []string
	for _, leaf := range rs.Leaves() {
		n := leaf.Number
		if from.Evidence[n] != to.Evidence[n] || from.Justification[n] != to.Justification[n] {
			leaves = append(leaves, n)
		}
	}
	return leaves
}

// countLeaves counts the leaves of answers that are to be looked at again.
func countLeaves(again []handover.Again) int {
	leaves := map[string]bool{}
	for _, item := range again {
		key, _ := expr.ParseKey(item.Key)
		leaves[key.Leaf] = true
	}
	return len(leaves)
}

func blankOr(text string) string {
	if text == "" {
		return "trống"
	}
	return text
}

// Moment is a time on this machine's clock as people write it here; "" for none.
func Moment(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.Local().Format("15:04 02/01/2006")
}
