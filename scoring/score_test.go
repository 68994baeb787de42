package scoring_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
	"cchc/scoring/scoringtest"
)

func TestScoreAddsRoundedLeaves(t *testing.T) {
	result := scoring.Score(scoringtest.TwoAreas(), scoring.Submission{
		Answers:       scoringtest.AnswersOf("1.1:a", "3", "1.1:b", "1", "1.2:a", "3", "1.2:b", "1", "2:diem", "1.5"),
		Justification: map[string]string{"1.1": "x", "1.2": "x", "2": "x"},
	})
	if got := result.Self.Points.String(); got != "2.5" { // 0.33 + 0.67 + 1.5
		t.Errorf("total %s, want 2.5", got)
	}
	if result.Self.Provisional() || len(result.Problems) > 0 {
		t.Errorf("provisional %v, problems %v", result.Self.Provisional(), scoringtest.CodesOf(result.Problems))
	}
	if got := result.Self.Percent(2).String(); got != "50" {
		t.Errorf("percent %s, want 50", got)
	}
}

func TestScoreLeavesTheMaximum(t *testing.T) {
	result := scoring.Score(scoringtest.TwoAreas(), scoring.Submission{
		Answers: scoringtest.AnswersOf("1.1:a", "4", "1.1:b", "3", "1.2:a", "0", "1.2:b", "0", "2:diem", "1"),
		Exempt:  []string{"2"},
	})
	area := result.Node("1").Self
	if got := area.Assessed().String(); got != "1" {
		t.Errorf("area 1 is assessed out of %s, want 1", got)
	}
	self := result.Self
	if self.Points.String() != "0.75" || self.Assessed().String() != "1" || self.Rescaled(2).String() != "3.75" {
		t.Errorf("points %s of %s, rescaled %s", self.Points, self.Assessed(), self.Rescaled(2))
	}
	if result.Node("2").Self.State != expr.NotAssessed {
		t.Errorf("an exempt leaf is %v", result.Node("2").Self.State)
	}
	if got := scoringtest.CodesOf(result.Problems); !slices.Equal(got, []string{"evidence-missing 1.1"}) {
		t.Errorf("problems %v: a cross-check with a figure that was not assessed says nothing", got)
	}
}

func TestScoreReportsByKey(t *testing.T) {
	unread := problem.New(problem.AnswerNotWhole, "", "Số b", "1,5")
	answers := scoringtest.AnswersOf("1.1:a", "4", "1.1:b", "9", "1.2:a", "3")
	answers[expr.Key{Leaf: "2", Input: "diem"}] = expr.BadAnswer(unread)
	problems := scoring.Score(scoringtest.TwoAreas(), scoring.Submission{Answers: answers}).Problems
	got := scoringtest.CodesOf(problems)
	want := []string{"answer-exceeds 1.1:b", "answer-missing 1.2:b", "answer-not-whole 2:diem", "cross-check-fails 1.2:a"}
	if !slices.Equal(got, want) {
		t.Errorf("problems\n got %v\nwant %v", got, want)
	}
	if got := problems[len(problems)-1].Text(); !strings.HasSuffix(got, "Ở đây là 3, còn ở 1.1 là 4.") {
		t.Errorf("the cross-check says %q: it names the criterion, not the answer's key", got)
	}
}

func TestScoreWarnsOfUnreadBadAnswers(t *testing.T) {
	rule := &kinds.Cases{List: []kinds.Case{{When: kinds.Condition{Answer: "k", Is: scoringtest.Opt("0")}, Rule: &kinds.Fixed{Points: scoringtest.Dec("0")}},
		{When: kinds.Condition{Answer: "k", Is: scoringtest.Opt("1")}, Rule: &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNone}}}}
	leaf := scoringtest.LeafOf("1", rule, scoringtest.YesNoIn("k"), scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	answers := scoringtest.Given(t, leaf, map[string]string{"k": "0"})
	answers[leaf.Key("a")] = expr.BadAnswer(problem.New(problem.AnswerNotWhole, "", "Số a", "1,5"))
	result := scoringtest.ScoreLeaf(leaf, answers)
	if result.Nodes[0].Self.State != expr.Scored {
		t.Fatalf("a bad answer in a case that is not taken made the leaf %v", result.Nodes[0].Self.State)
	}
	if len(result.Problems) != 1 || result.Problems[0].Severity != problem.Warning {
		t.Errorf("problems %v, want one warning", result.Problems)
	}
}

