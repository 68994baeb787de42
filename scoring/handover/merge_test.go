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

var sameAnswers = cmp.Comparer(func(a, b expr.Answer) bool {
	_, bad := a.Bad()
	_, alsoBad := b.Bad()
	return bad && alsoBad || a.Equal(b)
})

func numberOf(text string) expr.Answer { return expr.NumberAnswer(scoringtest.Dec(text)) }

// someAnswer fills an input in with something that it may hold, or not quite.
func someAnswer(in expr.Input, r *rand.Rand) (expr.Answer, string) {
	switch {
	case r.IntN(25) == 0:
		return expr.BadAnswer(problem.New(problem.CellNotNumber, "", in.Label, "chưa có")), "chưa có"
	case in.IsChoice():
		return expr.OptionAnswer(1 + r.IntN(len(in.Options))), ""
	}
	return numberOf(fmt.Sprint(r.IntN(50))), ""
}

// wholeForm is a form of the 2023 set, filled in at random, with blanks.
func wholeForm(rs *scoring.RuleSet, r *rand.Rand) handover.Hand {
	whole := handover.Hand{Name: "ca-phieu.xlsx", Contact: "Nguyễn Văn An", UnitFixed: true, Raw: map[expr.Key]string{}, Submission: scoring.Submission{
		Unit: scoring.Unit{Code: "SM-A", Name: "Sở mẫu A", Block: "Sở", Ranked: true}, Exempt: []string{"5.5"},
		Answers: expr.Answers{}, Evidence: map[string]string{}, Justification: map[string]string{}}}
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			if r.IntN(8) > 0 {
				answer, raw := someAnswer(in, r)
				whole.Submission.Answers[leaf.Key(in.Name)] = answer
				if raw != "" {
					whole.Raw[leaf.Key(in.Name)] = raw
				}
			}
		}
		if r.IntN(2) == 0 {
			whole.Submission.Evidence[leaf.Number] = fmt.Sprintf("Báo cáo số %d\nngày %d/4", r.IntN(900), 1+r.IntN(28))
		}
		if r.IntN(5) == 0 {
			whole.Submission.Justification[leaf.Number] = "Đang hoàn thiện [xem 1.1]"
		}
	}
	return whole
}

// anyAssignment gives every area to somebody, and criteria below at any height to others, some to several.
func anyAssignment(rs *scoring.RuleSet, r *rand.Rand) handover.Assignment {
	var charges []handover.Charge
	departments := []string{"Văn phòng", "Phòng CCHC", "Phòng Tổ chức", "Thanh tra", "Chi cục A"}
	for node, parent := range rs.All() {
		if parent != nil && r.IntN(4) > 0 {
			continue
		}
		charge := handover.Charge{Number: node.Number}
		for range 1 + r.IntN(2) {
			if department := departments[r.IntN(len(departments))]; !slices.Contains(charge.Departments, department) {
				charge.Departments = append(charge.Departments, department)
			}
		}
		charges = append(charges, charge)
	}
	return handover.Assign(rs, charges)
}

// split parts a whole form by an assignment.
func split(rs *scoring.RuleSet, whole handover.Hand, assigned handover.Assignment) []handover.Hand {
	var hands []handover.Hand
	for i, department := range assigned.Departments() {
		part := handover.Hand{Name: fmt.Sprintf("%d.xlsx", i), Department: department, Assigned: assigned, Contact: whole.Contact,
			UnitFixed: true, Raw: map[expr.Key]string{}, Submission: whole.Submission}
		s := &part.Submission
		s.Answers, s.Evidence, s.Justification = expr.Answers{}, map[string]string{}, map[string]string{}
		for _, number := range assigned.Leaves(rs, department) {
			for key, answer := range whole.Submission.Answers {
				if key.Leaf == number {
					s.Answers[key] = answer
					part.Raw[key] = whole.Raw[key]
				}
			}
			s.Evidence[number], s.Justification[number] = whole.Submission.Evidence[number], whole.Submission.Justification[number]
		}
		hands = append(hands, part)
	}
	return hands
}

