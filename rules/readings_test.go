package rules_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/rules"
)

// The letter of 2023 has rules that cannot be as printed. The set reads them one way or lets them stand with a reason; these
// edits take the readings and one acceptance back.
var undone = [][2]string{
	{"when: {answer: a, upTo: 4}", "when: {answer: a, below: 4}"},
	{"- {a: 4, b: 4, points: 2.5}", "- {a: 3, b: 3, points: 2.5}"},
	{"- {a: 4, b: 3, points: 0}", "- {a: 3, b: 2, points: 0}"},
	{"        accept:\n          - {code: sum-over-cap, reason: \"Nguồn in hai cặp mức 0,5 và 0 trong khi điểm tối đa là 0,5; tổng lấy không quá 0,5.\"}\n", ""},
	{"          \"1\": {label: Điểm đề nghị cho việc tham mưu cho UBND thành phố ban hành Quyết định phân cấp, kind: points}\n", ""},
	{"              - {max: 1.5, rule: {manual: {of: \"1\"}}}\n", ""},
	{"          - {\"1\": 1.5, \"2\": 1, \"3\": 1, \"4\": 1, points: 3}\n", "          - {\"2\": 1, \"3\": 1, \"4\": 1, points: 1.5}\n"},
	{"          - {\"1\": 0.75, \"2\": 1, \"3\": 0, \"4\": 1, points: 1.75}\n", "          - {\"2\": 1, \"3\": 0, \"4\": 1, points: 1}\n"},
	{"          - {\"1\": 0, \"2\": 0, \"3\": 0, \"4\": 0, points: 0}\n          - {\"2\": 1, \"3\": 1, \"4\": 1, state: awaiting}\n", "          - {\"2\": 0, \"3\": 0, \"4\": 0, points: 0}\n"},
}

func TestReadingsOf2023(t *testing.T) {
	data, err := os.ReadFile("hai-phong-so-nganh-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	open, accepted := proved(data)
	if len(open) > 0 {
		t.Errorf("the set has findings that nobody accepted:\n%s", strings.Join(open, "\n"))
	}
	wantAccepted := []string{
		"3.1: các phần cộng lại được 1 điểm, lớn hơn mức tối đa 0,5; phần vượt không được tính. [sum-over-cap]",
		"3.3.4: nguồn thiếu quy định (0,75 điểm, giữ chỗ để người thẩm định cho). [source-missing]",
		"3.4: nguồn thiếu quy định (4 điểm, giữ chỗ để người thẩm định cho). [source-missing]",
		"4.3: nguồn thiếu quy định (3 điểm, trong đó 1,5 điểm giữ chỗ để người thẩm định cho). [source-missing]",
	}
	if diff := cmp.Diff(wantAccepted, accepted); diff != "" {
		t.Errorf("accepted findings: %s", diff)
	}
	text := string(data)
	for _, edit := range undone {
		if strings.Count(text, edit[0]) != 1 {
			t.Fatalf("%q stands %d times in the set", edit[0], strings.Count(text, edit[0]))
		}
		text = strings.Replace(text, edit[0], edit[1], 1)
	}
	open, _ = proved([]byte(text))
	want := []string{
		"2.1.1: đúng 4 đề nghị (Số đề nghị xây dựng văn bản được Chủ tịch UBND thành phố phê duyệt trong năm) không thuộc trường hợp nào. [cases-gap]",
		"3.1: các phần cộng lại được 1 điểm, lớn hơn mức tối đa 0,5; phần vượt không được tính. [sum-over-cap]",
		"4.3: quy tắc cho nhiều nhất 1,5 điểm trong khi điểm tối đa là 3. [rule-reach]",
	}
	if diff := cmp.Diff(want, open); diff != "" {
		t.Errorf("with the readings undone: %s", diff)
	}
}

// proved words the findings of a set, those that somebody accepted apart.
func proved(data []byte) (open, accepted []string) {
	for _, finding := range rules.Decode("set.yaml", data).Proved().Findings {
		text := finding.Text() + " [" + string(finding.Code) + "]"
		if finding.Accepted != "" {
			accepted = append(accepted, text)
		} else {
			open = append(open, text)
		}
	}
	return open, accepted
}
