package notice

import (
	"testing"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/templates"
	"cchc/templates/word"
)

// small is a letter about a set of one leaf.
func small(kind Kind, done bool) *Letter {
	rs := &scoring.RuleSet{ID: "so-2023", Kind: "sở", Year: 2023, Basis: "Quyết định", Total: decimal.NewFromInt(2), Rounding: scoring.Rounding{Places: 2},
		Criteria: []scoring.Criterion{{Number: "1", Name: "LĨNH VỰC", Max: decimal.NewFromInt(2), Children: []scoring.Criterion{
			{Number: "1.1", Name: "Kế hoạch", Max: decimal.NewFromInt(2), Inputs: []expr.Input{{Name: "a", Kind: expr.NumberInput, Label: "Số giao", Whole: true}, {Name: "b", Kind: expr.NumberInput, Label: "Số làm", Whole: true}},
				Rule: &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNone}}}}}}
	in := scoring.Submission{Unit: scoring.Unit{Code: "S", Name: "{{hạn}} <b>"}, Answers: expr.Answers{
		{Leaf: "1.1", Input: "a"}: expr.NumberAnswer(decimal.NewFromInt(4)), {Leaf: "1.1", Input: "b"}: expr.NumberAnswer(decimal.NewFromInt(3))}}
	if done {
		in.Appraisal = &scoring.Appraisal{Done: true}
	}
	layout := templates.NewLayout(rs)
	result := layout.Scorer.Score(in)
	return &Letter{Kind: kind, Layout: layout, Declared: &in, Result: &result}
}

// TestStandardTemplatesAreUnderstood: each field that they name there is, and each can be filled in with whatever a unit is called.
func TestStandardTemplatesAreUnderstood(t *testing.T) {
	for _, kind := range []Kind{Complete, Results} {
		data, err := Standard(kind)
		if err != nil {
			t.Fatal(err)
		}
		template, err := word.OpenTemplate(data)
		if err != nil {
			t.Fatal(err)
		}
		l := small(kind, kind == Results)
		if found := template.Check(l.Values()); len(found) > 0 {
			t.Errorf("%s: %v", kind, found)
		}
		filled, err := template.Fill(l.Values())
		if err != nil {
			t.Fatal(err)
		}
		if tables, err := word.Tables(filled); err != nil || len(tables) < 3 {
			t.Errorf("%s: %d tables, %v", kind, len(tables), err)
		}
	}
}

// TestValues: points as the result has them, before and after the appraisal.
func TestValues(t *testing.T) {
	for _, test := range []struct {
		done  bool
		texts map[string]string
	}{
		{false, map[string]string{"tên đơn vị": "{{hạn}} <b>", "tự chấm": "1,50", "thẩm định": "", "chênh lệch": "", "tỷ lệ": "75,00", "ngày": "ngày …… tháng …… năm ………", "hạn": blank}},
		{true, map[string]string{"tự chấm": "1,50", "thẩm định": "1,50", "chênh lệch": "0,00", "điểm đạt": "1,50", "quy đổi": "1,50"}},
	} {
		v := small(Results, test.done).Values()
		for name, want := range test.texts {
			if got := v.Texts[name]; got != want {
				t.Errorf("done %v: %s is %q, want %q", test.done, name, got, want)
			}
		}
		if rows := v.Lists["hụt điểm"].Rows; len(rows) != 1 || rows[0][4] != "0,50" || rows[0][5] != "Số làm: thêm 1 → 2,00 (tối đa)" {
			t.Errorf("losses %v", rows)
		}
	}
}

// TestEmpty: there is nothing to ask a unit for that has shown everything; the result is told in any case.
func TestEmpty(t *testing.T) {
	l := small(Complete, false)
	if l.Empty() {
		t.Error("evidence is missing")
	}
	l.Declared.Evidence = map[string]string{"1.1": "Báo cáo"}
	if !l.Empty() {
		t.Error("nothing is missing")
	}
	if l.Kind = Results; l.Empty() {
		t.Error("a result is told")
	}
}
