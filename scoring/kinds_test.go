package scoring

import "testing"

func TestLevels(t *testing.T) {
	leaf := leafOf("0.3", &Levels{Of: "muc", Points: decs("0.3", "0.1", "0")}, choiceIn("muc", "Đúng hạn", "Chậm", "Không có"))
	runRows(t, leaf, []row{
		{"best", map[string]string{"muc": "1"}, Scored, "0.3", "Mức 1: Đúng hạn → 0,3"},
		{"middle", map[string]string{"muc": "2"}, Scored, "0.1", "Mức 2: Chậm → 0,1; hụt 0,2 so với tối đa 0,3"},
		{"none", map[string]string{"muc": "3"}, Scored, "0", ""},
		{"blank", nil, Missing, "", "Chưa chọn “Mức thực hiện”."},
	})
}

func TestLevelsYesNo(t *testing.T) {
	leaf := leafOf("0.1", &Levels{Of: "muc", Points: decs("0.1", "0")}, yesNoIn("muc"))
	runRows(t, leaf, []row{
		{"yes is 1 in data", map[string]string{"muc": "1"}, Scored, "0.1", "Việc muc: Có → 0,1"},
		{"no is 0", map[string]string{"muc": "0"}, Scored, "0", ""},
	})
}

func TestBandsOfRatio(t *testing.T) {
	leaf := leafOf("1", &Bands{Part: "b", Of: "a", IfZero: ZeroNotAssessed, Steps: []Band{
		{From: opt("0.3"), Points: dec("1")}, {From: opt("0.2"), Points: dec("0.5")}}}, numberIn("a"), numberIn("b"))
	runRows(t, leaf, []row{
		{"at the upper edge", map[string]string{"a": "10", "b": "3"}, Scored, "1", "3/10 = 30% ≥ 30% → 1"},
		{"just under it", map[string]string{"a": "1000", "b": "299"}, Scored, "0.5", ""},
		{"at the lower edge", map[string]string{"a": "5", "b": "1"}, Scored, "0.5", "1/5 = 20% ≥ 20% → 0,5; hụt 0,5 so với tối đa 1"},
		{"under all", map[string]string{"a": "1000", "b": "199"}, Scored, "0", "199/1.000 = 19,9% < 20% → 0; hụt 1 so với tối đa 1"},
		{"none", map[string]string{"a": "0", "b": "0"}, NotAssessed, "", ""},
	})
}

func TestBandsExclusiveEdge(t *testing.T) {
	leaf := leafOf("1", &Bands{Number: "a", Steps: []Band{
		{Above: opt("0.07"), Points: dec("1")}, {From: opt("0.07"), Points: dec("0.5")}}}, Input{Name: "a", Label: "Tỷ lệ", Kind: NumberInput})
	runRows(t, leaf, []row{
		{"over", map[string]string{"a": "0.0701"}, Scored, "1", "Tỷ lệ: 0,0701 > 0,07 → 1"},
		{"at", map[string]string{"a": "0.07"}, Scored, "0.5", ""},
		{"under", map[string]string{"a": "0.0699"}, Scored, "0", ""},
	})
}

func TestCount(t *testing.T) {
	leaf := leafOf("3", &Count{Tariffs: []Tariff{{"1", dec("1")}, {"2", dec("0.5")}}}, numberIn("1"), numberIn("2"))
	runRows(t, leaf, []row{
		{"under the cap", map[string]string{"1": "1", "2": "2"}, Scored, "2", "1 × 1 + 2 × 0,5 = 2; hụt 1 so với tối đa 3"},
		{"at it", map[string]string{"1": "3", "2": "0"}, Scored, "3", "3 × 1 + 0 × 0,5 = 3"},
		{"over it", map[string]string{"1": "3", "2": "1"}, Scored, "3", "3 × 1 + 1 × 0,5 = 3,5, vượt mức tối đa → 3"},
		{"a blank counts even past the cap", map[string]string{"1": "9"}, Missing, "", ""},
	})
}

