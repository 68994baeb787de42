package kinds_test

import (
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

func TestInfo(t *testing.T) {
	leaf := scoringtest.LeafOf("0", &kinds.Info{}, scoringtest.NumberIn("a"), scoringtest.YesNoIn("k"), scoringtest.ChoiceIn("muc", "Tốt", "Khá"))
	runRows(t, leaf, []row{
		{"all is there", map[string]string{"a": "12", "k": "0", "muc": "2"}, expr.Scored, "0", "ghi nhận số liệu, không tính điểm"},
		{"a figure is missing", map[string]string{"k": "1", "muc": "2"}, expr.Missing, "", ""},
		{"a choice is missing", map[string]string{"a": "1", "k": "1"}, expr.Missing, "", ""},
		{"a figure is wrong", map[string]string{"a": "1.5", "k": "1", "muc": "1"}, expr.Invalid, "", ""},
	})
}
