package templates

import (
	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/problem"
	"cchc/templates/draft"
)

// Annex makes the sheets of a scored workbook that are the same for all units of a rule set: what changed since the previous
// set, where changes is not nil, and what is to be confirmed. Make it once for many workbooks.
func (l *Layout) Annex(changes *compare.Changes) []*draft.Sheet {
	confirm := confirmSheet(l)
	if changes == nil {
		return []*draft.Sheet{confirm}
	}
	return []*draft.Sheet{diffSheet(*changes), confirm}
}

// ScoredWorkbook is the form with its results, which can be appraised and read again. The filling is what was read from the
// submitted form, the result is that of its submission, the problems are all that were found; annex is from [Layout.Annex].
func (l *Layout) ScoredWorkbook(f Filling, r *scoring.Result, problems []Problem, annex []*draft.Sheet) *draft.Workbook {
	f.Stage = ScoredStage
	v := l.fillScored(f, r)
	sheets := []*draft.Sheet{resultSheet(l, &f.Submission, r, problems), v.formSheet(), problemSheet(l, problems)}
	sheets = append(sheets, annex...)
	return v.workbook(append(sheets, v.common().guide, v.hiddenSheet()))
}

// PressScored lays out once what all scored workbooks of a rule set have in common, like [Layout.PressForms]. They must have
// the same annex.
func (l *Layout) PressScored(version string, annex []*draft.Sheet) (*draft.Plate, error) {
	var looks []draft.Style
	for _, f := range l.extremes() {
		f.Version = version
		looks = append(looks, stylesOf(l.scoredSample(f, l.oneOfEach(), annex))...)
	}
	return draft.Press(l.scoredSample(Filling{Version: version}, nil, annex), looks...)
}

func (l *Layout) scoredSample(f Filling, problems []Problem, annex []*draft.Sheet) *draft.Workbook {
	r := l.Scorer.Score(f.Submission)
	return l.ScoredWorkbook(f, &r, problems, annex)
}

// extremes are fillings that show between them every look: a unit that is fixed with everything exempt, and one with an
// appraisal in which every leaf was set by hand, every other one as not assessed.
func (l *Layout) extremes() []Filling {
	exempt, appraised := Filling{UnitFixed: true}, Filling{}
	for i := range l.Rules.Criteria {
		exempt.Submission.Exempt = append(exempt.Submission.Exempt, l.Rules.Criteria[i].Number)
	}
	set := map[string]scoring.Verdict{}
	for i, leaf := range l.Rules.Leaves() {
		set[leaf.Number] = scoring.Verdict{NotAssessed: i%2 == 1}
	}
	appraised.Submission.Appraisal = &scoring.Appraisal{Done: true, Set: set}
	return []Filling{exempt, appraised}
}

// oneOfEach has a problem of each look: an error with a link, a warning, and one that has no place.
func (l *Layout) oneOfEach() []Problem {
	leaf := l.Rules.Leaves()[0]
	return []Problem{
		{Problem: problem.New(problem.AnswerMissing, leaf.Key(leaf.Inputs[0].Name).String(), "")},
		{Problem: problem.New(problem.EvidenceMissing, leaf.Number, "")},
		{Problem: problem.New(problem.AnswersChanged, "", "")},
	}
}
