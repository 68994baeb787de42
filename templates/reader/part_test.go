package reader

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/formtest"
)

// partOfTest is the part of a department that has 1.2 with another one, and 1.4.
func partOfTest() templates.Part {
	return templates.Part{Department: "Phòng Kế hoạch", Assigned: handover.Assignment{
		"1.2": {"Phòng Kế hoạch", "Văn phòng"}, "1.4": {"Phòng Kế hoạch"}, "2.1": {"Văn phòng"}}}
}

// opened is a workbook's file, read as far as its stamp.
func opened(t *testing.T, l *templates.Layout, f templates.Filling) *Book {
	t.Helper()
	var file bytes.Buffer
	if err := l.BlankForm(f).Write(&file); err != nil {
		t.Fatal(err)
	}
	book, err := Open(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func codeOf(t *testing.T, err error) problem.Code {
	t.Helper()
	refused, ok := err.(*Refused)
	if !ok {
		t.Fatalf("got %v, want a refusal", err)
	}
	return refused.Problem.Code
}

// TestPartIsRead: what stands in a part is read, with whose part it is; what the whole form is fixed to stays known.
func TestPartIsRead(t *testing.T) {
	whole, part := templates.NewLayout(formtest.SmallRules()), templates.NewPartLayout(formtest.SmallRules(), partOfTest())
	full := formtest.FullSubmission()
	book := opened(t, part, templates.Filling{Stage: templates.SubmittedStage, Version: "1", UnitFixed: true, Contact: "Nguyễn Văn A", Submission: full})
	got, err := ReadPart(whole, book)
	if err != nil {
		t.Fatal(err)
	}
	want := full
	want.Answers = expr.Answers{}
	for key, answer := range full.Answers {
		if key.Leaf == "1.2" || key.Leaf == "1.4" {
			want.Answers[key] = answer
		}
	}
	want.Evidence, want.Justification = nil, nil
	if diff := cmp.Diff(want, got.Submission, answersEqual, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(partOfTest(), *got.Part); diff != "" || len(got.Problems) > 0 {
		t.Error(diff, said(got))
	}
	if _, err := Read(whole, book); codeOf(t, err) != problem.FormPartial {
		t.Errorf("read as a whole form: %v", err)
	} else if want := "Đây là phần của Phòng Kế hoạch (2 tiêu chí, 4 điểm), chưa phải phiếu của cả đơn vị."; err.(*Refused).Problem.Text() != want {
		t.Errorf("said %q", err.(*Refused).Problem.Text())
	}
	if _, err := Read(part, opened(t, whole, templates.Filling{Stage: templates.SubmittedStage, Version: "1"})); err == nil {
		t.Error("the whole form was read as a part")
	}
	if whole, err := ReadPart(whole, opened(t, whole, templates.Filling{Stage: templates.SubmittedStage, Version: "1", Submission: full})); err != nil || whole.Part != nil {
		t.Errorf("the whole form: %v %v", whole.Part, err)
	}
}

// TestPartLooksLikeAPart: only its rows, its points, and who answers for each.
func TestPartLooksLikeAPart(t *testing.T) {
	part := templates.NewPartLayout(formtest.SmallRules(), partOfTest())
	text := formtest.SheetText(formtest.SheetOf(t, part.BlankForm(templates.Filling{Stage: templates.SubmittedStage, Version: "1"}), templates.FormSheet))
	for _, want := range []string{"PHẦN CỦA PHÒNG KẾ HOẠCH: 2 tiêu chí, tối đa 4 điểm", "B 1 | C LĨNH VỰC MỘT | D 4 |",
		"Báo cáo ⏎ Phụ trách: Phòng Kế hoạch, Văn phòng", "Tuyên truyền ⏎ Phụ trách: Phòng Kế hoạch", "/ 4,00", "PHỤ TRÁCH PHÒNG"} {
		if !strings.Contains(text, want) {
			t.Errorf("the form does not say %q", want)
		}
	}
	for _, other := range []string{"Kế hoạch ⏎", "1.3:co", "LĨNH VỰC HAI", "THỦ TRƯỞNG"} {
		if strings.Contains(text, other) {
			t.Errorf("the form says %q", other)
		}
	}
}

// TestPartIsNotTrusted: whoever changes what a part says of itself makes it unreadable, never the whole.
func TestPartIsNotTrusted(t *testing.T) {
	whole, part := templates.NewLayout(formtest.SmallRules()), templates.NewPartLayout(formtest.SmallRules(), partOfTest())
	for _, c := range []struct {
		name   string
		change func(b *Book)
		want   problem.Code
	}{
		{"another department", func(b *Book) { b.fixed[templates.FixedDepartment] = "Văn phòng" }, problem.FormPartDamaged},
		{"more criteria", func(b *Book) { b.fixed[templates.FixedAssigned+"Phòng Kế hoạch"] += ", 2.1" }, problem.FormPartDamaged},
		{"a criterion that is none", func(b *Book) { b.fixed[templates.FixedAssigned+"Văn phòng"] += ", 9.9" }, problem.FormPartDamaged},
		{"no department", func(b *Book) { delete(b.fixed, templates.FixedDepartment) }, problem.FormPartDamaged},
	} {
		book := opened(t, part, templates.Filling{Stage: templates.SubmittedStage, Version: "1"})
		c.change(book)
		if _, err := ReadPart(whole, book); codeOf(t, err) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
		if _, err := Read(whole, book); codeOf(t, err) != problem.FormPartial {
			t.Errorf("%s, read as the whole: %v", c.name, err)
		}
	}
	book := opened(t, part, templates.Filling{Stage: templates.SubmittedStage, Version: "1"})
	delete(book.fixed, templates.StampPart)
	if err := book.readStamp(); codeOf(t, err) != problem.FormStampDamaged {
		t.Errorf("without the mark: %v", err)
	}
	book.fixed[templates.StampPart] = "0123456789abcdef"
	if err := book.readStamp(); codeOf(t, err) != problem.FormStampDiffers {
		t.Errorf("with another mark: %v", err)
	}
}

// TestCreditsAreReadBack: who wrote the texts of a merged form stands in the form.
func TestCreditsAreReadBack(t *testing.T) {
	credits := handover.Credits{Evidence: map[string]string{"1.1": "Phòng A|Phòng B; c.xlsx"}, Justification: map[string]string{"2.1": "Phòng A"}, Contact: "An|Bình"}
	r := written(t, templates.NewLayout(formtest.SmallRules()), templates.Filling{Stage: templates.SubmittedStage, Version: "1", Credits: credits})
	if diff := cmp.Diff(credits, r.Credits); diff != "" {
		t.Error(diff)
	}
}
