package scoring

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

func tasksIn(name, label string) Input {
	return Input{Name: name, Label: label, Kind: NumberInput, Unit: "nhiệm vụ", Whole: true}
}

func gainsOf(leaf *Criterion, answers Answers) (next, full *Gain) {
	rs := &RuleSet{Rounding: Rounding{Places: 2}, Criteria: []Criterion{*leaf}}
	return NewScorer(rs).Gains(leaf, answers)
}

// gainRow is what a leaf is missing at some answers, in words; "" where nothing is to be said.
type gainRow struct {
	name       string
	given      map[string]string
	next, full string
}

func runGains(t *testing.T, leaf *Criterion, rows []gainRow) {
	t.Helper()
	words := func(g *Gain) string {
		if g == nil {
			return ""
		}
		return g.Text
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			next, full := gainsOf(leaf, given(t, leaf, row.given))
			if diff := cmp.Diff([]string{row.next, row.full}, []string{words(next), words(full)}); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestGainsOfRatio(t *testing.T) {
	leaf := leafOf("1.5", &Ratio{Part: "b", Of: "a", AtLeast: opt("0.8"), IfZero: ZeroNotAssessed},
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

func TestGainsOfWeightedRatio(t *testing.T) {
	leaf := leafOf("1", &Ratio{Parts: []Term{{"b", dec("1")}, {"c", dec("0.5")}}, Of: "a", IfZero: ZeroMax},
		numberIn("a"), numberIn("b"), numberIn("c"))
	runGains(t, leaf, []gainRow{
		{"the part that counts more", map[string]string{"a": "10", "b": "6", "c": "2"}, "Số b: thêm 1 → 0,80", ""}, // 7 + 2 of 10; all ten can't be b
		{"all of the other", map[string]string{"a": "10", "b": "6", "c": "0"}, "Số b: thêm 1 → 0,70", "Số b: thêm 4 → 1,00"},
		{"no room left", map[string]string{"a": "10", "b": "6", "c": "4"}, "", ""},
	})
}

func TestGainsOfSteps(t *testing.T) {
	checked := leafOf("1", &Bands{Part: "b", Of: "a", IfZero: ZeroNotAssessed, Steps: []Band{
		{From: opt("0.3"), Points: dec("1")}, {Above: opt("0.2"), Points: dec("0.5")}}},
		numberIn("a"), Input{Name: "b", Label: "Số được kiểm tra", Kind: NumberInput, Unit: "đơn vị", Whole: true})
	runGains(t, checked, []gainRow{
		{"an edge that does not belong", map[string]string{"a": "10", "b": "1"},
			"Số được kiểm tra: thiếu 2 đơn vị để đạt ngưỡng 30% → 1,00", "Số được kiểm tra: thiếu 2 đơn vị để đạt ngưỡng 30% → 1,00"},
		{"over it and then on", map[string]string{"a": "100", "b": "20"},
			"Số được kiểm tra: thiếu 1 đơn vị để vượt ngưỡng 20% → 0,50", "Số được kiểm tra: thiếu 10 đơn vị để đạt ngưỡng 30% → 1,00"},
	})
	news := leafOf("0.5", &Bands{Number: "a", Steps: []Band{{From: opt("200"), Points: dec("0.5")}, {From: opt("52"), Points: dec("0.3")}}},
		Input{Name: "a", Label: "Số tin, bài/năm", Kind: NumberInput, Unit: "tin, bài", Whole: true})
	runGains(t, news, []gainRow{
		{"a number", map[string]string{"a": "40"}, "Số tin, bài/năm: thiếu 12 tin, bài để đạt ngưỡng 52 tin, bài → 0,30",
			"Số tin, bài/năm: thiếu 160 tin, bài để đạt ngưỡng 200 tin, bài → 0,50"},
	})
	share := leafOf("0.8", &Bands{Number: "p", Steps: []Band{{From: opt("100"), Points: dec("0.8")}, {From: opt("50"), Points: dec("0.4")}}},
		Input{Name: "p", Label: "Tỷ lệ chỉnh lý", Kind: NumberInput, Unit: "%", Max: opt("100")})
	runGains(t, share, []gainRow{
		{"as finely as declared", map[string]string{"p": "49.25"}, "Tỷ lệ chỉnh lý: thiếu 0,75% để đạt ngưỡng 50% → 0,40",
			"Tỷ lệ chỉnh lý: thiếu 50,75% để đạt ngưỡng 100% → 0,80"},
	})
}

func TestGainsOfLists(t *testing.T) {
	count := leafOf("3", &Count{Tariffs: []Tariff{{"1", dec("1")}, {"2", dec("0.5")}}}, numberIn("1"), numberIn("2"))
	runGains(t, count, []gainRow{
		{"the dearer one", map[string]string{"1": "1", "2": "1"}, "Số 1: thêm 1 → 2,50", "Số 1: thêm 2 → 3,00"},
		{"as far as the cap", map[string]string{"1": "2", "2": "1"}, "Số 1: thêm 1 → 3,00", "Số 1: thêm 1 → 3,00"},
		{"past the cap", map[string]string{"1": "9", "2": "1"}, "", ""},
	})
	few := numberIn("1")
	few.Max = opt("2")
	runGains(t, leafOf("2", &Count{Tariffs: []Tariff{{"1", dec("0.5")}, {"2", dec("0.25")}}}, few, numberIn("2")), []gainRow{
		{"within bounds", map[string]string{"1": "2", "2": "0"}, "Số 2: thêm 1 → 1,25", "Số 2: thêm 4 → 2,00"},
		{"as far as bounds go", map[string]string{"1": "0", "2": "1"}, "Số 1: thêm 1 → 0,75", "Số 2: thêm 7 → 2,00"},
	})
	sum := leafOf("1", &Sum{[]Part{
		{dec("0.2"), &Levels{Of: "1", Points: decs("0.2", "0")}},
		{dec("0.3"), &Levels{Of: "2", Points: decs("0.3", "0")}},
		{dec("0.5"), &Ratio{Part: "b", Of: "a", IfZero: ZeroNone}}}},
		yesNoIn("1"), yesNoIn("2"), numberIn("a"), numberIn("b"))
	runGains(t, sum, []gainRow{
		{"the better of two", map[string]string{"1": "0", "2": "0", "a": "10", "b": "10"}, "Việc 2: chuyển thành Có → 0,80", ""},
		{"to the end", map[string]string{"1": "0", "2": "1", "a": "10", "b": "10"}, "Việc 1: chuyển thành Có → 1,00", "Việc 1: chuyển thành Có → 1,00"},
		{"a part without a denominator", map[string]string{"1": "1", "2": "1", "a": "0", "b": "0"}, "", ""},
		{"a blank elsewhere", map[string]string{"1": "0", "a": "10", "b": "10"}, "", ""},
	})
}

func TestWay(t *testing.T) {
	sum := leafOf("1", &Sum{[]Part{
		{dec("0.2"), &Levels{Of: "1", Points: decs("0.2", "0")}},
		{dec("0.3"), &Levels{Of: "2", Points: decs("0.3", "0")}},
		{dec("0.5"), &Ratio{Part: "b", Of: "a", IfZero: ZeroNone}}}},
		yesNoIn("1"), yesNoIn("2"), numberIn("a"), numberIn("b"))
	rs := &RuleSet{Rounding: Rounding{Places: 2}, Criteria: []Criterion{*sum}}
	var got []string
	for _, gain := range NewScorer(rs).Way(sum, given(t, sum, map[string]string{"1": "0", "2": "0", "a": "10", "b": "5"})) {
		got = append(got, gain.Text)
	}
	want := []string{"Việc 2: chuyển thành Có → 0,55", "Số b: thêm 5 → 0,80", "Việc 1: chuyển thành Có → 1,00"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestGainsOfLevels(t *testing.T) {
	leaf := leafOf("1.5", &Levels{Of: "muc", Points: decs("1.5", "0.5", "0")}, choiceIn("muc", "Đã hoàn thành", "Đã trình", "Chưa làm"))
	runGains(t, leaf, []gainRow{
		{"from the last", map[string]string{"muc": "3"}, "đạt mức 2: Đã trình → 0,50", "đạt mức 1: Đã hoàn thành → 1,50"},
		{"from the middle", map[string]string{"muc": "2"}, "đạt mức 1: Đã hoàn thành → 1,50", "đạt mức 1: Đã hoàn thành → 1,50"},
		{"from the first", map[string]string{"muc": "1"}, "", ""},
		{"blank", nil, "", ""},
	})
}

func TestGainsAcrossCases(t *testing.T) {
	steps := func(full, half string) Rule {
		return &Bands{Number: "p", Steps: []Band{{From: opt("100"), Points: dec(full)}, {From: opt("50"), Points: dec(half)}}}
	}
	leaf := leafOf("0.8", &Cases{List: []Case{
		{Condition{All: []Condition{{Answer: "v", Is: opt("1")}, {Answer: "p", From: opt("25"), Below: opt("50")}}}, &Levels{Of: "d", Points: decs("0.2", "0")}},
		{Condition{Answer: "v", Is: opt("1")}, steps("0.8", "0.4")},
		{Condition{Answer: "v", Is: opt("0")}, steps("0.6", "0.2")},
	}}, yesNoIn("v"), Input{Name: "p", Label: "Tỷ lệ", Kind: NumberInput, Unit: "%", Max: opt("100")}, yesNoIn("d"))
	runGains(t, leaf, []gainRow{
		{"into a case", map[string]string{"v": "1", "p": "20", "d": "1"}, "Tỷ lệ: thiếu 5% để đạt ngưỡng 25% → 0,20", "Tỷ lệ: thiếu 80% để đạt ngưỡng 100% → 0,80"},
		{"past a case that would ask for more", map[string]string{"v": "1", "p": "20"}, "Tỷ lệ: thiếu 30% để đạt ngưỡng 50% → 0,40", "Tỷ lệ: thiếu 80% để đạt ngưỡng 100% → 0,80"},
		{"a choice between cases", map[string]string{"v": "0", "p": "60"}, "Việc v: chuyển thành Có → 0,40", ""},
		{"a choice inside a case", map[string]string{"v": "1", "p": "30", "d": "0"}, "Việc d: chuyển thành Có → 0,20", "Tỷ lệ: thiếu 70% để đạt ngưỡng 100% → 0,80"},
	})
}

// No kind needs all of the core today, so the least and greatest of lines are held to figures here.
func TestClimbOverExtremes(t *testing.T) {
	b, falling := Ask{"b"}, op(Sub, num(9), Ask{"b"})
	leaf := leafOf("9", &Manual{}, numberIn("b"))
	for _, row := range []struct {
		name      string
		expr      Expr
		from      string
		target    int64
		want      string // the place, "" where there is none
		wantValue string
	}{
		{"over the greater of two", op(Max, falling, b), "1", 9, "9", "9"},
		{"it starts to grow between two places", op(Max, falling, b), "4", 6, "6", "6"},
		{"under the less of two", op(Min, b, op(Sub, num(20), b)), "1", 10, "10", "10"},
		{"and no higher", op(Min, b, op(Sub, num(20), b)), "1", 11, "", ""},
		{"capped", op(Min, op(Mul, b, num(3)), num(7)), "0", 7, "3", "7"},
		{"one divided by what stands still", op(Div, b, num(3)), "0", 2, "6", "2"},
		{"what is no line is of no use", op(Div, num(12), op(Sub, num(9), b)), "1", 6, "", ""},
		{"equal at one place only", If{op(Equal, op(Mul, b, num(2)), num(8)), num(5), num(0)}, "1", 5, "4", "5"},
		{"never equal", If{op(Equal, op(Mul, b, num(2)), num(9)), num(5), num(0)}, "1", 5, "", ""},
		{"no longer equal", If{op(Equal, b, num(2)), num(0), num(5)}, "2", 5, "3", "5"},
	} {
		t.Run(row.name, func(t *testing.T) {
			c := climb{leaf: leaf, expr: row.expr, input: leaf.Inputs[0], stand: NumberAnswer(dec(row.from))}
			value, ok := c.reach(decimal.NewFromInt(row.target))
			if ok != (row.want != "") || ok && (c.stand.number.String() != row.want || value.cmp(whole(dec(row.wantValue))) != 0) {
				t.Errorf("got %v at %s with %s, want %q with %q", ok, c.stand.number, value.num, row.want, row.wantValue)
			}
		})
	}
}

// Points by hand are a person's to give, and never advised; what stands beside them in a sum is.
func TestGainsBesidePointsByHand(t *testing.T) {
	hand := Input{Name: "diem", Label: "Điểm đề nghị", Kind: PointsInput}
	leaf := leafOf("2", &Sum{[]Part{{dec("1.5"), &Manual{"diem"}}, {dec("0.5"), &Levels{Of: "1", Points: decs("0.5", "0")}}}}, hand, yesNoIn("1"))
	runGains(t, leaf, []gainRow{
		{"given", map[string]string{"diem": "1", "1": "0"}, "Việc 1: chuyển thành Có → 1,50", ""},
		{"only points are missing", map[string]string{"diem": "1", "1": "1"}, "", ""},
		{"awaiting", map[string]string{"1": "0"}, "", ""},
	})
}

// Money is advised in whole đồng where it was declared so.
func TestGainsOfMoney(t *testing.T) {
	leaf := leafOf("0.5", &Ratio{Part: "b", Of: "a", IfZero: ZeroNotAssessed},
		Input{Name: "a", Label: "Số tiền phải nộp", Kind: NumberInput, Unit: "đồng"},
		Input{Name: "b", Label: "Số tiền đã nộp", Kind: NumberInput, Unit: "đồng"})
	runGains(t, leaf, []gainRow{ // 0,385/0,5 × 123.456.789 = 95.061.727,53; 0,495/0,5 × 123.456.789 = 122.222.221,11
		{"odd sums", map[string]string{"a": "123456789", "b": "95000000"},
			"Số tiền đã nộp: thêm 61.728 đồng → 0,39", "Số tiền đã nộp: thêm 27.222.222 đồng → 0,50"},
	})
}
