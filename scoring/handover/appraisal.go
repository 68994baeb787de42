package handover

import (
	"cchc/scoring"
	"cchc/scoring/expr"
)

// Marks are what an appraisal holds, in words, by path: corrected answers, points set, reasons, and under [StateMark] whether it is
// done. Nothing stands for what is blank.
type Marks map[string]string

// StateMark is the path of an appraisal's state.
const StateMark = "@tham_dinh"

// ReasonPath is the path of the reason for a leaf's appraisal.
func ReasonPath(leaf string) string { return leaf + "@lý do" }

// MarksOf lists what an appraisal holds; raw is what stood in cells that could not be read, by path. A nil appraisal has
// no marks but a state that is none.
func MarksOf(rs *scoring.RuleSet, a *scoring.Appraisal, raw map[string]string) Marks {
	marks := Marks{}
	if text := raw[StateMark]; text != "" {
		marks[StateMark] = text
	}
	if a == nil {
		return marks
	}
	if a.Done {
		marks[StateMark] = "Đã"
	}
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			key := leaf.Key(in.Name)
			if answer := a.Answers[key]; !answer.IsBlank() {
				path := scoring.AppraisedPath(key)
				marks[path] = AnswerWords(in, answer, raw[path])
			}
		}
		if verdict, set := a.Set[leaf.Number]; set {
			path := scoring.VerdictPath(leaf.Number)
			marks[path] = setWords(verdict, raw[path])
		}
		if reason := a.Reasons[leaf.Number]; reason != "" {
			marks[ReasonPath(leaf.Number)] = reason
		}
	}
	return marks
}

func setWords(v scoring.Verdict, raw string) string {
	if v.Bad != nil {
		return raw
	}
	return verdictWords(v)
}

// ofLeaf says whether an appraisal has anything about a leaf.
func (m Marks) ofLeaf(leaf *scoring.Criterion) bool {
	for _, path := range LeafPaths(leaf) {
		if m[path] != "" {
			return true
		}
	}
	return false
}

// LeafPaths are the paths of a leaf's marks, in the order of the form: of each answer, of the points set, of the reason.
func LeafPaths(leaf *scoring.Criterion) []string {
	var paths []string
	for _, in := range leaf.Inputs {
		paths = append(paths, scoring.AppraisedPath(leaf.Key(in.Name)))
	}
	return append(paths, scoring.VerdictPath(leaf.Number), ReasonPath(leaf.Number))
}

// Again is an answer that was changed after its leaf was appraised, so that somebody has to look at the leaf again.
type Again struct {
	Key  string `json:"khoa"`
	From string `json:"tu,omitempty"` // as a person would say the answer; "" is blank
	To   string `json:"thanh,omitempty"`
}

// Reappraise takes the appraisal of a unit's earlier form over to a corrected one. Where a leaf's answers are as they were, what was
// appraised in it stands; in a leaf of which changed says that they are not, nothing of it does, and each answer that is another now
// is named, with what was appraised. An appraisal of which anything has to be looked at again is no longer done.
func Reappraise(rs *scoring.RuleSet, earlier, now *scoring.Submission, changed func(leaf string) bool) (*scoring.Appraisal, []Again) {
	old := earlier.Appraisal
	if old == nil {
		return nil, nil
	}
	kept := &scoring.Appraisal{Done: old.Done, Answers: expr.Answers{}, Set: map[string]scoring.Verdict{}, Reasons: map[string]string{}}
	marks := MarksOf(rs, old, nil)
	was, is := rs.Reckoned(earlier.Answers), rs.Reckoned(now.Answers) // one that another criterion asks for has changed here, too
	var again []Again
	for _, leaf := range rs.Leaves() {
		switch {
		case !changed(leaf.Number):
			keepLeaf(kept, old, leaf)
		case old.Done || marks.ofLeaf(leaf):
			again = append(again, changedAnswers(leaf, was, is)...)
		}
	}
	if len(again) > 0 {
		kept.Done = false
	}
	return kept, again
}

func keepLeaf(kept, old *scoring.Appraisal, leaf *scoring.Criterion) {
	for _, in := range leaf.Inputs {
		if key := leaf.Key(in.Name); !old.Answers[key].IsBlank() {
			kept.Answers[key] = old.Answers[key]
		}
	}
	if verdict, set := old.Set[leaf.Number]; set {
		kept.Set[leaf.Number] = verdict
	}
	if reason := old.Reasons[leaf.Number]; reason != "" {
		kept.Reasons[leaf.Number] = reason
	}
}

// changedAnswers lists a leaf's answers that differ between two forms.
func changedAnswers(leaf *scoring.Criterion, from, to expr.Answers) []Again {
	var all []Again
	for _, in := range leaf.Inputs {
		key := leaf.Key(in.Name)
		if was, is := from[key], to[key]; !in.IsDerived() && !was.Equal(is) {
			all = append(all, Again{key.String(), saidAnswer(in, was), saidAnswer(in, is)})
		}
	}
	return all
}

func saidAnswer(in expr.Input, a expr.Answer) string {
	if a.IsBlank() {
		return ""
	}
	return AnswerWords(in, a, "…")
}

// StillOpen are those of the answers to be looked at again whose leaf has not been appraised since.
func StillOpen(rs *scoring.RuleSet, again []Again, a *scoring.Appraisal) []Again {
	if a != nil && a.Done {
		return nil
	}
	marks := MarksOf(rs, a, nil)
	var open []Again
	for _, item := range again {
		key, _ := expr.ParseKey(item.Key)
		if leaf := rs.Find(key.Leaf); leaf != nil && !marks.ofLeaf(leaf) {
			open = append(open, item)
		}
	}
	return open
}
