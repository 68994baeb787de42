package kinds_test

import (
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

func TestLevels(t *testing.T) {
	leaf := scoringtest.LeafOf("0.3", &kinds.Levels{Of: "muc", Points: scoringtest.Decs("0.3", "0.1", "0")}, scoringtest.ChoiceIn("muc", "Đúng hạn", "Chậm", "Không có"))
	runRows(t, leaf, []row{
		{"best", map[string]string{"muc": "1"}, expr.Scored, "0.3", "Mức 1: Đúng hạn → 0,3"},
		{"middle", map[string]string{"muc": "2"}, expr.Scored, "0.1", "Mức 2: Chậm → 0,1; hụt 0,2 so với tối đa 0,3"},
		{"none", map[string]string{"muc": "3"}, expr.Scored, "0", ""},
		{"blank", nil, expr.Missing, "", "Chưa chọn “Mức thực hiện”."},
	})
}

func TestLevelsYesNo(t *testing.T) {
	leaf := scoringtest.LeafOf("0.1", &kinds.Levels{Of: "muc", Points: scoringtest.Decs("0.1", "0")}, scoringtest.YesNoIn("muc"))
	runRows(t, leaf, []row{
		{"yes is 1 in data", map[string]string{"muc": "1"}, expr.Scored, "0.1", "Việc muc: Có → 0,1"},
		{"no is 0", map[string]string{"muc": "0"}, expr.Scored, "0", ""},
	})
}

func TestBandsOfRatio(t *testing.T) {
	leaf := scoringtest.LeafOf("1", &kinds.Bands{Part: "b", Of: "a", IfZero: kinds.ZeroNotAssessed, Steps: []kinds.Band{
		{From: scoringtest.Opt("0.3"), Points: scoringtest.Dec("1")}, {From: scoringtest.Opt("0.2"), Points: scoringtest.Dec("0.5")}}}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	runRows(t, leaf, []row{
		{"at the upper edge", map[string]string{"a": "10", "b": "3"}, expr.Scored, "1", "3/10 = 30% ≥ 30% → 1"},
		{"just under it", map[string]string{"a": "1000", "b": "299"}, expr.Scored, "0.5", ""},
		{"at the lower edge", map[string]string{"a": "5", "b": "1"}, expr.Scored, "0.5", "1/5 = 20% ≥ 20% → 0,5; hụt 0,5 so với tối đa 1"},
		{"under all", map[string]string{"a": "1000", "b": "199"}, expr.Scored, "0", "199/1.000 = 19,9% < 20% → 0; hụt 1 so với tối đa 1"},
		{"none", map[string]string{"a": "0", "b": "0"}, expr.NotAssessed, "", ""},
	})
}

func TestBandsExclusiveEdge(t *testing.T) {
	leaf := scoringtest.LeafOf("1", &kinds.Bands{Number: "a", Steps: []kinds.Band{
		{Above: scoringtest.Opt("0.07"), Points: scoringtest.Dec("1")}, {From: scoringtest.Opt("0.07"), Points: scoringtest.Dec("0.5")}}}, expr.Input{Name: "a", Label: "Tỷ lệ", Kind: expr.NumberInput})
	runRows(t, leaf, []row{
		{"over", map[string]string{"a": "0.0701"}, expr.Scored, "1", "Tỷ lệ: 0,0701 > 0,07 → 1"},
		{"at", map[string]string{"a": "0.07"}, expr.Scored, "0.5", ""},
		{"under", map[string]string{"a": "0.0699"}, expr.Scored, "0", ""},
	})
}

func TestCount(t *testing.T) {
	leaf := scoringtest.LeafOf("3", &kinds.Count{Tariffs: []kinds.Tariff{{Answer: "1", Each: scoringtest.Dec("1")}, {Answer: "2", Each: scoringtest.Dec("0.5")}}}, scoringtest.NumberIn("1"), scoringtest.NumberIn("2"))
	runRows(t, leaf, []row{
		{"under the cap", map[string]string{"1": "1", "2": "2"}, expr.Scored, "2", "1 × 1 + 2 × 0,5 = 2; hụt 1 so với tối đa 3"},
		{"at it", map[string]string{"1": "3", "2": "0"}, expr.Scored, "3", "3 × 1 + 0 × 0,5 = 3"},
		{"over it", map[string]string{"1": "3", "2": "1"}, expr.Scored, "3", "3 × 1 + 1 × 0,5 = 3,5, vượt mức tối đa → 3"},
		{"a blank counts even past the cap", map[string]string{"1": "9"}, expr.Missing, "", ""},
	})
}

func TestSum(t *testing.T) {
	yes := func(name string) kinds.Part {
		return kinds.Part{Max: scoringtest.Dec("0.5"), Rule: &kinds.Levels{Of: kinds.InputName(name), Points: scoringtest.Decs("0.5", "0")}}
	}
	leaf := scoringtest.LeafOf("1", &kinds.Sum{Parts: []kinds.Part{yes("1"), yes("2"), {Max: scoringtest.Dec("0.5"), Rule: &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNone}}}},
		scoringtest.YesNoIn("1"), scoringtest.YesNoIn("2"), scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	runRows(t, leaf, []row{
		{"one and a half part", map[string]string{"1": "1", "2": "0", "a": "4", "b": "2"}, expr.Scored, "0.75",
			"Việc 1: Có → 0,5; Việc 2: Không → 0; 2/4 × 0,5 = 0,25; cộng = 0,75; hụt 0,25 so với tối đa 1"},
		{"over the cap", map[string]string{"1": "1", "2": "1", "a": "4", "b": "4"}, expr.Scored, "1",
			"Việc 1: Có → 0,5; Việc 2: Có → 0,5; 4/4 × 0,5 = 0,5; cộng 1,5, tối đa 1 → 1"},
		{"a blank part", map[string]string{"1": "1", "a": "4", "b": "4"}, expr.Missing, "", ""},
		{"a breach beats a blank", map[string]string{"1": "1", "a": "4", "b": "5"}, expr.Invalid, "", ""},
	})
}

func TestCases(t *testing.T) {
	leaf := scoringtest.LeafOf("2.5", &kinds.Cases{List: []kinds.Case{
		{When: kinds.Condition{Answer: "a", UpTo: scoringtest.Opt("4")}, Rule: &kinds.Bands{Part: "b", Of: "a", Steps: []kinds.Band{{From: scoringtest.Opt("1"), Points: scoringtest.Dec("2.5")}}, IfZero: kinds.ZeroNotAssessed}},
		{When: kinds.Condition{All: []kinds.Condition{{Answer: "a", From: scoringtest.Opt("5")}, {Any: []kinds.Condition{{Answer: "k", Is: scoringtest.Opt("1")}, {Answer: "a", Above: scoringtest.Opt("9")}}}}},
			Rule: &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNotAssessed}},
	}}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), scoringtest.YesNoIn("k"))
	runRows(t, leaf, []row{
		{"the first case asks for no choice", map[string]string{"a": "4", "b": "4"}, expr.Scored, "2.5", "a = 4 ≤ 4 → 4/4 = 100% ≥ 100% → 2,5"},
		{"the second", map[string]string{"a": "5", "b": "4", "k": "1"}, expr.Scored, "2",
			"a = 5 ≥ 5, Việc k: Có hoặc a trên 9 → 4/5 × 2,5 = 2; hụt 0,5 so với tối đa 2,5"},
		{"either way", map[string]string{"a": "10", "b": "10", "k": "0"}, expr.Scored, "2.5", ""},
		{"the choice is needed here", map[string]string{"a": "10", "b": "10"}, expr.Missing, "", "Chưa chọn “Việc k”."},
		{"no case", map[string]string{"a": "5", "b": "5", "k": "0"}, expr.Invalid, "", "Số liệu kê khai không thuộc trường hợp nào của quy định."},
	})
}

