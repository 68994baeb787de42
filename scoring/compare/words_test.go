package compare

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

// Whoever adds a key decides here whether a change of it is a change of the rules.
func TestEveryKeyIsComparedOrKnownNotToBe(t *testing.T) {
	for _, c := range []struct {
		record   kinds.Record
		compared map[string]Class
		passed   string
	}{
		{&scoring.RuleSet{}, setKeys, "id kind previous note rounding announced crossChecks criteria"},
		{&scoring.Criterion{}, comparedKeys, "number provenance note was contentStatus notDetailed examples accept criteria"},
	} {
		for _, field := range c.record.Fields() {
			_, compared := c.compared[field.Key]
			if passed := slices.Contains(strings.Fields(c.passed), field.Key); passed == compared {
				t.Errorf("%T.%s: compared %v, passed over %v", c.record, field.Key, compared, passed)
			}
		}
	}
}

// visitFields goes through the fields of a record and of what may stand below it.
func visitFields(r kinds.Record, depth int, visit func(kinds.Field)) {
	for _, field := range r.Fields() {
		visit(field)
		switch place := field.Place.(type) {
		case kinds.Record:
			visitFields(place, depth, visit)
		case kinds.List:
			if depth < 3 {
				visitFields(place.Append(), depth+1, visit)
			}
		}
	}
}

func TestEveryWordOfARuleHasAName(t *testing.T) {
	seen := 0
	check := func(field kinds.Field) {
		if word, ok := field.Place.(kinds.Word); ok {
			for _, w := range word.Words() {
				seen++
				if wordNames[w] == "" {
					t.Errorf("%s: %q has no name for an official", field.Key, w)
				}
			}
		}
	}
	for _, rule := range kinds.Kinds() {
		visitFields(rule, 0, check)
	}
	visitFields(kinds.InputRecord{Input: &expr.Input{}}, 0, check)
	if seen == 0 {
		t.Error("no words seen")
	}
}

func TestEveryClassHasWords(t *testing.T) {
	for _, class := range Classes() {
		if class.Words() == "" {
			t.Errorf("%q has no words", class)
		}
	}
}

