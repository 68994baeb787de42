package scoring

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Scorer scores any number of submissions by one rule set: what its rules lower to is worked out once. It doesn't change, and
// several workers may use one.
type Scorer struct {
	rs       *RuleSet
	exprs    map[*Criterion]expr.Expr // of the leaves
	reckoned bool                     // some answers follow from others
}

// NewScorer prepares for a sound, detailed rule set (see [Check]), which must stay as it is afterwards.
func NewScorer(rs *RuleSet) *Scorer {
	s := &Scorer{rs, map[*Criterion]expr.Expr{}, rs.HasReckoned()}
	for _, leaf := range rs.Leaves() {
		s.exprs[leaf] = leaf.Expr()
	}
	return s
}

// Expr is what a leaf's rule lowers to. A leaf that is none of the rule set's is lowered on the spot.
func (s *Scorer) Expr(leaf *Criterion) expr.Expr {
	if e, known := s.exprs[leaf]; known {
		return e
	}
	return leaf.Expr()
}

// Score is [Scorer.Score] for a single submission.
func Score(rs *RuleSet, in Submission) Result { return NewScorer(rs).Score(in) }

// Score evaluates every leaf for one submission, from the declared answers and, where there is an appraisal, from the
// appraised ones. It never fails: what cannot be scored has a state and a problem.
func (s *Scorer) Score(in Submission) Result {
	m := s.begin(in)
	m.tree()
	m.crossChecks()
	m.classes()
	return m.result
}

// ForAppraisal gives a submission's result as the appraiser finds it who has done nothing yet: what the unit declared stands,
// and points by hand await him. The result of a submission with an appraisal stays as it is.
func (s *Scorer) ForAppraisal(in Submission, r Result) Result {
	if in.Appraisal != nil {
		return r
	}
	in.Appraisal = &Appraisal{}
	m := s.begin(in)
	m.known = r.Nodes
	m.tree()
	m.classes()
	r.Nodes, r.Appraised, r.AppraisedHurdles = m.result.Nodes, m.result.Appraised, m.result.AppraisedHurdles
	return r
}

// marking is the scoring of one submission.
type marking struct {
	rs     *RuleSet
	exprs  map[*Criterion]expr.Expr
	in     Submission
	known  []Node // with the self scores, where they are known already
	result Result
}

func (s *Scorer) begin(in Submission) marking {
	in.Answers = s.Reckoned(in.Answers)
	return marking{rs: s.rs, exprs: s.exprs, in: in, result: Result{Unit: in.Unit, RuleSet: s.rs}}
}

// tree scores all nodes.
func (s *marking) tree() {
	self, appraised := s.list(s.rs.Criteria, 1, false)
	s.result.Self, appraised = s.rs.whole(self), s.rs.whole(appraised)
	if s.in.Appraisal != nil {
		s.result.Done, s.result.Appraised = s.in.Appraisal.Done, &appraised
	}
}

// list scores siblings with all below them, and adds them up.
func (s *marking) list(siblings []Criterion, level int, exempt bool) (self, appraised Tally) {
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
		self, appraised = self.plus(mine, c), appraised.plus(theirs, c)
	}
	return self, appraised
}

func (s *marking) node(c *Criterion, level int, exempt bool) (self, appraised Tally) {
	switch {
	case !c.IsLeaf():
		self, appraised = s.list(c.Children, level+1, exempt)
		return self.settle(c), appraised.settle(c)
	case exempt:
		t := Tally{State: expr.NotAssessed, Max: c.Max, NotAssessed: c.Max,
			Explanation: "Được cơ quan thẩm định xác định không đánh giá đối với đơn vị"}
		return t, t
	}
	if s.known != nil {
		self = s.known[len(s.result.Nodes)-1].Self
	} else {
		self = s.self(c)
	}
	if s.in.Appraisal != nil {
		appraised = s.appraised(c, self)
	}
	return self, appraised
}

// self scores a leaf from what the unit declared, and reports what is wrong with it.
func (s *marking) self(c *Criterion) Tally {
	out := s.eval(c, func(input string) expr.Answer { return s.in.Answers[c.Key(input)] })
	s.report(c, out.Problems)
	for _, in := range c.Inputs {
		if p, bad := s.in.Answers[c.Key(in.Name)].Bad(); bad && !in.IsReckoned() && !slices.Contains(out.Read, in.Name) {
			p.Path, p.Severity = c.Key(in.Name).String(), problem.Warning
			s.result.Problems = append(s.result.Problems, p)
		}
	}
	t := s.rs.Tally(c, out)
	if t.State == expr.Awaiting && len(out.Problems) == 0 {
		s.add(problem.LeafAwaiting, c.Number)
	}
	if s.in.Unproven(s.rs, c, t) {
		s.add(problem.EvidenceMissing, c.Number, expr.FormatPoints(t.Points, s.places()))
	}
	return t
}

