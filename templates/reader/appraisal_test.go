package reader

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates"
	"cchc/templates/formtest"
)

// scoredFile is a filled form as the program would give it back, with the fingerprints of its answers.
func scoredFile(t *testing.T) *sheetFile {
	f := filledFile(t, templates.ScoredStage)
	for _, line := range templates.Fingerprints(filledFile(t, templates.SubmittedStage).read().Submission.Answers) {
		f.fix(line.Name, line.Value)
	}
	return f
}

var answersEqual = cmp.Comparer(expr.Answer.Equal)

func TestAppraisalIsRead(t *testing.T) {
	f := scoredFile(t)
	f.set(templates.AppraisalField, templates.FieldColumn, "đã")
	f.set("1.1:b", templates.AppraisedAnswer, 8)
	f.set("1.1", templates.WhyColumn, "Thiếu tài liệu")
	f.set("1.1:b", templates.WhyColumn, "của một nhiệm vụ")
	f.set("1.2", templates.SetColumn, 0.5)
	f.set("1.3", templates.SetColumn, "kđg")
	f.set("2.1:diem", templates.AppraisedAnswer, 2)
	r := f.read()
	want := &scoring.Appraisal{
		Done: true,
		Answers: expr.Answers{
			{Leaf: "1.1", Input: "b"}:    expr.NumberAnswer(formtest.Points("8")),
			{Leaf: "2.1", Input: "diem"}: expr.NumberAnswer(formtest.Points("2")),
		},
		Set:     map[string]scoring.Verdict{"1.2": {Points: formtest.Points("0.5")}, "1.3": {NotAssessed: true}},
		Reasons: map[string]string{"1.1": "Thiếu tài liệu\ncủa một nhiệm vụ"},
	}
	if diff := cmp.Diff(want, r.Submission.Appraisal, answersEqual); diff != "" {
		t.Error(diff)
	}
	if len(r.Problems) > 0 {
		t.Errorf("said %q", said(r))
	}
}

// TestUntouchedIsNotAppraised: a scored workbook that nobody has appraised has no appraisal.
func TestUntouchedIsNotAppraised(t *testing.T) {
	f := scoredFile(t)
	f.set(templates.AppraisalField, templates.FieldColumn, "Chưa")
	f.must(f.MergeCell(templates.FormSheet, f.ref("1.1", templates.SetColumn), f.ref("1.1:a", templates.SetColumn)))
	if r := f.read(); r.Submission.Appraisal != nil || len(r.Problems) > 0 {
		t.Errorf("got %+v and %q", r.Submission.Appraisal, said(r))
	}
}

