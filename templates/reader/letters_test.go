package reader

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/templates"
)

// TestOldLetters: a name in letters of old is read as it stands, and what it means is offered.
func TestOldLetters(t *testing.T) {
	f := filledFile(t, templates.SubmittedStage)
	f.set(templates.UnitNameField, templates.FieldColumn, "Së Néi vô")
	f.set(templates.UnitBlockField, templates.FieldColumn, "Sá»Ÿ")
	f.set(templates.ContactField, templates.FieldColumn, "Nguyeãn Vaên An")
	r := f.read()
	want := []string{
		"Phiếu chấm!C1 warning: Tên đơn vị: “Së Néi vô” là chữ TCVN3 (ABC), không phải Unicode. Có phải là “Sở Nội vụ”?",
		"Phiếu chấm!C2 warning: Khối: “Sá»Ÿ” là chữ UTF-8 mã hóa hai lần, không phải Unicode. Có phải là “Sở”?",
		"Phiếu chấm!C6 warning: Người lập phiếu: “Nguyeãn Vaên An” là chữ VNI, không phải Unicode. Có phải là “Nguyễn Văn An”?",
	}
	if diff := cmp.Diff(want, said(r)); diff != "" {
		t.Error(diff)
	}
	if r.Submission.Unit.Name != "Së Néi vô" {
		t.Errorf("the name became %q", r.Submission.Unit.Name)
	}
}
