package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"cchc/cmd/cchc/internal/changes"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/templates/word"
)

// diffRun runs diff and gives its exit status and what it wrote.
func diffRun(t *testing.T, args ...string) (status int, out, talk string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status = run(append([]string{"diff"}, args...), streams{strings.NewReader(""), &stdout, &stderr})
	return status, stdout.String(), stderr.String()
}

func TestDiffInTheTerminal(t *testing.T) {
	status, out, talk := diffRun(t, "2022", "2023")
	if status != statusFindings || talk != "" {
		t.Errorf("status %d, talk %q", status, talk)
	}
	want, err := os.ReadFile("../../testdata/diff/so-sanh-2022-2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out); diff != "" {
		t.Error(diff)
	}
	for line := range strings.Lines(out) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > terminal.TextWidth || strings.ContainsRune(line, '\x1b') {
			t.Errorf("%d letters, or a colour: %q", n, line)
		}
	}
}

// A colour adds nothing but codes: without them the text is the same.
func TestDiffInColourSaysTheSame(t *testing.T) {
	var a app
	painted, err := a.compare("2022", "2023")
	if err != nil {
		t.Fatal(err)
	}
	coloured := changes.Text(painted, true)
	if !strings.Contains(coloured, "\x1b[31m") || !strings.Contains(coloured, "\x1b[34m") || !strings.Contains(coloured, "\x1b[1m") {
		t.Error("no colours")
	}
	bare := strings.NewReplacer("\x1b[31m", "", "\x1b[34m", "", "\x1b[1m", "", "\x1b[0m", "").Replace(coloured)
	trimmed := func(text string) (lines []string) {
		for line := range strings.Lines(text) {
			lines = append(lines, strings.TrimRight(line, " \n"))
		}
		return lines
	}
	if diff := cmp.Diff(trimmed(changes.Text(painted, false)), trimmed(bare)); diff != "" {
		t.Error(diff)
	}
}

func TestNoColourWhereItIsNotWanted(t *testing.T) {
	none := func(string) string { return "" }
	if colourful(&bytes.Buffer{}, none) {
		t.Error("colours into a buffer")
	}
	device, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer device.Close()
	for name, value := range map[string]string{"NO_COLOR": "1", "TERM": "dumb"} {
		if colourful(device, func(asked string) string {
			if asked == name {
				return value
			}
			return ""
		}) {
			t.Errorf("colours in spite of %s=%s", name, value)
		}
	}
}

func TestDiffAsRecords(t *testing.T) {
	status, out, talk := diffRun(t, "2022", "2023", "--json")
	if status != statusFindings || !strings.Contains(talk, "chưa có quy định chi tiết của 37 mục") {
		t.Errorf("status %d, talk %q", status, talk)
	}
	byNumber := map[string]string{}
	var gone []string
	for line := range strings.Lines(out) {
		var record changes.Record
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatal(err)
		}
		switch {
		case record.Number != nil:
			byNumber[*record.Number] = line
		case len(record.Classes) == 1 && record.Classes[0] == "dropped":
			gone = append(gone, *record.Was)
		}
	}
	for number, want := range map[string]string{
		"5.4": `{"number":"5.4","name":"Lập hồ sơ công việc","max":"2","change":null,"status":null,"oldName":"Đánh giá xếp loại công chức, viên chức hàng năm thuộc thẩm quyền theo quy định","contentStatus":"Đổi tiêu chí","known":null,"was":"5.5","classes":["moved"],"details":[{"class":"moved","path":"5.4.number","label":"Số thứ tự","old":"5.5","new":"5.4"}]}`,
		"5.5": `{"number":"5.5","name":"Chỉnh lý tài liệu tồn đọng","max":"1","change":"-1","status":"Hạ điểm","oldName":"Lập hồ sơ công việc","contentStatus":"Đổi tiêu chí","known":null,"was":null,"classes":["new"],"details":[]}`,
		"8.1": `{"number":"8.1","name":"Số lượng nhiệm vụ được UBND thành phố, Chủ tịch UBND thành phố giao đã hoàn thành","max":"2.5","change":null,"status":null,"oldName":null,"contentStatus":null,"known":null,"was":"8.1","classes":[],"details":[]}`,
	} {
		if diff := cmp.Diff(want+"\n", byNumber[number]); diff != "" {
			t.Error(diff)
		}
	}
	if diff := cmp.Diff([]string{"5.4", "6.1", "7.5"}, gone); diff != "" {
		t.Error(diff)
	}
}

