// Package report lays out what comes out of scoring: scored workbooks, rankings, comparisons of rule sets, the table of boundary
// cases, and the guide.
//
// Start with [NewPrinter], which writes any number of forms and scored workbooks of one layout and lays out only once what
// they have in common. [RankingWorkbook], [WriteDiff], [WriteTestTable] and [ManualWorkbook] each make one workbook. A sheet is
// written downwards by a pen (pen.go), in the looks of package look.
//
// It reckons nothing: figures come from package scoring and its rooms, places from the layout.
package report

import (
	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/reader"
)

// Annex makes the sheets of a scored workbook that are the same for all units of a rule set: what changed since the previous
// set, where changes is not nil, and what is to be confirmed. Make it once for many workbooks.
func Annex(l *templates.Layout, changes *compare.Changes) []*draft.Sheet {
	confirm := confirmSheet(l)
	if changes == nil {
		return []*draft.Sheet{confirm}
	}
	return []*draft.Sheet{diffSheet(*changes), confirm}
}

// ScoredWorkbook is the form with its results, which can be appraised and read again. The filling is what was read from the
// submitted form, the result is that of its submission, the problems are all that were found; annex is from [Annex].
func ScoredWorkbook(l *templates.Layout, f templates.Filling, r *scoring.Result, problems []reader.Problem, annex []*draft.Sheet) *draft.Workbook {
	f.Stage = templates.ScoredStage
	s := l.Fill(f, r)
	sheets := []*draft.Sheet{resultSheet(l, &f, r, problems), s.Form, problemSheet(l, f.File, problems), journalSheet(f.Memory.Journal)}
	for _, sheet := range annex {
		if sheet.Name == templates.ConfirmSheet && len(f.Submission.Exempt) > 0 && !f.Listed {
			sheet = confirmExempt(l, sheet, f.Submission.Exempt)
		}
		sheets = append(sheets, sheet)
	}
	return s.Workbook(append(sheets, s.Guide, s.Hidden)...)
}

// PressScored lays out once what all scored workbooks of a rule set have in common, like [templates.Layout.PressForms]. They must have
// the same annex, and an appraisal has begun in all of them or in none.
func PressScored(l *templates.Layout, version string, annex []*draft.Sheet, appraised bool) (*draft.Plate, error) {
	var looks []draft.Style
	for _, f := range extremes(l) {
		f.Version = version
		looks = append(looks, scoredSample(l, f, oneOfEach(l), annex).Styles()...)
	}
	base := templates.Filling{Version: version}
	if appraised {
		base.Submission.Appraisal = &scoring.Appraisal{Done: true}
	}
	return draft.Press(scoredSample(l, base, nil, annex), looks...)
}

func scoredSample(l *templates.Layout, f templates.Filling, problems []reader.Problem, annex []*draft.Sheet) *draft.Workbook {
	r := l.Scorer.Score(f.Submission)
	return ScoredWorkbook(l, f, &r, problems, annex)
}

// extremes are fillings that show between them every look: a unit that is fixed with everything exempt, and one with an
// appraisal in which every leaf was set by hand, every other one as not assessed.
func extremes(l *templates.Layout) []templates.Filling {
	exempt, appraised := templates.Filling{UnitFixed: true}, templates.Filling{}
	for i := range l.Rules.Criteria {
		exempt.Submission.Exempt = append(exempt.Submission.Exempt, l.Rules.Criteria[i].Number)
	}
	set := map[string]scoring.Verdict{}
	for i, leaf := range l.Rules.Leaves() {
		set[leaf.Number] = scoring.Verdict{NotAssessed: i%2 == 1}
	}
	appraised.Submission.Appraisal = &scoring.Appraisal{Done: true, Set: set}
	return []templates.Filling{exempt, appraised}
}

// oneOfEach has a problem of each look: an error with a link, a warning, and one that has no place.
func oneOfEach(l *templates.Layout) []reader.Problem {
	leaf := l.Rules.Leaves()[0]
	return []reader.Problem{
		{Problem: problem.New(problem.AnswerMissing, leaf.Key(leaf.Inputs[0].Name).String(), "")},
		{Problem: problem.New(problem.EvidenceMissing, leaf.Number, "")},
		{Problem: problem.New(problem.AnswersChanged, "", "")},
	}
}
