package reader

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates"
	"cchc/templates/formtest"
)

// illustrated is a filled form in which people handed in more than values.
func illustrated(t *testing.T) *sheetFile {
	f := filledFile(t, templates.SubmittedStage)
	f.raw("1.1", templates.EvidenceColumn, `<c r="REF" t="str"><f>_xlfn.DISPIMG("ID_7",1)</f><v>=DISPIMG("ID_7",1)</v></c>`)
	f.raw("1.2", templates.EvidenceColumn, `<c r="REF" t="e" vm="1"><v>#VALUE!</v></c>`)
	f.set("1.3", templates.EvidenceColumn, "Báo cáo 105")
	f.must(f.SetCellHyperLink(templates.FormSheet, f.ref("1.3", templates.EvidenceColumn), "https://haiphong.gov.vn/bc105", "External"))
	f.set("1.4", templates.EvidenceColumn, "https://haiphong.gov.vn/bc106")
	f.must(f.SetCellHyperLink(templates.FormSheet, f.ref("1.4", templates.EvidenceColumn), "https://haiphong.gov.vn/bc106", "External"))
	f.must(f.SetCellHyperLink(templates.FormSheet, f.ref("2.1", templates.EvidenceColumn), "mailto:cchc@haiphong.gov.vn", "External"))
	var dot bytes.Buffer
	f.must(png.Encode(&dot, image.NewGray(image.Rect(0, 0, 2, 2))))
	f.must(f.AddPictureFromBytes(templates.FormSheet, f.ref("1.4", templates.EvidenceColumn), &excelize.Picture{Extension: ".png", File: dot.Bytes(), Format: &excelize.GraphicOptions{}}))
	f.must(f.AddComment(templates.FormSheet, excelize.Comment{Cell: f.ref("1.3:co", templates.AnswerColumn), Paragraph: []excelize.RichTextRun{{Text: "đã kiểm tra\nđợt 2"}}}))
	f.must(f.AddComment(templates.FormSheet, excelize.Comment{Cell: "Z99", Paragraph: []excelize.RichTextRun{{Text: "ngoài lề"}}}))
	return f
}

// TestBesideTheCells: pictures are called pictures and are no evidence, addresses and notes become texts, and what stays in the
// file is named once.
func TestBesideTheCells(t *testing.T) {
	r := illustrated(t).read()
	if diff := cmp.Diff(map[string]string{
		"1.3": "Báo cáo 105 (https://haiphong.gov.vn/bc105)", "1.4": "https://haiphong.gov.vn/bc106", "2.1": "cchc@haiphong.gov.vn",
	}, r.Submission.Evidence); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]string{"1.3": "Chưa có kế hoạch\n[Ghi chú ở ô E17] đã kiểm tra đợt 2"}, r.Submission.Justification); diff != "" {
		t.Error(diff)
	}
	want := []string{"warning: Phiếu nộp có ảnh (ô H11, H14, H18); ghi chú (ô E17); chỉ nằm ở tệp đã nộp, không có trong " +
		"phiếu kết quả (nội dung ghi chú ở ô kê khai đã chép sang Giải trình).",
		`Phiếu chấm!Z99 warning: Ô có ghi chú (comment) "ngoài lề"; ghi chú không được đọc.`}
	if diff := cmp.Diff(want, said(r)); diff != "" {
		t.Error(diff)
	}
	missing := 0
	for _, p := range scoring.Score(formtest.SmallRules(), r.Submission).Problems {
		if p.Code == "evidence-missing" && (p.Path == "1.1" || p.Path == "1.2") {
			missing++
		}
	}
	if missing != 2 {
		t.Errorf("pictures stand for evidence: %d are missing, want 2", missing)
	}
}

// TestWordsInBoxes: words in text boxes are named with their sheet and place, those of the guide too, and so are pictures there.
func TestWordsInBoxes(t *testing.T) {
	f := filledFile(t, templates.SubmittedStage)
	box := func(sheet, cell, text string) {
		f.must(f.AddShape(sheet, &excelize.Shape{Cell: cell, Type: "rect", Paragraph: []excelize.RichTextRun{{Text: text}, {Text: "dòng hai"}}}))
	}
	_, err := f.NewSheet(templates.GuideSheet)
	f.must(err)
	box(templates.FormSheet, "H11", "đã gửi báo cáo riêng")
	box(templates.GuideSheet, "B3", "hỏi anh Nam")
	f.must(f.AddShape(templates.GuideSheet, &excelize.Shape{Cell: "B9", Type: "rect"}))
	const end = "; chữ này không được đọc."
	want := []string{
		`Phiếu chấm!H11 warning: Hộp chữ, hình vẽ có chữ "đã gửi báo cáo riêng dòng hai"` + end,
		`Hướng dẫn!B3 warning: Hộp chữ, hình vẽ có chữ "hỏi anh Nam dòng hai"` + end,
		"warning: Phiếu nộp có hình vẽ (trang \"Hướng dẫn\", ô B9); chỉ nằm ở tệp đã nộp, không có trong phiếu kết quả.",
	}
	if diff := cmp.Diff(want, said(f.read())); diff != "" {
		t.Error(diff)
	}
}

// TestPictureForANumber: a picture in an answer's cell is called one.
func TestPictureForANumber(t *testing.T) {
	f := filledFile(t, templates.SubmittedStage)
	f.raw(aNumber, templates.AnswerColumn, `<c r="REF" t="e" vm="1"><v>#VALUE!</v></c>`)
	key, _ := expr.ParseKey(aNumber)
	bad, _ := f.read().Submission.Answers[key].Bad()
	if want := "“Số nhiệm vụ hoàn thành”: trong ô là ảnh, không phải số liệu."; bad.Text() != want {
		t.Errorf("got %q, want %q", bad.Text(), want)
	}
}

// TestNothingBeside: a plain form has nothing to say.
func TestNothingBeside(t *testing.T) {
	if lines := strings.Join(said(filledFile(t, templates.SubmittedStage).read()), ""); lines != "" {
		t.Error(lines)
	}
}
