package handover_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"cchc/rules/rulestest"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
	"cchc/scoring/scoringtest"
)

// corrected2023 is the 2023 set corrected: 5.2 dropped with what follows it moved up, a level added in 1.2, a slip put right in the name
// of 2.3.1, the inputs of 1.3.2 in another order, and area 3 with 4 changed over. Renumbered criteria say what they were.
func corrected2023(t *testing.T) *scoring.RuleSet {
	t.Helper()
	rs := rulestest.LoadSet(t, "2023")
	area := rs.Find("5")
	at := slices.IndexFunc(area.Children, func(c scoring.Criterion) bool { return c.Number == "5.2" })
	area.Children = slices.Delete(area.Children, at, at+1)
	for i := at; i < len(area.Children); i++ {
		moveTo(&area.Children[i], fmt.Sprintf("5.%d", i+1))
	}
	levels := rs.Find("1.2")
	levels.Inputs[0].Options = slices.Insert(slices.Clone(levels.Inputs[0].Options), 1, "Chậm một lần")
	levels.Rule = &kinds.Levels{Of: "muc", Points: slices.Insert(slices.Clone(levels.Rule.(*kinds.Levels).Points), 1, scoringtest.Dec("0.25"))}
	rs.Find("2.3.1").Name += " (sửa)"
	slices.Reverse(rs.Find("1.3.2").Inputs)
	rs.Criteria[2], rs.Criteria[3] = rs.Criteria[3], rs.Criteria[2]
	moveTo(&rs.Criteria[2], "3")
	moveTo(&rs.Criteria[3], "4")
	return rs
}

// moveTo renumbers a criterion and says what it was.
func moveTo(c *scoring.Criterion, number string) {
	if c.Was == "" {
		c.Was = scoring.Was(c.Number)
	}
	rulestest.Renumber(c, number)
}

// filledIn counts everything that stands in a form.
func filledIn(hand handover.Hand) int {
	s := hand.Submission
	return len(s.Answers) + len(s.Evidence) + len(s.Justification) + len(s.Exempt)
}

// TestCarriedAndOrphanedIsFilled: from 2023 to an edited copy and back nothing is lost, and what was carried there and back is
// where it was.
func TestCarriedAndOrphanedIsFilled(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 23))
	old, now := rulestest.LoadSet(t, "2023"), corrected2023(t)
	for range 40 {
		hand := wholeForm(old, r)
		there, refused := handover.Carry(old, now, nil, hand, handover.CarryOptions{})
		if refused != nil {
			t.Fatal(refused.Text())
		}
		accounted(t, hand, there)
		half := handover.Hand{Submission: there.Submission, Raw: there.Raw}
		back, _ := handover.Carry(now, old, nil, half, handover.CarryOptions{})
		accounted(t, half, back)
		if lost := back.Unplaced(); len(lost) > 0 {
			t.Fatalf("lost on the way back: %+v", lost)
		}
		for key, answer := range back.Submission.Answers {
			if diff := cmp.Diff(hand.Submission.Answers[key], answer, sameAnswers); diff != "" {
				t.Fatalf("%s: %s", key, diff)
			}
		}
		for _, item := range there.Unplaced() {
			if !strings.HasPrefix(item.From, "5.2") && item.From != "1.2:muc" {
				t.Fatalf("no place for %+v", item)
			}
		}
	}
}

func accounted(t *testing.T, from handover.Hand, c handover.Carryover) {
	t.Helper()
	carried := filledIn(handover.Hand{Submission: c.Submission})
	if got := carried + len(c.Unplaced()); got != filledIn(from) || len(c.Items) != got {
		t.Fatalf("carried %d + orphaned %d of %d filled, %d items", carried, len(c.Unplaced()), filledIn(from), len(c.Items))
	}
}

