package reader

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/formtest"
)

// stampAs overwrites a line of the stamp on the hidden sheet, and in the properties too where both is true.
func (f *sheetFile) stampAs(name, value string, both bool) {
	f.Helper()
	for i, line := range (templates.Stamp{}).Values() {
		if line.Name == name {
			f.must(f.SetCellStr(templates.HiddenSheet, cellRef(f.T, i+1, 2), value))
		}
	}
	if both {
		f.must(f.SetCustomProps(excelize.CustomProperty{Name: name, Value: value}))
	}
}

func TestStampTellsTheRuleSet(t *testing.T) {
	f := newSheetFile(t, templates.ScoredStage)
	f.fix(templates.FixedFingerprint, templates.Fingerprint(nil))
	book, err := Open(f.bytes())
	if err != nil {
		t.Fatal(err)
	}
	if want := f.layout.Stamp(templates.ScoredStage, "1"); book.Stamp != want {
		t.Errorf("got %+v, want %+v", book.Stamp, want)
	}
	want := "Phiếu thuộc bộ chỉ số “thu-2023”, chương trình không có bộ này. Các bộ đang có: a, b."
	if got := book.UnknownRules([]string{"a", "b"}).Problem.Text(); got != want {
		t.Error(got)
	}
}

// TestFilesThatAreNoWorkbook: the gate's refusal passes as it is.
func TestFilesThatAreNoWorkbook(t *testing.T) {
	_, err := Open([]byte("%PDF-1.7"))
	refused, ok := err.(*Refused)
	if !ok || refused.Problem.Code != problem.FilePDF {
		t.Errorf("got %v", err)
	}
}

func TestRefusedStamps(t *testing.T) {
	cases := []struct {
		name  string
		spoil func(*sheetFile)
		code  problem.Code
		want  string // part of the text
	}{
		{"another program's workbook", func(f *sheetFile) { f.File = excelize.NewFile() }, problem.FormNotOurs, "không có dấu nhận biết"},
		{"no hidden sheet", func(f *sheetFile) { f.must(f.DeleteSheet(templates.HiddenSheet)) }, problem.FormHiddenMissing, "Trang ẩn “_cchc” của phiếu đã bị xóa"},
		{"no hidden sheet and no properties", func(f *sheetFile) {
			f.File = excelize.NewFile()
			f.must(f.SetSheetName("Sheet1", templates.FormSheet))
		}, problem.FormHiddenMissing, "Trang ẩn “_cchc” của phiếu đã bị xóa"},
		{"a line of the stamp emptied", func(f *sheetFile) { f.stampAs(templates.StampForm, "", false) }, problem.FormStampDamaged, "thiếu dau_phieu"},
		{"a line of the stamp twice", func(f *sheetFile) { f.fix(templates.StampForm, "x") }, problem.FormStampDamaged, `"dau_phieu" xuất hiện hai lần`},
		{"an unknown stage", func(f *sheetFile) { f.stampAs(templates.StampStage, "xong", true) }, problem.FormStampDamaged, `giai_doan là "xong"`},
		{"a submitted form made into a scored one", func(f *sheetFile) { f.stampAs(templates.StampStage, string(templates.ScoredStage), true) }, problem.FormStampDamaged,
			"thiếu dau_so_lieu"},
		{"the stage edited on the hidden sheet", func(f *sheetFile) { f.stampAs(templates.StampStage, string(templates.ScoredStage), false) }, problem.FormStampDiffers,
			`giai_doan trên trang ẩn là "da_cham", trong thuộc tính tệp là "phieu"`},
		{"another rule set in the properties", func(f *sheetFile) {
			f.must(f.SetCustomProps(excelize.CustomProperty{Name: templates.StampRuleSet, Value: "thu-2022"}))
		}, problem.FormStampDiffers, `ma_bo_chi_so trên trang ẩn là "thu-2023", trong thuộc tính tệp là "thu-2022"`},
		{"another rule set", func(f *sheetFile) { f.stampAs(templates.StampRuleSet, "thu-2022", true) }, problem.FormOtherRules,
			"Phiếu thuộc bộ chỉ số “thu-2022”, không phải “thu-2023”."},
		{"another edition", func(f *sheetFile) {
			f.stampAs(templates.StampForm, strings.Repeat("0", 64), true)
			f.set("1.1:b", templates.KeyColumn, "1.1:c")
			f.text(templates.HiddenSheet, f.layout.Options[1].First, f.layout.Options[1].Column, "1. Tốt")
		}, problem.FormOtherEdition, "(dấu của phiếu 00000000, của bản hiện hành " + brief(formtest.SmallRules().FormHash()) + "). Khác nhau: thêm 1.1:b (Số nhiệm vụ hoàn thành), " +
			"bỏ \"1.1:c\", 1.2:muc có lựa chọn mới \"1. Thực hiện đầy đủ\", không còn lựa chọn \"1. Tốt\"."},
		{"another edition, not to be told from the file", func(f *sheetFile) { f.stampAs(templates.StampForm, "ab", true) }, problem.FormOtherEdition,
			"Khác nhau: loại, giới hạn hoặc thứ tự của một số liệu."},
		{"another edition without its sheet", func(f *sheetFile) {
			f.stampAs(templates.StampForm, "ab", true)
			f.must(f.DeleteSheet(templates.FormSheet))
		}, problem.FormOtherEdition, "Khác nhau: loại, giới hạn hoặc thứ tự của một số liệu."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := newSheetFile(t, templates.SubmittedStage)
			c.spoil(f)
			p := f.refusal()
			if p.Code != c.code || !strings.Contains(p.Text(), c.want) {
				t.Errorf("got %s: %s", p.Code, p.Text())
			}
			if p.Remedy() == "" || strings.Contains(p.Text()+p.Remedy(), "{") {
				t.Errorf("remedy: %s", p.Remedy())
			}
		})
	}
}