// TestMergedIsTheWhole: however a form is split and in whatever order its parts are merged, once or again, it comes out as it was.
func TestMergedIsTheWhole(t *testing.T) {
	rs := rulestest.LoadSet(t, "2023")
	r := rand.New(rand.NewPCG(9, 2023))
	for range 60 {
		assigned := anyAssignment(rs, r)
		whole := wholeForm(rs, r)
		hands := split(rs, whole, assigned)
		check := func(merged handover.Merged, problems []problem.Problem) handover.Hand {
			t.Helper()
			if len(problems)+len(merged.Conflicts) > 0 {
				t.Fatal(problems, merged.Conflicts)
			}
			if diff := cmp.Diff(whole.Submission, merged.Submission, sameAnswers, cmpopts.EquateEmpty()); diff != "" {
				t.Fatal(diff)
			}
			if diff := cmp.Diff(whole.Raw, merged.Raw); diff != "" || merged.Contact != whole.Contact {
				t.Fatal(diff, merged.Contact)
			}
			merged.Name = "ghep.xlsx"
			return merged.Hand
		}
		r.Shuffle(len(hands), func(i, j int) { hands[i], hands[j] = hands[j], hands[i] })
		merged := check(handover.Merge(rs, hands))
		check(handover.Merge(rs, append(hands, merged)))
		check(handover.Merge(rs, []handover.Hand{merged, hands[0]}))
	}
}

// twoHands are two departments that share 1.1, each with an answer and a text of its own.
func twoHands() (a, b handover.Hand) {
	shared := handover.Assignment{"1.1": {"Phòng A", "Phòng B"}, "1.2": {"Phòng B"}}
	unit := scoring.Unit{Code: "SM-A", Name: "Sở mẫu A"}
	key := expr.Key{Leaf: "1.1", Input: "a"}
	a = handover.Hand{Name: "a.xlsx", Department: "Phòng A", Assigned: shared, Contact: "An", Submission: scoring.Submission{Unit: unit,
		Answers: expr.Answers{key: numberOf("10")}, Evidence: map[string]string{"1.1": "Báo cáo 1\ncủa năm"}}}
	b = handover.Hand{Name: "b.xlsx", Department: "Phòng B", Assigned: shared, Contact: "Bình", Submission: scoring.Submission{Unit: unit,
		Answers: expr.Answers{key: numberOf("12")}, Evidence: map[string]string{"1.1": "Báo cáo 2", "1.2": "Công văn 3"}}}
	return a, b
}

// twoLeaves is the set for them.
func twoLeaves() *scoring.RuleSet {
	leaf := func(number string) scoring.Criterion {
		return scoring.Criterion{Number: number, Name: "Việc " + number, Max: scoringtest.Dec("1"), Rule: &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNotAssessed},
			Inputs: []expr.Input{{Name: "a", Label: "Tổng số", Kind: expr.NumberInput}, {Name: "b", Label: "Đã làm", Kind: expr.NumberInput}}}
	}
	return &scoring.RuleSet{ID: "thu", Total: scoringtest.Dec("2"), Rounding: scoring.Rounding{Places: 2},
		Criteria: []scoring.Criterion{{Number: "1", Name: "LĨNH VỰC", Max: scoringtest.Dec("2"), Children: []scoring.Criterion{leaf("1.1"), leaf("1.2")}}}}
}

// conflicts writes them as "1.1:a a.xlsx 10 ≠ b.xlsx 12 → b.xlsx".
func conflicts(m handover.Merged) []string {
	var lines []string
	for _, c := range m.Conflicts {
		var replies []string
		for _, reply := range c.Replies {
			in := expr.Input{}
			replies = append(replies, reply.Hand+" "+handover.AnswerWords(in, reply.Answer, reply.Raw))
		}
		lines = append(lines, c.Key.String()+" "+strings.Join(replies, " ≠ ")+" → "+c.Taken)
	}
	return lines
}

