package scoring

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestProve(t *testing.T) {
	upTo4 := Condition{Answer: "a", UpTo: opt("4")}
	gapped := &Cases{List: []Case{
		{Condition{Answer: "a", Below: opt("4")}, &Fixed{dec("1")}},
		{Condition{Answer: "a", From: opt("5")}, &Ratio{Part: "b", Of: "a", IfZero: ZeroNotAssessed}},
	}}
	tests := []struct {
		name   string
		rule   Rule
		inputs []Input
		want   []string // code and the first words of the text
	}{
		{"a number between two cases", gapped, []Input{numberIn("a"), numberIn("b")},
			[]string{"cases-gap 1.1: đúng 4 (Số a) không thuộc trường hợp nào."}},
		{"a case behind one that always holds first", &Cases{List: []Case{{upTo4, &Fixed{dec("0.5")}},
			{Condition{Answer: "a", Below: opt("3")}, &Fixed{dec("0.5")}}}, Else: &Fixed{dec("1")}}, []Input{numberIn("a")},
			[]string{"branch-dead 1.1: nhánh “a < 3” không bao giờ xảy ra."}},
		{"cases that overlap by halves", &Cases{List: []Case{{upTo4, &Fixed{dec("1")}},
			{Condition{Answer: "k", Is: opt("1")}, &Fixed{dec("1")}}}, Else: &Fixed{dec("1")}}, []Input{numberIn("a"), yesNoIn("k")},
			[]string{"cases-overlap 1.1: trường hợp 1 và 2 cùng đúng với Số a = 0; Việc k: Có; trường hợp đứng trước được dùng."}},
		{"an exception before its rule", &Cases{List: []Case{
			{Condition{All: []Condition{{Answer: "a", UpTo: opt("4")}, {Answer: "k", Is: opt("1")}}}, &Fixed{dec("0.5")}},
			{upTo4, &Fixed{dec("0.2")}}}, Else: &Fixed{dec("1")}}, []Input{numberIn("a"), yesNoIn("k")}, nil},
		{"more gives less", &Bands{Part: "b", Of: "a", IfZero: ZeroMax, Steps: []Band{{From: opt("0.8"), Points: dec("0.5")}, {From: opt("0.5"), Points: dec("1")}}},
			[]Input{numberIn("a"), numberIn("b")},
			[]string{"step-down 1.1: “Số b” tăng từ 1 lên 2 mà điểm giảm từ 1 xuống 0,5 (khi Số a = 2)."}},
		{"a band that one odd denominator reaches", &Cases{List: []Case{{Condition{Answer: "a", UpTo: opt("10")}, &Bands{Part: "b", Of: "a", IfZero: ZeroNone,
			Steps: []Band{{From: opt("0.44"), Points: dec("1")}, {From: opt("0.42"), Points: dec("0.5")}}}}}, Else: &Fixed{dec("1")}},
			[]Input{numberIn("a"), numberIn("b")}, nil},
		{"a band that none reaches", &Cases{List: []Case{{Condition{Answer: "a", UpTo: opt("6")}, &Bands{Part: "b", Of: "a", IfZero: ZeroNone,
			Steps: []Band{{From: opt("0.44"), Points: dec("1")}, {From: opt("0.42"), Points: dec("0.5")}}}}}, Else: &Fixed{dec("1")}},
			[]Input{numberIn("a"), numberIn("b")}, []string{"branch-dead 1.1: nhánh “b/a = … ≥ 42% → …” không bao giờ xảy ra."}},
		{"parts over the cap", &Sum{[]Part{{dec("1"), &Levels{"k", decs("1", "0")}}, {dec("0.5"), &Levels{"l", decs("0.5", "0")}}}},
			[]Input{yesNoIn("k"), yesNoIn("l")},
			[]string{"sum-over-cap 1.1: các phần cộng lại được 1,5 điểm, lớn hơn mức tối đa 1; phần vượt không được tính."}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			leaf := leafOf("1", test.rule, test.inputs...)
			got := Prove(&RuleSet{Rounding: Rounding{Places: 2}, Criteria: []Criterion{*leaf}})
			if len(got) != len(test.want) {
				t.Fatalf("found %v, want %q", got, test.want)
			}
			for i, want := range test.want {
				if text := string(got[i].Code) + " " + got[i].Text(); !strings.HasPrefix(text, want) {
					t.Errorf("found %q, want %q", text, want)
				}
			}
		})
	}
}

// An author may let a maximum stand that his rule does not reach, as long as he says why.
func TestAcceptedReach(t *testing.T) {
	leaf := leafOf("1", &Levels{"k", decs("0.5", "0")}, yesNoIn("k"))
	leaf.Accepted = []Acceptance{{RuleReach, "theo nguồn"}}
	rs := &RuleSet{Total: leaf.Max, Rounding: Rounding{Places: 2}, Criteria: []Criterion{*leaf}}
	rs.Criteria[0].Number = "1"
	got := append(Check(rs, nil), Prove(rs)...)
	if len(got) != 1 || got[0].Code != RuleReach || got[0].Accepted != "theo nguồn" {
		t.Errorf("found %v", got)
	}
}

func TestAcceptedFindingsKeepTheirReason(t *testing.T) {
	leaf := leafOf("1", &Manual{"diem"}, Input{Name: "diem", Label: "Điểm", Kind: PointsInput})
	leaf.Provenance = Absent
	leaf.Accepted = []Acceptance{{SourceMissing, "thiếu trang"}, {SumOverCap, "thừa"}}
	got := Prove(&RuleSet{Criteria: []Criterion{*leaf}})
	if want := []string{"source-missing 1.1.provenance", "accept-unused 1.1.accept[1]"}; !slices.Equal(codesOf(got), want) {
		t.Fatalf("found %v, want %v", codesOf(got), want)
	}
	if got[0].Accepted != "thiếu trang" || got[1].Accepted != "" {
		t.Errorf("reasons %q and %q", got[0].Accepted, got[1].Accepted)
	}
}

func ExampleProve() {
	rule := &Cases{List: []Case{
		{Condition{Answer: "a", Below: opt("4")}, &Fixed{dec("1")}},
		{Condition{Answer: "a", From: opt("5")}, &Fixed{dec("0.5")}},
	}}
	proposals := Input{Name: "a", Label: "Số đề nghị được phê duyệt", Kind: NumberInput, Unit: "đề nghị", Whole: true}
	rs := &RuleSet{Criteria: []Criterion{*leafOf("1", rule, proposals)}}
	for _, p := range Prove(rs) {
		fmt.Println(p.Code, p.Text())
	}
	// Output:
	// cases-gap 1.1: đúng 4 đề nghị (Số đề nghị được phê duyệt) không thuộc trường hợp nào.
	// step-down 1.1: “Số đề nghị được phê duyệt” tăng từ 3 lên 5 đề nghị mà điểm giảm từ 1 xuống 0,5.
}