// TestOddStamps: the form is read, and what is odd is said.
func TestOddStamps(t *testing.T) {
	f := filledFile(t, templates.SubmittedStage)
	f.stampAs(templates.StampRules, "0123456789", true)
	f.must(f.SetCustomProps(excelize.CustomProperty{Name: templates.StampForm, Value: nil}))
	want := []string{
		"warning: Bộ chỉ số “thu-2023” đã được sửa từ khi lập phiếu (dấu quy tắc 01234567, nay là " + brief(formtest.SmallRules().RulesHash()) +
			"); các mục kê khai không đổi. Phiếu được chấm theo bản hiện hành.",
		"warning: Thuộc tính tệp mang dấu nhận biết đã bị xóa: dau_phieu; dấu trên trang ẩn vẫn còn và được dùng.",
	}
	got := said(f.read())
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q", got)
	}
}

func TestFingerprint(t *testing.T) {
	key := expr.Key{Leaf: "1.1", Input: "a"}
	ten := expr.Answers{key: expr.NumberAnswer(formtest.Points("10"))}
	same := []expr.Answers{
		{key: expr.NumberAnswer(formtest.Points("10.0"))},
		{key: expr.NumberAnswer(formtest.Points("1e1")), {Leaf: "1.1", Input: "b"}: {}},
		{key: expr.NumberAnswer(formtest.Points("10")), {Leaf: "1.1", Input: "b"}: expr.BadAnswer(problem.Problem{})},
	}
	for i, answers := range same {
		if templates.Fingerprint(answers) != templates.Fingerprint(ten) {
			t.Errorf("same %d: another fingerprint", i)
		}
	}
	others := []expr.Answers{
		nil, {key: expr.NumberAnswer(formtest.Points("10.1"))}, {key: expr.OptionAnswer(10)}, {{Leaf: "1.1", Input: "b"}: expr.NumberAnswer(formtest.Points("10"))},
		{key: expr.NumberAnswer(formtest.Points("10")), {Leaf: "1.1", Input: "b"}: expr.NumberAnswer(formtest.Points("0"))},
	}
	for i, answers := range others {
		if templates.Fingerprint(answers) == templates.Fingerprint(ten) || len(templates.Fingerprint(answers)) != 16 {
			t.Errorf("other %d: %s", i, templates.Fingerprint(answers))
		}
	}
}
