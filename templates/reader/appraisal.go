package reader

import (
	"cmp"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// readAppraisal reads what the secretariat wrote into a scored workbook. In a form that a unit submits, the same cells
// are the unit's own doing: they are named and not used.
func (r *reader) readAppraisal() {
	if r.book.Stamp.Stage == templates.SubmittedStage {
		r.sayOwnAppraisal()
		return
	}
	a := &scoring.Appraisal{Answers: expr.Answers{}, Set: map[string]scoring.Verdict{}, Reasons: map[string]string{}}
	state, ok := r.field(templates.AppraisalField), false
	if a.Done, ok = appraisalDone(state); !ok {
		r.out.Unread[templates.AppraisalField] = state.Text
		r.report(problem.New(problem.FormAppraisalState, templates.AppraisalField, quote(state.Text)), state)
	}
	for _, row := range r.Rows {
		switch {
		case row.Kind == templates.InputRow && row.Input.IsTyped():
			key := row.Node.Key(row.Input.Name)
			if answer := r.answer(row, templates.AppraisedAnswer, scoring.AppraisedPath(key)); !answer.IsBlank() {
				a.Answers[key] = answer
			}
		case row.Kind == templates.NodeRow && row.Node.IsLeaf():
			r.leafText(a.Reasons, row.Node, templates.WhyColumn)
			if verdict, set := r.verdict(row); set {
				a.Set[row.Node.Number] = verdict
			}
		}
	}
	if a.Done || len(a.Answers)+len(a.Set)+len(a.Reasons) > 0 {
		r.out.Submission.Appraisal = a
	}
	r.sayUncounted()
	r.sayChanged()
}

// sayChanged notes that declared answers are not those that were scored, and of which leaves where the workbook tells it.
func (r *reader) sayChanged() {
	now := map[string]string{}
	for _, line := range templates.Fingerprints(r.Typed(r.out.Submission.Answers)) {
		now[line.Name] = line.Value
	}
	if r.book.fixed[templates.FixedFingerprint] == now[templates.FixedFingerprint] {
		return
	}
	r.say("", problem.AnswersChanged, r.leavesChanged(now))
	r.sayAnswersChanged()
}

// leavesChanged names the leaves whose fingerprint is another now.
func (r *reader) leavesChanged(now map[string]string) string {
	var leaves []string
	told := false
	nothing := templates.Fingerprint(nil)
	for _, leaf := range r.Rules.Leaves() {
		name := templates.FixedFingerprint + ":" + leaf.Number
		was := r.book.fixed[name]
		told = told || was != ""
		if cmp.Or(was, nothing) != cmp.Or(now[name], nothing) {
			leaves = append(leaves, leaf.Number)
		}
	}
	if !told {
		return "không rõ ở tiêu chí nào"
	}
	return "tiêu chí " + few(leaves)
}

// appraisalDone reads whether the appraised total counts; ok is false for anything but the two words, or nothing.
func appraisalDone(cell xlsx.Cell) (done, ok bool) {
	if isBlank(cell) {
		return false, true
	}
	states := templates.AppraisalStates()
	done = cell.Kind == xlsx.Text && strings.EqualFold(cell.Text, states[1])
	return done, done || cell.Kind == xlsx.Text && strings.EqualFold(cell.Text, states[0])
}

// verdict reads the points set for a leaf. Where its row can't be found nobody knows what was set: that is no verdict that counts.
func (r *reader) verdict(row templates.Row) (v scoring.Verdict, set bool) {
	if p := r.rowProblem(row); p != nil {
		return scoring.Verdict{Bad: p}, true
	}
	cell, _ := r.grid.at(row.Key, templates.SetColumn)
	path := scoring.VerdictPath(row.Key)
	if merged, ok := r.unclear(cell); ok {
		v.Bad = cellProblem(problem.CellMerged, templates.SetColumn.Title(), merged.String())
	} else if isBlank(cell) {
		return v, false
	} else {
		v = verdictOf(cell)
	}
	if v.Bad != nil {
		if p, was := r.cause(path, cell); was {
			v.Bad = &p
		}
		r.out.Unread[path] = cell.Text
		return v, true
	}
	r.sayUsed(templates.SetColumn.Title(), cell, path)
	return v, true
}

// verdictOf reads a cell as points or as KĐG.
func verdictOf(cell xlsx.Cell) (v scoring.Verdict) {
	if cell.Kind == xlsx.Text && strings.EqualFold(cell.Text, expr.NotAssessed.Label()) {
		return scoring.Verdict{NotAssessed: true}
	}
	v.Points, v.Bad = numberOf(templates.SetColumn.Title(), cell)
	if v.Bad != nil && v.Bad.Code == problem.CellNotNumber {
		v.Bad = cellProblem(problem.CellNotPoints, templates.SetColumn.Title(), quote(cell.Text))
	}
	return v
}

// sayOwnAppraisal names every cell in which a unit appraised itself.
func (r *reader) sayOwnAppraisal() {
	for _, row := range r.Rows {
		if row.Kind != templates.InputRow && row.Kind != templates.NodeRow {
			continue
		}
		for _, c := range []templates.Column{templates.AppraisedAnswer, templates.SetColumn, templates.WhyColumn} {
			if cell, ok := r.grid.at(row.Key, c); ok && !isBlank(cell) {
				r.reportText(problem.New(problem.UnitAppraises, row.Key, quote(cell.Text)), cell, c)
			}
		}
	}
	state := r.field(templates.AppraisalField)
	if done, ok := appraisalDone(state); done || !ok {
		r.report(problem.New(problem.UnitAppraises, templates.AppraisalField, quote(state.Text)), state)
	}
}