func TestSum(t *testing.T) {
	yes := func(name string) Part {
		return Part{dec("0.5"), &Levels{Of: InputName(name), Points: decs("0.5", "0")}}
	}
	leaf := leafOf("1", &Sum{[]Part{yes("1"), yes("2"), {dec("0.5"), &Ratio{Part: "b", Of: "a", IfZero: ZeroNone}}}},
		yesNoIn("1"), yesNoIn("2"), numberIn("a"), numberIn("b"))
	runRows(t, leaf, []row{
		{"one and a half part", map[string]string{"1": "1", "2": "0", "a": "4", "b": "2"}, Scored, "0.75",
			"Việc 1: Có → 0,5; Việc 2: Không → 0; 2/4 × 0,5 = 0,25; cộng = 0,75; hụt 0,25 so với tối đa 1"},
		{"over the cap", map[string]string{"1": "1", "2": "1", "a": "4", "b": "4"}, Scored, "1",
			"Việc 1: Có → 0,5; Việc 2: Có → 0,5; 4/4 × 0,5 = 0,5; cộng 1,5, tối đa 1 → 1"},
		{"a blank part", map[string]string{"1": "1", "a": "4", "b": "4"}, Missing, "", ""},
		{"a breach beats a blank", map[string]string{"1": "1", "a": "4", "b": "5"}, Invalid, "", ""},
	})
}

func TestCases(t *testing.T) {
	leaf := leafOf("2.5", &Cases{List: []Case{
		{Condition{Answer: "a", UpTo: opt("4")}, &Bands{Part: "b", Of: "a", Steps: []Band{{From: opt("1"), Points: dec("2.5")}}, IfZero: ZeroNotAssessed}},
		{Condition{All: []Condition{{Answer: "a", From: opt("5")}, {Any: []Condition{{Answer: "k", Is: opt("1")}, {Answer: "a", Above: opt("9")}}}}},
			&Ratio{Part: "b", Of: "a", IfZero: ZeroNotAssessed}},
	}}, numberIn("a"), numberIn("b"), yesNoIn("k"))
	runRows(t, leaf, []row{
		{"the first case asks for no choice", map[string]string{"a": "4", "b": "4"}, Scored, "2.5", "a = 4 ≤ 4 → 4/4 = 100% ≥ 100% → 2,5"},
		{"the second", map[string]string{"a": "5", "b": "4", "k": "1"}, Scored, "2",
			"a = 5 ≥ 5, Việc k: Có hoặc a trên 9 → 4/5 × 2,5 = 2; hụt 0,5 so với tối đa 2,5"},
		{"either way", map[string]string{"a": "10", "b": "10", "k": "0"}, Scored, "2.5", ""},
		{"the choice is needed here", map[string]string{"a": "10", "b": "10"}, Missing, "", "Chưa chọn “Việc k”."},
		{"no case", map[string]string{"a": "5", "b": "5", "k": "0"}, Invalid, "", "Số liệu kê khai không thuộc trường hợp nào của quy định."},
	})
}

func TestManualAndFixed(t *testing.T) {
	points := Input{Name: "diem", Label: "Điểm đề nghị", Kind: PointsInput}
	runRows(t, leafOf("0.75", &Manual{"diem"}, points), []row{
		{"nobody has decided", nil, Awaiting, "", "Chờ người thẩm định cho điểm"},
		{"proposed", map[string]string{"diem": "0.5"}, Scored, "0.5", "Điểm đề nghị: 0,5; hụt 0,25 so với tối đa 0,75"},
		{"too many", map[string]string{"diem": "0.76"}, Invalid, "", "“Điểm đề nghị” là 0,76, lớn hơn mức cao nhất cho phép là 0,75."},
	})
	either := &Cases{List: []Case{{Condition{Answer: "k", Is: opt("1")}, &Fixed{dec("1")}}}, Else: &Fixed{dec("0.2")}}
	runRows(t, leafOf("1", either, yesNoIn("k")), []row{
		{"the case", map[string]string{"k": "1"}, Scored, "1", "Việc k: Có → 1"},
		{"the rest", map[string]string{"k": "0"}, Scored, "0.2", "Trường hợp khác → 0,2; hụt 0,8 so với tối đa 1"},
	})
}