func TestDiffAsMarkdown(t *testing.T) {
	status, out, _ := diffRun(t, "2022", "2023", "--markdown")
	if status != statusFindings {
		t.Errorf("status %d", status)
	}
	for _, want := range []string{
		"# So sánh bộ chỉ số cải cách hành chính năm 2023 với năm 2022\n",
		"\nLưu ý: hai-phong-so-nganh-2022 chưa có",
		"| STT | Lĩnh vực/Tiêu chí/Tiêu chí thành phần | Điểm tối đa | Số điểm thay đổi so với năm 2022 (=2023-2022) | Tình trạng | Nội dung thay đổi so với năm 2022 | Tình trạng |\n|---|---|---|---|---|---|---|\n",
		"| 5.5 | Chỉnh lý tài liệu tồn đọng | 1 | -1 | Hạ điểm | Lập hồ sơ công việc | Đổi tiêu chí |\n",
		"| 5.4 | Lập hồ sơ công việc | 5.5 | 0 | Chuyển số thứ tự | 5.5 (2 điểm) | 5.4 (2 điểm) |\n",
		"|  | TỔNG CỘNG | 65 | 65 | 0 |  |\n",
		"- Số mục thay đổi nội dung: văn bản nêu 5, đếm được 11, KHÔNG KHỚP (8 Đổi tiêu chí, 1 Bổ sung tiêu chí, 2 Thêm mới tiêu chí).\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q", want)
		}
	}
}

// writeSet puts an edited copy of the 2023 set into a folder of its own.
func writeSet(t *testing.T, replace ...string) string {
	t.Helper()
	data, err := os.ReadFile("../../rules/hai-phong-so-nganh-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(text, replace[i]) {
			t.Fatalf("the set has no %q", replace[i])
		}
		text = strings.ReplaceAll(text, replace[i], replace[i+1])
	}
	path := filepath.Join(t.TempDir(), "bo-chi-so.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDiffStatusAndWords(t *testing.T) {
	otherKind := writeSet(t, "id: hai-phong-so-nganh-2023", "id: hai-phong-quan-huyen-2023", "kind: sở, ban, ngành thành phố", "kind: quận, huyện thành phố")
	unrelated := writeSet(t, "id: hai-phong-so-nganh-2023", "id: hai-phong-ban-khac-2023")
	taken := filepath.Join(t.TempDir(), "co-roi.xlsx")
	if err := os.WriteFile(taken, []byte("cũ"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		args   []string
		status int
		words  string // in either stream
	}{
		{"the same set", []string{"2023", "hai-phong-so-nganh-2023"}, statusOK, "Không có khác biệt."},
		{"the same set, said", []string{"2023", "2023", "--json"}, statusOK, "Lưu ý: Hai bên là cùng một bộ chỉ số (hai-phong-so-nganh-2023)"},
		{"different sets", []string{"2023", "2022"}, statusFindings, "5.4 → 5.5"},
		{"different kinds of unit", []string{"2023", otherKind}, statusUsage, "Hai bộ chỉ số dành cho hai loại đơn vị khác nhau"},
		{"sets of no kinship", []string{"2023", unrelated}, statusOK, "các mục được ghép theo số thứ tự"},
		{"one set only", []string{"2023"}, statusUsage, "cần hai bộ chỉ số"},
		{"no such set", []string{"2023", "2031"}, statusUsage, "2031"},
		{"two forms at once", []string{"2022", "2023", "--json", "--markdown"}, statusUsage, "Chọn một trong hai"},
		{"neither workbook nor document", []string{"2022", "2023", "-o", "so-sanh.pdf"}, statusUsage, "phải có đuôi .xlsx"},
		{"a file that is there", []string{"2022", "2023", "-o", taken}, statusUsage, "--force"},
		{"no such folder", []string{"2022", "2023", "-o", filepath.Join(taken, "x", "y.xlsx")}, statusFailure, "y.xlsx"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, out, talk := diffRun(t, c.args...)
			if status != c.status || !strings.Contains(out+talk, c.words) {
				t.Errorf("status %d, want %d; wrote %.300q and said %q", status, c.status, out, talk)
			}
		})
	}
	if data, err := os.ReadFile(taken); err != nil || string(data) != "cũ" {
		t.Errorf("the file that was there: %q %v", data, err)
	}
}

