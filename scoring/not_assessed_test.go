package scoring_test

import (
	"testing"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/scoringtest"
)

func TestNotAssessed(t *testing.T) {
	rule := &scoring.Cases{List: []scoring.Case{{When: scoring.Condition{Answer: "a", UpTo: scoringtest.Opt("0")}, Rule: &scoring.NotAssessed{}}}, Else: &scoring.Levels{Of: "k", Points: scoringtest.Decs("1", "0")}}
	runRows(t, scoringtest.LeafOf("1", rule, scoringtest.NumberIn("a"), scoringtest.YesNoIn("k")), []row{
		{"nothing happened", map[string]string{"a": "0"}, expr.NotAssessed, "", "a = 0 ≤ 0 → không đánh giá"},
		{"something did", map[string]string{"a": "1", "k": "1"}, expr.Scored, "1", ""},
		{"the level is blank", map[string]string{"a": "1"}, expr.Missing, "", ""},
		{"all is blank", nil, expr.Missing, "", ""},
	})
}
