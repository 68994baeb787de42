package reader

import (
	"slices"
	"strings"
	"testing"

	"cchc/templates"
)

// TestWhateverIsTypedIsLostOnAnotherForm: whatever is typed into whichever cell of a form that is open for typing, or that belongs
// to the appraisal, the form is not untouched any more, and what would be lost is told.
func TestWhateverIsTypedIsLostOnAnotherForm(t *testing.T) {
	blank := newSheetFile(t, templates.SubmittedStage)
	nothing := blank.read()
	if !nothing.Untouched() || len(nothing.Lost(nothing)) > 0 {
		t.Fatalf("a blank form is touched, or loses %q", nothing.Lost(nothing))
	}
	columns := map[templates.RowKind][]templates.Column{
		templates.FieldRow: {templates.FieldColumn},
		templates.NodeRow:  {templates.EvidenceColumn, templates.ReasonColumn, templates.SetColumn, templates.WhyColumn},
		templates.InputRow: {templates.AnswerColumn, templates.EvidenceColumn, templates.ReasonColumn, templates.AppraisedAnswer},
	}
	tried := 0
	for _, row := range blank.layout.Rows {
		for _, c := range columns[row.Kind] {
			if row.Key == templates.AppraisalField || row.Kind == templates.NodeRow && !row.Node.IsLeaf() {
				continue
			}
			for _, value := range []any{7, "ghi chú"} {
				f := newSheetFile(t, templates.SubmittedStage)
				f.set(row.Key, c, value)
				r := f.read()
				if lost := r.Lost(nothing); r.Untouched() || len(lost) == 0 || len(r.Lost(r)) > 0 {
					t.Errorf("%v at %s %s: untouched %v, lost %q", value, row.Key, c.Key(), r.Untouched(), lost)
				}
				tried++
			}
		}
	}
	if tried < 100 {
		t.Errorf("only %d cells were tried", tried)
	}
}

// TestLostIsNamedWithItsCell: a person finds what would be lost.
func TestLostIsNamedWithItsCell(t *testing.T) {
	nothing := newSheetFile(t, templates.SubmittedStage).read()
	f := newSheetFile(t, templates.SubmittedStage)
	f.set("1.1:a", templates.AnswerColumn, 10)
	f.set("1.1", templates.EvidenceColumn, "Báo cáo\nsố 5")
	f.set(templates.UnitNameField, templates.FieldColumn, "Sở A")
	want := []string{
		"Tên đơn vị (ô " + f.ref(templates.UnitNameField, templates.FieldColumn) + "): Sở A",
		"1.1 Tài liệu kiểm chứng (ô " + f.ref("1.1", templates.EvidenceColumn) + "): Báo cáo số 5",
		"1.1:a (ô " + f.ref("1.1:a", templates.AnswerColumn) + "): 10",
	}
	if got := f.read().Lost(nothing); !slices.Equal(got, want) {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestAFilledFormIsUntouchedUntilSomebodyTypes: what it was made with is no work of anybody's, and a single cell changes that.
func TestAFilledFormIsUntouchedUntilSomebodyTypes(t *testing.T) {
	f := filledFile(t, templates.SubmittedStage)
	if f.read().Untouched() {
		t.Error("what was typed into a blank form passes for what it was made with")
	}
	f.fix(templates.FixedMade, templates.EntryMark(f.layout.Entries(f.read().Filling())))
	if r := f.read(); !r.Untouched() {
		t.Errorf("touched: %v", r.strange())
	}
	f.set("1.1:a", templates.AnswerColumn, 11)
	if f.read().Untouched() {
		t.Error("an answer was changed, and nobody noticed")
	}
	f.set("1.1:a", templates.AnswerColumn, nil)
	if f.read().Untouched() {
		t.Error("an answer was emptied, and nobody noticed")
	}
}
