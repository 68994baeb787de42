package reader

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/draft"
)

func TestUnitAsWrittenOnTheForm(t *testing.T) {
	f := newSheetFile(t, templates.SubmittedStage)
	f.set(templates.UnitNameField, templates.FieldColumn, " Sơ\u0309 mâ\u0303u A\n")
	f.set(templates.UnitCodeField, templates.FieldColumn, 12)
	f.set(templates.UnitBlockField, templates.FieldColumn, "Sở")
	f.set(templates.ContactField, templates.FieldColumn, "Nguyễn Văn A, 0225 000 000")
	r := f.read()
	if diff := cmp.Diff(scoring.Unit{Code: "12", Name: "Sở mẫu A", Block: "Sở", Ranked: true}, r.Submission.Unit); diff != "" {
		t.Error(diff)
	}
	if r.Contact != "Nguyễn Văn A, 0225 000 000" || len(r.Problems) > 0 {
		t.Errorf("contact %q, said %q", r.Contact, said(r))
	}
}

// TestFixedUnitWins: what the secretariat fixed when it made the form beats what stands on it, and a difference is said.
func TestFixedUnitWins(t *testing.T) {
	f := newSheetFile(t, templates.SubmittedStage)
	f.set(templates.UnitNameField, templates.FieldColumn, "Sở mẫu B")
	f.set(templates.UnitCodeField, templates.FieldColumn, "sm-a")
	f.fix(templates.FixedUnitName, "Sở mẫu A")
	f.fix(templates.FixedUnitCode, "SM-A")
	f.fix(templates.FixedUnitBlock, "Sở")
	f.fix(templates.FixedUnitRanked, "không")
	f.fix(templates.FixedExempt, "1.2, 2;9.9")
	f.set("1.2", templates.ExemptColumn, 1)
	f.set("2.1", templates.ExemptColumn, 1)
	r := f.read()
	if diff := cmp.Diff(scoring.Unit{Code: "SM-A", Name: "Sở mẫu A", Block: "Sở"}, r.Submission.Unit); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"1.2", "2"}, r.Submission.Exempt); diff != "" {
		t.Error(diff)
	}
	want := []string{
		"Phiếu chấm!C1 warning: Tên đơn vị ghi trên phiếu là \"Sở mẫu B\", khác với \"Sở mẫu A\" do cơ quan thường trực ấn định khi phát phiếu; lấy theo ấn định.",
		"warning: Danh sách không đánh giá ấn định cho đơn vị có số “9.9” không thuộc bộ chỉ số.",
	}
	if diff := cmp.Diff(want, said(r)); diff != "" {
		t.Error(diff)
	}
}

// TestExemptInOnePlace: what counts and what the form reckons from are one list, else nobody knows which was meant.
func TestExemptInOnePlace(t *testing.T) {
	for name, fill := range map[string]func(f *sheetFile){
		"on the hidden sheet alone": func(f *sheetFile) { f.fix(templates.FixedExempt, "1.2") },
		"on the form alone":         func(f *sheetFile) { f.set("1.2", templates.ExemptColumn, 1) },
		"another on the form":       func(f *sheetFile) { f.fix(templates.FixedExempt, "1.2"); f.set("1.3", templates.ExemptColumn, 1) },
		"the form's column gone": func(f *sheetFile) {
			f.fix(templates.FixedExempt, "1.2")
			f.set("1.2", templates.ExemptColumn, 1)
			f.must(f.RemoveCol(templates.FormSheet, draft.ColumnName(int(templates.ExemptColumn))))
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := newSheetFile(t, templates.SubmittedStage)
			fill(f)
			book, err := Open(f.bytes())
			f.must(err)
			if _, err := Read(f.layout, book); codeOf(t, err) != problem.FormExemptDiffers {
				t.Errorf("got %v", err)
			}
		})
	}
}

