package reading

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/scoring/scoringtest"
)

func asked() []expr.Input {
	count := scoringtest.NumberIn("n")
	count.Unit = "tin, bài"
	return []expr.Input{scoringtest.NumberIn("a"), scoringtest.NumberIn("b"), scoringtest.NumberIn("c"), count, scoringtest.YesNoIn("k"),
		{Name: "muc", Label: "Mức thực hiện", Kind: expr.ChoiceInput}}
}

// TestReadingForgives: what people do to a sentence changes nothing. Each is held to what the plain one describes.
func TestReadingForgives(t *testing.T) {
	for _, test := range []struct{ name, plain, typed string }{
		{"capitals, blanks, signs", "Điểm = b/a × 2.\nNếu b/a dưới 80%: 0 điểm.\nKhi a = 0: không đánh giá.", "  ĐIỂM =  b / a x2\n\nnếu tỷ lệ B/A < 0.8 thì điểm đánh giá là 0\n- Khi a=0: Không đánh giá"},
		{"the maximum in words", "Điểm = b/a × 2.\nKhi a = 0: 0 điểm.", "Điểm = (b/a) * điểm tối đa\nKhi a = 0: 0 điểm"},
		{"weights", "Điểm = (b + c × 0,5)/a × 2.\nKhi a = 0: đạt điểm tối đa (2 điểm).", "điểm = (b + c*50%) / a * 2,0\nKhi a = 0: đạt điểm tối đa"},
		{"bands by signs", "Xét tỷ lệ b/a.\nTừ 80% trở lên: 2 điểm.\nTừ 50% đến dưới 80%: 1 điểm.\nDưới 50%: 0 điểm.\nKhi a = 0: 0 điểm.",
			"Xét tỉ lệ b/a\n≥ 80 %: 2\n• từ 0,5 - dưới 0,8: 1 đ\n< 50%: 0;\nKhi a = 0: 0"},
		{"bands of a number", "Xét theo “Số n”:\nTừ 200 tin, bài trở lên: 2 điểm.\nTrên 12 đến dưới 200 tin, bài: 1 điểm.\nTừ 12 tin, bài trở xuống: 0 điểm.",
			"xét theo n\n≥200: 2\n> 12 đến dưới 200: 1\n≤ 12: 0"},
		{"levels", "Mức 1 – Đầy đủ: 2 điểm.\nMức 2 – Thiếu: 0 điểm.", "mức 1: Đầy đủ: 2\nMỨC 2 - Thiếu : 0,0 điểm;"},
		{"yes and no", "Việc k: Có – 2 điểm; Không – 0 điểm.", "- việc k: có: 2, không: 0"},
		{"count", "Số n: mỗi tin, bài được 0,5 điểm.\nTổng cộng không quá 2 điểm.", "Số n: mỗi tin, bài 0.5 điểm"},
		{"cases without indents", "Áp dụng trường hợp đầu tiên đúng trong các trường hợp sau:\nTrường hợp 1 – “Số a” từ 5 trở lên và “Việc k” là “Có”:\n  2 điểm.\nCác trường hợp còn lại:\n  0 điểm.",
			"Áp dụng trường hợp đầu tiên đúng:\nTrường hợp 1: a ≥ 5 và k là Có\n2\nTrường hợp khác\n0 điểm"},
		{"a sum", "Cộng điểm các phần sau, không quá 2 điểm:\n(1) Việc k: Có – 1 điểm; Không – 0 điểm.\n(2) Tối đa 1 điểm. 0,5 điểm.", "Cộng các phần sau\n(1)Việc k: Có - 1; Không - 0\n(2) tối đa 1 điểm: 0,5"},
	} {
		t.Run(test.name, func(t *testing.T) {
			want := read(t, test.plain)
			for name, typed := range map[string]string{"typed": test.typed, "decomposed": norm.NFD.String(test.typed), "windows": strings.ReplaceAll(test.typed, "\n", "\r\n")} {
				if got := read(t, typed); got != want {
					t.Errorf("%s: read as\n%s\nwant\n%s", name, got, want)
				}
			}
		})
	}
}

