package scoring

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"
)

// Score evaluates every leaf of a sound, detailed rule set (see [Check]) for one submission, from the declared answers and,
// where there is an appraisal, from the appraised ones. It never fails: what cannot be scored has a state and a problem.
func Score(rs *RuleSet, in Submission) Result {
	s := scorer{rs: rs, in: in, result: Result{Unit: in.Unit, RuleSet: rs}}
	if in.Appraisal != nil {
		s.result.Done = in.Appraisal.Done
	}
	self, appraised := s.list(rs.Criteria, 1, false)
	s.result.Self = self
	if in.Appraisal != nil {
		s.result.Appraised = &appraised
	}
	s.crossChecks()
	return s.result
}

type scorer struct {
	rs     *RuleSet
	in     Submission
	result Result
}

// list scores siblings with all below them, and adds them up.
func (s *scorer) list(siblings []Criterion, level int, exempt bool) (self, appraised Tally) {
	for i := range siblings {
		c := &siblings[i]
		at := len(s.result.Nodes)
		s.result.Nodes = append(s.result.Nodes, Node{Criterion: c, Level: level})
		mine, theirs := s.node(c, level, exempt || slices.Contains(s.in.Exempt, c.Number))
		node := &s.result.Nodes[at]
		node.Self = mine
		if s.in.Appraisal != nil {
			node.Appraised, node.Reason = &theirs, s.in.Appraisal.Reasons[c.Number]
		}
		self, appraised = self.plus(mine), appraised.plus(theirs)
	}
	return self.settle(), appraised.settle()
}

func (s *scorer) node(c *Criterion, level int, exempt bool) (self, appraised Tally) {
	switch {
	case !c.IsLeaf():
		return s.list(c.Children, level+1, exempt)
	case exempt:
		t := Tally{State: NotAssessed, Max: c.Max, NotAssessed: c.Max,
			Explanation: "Được cơ quan thẩm định xác định không đánh giá đối với đơn vị"}
		return t, t
	}
	self = s.self(c)
	if s.in.Appraisal != nil {
		appraised = s.appraised(c)
	}
	return self, appraised
}

// self scores a leaf from what the unit declared, and reports what is wrong with it.
func (s *scorer) self(c *Criterion) Tally {
	out := s.eval(c, func(input string) Answer { return s.in.Answers[c.Key(input)] })
	s.report(c, out.problems)
	for _, in := range c.Inputs {
		if p, bad := s.in.Answers[c.Key(in.Name)].Bad(); bad && !slices.Contains(out.read, in.Name) {
			p.Path, p.Severity = c.Key(in.Name).String(), Warning
			s.result.Problems = append(s.result.Problems, p)
		}
	}
	t := s.tally(c, out)
	if t.State == Awaiting {
		s.add(LeafAwaiting, c.Number)
	}
	if t.Points.IsPositive() && s.in.Evidence[c.Number] == "" && s.in.Justification[c.Number] == "" {
		s.add(EvidenceMissing, c.Number, FormatPoints(t.Points, s.places()))
	}
	return t
}

// eval evaluates a leaf. Blank answers are told in the order of the form, whatever order the rule reads them in.
func (s *scorer) eval(c *Criterion, answer func(string) Answer) outcome {
	out := evaluator{inputs: c.Inputs, answer: answer}.eval(c.Expr())
	if out.state == Missing {
		place := func(p Problem) int {
			return slices.IndexFunc(c.Inputs, func(in Input) bool { return in.Name == p.Path })
		}
		slices.SortStableFunc(out.problems, func(a, b Problem) int { return place(a) - place(b) })
	}
	return out
}

func (s *scorer) places() int32 { return int32(s.rs.Rounding.Places) }

// report adds problems whose paths are input names.
func (s *scorer) report(c *Criterion, problems []Problem) {
	for _, p := range problems {
		p.Path = c.Key(p.Path).String()
		s.result.Problems = append(s.result.Problems, p)
	}
}

func (s *scorer) add(code Code, path string, args ...any) {
	s.result.Problems = append(s.result.Problems, NewProblem(code, path, args...))
}

// tally rounds an outcome to points, once, and completes its sentence.
func (s *scorer) tally(c *Criterion, out outcome) Tally {
	t := Tally{State: out.state, Max: c.Max, steps: out.steps}
	switch {
	case out.state == NotAssessed:
		t.NotAssessed = c.Max
	case out.state.Pending():
		t.Pending = 1
	default:
		t.Points = out.value.round(s.places())
	}
	t.Explanation = explain(t, out, s.places())
	return t
}

// explain gives the sentence of a leaf: the steps, the rounding where it changed something, and the loss.
func explain(t Tally, out outcome, places int32) string {
	switch t.State {
	case Awaiting:
		return "Chờ người thẩm định cho điểm"
	case Missing, Invalid:
		text := ""
		for _, p := range out.problems {
			if text != "" {
				text += " "
			}
			text += p.Text()
		}
		return text
	case NotAssessed:
		return out.words
	}
	text := out.words
	if out.value.cmp(whole(t.Points)) != 0 {
		text += " → làm tròn " + FormatPoints(t.Points, places)
	}
	if lost := t.Lost(); lost.IsPositive() {
		text += fmt.Sprintf("; hụt %s so với tối đa %s", FormatNumber(lost), FormatNumber(t.Max))
	}
	return text
}

func (s *scorer) crossChecks() {
	for _, check := range s.rs.CrossChecks {
		left, right, known := s.number(check.Left), s.number(check.Right), true
		if !left.Valid || !right.Valid {
			known = false
		}
		holds := left.Decimal.Equal(right.Decimal)
		if check.Is == MustAtMost {
			holds = left.Decimal.LessThanOrEqual(right.Decimal)
		}
		if known && !holds {
			other, _ := ParseKey(check.Right)
			s.add(CrossCheckFails, check.Left, check.Text, FormatNumber(left.Decimal), other.Leaf, FormatNumber(right.Decimal))
		}
	}
}

// number is a declared number by its key's text; not valid where there is none or it is exempt.
func (s *scorer) number(text string) decimal.NullDecimal {
	key, _ := ParseKey(text)
	node := s.result.Node(key.Leaf)
	d, ok := s.in.Answers[key].Number()
	if node == nil || node.Self.State == NotAssessed {
		ok = false
	}
	return decimal.NullDecimal{Decimal: d, Valid: ok}
}