func TestAppraisal(t *testing.T) {
	declared := scoringtest.AnswersOf("1.1:a", "4", "1.1:b", "4", "1.2:a", "4", "1.2:b", "2", "2:diem", "2")
	base := func(edit func(*scoring.Appraisal)) scoring.Result {
		a := &scoring.Appraisal{Done: true, Answers: expr.Answers{}, Set: map[string]scoring.Verdict{}, Reasons: map[string]string{"1.1": "sai", "1.2": "x", "2": "x"}}
		edit(a)
		return scoring.Score(scoringtest.TwoAreas(), scoring.Submission{Answers: declared, Appraisal: a,
			Justification: map[string]string{"1.1": "x", "1.2": "x", "2": "x"}})
	}
	tests := []struct {
		name         string
		edit         func(*scoring.Appraisal)
		leaf         string
		state        expr.State
		points       string
		codes        []string
		stillPending int
	}{
		{"the declared answer stands", func(*scoring.Appraisal) {}, "1.1", expr.Scored, "1", nil, 1},
		{"a corrected answer beats it", func(a *scoring.Appraisal) { a.Answers = scoringtest.AnswersOf("1.1:b", "2") }, "1.1", expr.Scored, "0.5", nil, 1},
		{"points set beat a corrected answer", func(a *scoring.Appraisal) {
			a.Answers = scoringtest.AnswersOf("1.1:b", "2")
			a.Set["1.1"] = scoring.Verdict{Points: scoringtest.Dec("0.1")}
		}, "1.1", expr.Scored, "0.1", nil, 1},
		{"not assessed by hand", func(a *scoring.Appraisal) { a.Set["1.2"] = scoring.Verdict{NotAssessed: true} }, "1.2", expr.NotAssessed, "0", nil, 1},
		{"the unit's proposal is not the appraiser's word", func(*scoring.Appraisal) {}, "2", expr.Awaiting, "0", nil, 1},
		{"the appraiser decides", func(a *scoring.Appraisal) { a.Answers = scoringtest.AnswersOf("2:diem", "1.5") }, "2", expr.Scored, "1.5", nil, 0},
		{"outside the range", func(a *scoring.Appraisal) { a.Set["2"] = scoring.Verdict{Points: scoringtest.Dec("2.01")} }, "2", expr.Invalid, "0",
			[]string{"appraisal-points-outside 2@ấn định"}, 1},
		{"a correction that breaches", func(a *scoring.Appraisal) { a.Answers = scoringtest.AnswersOf("1.1:b", "5") }, "1.1", expr.Invalid, "0",
			[]string{"answer-exceeds 1.1:b@thẩm định"}, 2},
		{"no reason", func(a *scoring.Appraisal) { a.Answers, a.Reasons = scoringtest.AnswersOf("1.1:b", "3"), nil }, "1.1", expr.Scored, "0.75",
			[]string{"appraisal-reason-missing 1.1"}, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			result := base(test.edit)
			got := result.Node(test.leaf).Appraised
			if got.State != test.state || got.Points.String() != test.points {
				t.Errorf("%v %s, want %v %s (%s)", got.State, got.Points, test.state, test.points, got.Explanation)
			}
			if codes := scoringtest.CodesOf(result.Problems); !slices.Equal(codes, test.codes) {
				t.Errorf("problems %v, want %v", codes, test.codes)
			}
			if result.Appraised.Pending != test.stillPending {
				t.Errorf("%d leaves pending, want %d", result.Appraised.Pending, test.stillPending)
			}
		})
	}
}

// What an appraiser finds is what scoring with an appraisal gives that says nothing yet.
func TestForAppraisal(t *testing.T) {
	scorer := scoring.NewScorer(scoringtest.TwoAreas())
	full := scoringtest.AnswersOf("1.1:a", "4", "1.1:b", "3", "1.2:a", "0", "1.2:b", "0", "2:diem", "1")
	tests := map[string]scoring.Submission{
		"blank":   {},
		"full":    {Answers: full},
		"faulty":  {Answers: scoringtest.AnswersOf("1.1:a", "4", "1.1:b", "9", "2:diem", "7")},
		"exempt":  {Answers: full, Exempt: []string{"1", "2"}},
		"reasons": {Answers: full, Evidence: map[string]string{"1.1": "x"}, Justification: map[string]string{"2": "x"}},
	}
	for name, in := range tests {
		t.Run(name, func(t *testing.T) {
			self := scorer.Score(in)
			got := scorer.ForAppraisal(in, self)
			in.Appraisal = &scoring.Appraisal{}
			want := scorer.Score(in)
			if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(scoring.Tally{}), cmpopts.EquateComparable(&scoring.RuleSet{}, &scoring.Criterion{})); diff != "" {
				t.Error(diff)
			}
			if self.Appraised != nil || self.Nodes[0].Appraised != nil {
				t.Error("the result that was given has changed")
			}
			in.Appraisal.Done = true
			if got := scorer.ForAppraisal(in, want); got.Done {
				t.Error("a result with an appraisal was scored again")
			}
		})
	}
}

func TestCompareIsExact(t *testing.T) {
	a := scoring.Tally{Points: scoringtest.Dec("1"), Max: scoringtest.Dec("3")}
	b := scoring.Tally{Points: scoringtest.Dec("0.33333"), Max: scoringtest.Dec("1")}
	if !a.Percent(2).Equal(b.Percent(2)) || a.Compare(b) != 1 {
		t.Errorf("%s and %s print alike, but the first is more", a.Percent(2), b.Percent(2))
	}
}
