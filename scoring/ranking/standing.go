package ranking

import "cchc/scoring"

// Standing is a unit's result as ranking needs it: plain values, so that one just scored and one read back from a file
// rank alike. Sums are not part of it: they follow from the marks, and so can't contradict them.
type Standing struct {
	File      string
	Origin    string // where the result was read, if not from the file itself: it tells two results of one file apart
	Unit      scoring.Unit
	Self      []scoring.Mark // of the rule set's leaves, in their order
	Appraised []scoring.Mark // the same; nil unless the appraisal is done, so that it counts
	// What the classes of the rule set ask besides the total, by the self scores and by the appraised ones.
	SelfHurdles, AppraisedHurdles []scoring.Hurdle
}

// StandingOf is the standing of a result just scored from a file.
func StandingOf(file string, r *scoring.Result) Standing {
	s := Standing{File: file, Unit: r.Unit, SelfHurdles: r.Hurdles, AppraisedHurdles: r.AppraisedHurdles}
	for i := range r.Nodes {
		node := &r.Nodes[i]
		if !node.Criterion.IsLeaf() {
			continue
		}
		s.Self = append(s.Self, node.Self.Mark())
		if r.Done && node.Appraised != nil {
			s.Appraised = append(s.Appraised, node.Appraised.Mark())
		}
	}
	return s
}
