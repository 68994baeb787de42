package appraisal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/appraisal"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/kinds"
)

// rulesOfTwo is a rule set of a ratio and of points by hand, below a heading.
func rulesOfTwo() *scoring.RuleSet {
	number := func(name string) expr.Input {
		return expr.Input{Name: name, Label: "Số " + name, Kind: expr.NumberInput, Whole: true}
	}
	return &scoring.RuleSet{ID: "thu", Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{
		{Number: "1", Max: decimal.NewFromInt(4), Children: []scoring.Criterion{
			{Number: "1.1", Max: decimal.NewFromInt(2), Inputs: []expr.Input{number("a"), number("b")},
				Rule: &kinds.Ratio{Of: "a", Part: "b", IfZero: kinds.ZeroNotAssessed}},
			{Number: "1.2", Max: decimal.NewFromInt(2), Inputs: []expr.Input{{Name: "diem", Label: "Điểm", Kind: expr.PointsInput}},
				Rule: &kinds.Manual{Of: "diem"}},
		}},
	}}
}

func key(text string) expr.Key { k, _ := expr.ParseKey(text); return k }

func count(n int64) expr.Answer { return expr.NumberAnswer(decimal.NewFromInt(n)) }

// says is an appraisal that corrects one answer, sets one leaf's points, and gives reasons; nothing for what is left out.
type says struct {
	answers map[string]int64
	set     map[string]string // points, or KĐG
	reasons map[string]string
}

func (s says) appraisal() *scoring.Appraisal {
	a := &scoring.Appraisal{Answers: expr.Answers{}, Set: map[string]scoring.Verdict{}, Reasons: s.reasons}
	for k, n := range s.answers {
		a.Answers[key(k)] = count(n)
	}
	for leaf, points := range s.set {
		if points == "KĐG" {
			a.Set[leaf] = scoring.Verdict{NotAssessed: true}
			continue
		}
		a.Set[leaf] = scoring.Verdict{Points: decimal.RequireFromString(points)}
	}
	if a.Reasons == nil {
		a.Reasons = map[string]string{}
	}
	return a
}

// hand is a table of both leaves for units A and B, of which the first says something; base is what stood there when it was made.
func hand(rs *scoring.RuleSet, agency string, base, says says) appraisal.Hand {
	t := &appraisal.Table{Rules: rs, Leaves: []string{"1.1", "1.2"}, Units: []scoring.Unit{{Code: "A"}, {Code: "B"}}}
	return appraisal.Hand{Name: agency + ".xlsx", Agency: agency, By: agency, Table: t, Base: handover.MarksOf(t.Set(), base.appraisal(), nil),
		Says: appraisal.Standing{Submission: scoring.Submission{Appraisal: says.appraisal()}}}
}

