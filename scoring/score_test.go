package scoring

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// twoAreas is a small set: area 1 with two leaves, area 2 with one by hand.
func twoAreas() *RuleSet {
	ratio := func(number, max string) Criterion {
		c := leafOf(max, &Ratio{Part: "b", Of: "a", IfZero: ZeroNotAssessed}, numberIn("a"), numberIn("b"))
		c.Number, c.Name = number, "Tiêu chí "+number
		return *c
	}
	manual := leafOf("2", &Manual{"diem"}, Input{Name: "diem", Label: "Điểm đề nghị", Kind: PointsInput})
	manual.Number, manual.Name = "2", "Tiêu chí 2"
	return &RuleSet{ID: "thu", Total: dec("5"), Rounding: Rounding{Places: 2},
		CrossChecks: []CrossCheck{{Left: "1.2:a", Is: MustEqual, Right: "1.1:a", Text: "Hai số phải bằng nhau."}},
		Criteria: []Criterion{
			{Number: "1", Name: "LĨNH VỰC", Max: dec("3"), Children: []Criterion{ratio("1.1", "1"), ratio("1.2", "2")}},
			*manual,
		}}
}

func answersOf(pairs ...string) Answers {
	answers := Answers{}
	for i := 0; i < len(pairs); i += 2 {
		key, _ := ParseKey(pairs[i])
		answers[key] = NumberAnswer(dec(pairs[i+1]))
	}
	return answers
}

func codesOf(problems []Problem) []string {
	var codes []string
	for _, p := range problems {
		codes = append(codes, string(p.Code)+" "+p.Path)
	}
	return codes
}

func TestScoreAddsRoundedLeaves(t *testing.T) {
	result := Score(twoAreas(), Submission{
		Answers:       answersOf("1.1:a", "3", "1.1:b", "1", "1.2:a", "3", "1.2:b", "1", "2:diem", "1.5"),
		Justification: map[string]string{"1.1": "x", "1.2": "x", "2": "x"},
	})
	if got := result.Self.Points.String(); got != "2.5" { // 0.33 + 0.67 + 1.5
		t.Errorf("total %s, want 2.5", got)
	}
	if result.Self.Provisional() || len(result.Problems) > 0 {
		t.Errorf("provisional %v, problems %v", result.Self.Provisional(), codesOf(result.Problems))
	}
	if got := result.Self.Percent(2).String(); got != "50" {
		t.Errorf("percent %s, want 50", got)
	}
}

