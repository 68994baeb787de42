package reader

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/templates"
)

// TestOldLettersInTexts: evidence and explanations in letters of old are told of once, with their cells, and one is read out.
func TestOldLettersInTexts(t *testing.T) {
	f := filledFile(t, templates.SubmittedStage)
	f.set("1.1", templates.EvidenceColumn, "Báo cáo số 7\nB¸o c¸o sè 105/BC-SNV ngµy 10/5/2023")
	f.set("1.1", templates.ReasonColumn, "Ñaõ hoaøn thaønh 9/10 nhieäm vuï")
	f.set("1.4", templates.EvidenceColumn, "Quyáº¿t Ä‘á»‹nh sá»‘ 765")
	f.set("2.1", templates.EvidenceColumn, "Café latte, biên bản số 5")
	r := f.read()
	want := []string{"Phiếu chấm!H11 warning: 3 ô kiểm chứng, giải trình viết bằng chữ TCVN3 (ABC), VNI, UTF-8 mã hóa hai lần, không phải Unicode: " +
		"ô H11, I11, H18. Chẳng hạn “B¸o c¸o sè 105/BC-SNV ngµy 10/5/2023” có phải là “Báo cáo số 105/BC-SNV ngày 10/5/2023”?"}
	if diff := cmp.Diff(want, said(r)); diff != "" {
		t.Error(diff)
	}
	if text := r.Submission.Evidence["1.4"]; text != "Quyáº¿t Ä‘á»‹nh sá»‘ 765" {
		t.Errorf("the text became %q", text)
	}
}

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
