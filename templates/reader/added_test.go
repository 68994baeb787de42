package reader

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"cchc/scoring/problem"
	"cchc/templates"
)

// Whatever somebody added to a form that is not read is named: comments, options, formats that show another number.
func TestAddedIsNamed(t *testing.T) {
	f := filledFile(t, templates.SubmittedStage)
	f.must(f.AddComment(templates.FormSheet, excelize.Comment{Cell: "D12", Author: "A", Text: "xem lại"}))
	list := f.layout.Options[1]
	f.text(templates.HiddenSheet, list.First, list.Column, "1. Khác hẳn")
	code := `"38"`
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	f.must(err)
	f.must(f.SetCellStyle(templates.FormSheet, "E13", "E13", style))
	want := []string{
		`Phiếu chấm!E13 warning: “Số nhiệm vụ hoàn thành”: định dạng làm ô hiện khác với giá trị đang lưu là 9; lấy giá trị đang lưu.`,
		`Phiếu chấm!D12 warning: Ô có ghi chú (comment) "xem lại"; ghi chú không được đọc.`,
		`_cchc!E2 warning: Lựa chọn trong danh sách trên trang ẩn bị sửa thành "1. Khác hẳn"; bộ chỉ số ghi "1. Thực hiện đầy đủ".`,
	}
	got := found(f.read(), problem.CellShowsOther, problem.FormComment, problem.FormOptionEdited)
	if diff := cmp.Diff(want, got, sorted); diff != "" {
		t.Error(diff)
	}
}

// What is typed where people sign comes back in the scored workbook.
func TestSignatureIsKept(t *testing.T) {
	f := scoredFile(t)
	last := f.layout.Rows[len(f.layout.Rows)-1].Number
	f.text(templates.FormSheet, last, int(templates.NumberColumn), "Nguyễn Văn A")
	first := f.read()
	filling := first.Filling()
	filling.Stage, filling.Version = templates.ScoredStage, "1"
	if again := written(t, f.layout, filling); !cmp.Equal(first.Signature, again.Signature) || len(again.Signature) != 1 {
		t.Errorf("got %v, want %v", again.Signature, first.Signature)
	}
}
