package kinds_test

import (
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

func TestNotAssessed(t *testing.T) {
	rule := &kinds.Cases{List: []kinds.Case{{When: kinds.Condition{Answer: "a", UpTo: scoringtest.Opt("0")}, Rule: &kinds.NotAssessed{}}}, Else: &kinds.Levels{Of: "k", Points: scoringtest.Decs("1", "0")}}
	runRows(t, scoringtest.LeafOf("1", rule, scoringtest.NumberIn("a"), scoringtest.YesNoIn("k")), []row{
		{"nothing happened", map[string]string{"a": "0"}, expr.NotAssessed, "", "a = 0 ≤ 0 → không đánh giá"},
		{"something did", map[string]string{"a": "1", "k": "1"}, expr.Scored, "1", ""},
		{"the level is blank", map[string]string{"a": "1"}, expr.Missing, "", ""},
		{"all is blank", nil, expr.Missing, "", ""},
	})
}