func TestWhereAnAnswerGoes(t *testing.T) {
	c, _ := handover.Carry(rulestest.LoadSet(t, "2023"), corrected2023(t), nil, wholeForm(rulestest.LoadSet(t, "2023"), rand.New(rand.NewPCG(1, 1))), handover.CarryOptions{})
	for from, want := range map[string]string{
		"1.1": "1.1", "5.1.1": "5.1.1", "5.9": "5.8", "5.4.1": "5.3.1", "5.5.2": "5.4.2", "3.1": "4.1", "3.3.1": "4.3.1", "4.1": "3.1", "2.3.1": "2.3.1", "5.2": "",
	} {
		if got := c.Leaves[from]; got != want {
			t.Errorf("%s became %q, want %q", from, got, want)
		}
	}
	if want := []expr.Key{}; !cmp.Equal(c.Fresh, want, cmpopts.EquateEmpty()) {
		t.Errorf("fresh: %v", c.Fresh)
	}
}

// TestSimilarNamesAreNotMixedUp: a criterion is dropped, the next one takes its number, and nobody says what it was.
func TestSimilarNamesAreNotMixedUp(t *testing.T) {
	names := func(list ...string) *scoring.RuleSet {
		rs := &scoring.RuleSet{ID: "thu-2023", Previous: "thu-2022"}
		for i, name := range list {
			rs.Criteria = append(rs.Criteria, scoring.Criterion{Number: fmt.Sprint(i + 1), Name: name, Max: scoringtest.Dec("1"), Rule: &kinds.Manual{Of: "diem"},
				Inputs: []expr.Input{{Name: "diem", Label: "Điểm", Kind: expr.PointsInput}}})
		}
		return rs
	}
	for _, c := range []struct {
		name     string
		old, now []string
		want     map[string]string
	}{
		{"the next one moved up", []string{"Thực hiện chế độ báo cáo quý", "Thực hiện chế độ báo cáo năm"}, []string{"Thực hiện chế độ báo cáo năm"},
			map[string]string{"2": "1"}},
		{"a slip put right", []string{"Thực hiện chế độ báo cáo định kì", "Khác hẳn"}, []string{"Thực hiện chế độ báo cáo định kỳ", "Khác hẳn"},
			map[string]string{"1": "1", "2": "2"}},
		{"another thing under the same number", []string{"Kiểm tra"}, []string{"Tuyên truyền"}, map[string]string{}},
		{"a name that stands twice", []string{"Mở đầu", "Kết quả", "Kết quả"}, []string{"Kết quả"}, map[string]string{}},
		{"a name that stands twice, once put in", []string{"Kết quả", "Mở đầu", "Kết quả"}, []string{"Kết quả", "Kết quả"}, map[string]string{"1": "1"}},
		{"somewhat like it", []string{"Kiểm tra công tác văn thư"}, []string{"Kiểm tra công tác tổ chức"}, map[string]string{}},
		{"like two new ones", []string{"Báo cáo quý ba của sở"}, []string{"Báo cáo quý một của sở", "Báo cáo quý hai của sở"}, map[string]string{}},
		{"a slip put right in what moved up is not guessed at", []string{"Báo cáo quý một của sở", "Báo cáo quý hai của sở"}, []string{"Báo cáo quý hai của Sở,"},
			map[string]string{}},
		{"like two", []string{"Báo cáo quý một của sở", "Báo cáo quý hai của sở"}, []string{"Báo cáo quý ba của sở"}, map[string]string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, refused := handover.Carry(names(c.old...), names(c.now...), nil, handover.Hand{}, handover.CarryOptions{})
			if diff := cmp.Diff(c.want, got.Leaves, cmpopts.EquateEmpty()); diff != "" || refused != nil {
				t.Error(diff, refused)
			}
		})
	}
}

