package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"cchc/cmd/cchc/internal/record"
	"cchc/rules"
	"cchc/scoring"
)

// rankRun runs rank and gives its exit status and what it wrote.
func rankRun(t *testing.T, in string, args ...string) (status int, out, talk string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status = run(append([]string{"rank"}, args...), streams{strings.NewReader(in), &stdout, &stderr})
	return status, stdout.String(), stderr.String()
}

// resultLine is the line of a unit "Sở:A" of the 2023 set, all leaves of which were appraised to a share of their maximum, but
// for those that were left out.
func resultLine(t *testing.T, unit, share string, leftOut ...string) string {
	t.Helper()
	catalog, err := rules.Open()
	if err != nil {
		t.Fatal(err)
	}
	set, err := catalog.Load("2023")
	if err != nil || set.Rules == nil {
		t.Fatal("the 2023 set is not sound", err)
	}
	verdicts := map[string]scoring.Verdict{}
	for _, leaf := range set.Rules.Leaves() {
		verdicts[leaf.Number] = scoring.Verdict{Points: leaf.Max.Mul(decimal.RequireFromString(share)).Truncate(2)}
	}
	for _, number := range leftOut {
		verdicts[number] = scoring.Verdict{NotAssessed: true}
	}
	block, code, _ := strings.Cut(unit, ":")
	in := scoring.Submission{
		Unit:      scoring.Unit{Code: code, Name: "Đơn vị " + code, Block: block, Ranked: !strings.HasSuffix(code, "X")},
		Appraisal: &scoring.Appraisal{Done: share != "0", Set: verdicts, Reasons: map[string]string{}},
	}
	result := scoring.Score(set.Rules, in)
	rec := record.New("nop/"+code+".xlsx", &result, nil).Carrying(set.Rules.FormHash(), set.Rules.RulesHash(), &in, set.Rules)
	var line bytes.Buffer
	if err := rec.Write(&line); err != nil {
		t.Fatal(err)
	}
	return line.String()
}