// TestFreeTexts goes through what the cells of free text can hold.
func TestFreeTexts(t *testing.T) {
	date := time.Date(2023, 5, 10, 0, 0, 0, 0, time.UTC)
	cases := []struct {
		name string
		fill func(f *sheetFile)
		text string
		said []string
	}{
		{"text", func(f *sheetFile) { f.set("1.2", templates.EvidenceColumn, "Báo cáo số 12\nngày 3/4") }, "Báo cáo số 12\nngày 3/4", nil},
		{"spaces only", func(f *sheetFile) { f.set("1.2", templates.EvidenceColumn, " \n ") }, "", nil},
		{"decomposed letters", func(f *sheetFile) { f.set("1.2", templates.EvidenceColumn, "ba\u0301o ca\u0301o") }, "báo cáo", nil},
		{"control characters and marks of direction", func(f *sheetFile) {
			f.raw("1.2", templates.EvidenceColumn, `<c r="REF" t="str"><v>a_x0007_b&#x202e;c&#9;d_x000D_&#10;e</v></c>`)
		}, "abc d\ne", nil},
		{"what looks like a formula", func(f *sheetFile) {
			f.must(f.SetCellStr(templates.FormSheet, f.ref("1.2", templates.EvidenceColumn), "=1+1"))
		}, "=1+1", nil},
		{"a number", func(f *sheetFile) { f.set("1.2", templates.EvidenceColumn, 1219.5) }, "1219,5", nil},
		{"a date", func(f *sheetFile) { f.set("1.2", templates.EvidenceColumn, date) }, "10/05/2023",
			[]string{"Phiếu chấm!H14 warning: 1.2 – Tài liệu kiểm chứng: ô chứa ngày tháng hoặc phần trăm; ghi lại là “10/05/2023”."}},
		{"a percentage", func(f *sheetFile) {
			f.set("1.2", templates.EvidenceColumn, 0.125)
			f.format("1.2", templates.EvidenceColumn, 10)
		}, "12,5%",
			[]string{"Phiếu chấm!H14 warning: 1.2 – Tài liệu kiểm chứng: ô chứa ngày tháng hoặc phần trăm; ghi lại là “12,5%”."}},
		{"TRUE", func(f *sheetFile) { f.set("1.2", templates.EvidenceColumn, true) }, "TRUE", nil},
		{"an error", func(f *sheetFile) { f.raw("1.2", templates.EvidenceColumn, `<c r="REF" t="e"><v>#N/A</v></c>`) }, "",
			[]string{`Phiếu chấm!H14 warning: 1.2 – Tài liệu kiểm chứng: ô chứa lỗi "#N/A" nên không có nội dung để đọc.`}},
		{"a formula without a value", func(f *sheetFile) { f.raw("1.2", templates.EvidenceColumn, `<c r="REF"><f>A1</f></c>`) }, "",
			[]string{"Phiếu chấm!H14 warning: 1.2 – Tài liệu kiểm chứng: ô chứa công thức không kèm giá trị nên không có nội dung để đọc."}},
		{"no number", func(f *sheetFile) { f.raw("1.2", templates.EvidenceColumn, `<c r="REF"><v>1e400</v></c>`) }, "",
			[]string{`Phiếu chấm!H14 warning: 1.2 – Tài liệu kiểm chứng: ô chứa "1e400" nên không có nội dung để đọc.`}},
		{"beside the answer", func(f *sheetFile) {
			f.set("1.2", templates.EvidenceColumn, "Báo cáo")
			f.set("1.2:muc", templates.EvidenceColumn, "số 12")
		}, "Báo cáo\nsố 12", nil},
		{"merged downwards with the leaf above", func(f *sheetFile) {
			f.set("1.1", templates.EvidenceColumn, "chung")
			f.must(f.MergeCell(templates.FormSheet, f.ref("1.1", templates.EvidenceColumn), f.ref("1.2:muc", templates.EvidenceColumn)))
		}, "chung", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := newSheetFile(t, templates.SubmittedStage)
			f.set(templates.UnitNameField, templates.FieldColumn, "Sở mẫu A")
			c.fill(f)
			r := f.read()
			if got := r.Submission.Evidence["1.2"]; got != c.text {
				t.Errorf("read %q, want %q", got, c.text)
			}
			if diff := cmp.Diff(c.said, said(r)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestLongTexts: texts that are joined stay within what a cell holds.
func TestLongTexts(t *testing.T) {
	f := newSheetFile(t, templates.SubmittedStage)
	f.set("1.2", templates.EvidenceColumn, strings.Repeat("a", 20_000))
	f.set("1.2:muc", templates.EvidenceColumn, strings.Repeat("ế", 20_000))
	if n := len([]rune(f.read().Submission.Evidence["1.2"])); n != maxCellText {
		t.Errorf("joined to %d characters", n)
	}
}