// TestVerdictCells goes through what the cell of points set by hand can hold, and where that is said.
func TestVerdictCells(t *testing.T) {
	cases := []struct {
		name  string
		value any
		want  []string
	}{
		{"zero", 0, nil},
		{"the maximum", 2, nil},
		{"more than the maximum", 2.5, []string{"Phiếu chấm!K11 error: Điểm ấn định 2,5 không hợp lệ: phải từ 0 đến 2, không quá 2 chữ số thập phân."}},
		{"negative", -1, []string{"Phiếu chấm!K11 error: Điểm ấn định -1 không hợp lệ: phải từ 0 đến 2, không quá 2 chữ số thập phân."}},
		{"a number as text", "1,5", []string{`Phiếu chấm!K11 error: “Điểm ấn định” là văn bản "1,5", không phải số; có phải là 1,5?`}},
		{"KĐG", "KĐG", nil},
		{"KĐG with a space", "KĐG ", []string{`Phiếu chấm!K11 error: “Điểm ấn định” là "KĐG ", không phải số điểm và không phải KĐG.`}},
		{"words", "đạt", []string{`Phiếu chấm!K11 error: “Điểm ấn định” là "đạt", không phải số điểm và không phải KĐG.`}},
		{"TRUE", true, []string{"Phiếu chấm!K11 error: “Điểm ấn định” là giá trị logic TRUE, không phải số liệu."}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := scoredFile(t)
			f.set(templates.AppraisalField, templates.FieldColumn, "Đã")
			f.set("1.1", templates.SetColumn, c.value)
			f.set("1.1", templates.WhyColumn, "có lý do")
			r := f.read()
			got := append(said(r), scored(f, r, "cell-", "appraisal-points")...)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMergedVerdict(t *testing.T) {
	f := scoredFile(t)
	f.set(templates.AppraisalField, templates.FieldColumn, "Đã")
	f.set("1.1", templates.SetColumn, 1)
	f.must(f.MergeCell(templates.FormSheet, f.ref("1.1", templates.SetColumn), f.ref("1.1:a", templates.SetColumn)))
	r := f.read()
	want := []string{"Phiếu chấm!K11 error: “Điểm ấn định”: ô bị gộp với các ô khác (K11:K12)."}
	if diff := cmp.Diff(want, append(said(r), scored(f, r, "cell-")...)); diff != "" {
		t.Error(diff)
	}
}

// TestBadAppraisal: what can't be used in the secretariat's columns is said at its cell.
func TestBadAppraisal(t *testing.T) {
	f := scoredFile(t)
	f.set(templates.AppraisalField, templates.FieldColumn, "xong")
	f.set("1.1:b", templates.AppraisedAnswer, "tám")
	f.raw("1.4:b", templates.AppraisedAnswer, `<c r="REF"><f>2+1</f><v>3</v></c>`)
	f.set("1.4", templates.AppraisedAnswer, 7)
	f.set("1.4:b", templates.SetColumn, 1)
	f.set("1.4", templates.WhyColumn, "sửa")
	r := f.read()
	want := []string{
		`Phiếu chấm!C7 error: Ô trạng thái thẩm định ghi "xong", không phải Chưa hoặc Đã; coi như chưa thẩm định xong.`,
		"Phiếu chấm!C7 warning: Đã ghi thẩm định (ô J13, J20) nhưng ô Thẩm định chưa chọn Đã, nên chưa tính vào kết quả.",
		"Phiếu chấm!J20 warning: “Số người dự”: ô chứa công thức; lấy giá trị đang lưu là 3.",
		"Phiếu chấm!J18 warning: Có số ghi ngoài các ô kê khai của phiếu nên không được tính: ô J18 (7), K20 (1).",
		`Phiếu chấm!J13 error: “Số nhiệm vụ hoàn thành” là văn bản "tám", không phải số.`,
		"Phiếu chấm!M11 warning: Có số liệu thẩm định hoặc điểm ấn định nhưng chưa ghi lý do.",
	}
	got := append(said(r), scored(f, r, "cell-", "appraisal-")...)
	if diff := cmp.Diff(want, got, sorted); diff != "" {
		t.Error(diff)
	}
	if r.Submission.Appraisal.Done {
		t.Error("an unreadable state counts as appraised")
	}
	if diff := cmp.Diff(map[string]string{"1.1:b@thẩm định": "tám", templates.AppraisalField: "xong"}, r.Unread); diff != "" {
		t.Error(diff)
	}
}

// TestLostVerdict: where a leaf's row is gone from a scored workbook, nobody knows what was set there.
func TestLostVerdict(t *testing.T) {
	f := scoredFile(t)
	f.must(f.RemoveRow(templates.FormSheet, f.row("1.2")))
	r := f.read()
	result := scoring.Score(f.layout.Rules, r.Submission)
	if state := result.Node("1.2").Appraised.State; state != expr.Invalid {
		t.Errorf("the appraised leaf is %s", state)
	}
	want := []string{"Phiếu chấm error: Không còn dòng có khóa “1.2” (Báo cáo): dòng đã bị xóa hoặc khóa bị sửa."}
	if diff := cmp.Diff(want, append(said(r), scored(f, r, "form-")...)); diff != "" {
		t.Error(diff)
	}
}

// TestUnitDoesNotAppraise: in a submitted form the secretariat's cells are named and not used.
func TestUnitDoesNotAppraise(t *testing.T) {
	f := filledFile(t, templates.SubmittedStage)
	f.set(templates.AppraisalField, templates.FieldColumn, "Đã")
	f.set("1.1:b", templates.AppraisedAnswer, 10)
	f.set("1.2", templates.SetColumn, "KĐG")
	f.set("1.3", templates.WhyColumn, "vì")
	r := f.read()
	const rest = "; đơn vị không tự thẩm định nên không dùng."
	want := []string{
		`Phiếu chấm!J13 warning: Ô thuộc phần thẩm định có nội dung "10"` + rest,
		`Phiếu chấm!K14 warning: Ô thuộc phần thẩm định có nội dung "KĐG"` + rest,
		`Phiếu chấm!M16 warning: Ô thuộc phần thẩm định có nội dung "vì"` + rest,
		`Phiếu chấm!C7 warning: Ô thuộc phần thẩm định có nội dung "Đã"` + rest,
	}
	if diff := cmp.Diff(want, said(r)); diff != "" {
		t.Error(diff)
	}
	if r.Submission.Appraisal != nil {
		t.Error("the unit has appraised itself")
	}
}

func TestChangedAfterScoring(t *testing.T) {
	change := func(f *sheetFile) {
		f.set("1.1:b", templates.AnswerColumn, 10)
		f.set("1.3:co", templates.AnswerColumn, nil)
	}
	cases := []struct {
		name string
		file func() *sheetFile
		want []string
	}{
		{"unchanged", func() *sheetFile { return scoredFile(t) }, nil},
		{"changed", func() *sheetFile { f := scoredFile(t); change(f); return f },
			[]string{"warning: Số liệu kê khai đã bị thay đổi sau khi chấm lần trước (tiêu chí 1.1, 1.3)."}},
		{"changed, with the fingerprint of the whole alone", func() *sheetFile {
			f := filledFile(t, templates.ScoredStage)
			f.fix(templates.FixedFingerprint, templates.Fingerprint(filledFile(t, templates.SubmittedStage).read().Submission.Answers))
			change(f)
			return f
		}, []string{"warning: Số liệu kê khai đã bị thay đổi sau khi chấm lần trước (không rõ ở tiêu chí nào)."}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, said(c.file().read())); diff != "" {
				t.Error(diff)
			}
		})
	}
}
