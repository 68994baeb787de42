package proof

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

func tasksIn(name, label string) expr.Input {
	return expr.Input{Name: name, Label: label, Kind: expr.NumberInput, Unit: "nhiệm vụ", Whole: true}
}

func gainsOf(leaf *scoring.Criterion, answers expr.Answers) (next, full *Gain) {
	rs := &scoring.RuleSet{Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{*leaf}}
	return Gains(scoring.NewScorer(rs), leaf, answers)
}

// gainRow is what a leaf is missing at some answers, in words; "" where nothing is to be said.
type gainRow struct {
	name       string
	given      map[string]string
	next, full string
}

func runGains(t *testing.T, leaf *scoring.Criterion, rows []gainRow) {
	t.Helper()
	words := func(g *Gain) string {
		if g == nil {
			return ""
		}
		return g.Text
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			next, full := gainsOf(leaf, scoringtest.Given(t, leaf, row.given))
			if diff := cmp.Diff([]string{row.next, row.full}, []string{words(next), words(full)}); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestGainsOfRatio(t *testing.T) {
	leaf := scoringtest.LeafOf("1.5", &kinds.Ratio{Part: "b", Of: "a", AtLeast: scoringtest.Opt("0.8"), IfZero: kinds.ZeroNotAssessed},
		tasksIn("a", "Số nhiệm vụ đề ra"), tasksIn("b", "Số nhiệm vụ đã hoàn thành"))
	runGains(t, leaf, []gainRow{
		{"under the minimum", map[string]string{"a": "10", "b": "6"},
			"Số nhiệm vụ đã hoàn thành: thiếu 2 nhiệm vụ để đạt ngưỡng 80% → 1,20",
			"Số nhiệm vụ đã hoàn thành: thêm 4 nhiệm vụ → 1,50"},
		{"the minimum of an odd number", map[string]string{"a": "7", "b": "0"}, // 5/7 = 71%, 6/7 × 1,5 = 1,2857
			"Số nhiệm vụ đã hoàn thành: thiếu 6 nhiệm vụ để đạt ngưỡng 80% → 1,29",
			"Số nhiệm vụ đã hoàn thành: thêm 7 nhiệm vụ → 1,50"},
		{"over it", map[string]string{"a": "10", "b": "9"},
			"Số nhiệm vụ đã hoàn thành: thêm 1 nhiệm vụ → 1,50", "Số nhiệm vụ đã hoàn thành: thêm 1 nhiệm vụ → 1,50"},
		{"rounding hides small steps", map[string]string{"a": "1000", "b": "900"}, // 1,35; 903/1000 × 1,5 = 1,3545, 904 is 1,356
			"Số nhiệm vụ đã hoàn thành: thêm 4 nhiệm vụ → 1,36", "Số nhiệm vụ đã hoàn thành: thêm 97 nhiệm vụ → 1,50"},
		{"the maximum", map[string]string{"a": "10", "b": "10"}, "", ""},
		{"not assessed", map[string]string{"a": "0", "b": "0"}, "", ""},
		{"blank", map[string]string{"a": "10"}, "", ""},
		{"more than there is", map[string]string{"a": "10", "b": "11"}, "", ""},
	})
}

// Where fewer is better, fewer are advised.
func TestGainsOfFewer(t *testing.T) {
	few := tasksIn("a", "Số nhiệm vụ quá hạn")
	few.Better = expr.BetterLess
	bands := &kinds.Bands{Number: "a", Else: scoringtest.Dec("1"), Steps: []kinds.Band{{From: scoringtest.Opt("5"), Points: scoringtest.Dec("0")}, {From: scoringtest.Opt("2"), Points: scoringtest.Dec("0.5")}}}
	runGains(t, scoringtest.LeafOf("1", bands, few), []gainRow{
		{"far", map[string]string{"a": "9"}, "Số nhiệm vụ quá hạn: bớt 5 nhiệm vụ → 0,50", "Số nhiệm vụ quá hạn: bớt 8 nhiệm vụ → 1,00"},
		{"near", map[string]string{"a": "2"}, "Số nhiệm vụ quá hạn: bớt 1 nhiệm vụ → 1,00", "Số nhiệm vụ quá hạn: bớt 1 nhiệm vụ → 1,00"},
		{"the best", map[string]string{"a": "0"}, "", ""},
	})
	few.Min = scoringtest.Dec("3")
	runGains(t, scoringtest.LeafOf("1", bands, few), []gainRow{{"as few as may be", map[string]string{"a": "3"}, "", ""}, {"one less", map[string]string{"a": "5"}, "Số nhiệm vụ quá hạn: bớt 1 nhiệm vụ → 0,50", ""}})
	late := &kinds.Bands{Part: "b", Of: "a", IfZero: kinds.ZeroMax, Else: scoringtest.Dec("1"), Steps: []kinds.Band{{Above: scoringtest.Opt("0.1"), Points: scoringtest.Dec("0")}}}
	few.Name, few.Min = "b", scoringtest.Dec("0")
	runGains(t, scoringtest.LeafOf("1", late, tasksIn("a", "Số hồ sơ"), few), []gainRow{
		{"a share", map[string]string{"a": "45", "b": "6"}, "Số nhiệm vụ quá hạn: bớt 2 nhiệm vụ → 1,00", "Số nhiệm vụ quá hạn: bớt 2 nhiệm vụ → 1,00"}})
}

func TestGainsOfWeightedRatio(t *testing.T) {
	leaf := scoringtest.LeafOf("1", &kinds.Ratio{Parts: []kinds.Term{{Answer: "b", Weight: scoringtest.Dec("1")}, {Answer: "c", Weight: scoringtest.Dec("0.5")}}, Of: "a", IfZero: kinds.ZeroMax},
		scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), scoringtest.NumberIn("c"))
	runGains(t, leaf, []gainRow{
		{"the part that counts more", map[string]string{"a": "10", "b": "6", "c": "2"}, "Số b: thêm 1 → 0,80", ""}, // 7 + 2 of 10; all ten can't be b
		{"all of the other", map[string]string{"a": "10", "b": "6", "c": "0"}, "Số b: thêm 1 → 0,70", "Số b: thêm 4 → 1,00"},
		{"no room left", map[string]string{"a": "10", "b": "6", "c": "4"}, "", ""},
	})
}

func TestGainsOfSteps(t *testing.T) {
	checked := scoringtest.LeafOf("1", &kinds.Bands{Part: "b", Of: "a", IfZero: kinds.ZeroNotAssessed, Steps: []kinds.Band{
		{From: scoringtest.Opt("0.3"), Points: scoringtest.Dec("1")}, {Above: scoringtest.Opt("0.2"), Points: scoringtest.Dec("0.5")}}},
		scoringtest.NumberIn("a"), expr.Input{Name: "b", Label: "Số được kiểm tra", Kind: expr.NumberInput, Unit: "đơn vị", Whole: true})
	runGains(t, checked, []gainRow{
		{"an edge that does not belong", map[string]string{"a": "10", "b": "1"},
			"Số được kiểm tra: thiếu 2 đơn vị để đạt ngưỡng 30% → 1,00", "Số được kiểm tra: thiếu 2 đơn vị để đạt ngưỡng 30% → 1,00"},
		{"over it and then on", map[string]string{"a": "100", "b": "20"},
			"Số được kiểm tra: thiếu 1 đơn vị để vượt ngưỡng 20% → 0,50", "Số được kiểm tra: thiếu 10 đơn vị để đạt ngưỡng 30% → 1,00"},
	})
	news := scoringtest.LeafOf("0.5", &kinds.Bands{Number: "a", Steps: []kinds.Band{{From: scoringtest.Opt("200"), Points: scoringtest.Dec("0.5")}, {From: scoringtest.Opt("52"), Points: scoringtest.Dec("0.3")}}},
		expr.Input{Name: "a", Label: "Số tin, bài/năm", Kind: expr.NumberInput, Unit: "tin, bài", Whole: true})
	runGains(t, news, []gainRow{
		{"a number", map[string]string{"a": "40"}, "Số tin, bài/năm: thiếu 12 tin, bài để đạt ngưỡng 52 tin, bài → 0,30",
			"Số tin, bài/năm: thiếu 160 tin, bài để đạt ngưỡng 200 tin, bài → 0,50"},
	})
	share := scoringtest.LeafOf("0.8", &kinds.Bands{Number: "p", Steps: []kinds.Band{{From: scoringtest.Opt("100"), Points: scoringtest.Dec("0.8")}, {From: scoringtest.Opt("50"), Points: scoringtest.Dec("0.4")}}},
		expr.Input{Name: "p", Label: "Tỷ lệ chỉnh lý", Kind: expr.NumberInput, Unit: "%", Max: scoringtest.Opt("100")})
	runGains(t, share, []gainRow{
		{"as finely as declared", map[string]string{"p": "49.25"}, "Tỷ lệ chỉnh lý: thiếu 0,75% để đạt ngưỡng 50% → 0,40",
			"Tỷ lệ chỉnh lý: thiếu 50,75% để đạt ngưỡng 100% → 0,80"},
	})
}

func TestGainsOfLists(t *testing.T) {
	count := scoringtest.LeafOf("3", &kinds.Count{Tariffs: []kinds.Tariff{{Answer: "1", Each: scoringtest.Dec("1")}, {Answer: "2", Each: scoringtest.Dec("0.5")}}}, scoringtest.NumberIn("1"), scoringtest.NumberIn("2"))
	runGains(t, count, []gainRow{
		{"the dearer one", map[string]string{"1": "1", "2": "1"}, "Số 1: thêm 1 → 2,50", "Số 1: thêm 2 → 3,00"},
		{"as far as the cap", map[string]string{"1": "2", "2": "1"}, "Số 1: thêm 1 → 3,00", "Số 1: thêm 1 → 3,00"},
		{"past the cap", map[string]string{"1": "9", "2": "1"}, "", ""},
	})
	few := scoringtest.NumberIn("1")
	few.Max = scoringtest.Opt("2")
	runGains(t, scoringtest.LeafOf("2", &kinds.Count{Tariffs: []kinds.Tariff{{Answer: "1", Each: scoringtest.Dec("0.5")}, {Answer: "2", Each: scoringtest.Dec("0.25")}}}, few, scoringtest.NumberIn("2")), []gainRow{
		{"within bounds", map[string]string{"1": "2", "2": "0"}, "Số 2: thêm 1 → 1,25", "Số 2: thêm 4 → 2,00"},
		{"as far as bounds go", map[string]string{"1": "0", "2": "1"}, "Số 1: thêm 1 → 0,75", "Số 2: thêm 7 → 2,00"},
	})
	sum := scoringtest.LeafOf("1", &kinds.Sum{Parts: []kinds.Part{
		{Max: scoringtest.Dec("0.2"), Rule: &kinds.Levels{Of: "1", Points: scoringtest.Decs("0.2", "0")}},
		{Max: scoringtest.Dec("0.3"), Rule: &kinds.Levels{Of: "2", Points: scoringtest.Decs("0.3", "0")}},
		{Max: scoringtest.Dec("0.5"), Rule: &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNone}}}},
		scoringtest.YesNoIn("1"), scoringtest.YesNoIn("2"), scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	runGains(t, sum, []gainRow{
		{"the better of two", map[string]string{"1": "0", "2": "0", "a": "10", "b": "10"}, "Việc 2: chuyển thành Có → 0,80", ""},
		{"to the end", map[string]string{"1": "0", "2": "1", "a": "10", "b": "10"}, "Việc 1: chuyển thành Có → 1,00", "Việc 1: chuyển thành Có → 1,00"},
		{"a part without a denominator", map[string]string{"1": "1", "2": "1", "a": "0", "b": "0"}, "", ""},
		{"a blank elsewhere", map[string]string{"1": "0", "a": "10", "b": "10"}, "", ""},
	})
}

func TestWay(t *testing.T) {
	sum := scoringtest.LeafOf("1", &kinds.Sum{Parts: []kinds.Part{
		{Max: scoringtest.Dec("0.2"), Rule: &kinds.Levels{Of: "1", Points: scoringtest.Decs("0.2", "0")}},
		{Max: scoringtest.Dec("0.3"), Rule: &kinds.Levels{Of: "2", Points: scoringtest.Decs("0.3", "0")}},
		{Max: scoringtest.Dec("0.5"), Rule: &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNone}}}},
		scoringtest.YesNoIn("1"), scoringtest.YesNoIn("2"), scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	rs := &scoring.RuleSet{Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{*sum}}
	var got []string
	for _, gain := range Way(scoring.NewScorer(rs), sum, scoringtest.Given(t, sum, map[string]string{"1": "0", "2": "0", "a": "10", "b": "5"})) {
		got = append(got, gain.Text)
	}
	want := []string{"Việc 2: chuyển thành Có → 0,55", "Số b: thêm 5 → 0,80", "Việc 1: chuyển thành Có → 1,00"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestGainsOfLevels(t *testing.T) {
	leaf := scoringtest.LeafOf("1.5", &kinds.Levels{Of: "muc", Points: scoringtest.Decs("1.5", "0.5", "0")}, scoringtest.ChoiceIn("muc", "Đã hoàn thành", "Đã trình", "Chưa làm"))
	runGains(t, leaf, []gainRow{
		{"from the last", map[string]string{"muc": "3"}, "đạt mức 2: Đã trình → 0,50", "đạt mức 1: Đã hoàn thành → 1,50"},
		{"from the middle", map[string]string{"muc": "2"}, "đạt mức 1: Đã hoàn thành → 1,50", "đạt mức 1: Đã hoàn thành → 1,50"},
		{"from the first", map[string]string{"muc": "1"}, "", ""},
		{"blank", nil, "", ""},
	})
}

func TestGainsAcrossCases(t *testing.T) {
	steps := func(full, half string) kinds.Rule {
		return &kinds.Bands{Number: "p", Steps: []kinds.Band{{From: scoringtest.Opt("100"), Points: scoringtest.Dec(full)}, {From: scoringtest.Opt("50"), Points: scoringtest.Dec(half)}}}
	}
	leaf := scoringtest.LeafOf("0.8", &kinds.Cases{List: []kinds.Case{
		{When: kinds.Condition{All: []kinds.Condition{{Answer: "v", Is: scoringtest.Opt("1")}, {Answer: "p", From: scoringtest.Opt("25"), Below: scoringtest.Opt("50")}}}, Rule: &kinds.Levels{Of: "d", Points: scoringtest.Decs("0.2", "0")}},
		{When: kinds.Condition{Answer: "v", Is: scoringtest.Opt("1")}, Rule: steps("0.8", "0.4")},
		{When: kinds.Condition{Answer: "v", Is: scoringtest.Opt("0")}, Rule: steps("0.6", "0.2")},
	}}, scoringtest.YesNoIn("v"), expr.Input{Name: "p", Label: "Tỷ lệ", Kind: expr.NumberInput, Unit: "%", Max: scoringtest.Opt("100")}, scoringtest.YesNoIn("d"))
	runGains(t, leaf, []gainRow{
		{"into a case", map[string]string{"v": "1", "p": "20", "d": "1"}, "Tỷ lệ: thiếu 5% để đạt ngưỡng 25% → 0,20", "Tỷ lệ: thiếu 80% để đạt ngưỡng 100% → 0,80"},
		{"past a case that would ask for more", map[string]string{"v": "1", "p": "20"}, "Tỷ lệ: thiếu 30% để đạt ngưỡng 50% → 0,40", "Tỷ lệ: thiếu 80% để đạt ngưỡng 100% → 0,80"},
		{"a choice between cases", map[string]string{"v": "0", "p": "60"}, "Việc v: chuyển thành Có → 0,40", ""},
		{"a choice inside a case", map[string]string{"v": "1", "p": "30", "d": "0"}, "Việc d: chuyển thành Có → 0,20", "Tỷ lệ: thiếu 70% để đạt ngưỡng 100% → 0,80"},
	})
}

// No kind needs all of the core today, so the least and greatest of lines are held to figures here.
func TestClimbOverExtremes(t *testing.T) {
	b, falling := expr.Ask{Input: "b"}, expr.Apply(expr.Sub, expr.Int(9), expr.Ask{Input: "b"})
	leaf := scoringtest.LeafOf("9", &kinds.Manual{}, scoringtest.NumberIn("b"))
	for _, row := range []struct {
		name      string
		rule      expr.Expr
		from      string
		target    int64
		want      string // the place, "" where there is none
		wantValue string
	}{
		{"over the greater of two", expr.Apply(expr.Max, falling, b), "1", 9, "9", "9"},
		{"it starts to grow between two places", expr.Apply(expr.Max, falling, b), "4", 6, "6", "6"},
		{"under the less of two", expr.Apply(expr.Min, b, expr.Apply(expr.Sub, expr.Int(20), b)), "1", 10, "10", "10"},
		{"and no higher", expr.Apply(expr.Min, b, expr.Apply(expr.Sub, expr.Int(20), b)), "1", 11, "", ""},
		{"capped", expr.Apply(expr.Min, expr.Apply(expr.Mul, b, expr.Int(3)), expr.Int(7)), "0", 7, "3", "7"},
		{"one divided by what stands still", expr.Apply(expr.Div, b, expr.Int(3)), "0", 2, "6", "2"},
		{"what is no line is of no use", expr.Apply(expr.Div, expr.Int(12), expr.Apply(expr.Sub, expr.Int(9), b)), "1", 6, "", ""},
		{"equal at one place only", expr.If{Cond: expr.Apply(expr.Equal, expr.Apply(expr.Mul, b, expr.Int(2)), expr.Int(8)), Then: expr.Int(5), Else: expr.Int(0)}, "1", 5, "4", "5"},
		{"never equal", expr.If{Cond: expr.Apply(expr.Equal, expr.Apply(expr.Mul, b, expr.Int(2)), expr.Int(9)), Then: expr.Int(5), Else: expr.Int(0)}, "1", 5, "", ""},
		{"no longer equal", expr.If{Cond: expr.Apply(expr.Equal, b, expr.Int(2)), Then: expr.Int(0), Else: expr.Int(5)}, "2", 5, "3", "5"},
	} {
		t.Run(row.name, func(t *testing.T) {
			c := climb{leaf: leaf, expr: row.rule, input: leaf.Inputs[0], stand: expr.NumberAnswer(scoringtest.Dec(row.from))}
			value, ok := c.reach(decimal.NewFromInt(row.target))
			if ok != (row.want != "") || ok && (heldNumber(c.stand).String() != row.want || value.Cmp(expr.Whole(scoringtest.Dec(row.wantValue))) != 0) {
				t.Errorf("got %v at %s with %s, want %q with %q", ok, heldNumber(c.stand), value.Num, row.want, row.wantValue)
			}
		})
	}
}

// Points by hand are a person's to give, and never advised; what stands beside them in a sum is.
func TestGainsBesidePointsByHand(t *testing.T) {
	hand := expr.Input{Name: "diem", Label: "Điểm đề nghị", Kind: expr.PointsInput}
	leaf := scoringtest.LeafOf("2", &kinds.Sum{Parts: []kinds.Part{{Max: scoringtest.Dec("1.5"), Rule: &kinds.Manual{Of: "diem"}}, {Max: scoringtest.Dec("0.5"), Rule: &kinds.Levels{Of: "1", Points: scoringtest.Decs("0.5", "0")}}}}, hand, scoringtest.YesNoIn("1"))
	runGains(t, leaf, []gainRow{
		{"given", map[string]string{"diem": "1", "1": "0"}, "Việc 1: chuyển thành Có → 1,50", ""},
		{"only points are missing", map[string]string{"diem": "1", "1": "1"}, "", ""},
		{"awaiting", map[string]string{"1": "0"}, "", ""},
	})
}

// Money is advised in whole đồng where it was declared so.
func TestGainsOfMoney(t *testing.T) {
	leaf := scoringtest.LeafOf("0.5", &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNotAssessed},
		expr.Input{Name: "a", Label: "Số tiền phải nộp", Kind: expr.NumberInput, Unit: "đồng"},
		expr.Input{Name: "b", Label: "Số tiền đã nộp", Kind: expr.NumberInput, Unit: "đồng"})
	runGains(t, leaf, []gainRow{ // 0,385/0,5 × 123.456.789 = 95.061.727,53; 0,495/0,5 × 123.456.789 = 122.222.221,11
		{"odd sums", map[string]string{"a": "123456789", "b": "95000000"},
			"Số tiền đã nộp: thêm 61.728 đồng → 0,39", "Số tiền đã nộp: thêm 27.222.222 đồng → 0,50"},
	})
}
