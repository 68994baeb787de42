package ranking_test

import (
	"fmt"
	"strings"
	"testing"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/ranking"
	"cchc/scoring/scoringtest"
)

// TestClassesOfABlock puts at most 20 % of those rated good or better into the best class, the best of them, block by block; worked
// out by hand. Units are given by their points of 100.
func TestClassesOfABlock(t *testing.T) {
	tests := []struct {
		name, points string
		best         string // who is of the best class, by points
	}{
		{"ten good or better leave room for two", "99 98 97 96 95 80 80 80 80 80", "99 98"},
		{"nine leave room for one", "99 98 97 80 80 80 80 80 80", "99"},
		{"who is below good does not count", "99 98 97 80 80 60 60 60 60 60", "99"},
		{"four leave no room", "99 98 80 80", ""},
		{"equal ones are not parted", "99 98 98 96 95 80 80 80 80 80", "99"},
		{"equal ones fit together", "99 99 98 96 95 80 80 80 80 80", "99 99"},
		{"fewer reach it than there is room for", "99 80 80 80 80 80 80 80 80 80", "99"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rs := scoringtest.HandMade()
			rs.Total, rs.Criteria = scoringtest.Dec("100"), rs.Criteria[1:]
			rs.Criteria[0].Max, rs.Criteria[0].Children[0].Max = rs.Total, rs.Total
			rs.Classes = []scoring.Class{{Name: "Xuất sắc", From: scoringtest.Opt("90"), AtMost: scoringtest.Opt("0.2")},
				{Name: "Tốt", From: scoringtest.Opt("70")}, {Name: "Đạt", From: scoringtest.Opt("50")}}
			clear := []scoring.Hurdle{{Clear: scoring.Yes}, {Clear: scoring.Yes}, {Clear: scoring.Yes}}
			var all []ranking.Standing
			for i, points := range strings.Fields(test.points) {
				all = append(all, ranking.Standing{Unit: scoring.Unit{Code: fmt.Sprintf("U%02d", i), Ranked: true}, SelfHurdles: clear,
					Self: []scoring.Mark{{State: expr.Scored, Points: scoringtest.Dec(points)}}})
			}
			var best []string
			for _, p := range ranking.Rank(rs, all, ranking.Options{}).Blocks[0].Places {
				points := p.Counting.Points.String()
				switch {
				case p.Grade == "Xuất sắc":
					best = append(best, points)
				case p.Counting.Points.GreaterThanOrEqual(scoringtest.Dec("90")) && (p.Grade != "Tốt" || p.Reason != "đủ tỷ lệ của loại Xuất sắc nhưng khối đã đủ 20% số đơn vị được xếp loại này"):
					t.Errorf("%s points: %q because %q", points, p.Grade, p.Reason)
				}
			}
			if got := strings.Join(best, " "); got != test.best {
				t.Errorf("of the best class: %q, want %q", got, test.best)
			}
		})
	}
}
