package handover

import (
	"cchc/scoring"
	"cchc/scoring/expr"
)

// Entry is a line of the journal of an appraisal: one thing that was changed between two scorings of a result, and what the leaf's
// points were before and are after all that was changed in it. Who and when are what the workbook's own properties say.
type Entry struct {
	Leaf   string `json:"tieu_chi,omitempty"` // "" for the state of the appraisal
	What   string `json:"muc"`
	From   string `json:"tu,omitempty"`
	To     string `json:"thanh,omitempty"`
	Before string `json:"diem_truoc,omitempty"`
	After  string `json:"diem_sau,omitempty"`
	Reason string `json:"ly_do,omitempty"`
	By     string `json:"nguoi,omitempty"`
	At     string `json:"luc,omitempty"`
}

// Points are what leaves got by an appraisal, in words, by number.
type Points map[string]string

// AppraisedPoints are the appraised points of the leaves that have marks.
func AppraisedPoints(r *scoring.Result, marks Marks) Points {
	points := Points{}
	for i := range r.Nodes {
		node := &r.Nodes[i]
		if leaf := node.Criterion; leaf.IsLeaf() && node.Appraised != nil && marks.ofLeaf(leaf) {
			points[leaf.Number] = pointsWords(*node.Appraised, r.RuleSet)
		}
	}
	return points
}

func pointsWords(t scoring.Tally, rs *scoring.RuleSet) string {
	if t.State == expr.Scored {
		return expr.FormatPoints(t.Points, int32(rs.Rounding.Places))
	}
	return expr.UpperFirst(t.State.Words())
}

// Stage is an appraisal at one time: what it held, and what leaves got by it.
type Stage struct {
	Marks  Marks
	Points Points
}

// Journal tells what was changed between two stages of an appraisal, in the order of the form: a line for each thing. What a leaf
// got that had no marks is told by declared.
func Journal(rs *scoring.RuleSet, was, is Stage, declared func(leaf string) string) []Entry {
	var lines []Entry
	if from, to := was.Marks[StateMark], is.Marks[StateMark]; from != to {
		lines = append(lines, Entry{What: "Thẩm định", From: stateWord(from), To: stateWord(to)})
	}
	for _, leaf := range rs.Leaves() {
		for i, path := range LeafPaths(leaf) {
			from, to := was.Marks[path], is.Marks[path]
			if from == to {
				continue
			}
			lines = append(lines, Entry{Leaf: leaf.Number, What: MarkName(leaf, i), From: from, To: to, Reason: is.Marks[ReasonPath(leaf.Number)],
				Before: pointsOf(was.Points, leaf.Number, declared), After: pointsOf(is.Points, leaf.Number, declared)})
		}
	}
	return lines
}

func stateWord(mark string) string {
	if mark == "" {
		return "Chưa"
	}
	return mark
}

// MarkName is what the ith of those paths is called.
func MarkName(leaf *scoring.Criterion, i int) string {
	switch i - len(leaf.Inputs) {
	case 0:
		return "Điểm ấn định"
	case 1:
		return "Lý do"
	}
	return "Số liệu " + leaf.Inputs[i].Name + ": " + leaf.Inputs[i].Label
}

func pointsOf(points Points, leaf string, declared func(string) string) string {
	if words, ok := points[leaf]; ok {
		return words
	}
	return declared(leaf)
}

// DeclaredPoints says what each leaf gets while nobody has appraised it.
func DeclaredPoints(s *scoring.Scorer, in scoring.Submission) func(leaf string) string {
	in.Appraisal = nil
	r := s.Score(in)
	r = s.ForAppraisal(in, r)
	return func(leaf string) string {
		if node := r.Node(leaf); node != nil && node.Appraised != nil {
			return pointsWords(*node.Appraised, r.RuleSet)
		}
		return ""
	}
}
