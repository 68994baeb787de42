package scoring_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
	"cchc/scoring/scoringtest"
)

// beyondSet is a set of 100 points with a bonus of at most 15, of parts of 10 each, and a penalty of at most 120.
func beyondSet() *scoring.RuleSet {
	count := func(number, name, max, each string) scoring.Criterion {
		return scoring.Criterion{Number: number, Name: name, Max: scoringtest.Dec(max), Text: name, Provenance: scoring.FromText, Inputs: []expr.Input{scoringtest.NumberIn("a")},
			Rule: &kinds.Count{Tariffs: []kinds.Tariff{{Answer: "a", Each: scoringtest.Dec(each)}}}}
	}
	bonus := scoring.Criterion{Number: "2", Name: "Điểm thưởng", Max: scoringtest.Dec("15"), Beyond: scoring.BeyondPlus,
		Children: []scoring.Criterion{count("2.1", "Sáng kiến", "10", "5"), count("2.2", "Mô hình", "10", "10")}}
	penalty := count("3", "Điểm trừ", "120", "2")
	penalty.Beyond = scoring.BeyondMinus
	return &scoring.RuleSet{Total: scoringtest.Dec("100"), Rounding: scoring.Rounding{Places: 2},
		Criteria: []scoring.Criterion{count("1", "Việc thường xuyên", "100", "1"), bonus, penalty}}
}

// TestBeyond holds the whole to figures worked out by hand.
func TestBeyond(t *testing.T) {
	for _, test := range []struct {
		name                         string
		ordinary, ideas, models, bad int64
		cap, floor                   string
		total, bonus, percent        string
	}{
		{"nothing beyond", 80, 0, 0, 0, "", "", "80", "0", "80"},
		{"a bonus", 80, 1, 0, 0, "", "", "85", "5", "85"},
		{"a bonus up to its own cap", 80, 9, 9, 0, "", "", "95", "15", "95"},
		{"a bonus over the maximum", 100, 2, 0, 0, "", "", "110", "10", "110"},
		{"which the set caps", 100, 2, 0, 0, "100", "", "100", "10", "100"},
		{"a penalty", 80, 0, 0, 3, "", "", "74", "0", "74"},
		{"a penalty is taken off before the cap", 100, 2, 0, 3, "100", "", "100", "10", "100"},
		{"a penalty up to its own cap, below nothing", 80, 0, 0, 99, "", "", "-40", "0", "-40"},
		{"which the set does not let through", 80, 0, 0, 99, "", "0", "0", "0", "0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			rs := beyondSet()
			if test.cap != "" {
				rs.Cap = scoringtest.Opt(test.cap)
			}
			if test.floor != "" {
				rs.Floor = scoringtest.Opt(test.floor)
			}
			if found := scoring.Check(rs); len(found) > 0 {
				t.Fatalf("the set itself is faulty: %v", found)
			}
			answers := expr.Answers{}
			for number, n := range map[string]int64{"1": test.ordinary, "2.1": test.ideas, "2.2": test.models, "3": test.bad} {
				answers[expr.Key{Leaf: number, Input: "a"}] = expr.NumberAnswer(decimal.NewFromInt(n))
			}
			got := scoring.Score(rs, scoring.Submission{Answers: answers})
			for what, pair := range map[string][2]string{
				"total": {got.Self.Points.String(), test.total}, "maximum": {got.Self.Max.String(), "100"},
				"bonus": {got.Node("2").Self.Points.String(), test.bonus}, "percent": {got.Self.Percent(2).String(), test.percent},
			} {
				if pair[0] != pair[1] {
					t.Errorf("%s is %s, want %s", what, pair[0], pair[1])
				}
			}
			var marks []scoring.Mark
			for _, leaf := range rs.Leaves() {
				marks = append(marks, got.Node(leaf.Number).Self.Mark())
			}
			if _, total := rs.Sum(marks); !total.Points.Equal(got.Self.Points) || !total.Max.Equal(got.Self.Max) {
				t.Errorf("from marks %s of %s, scored %s of %s", total.Points, total.Max, got.Self.Points, got.Self.Max)
			}
		})
	}
}

