package figures

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

// shares is a set of one leaf: own rate against a mean, with the figures given.
func shares(list ...scoring.Figure) *scoring.RuleSet {
	tb := scoringtest.NumberIn("tb")
	tb.Whole, tb.Figure = false, "tb"
	leaf := scoringtest.LeafOf("45", &kinds.Relative{Part: "b", Of: "a", Best: "tb", IfZero: kinds.ZeroNotAssessed}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), tb)
	return &scoring.RuleSet{ID: "mau-2023", Total: leaf.Max, Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{*leaf}, Figures: list}
}

// unit is "Sở:A" (block and code; "Sở:A!" is not ranked) with what it declares and, where not "", as it was appraised.
func unit(t *testing.T, rs *scoring.RuleSet, name, self, appraised string) Declared {
	t.Helper()
	block, code, _ := strings.Cut(name, ":")
	code, listed := strings.CutSuffix(code, "!")
	in := scoring.Submission{Unit: scoring.Unit{Code: code, Name: "Đơn vị " + code, Block: block, Ranked: !listed}, Answers: answers(self)}
	if appraised != "" {
		in.Appraisal = &scoring.Appraisal{Done: true, Answers: answers(appraised)}
	}
	r := scoring.Score(rs, in)
	return DeclaredBy(code+".xlsx", &in, &r)
}

func answers(text string) expr.Answers {
	all := expr.Answers{}
	for word := range strings.FieldsSeq(text) {
		name, number, _ := strings.Cut(word, "=")
		all[expr.Key{Leaf: "1.1", Input: name}] = expr.NumberAnswer(scoringtest.Dec(number))
	}
	return all
}

// say writes rows as "tb Sở 0.6667 of 2 (1 own); C: chưa có số liệu".
func say(rows []Row) []string {
	var lines []string
	for _, row := range rows {
		line := strings.Join(strings.Fields(row.Figure.Name+" "+row.Block), " ") + " -"
		if row.Value.Valid {
			line = strings.TrimSuffix(line, "-") + row.Value.Decimal.String()
		}
		line += fmt.Sprintf(" of %d (%d own)", row.Counted, row.StandIns)
		for _, out := range row.Out {
			line += "; " + out.Unit.Code + ": " + out.Why
		}
		lines = append(lines, line)
	}
	return lines
}

func TestReckon(t *testing.T) {
	rate := func(from scoring.FigureFrom, places int) scoring.Figure {
		return scoring.Figure{Name: "tb", From: from, Over: "1.1:b/a", Places: places}
	}
	byBlock := rate(scoring.FigureMean, 2)
	byBlock.By = scoring.ByBlock
	units := []string{"Sở:A a=3 b=1", "Sở:B a=3 b=2", "Ban:C a=10 b=10"}
	tests := []struct {
		name   string
		figure scoring.Figure
		units  []string
		want   []string
	}{
		{"a mean is exact and rounded once", rate(scoring.FigureMean, 4), units, []string{"tb 0.6667 of 3 (3 own)"}},
		{"half goes up", rate(scoring.FigureMean, 2), []string{"Sở:A a=1000 b=375", "Sở:B a=1000 b=376"}, []string{"tb 0.38 of 2 (2 own)"}},
		{"highest", rate(scoring.FigureMax, 2), units, []string{"tb 1 of 3 (3 own)"}},
		{"lowest", rate(scoring.FigureMin, 2), units, []string{"tb 0.33 of 3 (3 own)"}},
		{"sum of an answer", scoring.Figure{Name: "tb", From: scoring.FigureSum, Over: "1.1:b"}, units, []string{"tb 13 of 3 (3 own)"}},
		{"of each block", byBlock, units, []string{"tb Ban 1 of 1 (1 own)", "tb Sở 0.5 of 2 (2 own)"}},
		{"from outside", scoring.Figure{Name: "tb", From: scoring.FigureAnnounced}, units, []string{"tb - of 0 (0 own)"}},
		{"who is left out", rate(scoring.FigureMean, 2), []string{"Sở:A a=2 b=1", "Sở:B a=3", "Sở:C a=0 b=0", "Sở:D! a=1 b=1", "Sở:E a=1 b=1", "Sở:e a=1 b=1", "Sở:F a=1 b=0.5"},
			[]string{"tb 0.5 of 1 (1 own); B: chưa có số liệu; C: không đánh giá; D: không xếp hạng; E: có nhiều kết quả; e: có nhiều kết quả; F: số liệu không dùng được"}},
		{"nobody counts", rate(scoring.FigureMean, 2), []string{"Sở:A a=2"}, []string{"tb - of 0 (0 own); A: chưa có số liệu"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rs := shares(test.figure)
			var all []Declared
			for _, text := range test.units {
				name, self, _ := strings.Cut(text, " ")
				all = append(all, unit(t, rs, name, self, ""))
			}
			if diff := cmp.Diff(test.want, say(Reckon(rs, all))); diff != "" {
				t.Error(diff)
			}
			slices.Reverse(all)
			if diff := cmp.Diff(test.want, say(Reckon(rs, all))); diff != "" {
				t.Errorf("the other way round: %s", diff)
			}
		})
	}
}

