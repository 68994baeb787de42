package scoring

import (
	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Unit is who is scored (sở, ban, ngành).
type Unit struct {
	Code   string // the secretariat's short code, "SM-A"
	Name   string
	Block  string // khối: units that are ranked against each other
	Ranked bool   // scored and listed but not ranked where false
}

// Submission is what one unit declared, and what the secretariat made of it, as read from wherever it stood.
type Submission struct {
	Unit          Unit
	Answers       expr.Answers
	Evidence      map[string]string // tài liệu kiểm chứng, by leaf
	Justification map[string]string // giải trình, by leaf
	Exempt        []string          // numbers that the secretariat fixed in advance as not assessed, with all below them
	Appraisal     *Appraisal        // nil before anybody has appraised
}

// Appraisal is the secretariat's correction of a submission (thẩm định). Where both an answer and points are blank, the
// declared answer stands; points by hand always await the appraiser.
type Appraisal struct {
	Done    bool // whether the appraised total counts for results and ranking
	Answers expr.Answers
	Set     map[string]Verdict // points set by hand, by leaf; they beat corrected answers
	Reasons map[string]string  // by leaf
}

// Verdict is what an appraiser set for a leaf: points, or that it is not assessed, or something unreadable.
type Verdict struct {
	Points      decimal.Decimal
	NotAssessed bool
	Bad         *problem.Problem // what stood there cannot be used
}

// Unproven says that a leaf's points are claimed with neither evidence nor justification. Nobody has to prove what counts against him.
func (in *Submission) Unproven(rs *RuleSet, leaf *Criterion, t Tally) bool {
	return t.Points.IsPositive() && in.Evidence[leaf.Number] == "" && in.Justification[leaf.Number] == "" && rs.BeyondOf(leaf) != BeyondMinus
}

// Counting gives the answers of a leaf from which the points that count were computed: the declared ones, or once the
// appraisal is done those that it left. What it leaves out is blank. What the leaf takes from another one stands under the key of either.
func (in *Submission) Counting(rs *RuleSet, leaf *Criterion) expr.Answers {
	s := marking{rs: rs, in: *in}
	answers := expr.Answers{}
	for _, input := range leaf.Inputs {
		key := leaf.Key(input.Name)
		answer := in.Answers[leaf.Source(input.Name)]
		if in.Appraisal != nil && in.Appraisal.Done {
			answer = s.counting(leaf, input.Name)
		}
		answers.Put(key, answer)
		answers.Put(leaf.Source(input.Name), answer)
	}
	leaf.Derive(answers)
	return answers
}