func saved(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestHalvesRankLikeTheWhole: however results were spread over machines and in whatever order they come back.
func TestHalvesRankLikeTheWhole(t *testing.T) {
	a, b := resultLine(t, "Sở:A", "1"), resultLine(t, "Sở:B", "0.5", "1.1", "2.3.1")
	c, d := resultLine(t, "Ban:C", "0.5"), resultLine(t, "Sở:DX", "0.9")
	folder := t.TempDir()
	whole := filepath.Join(folder, "ca.xlsx")
	halves := filepath.Join(folder, "hai-nua.xlsx")
	args := func(out string, in ...string) []string { return append(in, "-o", out, "--json") }
	status, wantOut, talk := rankRun(t, "", args(whole, saved(t, "tat-ca.jsonl", a+b+c+d))...)
	if status != statusOK || !strings.Contains(talk, "4 đơn vị trong 2 khối, 3 được xếp hạng") {
		t.Fatalf("status %d, talk %q", status, talk)
	}
	status, out, talk := rankRun(t, a, args(halves, saved(t, "1.jsonl", d+c), saved(t, "2.jsonl", "\n"+b), "-")...)
	if status != statusOK {
		t.Fatalf("status %d, talk %q", status, talk)
	}
	if diff := cmp.Diff(wantOut, out); diff != "" {
		t.Error(diff)
	}
	if contents(t, whole) != contents(t, halves) {
		t.Error("the workbooks differ")
	}
}

// TestRankOfFormsAndOfTheirResults ranks submitted forms, what score says of them, and the workbooks that it writes.
func TestRankOfFormsAndOfTheirResults(t *testing.T) {
	folder := t.TempDir()
	forms, results := filepath.Join(folder, "nop"), filepath.Join(folder, "cham")
	if err := os.Mkdir(forms, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, sample := range []string{"so-mau-a", "so-mau-b", "ban-mau-c"} {
		form := filepath.Join(forms, sample+".xlsx")
		if status := run([]string{"template", "2023", "--answers", "../../testdata/samples/" + sample + ".yaml", "-o", form},
			streams{strings.NewReader(""), io.Discard, io.Discard}); status != statusOK {
			t.Fatalf("template ends with %d", status)
		}
	}
	var lines bytes.Buffer
	run([]string{"score", forms, "-o", results, "--json"}, streams{strings.NewReader(""), &lines, io.Discard})
	status, want, talk := rankRun(t, "", forms, "--json")
	if status != statusFindings || strings.Count(want, "\n") != 3 || talk != "" { // the third form is incomplete
		t.Fatalf("status %d, talk %q, out %s", status, talk, want)
	}
	if _, got, talk := rankRun(t, lines.String(), "-", "--json"); got != want {
		t.Errorf("by the lines of score: %s %s", talk, cmp.Diff(want, got))
	}
	_, got, talk := rankRun(t, "", results, "--json")
	named := strings.NewReplacer(filepath.ToSlash(results), filepath.ToSlash(forms), "SM-A Sở mẫu A", "so-mau-a", "SM-B Sở mẫu B", "so-mau-b", "BM-C Ban mẫu C", "ban-mau-c")
	if got = named.Replace(got); got != want { // results are named after their units
		t.Errorf("by the scored workbooks: %s %s", talk, cmp.Diff(want, got))
	}
}

func TestRankRecords(t *testing.T) {
	survey := saved(t, "ks.csv", "ma;diem\nA;30,5\n")
	status, out, talk := rankRun(t, resultLine(t, "Sở:A", "1", "1.1")+resultLine(t, "Sở:B", "0"),
		"-", "--json", "--survey", survey, "--classes", "Tốt=80,Xuất sắc=90.5")
	if status != statusFindings || !strings.Contains(talk, "B: Đơn vị “Đơn vị B” không có điểm điều tra xã hội học") {
		t.Errorf("status %d, talk %q", status, talk)
	}
	var got []rankRecord
	for line := range strings.Lines(out) {
		var rec rankRecord
		if err := json.Unmarshal([]byte(line), &rec); err != nil {
			t.Fatal(err)
		}
		got = append(got, rec)
	}
	text := func(s string) *string { return &s }
	first := 1
	nothing := record.Total{Points: "0", Max: "65", AssessedMax: "65", Percent: "0", Rescaled: "0", Provisional: true}
	want := []rankRecord{
		{Block: "Sở", Rank: &first, Unit: record.Unit{Code: "A", Name: "Đơn vị A", Block: "Sở", Ranked: true}, File: "nop/A.xlsx", Self: &nothing,
			Appraised:  &record.Total{Points: "63.5", Max: "65", AssessedMax: "63.5", Percent: "100", Rescaled: "65"},
			Difference: text("63.5"), Survey: text("30.5"), Total: text("95.5"), Index: text("95.5"), Class: "Xuất sắc", Notes: []string{}},
		{Block: "Sở", Unit: record.Unit{Code: "B", Name: "Đơn vị B", Block: "Sở", Ranked: true}, File: "nop/B.xlsx", Self: &nothing, StandIn: true, Notes: []string{
			"Chưa xếp hạng: thiếu điểm điều tra xã hội học", "Tạm tính: còn 79 tiêu chí chưa có điểm", "Điểm tự chấm, chưa có điểm thẩm định"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRankTable(t *testing.T) {
	in := resultLine(t, "=Sở:A", "1") + resultLine(t, "=Sở:B", "0.5", "1.1")
	_, out, _ := rankRun(t, in, "-", "--csv")
	const want = "\uFEFFKhối;Hạng;Mã;Đơn vị;Điểm tự chấm;Điểm thẩm định;Chênh lệch;Điểm tối đa được đánh giá;Tỷ lệ (%);Xếp loại;Ghi chú;Tệp\r\n" +
		"'=Sở;1;A;Đơn vị A;0;65;65;65;100;;;nop/A.xlsx\r\n" +
		"'=Sở;2;B;Đơn vị B;0;31,7;31,7;63,5;49,92;;;nop/B.xlsx\r\n"
	if diff := cmp.Diff(want, out); diff != "" {
		t.Error(diff)
	}
}

func TestRankInTheTerminal(t *testing.T) {
	status, out, _ := rankRun(t, resultLine(t, "Sở:A", "1")+resultLine(t, "Sở:B", "0.5")+resultLine(t, "Sở:CX", "0.5"), "-", "--classes", "Tốt=80")
	const want = `Khối: Sở
Hạng Mã           Đơn vị                               Tỷ lệ % Ghi chú
──── ──────────── ────────────────────────────────── ───────── ─────────────────────────────────────
   1 A            Đơn vị A                              100,00 Tốt
   2 B            Đơn vị B                               49,92
   – CX           Đơn vị CX                              49,92 Không xếp hạng

3 đơn vị trong 1 khối, 2 được xếp hạng.
`
	if diff := cmp.Diff(want, out); diff != "" || status != statusOK {
		t.Errorf("status %d %s", status, diff)
	}
}

// TestRankGoesOn past what can't be used, says it, and ends with 1.
func TestRankGoesOn(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"a.jsonl": resultLine(t, "Sở:A", "1") + "{\n" + strings.Replace(resultLine(t, "Sở:B", "1"), `"points":"65"`, `"points":"64"`, 1) +
			strings.Replace(resultLine(t, "Sở:C", "1"), "hai-phong-so-nganh-2023", "khong-co-2020", 1),
		"phieu.xlsx": "không phải phiếu", "anh.png": "", "~$a.xlsx": "", "xep-hang.xlsx": "cũ",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(folder, "xep-hang.xlsx")
	status, _, talk := rankRun(t, "", folder, "-o", out, "--force")
	if status != statusFindings {
		t.Errorf("status %d", status)
	}
	for _, want := range []string{"anh.png: không phải phiếu Excel", "~$a.xlsx: tệp khóa của Excel", "[results-shape]", "[results-sum]",
		"[form-rules-unknown]", "phieu.xlsx: Tệp là văn bản thuần", "Đã ghi " + out + ": 1 đơn vị trong 1 khối, 1 được xếp hạng."} {
		if !strings.Contains(talk, want) {
			t.Errorf("does not say %q:\n%s", want, talk)
		}
	}
	if !strings.HasPrefix(contents(t, out), "PK") {
		t.Error("no workbook was written")
	}
}

// TestLinksOnlyWhereWeAre: of the files that a line of results tells, only those below or beside us are looked for.
func TestLinksOnlyWhereWeAre(t *testing.T) {
	line := strings.Replace(resultLine(t, "Sở:A", "1"), `"file":"nop/A.xlsx"`, `"file":"/bin/sh"`, 1)
	out := filepath.Join(t.TempDir(), "xep.xlsx")
	rankRun(t, line+line, "-", "-o", out)
	cells := xmlCells(t, []byte(contents(t, out)))
	if len(cells) == 0 {
		t.Error("no ranking was written")
	}
	for at, cell := range cells {
		if strings.Contains(cell.Formula, "HYPERLINK") {
			t.Errorf("%s links to a file that was only told: %s", at, cell.Formula)
		}
	}
}

func TestRankRefuses(t *testing.T) {
	results := saved(t, "a.jsonl", resultLine(t, "Sở:A", "1"))
	there := saved(t, "xep-hang.xlsx", "cũ")
	badSurvey := saved(t, "ks.csv", "ma;diem\nA;40\nB;x\n")
	tests := []struct {
		name   string
		args   []string
		status int
		words  string
	}{
		{"nothing given", nil, statusUsage, "ít nhất một phiếu"},
		{"a file that is not there", []string{"khong-co.jsonl"}, statusFailure, "Không tìm thấy “khong-co.jsonl”"},
		{"an unknown side", []string{results, "--by", "both"}, statusUsage, "Tùy chọn --by"},
		{"two outputs", []string{results, "--json", "--csv"}, statusUsage, "Chọn một trong hai"},
		{"no workbook", []string{results, "-o", "a.csv"}, statusUsage, "đuôi .xlsx"},
		{"a file that is there", []string{results, "-o", there}, statusUsage, "--force"},
		{"a class without a bound", []string{results, "--classes", "Tốt"}, statusUsage, "Xếp loại “Tốt” không hợp lệ"},
		{"a class past 100", []string{results, "--classes", "Tốt=101"}, statusUsage, "từ 0 đến 100"},
		{"a class with a decimal comma", []string{results, "--classes", "Tốt=79,5,Khá=65"}, statusUsage,
			"Lỗi: Xếp loại “Tốt=79,5”: ở đây dấu phẩy ngăn các loại, phần thập phân ghi sau dấu chấm. Gõ “Tốt=79.5”."},
		{"a class twice", []string{results, "--classes", "Tốt=90,Khá=90"}, statusUsage, "trùng với"},
		{"a survey of nought", []string{results, "--survey-max", "0"}, statusUsage, "không hợp lệ"},
		{"a bad survey", []string{results, "--survey", badSurvey}, statusFindings, "ks.csv:3:2: lỗi: Cột diem: “x” không phải số"},
		{"no survey", []string{results, "--survey", "khong-co.csv"}, statusFailure, "Không tìm thấy"},
		{"no result", []string{saved(t, "b.jsonl", "")}, statusFindings, "Không có kết quả nào để xếp hạng"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			status, out, talk := rankRun(t, "", test.args...)
			if status != test.status || !strings.Contains(talk, test.words) || out != "" {
				t.Errorf("status %d, out %q, talk %q; want %d and %q", status, out, talk, test.status, test.words)
			}
		})
	}
	if contents(t, there) != "cũ" {
		t.Error("the old file was touched")
	}
}
