package report_test

import (
	"testing"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
	"cchc/templates"
	"cchc/templates/report"
)

// What is advised names what a person types: a source of what is reckoned, the criterion that asks for what is taken; where one more of an
// answer changes both sides of a ratio, that is said.
func TestNeedsOfWhatFollows(t *testing.T) {
	term := func(name, times string) expr.Term {
		return expr.Term{Answer: name, Times: scoringtest.Dec(times)}
	}
	derived := func(name string, from ...expr.Term) expr.Input {
		in := scoringtest.NumberIn(name)
		in.From = from
		return in
	}
	source := scoringtest.LeafOf("1", &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNone}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	taken := scoringtest.LeafOf("1", &kinds.Ratio{Part: "c", Of: "d", IfZero: kinds.ZeroNone}, expr.Input{Name: "c", Kind: expr.NumberInput, Use: "1:b"}, scoringtest.NumberIn("d"))
	less := scoringtest.LeafOf("1", &kinds.Line{Number: "n", FullAt: scoringtest.Dec("10")}, scoringtest.NumberIn("co"), scoringtest.NumberIn("tru"), derived("n", term("co", "1"), term("tru", "-1")))
	both := scoringtest.LeafOf("1", &kinds.Ratio{Part: "tu", Of: "mau", IfZero: kinds.ZeroNone}, scoringtest.NumberIn("dat"), scoringtest.NumberIn("hong"), derived("tu", term("dat", "2")), derived("mau", term("tu", "1"), term("hong", "1")))
	rs := &scoring.RuleSet{ID: "thu", Total: scoringtest.Dec("4"), Rounding: scoring.Rounding{Places: 2}}
	for i, leaf := range []*scoring.Criterion{source, taken, less, both} {
		leaf.Number, leaf.Name = string(rune('1'+i)), "Tiêu chí "+string(rune('1'+i))
		rs.Criteria = append(rs.Criteria, *leaf)
	}
	rs.Settle()
	in := scoring.Submission{Answers: scoringtest.AnswersOf("1:a", "10", "1:b", "8", "2:d", "9", "3:co", "9", "3:tru", "3", "4:dat", "2", "4:hong", "6")}
	l, result := templates.NewLayout(rs), scoring.Score(rs, in)
	for number, want := range map[string]string{
		"2": "Số b (kê khai ở tiêu chí 1): thêm 1 → 1,00 (tối đa)",
		"3": "Số co: thêm 1 → 0,70; thêm 4 → 1,00 (tối đa)",
		"4": "“Số dat” có cả ở số được tính và ở số so sánh: thêm thì cả hai cùng đổi, không nêu riêng mức cần thêm.",
	} {
		if got := report.Needs(l, &in, &result, rs.Find(number)); got != want {
			t.Errorf("%s: %q, want %q", number, got, want)
		}
	}
}