// What counts is what the appraisal left, once it is done.
func TestReckonByAppraisedAnswers(t *testing.T) {
	rs := shares(scoring.Figure{Name: "tb", From: scoring.FigureMean, Over: "1.1:b/a", Places: 2})
	rows := Reckon(rs, []Declared{unit(t, rs, "Sở:A", "a=10 b=10", "b=8"), unit(t, rs, "Sở:B", "a=10 b=4", "")})
	if diff := cmp.Diff([]string{"tb 0.6 of 2 (1 own)"}, say(rows)); diff != "" {
		t.Error(diff)
	}
}

func TestSupply(t *testing.T) {
	rs := shares(scoring.Figure{Name: "tb", Label: "Bình quân", From: scoring.FigureMean, Over: "1.1:b/a", Places: 2, By: scoring.ByBlock})
	list := NewList([]Row{{Figure: &rs.Figures[0], Block: "Sở", Value: scoringtest.Opt("0.6")}})
	tests := []struct{ name, block, carries, points, changed, differs string }{
		{"waited", "sở", "a=10 b=3", "22.5", "chưa công bố → 0,6", ""},
		{"the same", "Sở", "a=10 b=3 tb=0.6", "22.5", "", ""},
		{"another one", "Sở", "a=10 b=3 tb=0.5", "22.5", "0,5 → 0,6", "“Số tb” trong phiếu: 0,5; theo tệp số công bố: 0,6. Đã tính theo tệp."},
		{"none for its block", "Ban", "a=10 b=3 tb=0.5", "", "0,5 → chưa công bố", "“Số tb” trong phiếu: 0,5; theo tệp số công bố: chưa công bố. Đã tính theo tệp."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in := scoring.Submission{Unit: scoring.Unit{Code: "A", Block: test.block}, Answers: answers(test.carries)}
			var changed, differs string
			for _, c := range list.Supply(rs, &in) {
				was, is := c.Words()
				changed = was + " → " + is
				if p, ok := c.Differs(); ok {
					differs = p.Text()
				}
			}
			if changed != test.changed || differs != test.differs {
				t.Errorf("changed %q, differs %q", changed, differs)
			}
			switch got := scoring.Score(rs, in).Nodes[0].Self; {
			case test.points == "" && got.State != expr.Awaiting, test.points != "" && !got.Points.Equal(scoringtest.Dec(test.points)):
				t.Errorf("%v %s", got.State, got.Points)
			}
		})
	}
	ban := scoring.Submission{Unit: scoring.Unit{Code: "A", Block: "Ban"}}
	if got := scoringtest.CodesOf(list.Absent(rs, &ban)); !slices.Equal(got, []string{"figure-absent 1.1:tb"}) {
		t.Errorf("absent %v", got)
	}
	in := scoring.Submission{Answers: answers("a=1 tb=0.3")}
	if changes := (*List)(nil).Supply(rs, &in); changes != nil || len(in.Answers) != 2 {
		t.Error("no list changed something")
	}
}

// TestDeviation holds standard deviations to figures worked out by hand: the root of the mean square from the mean, rounded once.
func TestDeviation(t *testing.T) {
	for _, test := range []struct {
		values string
		places int32
		want   string
	}{
		{"2 4 4 4 5 5 7 9", 2, "2"},
		{"1 2", 2, "0.5"},
		{"1 2 3", 4, "0.8165"}, // √(2/3) = 0,81649…
		{"1 2 3", 0, "1"},
		{"5 5 5", 2, "0"},
		{"7", 2, "0"},
		{"0 1", 0, "1"}, // a half goes up
		{"0.1 0.2 0.4", 6, "0.124722"},
	} {
		var values []expr.Fraction
		for text := range strings.FieldsSeq(test.values) {
			values = append(values, expr.Whole(scoringtest.Dec(text)))
		}
		if got := root(variance(values), test.places).String(); got != test.want {
			t.Errorf("%s to %d places: %s, want %s", test.values, test.places, got, test.want)
		}
	}
}