func TestRecordsInWords(t *testing.T) {
	leaf := scoringtest.LeafOf("2", &kinds.Manual{Of: "d"}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), scoringtest.YesNoIn("c"))
	v := newView(leaf)
	ratio := &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroMax}
	for _, c := range []struct {
		record kinds.Record
		within kinds.Rule
		want   string
	}{
		{&kinds.Band{Above: scoringtest.Opt("0.8"), Points: scoringtest.Dec("1")}, &kinds.Bands{Part: "b", Of: "a"}, "trên 80%, điểm 1"},
		{&kinds.Band{From: scoringtest.Opt("200"), Points: scoringtest.Dec("0.5")}, &kinds.Bands{Number: "a"}, "từ 200, điểm 0,5"},
		{&kinds.Term{Answer: "b", Weight: scoringtest.Dec("0.5")}, ratio, "số liệu b, hệ số 0,5"},
		{&kinds.Tariff{Answer: "a", Each: scoringtest.Dec("0.25")}, &kinds.Count{}, "số liệu a, điểm cho mỗi đơn vị 0,25"},
		{&kinds.Part{Max: scoringtest.Dec("0.5"), Rule: ratio}, &kinds.Sum{}, "điểm tối đa của phần 0,5, Điểm = b/a × 0,5. Trong đó: a là “Số a”; b là “Số b”. Khi a = 0: đạt điểm tối đa (0,5 điểm)."},
		{&kinds.Case{When: kinds.Condition{All: []kinds.Condition{{Answer: "a", From: scoringtest.Opt("1"), Below: scoringtest.Opt("5")}, {Answer: "c", Is: scoringtest.Opt("1")}}}, Rule: &kinds.Fixed{Points: scoringtest.Dec("1")}}, &kinds.Cases{},
			"các điều kiện đồng thời (số liệu a, từ 1, dưới 5), các điều kiện đồng thời (số liệu c, là lựa chọn số 1), 1 điểm."},
	} {
		if got := v.of(c.within).sentence(c.record); got != c.want {
			t.Errorf("%+v reads %q, want %q", c.record, got, c.want)
		}
	}
}

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		name, old, now string
		want           []Span
	}{
		{"the same", "một hai", "một hai", []Span{{SpanKept, "một hai"}}},
		{"a number", "trong 80% số việc", "trong 70% số việc", []Span{{SpanKept, "trong "}, {SpanRemoved, "80"}, {SpanAdded, "70"}, {SpanKept, "% số việc"}}},
		{"two words at once", "kế hoạch cũ năm", "báo cáo cũ năm", []Span{{SpanRemoved, "kế hoạch"}, {SpanAdded, "báo cáo"}, {SpanKept, " cũ năm"}}},
		{"a number with its comma", "0,5 điểm", "0,25 điểm", []Span{{SpanRemoved, "0,5"}, {SpanAdded, "0,25"}, {SpanKept, " điểm"}}},
		{"a date", "ngày 1/2/2022.", "ngày 10/5/2023.", []Span{{SpanKept, "ngày "}, {SpanRemoved, "1/2/2022"}, {SpanAdded, "10/5/2023"}, {SpanKept, "."}}},
		{"a word kept by chance", "phát hiện qua rà soát", "thực hiện rà soát", []Span{{SpanRemoved, "phát hiện qua"}, {SpanAdded, "thực hiện"}, {SpanKept, " rà soát"}}},
		{"put in", "một ba", "một hai ba", []Span{{SpanKept, "một "}, {SpanAdded, "hai "}, {SpanKept, "ba"}}},
		{"taken out", "một hai ba", "một ba", []Span{{SpanKept, "một "}, {SpanRemoved, "hai "}, {SpanKept, "ba"}}},
		{"from nothing", "", "một", []Span{{SpanAdded, "một"}}},
		{"to nothing", "một", "", []Span{{SpanRemoved, "một"}}},
	} {
		if diff := cmp.Diff(c.want, Spans(c.old, c.now)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestSpansKeepBothTextsToTheLetter(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	text := func(n int) string {
		var b strings.Builder
		for range random.IntN(n) {
			b.WriteString([]string{"một", "hai", "ba", " ", " ", ", ", "80%", "\n", "Ơ"}[random.IntN(9)])
		}
		return b.String()
	}
	for range 2000 {
		old, now := text(30), text(30)
		var removed, added string
		for i, span := range Spans(old, now) {
			if span.Text == "" || i > 0 && span.Kind == Spans(old, now)[i-1].Kind {
				t.Fatalf("%q %q: spans %v", old, now, Spans(old, now))
			}
			if span.Kind != SpanAdded {
				removed += span.Text
			}
			if span.Kind != SpanRemoved {
				added += span.Text
			}
		}
		if removed != old || added != now {
			t.Fatalf("%q %q became %q %q", old, now, removed, added)
		}
	}
	if long := strings.Repeat("a ", 3000); len(Spans("x "+long+"y", "z "+strings.Repeat("b ", 3000))) > 4 {
		t.Error("very long texts are set against each other word by word")
	}
}

func TestAlign(t *testing.T) {
	for _, c := range []struct {
		name, old, now, want string
	}{
		{"the same", "a b c", "a b c", "0-0 1-1 2-2"},
		{"put in at the head", "a b", "x a b", "+0 0-1 1-2"},
		{"taken out of the middle", "a b c", "a c", "0-0 -1 2-1"},
		{"one changed", "a b c", "a x c", "0-0 1-1 2-2"},
		{"all changed", "a b", "x y", "0-0 1-1"},
		{"from nothing", "", "a", "+0"},
	} {
		var got []string
		for _, pair := range align(textWords(strings.Fields(c.old)), textWords(strings.Fields(c.now))) {
			switch {
			case pair.old < 0:
				got = append(got, "+"+string(rune('0'+pair.now)))
			case pair.now < 0:
				got = append(got, "-"+string(rune('0'+pair.old)))
			default:
				got = append(got, string(rune('0'+pair.old))+"-"+string(rune('0'+pair.now)))
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
	long := slices.Repeat([]string{"a"}, 1100)
	if pairs := align(textWords(long), textWords(long[1:])); len(pairs) != 1100 || pairs[1099] != (aligned{1099, -1}) {
		t.Errorf("very long lists are not taken item by item: %v", pairs[len(pairs)-1])
	}
}
