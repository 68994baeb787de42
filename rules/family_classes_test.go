package rules_test

import (
	"path/filepath"
	"strings"
	"testing"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/scoringtest"
)

// TestFamilyClasses holds classes of public schemes to results worked out by hand: answers as "leaf=points", yes and no as 1 and 2.
// The reason and what is lacking to the next class are given in part.
func TestFamilyClasses(t *testing.T) {
	tests := []struct{ file, answers, class, reason, next string }{
		{"v14", "1=95", "Hoàn thành xuất sắc nhiệm vụ", "", ""},
		{"v14", "1=89.5", "Hoàn thành tốt nhiệm vụ", "", "Để xếp loại Hoàn thành xuất sắc nhiệm vụ còn thiếu 0,50%: tương đương 0,50 điểm"},
		{"v14", "1=40", "", "", "Để xếp loại Hoàn thành nhiệm vụ còn thiếu 10,00%"},
		{"v15", "1=66 2=28 3=2", "Hoàn thành xuất sắc nhiệm vụ", "", ""},
		{"v15", "1=70 2=24 3=2", "Hoàn thành tốt nhiệm vụ", "đủ tỷ lệ của loại Hoàn thành xuất sắc nhiệm vụ nhưng mục 2 mới đạt 24,00 trên 30 điểm (80,00%), cần từ 85%", "Để xếp loại Hoàn thành xuất sắc nhiệm vụ mục 2 mới đạt"},
		{"v15", "1=70 2=30 3=1", "Không hoàn thành nhiệm vụ", "do “Bị kỷ luật trong năm” là “Có”, không tính theo điểm", ""},
		{"v15", "1=20 2=20 3=2", "Không hoàn thành nhiệm vụ", "", "Để xếp loại Hoàn thành nhiệm vụ còn thiếu 10,00%: tương đương 10,00 điểm"},
		{"v15", "1=70 2=30", "", "chưa xếp loại được: chưa biết “Bị kỷ luật trong năm” là “Có”", ""},
		{"v20", "1=8 2=32 3=40 4=2", "Đạt chuẩn", "", ""},
		{"v20", "1=4 2=40 3=50 4=2", "Chưa đạt chuẩn", "mục 1 mới đạt 4,00 trên 10 điểm (40,00%), cần từ 50%", "Để xếp loại Đạt chuẩn mục 1"},
		{"v20", "1=10 2=40 3=50 4=1", "Chưa đạt chuẩn", "đủ tỷ lệ của loại Đạt chuẩn nhưng không thỏa điều kiện “Có cán bộ chủ chốt bị xử lý kỷ luật” là “Không”", "Để xếp loại Đạt chuẩn không thỏa"},
		{"v20", "1=10 2=40 3=50", "", "chưa xếp loại được: đủ tỷ lệ của loại Đạt chuẩn nhưng chưa biết", ""},
		{"v20", "1=4 2=35 3=40 4=2", "Chưa đạt chuẩn", "", "còn thiếu 1,00%: tương đương 1,00 điểm; mục 1 mới đạt"},
		{"v33", "1=90", "5 sao", "", ""},
		{"v33", "1=89.99", "4 sao", "", "Để xếp loại 5 sao còn thiếu 0,01%: tương đương 0,01 điểm"},
		{"v33", "1=29", "1 sao", "", "Để xếp loại 2 sao còn thiếu 1,00%"},
		{"v35", "1=20 2=60", "Tốt", "", "Để xếp loại Xuất sắc còn thiếu 10,00%"},
		{"v35", "1=20 2=45", "Khá", "", "Để xếp loại Tốt còn thiếu 15,00%"},
		{"v35", "1=0 2=34.5", "Kém", "", "Để xếp loại Yếu còn thiếu 0,50%"},
		{"l07", "1.1=1 1.2=17 2.1=4 2.2=50", "Excellent", "", ""},
		{"l07", "1.1=1 1.2=17 2.1=3 2.2=60", "Very Good", "mục 2.1 mới đạt 3,00 trên 9 điểm (33,33%), cần từ 4 điểm", "Để xếp loại Excellent mục 2.1"},
		{"l07", "1.1=0 1.2=17 2.1=9 2.2=60", "Good", "đủ tỷ lệ của loại Excellent nhưng mục 1.1 mới đạt 0,00", "Để xếp loại Very Good mục 1.1"},
		{"l07", "1.1=0 1.2=0 2.1=9 2.2=20", "", "", "Để xếp loại Pass còn thiếu 1,00%"},
		{"l08", "1=85", "Outstanding", "", ""},
		{"l08", "1=69.99", "Very Good", "", "còn thiếu 0,01%"},
		{"l08", "1=29.99", "", "", "Để xếp loại Pass còn thiếu 0,01%"},
	}
	for _, test := range tests {
		t.Run(test.file+" "+test.answers, func(t *testing.T) {
			rs := familySet(t, filepath.Join("../testdata/family/classes", test.file+".yaml"))
			in := scoring.Submission{Answers: answersTo(t, rs, test.answers)}
			r := scoring.Score(rs, in)
			got := r.Class(r.Self, r.Hurdles)
			if got.Name != test.class || !strings.Contains(got.Reason, test.reason) || (test.reason == "") != (got.Reason == "") {
				t.Errorf("%q because %q, want %q because %q", got.Name, got.Reason, test.class, test.reason)
			}
			if !strings.Contains(got.Next, test.next) || (test.next == "") != (got.Next == "") {
				t.Errorf("next: %q, want %q", got.Next, test.next)
			}
		})
	}
}

// answersTo reads "1=66 3=2": a number for a leaf that asks for one, else the option by its place.
func answersTo(t *testing.T, rs *scoring.RuleSet, text string) expr.Answers {
	t.Helper()
	answers := expr.Answers{}
	for part := range strings.FieldsSeq(text) {
		number, value, _ := strings.Cut(part, "=")
		leaf := rs.Find(number)
		key := leaf.Key(leaf.Inputs[0].Name)
		answers[key] = expr.NumberAnswer(scoringtest.Dec(value))
		if leaf.Inputs[0].IsChoice() {
			answers[key] = expr.OptionAnswer(int(scoringtest.Dec(value).IntPart()))
		}
	}
	return answers
}
