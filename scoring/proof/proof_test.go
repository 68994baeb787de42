package proof

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
	"cchc/scoring/scoringtest"
)

func TestProve(t *testing.T) {
	upTo4 := kinds.Condition{Answer: "a", UpTo: scoringtest.Opt("4")}
	gapped := &kinds.Cases{List: []kinds.Case{
		{When: kinds.Condition{Answer: "a", Below: scoringtest.Opt("4")}, Rule: &kinds.Fixed{Points: scoringtest.Dec("1")}},
		{When: kinds.Condition{Answer: "a", From: scoringtest.Opt("5")}, Rule: &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNotAssessed}},
	}}
	tests := []struct {
		name   string
		rule   kinds.Rule
		inputs []expr.Input
		want   []string // code and the first words of the text
	}{
		{"a number between two cases", gapped, []expr.Input{scoringtest.NumberIn("a"), scoringtest.NumberIn("b")},
			[]string{"cases-gap 1.1: đúng 4 (Số a) không thuộc trường hợp nào."}},
		{"a case behind one that always holds first", &kinds.Cases{List: []kinds.Case{{When: upTo4, Rule: &kinds.Fixed{Points: scoringtest.Dec("0.5")}},
			{When: kinds.Condition{Answer: "a", Below: scoringtest.Opt("3")}, Rule: &kinds.Fixed{Points: scoringtest.Dec("0.5")}}}, Else: &kinds.Fixed{Points: scoringtest.Dec("1")}}, []expr.Input{scoringtest.NumberIn("a")},
			[]string{"branch-dead 1.1: nhánh “a < 3” không bao giờ xảy ra."}},
		{"cases that overlap by halves", &kinds.Cases{List: []kinds.Case{{When: upTo4, Rule: &kinds.Fixed{Points: scoringtest.Dec("1")}},
			{When: kinds.Condition{Answer: "k", Is: scoringtest.Opt("1")}, Rule: &kinds.Fixed{Points: scoringtest.Dec("0.5")}}}, Else: &kinds.Fixed{Points: scoringtest.Dec("1")}}, []expr.Input{fewer("a"), scoringtest.YesNoIn("k")},
			[]string{"cases-overlap 1.1: trường hợp 1 và 2 cùng đúng với Số a = 0; Việc k: Có; trường hợp đứng trước được dùng."}},
		{"cases that overlap by halves and give the same", &kinds.Cases{List: []kinds.Case{{When: upTo4, Rule: &kinds.Fixed{Points: scoringtest.Dec("1")}},
			{When: kinds.Condition{Answer: "k", Is: scoringtest.Opt("1")}, Rule: &kinds.Fixed{Points: scoringtest.Dec("1")}}}, Else: &kinds.Fixed{Points: scoringtest.Dec("0.5")}}, []expr.Input{fewer("a"), scoringtest.YesNoIn("k")}, nil},
		{"fewer is better, and one fewer gives less", &kinds.Bands{Number: "a", Steps: []kinds.Band{{From: scoringtest.Opt("2"), Points: scoringtest.Dec("0.5")}, {From: scoringtest.Opt("1"), Points: scoringtest.Dec("1")}}},
			[]expr.Input{fewer("a")}, []string{"step-up 1.1: “Số a” càng ít càng tốt, nhưng giảm từ 1 xuống 0 mà điểm giảm từ 1 xuống 0."}},
		{"fewer is better, and gives more", &kinds.Bands{Number: "a", Steps: []kinds.Band{{From: scoringtest.Opt("2"), Points: scoringtest.Dec("0")}, {From: scoringtest.Opt("1"), Points: scoringtest.Dec("0.5")}}, Else: scoringtest.Dec("1")},
			[]expr.Input{fewer("a")}, nil},
		{"an exception before its rule", &kinds.Cases{List: []kinds.Case{
			{When: kinds.Condition{All: []kinds.Condition{{Answer: "a", UpTo: scoringtest.Opt("4")}, {Answer: "k", Is: scoringtest.Opt("1")}}}, Rule: &kinds.Fixed{Points: scoringtest.Dec("0.5")}},
			{When: upTo4, Rule: &kinds.Fixed{Points: scoringtest.Dec("0.2")}}}, Else: &kinds.Fixed{Points: scoringtest.Dec("1")}}, []expr.Input{scoringtest.NumberIn("a"), scoringtest.YesNoIn("k")}, nil},
		{"more gives less", &kinds.Bands{Part: "b", Of: "a", IfZero: kinds.ZeroMax, Steps: []kinds.Band{{From: scoringtest.Opt("0.8"), Points: scoringtest.Dec("0.5")}, {From: scoringtest.Opt("0.5"), Points: scoringtest.Dec("1")}}},
			[]expr.Input{scoringtest.NumberIn("a"), scoringtest.NumberIn("b")},
			[]string{"step-down 1.1: “Số b” tăng từ 1 lên 2 mà điểm giảm từ 1 xuống 0,5 (khi Số a = 2)."}},
		{"a band that one odd denominator reaches", &kinds.Cases{List: []kinds.Case{{When: kinds.Condition{Answer: "a", UpTo: scoringtest.Opt("10")}, Rule: &kinds.Bands{Part: "b", Of: "a", IfZero: kinds.ZeroNone,
			Steps: []kinds.Band{{From: scoringtest.Opt("0.44"), Points: scoringtest.Dec("1")}, {From: scoringtest.Opt("0.42"), Points: scoringtest.Dec("0.5")}}}}}, Else: &kinds.Fixed{Points: scoringtest.Dec("1")}},
			[]expr.Input{scoringtest.NumberIn("a"), scoringtest.NumberIn("b")}, nil},
		{"a band that none reaches", &kinds.Cases{List: []kinds.Case{{When: kinds.Condition{Answer: "a", UpTo: scoringtest.Opt("6")}, Rule: &kinds.Bands{Part: "b", Of: "a", IfZero: kinds.ZeroNone,
			Steps: []kinds.Band{{From: scoringtest.Opt("0.44"), Points: scoringtest.Dec("1")}, {From: scoringtest.Opt("0.42"), Points: scoringtest.Dec("0.5")}}}}}, Else: &kinds.Fixed{Points: scoringtest.Dec("1")}},
			[]expr.Input{scoringtest.NumberIn("a"), scoringtest.NumberIn("b")}, []string{"branch-dead 1.1: nhánh “b/a = … ≥ 42% → …” không bao giờ xảy ra."}},
		{"parts over the cap", &kinds.Sum{Parts: []kinds.Part{{Max: scoringtest.Dec("1"), Rule: &kinds.Levels{Of: "k", Points: scoringtest.Decs("1", "0")}}, {Max: scoringtest.Dec("0.5"), Rule: &kinds.Levels{Of: "l", Points: scoringtest.Decs("0.5", "0")}}}},
			[]expr.Input{scoringtest.YesNoIn("k"), scoringtest.YesNoIn("l")},
			[]string{"sum-over-cap 1.1: các phần cộng lại được 1,5 điểm, lớn hơn mức tối đa 1; phần vượt không được tính."}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			leaf := scoringtest.LeafOf("1", test.rule, test.inputs...)
			got := Prove(&scoring.RuleSet{Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{*leaf}})
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
// fewer asks for a number of which fewer is better.
func fewer(name string) expr.Input {
	in := scoringtest.NumberIn(name)
	in.Better = expr.BetterLess
	return in
}

// A sum of many ratios over one denominator is looked at whole: for a given denominator its parts are independent.
func TestSumOverOneDenominator(t *testing.T) {
	sum, inputs := &kinds.Sum{}, []expr.Input{scoringtest.NumberIn("a")}
	for i := range 8 {
		name := fmt.Sprintf("b%d", i)
		inputs = append(inputs, scoringtest.NumberIn(name))
		sum.Parts = append(sum.Parts, kinds.Part{Max: scoringtest.Dec("0.25"), Rule: &kinds.Ratio{Part: kinds.InputName(name), Of: "a", IfZero: kinds.ZeroNone, AtLeast: scoringtest.Opt("0.44")}})
	}
	leaf := scoringtest.LeafOf("2", sum, inputs...)
	rs := &scoring.RuleSet{Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{*leaf}}
	if found := Prove(rs); len(found) > 0 {
		t.Errorf("found %v", found)
	}
	if _, most, ok := Reach(rs, leaf); !ok || !most.Points.Equal(leaf.Max) {
		t.Errorf("reaches %v, %v", most.Points, ok)
	}
	sum.Parts[7].Max = scoringtest.Dec("0.5")
	if found := Prove(rs); len(found) != 1 || found[0].Code != problem.SumOverCap {
		t.Errorf("over the cap: %v", found)
	}
}

func TestAcceptedReach(t *testing.T) {
	leaf := scoringtest.LeafOf("1", &kinds.Levels{Of: "k", Points: scoringtest.Decs("0.5", "0")}, scoringtest.YesNoIn("k"))
	leaf.Accepted = []scoring.Acceptance{{Code: problem.RuleReach, Reason: "theo nguồn"}}
	rs := &scoring.RuleSet{Total: leaf.Max, Rounding: scoring.Rounding{Places: 2}, Criteria: []scoring.Criterion{*leaf}}
	rs.Criteria[0].Number = "1"
	got := append(scoring.Check(rs), Prove(rs)...)
	if len(got) != 1 || got[0].Code != problem.RuleReach || got[0].Accepted != "theo nguồn" {
		t.Errorf("found %v", got)
	}
}

func TestAcceptedFindingsKeepTheirReason(t *testing.T) {
	leaf := scoringtest.LeafOf("1", &kinds.Manual{Of: "diem"}, expr.Input{Name: "diem", Label: "Điểm", Kind: expr.PointsInput})
	leaf.Provenance = scoring.Absent
	leaf.Accepted = []scoring.Acceptance{{Code: problem.SourceMissing, Reason: "thiếu trang"}, {Code: problem.SumOverCap, Reason: "thừa"}}
	got := Prove(&scoring.RuleSet{Criteria: []scoring.Criterion{*leaf}})
	if want := []string{"source-missing 1.1.provenance", "accept-unused 1.1.accept[1]"}; !slices.Equal(scoringtest.CodesOf(got), want) {
		t.Fatalf("found %v, want %v", scoringtest.CodesOf(got), want)
	}
	if got[0].Accepted != "thiếu trang" || got[1].Accepted != "" {
		t.Errorf("reasons %q and %q", got[0].Accepted, got[1].Accepted)
	}
}

func ExampleProve() {
	rule := &kinds.Cases{List: []kinds.Case{
		{When: kinds.Condition{Answer: "a", Below: scoringtest.Opt("4")}, Rule: &kinds.Fixed{Points: scoringtest.Dec("1")}},
		{When: kinds.Condition{Answer: "a", From: scoringtest.Opt("5")}, Rule: &kinds.Fixed{Points: scoringtest.Dec("0.5")}},
	}}
	proposals := expr.Input{Name: "a", Label: "Số đề nghị được phê duyệt", Kind: expr.NumberInput, Unit: "đề nghị", Whole: true}
	rs := &scoring.RuleSet{Criteria: []scoring.Criterion{*scoringtest.LeafOf("1", rule, proposals)}}
	for _, p := range Prove(rs) {
		fmt.Println(p.Code, p.Text())
	}
	// Output:
	// cases-gap 1.1: đúng 4 đề nghị (Số đề nghị được phê duyệt) không thuộc trường hợp nào.
	// step-down 1.1: “Số đề nghị được phê duyệt” tăng từ 3 lên 5 đề nghị mà điểm giảm từ 1 xuống 0,5.
}
