package compare_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"cchc/rules/rulestest"
	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
	"cchc/scoring/scoringtest"
)

// lines says everything that changed: a line for each class without details, and one for each detail.
func lines(changes compare.Changes) []string {
	var all []string
	for _, detail := range changes.Set {
		all = append(all, string(detail.Class)+" "+detail.Path+" "+detail.String())
	}
	for _, row := range changes.Rows {
		for _, class := range row.Classes {
			if class == compare.ClassNew || class == compare.ClassDropped {
				all = append(all, string(class)+" "+row.Criterion().Number)
			}
		}
		for _, detail := range row.Details {
			all = append(all, string(detail.Class)+" "+detail.Path+" "+detail.String())
		}
	}
	return all
}

func TestASetAgainstItself(t *testing.T) {
	rs := rulestest.LoadSet(t, "2023")
	changes, _ := compare.Diff(rs, rs)
	if !changes.Empty() || len(changes.Proposals) > 0 || len(lines(changes)) > 0 {
		t.Errorf("changed: %q", lines(changes))
	}
	for _, row := range changes.Rows {
		if row.Letter != (compare.Letter{}) {
			t.Errorf("%s: the letter would say %+v of a set against itself", row.Number(), row.Letter)
		}
	}
	if len(changes.Remarks) != 1 || changes.Remarks[0].Code != problem.DiffSame {
		t.Errorf("remarks: %v", changes.Remarks)
	}
}

func TestANewYearWithoutAChange(t *testing.T) {
	after := rulestest.NextYear(t)
	after.Year, after.Basis = 2024, "Quyết định số 1/QĐ-UBND"
	changes, _ := compare.Diff(rulestest.LoadSet(t, "2023"), after)
	want := []string{
		"basis year Năm: 2023 → 2024",
		"basis basis Căn cứ pháp lý: Quyết định số 1219/QĐ-UBND ngày 10/5/2023 của Ủy ban nhân dân thành phố Hải Phòng → Quyết định số 1/QĐ-UBND",
	}
	if diff := cmp.Diff(want, lines(changes)); diff != "" || len(changes.Remarks) > 0 {
		t.Error(diff, changes.Remarks)
	}
	if len(changes.Summary.Points) > 0 || len(changes.Summary.Content) > 0 || len(changes.Summary.Classes) > 0 {
		t.Errorf("counted: %+v", changes.Summary)
	}
}

func ruleOf[R kinds.Rule](rs *scoring.RuleSet, number string) R { return rs.Find(number).Rule.(R) }

func child(rs *scoring.RuleSet, number string) *[]scoring.Criterion { return &rs.Find(number).Children }

