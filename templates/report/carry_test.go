package report

import (
	"bytes"
	"testing"

	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/formtest"
	"cchc/templates/reader"
)

// TestCarrySheet: the sheet accounts for everything, and the form with it is still a form.
func TestCarrySheet(t *testing.T) {
	old, now := formtest.SmallRules(), formtest.SmallRules()
	area := &now.Criteria[0]
	area.Children = append(area.Children[:2:2], area.Children[3]) // 1.3 is dropped
	area.Children[1].Inputs = []expr.Input{{Name: "muc", Label: "Mức đạt", Kind: expr.ChoiceInput, Options: []string{"Không đầy đủ", "Thực hiện đầy đủ"}}}
	area.Children[2].Inputs = append(area.Children[2].Inputs, expr.Input{Name: "c", Label: "Số người vắng", Kind: expr.NumberInput})
	form := templates.NewLayout(old).BlankForm(templates.Filling{Stage: templates.SubmittedStage, Version: "1", UnitFixed: true, Submission: formtest.FullSubmission()})
	hand := readAgain(t, templates.NewLayout(old), form).Hand("cu.xlsx")
	c, refused := handover.Carry(old, now, nil, hand, handover.CarryOptions{})
	if refused != nil {
		t.Fatal(refused.Text())
	}
	l := templates.NewLayout(now)
	book := CarriedForm(l, templates.Carried(c, hand), c, "cu.xlsx")
	formtest.Golden(t, "chuyen-so-lieu.txt", formtest.SheetText(formtest.SheetOf(t, book, templates.CarrySheet)))
	r := readAgain(t, l, book)
	if len(r.Problems) > 0 {
		t.Fatal(r.Problems)
	}
	if got := r.Submission.Answers[expr.Key{Leaf: "1.2", Input: "muc"}]; !got.Equal(expr.OptionAnswer(1)) {
		t.Errorf("1.2:muc was carried as %+v", got)
	}
}

// readAgain writes a workbook and reads it.
func readAgain(t *testing.T, l *templates.Layout, book *draft.Workbook) *reader.Reading {
	t.Helper()
	var file bytes.Buffer
	if err := book.Write(&file); err != nil {
		t.Fatal(err)
	}
	opened, err := reader.Open(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	r, err := reader.Read(l, opened)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