func TestManualAndFixed(t *testing.T) {
	points := expr.Input{Name: "diem", Label: "Điểm đề nghị", Kind: expr.PointsInput}
	runRows(t, scoringtest.LeafOf("0.75", &kinds.Manual{Of: "diem"}, points), []row{
		{"nobody has decided", nil, expr.Awaiting, "", "Chờ người thẩm định cho điểm"},
		{"proposed", map[string]string{"diem": "0.5"}, expr.Scored, "0.5", "Điểm đề nghị: 0,5; hụt 0,25 so với tối đa 0,75"},
		{"too many", map[string]string{"diem": "0.76"}, expr.Invalid, "", "“Điểm đề nghị” là 0,76, lớn hơn mức cao nhất cho phép là 0,75."},
	})
	either := &kinds.Cases{List: []kinds.Case{{When: kinds.Condition{Answer: "k", Is: scoringtest.Opt("1")}, Rule: &kinds.Fixed{Points: scoringtest.Dec("1")}}}, Else: &kinds.Fixed{Points: scoringtest.Dec("0.2")}}
	runRows(t, scoringtest.LeafOf("1", either, scoringtest.YesNoIn("k")), []row{
		{"the case", map[string]string{"k": "1"}, expr.Scored, "1", "Việc k: Có → 1"},
		{"the rest", map[string]string{"k": "0"}, expr.Scored, "0.2", "Trường hợp khác → 0,2; hụt 0,8 so với tối đa 1"},
	})
}

// A condition may compare two answers: the edges are then shares of the other one.
func TestConditionOfAnotherAnswer(t *testing.T) {
	leaf := scoringtest.LeafOf("1", &kinds.Cases{List: []kinds.Case{
		{When: kinds.Condition{Answer: "b", Of: "a", Above: scoringtest.Opt("1")}, Rule: &kinds.Fixed{Points: scoringtest.Dec("1")}},
		{When: kinds.Condition{All: []kinds.Condition{{Answer: "b", Of: "a", From: scoringtest.Opt("0.07")}, {Answer: "b", Of: "a", UpTo: scoringtest.Opt("0.5")}}}, Rule: &kinds.Fixed{Points: scoringtest.Dec("0.5")}},
	}, Else: &kinds.Fixed{}}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	runRows(t, leaf, []row{
		{"more than the other", map[string]string{"a": "10", "b": "11"}, expr.Scored, "1", "b = 11 > 100% × a = 10 → 1"},
		{"as many", map[string]string{"a": "10", "b": "10"}, expr.Scored, "0", ""},
		{"at an edge that floats miss", map[string]string{"a": "100", "b": "7"}, expr.Scored, "0.5", "b = 7 ≥ 7% × a = 100, b = 7 ≤ 50% × a = 100 → 0,5; hụt 0,5 so với tối đa 1"},
		{"just under it", map[string]string{"a": "1000", "b": "69"}, expr.Scored, "0", ""},
		{"none of none", map[string]string{"a": "0", "b": "0"}, expr.Scored, "0.5", ""},
		{"the other is blank", map[string]string{"b": "1"}, expr.Missing, "", ""},
	})
}
