package reader

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"cchc/scoring"
	"cchc/templates"
	"cchc/templates/formtest"
)

// tenRules are rules with a criterion 1.10, which as a number is 1.1.
func tenRules() *scoring.RuleSet {
	rules := formtest.SmallRules()
	area := &rules.Criteria[0]
	tenth := area.Children[0]
	tenth.Number, tenth.Name = "1.10", "Cải tiến"
	area.Children = append(area.Children, tenth)
	return rules
}

// TestKeysThatLostAZero: of two keys that are one number the row's name decides, and where it doesn't, the row is named.
func TestKeysThatLostAZero(t *testing.T) {
	lost := []string{
		"Phiếu chấm error: Không còn dòng có khóa “1.1” (Kế hoạch): dòng đã bị xóa hoặc khóa bị sửa.",
		"Phiếu chấm error: Không còn dòng có khóa “1.10” (Cải tiến): dòng đã bị xóa hoặc khóa bị sửa.",
		`Phiếu chấm!A11 warning: Cột khóa ẩn có nội dung không phải khóa của phiếu: "1.1" (ô A11), "1.1" (ô A21); các dòng này không được đọc.`,
	}
	for _, c := range []struct {
		name  string
		names bool
		want  []string
		text  string // beside 1.10
	}{
		{"beside their names", true, nil, "Báo cáo số 10"},
		{"without names", false, lost, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newSheetFileOf(t, templates.SubmittedStage, tenRules())
			for key, name := range map[string]string{"1.1": "Kế hoạch", "1.10": "Cải tiến"} {
				f.set(key, templates.KeyColumn, 1.1)
				if c.names {
					f.set(key, templates.NameColumn, name)
				}
			}
			f.set("1.10", templates.EvidenceColumn, "Báo cáo số 10")
			r := f.read()
			got := slices.DeleteFunc(said(r), func(line string) bool { return !slices.Contains(lost, line) })
			if diff := cmp.Diff(c.want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
			if text := r.Submission.Evidence["1.10"]; text != c.text {
				t.Errorf("evidence of 1.10: %q, want %q", text, c.text)
			}
		})
	}
}

// TestKeysThatBecameDates: a row whose key another program made a date of is known by its name, and named; without a name, or beside one
// that several bear, its key is missing.
func TestKeysThatBecameDates(t *testing.T) {
	f := filledFile(t, templates.SubmittedStage)
	sound := f.read().Submission
	for key, name := range map[string]string{"1.1": "Kế hoạch", "1.3": "Kiểm tra", "1.4": "Tuyên truyền", "2.1": "chữ khác"} {
		f.set(key, templates.NameColumn, name)
	}
	f.set("1.1", templates.KeyColumn, "1-Jan")
	f.set("1.3", templates.KeyColumn, 37_258)
	f.set("1.4", templates.KeyColumn, 37_259)
	f.format("1.4", templates.KeyColumn, 14)
	f.set("2.1", templates.KeyColumn, "2-Jan")
	r := f.read()
	var got []string
	for _, line := range said(r) {
		if strings.Contains(line, "hóa") && !strings.Contains(line, "Ô in sẵn") {
			got = append(got, line)
		}
	}
	const by = " trong cột khóa ẩn bị chương trình khác đổi thành "
	want := []string{
		`Phiếu chấm error: Không còn dòng có khóa “2.1” (Sáng kiến): dòng đã bị xóa hoặc khóa bị sửa.`,
		`Phiếu chấm!A11 warning: Khóa “1.1” (Kế hoạch)` + by + `"1-Jan"; dòng này được nhận lại theo tên tiêu chí.`,
		`Phiếu chấm!A16 warning: Khóa “1.3” (Kiểm tra)` + by + `ngày 02/01/2002; dòng này được nhận lại theo tên tiêu chí.`,
		`Phiếu chấm!A18 warning: Khóa “1.4” (Tuyên truyền)` + by + `ngày 03/01/2002; dòng này được nhận lại theo tên tiêu chí.`,
		`Phiếu chấm!A22 warning: Cột khóa ẩn có nội dung không phải khóa của phiếu: "2-Jan" (ô A22); các dòng này không được đọc.`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, leaf := range []string{"1.1", "1.3", "1.4"} {
		if r.Submission.Evidence[leaf] != sound.Evidence[leaf] {
			t.Errorf("evidence of %s: %q", leaf, r.Submission.Evidence[leaf])
		}
	}
}
