package ranking

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

// hundredPoints is a set of 100 points: area 1 with two leaves of 30, area 2 with one of 40.
func hundredPoints() *scoring.RuleSet {
	leaf := func(number, max string) scoring.Criterion {
		return scoring.Criterion{Number: number, Name: "Tiêu chí " + number, Max: scoringtest.Dec(max), Rule: &kinds.Fixed{Points: scoringtest.Dec("0")}}
	}
	return &scoring.RuleSet{ID: "tram", Total: scoringtest.Dec("100"), Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{
		{Number: "1", Max: scoringtest.Dec("60"), Children: []scoring.Criterion{leaf("1.1", "30"), leaf("1.2", "30")}},
		{Number: "2", Max: scoringtest.Dec("40"), Children: []scoring.Criterion{leaf("2.1", "40")}},
	}}
}

// marksOf reads "30 KĐG ?": points, not assessed, missing.
func marksOf(text string) []scoring.Mark {
	var marks []scoring.Mark
	for _, word := range strings.Fields(text) {
		switch word {
		case "KĐG":
			marks = append(marks, scoring.Mark{State: expr.NotAssessed})
		case "?":
			marks = append(marks, scoring.Mark{State: expr.Missing})
		default:
			marks = append(marks, scoring.Mark{Points: scoringtest.Dec(word)})
		}
	}
	return marks
}

// standingOf is a unit "Sở:A" (block and code; "Sở:A!" is listed only) with its self marks and, where not "", appraised ones.
func standingOf(unit, self, appraised string) Standing {
	block, code, _ := strings.Cut(unit, ":")
	code, listed := strings.CutSuffix(code, "!")
	return Standing{File: code + ".xlsx", Unit: scoring.Unit{Code: code, Name: "Đơn vị " + code, Block: block, Ranked: !listed},
		Self: marksOf(self), Appraised: marksOf(appraised)}
}

// order writes a ranking as "Sở: 1 A 75, 2 B 50; - C 20".
func order(r Ranking) []string {
	var lines []string
	for _, b := range r.Blocks {
		var words []string
		for _, p := range b.Places {
			rank, index := "-", "-"
			if p.Rank > 0 {
				rank = fmt.Sprint(p.Rank)
			}
			if i := p.Index(2); i.Valid {
				index = i.Decimal.String()
			}
			words = append(words, strings.TrimSpace(rank+" "+p.Unit.Code+" "+index+" "+p.Grade))
		}
		lines = append(lines, b.Name+": "+strings.Join(words, ", "))
	}
	return lines
}

