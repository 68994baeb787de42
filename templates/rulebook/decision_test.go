package rulebook

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/rules"
	"cchc/rules/rulestest"
	"cchc/scoring"
	"cchc/scoring/kinds"
	"cchc/templates/draft"
	"cchc/templates/word/wordtest"
)

// grid reads a table of testdata: tabs part the columns, ⏎ stands for a line end in a cell.
func grid(t *testing.T, name string) (rows [][]string, want string) {
	t.Helper()
	data, err := os.ReadFile("../../testdata/decisions/" + name)
	if err != nil {
		t.Fatal(err)
	}
	table, want, _ := strings.Cut(string(data), "\n--\n")
	for _, line := range strings.Split(strings.TrimRight(table, "\n"), "\n") {
		if strings.HasPrefix(line, "# ") {
			continue
		}
		rows = append(rows, strings.Split(strings.ReplaceAll(line, "⏎", "\n"), "\t"))
	}
	return rows, strings.TrimSpace(want)
}

// forms are a table as a Word document, a workbook and a list.
func forms(t *testing.T, rows [][]string) map[string][]byte {
	t.Helper()
	var list, book bytes.Buffer
	w := csv.NewWriter(&list)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	sheet := &draft.Sheet{Name: "Phụ lục", Rows: map[int]draft.Row{}}
	for i, row := range rows {
		for j, text := range row {
			value := draft.Text(text)
			if d, ok := pointsText(text); ok && j == 2 {
				value = draft.Number(d)
			}
			sheet.Cells = append(sheet.Cells, draft.Cell{Place: draft.Place{Row: i + 1, Col: j + 1}, Value: value})
		}
	}
	if err := (&draft.Workbook{Title: "Phụ lục", Sheets: []*draft.Sheet{sheet}}).Write(&book); err != nil {
		t.Fatal(err)
	}
	half := len(rows) / 2 // the table goes on in a second one without a head
	document := wordtest.Document(t, wordtest.Paragraphs("PHỤ LỤC")+wordtest.Table(rows[:half])+wordtest.Table(rows[half:]), "")
	return map[string][]byte{"bang.csv": list.Bytes(), "bang.xlsx": book.Bytes(), "bang.docx": document}
}

// sketch is a rule's kind with its points: "levels 1/0.5/0".
func sketch(rule kinds.Rule) string {
	var points []string
	switch r := rule.(type) {
	case *kinds.Levels:
		for _, p := range r.Points {
			points = append(points, p.String())
		}
	case *kinds.Bands:
		for _, step := range r.Steps {
			points = append(points, step.Points.String())
		}
		points = append(points, r.Else.String())
	case *kinds.Count:
		for _, tariff := range r.Tariffs {
			points = append(points, tariff.Each.String())
		}
	case *kinds.Sum:
		for _, part := range r.Parts {
			points = append(points, sketch(part.Rule))
		}
	}
	return strings.TrimSpace(rule.Kind() + " " + strings.Join(points, "/"))
}