func TestEachChangeIsFoundAndNothingElse(t *testing.T) {
	before := rulestest.LoadSet(t, "2023")
	const legend = "Trong đó: a là “Số nhiệm vụ đề ra theo kế hoạch”; b là “Số nhiệm vụ đã hoàn thành”."
	for _, c := range []struct {
		name string
		edit func(rs *scoring.RuleSet)
		want []string
	}{
		{"renamed", func(rs *scoring.RuleSet) { rs.Find("1.1").Name = "Kế hoạch CCHC" },
			[]string{"renamed 1.1.name Tên: Thực hiện Kế hoạch CCHC → Kế hoạch CCHC"}},
		{"maximum", func(rs *scoring.RuleSet) { rs.Find("1.3").Max = scoringtest.Dec("1.5") },
			[]string{"max 1.3.max Điểm tối đa: 2 → 1,5"}},
		{"text", func(rs *scoring.RuleSet) { rs.Find("3.6").Text = "Có ban hành: 1" },
			[]string{"text 3.6.text Nội dung quy định: Có ban hành: 1\nKhông ban hành: 0 → Có ban hành: 1"}},
		{"minimum ratio", func(rs *scoring.RuleSet) { ruleOf[*kinds.Ratio](rs, "1.1").AtLeast = scoringtest.Opt("0.7") },
			[]string{"rule 1.1.rule.ratio.atLeast Tỷ lệ tối thiểu: 80% → 70%"}},
		{"no minimum ratio", func(rs *scoring.RuleSet) { ruleOf[*kinds.Ratio](rs, "1.1").AtLeast = decimal.NullDecimal{} },
			[]string{"rule 1.1.rule.ratio.atLeast Tỷ lệ tối thiểu: bỏ “80%”"}},
		{"zero rule", func(rs *scoring.RuleSet) { ruleOf[*kinds.Ratio](rs, "1.3.2").IfZero = kinds.ZeroNotAssessed },
			[]string{"rule 1.3.2.rule.ratio.ifZero Khi mẫu số bằng 0: đạt điểm tối đa → không đánh giá"}},
		{"weight", func(rs *scoring.RuleSet) {
			ruleOf[*kinds.Ratio](rs, "1.3.2").Parts[1].Weight = scoringtest.Dec("0.4")
		},
			[]string{"rule 1.3.2.rule.ratio.parts[1].weight Phần đạt được 2, hệ số: 0,5 → 0,4"}},
		{"edge of a band", func(rs *scoring.RuleSet) { ruleOf[*kinds.Bands](rs, "1.3.1").Steps[1].From = scoringtest.Opt("0.25") },
			[]string{"rule 1.3.1.rule.bands.steps[1].from Bậc 2, từ: 20% → 25%"}},
		{"open edge of a band", func(rs *scoring.RuleSet) {
			step := &ruleOf[*kinds.Bands](rs, "1.3.1").Steps[1]
			step.From, step.Above = step.Above, step.From
		}, []string{"rule 1.3.1.rule.bands.steps[1].from Bậc 2, từ: bỏ “20%”", "rule 1.3.1.rule.bands.steps[1].above Bậc 2, trên: thêm “20%”"}},
		{"points of a band", func(rs *scoring.RuleSet) { ruleOf[*kinds.Bands](rs, "7.3").Steps[2].Points = scoringtest.Dec("0.1") },
			[]string{"rule 7.3.rule.bands.steps[2].points Bậc 3, điểm: 0,2 → 0,1"}},
		{"edge of a count", func(rs *scoring.RuleSet) { ruleOf[*kinds.Bands](rs, "7.3").Steps[0].From = scoringtest.Opt("250") },
			[]string{"rule 7.3.rule.bands.steps[0].from Bậc 1, từ: 200 → 250"}},
		{"a band put in", func(rs *scoring.RuleSet) {
			r := ruleOf[*kinds.Bands](rs, "1.3.1")
			r.Steps = slices.Insert(r.Steps, 1, kinds.Band{From: scoringtest.Opt("0.25"), Points: scoringtest.Dec("0.75")})
		}, []string{"rule 1.3.1.rule.bands.steps[1] Bậc 2: thêm “từ 25%, điểm 0,75”"}},
		{"a band taken out", func(rs *scoring.RuleSet) {
			r := ruleOf[*kinds.Bands](rs, "1.3.1")
			r.Steps = r.Steps[1:]
		}, []string{"rule 1.3.1.rule.bands.steps[0] Bậc 1: bỏ “từ 30%, điểm 1”"}},
		{"points of a level", func(rs *scoring.RuleSet) { ruleOf[*kinds.Levels](rs, "2.3.1").Points[1] = scoringtest.Dec("0.2") },
			[]string{"rule 2.3.1.rule.levels.points[1] Điểm của mức 2: 0,1 → 0,2"}},
		{"a level more", func(rs *scoring.RuleSet) {
			leaf := rs.Find("1.2")
			leaf.Inputs[0].Options = slices.Insert(leaf.Inputs[0].Options, 1, "Nộp chậm")
			r := leaf.Rule.(*kinds.Levels)
			r.Points = slices.Insert(r.Points, 1, scoringtest.Dec("0.25"))
		}, []string{"answers 1.2.answers.muc.options[1] Số liệu muc, lựa chọn 2: thêm “Nộp chậm”",
			"rule 1.2.rule.levels.points[1] Điểm của mức 2: thêm “0,25”"}},
		{"tariff", func(rs *scoring.RuleSet) { ruleOf[*kinds.Count](rs, "1.5").Tariffs[1].Each = scoringtest.Dec("0.25") },
			[]string{"rule 1.5.rule.count.tariffs[1].each Mức tính 2, điểm cho mỗi đơn vị: 0,5 → 0,25"}},
		{"cap of a part", func(rs *scoring.RuleSet) { ruleOf[*kinds.Sum](rs, "1.4.2").Parts[4].Max = scoringtest.Dec("0.4") },
			[]string{"rule 1.4.2.rule.sum.parts[4].max Phần 5, điểm tối đa của phần: 0,5 → 0,4"}},
		{"rule of a part", func(rs *scoring.RuleSet) {
			ruleOf[*kinds.Sum](rs, "1.4.2").Parts[3].Rule.(*kinds.Levels).Points[0] = scoringtest.Dec("0.1")
		}, []string{"rule 1.4.2.rule.sum.parts[3].rule.levels.points[0] Phần 4, điểm của mức 1: 0,15 → 0,1"}},
		{"condition", func(rs *scoring.RuleSet) {
			ruleOf[*kinds.Cases](rs, "2.1.1").List[0].When.UpTo = scoringtest.Opt("3")
		},
			[]string{"rule 2.1.1.rule.cases.list[0].when.upTo Trường hợp 1, điều kiện, đến: 4 → 3"}},
		{"kind", func(rs *scoring.RuleSet) {
			rs.Find("1.1").Rule = &kinds.Bands{Part: "b", Of: "a", Steps: []kinds.Band{{From: scoringtest.Opt("0.8"), Points: scoringtest.Dec("1.5")}}, IfZero: kinds.ZeroNotAssessed}
		}, []string{"rule 1.1.rule Cách tính điểm: Điểm = b/a × 1,5. " + legend + "\nNếu b/a dưới 80%: 0 điểm.\nKhi a = 0: không đánh giá. → " +
			"Xét tỷ lệ b/a. " + legend + "\nTừ 80% trở lên: 1,5 điểm.\nDưới 80%: 0 điểm.\nKhi a = 0: không đánh giá."}},
		{"kind of a part", func(rs *scoring.RuleSet) {
			ruleOf[*kinds.Sum](rs, "4.3").Parts[1].Rule = &kinds.Fixed{Points: scoringtest.Dec("0.5")}
		}, []string{"rule 4.3.rule.sum.parts[1].rule Phần 2: Đã có đề xuất UBND thành phố kiến nghị với Chính phủ, các Bộ, ngành nội dung phân cấp phù hợp với thực tế và quy định của pháp luật: Có – 0,5 điểm; Không – 0 điểm. → 0,5 điểm."}},
		{"points of an item", func(rs *scoring.RuleSet) {
			ruleOf[*kinds.Checklist](rs, "7.2").Items[1].Points = scoringtest.Dec("0.2")
		}, []string{"rule 7.2.rule.checklist.items[1].points Việc 2, điểm: 0,3 → 0,2"}},
		{"answer's label", func(rs *scoring.RuleSet) { rs.Find("1.1").Inputs[0].Label = "Số việc" },
			[]string{"answers 1.1.answers.a.label Số liệu a, tên số liệu: Số nhiệm vụ đề ra theo kế hoạch → Số việc"}},
		{"answer's bounds", func(rs *scoring.RuleSet) {
			rs.Find("1.1").Inputs[0].Max, rs.Find("1.1").Inputs[0].Whole = scoringtest.Opt("100"), false
		},
			[]string{"answers 1.1.answers.a.whole Số liệu a, số nguyên: có → không", "answers 1.1.answers.a.max Số liệu a, lớn nhất: thêm “100”"}},
		{"answer's kind", func(rs *scoring.RuleSet) { rs.Find("3.4").Inputs[0].Kind = expr.NumberInput },
			[]string{"answers 3.4.answers.diem.kind Số liệu diem, loại: điểm do người chấm → số"}},
		{"an answer under another name", func(rs *scoring.RuleSet) { rs.Find("3.4").Inputs[0].Name = "d" },
			[]string{"answers 3.4.answers.diem Số liệu diem: bỏ “Điểm đề nghị cho 3.4 và 3.5.1”", "answers 3.4.answers.d Số liệu d: thêm “Điểm đề nghị cho 3.4 và 3.5.1”"}},
		{"option's wording", func(rs *scoring.RuleSet) { rs.Find("3.6").Inputs[0].Options[0] = "Có ban hành đúng hạn" },
			[]string{"answers 3.6.answers.muc.options[0] Số liệu muc, lựa chọn 1: Có ban hành → Có ban hành đúng hạn"}},
		{"dropped", func(rs *scoring.RuleSet) { *child(rs, "5") = (*child(rs, "5"))[:8] },
			[]string{"dropped 5.9"}},
		{"dropped with what it is divided into", func(rs *scoring.RuleSet) { *child(rs, "6") = (*child(rs, "6"))[:1] },
			[]string{"dropped 6.2", "dropped 6.2.1", "dropped 6.2.2"}},
		{"new", func(rs *scoring.RuleSet) {
			*child(rs, "8") = append(*child(rs, "8"), scoring.Criterion{Number: "8.3", Name: "Việc mới", Was: scoring.NoPrevious, Rule: &kinds.Manual{Of: "diem"}})
		}, []string{"new 8.3"}},
		{"moved, with the cross-checks that speak of it", func(rs *scoring.RuleSet) {
			first, second := rs.Find("8.1"), rs.Find("8.2")
			first.Number, first.Was, second.Number, second.Was = "8.2", "8.1", "8.1", "8.2"
			copy(rs.CrossChecks, []scoring.CrossCheck{{Left: "8.1:a", Right: "8.2:a", Is: scoring.MustEqual}, {Left: "8.1:b", Right: "8.2:b", Is: scoring.MustAtMost}})
		}, []string{"moved 8.2.number Số thứ tự: 8.1 → 8.2", "moved 8.1.number Số thứ tự: 8.2 → 8.1"}},
		{"basis", func(rs *scoring.RuleSet) { rs.Basis = "QĐ" },
			[]string{"basis basis Căn cứ pháp lý: Quyết định số 1219/QĐ-UBND ngày 10/5/2023 của Ủy ban nhân dân thành phố Hải Phòng → QĐ"}},
		{"total", func(rs *scoring.RuleSet) { rs.Total = scoringtest.Dec("70") }, []string{"max total Tổng điểm: 65 → 70"}},
		{"rounding", func(rs *scoring.RuleSet) { rs.Rounding.Places = 3 }, []string{"rule rounding.places Làm tròn, số chữ số thập phân: 2 → 3"}},
		{"cross-check", func(rs *scoring.RuleSet) {
			rs.CrossChecks[0].Is = scoring.MustAtMost
			rs.CrossChecks[0].Text = "Khác."
		},
			[]string{"rule crossChecks[0].left Đối chiếu chéo: thêm “Khác.”",
				"rule crossChecks[0].left Đối chiếu chéo: bỏ “Số nhiệm vụ được giao ở 8.2 phải bằng số nhiệm vụ được giao ở 8.1.”"}},
		{"what is a remark only", func(rs *scoring.RuleSet) {
			rs.Note, rs.Announced = "khác", scoring.Announced{PointsChanged: 3}
			leaf := rs.Find("1.1")
			leaf.Note, leaf.Provenance, leaf.Examples, leaf.ContentStatus = "khác", scoring.FromText, nil, "Đổi tiêu chí"
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			after := rulestest.NextYear(t)
			c.edit(after)
			changes, _ := compare.Diff(before, after)
			if diff := cmp.Diff(c.want, lines(changes)); diff != "" {
				t.Error(diff)
			}
			if changes.Empty() != (len(c.want) == 0) {
				t.Errorf("empty: %v", changes.Empty())
			}
		})
	}
}
