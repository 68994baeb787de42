package scoring

import (
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// appraised scores a leaf as the appraiser left it: points set by hand beat corrected answers, a corrected answer beats
// the declared one, and points by hand never come from the unit. Where nothing of that is so, the self score stands.
func (s *marking) appraised(c *Criterion, self Tally) Tally {
	a := s.in.Appraisal
	verdict, set := a.Set[c.Number]
	corrected, elsewhere, byHand := false, false, false
	for _, in := range c.Inputs {
		corrected = corrected || in.IsTyped() && !a.Answers[c.Key(in.Name)].IsBlank()
		elsewhere = elsewhere || in.Use != "" && !a.Answers[c.Source(in.Name)].IsBlank()
		byHand = byHand || in.Kind == expr.PointsInput
	}
	if (set || corrected) && a.Reasons[c.Number] == "" {
		s.add(problem.AppraisalReason, c.Number)
	}
	if set {
		return s.verdict(c, verdict)
	}
	if !corrected && !elsewhere && !byHand {
		return self
	}
	out := s.eval(c, func(input string) expr.Answer { return s.counting(c, input) })
	if corrected || elsewhere {
		s.reportAppraised(c, out)
	}
	return s.rs.Tally(c, out)
}

// counting is the answer that counts for the appraised points. What is supplied nobody corrects: it is supplied anew.
func (s *marking) counting(c *Criterion, input string) expr.Answer {
	key := c.Key(input)
	appraised := s.in.Appraisal.Answers[key]
	in, _ := c.Input(input)
	if from, used := in.UsedFrom(); used && s.rs.Find(from.Leaf) != nil {
		return s.counting(s.rs.Find(from.Leaf), from.Input)
	}
	if in.IsTyped() && !appraised.IsBlank() || in.Kind == expr.PointsInput {
		return appraised
	}
	return s.in.Answers[key]
}

// reportAppraised adds the problems of corrected answers; those of declared ones were reported already.
func (s *marking) reportAppraised(c *Criterion, out expr.Outcome) {
	for _, p := range out.Problems {
		in, _ := c.Input(p.Path)
		if in.IsDerived() || !s.in.Appraisal.Answers[c.Source(p.Path)].IsBlank() {
			p, key := c.placed(p)
			p.Path = AppraisedPath(key)
			s.result.Problems = append(s.result.Problems, p)
		}
	}
}

func (s *marking) verdict(c *Criterion, v Verdict) Tally {
	t := Tally{Max: c.Max}
	switch {
	case v.Bad != nil:
		p := *v.Bad
		p.Path = VerdictPath(c.Number)
		s.result.Problems = append(s.result.Problems, p)
		t.State, t.Pending, t.Explanation = expr.Invalid, 1, p.Text()
	case v.NotAssessed:
		t.State, t.NotAssessed, t.Explanation = expr.NotAssessed, c.Max, "Cơ quan thẩm định xác định không đánh giá"
	case v.Points.IsNegative() || v.Points.GreaterThan(c.Max) || !v.Points.Equal(v.Points.Truncate(s.places())):
		p := problem.New(problem.AppraisalPoints, VerdictPath(c.Number), expr.FormatNumber(v.Points), expr.FormatNumber(c.Max), s.places())
		s.result.Problems = append(s.result.Problems, p)
		t.State, t.Pending, t.Explanation = expr.Invalid, 1, p.Text()
	default:
		t.Points, t.Explanation = v.Points, "Điểm ấn định: "+expr.FormatPoints(v.Points, s.places())
	}
	return t
}

// AppraisedPath is the path of problems with a corrected answer, beside "1.1:b" for the declared one.
func AppraisedPath(key expr.Key) string { return key.String() + "@thẩm định" }

// VerdictPath is the path of problems with the points set for a leaf.
func VerdictPath(leaf string) string { return leaf + "@ấn định" }
