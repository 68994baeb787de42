package rules_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/proof"
)

// TestGains2023 applies what every leaf of the 2023 set is said to be missing, at all rows of its table: the points come out
// as promised, and one step less is not enough. A leaf that can gain nothing anywhere must be one of points by hand.
func TestGains2023(t *testing.T) {
	rs := load(t, "2023")
	table := readLeafTable(t, "../testdata/leaves/hai-phong-so-nganh-2023.yaml")
	for _, leaf := range rs.Leaves() {
		gains := 0
		for _, row := range table[leaf.Number] {
			g := promise{t, rs, leaf, leafAnswers(t, leaf, row)}
			now, state := g.score("", expr.Answer{})
			next, full := proof.Gains(scoring.NewScorer(rs), leaf, g.answers)
			if state != expr.Scored && (next != nil || full != nil) {
				t.Errorf("%s/%s: a leaf without points is advised", leaf.Number, row["why"])
			}
			if next != nil {
				gains++
				g.kept(next, now.Add(decimal.New(1, -2)))
			}
			if full != nil {
				g.kept(full, leaf.Max)
			}
		}
		if _, byHand := leaf.Rule.(*kinds.Manual); byHand != (gains == 0) {
			t.Errorf("%s: %d gains", leaf.Number, gains)
		}
	}
}

// promise is a leaf with the answers that gains were said for.
type promise struct {
	t       *testing.T
	rs      *scoring.RuleSet
	leaf    *scoring.Criterion
	answers expr.Answers
}

// score scores the leaf with one answer changed.
func (g promise) score(input string, to expr.Answer) (decimal.Decimal, expr.State) {
	answers := expr.Answers{}
	for key, answer := range g.answers {
		answers[key] = answer
	}
	if input != "" {
		answers[g.leaf.Key(input)] = to
	}
	alone := &scoring.RuleSet{Rounding: g.rs.Rounding, Criteria: []scoring.Criterion{*g.leaf}}
	tally := scoring.Score(alone, scoring.Submission{Answers: answers}).Nodes[0].Self
	return tally.Points, tally.State
}

// kept applies a gain, and then all but one step of it.
func (g promise) kept(gain *proof.Gain, enough decimal.Decimal) {
	g.t.Helper()
	points, state := g.score(gain.Input, gain.To)
	if state != expr.Scored || !points.Equal(gain.Points) || points.LessThan(enough) {
		g.t.Errorf("%s: “%s” gives %s (%v)", g.leaf.Number, gain.Text, points, state)
	}
	to, isNumber := gain.To.Number()
	from, _ := gain.From.Number()
	if in, _ := g.leaf.Input(gain.Input); !isNumber || !in.Whole && !from.IsInteger() {
		return
	}
	less := to.Sub(decimal.NewFromInt(1))
	points, state = g.score(gain.Input, expr.NumberAnswer(less))
	if less.LessThan(from) || state == expr.Scored && !points.LessThan(enough) {
		g.t.Errorf("%s: “%s”, but %s is enough for %s", g.leaf.Number, gain.Text, less, points)
	}
}

func BenchmarkGains2023(b *testing.B) {
	catalog, err := rules.Open()
	if err != nil {
		b.Fatal(err)
	}
	set, err := catalog.Load("2023")
	if err != nil {
		b.Fatal(err)
	}
	answers := expr.Answers{}
	for _, leaf := range set.Rules.Leaves() {
		for _, in := range leaf.Inputs {
			answers[leaf.Key(in.Name)] = expr.NumberAnswer(decimal.NewFromInt(int64(60 - 7*len(answers)%40)))
			if in.IsChoice() {
				answers[leaf.Key(in.Name)] = expr.OptionAnswer(len(in.Options))
			}
		}
	}
	for b.Loop() {
		for _, leaf := range set.Rules.Leaves() {
			proof.Gains(scoring.NewScorer(set.Rules), leaf, answers)
		}
	}
}