// read gives the rule of statements as text.
func read(t *testing.T, statements string) string {
	t.Helper()
	rule, inputs, problems := Rule(statements, asked(), scoringtest.Dec("2"))
	for _, p := range problems {
		t.Errorf("%s", p.Text())
	}
	if rule == nil {
		return ""
	}
	return strings.Join(flat(&scoring.Criterion{Rule: rule, Inputs: inputs}), "\n")
}

// TestReadingNames: what is not understood is named with its line, and no rule comes of it.
func TestReadingNames(t *testing.T) {
	for _, test := range []struct {
		name, typed string
		want        problem.Code
		line        string
	}{
		{"nothing", "", problem.StatementNone, "1"},
		{"an unknown word", "Điểm = b/a × 2.\nNếu b/a thấp: 0 điểm.\nKhi a = 0: 0 điểm.", problem.StatementUnknown, "2"},
		{"an unknown name", "Điểm = d/a × 2.\nKhi a = 0: 0 điểm.", problem.StatementUnknown, "1"},
		{"another maximum", "Điểm = b/a × 3.\nKhi a = 0: 0 điểm.", problem.StatementMax, "1"},
		{"a legend of another label", "Điểm = b/a × 2. Trong đó: a là “Số khác”.\nKhi a = 0: 0 điểm.", problem.StatementLabel, "1"},
		{"no zero", "Điểm = b/a × 2.", problem.StatementZero, "1"},
		{"a gap", "Xét tỷ lệ b/a.\nTừ 80% trở lên: 2.\nTừ 50% đến dưới 75%: 1.\nDưới 50%: 0.\nKhi a = 0: 0.", problem.StatementGap, "3"},
		{"no else", "Xét tỷ lệ b/a.\nTừ 80% trở lên: 2.\nKhi a = 0: 0.", problem.StatementNoElse, "1"},
		{"something behind it", "2 điểm.\nTrừ khi bận.", problem.StatementUnknown, "2"},
		{"a condition", "Áp dụng trường hợp đầu tiên đúng:\nTrường hợp 1 – trời mưa:\n0", problem.StatementCondition, "2"},
		{"a mixed condition", "Áp dụng trường hợp đầu tiên đúng:\nTrường hợp 1 – a từ 1 và b từ 1 hoặc c từ 1:\n0", problem.StatementCondition, "2"},
		{"a number that is none", "Điểm = b/a × 2,5,5.\nKhi a = 0: 0.", problem.StatementUnknown, "1"},
		{"rules without end", strings.Repeat("Cộng các phần sau\n(1) ", 20) + "2", problem.StatementDeep, "7"},
	} {
		t.Run(test.name, func(t *testing.T) {
			rule, _, problems := Rule(test.typed, asked(), scoringtest.Dec("2"))
			if rule != nil || len(problems) == 0 || problems[0].Code != test.want || problems[0].Path != test.line {
				t.Errorf("a rule %v with %v, want %s at line %s", rule, problems, test.want, test.line)
			}
		})
	}
}

// FuzzRule: whatever is typed, nothing panics or hangs, and what is read describes itself so that it is read again as the same.
func FuzzRule(f *testing.F) {
	for seed := range uint64(40) {
		r := scoringtest.NewRandom(seed)
		rule, inputs := r.Rule(scoringtest.Dec("2"))
		f.Add(strings.Join(scoringtest.LeafOf("2", rule, inputs...).Describe(), "\n"))
	}
	f.Add("Điểm = (b + c x 0,5)/a * điểm tối đa\nKhi a=0: không đánh giá")
	f.Fuzz(func(t *testing.T, typed string) {
		rule, inputs, problems := Rule(typed, asked(), scoringtest.Dec("2"))
		if (rule == nil) == (len(problems) == 0) {
			t.Fatalf("a rule %v with %v", rule, problems)
		}
		if rule == nil {
			return
		}
		if leaf := scoringtest.LeafOf("2", rule, inputs...); leaf.Placed().Sound() {
			holdLaw(t, leaf)
		}
	})
}
