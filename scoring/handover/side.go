package handover

import "cchc/scoring"

// Side is a result to be held against another of the same unit and rule set.
type Side struct {
	Submission scoring.Submission
	Result     *scoring.Result
	Raw        map[string]string // what stood in cells that could not be read, by path
}

// Difference is one thing that two results say differently of a leaf, or of the whole for "".
type Difference struct {
	Leaf     string
	What     string // in Vietnamese
	From, To string // "" is blank
}

// Differences lists what two results of a unit say differently, in the order of the form: what was declared, what was appraised, and
// the points.
func Differences(rs *scoring.RuleSet, from, to Side) []Difference {
	var all []Difference
	add := func(leaf, what, was, is string) {
		if was != is {
			all = append(all, Difference{leaf, what, was, is})
		}
	}
	was, is := MarksOf(rs, from.Submission.Appraisal, from.Raw), MarksOf(rs, to.Submission.Appraisal, to.Raw)
	add("", "Thẩm định", stateWord(was[StateMark]), stateWord(is[StateMark]))
	for _, leaf := range rs.Leaves() {
		n := leaf.Number
		for _, in := range leaf.Inputs {
			key := leaf.Key(in.Name)
			name := in.Name + ": " + in.Label
			add(n, "Kê khai "+name, declared(from, leaf, in.Name), declared(to, leaf, in.Name))
			path := scoring.AppraisedPath(key)
			add(n, "Thẩm định "+name, was[path], is[path])
		}
		add(n, "Tài liệu kiểm chứng", from.Submission.Evidence[n], to.Submission.Evidence[n])
		add(n, "Giải trình", from.Submission.Justification[n], to.Submission.Justification[n])
		add(n, "Điểm ấn định", was[scoring.VerdictPath(n)], is[scoring.VerdictPath(n)])
		add(n, "Lý do thẩm định", was[ReasonPath(n)], is[ReasonPath(n)])
		add(n, "Điểm tự chấm", pointsWords(from.Result.Node(n).Self, rs), pointsWords(to.Result.Node(n).Self, rs))
		if from.Result.Appraised != nil && to.Result.Appraised != nil {
			add(n, "Điểm thẩm định", pointsWords(*from.Result.Node(n).Appraised, rs), pointsWords(*to.Result.Node(n).Appraised, rs))
		}
	}
	add("", "Tổng điểm tự chấm", pointsWords(from.Result.Self, rs), pointsWords(to.Result.Self, rs))
	add("", "Tổng điểm thẩm định", totalWords(from, rs), totalWords(to, rs))
	return all
}

func declared(s Side, leaf *scoring.Criterion, input string) string {
	key := leaf.Key(input)
	answer := s.Submission.Answers[key]
	if answer.IsBlank() {
		return ""
	}
	in, _ := leaf.Input(input)
	return AnswerWords(in, answer, s.Raw[key.String()])
}

func totalWords(s Side, rs *scoring.RuleSet) string {
	if s.Result.Appraised == nil {
		return ""
	}
	return pointsWords(*s.Result.Appraised, rs)
}