func TestSettle(t *testing.T) {
	rs := rulesOfTwo()
	nothing := says{}
	nine := says{answers: map[string]int64{"1.1#1:b": 9}}
	for _, test := range []struct {
		name   string
		hands  []appraisal.Hand
		now    says
		exempt []string
		want   says
		steps  int
		said   int
		codes  []string
	}{
		{name: "an answer", hands: []appraisal.Hand{hand(rs, "X", nothing, nine)}, want: says{answers: map[string]int64{"1.1:b": 9}}, steps: 1, said: 1},
		{name: "what stands there already", hands: []appraisal.Hand{hand(rs, "X", nothing, nine)}, now: says{answers: map[string]int64{"1.1:b": 9}}, said: 1},
		{name: "what stood there when it was made", hands: []appraisal.Hand{hand(rs, "X", nine, nine)}, now: says{answers: map[string]int64{"1.1:b": 5}}},
		{name: "two of one mind", hands: []appraisal.Hand{hand(rs, "X", nothing, nine), hand(rs, "Y", nothing, nine)},
			want: says{answers: map[string]int64{"1.1:b": 9}}, steps: 1, said: 2},
		{name: "two of two minds", hands: []appraisal.Hand{hand(rs, "X", nothing, nine), hand(rs, "Y", nothing, says{set: map[string]string{"1.1#1": "1"}})},
			said: 2, codes: []string{"appraise-differs", "appraise-differs"}},
		{name: "two of different leaves", hands: []appraisal.Hand{hand(rs, "X", nothing, nine), hand(rs, "Y", nothing, says{set: map[string]string{"1.2#1": "1.5"}, reasons: map[string]string{"1.2#1": "vì"}})},
			want:  says{answers: map[string]int64{"1.1:b": 9}, set: map[string]string{"1.2": "1.5"}, reasons: map[string]string{"1.2": "vì"}},
			steps: 2, said: 3},
		{name: "a change of what stood there", hands: []appraisal.Hand{hand(rs, "X", says{set: map[string]string{"1.2#1": "1"}}, says{set: map[string]string{"1.2#1": "KĐG"}})},
			now: says{set: map[string]string{"1.2": "1"}}, want: says{set: map[string]string{"1.2": "KĐG"}}, steps: 1, said: 1},
		{name: "over another's", hands: []appraisal.Hand{hand(rs, "X", nothing, nine)}, now: says{set: map[string]string{"1.1": "1"}}, said: 1, codes: []string{"appraise-over"}},
		{name: "over what was taken away", hands: []appraisal.Hand{hand(rs, "X", says{set: map[string]string{"1.2#1": "1"}}, says{set: map[string]string{"1.2#1": "2"}})},
			said: 1, codes: []string{"appraise-over"}},
		{name: "erased", hands: []appraisal.Hand{hand(rs, "X", says{set: map[string]string{"1.2#1": "1"}}, nothing)},
			now: says{set: map[string]string{"1.2": "1"}}, codes: []string{"appraise-erased"}},
		{name: "not assessed", hands: []appraisal.Hand{hand(rs, "X", nothing, nine)}, exempt: []string{"1"}, said: 1, codes: []string{"appraise-exempt"}},
		{name: "all or nothing", hands: []appraisal.Hand{hand(rs, "X", nothing, says{answers: map[string]int64{"1.1#1:b": 9}, set: map[string]string{"1.2#1": "2.5"}})},
			said: 2, codes: []string{"appraisal-points-outside", "appraise-held"}},
		{name: "the part above its whole", hands: []appraisal.Hand{hand(rs, "X", nothing, says{answers: map[string]int64{"1.1#1:b": 11}})},
			said: 1, codes: []string{"answer-exceeds"}},
		{name: "of the other unit only", hands: []appraisal.Hand{hand(rs, "X", nothing, says{answers: map[string]int64{"1.1#2:b": 9}})}},
	} {
		t.Run(test.name, func(t *testing.T) {
			now := scoring.Submission{Answers: expr.Answers{key("1.1:a"): count(10), key("1.1:b"): count(8)}, Exempt: test.exempt, Appraisal: test.now.appraisal()}
			got := appraisal.Settle(scoring.NewScorer(rs), rs, test.hands, "a", appraisal.Standing{Submission: now})
			var codes []string
			for _, f := range got.Findings {
				codes = append(codes, string(f.Code))
			}
			if diff := cmp.Diff(test.codes, codes); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			if len(got.Steps) != test.steps || got.Said != test.said {
				t.Errorf("%d steps of %d things, want %d of %d", len(got.Steps), got.Said, test.steps, test.said)
			}
			if test.steps == 0 || len(got.Steps) == 0 {
				return
			}
			is := handover.MarksOf(rs, got.Steps[len(got.Steps)-1].Appraisal, nil)
			if diff := cmp.Diff(handover.MarksOf(rs, test.want.appraisal(), nil), is); diff != "" {
				t.Errorf("the appraisal (-want +got):\n%s", diff)
			}
			if !cmp.Equal(handover.MarksOf(rs, now.Appraisal, nil), handover.MarksOf(rs, test.now.appraisal(), nil)) {
				t.Error("the result's own appraisal was changed")
			}
		})
	}
}

func TestChoose(t *testing.T) {
	leaves, unknown := appraisal.Choose(rulesOfTwo(), []string{"1.2", "1", "1.1", "7"})
	if diff := cmp.Diff([][]string{{"1.1", "1.2"}, {"7"}}, [][]string{leaves, unknown}); diff != "" {
		t.Error(diff)
	}
}