func TestScoreLeavesTheMaximum(t *testing.T) {
	result := Score(twoAreas(), Submission{
		Answers: answersOf("1.1:a", "4", "1.1:b", "3", "1.2:a", "0", "1.2:b", "0", "2:diem", "1"),
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
	if result.Node("2").Self.State != NotAssessed {
		t.Errorf("an exempt leaf is %v", result.Node("2").Self.State)
	}
	if got := codesOf(result.Problems); !slices.Equal(got, []string{"evidence-missing 1.1"}) {
		t.Errorf("problems %v: a cross-check with a figure that was not assessed says nothing", got)
	}
}

func TestScoreReportsByKey(t *testing.T) {
	unread := NewProblem(AnswerNotWhole, "", "Số b", "1,5")
	answers := answersOf("1.1:a", "4", "1.1:b", "9", "1.2:a", "3")
	answers[Key{"2", "diem"}] = BadAnswer(unread)
	problems := Score(twoAreas(), Submission{Answers: answers}).Problems
	got := codesOf(problems)
	want := []string{"answer-exceeds 1.1:b", "answer-missing 1.2:b", "answer-not-whole 2:diem", "cross-check-fails 1.2:a"}
	if !slices.Equal(got, want) {
		t.Errorf("problems\n got %v\nwant %v", got, want)
	}
	if got := problems[len(problems)-1].Text(); !strings.HasSuffix(got, "Ở đây là 3, còn ở 1.1 là 4.") {
		t.Errorf("the cross-check says %q: it names the criterion, not the answer's key", got)
	}
}

func TestScoreWarnsOfUnreadBadAnswers(t *testing.T) {
	rule := &Cases{List: []Case{{Condition{Answer: "k", Is: opt("0")}, &Fixed{dec("0")}},
		{Condition{Answer: "k", Is: opt("1")}, &Ratio{Part: "b", Of: "a", IfZero: ZeroNone}}}}
	leaf := leafOf("1", rule, yesNoIn("k"), numberIn("a"), numberIn("b"))
	answers := given(t, leaf, map[string]string{"k": "0"})
	answers[leaf.Key("a")] = BadAnswer(NewProblem(AnswerNotWhole, "", "Số a", "1,5"))
	result := scoreLeaf(leaf, answers)
	if result.Nodes[0].Self.State != Scored {
		t.Fatalf("a bad answer in a case that is not taken made the leaf %v", result.Nodes[0].Self.State)
	}
	if len(result.Problems) != 1 || result.Problems[0].Severity != Warning {
		t.Errorf("problems %v, want one warning", result.Problems)
	}
}

func TestAppraisal(t *testing.T) {
	declared := answersOf("1.1:a", "4", "1.1:b", "4", "1.2:a", "4", "1.2:b", "2", "2:diem", "2")
	base := func(edit func(*Appraisal)) Result {
		a := &Appraisal{Done: true, Answers: Answers{}, Set: map[string]Verdict{}, Reasons: map[string]string{"1.1": "sai", "1.2": "x", "2": "x"}}
		edit(a)
		return Score(twoAreas(), Submission{Answers: declared, Appraisal: a,
			Justification: map[string]string{"1.1": "x", "1.2": "x", "2": "x"}})
	}
	tests := []struct {
		name         string
		edit         func(*Appraisal)
		leaf         string
		state        State
		points       string
		codes        []string
		stillPending int
	}{
		{"the declared answer stands", func(*Appraisal) {}, "1.1", Scored, "1", nil, 1},
		{"a corrected answer beats it", func(a *Appraisal) { a.Answers = answersOf("1.1:b", "2") }, "1.1", Scored, "0.5", nil, 1},
		{"points set beat a corrected answer", func(a *Appraisal) {
			a.Answers = answersOf("1.1:b", "2")
			a.Set["1.1"] = Verdict{Points: dec("0.1")}
		}, "1.1", Scored, "0.1", nil, 1},
		{"not assessed by hand", func(a *Appraisal) { a.Set["1.2"] = Verdict{NotAssessed: true} }, "1.2", NotAssessed, "0", nil, 1},
		{"the unit's proposal is not the appraiser's word", func(*Appraisal) {}, "2", Awaiting, "0", nil, 1},
		{"the appraiser decides", func(a *Appraisal) { a.Answers = answersOf("2:diem", "1.5") }, "2", Scored, "1.5", nil, 0},
		{"outside the range", func(a *Appraisal) { a.Set["2"] = Verdict{Points: dec("2.01")} }, "2", Invalid, "0",
			[]string{"appraisal-points-outside 2@ấn định"}, 1},
		{"a correction that breaches", func(a *Appraisal) { a.Answers = answersOf("1.1:b", "5") }, "1.1", Invalid, "0",
			[]string{"answer-exceeds 1.1:b@thẩm định"}, 2},
		{"no reason", func(a *Appraisal) { a.Answers, a.Reasons = answersOf("1.1:b", "3"), nil }, "1.1", Scored, "0.75",
			[]string{"appraisal-reason-missing 1.1"}, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			result := base(test.edit)
			got := result.Node(test.leaf).Appraised
			if got.State != test.state || got.Points.String() != test.points {
				t.Errorf("%v %s, want %v %s (%s)", got.State, got.Points, test.state, test.points, got.Explanation)
			}
			if codes := codesOf(result.Problems); !slices.Equal(codes, test.codes) {
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
	scorer := NewScorer(twoAreas())
	full := answersOf("1.1:a", "4", "1.1:b", "3", "1.2:a", "0", "1.2:b", "0", "2:diem", "1")
	tests := map[string]Submission{
		"blank":   {},
		"full":    {Answers: full},
		"faulty":  {Answers: answersOf("1.1:a", "4", "1.1:b", "9", "2:diem", "7")},
		"exempt":  {Answers: full, Exempt: []string{"1", "2"}},
		"reasons": {Answers: full, Evidence: map[string]string{"1.1": "x"}, Justification: map[string]string{"2": "x"}},
	}
	for name, in := range tests {
		t.Run(name, func(t *testing.T) {
			self := scorer.Score(in)
			got := scorer.ForAppraisal(in, self)
			in.Appraisal = &Appraisal{}
			want := scorer.Score(in)
			if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Tally{}), cmpopts.EquateComparable(&RuleSet{}, &Criterion{})); diff != "" {
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
	a := Tally{Points: dec("1"), Max: dec("3")}
	b := Tally{Points: dec("0.33333"), Max: dec("1")}
	if !a.Percent(2).Equal(b.Percent(2)) || a.Compare(b) != 1 {
		t.Errorf("%s and %s print alike, but the first is more", a.Percent(2), b.Percent(2))
	}
}
