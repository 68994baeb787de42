package scoring_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

// sharing is a set of two leaves: 1 reckons what it is measured against, 2 takes the register from 1.
func sharing() *scoring.RuleSet {
	less := scoringtest.NumberIn("n")
	less.From = []expr.Term{{Answer: "so", Times: scoringtest.Dec("1")}, {Answer: "m", Times: scoringtest.Dec("-0.5")}}
	more := scoringtest.NumberIn("m")
	more.From = []expr.Term{{Answer: "rut", Times: scoringtest.Dec("2")}}
	taken := expr.Input{Name: "a", Kind: expr.NumberInput, Use: "1:so"}
	one := scoringtest.LeafOf("2", &kinds.Ratio{Part: "b", Of: "n", IfZero: kinds.ZeroNone}, scoringtest.NumberIn("so"), scoringtest.NumberIn("rut"), less, more, scoringtest.NumberIn("b"))
	two := scoringtest.LeafOf("1", &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNone}, taken, scoringtest.NumberIn("b"))
	one.Number, two.Number, two.Name = "1", "2", "Tiêu chí 2"
	one.Inputs[0].Max, one.Inputs[0].Unit = scoringtest.Opt("50"), "hồ sơ"
	rs := &scoring.RuleSet{ID: "thu", Total: scoringtest.Dec("3"), Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{*one, *two}}
	rs.Settle()
	return rs
}

func TestSettleTakesWhatAnAnswerHas(t *testing.T) {
	rs := sharing()
	source, _ := rs.Find("1").Input("so")
	taken, _ := rs.Find("2").Input("a")
	if taken.Label != source.Label || taken.Unit != "hồ sơ" || !taken.Max.Decimal.Equal(source.Max.Decimal) || !taken.Whole {
		t.Errorf("%+v of %+v", taken, source)
	}
	n, _ := rs.Find("1").Input("n")
	m, _ := rs.Find("1").Input("m")
	if n.Whole || !m.Whole {
		t.Errorf("half a number is whole (%t), twice one is not (%t)", n.Whole, !m.Whole)
	}
	if problems := scoring.Check(rs); len(problems) > 0 {
		t.Error(scoringtest.CodesOf(problems))
	}
}

// What follows from others follows whatever stands in its place, and is blank where something is missing or out of bounds.
func TestReckoned(t *testing.T) {
	rs := sharing()
	for _, c := range []struct {
		name        string
		given       []string
		n, m, taken string
	}{
		{"all", []string{"1:so", "12", "1:rut", "3"}, "9", "6", "12"},
		{"typed over", []string{"1:so", "12", "1:rut", "3", "1:n", "7", "2:a", "99"}, "9", "6", "12"},
		{"below its bounds is still shown", []string{"1:so", "2", "1:rut", "3"}, "-1", "6", "2"},
		{"nothing to take off", []string{"1:so", "12"}, "", "", "12"},
		{"a source out of bounds", []string{"1:so", "51", "1:rut", "3"}, "", "6", "51"},
		{"nothing", []string{"2:a", "99"}, "", "", ""},
	} {
		got := rs.Reckoned(scoringtest.AnswersOf(c.given...))
		text := func(leaf, input string) string {
			d, ok := got[expr.Key{Leaf: leaf, Input: input}].Number()
			if !ok {
				return ""
			}
			return d.String()
		}
		if diff := cmp.Diff([]string{c.n, c.m, c.taken}, []string{text("1", "n"), text("1", "m"), text("2", "a")}); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}

// A correction where an answer is asked for counts wherever it is taken, and needs its reason once.
func TestCorrectionsGoAlong(t *testing.T) {
	rs := sharing()
	result := scoring.Score(rs, scoring.Submission{Answers: scoringtest.AnswersOf("1:so", "12", "1:rut", "2", "1:b", "5", "2:b", "6"),
		Justification: map[string]string{"1": "có", "2": "có"},
		Appraisal:     &scoring.Appraisal{Done: true, Answers: scoringtest.AnswersOf("1:so", "22"), Reasons: map[string]string{"1": "theo sổ"}}})
	got := []string{result.Node("1").Self.Points.String(), result.Node("2").Self.Points.String(), result.Node("1").Appraised.Points.String(), result.Node("2").Appraised.Points.String()}
	if diff := cmp.Diff([]string{"1", "0.5", "0.5", "0.27"}, got); diff != "" || len(result.Problems) > 0 {
		t.Error(diff, scoringtest.CodesOf(result.Problems))
	}
	wrong := scoring.Score(rs, scoring.Submission{Answers: scoringtest.AnswersOf("1:so", "51", "1:rut", "2", "1:b", "5", "2:b", "6")})
	if diff := cmp.Diff([]string{"answer-too-large 1:so", "answer-needed 1:so"}, scoringtest.CodesOf(wrong.Problems)); diff != "" {
		t.Error(diff)
	}
}