// eval evaluates a leaf. Blank answers are told in the order of the form, whatever order the rule reads them in.
func (s *marking) eval(c *Criterion, answer func(string) expr.Answer) expr.Outcome {
	out := expr.Eval(s.exprs[c], c.Inputs, answer)
	if out.State == expr.Missing {
		place := func(p problem.Problem) int {
			return slices.IndexFunc(c.Inputs, func(in expr.Input) bool { return in.Name == p.Path })
		}
		slices.SortStableFunc(out.Problems, func(a, b problem.Problem) int { return place(a) - place(b) })
	}
	return out
}

func (s *marking) places() int32 { return int32(s.rs.Rounding.Places) }

// report adds problems whose paths are input names.
func (s *marking) report(c *Criterion, problems []problem.Problem) {
	for _, p := range problems {
		p, key := c.placed(p)
		p.Path = key.String()
		s.result.Problems = append(s.result.Problems, p)
	}
}

// placed is a problem of one of the leaf's inputs with the key of the answer that it is about. What is wrong with an answer that another
// leaf asks for is said there, and for whom.
func (c *Criterion) placed(p problem.Problem) (problem.Problem, expr.Key) {
	if p.Code != problem.AnswerUsed {
		return p, c.Key(p.Path)
	}
	return problem.New(problem.AnswerNeeded, p.Path, p.Args[0], p.Args[2], c.Number), c.Source(p.Path)
}

func (s *marking) add(code problem.Code, path string, args ...any) {
	s.result.Problems = append(s.result.Problems, problem.New(code, path, args...))
}

// Tally rounds what a leaf's rule came to, once, and completes its sentence.
func (rs *RuleSet) Tally(c *Criterion, out expr.Outcome) Tally {
	places := int32(rs.Rounding.Places)
	t := Tally{State: out.State, Max: c.Max, steps: out.Steps}
	switch {
	case out.State == expr.NotAssessed:
		t.NotAssessed = c.Max
	case out.State.Pending():
		t.Pending = 1
	default:
		t.Points = out.Value.Round(places)
	}
	t.Explanation = explain(t, out, places, rs.BeyondOf(c))
	return t
}

// explain gives the sentence of a leaf: the steps, the rounding where it changed something, and the loss. What is beyond the maximum
// loses nothing.
func explain(t Tally, out expr.Outcome, places int32, beyond Beyond) string {
	switch t.State {
	case expr.Awaiting, expr.Missing, expr.Invalid:
		var texts []string
		for _, p := range out.Problems {
			texts = append(texts, p.Text())
		}
		return cmp.Or(strings.Join(texts, " "), "Chờ người thẩm định cho điểm")
	case expr.NotAssessed:
		return out.Words
	}
	text := out.Words
	if out.Value.Cmp(expr.Whole(t.Points)) != 0 {
		text += " → làm tròn " + expr.FormatPoints(t.Points, places)
	}
	switch lost := t.Lost(); {
	case beyond == BeyondMinus && t.Points.IsPositive():
		text += fmt.Sprintf("; trừ %s điểm", expr.FormatNumber(t.Points))
	case beyond == "" && lost.IsPositive():
		text += fmt.Sprintf("; hụt %s so với tối đa %s", expr.FormatNumber(lost), expr.FormatNumber(t.Max))
	}
	return text
}

func (s *marking) crossChecks() {
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
			other, _ := expr.ParseKey(check.Right)
			s.add(problem.CrossCheckFails, check.Left, check.Text, expr.FormatNumber(left.Decimal), other.Leaf, expr.FormatNumber(right.Decimal))
		}
	}
}

// number is a declared number by its key's text; not valid where there is none or it is exempt.
func (s *marking) number(text string) decimal.NullDecimal {
	key, _ := expr.ParseKey(text)
	node := s.result.Node(key.Leaf)
	d, ok := s.in.Answers[key].Number()
	if node == nil || node.Self.State == expr.NotAssessed {
		ok = false
	}
	return decimal.NullDecimal{Decimal: d, Valid: ok}
}

// Reckoned are answers together with those that follow from them; see [RuleSet.Reckoned].
func (s *Scorer) Reckoned(answers expr.Answers) expr.Answers {
	if !s.reckoned {
		return answers
	}
	return s.rs.Reckoned(answers)
}

// Places is how many decimal places points have.
func (s *Scorer) Places() int32 { return int32(s.rs.Rounding.Places) }
