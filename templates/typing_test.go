package templates

import (
	"strings"
	"testing"

	"cchc/templates/formtest"
)

// TestFormSaysHowNumbersAreTyped: at its head, live, as the machine takes them; prompt and message of number cells point there.
func TestFormSaysHowNumbersAreTyped(t *testing.T) {
	book := crossChecked().BlankForm(Filling{Stage: SubmittedStage, Submission: *formtest.SampleSubmission()})
	form := formtest.SheetOf(t, book, FormSheet)
	const want = "Trên máy này gõ 0,5 (dấu phẩy) cho phần thập phân; một nghìn gõ 1000, không gõ dấu phân cách hàng nghìn."
	found := false
	for _, c := range form.Cells {
		if c.Value.Text == want {
			found = strings.HasPrefix(c.Formula, `IF(MID(1/2,2,1)=",",`) && strings.Contains(c.Formula, "Trên máy này gõ 0.5 (dấu chấm)") && c.Row < 9
		}
	}
	if !found {
		t.Errorf("nothing at the form's head says: %s", want)
	}
	numbers := 0
	for _, v := range form.Validations {
		if v.HintTitle != "Nhập số" {
			continue
		}
		numbers++
		if !strings.Contains(v.Hint, "không gõ dấu phân cách hàng nghìn") || !strings.Contains(v.Error, "Cách gõ số trên máy này: xem dòng in nghiêng ở đầu phiếu.") {
			t.Errorf("hint %q, error %q", v.Hint, v.Error)
		}
	}
	if numbers == 0 {
		t.Error("no cell takes numbers")
	}
}