// outlineOf says of each criterion its number, maximum, and the kind of its rule with its points.
func outlineOf(r *Reading) string {
	var lines []string
	for node := range r.Rules.All() {
		line := node.Number + " | " + node.Max.String()
		if node.IsLeaf() {
			kind := sketch(node.Rule)
			if isOpen(node) {
				kind = "open"
			}
			line += " | " + kind
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// TestDecisionsOfOtherStyles reads tables that are laid out otherwise, in each of the three forms, and holds what comes of them to
// what stands below each.
func TestDecisionsOfOtherStyles(t *testing.T) {
	files, _ := filepath.Glob("../../testdata/decisions/bang-*.txt")
	if len(files) < 4 {
		t.Fatalf("only %v", files)
	}
	for _, file := range files {
		rows, want := grid(t, filepath.Base(file))
		wanted, codes, _ := strings.Cut(want, "\n! ")
		for name, data := range forms(t, rows) {
			t.Run(filepath.Base(file)+"/"+name, func(t *testing.T) {
				got, err := Decision(name, data, nil)
				if err != nil {
					t.Fatal(err)
				}
				got.Settle(2024, "bo-chi-so-2024", nil)
				if diff := cmp.Diff(strings.Split(wanted, "\n"), strings.Split(outlineOf(got), "\n")); diff != "" {
					t.Errorf("%s\n%v %v", diff, got.Faults, got.Open)
				}
				holdLoads(t, got, codes)
			})
		}
	}
}

// holdLoads wants that a set which was read loads as a file, with no findings but those.
func holdLoads(t *testing.T, got *Reading, codes string) {
	t.Helper()
	data, err := rules.Write(got.Rules, "Đọc từ quyết định", got.Remarks)
	if err != nil {
		t.Fatal(err)
	}
	set := rules.Decode("doc.yaml", data)
	var found []string
	for _, f := range set.Findings {
		if f.Code != "source-missing" && f.Code != "rule-label-twice" {
			found = append(found, string(f.Code))
			if got.Locate(f.Path) == "" {
				t.Errorf("%s has no place", f)
			}
		}
	}
	if strings.Join(found, " ") != codes {
		t.Errorf("findings %v, want %q", set.Findings, codes)
	}
}

// TestDecisionOfTheLetter reads the appendix of the 2023 letter in each of the three forms, alone and beside the set that was made of it
// by hand.
func TestDecisionOfTheLetter(t *testing.T) {
	before := rulestest.LoadSet(t, "2023")
	rows, _ := grid(t, "cong-van-3476.txt")
	for name, data := range forms(t, rows) {
		for _, test := range []struct {
			before *scoring.RuleSet
			want   string
		}{
			{nil, "77 tiêu chí: 0 như năm trước, 45 đọc được, 21 cần xem, 11 chưa hiểu"},
			{before, "77 tiêu chí: 77 như năm trước, 0 đọc được, 0 cần xem, 0 chưa hiểu"},
		} {
			got, err := Decision(name, data, test.before)
			if err != nil {
				t.Fatal(err)
			}
			if t.Logf("%s: %s", name, got.Counts); got.Counts.String() != test.want {
				t.Errorf("%s: %s, want %s", name, got.Counts, test.want)
			}
			got.Settle(2024, "hai-phong-so-nganh-2024", test.before)
			holdLoads(t, got, "set-sum set-sum") // a page of the letter is missing
		}
	}
}

// TestDecisionBesideLastYear: words that changed are read anew, a criterion that moved says what it was, what is gone is listed.
func TestDecisionBesideLastYear(t *testing.T) {
	before := rulestest.LoadSet(t, "2023")
	rows, _ := grid(t, "cong-van-3476.txt")
	var changed [][]string
	for _, row := range rows {
		switch row = append([]string(nil), row...); {
		case row[0] == "5.6" || strings.Contains(row[1], "mục tiêu tinh giản"): // gone
			continue
		case strings.HasPrefix(row[1], "Nếu tỷ lệ b/a < 0,8"):
			row[1] = "Nếu tỷ lệ b/a < 0,9 thì điểm đánh giá là 0."
		case row[0] == "5.9":
			row[0] = "5.6"
		}
		changed = append(changed, row)
	}
	got, err := Decision("bang.csv", forms(t, changed)["bang.csv"], before)
	if err != nil {
		t.Fatal(err)
	}
	got.Settle(2024, "hai-phong-so-nganh-2024", before)
	if want := "76 tiêu chí: 75 như năm trước, 0 đọc được, 1 cần xem, 0 chưa hiểu"; got.Counts.String() != want {
		t.Errorf("%s, want %s", got.Counts, want)
	}
	if moved := got.Rules.Find("5.6"); moved == nil || moved.Was != "5.9" {
		t.Errorf("5.6 is %v", moved)
	}
	if said := strings.Join(got.Rules.Find("1.1").Describe(), "\n"); !strings.Contains(said, "dưới 90%") || !strings.Contains(said, "không đánh giá") {
		t.Error(said)
	}
	var gone []string
	for _, c := range got.Dropped {
		gone = append(gone, c.Number)
	}
	if fmt.Sprint(gone) != "[3.3.4 3.4-3.5 3.4 5.6]" {
		t.Errorf("gone: %v", gone)
	}
}

// TestDecisionPassesNothingOver: what stands in a column without a head is named, and the criterion beside it is left to a person.
func TestDecisionPassesNothingOver(t *testing.T) {
	table := "STT\tTiêu chí\tĐiểm tối đa\n1\tA\t2\t\n1.1\tB\t1\t\n\tCó: 1\t\tnhưng trừ 0,5 nếu chậm\n\tKhông: 0\t\t\n1.2\tC\t1\t\n\tCó: 1\t\t\n\tKhông: 0\t\t\n"
	got, err := Decision("a.csv", []byte(table), nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := "2 tiêu chí: 0 như năm trước, 1 đọc được, 0 cần xem, 1 chưa hiểu"; got.Counts.String() != want {
		t.Errorf("%s, want %s", got.Counts, want)
	}
	if len(got.Faults) != 1 || got.Faults[0].Place != "dòng 4" || got.Faults[0].Code != "book-beside" {
		t.Errorf("told %v", got.Faults)
	}
}

// TestDecisionOfAScan: a letter before its table, a page that was read with a column too many, and words that only compare years. Places
// are the lines of the file.
func TestDecisionOfAScan(t *testing.T) {
	list := "UBND THÀNH PHỐ\nSố: 12, 13\n\nSTT\tTiêu chí\tĐiểm tối đa\tThay đổi so với năm 2022\n1\tCHỈ ĐẠO\t3\t\n1.1\tB\t1\t\n\tCó: 1\t\t\n\tKhông: 0\t\t\n" +
		"\n1.2\tC\t\t1\t0,5\n\tCó: 1\t\t\t\n\tKhông: 0\t\t\t\n1.3\tD\t\t1\tThêm mới tiêu chí\n\tCó: 1\t\t\t\n\tKhông: 0\t\t\t\n"
	got, err := Decision("quet.txt", []byte(list), nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := "1 | 3\n1.1 | 1 | levels 1/0\n1.2 | 1 | levels 1/0\n1.3 | 1 | levels 1/0"; outlineOf(got) != want {
		t.Errorf("read as\n%s\nopen: %v", outlineOf(got), got.Open)
	}
	var told []string
	for _, fault := range got.Faults {
		told = append(told, fault.Place+" "+string(fault.Code))
	}
	if strings.Join(told, ", ") != "dòng 4 book-unknown-column, dòng 10 book-shifted" {
		t.Errorf("told %v", told)
	}
}