func TestWhatAnswersMean(t *testing.T) {
	choice := func(options ...string) []expr.Input {
		return []expr.Input{{Name: "muc", Label: "Mức", Kind: expr.ChoiceInput, Options: options}}
	}
	number := func(name, label, unit string) expr.Input {
		return expr.Input{Name: name, Label: label, Unit: unit, Kind: expr.NumberInput}
	}
	points := []expr.Input{{Name: "diem", Label: "Điểm", Kind: expr.PointsInput}}
	ruleOne, two := map[string]expr.Answer{"a": numberOf("7")}, map[string]expr.Answer{"muc": expr.OptionAnswer(2)}
	for _, c := range []struct {
		name     string
		old, now []expr.Input
		max      string
		given    map[string]expr.Answer
		keep     bool
		want     string
	}{
		{"the same", []expr.Input{number("a", "Tổng số", "việc")}, []expr.Input{number("a", "Tổng số", "Việc")}, "1", ruleOne, false, "1:a → 1:a 7"},
		{"another label", []expr.Input{number("a", "Tổng số", "")}, []expr.Input{number("a", "Tổng số việc", "")}, "1", ruleOne, false,
			"1:a → 1:a 7 (tên số liệu đã đổi thành “Tổng số việc”: kiểm tra lại)"},
		{"labels changed over", []expr.Input{number("a", "Tổng số", ""), number("b", "Đã làm", "")},
			[]expr.Input{number("a", "Đã làm", ""), number("b", "Tổng số", "")}, "1", ruleOne, false, "1:a → 1:b 7"},
		{"the label went to nothing of this name", []expr.Input{number("a", "Tổng số", ""), number("b", "Đã làm", "")},
			[]expr.Input{number("a", "Đã làm", "")}, "1", ruleOne, false, "1:a →  7 (tiêu chí không còn hỏi số liệu này)"},
		{"another unit", []expr.Input{number("a", "Tổng số", "việc")}, []expr.Input{number("a", "Tổng số", "%")}, "1", ruleOne, false,
			"1:a →  7 (đơn vị tính đã đổi: trước là “việc”, nay là “%”)"},
		{"another kind", choice("Tốt", "Kém"), []expr.Input{{Name: "muc", Label: "Mức", Kind: expr.YesNoInput, Options: kinds.YesNoOptions()}},
			"1", two, false, "1:muc →  Kém (cách kê khai số liệu này đã khác)"},
		{"options in another order", choice("Tốt", "Kém"), choice("Kém", "TỐT"), "1", two, false, "1:muc → 1:muc Kém=1"},
		{"an option more", choice("Tốt", "Kém"), choice("Tốt", "Vừa", "Kém"), "1", two, false, "1:muc →  Kém (các mức để chọn đã đổi) còn"},
		{"an option more, kept", choice("Tốt", "Kém"), choice("Tốt", "Vừa", "Kém"), "1", two, true, "1:muc → 1:muc Kém=3 (các mức để chọn đã đổi: kiểm tra lại)"},
		{"the option is gone, kept", choice("Tốt", "Kém"), choice("Tốt", "Vừa"), "1", two, true, "1:muc →  Kém (các mức để chọn đã đổi: kiểm tra lại)"},
		{"points of another maximum", points, points, "2", map[string]expr.Answer{"diem": numberOf("0.5")}, false,
			"1:diem →  0,5 (điểm tối đa của tiêu chí đã đổi: trước là 1, nay là 2)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			set := func(max string, inputs []expr.Input) *scoring.RuleSet {
				return &scoring.RuleSet{ID: "thu", Criteria: []scoring.Criterion{{Number: "1", Name: "Việc", Max: scoringtest.Dec(max), Inputs: inputs, Rule: &kinds.Manual{}}}}
			}
			hand := handover.Hand{Submission: scoring.Submission{Answers: expr.Answers{}}}
			for name, answer := range c.given {
				hand.Submission.Answers[expr.Key{Leaf: "1", Input: name}] = answer
			}
			got, _ := handover.Carry(set("1", c.old), set(c.max, c.now), nil, hand, handover.CarryOptions{KeepOptions: c.keep})
			if diff := cmp.Diff(c.want, told(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// told writes the items of a carryover.
func told(c handover.Carryover) string {
	var lines []string
	for _, item := range c.Items {
		line := fmt.Sprintf("%s → %s %s", item.From, item.To, item.Text)
		if key, ok := expr.ParseKey(item.To); ok {
			if option, ok := c.Submission.Answers[key].Option(); ok {
				line += fmt.Sprintf("=%d", option)
			}
		}
		if item.Why != "" {
			line += " (" + item.Why + ")"
		}
		if item.Offered {
			line += " còn"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestCarryOverTheYears(t *testing.T) {
	old, next := rulestest.LoadSet(t, "2023"), rulestest.NextYear(t)
	next.Year = 2024
	head := &next.Criteria[0]
	head.Children = append(head.Children, scoring.Criterion{Number: "1.8", Name: "Việc mới", Max: scoringtest.Dec("1"), Was: scoring.NoPrevious,
		Rule: &kinds.Manual{Of: "diem"}, Inputs: []expr.Input{{Name: "diem", Label: "Điểm", Kind: expr.PointsInput}}})
	last := scoring.RuleSet{ID: "hai-phong-so-nganh-2025", Year: 2025, Previous: next.ID, Criteria: next.Criteria}
	hand := wholeForm(old, rand.New(rand.NewPCG(3, 3)))
	c, refused := handover.Carry(old, &last, []*scoring.RuleSet{next}, hand, handover.CarryOptions{Fill: true})
	if refused != nil || len(c.Unplaced()) > 0 {
		t.Fatal(refused, c.Unplaced())
	}
	if diff := cmp.Diff([]expr.Key{{Leaf: "1.8", Input: "diem"}}, c.Fresh); diff != "" {
		t.Error(diff)
	}
	exempt := handover.Hand{Submission: scoring.Submission{Exempt: []string{"1", "2"}}}
	left, _ := handover.Carry(old, next, nil, exempt, handover.CarryOptions{})
	const why = " (thuộc năm trước: lấy theo danh sách đơn vị của năm nay (--units))"
	if want := "1 →  không đánh giá" + why + "\n2 →  không đánh giá" + why; told(left) != want || left.Submission.Exempt != nil {
		t.Errorf("exempt areas: %s", told(left))
	}
	later := scoring.RuleSet{ID: "hai-phong-so-nganh-2023-sua", Year: old.Year, Previous: old.Previous, Criteria: next.Criteria}
	grown, _ := handover.Carry(old, &later, nil, exempt, handover.CarryOptions{})
	if want := "1 → 1 không đánh giá (trong đó có tiêu chí mới, cũng không đánh giá theo: kiểm tra lại)\n2 → 2 không đánh giá"; told(grown) != want {
		t.Errorf("exempt areas of an edition: %s", told(grown))
	}
	if _, refused := handover.Carry(old, &last, nil, hand, handover.CarryOptions{}); refused == nil || refused.Code != problem.CarryUnrelated {
		t.Errorf("sets that are not related: %v", refused)
	}
}

func TestAppraisalsAreListedAndNotCarried(t *testing.T) {
	rs := rulestest.LoadSet(t, "2023")
	hand := handover.Hand{Submission: scoring.Submission{Appraisal: &scoring.Appraisal{Done: true,
		Answers: expr.Answers{{Leaf: "1.1", Input: "b"}: numberOf("8")},
		Set:     map[string]scoring.Verdict{"1.2": {NotAssessed: true}, "1.1": {Points: scoringtest.Dec("1.25")}},
		Reasons: map[string]string{"1.1": "Thiếu hồ sơ"}}}}
	c, _ := handover.Carry(rs, rs, nil, hand, handover.CarryOptions{})
	const why = " (phần thẩm định không chuyển: thẩm định lại sau khi chấm)"
	want := strings.Join([]string{"1.1:b →  số liệu thẩm định: 8" + why, "1.1 →  điểm ấn định: 1,25" + why,
		"1.1 →  lý do thẩm định: Thiếu hồ sơ" + why, "1.2 →  điểm ấn định: KĐG" + why}, "\n")
	if diff := cmp.Diff(want, told(c)); diff != "" || c.Submission.Appraisal != nil {
		t.Error(diff)
	}
}
