package kinds_test

import (
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

func TestChecklist(t *testing.T) {
	items := []kinds.Item{{Answer: "1", Points: scoringtest.Dec("0.5")}, {Answer: "2", Points: scoringtest.Dec("0.5")}, {Answer: "3", Points: scoringtest.Dec("0.25")}}
	leaf := scoringtest.LeafOf("1", &kinds.Checklist{Items: items}, scoringtest.YesNoIn("1"), scoringtest.YesNoIn("2"), scoringtest.YesNoIn("3"))
	runRows(t, leaf, []row{
		{"some", map[string]string{"1": "1", "2": "0", "3": "1"}, expr.Scored, "0.75", "Việc 1: Có → 0,5; Việc 2: Không → 0; Việc 3: Có → 0,25; cộng = 0,75; hụt 0,25 so với tối đa 1"},
		{"just the cap", map[string]string{"1": "1", "2": "1", "3": "0"}, expr.Scored, "1", ""},
		{"over it", map[string]string{"1": "1", "2": "1", "3": "1"}, expr.Scored, "1", "Việc 1: Có → 0,5; Việc 2: Có → 0,5; Việc 3: Có → 0,25; cộng 1,25, tối đa 1 → 1"},
		{"nothing", map[string]string{"1": "0", "2": "0", "3": "0"}, expr.Scored, "0", ""},
		{"a blank", map[string]string{"1": "1", "2": "1"}, expr.Missing, "", "Chưa chọn “Việc 3”."},
	})
}

// A checklist is what the sum of levels of Có and Không was, to the last word and formula.
func TestChecklistIsTheSumOfItsLevels(t *testing.T) {
	list, sum := &kinds.Checklist{}, &kinds.Sum{}
	var inputs []expr.Input
	for _, points := range []string{"0.5", "0.3", "0.4"} {
		in := scoringtest.YesNoIn(string(rune('1' + len(inputs))))
		inputs = append(inputs, in)
		list.Items = append(list.Items, kinds.Item{Answer: kinds.InputName(in.Name), Points: scoringtest.Dec(points)})
		sum.Parts = append(sum.Parts, kinds.Part{Max: scoringtest.Dec(points), Rule: &kinds.Levels{Of: kinds.InputName(in.Name), Points: scoringtest.Decs(points, "0")}})
	}
	a, b := scoringtest.LeafOf("1", list, inputs...), scoringtest.LeafOf("1", sum, inputs...)
	for done := range 27 {
		given := map[string]string{}
		for i, in := range inputs {
			if is := done / []int{1, 3, 9}[i] % 3; is < 2 { // or a blank
				given[in.Name] = string(rune('0' + is))
			}
		}
		x, y := scoringtest.ScoreLeaf(a, scoringtest.Given(t, a, given)), scoringtest.ScoreLeaf(b, scoringtest.Given(t, b, given))
		if x.Nodes[0].Self.Explanation != y.Nodes[0].Self.Explanation || !x.Nodes[0].Self.Points.Equal(y.Nodes[0].Self.Points) {
			t.Errorf("%v: %s, not %s", given, x.Nodes[0].Self.Explanation, y.Nodes[0].Self.Explanation)
		}
	}
}