func TestDiffIntoAWorkbook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "so-sanh.xlsx")
	status, out, talk := diffRun(t, "2022", "2023", "-o", path)
	data, err := os.ReadFile(path)
	if status != statusFindings || out != "" || !strings.Contains(talk, "Đã ghi "+path) || err != nil || !bytes.HasPrefix(data, []byte("PK")) {
		t.Errorf("status %d, wrote %q, said %q, %v", status, out, talk, err)
	}
	if status, _, _ := diffRun(t, "2022", "2023", "-o", path, "--force"); status != statusFindings {
		t.Errorf("again with --force: status %d", status)
	}
	again, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("the same comparison gave other bytes (%v)", err)
	}
}

// TestDiffIntoADocument: the annex in Word is, cell for cell, the workbook's first two sheets as they show.
func TestDiffIntoADocument(t *testing.T) {
	folder := t.TempDir()
	book, document := filepath.Join(folder, "so-sanh.xlsx"), filepath.Join(folder, "phu-luc.docx")
	for _, path := range []string{book, document} {
		if status, out, talk := diffRun(t, "2022", "2023", "-o", path); status != statusFindings || out != "" || !strings.Contains(talk, "Đã ghi "+path) {
			t.Fatalf("status %d, %q, %q", status, out, talk)
		}
	}
	data := []byte(contents(t, document))
	tables, err := word.Tables(data)
	if err != nil || len(tables) != 2 {
		t.Fatalf("%d tables, %v", len(tables), err)
	}
	sheets, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	defer sheets.Close()
	for i, name := range []string{"So sánh", "Theo nội dung"} {
		if diff := cmp.Diff(shownInSheet(t, sheets, name), textsIn(tables[i])); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if !tables[i].Rows[0].Head || tables[i].Rows[1].Head {
			t.Errorf("%s: the head does not repeat", name)
		}
	}
	if status, _, _ := diffRun(t, "2022", "2023", "-o", document); status != statusFindings {
		t.Errorf("again: status %d", status)
	}
	putFile(t, document, data[:len(data)-1])
	if status, _, talk := diffRun(t, "2022", "2023", "-o", document, "--force"); status != statusUsage || !strings.Contains(talk, "[stands-edited]") {
		t.Errorf("onto a document that is not as we wrote it: status %d, %s", status, talk)
	}
}

func textsIn(table word.Table) (rows [][]string) {
	for _, row := range table.Rows {
		rows = append(rows, row.Cells)
	}
	return rows
}

// shownInSheet are the rows of a sheet from its table's head on, numbers with a decimal comma and the sign that their format shows.
func shownInSheet(t *testing.T, book *excelize.File, name string) (rows [][]string) {
	t.Helper()
	all, err := book.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for n, raw := range all {
		if rows == nil && (len(raw) == 0 || !strings.HasPrefix(raw[0], "STT")) {
			continue
		}
		cells := make([]string, 7)
		for i := range cells {
			cell, err := excelize.CoordinatesToCellName(i+1, n+1)
			if err != nil {
				t.Fatal(err)
			}
			kind, err := book.GetCellType(name, cell)
			if err != nil {
				t.Fatal(err)
			}
			if i < len(raw) {
				cells[i] = strings.TrimSpace(raw[i])
			}
			if kind == excelize.CellTypeUnset && cells[i] != "" { // a number
				if name == "Theo nội dung" && !strings.HasPrefix(cells[i], "-") && cells[i] != "0" {
					cells[i] = "+" + cells[i]
				}
				cells[i] = strings.Replace(cells[i], ".", ",", 1)
			}
		}
		rows = append(rows, cells)
	}
	return rows
}
