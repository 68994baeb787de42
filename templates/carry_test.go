package templates

import (
	"bytes"
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/handover"
)

// TestCarrySheet: the sheet accounts for everything, and the form with it is still a form.
func TestCarrySheet(t *testing.T) {
	old, now := testRules(), testRules()
	area := &now.Criteria[0]
	area.Children = append(area.Children[:2:2], area.Children[3]) // 1.3 is dropped
	area.Children[1].Inputs = []expr.Input{{Name: "muc", Label: "Mức đạt", Kind: expr.ChoiceInput, Options: []string{"Không đầy đủ", "Thực hiện đầy đủ"}}}
	area.Children[2].Inputs = append(area.Children[2].Inputs, expr.Input{Name: "c", Label: "Số người vắng", Kind: expr.NumberInput})
	hand := written(t, NewLayout(old), Filling{Stage: SubmittedStage, Version: "1", UnitFixed: true, Submission: fullSubmission()}).Hand("cu.xlsx")
	c, refused := handover.Carry(old, now, nil, hand, handover.CarryOptions{})
	if refused != nil {
		t.Fatal(refused.Text())
	}
	l := NewLayout(now)
	book := l.CarriedForm(Carried(c, hand), c, "cu.xlsx")
	golden(t, "chuyen-so-lieu.txt", sheetText(sheetOf(t, book, CarrySheet)))
	var file bytes.Buffer
	if err := book.Write(&file); err != nil {
		t.Fatal(err)
	}
	opened, err := Open(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	r, err := l.Read(opened)
	if err != nil || len(r.Problems) > 0 {
		t.Fatal(err, said(r))
	}
	if got := r.Submission.Answers[expr.Key{Leaf: "1.2", Input: "muc"}]; !got.Equal(expr.OptionAnswer(1)) {
		t.Errorf("1.2:muc was carried as %+v", got)
	}
}