func TestRank(t *testing.T) {
	survey := func(points string) *Survey {
		s := &Survey{Max: scoringtest.Dec("35"), Points: map[string]decimal.Decimal{}}
		for word := range strings.FieldsSeq(points) {
			code, d, _ := strings.Cut(word, "=")
			s.Points[code] = scoringtest.Dec(d)
		}
		return s
	}
	grades := []Grade{{"Tốt", scoringtest.Dec("80")}, {"Xuất sắc", scoringtest.Dec("90")}, {"Khá", scoringtest.Dec("65")}}
	tests := []struct {
		name      string
		standings []Standing
		options   Options
		want      []string
		problems  []string
	}{
		{"ties share a rank", []Standing{
			standingOf("Sở:D", "10 10 10", ""), standingOf("Sở:C", "20 20 20", ""),
			standingOf("Sở:B", "30 30 0", ""), standingOf("Sở:A", "30 30 40", ""),
		}, Options{}, []string{"Sở: 1 A 100, 2 B 60, 2 C 60, 4 D 30"}, nil},

		{"blocks are ranked apart, in the order of their names", []Standing{
			standingOf("Sở:A", "10 10 10", ""), standingOf("Ban:B", "1 1 1", ""), standingOf("sở:C", "20 10 10", ""),
		}, Options{}, []string{"Ban: 1 B 3", "Sở: 1 C 40, 2 A 30"}, nil},

		{"the exact value decides where the printed ones are equal", []Standing{
			standingOf("Sở:A", "20 20 KĐG", ""), standingOf("Sở:B", "30 30 6.67", ""),
		}, Options{}, []string{"Sở: 1 B 66.67, 2 A 66.67"}, nil},

		{"what is not assessed leaves the maximum, and equal ratios are equal", []Standing{
			standingOf("Sở:A", "30 30 15", ""), standingOf("Sở:B", "30 15 KĐG", ""), standingOf("Sở:C", "0 KĐG 0", ""),
		}, Options{}, []string{"Sở: 1 A 75, 1 B 75, 3 C 0"}, nil},

		{"listed but not ranked", []Standing{
			standingOf("Sở:A!", "30 30 40", ""), standingOf("Sở:B", "30 30 0", ""),
		}, Options{}, []string{"Sở: 1 B 60, - A 100"}, nil},

		{"nothing assessed is not nought", []Standing{
			standingOf("Sở:A", "KĐG KĐG KĐG", ""), standingOf("Sở:B", "0 0 0", ""),
		}, Options{}, []string{"Sở: 1 B 0, - A -"}, nil},

		{"the appraised points count, the self points stand in", []Standing{
			standingOf("Sở:A", "30 30 40", "10 10 10"), standingOf("Sở:B", "20 20 20", ""),
		}, Options{}, []string{"Sở: 1 B 60, 2 A 30"}, nil},

		{"by the self points on demand", []Standing{
			standingOf("Sở:A", "30 30 40", "10 10 10"), standingOf("Sở:B", "20 20 20", ""),
		}, Options{BySelf: true}, []string{"Sở: 1 A 100, 2 B 60"}, nil},

		{"with a survey", []Standing{
			standingOf("Sở:A", "30 30 40", ""), standingOf("Sở:B", "30 30 39", ""), standingOf("Sở:C", "10 10 10", ""),
		}, Options{Survey: survey("a=30 B=31 C=0")},
			[]string{"Sở: 1 A 96.3, 1 B 96.3, 3 C 22.22"}, nil},

		{"the survey adds to the points as of the full maximum", []Standing{
			standingOf("Sở:A", "30 15 KĐG", ""), standingOf("Sở:B", "30 30 14.99", ""),
		}, Options{Survey: survey("A=10 B=10")}, []string{"Sở: 1 A 62.96, 2 B 62.96"}, nil},

		{"who is not in the survey is not ranked", []Standing{
			standingOf("Sở:A", "30 30 40", ""), standingOf("Sở:B", "30 30 0", ""), standingOf("Sở:C!", "1 1 1", ""),
		}, Options{Survey: survey("B=35 X=1")}, []string{"Sở: 1 B 70.37, - A -, - C -"},
			[]string{"survey-missing A", "survey-unknown X"}},

		{"one unit twice: no rank and no grade", []Standing{
			standingOf("Sở:a", "30 30 40", ""), standingOf("Sở:A", "30 30 30", ""), standingOf("Sở:B", "1 1 1", ""),
		}, Options{Grades: grades}, []string{"Sở: 1 B 3, - A 90, - a 100"}, []string{"unit-twice A"}},

		{"grades by the exact value", []Standing{
			standingOf("Sở:A", "30 30 30", ""), standingOf("Sở:B", "30 30 29.999", ""), standingOf("Sở:C", "30 30 5", ""),
			standingOf("Sở:D", "30 30 4.999", ""),
		}, Options{Grades: grades},
			[]string{"Sở: 1 A 90 Xuất sắc, 2 B 90 Tốt, 3 C 65 Khá, 4 D 65"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := Rank(hundredPoints(), test.standings, test.options)
			if diff := cmp.Diff(test.want, order(r)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(test.problems, scoringtest.CodesOf(r.Problems)); diff != "" {
				t.Errorf("problems: %s", diff)
			}
		})
	}
}

func TestRankIgnoresTheOrderOfStandings(t *testing.T) {
	standings := []Standing{
		standingOf("Sở:A", "30 30 40", "20 20 20"), standingOf("Sở:B", "30 30 0", ""), standingOf("Sở:C", "20 20 20", ""),
		standingOf("Ban:D", "? 30 KĐG", ""), standingOf("ban:e", "1 1 1", ""), standingOf("Ban:E", "2 2 2", ""),
	}
	opaque := cmp.Options{cmp.Comparer(decimal.Decimal.Equal), cmp.AllowUnexported(Place{}, scoring.Tally{}, expr.Fraction{}),
		cmp.Comparer(func(a, b *scoring.RuleSet) bool { return a == b }), cmp.Comparer(func(a, b *scoring.Criterion) bool { return a.Number == b.Number })}
	rs := hundredPoints()
	want := Rank(rs, standings, Options{})
	slices.Reverse(standings)
	if diff := cmp.Diff(want, Rank(rs, standings, Options{}), opaque...); diff != "" {
		t.Error(diff)
	}
}

func TestPlaceFigures(t *testing.T) {
	points := map[string]decimal.Decimal{"A": scoringtest.Dec("31.5"), "B": scoringtest.Dec("20")}
	r := Rank(hundredPoints(), []Standing{
		standingOf("Sở:A", "30 30 KĐG", "30 15 KĐG"), standingOf("Sở:B", "30 ? 20", ""),
	}, Options{Survey: &Survey{Max: scoringtest.Dec("35"), Points: points}})
	a, b := r.Blocks[0].Places[0], r.Blocks[0].Places[1]
	got := []string{a.Difference().Decimal.String(), a.Total(2).Decimal.String(), a.Index(2).Decimal.String(), a.FullMax().String()}
	if diff := cmp.Diff([]string{"-15", "106.5", "78.89", "135"}, got); diff != "" {
		t.Error(diff)
	}
	if a.StandIn || len(a.Notes()) > 0 {
		t.Errorf("a full, appraised result needs no notes: %v", a.Notes())
	}
	want := []string{"Tạm tính: còn 1 tiêu chí chưa có điểm", "Điểm tự chấm, chưa có điểm thẩm định"}
	if diff := cmp.Diff(want, b.Notes()); diff != "" {
		t.Error(diff)
	}
	if b.Difference().Valid {
		t.Error("a difference without an appraisal")
	}
}

func TestRankMeans(t *testing.T) {
	r := Rank(hundredPoints(), []Standing{
		standingOf("Sở:A", "30 30 40", "30 15 40"), standingOf("Sở:B", "30 0 KĐG", "30 0 KĐG"), standingOf("Sở:C", "15 15 40", "15 KĐG ?"),
		standingOf("Sở:Z!", "0 0 0", "0 0 0"),
	}, Options{})
	text := func(list ...decimal.NullDecimal) []string {
		var words []string
		for _, d := range list {
			word := "-"
			if d.Valid {
				word = d.Decimal.String()
			}
			words = append(words, word)
		}
		return words
	}
	m := r.Blocks[0].Means // appraised: 85/100, 30/60, 15/70
	got := text(m.Self, m.Appraised, m.Difference, m.Assessed, m.Percent, m.Rescaled, m.Survey, m.Total, m.Index)
	if diff := cmp.Diff([]string{"66.67", "43.33", "-23.33", "76.67", "52.14", "52.14", "-", "52.14", "52.14"}, got); diff != "" {
		t.Errorf("block: %s", diff)
	}
	var areas []string
	for _, a := range r.Blocks[0].Areas { // 75, 50, 50; then 100, none, 0 (nothing yet)
		areas = append(areas, strings.Join(text(a.Mean, a.Best, a.Worst), " "), codes(a.BestUnits)+" / "+codes(a.WorstUnits))
	}
	if diff := cmp.Diff([]string{"58.33 75 50", "A / B C", "50 100 0", "A / C"}, areas); diff != "" {
		t.Errorf("areas: %s", diff)
	}
	var leaves []string
	for _, l := range r.Leaves {
		leaves = append(leaves, fmt.Sprint(l.Leaf.Number, " ", l.Scored, " ", strings.Join(text(l.Mean, l.Share), " ")))
	}
	if diff := cmp.Diff([]string{"1.1 4 18.75 62.5", "1.2 3 5 16.67", "2.1 2 20 50"}, leaves); diff != "" {
		t.Errorf("leaves: %s", diff)
	}
}

func codes(units []scoring.Unit) string {
	var all []string
	for _, u := range units {
		all = append(all, u.Code)
	}
	return strings.Join(all, " ")
}

func TestMeansOfSomeAreNone(t *testing.T) {
	r := Rank(hundredPoints(), []Standing{standingOf("Sở:A", "1 1 1", "1 1 1"), standingOf("Sở:B", "1 1 1", "")}, Options{})
	if m := r.Blocks[0].Means; m.Appraised.Valid || m.Difference.Valid || !m.Self.Valid {
		t.Errorf("means %+v", m)
	}
	r = Rank(hundredPoints(), []Standing{standingOf("Sở:A!", "1 1 1", "")}, Options{})
	if m := r.Blocks[0].Means; m.Self.Valid || m.Index.Valid || r.Blocks[0].Areas[0].Mean.Valid {
		t.Errorf("means of no unit %+v", m)
	}
}

func TestStandingOfAResult(t *testing.T) {
	rs := scoringtest.TwoAreas()
	for _, done := range []bool{false, true} {
		appraisal := &scoring.Appraisal{Done: done, Answers: scoringtest.AnswersOf("1.1:b", "2", "2:diem", "1"), Set: map[string]scoring.Verdict{"1.2": {NotAssessed: true}}}
		result := scoring.Score(rs, scoring.Submission{Answers: scoringtest.AnswersOf("1.1:a", "4", "1.1:b", "3", "1.2:a", "9"), Appraisal: appraisal})
		standing := StandingOf("a.xlsx", &result)
		areas, total := rs.Sum(standing.Self)
		compareTallies(t, "self", total, result.Self)
		compareTallies(t, "area 1", areas[0], result.Node("1").Self)
		compareTallies(t, "area 2", areas[1], result.Node("2").Self)
		if (standing.Appraised != nil) != done {
			t.Fatalf("appraisal done %v, marks %v", done, standing.Appraised)
		}
		if done {
			_, total := rs.Sum(standing.Appraised)
			compareTallies(t, "appraised", total, *result.Appraised)
		}
	}
}

func compareTallies(t *testing.T, what string, got, want scoring.Tally) {
	t.Helper()
	want.Explanation = ""
	if diff := cmp.Diff(want, got, cmp.Comparer(decimal.Decimal.Equal), cmpopts.IgnoreUnexported(scoring.Tally{})); diff != "" {
		t.Errorf("%s: %s", what, diff)
	}
}