// TestBeyondNotAssessed: what is beyond the maximum leaves nothing of it when it is not assessed.
func TestBeyondNotAssessed(t *testing.T) {
	rs := beyondSet()
	answers := expr.Answers{{Leaf: "1", Input: "a"}: expr.NumberAnswer(decimal.NewFromInt(50)), {Leaf: "2.1", Input: "a"}: expr.NumberAnswer(decimal.NewFromInt(2))}
	got := scoring.Score(rs, scoring.Submission{Answers: answers, Exempt: []string{"2.2", "3"}})
	bonus := got.Node("2").Self
	if !got.Self.NotAssessed.IsZero() || got.Self.Points.String() != "60" || bonus.NotAssessed.String() != "5" || got.Self.Pending != 0 {
		t.Errorf("total %s, left the maximum %s, of the bonus %s", got.Self.Points, got.Self.NotAssessed, bonus.NotAssessed)
	}
}

// TestBeyondBelowAnArea: bonus and penalty may stand side by side in an area of no points, and count for the most that there is.
func TestBeyondBelowAnArea(t *testing.T) {
	rs := beyondSet()
	bonus, penalty := rs.Criteria[1].Children[0], rs.Criteria[2]
	bonus.Number, penalty.Number, bonus.Beyond = "2.1", "2.2", scoring.BeyondPlus
	rs.Criteria = []scoring.Criterion{rs.Criteria[0], {Number: "2", Name: "Thưởng, phạt", Children: []scoring.Criterion{bonus, penalty}}}
	rs.Floor = scoringtest.Opt("105") // less than the 100 of the total and the 10 of the bonus
	if found := scoring.Check(rs); len(found) > 0 {
		t.Fatalf("the set itself is faulty: %v", found)
	}
	rs.Floor = scoringtest.Opt("110")
	if found := scoringtest.CodesOf(scoring.Check(rs)); !slices.Equal(found, []string{"set-floor floor"}) {
		t.Errorf("a floor at the most: %v", found)
	}
	rs.Floor = decimal.NullDecimal{}
	n := func(n int64) expr.Answer { return expr.NumberAnswer(decimal.NewFromInt(n)) }
	got := scoring.Score(rs, scoring.Submission{Answers: expr.Answers{{Leaf: "1", Input: "a"}: n(70), {Leaf: "2.1", Input: "a"}: n(1), {Leaf: "2.2", Input: "a"}: n(4)}})
	if area := got.Node("2").Self; area.Points.String() != "-3" || !area.Max.IsZero() || got.Self.Points.String() != "67" || got.Self.Max.String() != "100" {
		t.Errorf("the area %s of %s, the total %s of %s", area.Points, area.Max, got.Self.Points, got.Self.Max)
	}
}

// TestBeyondIsNoLoss: a bonus not won is not among the losses, and nobody has to prove a penalty.
func TestBeyondIsNoLoss(t *testing.T) {
	rs := beyondSet()
	two := expr.NumberAnswer(decimal.NewFromInt(2))
	in := scoring.Submission{Answers: expr.Answers{{Leaf: "1", Input: "a"}: two, {Leaf: "2.1", Input: "a"}: two, {Leaf: "2.2", Input: "a"}: expr.NumberAnswer(decimal.Zero), {Leaf: "3", Input: "a"}: two}}
	got := scoring.Score(rs, in)
	if lost := got.Losses(); len(lost) != 1 || lost[0].Criterion.Number != "1" {
		t.Errorf("%d losses", len(lost))
	}
	var unproven []string
	for _, p := range got.Problems {
		if p.Code == problem.EvidenceMissing {
			unproven = append(unproven, p.Path)
		}
	}
	if !slices.Equal(unproven, []string{"1", "2.1"}) || in.Unproven(rs, &rs.Criteria[2], got.Node("3").Self) {
		t.Errorf("unproven %v", unproven)
	}
}

// TestBeyondWords: a bonus that was not won is no loss, and a penalty is said to be one.
func TestBeyondWords(t *testing.T) {
	rs := beyondSet()
	one := expr.NumberAnswer(decimal.NewFromInt(1))
	got := scoring.Score(rs, scoring.Submission{Answers: expr.Answers{{Leaf: "2.1", Input: "a"}: one, {Leaf: "3", Input: "a"}: one}})
	if words := got.Node("2.1").Self.Explanation; strings.Contains(words, "hụt") {
		t.Errorf("a bonus: %s", words)
	}
	if words := got.Node("3").Self.Explanation; !strings.HasSuffix(words, "; trừ 2 điểm") {
		t.Errorf("a penalty: %s", words)
	}
}
