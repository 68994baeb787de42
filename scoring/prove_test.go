package scoring

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
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

// TestProofsAgainstBruteForce makes small rules at random and holds what was proved about them to what trying all answers gives.
func TestProofsAgainstBruteForce(t *testing.T) {
	found := map[Code]int{}
	for seed := range uint64(600) {
		leaf := randomLeaf(rand.New(rand.NewPCG(seed, 1)))
		if problems := leaf.Rule.check(leaf.scope()); len(problems) > 0 {
			continue
		}
		got := map[Code]bool{}
		for _, p := range proved(leaf) {
			got[p.Code] = true
			found[p.Code]++
		}
		for code, want := range bruteForce(leaf) {
			if got[code] != want {
				t.Errorf("seed %d: %s is %v, trying all answers says %v\n%s", seed, code, got[code], want, strings.Join(leaf.Describe(), "\n"))
			}
		}
	}
	for _, code := range []Code{CasesGap, BranchDead, StepDown} {
		if found[code] < 20 {
			t.Errorf("only %d rules had a %s: the test hardly tests it", found[code], code)
		}
	}
}

func proved(leaf *Criterion) []Problem {
	p := proof{leaf: leaf, work: &work{left: leafWork}}
	return p.run()
}

const bruteMost = 9 // the largest number tried

func randomLeaf(r *rand.Rand) *Criterion {
	a, b := numberIn("a"), numberIn("b")
	a.Max, b.Max = null(decimal.NewFromInt(bruteMost)), null(decimal.NewFromInt(bruteMost))
	edge := func() decimal.NullDecimal { return null(decimal.NewFromInt(r.Int64N(bruteMost))) }
	points := func() decimal.Decimal { return decimal.New(r.Int64N(5), -1) }
	plain := func() Rule {
		switch r.IntN(4) {
		case 0:
			return &Fixed{points()}
		case 1:
			return &Ratio{Part: "b", Of: "a", AtLeast: opt("0.7"), IfZero: ZeroNone}
		case 2:
			return &Bands{Number: "b", Else: points(), Steps: []Band{{From: opt("6"), Points: points()}, {Above: opt("2"), Points: points()}}}
		}
		return &Bands{Part: "b", Of: "a", IfZero: ZeroMax, Else: points(), Steps: []Band{{Above: opt("0.8"), Points: points()}, {From: opt("0.25"), Points: points()}}}
	}
	condition := func() Condition {
		switch r.IntN(4) {
		case 0:
			return Condition{Answer: "k", Is: null(decimal.NewFromInt(r.Int64N(2)))}
		case 1:
			return Condition{Answer: "a", From: edge()}
		case 2:
			return Condition{Answer: "a", Below: edge()}
		}
		return Condition{All: []Condition{{Answer: "a", Above: edge()}, {Any: []Condition{{Answer: "k", Is: opt("1")}, {Answer: "a", UpTo: edge()}}}}}
	}
	cases := &Cases{}
	for range 1 + r.IntN(3) {
		cases.List = append(cases.List, Case{condition(), plain()})
	}
	if r.IntN(2) == 0 {
		cases.Else = plain()
	}
	return leafOf("0.5", cases, a, b, yesNoIn("k"))
}

// bruteForce tries every number up to bruteMost and both options.
func bruteForce(leaf *Criterion) map[Code]bool {
	expr := leaf.Expr()
	reached := map[*Step]bool{}
	facts := map[Code]bool{CasesGap: false, BranchDead: false, StepDown: false}
	for a := range int64(bruteMost + 1) {
		for k := 1; k <= 2; k++ {
			var last *outcome
			for b := range int64(bruteMost + 1) {
				given := map[string]Answer{"a": NumberAnswer(decimal.NewFromInt(a)), "b": NumberAnswer(decimal.NewFromInt(b)), "k": OptionAnswer(k)}
				out := evaluator{leaf.Inputs, func(input string) Answer { return given[input] }}.eval(expr)
				for _, step := range out.steps {
					reached[step] = true
				}
				if len(out.problems) > 0 && out.problems[0].Code == AnswerNoCase {
					facts[CasesGap] = true
				}
				if out.state != Scored {
					continue
				}
				if last != nil && out.value.cmp(last.value) < 0 {
					facts[StepDown] = true
				}
				last = &out
			}
		}
	}
	facts[BranchDead] = len(deadSteps(expr, reached)) > 0
	facts[StepDown] = facts[StepDown] || fallsInA(leaf, expr)
	return facts
}

// fallsInA says whether more of a gives less where a is measured against nothing.
func fallsInA(leaf *Criterion, expr Expr) bool {
	if slices.Contains(yardsticks(expr), "a") || !slices.Contains(InputsOf(expr), "a") {
		return false
	}
	for b := range int64(bruteMost + 1) {
		for k := 1; k <= 2; k++ {
			var last *outcome
			for a := range int64(bruteMost + 1) {
				given := map[string]Answer{"a": NumberAnswer(decimal.NewFromInt(a)), "b": NumberAnswer(decimal.NewFromInt(b)), "k": OptionAnswer(k)}
				out := evaluator{leaf.Inputs, func(input string) Answer { return given[input] }}.eval(expr)
				if out.state == Scored && last != nil && out.value.cmp(last.value) < 0 {
					return true
				}
				if out.state == Scored {
					last = &out
				}
			}
		}
	}
	return false
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
