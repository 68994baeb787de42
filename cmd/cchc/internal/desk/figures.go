package desk

import (
	"maps"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/figures"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates/reader"
)

// Announced is what the secretariat announces for a rule set. Nil where no list was named: then what forms and results carry stands.
type Announced struct {
	ruleSet string
	list    *figures.List
}

// NewAnnounced is what a list says.
func NewAnnounced(rs *scoring.RuleSet, rows []figures.Row) *Announced {
	return &Announced{rs.ID, figures.NewList(rows)}
}

// Supply puts what is announced into a submission by that rule set.
func (a *Announced) Supply(rs *scoring.RuleSet, in *scoring.Submission) []figures.Change {
	if a == nil || a.ruleSet != rs.ID {
		return nil
	}
	in.Answers = maps.Clone(in.Answers)
	return a.list.Supply(rs, in)
}

// fingerprint is the same for lists that say the same of a rule set; "" without one.
func (a *Announced) fingerprint(ruleSet string) string {
	if a == nil || a.ruleSet != ruleSet {
		return ""
	}
	return sumOf([]byte(a.list.Fingerprint()))
}

// agrees says that a result which was scored by the list of that fingerprint need not be scored again for its figures.
func (a *Announced) agrees(n *note) bool {
	now := a.fingerprint(n.RuleSet)
	return now == "" || now == n.Figures
}

// supply puts what is announced into a submission that was just read. Of a form it is named where it carried another value; of a
// result that is told of once it is scored, see [Edition.figuresChanged].
func (d *Desk) supply(e *Edition, reading *reader.Reading) (problems []reader.Problem) {
	for _, change := range d.Announced.Supply(e.Rules, &reading.Submission) {
		if p, differs := change.Differs(); differs && !reading.IsResult() {
			problems = append(problems, reading.Locate(p))
		}
	}
	for _, p := range d.Announced.absent(e.Rules, &reading.Submission) {
		problems = append(problems, reading.Locate(p))
	}
	return problems
}

// absent are the figures that the list has for other blocks than a unit's, or for none of a unit of another rule set.
func (a *Announced) absent(rs *scoring.RuleSet, in *scoring.Submission) []problem.Problem {
	switch {
	case a == nil:
		return nil
	case a.ruleSet == rs.ID:
		return a.list.Absent(rs, in)
	case len(rs.Figures) > 0:
		return []problem.Problem{problem.New(problem.FigureRules, "", a.ruleSet, rs.ID)}
	}
	return nil
}

// figuresChanged tells of each figure that a result was scored by and that is another one now: in words, and in the journal with what
// the leaf got before and gets now.
func (e *Edition) figuresChanged(s *Scored, a *again, reading *reader.Reading, earlier scoring.Submission) {
	changes := figures.Between(e.Rules, &earlier, &a.filling.Submission)
	if len(changes) == 0 {
		return
	}
	before, after := e.Layout.Scorer.Score(earlier), e.Layout.Scorer.Score(a.filling.Submission)
	for _, change := range changes {
		was, is := change.Words()
		a.filling.Memory.Journal = append(a.filling.Memory.Journal, handover.Entry{Leaf: change.Key.Leaf, What: "Số công bố " + change.Key.Input + ": " + change.Label,
			From: was, To: is, Before: e.points(&before, change.Key.Leaf), After: e.points(&after, change.Key.Leaf), By: bySecretariat})
		if p, changed := change.Changed(); changed {
			s.Problems = append(s.Problems, reading.Locate(p))
		}
	}
}

// CarryOtherFigures says that two submissions carry other figures.
func CarryOtherFigures(rs *scoring.RuleSet, a, b *scoring.Submission) bool {
	return len(figures.Between(rs, a, b)) > 0
}

// bySecretariat stands in the journal where nobody appraised anything but a figure was announced.
const bySecretariat = "công bố số mới"

// points are what a leaf gets, in words: as appraised where somebody has appraised it.
func (e *Edition) points(r *scoring.Result, leaf string) string {
	node := r.Node(leaf)
	if node == nil {
		return ""
	}
	t := node.Self
	if node.Appraised != nil {
		t = *node.Appraised
	}
	if t.State == expr.Scored {
		return expr.FormatPoints(t.Points, int32(e.Rules.Rounding.Places))
	}
	return expr.UpperFirst(t.State.Words())
}