func TestAnswersThatDiffer(t *testing.T) {
	key := expr.Key{Leaf: "1.1", Input: "a"}
	unread := expr.BadAnswer(problem.New(problem.CellNotNumber, "", "Tổng số", "mười"))
	for _, c := range []struct {
		name   string
		change func(a, b *handover.Hand)
		want   []string
		answer expr.Answer
	}{
		{"stand both in the report, and the cell stays blank", func(a, b *handover.Hand) {}, []string{"1.1:a a.xlsx 10 ≠ b.xlsx 12 → "}, expr.Answer{}},
		{"the heavier hand decides", func(a, b *handover.Hand) { b.Weight = 1 }, []string{"1.1:a a.xlsx 10 ≠ b.xlsx 12 → b.xlsx"}, numberOf("12")},
		{"a blank does not contradict", func(a, b *handover.Hand) { delete(a.Submission.Answers, key); a.Weight = 1 }, nil, numberOf("12")},
		{"equal is equal, however it is written", func(a, b *handover.Hand) { a.Submission.Answers[key] = numberOf("12.0") }, nil, numberOf("12")},
		{"what cannot be read contradicts a number", func(a, b *handover.Hand) {
			a.Submission.Answers[key], a.Raw = unread, map[expr.Key]string{key: "mười"}
		}, []string{`1.1:a a.xlsx "mười" ≠ b.xlsx 12 → `}, expr.Answer{}},
		{"two that cannot be read, in different ways", func(a, b *handover.Hand) {
			a.Submission.Answers[key], a.Raw = unread, map[expr.Key]string{key: "mười"}
			b.Submission.Answers[key], b.Raw = unread, map[expr.Key]string{key: "chín"}
		}, []string{`1.1:a a.xlsx "mười" ≠ b.xlsx "chín" → `}, expr.Answer{}},
		{"a row that is gone says nothing", func(a, b *handover.Hand) { a.Submission.Answers[key] = unread }, nil, numberOf("12")},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := twoHands()
			c.change(&a, &b)
			m, problems := handover.Merge(twoLeaves(), []handover.Hand{b, a})
			if diff := cmp.Diff(c.want, conflicts(m)); diff != "" || len(problems) > 0 {
				t.Error(diff, problems)
			}
			if got := m.Submission.Answers[key]; !got.Equal(c.answer) {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestTextsOfSeveralAreJoined(t *testing.T) {
	a, b := twoHands()
	m, _ := handover.Merge(twoLeaves(), []handover.Hand{b, a})
	want := map[string]string{"1.1": "[Phòng A] Báo cáo 1\ncủa năm\n[Phòng B] Báo cáo 2", "1.2": "Công văn 3"}
	if diff := cmp.Diff(want, m.Submission.Evidence); diff != "" || m.Contact != "[Phòng A] An\n[Phòng B] Bình" {
		t.Error(diff, m.Contact)
	}
	merged := m.Hand
	merged.Name = "ghep.xlsx"
	for _, hands := range [][]handover.Hand{{merged}, {merged, a}, {b, merged}, {a, b, merged}} {
		again, _ := handover.Merge(twoLeaves(), hands)
		if diff := cmp.Diff(want, again.Submission.Evidence); diff != "" || again.Contact != m.Contact {
			t.Error(diff, again.Contact)
		}
	}
	merged.Submission.Evidence = map[string]string{"1.1": "Thêm sau\n" + want["1.1"], "1.2": "Công văn 3"}
	again, _ := handover.Merge(twoLeaves(), []handover.Hand{merged, a})
	if got := again.Submission.Evidence["1.1"]; got != want["1.1"]+"\n[ghep.xlsx] Thêm sau" {
		t.Errorf("a text written into the merged form: %q", got)
	}
	newer := a
	newer.Name, newer.Weight, newer.Submission.Evidence = "a (2).xlsx", 2, map[string]string{"1.1": "Báo cáo 1 bản sửa"}
	again, _ = handover.Merge(twoLeaves(), []handover.Hand{m.Hand, a, b, newer})
	if got := again.Submission.Evidence["1.1"]; got != "[Phòng A] Báo cáo 1 bản sửa\n[Phòng B] Báo cáo 2" {
		t.Errorf("the newer text of a department: %q", got)
	}
	newer = b
	newer.Name, newer.Weight, newer.Submission.Evidence = "b (2).xlsx", 2, map[string]string{"1.2": "Công văn 4"}
	again, _ = handover.Merge(twoLeaves(), []handover.Hand{m.Hand, newer})
	if got := again.Submission.Evidence["1.2"]; got != "Công văn 4" {
		t.Errorf("the newer text of the only department: %q", got)
	}
}

func TestUnitsMustBeTheSame(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(a, b *handover.Hand)
		want   []string
	}{
		{"the same but for case and spaces", func(a, b *handover.Hand) { b.Submission.Unit.Name = "SỞ  mẫu A" }, nil},
		{"one does not say", func(a, b *handover.Hand) { a.Submission.Unit = scoring.Unit{} }, nil},
		{"another code", func(a, b *handover.Hand) { b.Submission.Unit.Code = "SM-B" }, []string{"mã đơn vị “SM-A” (a.xlsx), “SM-B” (b.xlsx)"}},
		{"another name and block", func(a, b *handover.Hand) {
			a.Submission.Unit.Block, b.Submission.Unit = "Sở", scoring.Unit{Code: "SM-A", Name: "Sở mẫu B", Block: "Ban"}
		}, []string{"tên đơn vị “Sở mẫu A” (a.xlsx), “Sở mẫu B” (b.xlsx)", "khối “Sở” (a.xlsx), “Ban” (b.xlsx)"}},
		{"typed otherwise than fixed", func(a, b *handover.Hand) { b.UnitFixed = true; a.Submission.Unit.Name = "Sở mẫu C" },
			[]string{"tên đơn vị “Sở mẫu A” (b.xlsx), “Sở mẫu C” (a.xlsx)"}},
		{"fixed with other exemptions", func(a, b *handover.Hand) {
			a.UnitFixed, b.UnitFixed, b.Submission.Exempt = true, true, []string{"1.2"}
			a.Submission.Unit.Ranked = true
		}, []string{"danh sách tiêu chí không đánh giá “” (a.xlsx), “1.2” (b.xlsx)", "có xếp hạng hay không “có” (a.xlsx), “không” (b.xlsx)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := twoHands()
			c.change(&a, &b)
			_, problems := handover.Merge(twoLeaves(), []handover.Hand{b, a})
			var got []string
			for _, p := range problems {
				got = append(got, strings.Join(p.Args, " "))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestGapsSayWhoIsAsked(t *testing.T) {
	a, b := twoHands()
	gaps := func(hands ...handover.Hand) []string {
		m, _ := handover.Merge(twoLeaves(), hands)
		var lines []string
		for _, gap := range m.Gaps {
			lines = append(lines, fmt.Sprint(gap.Department, " ", gap.Came, " ", gap.Keys))
		}
		for _, department := range m.Absent(hands) {
			lines = append(lines, department+" absent")
		}
		return lines
	}
	b.Submission.Answers = nil
	for _, c := range []struct {
		name  string
		hands []handover.Hand
		want  []string
	}{
		{"both came", []handover.Hand{a, b}, []string{"Phòng A true [1.1:b]", "Phòng B true [1.1:b 1.2:a 1.2:b]"}},
		{"one did not", []handover.Hand{a}, []string{"Phòng A true [1.1:b]", "Phòng B false [1.1:b 1.2:a 1.2:b]", "Phòng B absent"}},
		{"a whole form says nothing of departments", []handover.Hand{{Name: "x", Submission: a.Submission}}, []string{" true [1.1:b 1.2:a 1.2:b]"}},
	} {
		if diff := cmp.Diff(c.want, gaps(c.hands...)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
