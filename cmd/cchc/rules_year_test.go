package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// bookEditor types into the book of a year as an official does.
type bookEditor struct {
	*testing.T
	*excelize.File
}

const bookSheet = "Bộ chỉ số"

// row finds a criterion.
func (e bookEditor) row(number string) int {
	e.Helper()
	return e.find(bookSheet, number)
}

func (e bookEditor) find(sheet, text string) int {
	e.Helper()
	rows, err := e.GetRows(sheet)
	if err != nil {
		e.Fatal(err)
	}
	for i, row := range rows {
		if len(row) > 0 && row[0] == text {
			return i + 1
		}
	}
	return 0
}

func (e bookEditor) put(sheet, column string, row int, value any) {
	e.Helper()
	if err := e.SetCellValue(sheet, fmt.Sprint(column, row), value); err != nil {
		e.Fatal(err)
	}
}

func (e bookEditor) get(column string, row int) string {
	e.Helper()
	text, err := e.GetCellValue(bookSheet, fmt.Sprint(column, row))
	if err != nil {
		e.Fatal(err)
	}
	return text
}

// must ends the test on an error.
func (e bookEditor) must(err error) {
	e.Helper()
	if err != nil {
		e.Fatal(err)
	}
}

// add writes a criterion below a row.
func (e bookEditor) add(below int, number, name string, points float64, inputs, rule string) {
	e.Helper()
	e.must(e.InsertRows(bookSheet, below+1, 1))
	for column, value := range map[string]any{"A": number, "B": name, "C": points, "D": "Theo quyết định mới", "E": inputs, "F": rule, "G": "văn bản"} {
		e.put(bookSheet, column, below+1, value)
	}
}

// sum lets the points of a row be those of others.
func (e bookEditor) sum(number string, parts ...string) {
	e.Helper()
	var cells []string
	for _, part := range parts {
		cells = append(cells, fmt.Sprint("C", e.row(part)))
	}
	e.must(e.SetCellFormula(bookSheet, fmt.Sprint("C", e.row(number)), strings.Join(cells, "+")))
}

// forget removes the examples of a criterion.
func (e bookEditor) forget(number string) {
	e.Helper()
	for row := e.find("Ví dụ", number); row > 0; row = e.find("Ví dụ", number) {
		e.must(e.RemoveRow("Ví dụ", row))
	}
}

// changeYear makes next year's book of this year's: a threshold is raised, a name reworded, a criterion dropped, one moved, one split and
// one added.
func (e bookEditor) changeYear() {
	row := e.row("1.1")
	e.put(bookSheet, "F", row, strings.Replace(e.get("F", row), "dưới 80%", "dưới 85%", 1))
	e.put("Ví dụ", "C", e.find("Ví dụ", "1.1")+1, "0")
	e.put(bookSheet, "B", e.row("2.3.2"), "Các hoạt động theo dõi thi hành pháp luật trong năm")
	e.must(e.RemoveRow(bookSheet, e.row("3.6")))
	e.forget("3.6")
	e.must(e.DuplicateRowTo(bookSheet, e.row("5.9"), e.row("6.2.2")+1))
	e.put(bookSheet, "A", e.row("6.2.2")+1, "6.3")
	e.must(e.RemoveRow(bookSheet, e.row("5.9")))
	for _, column := range []string{"D", "E", "F", "G"} {
		e.put(bookSheet, column, e.row("5.2"), nil)
	}
	e.forget("5.2")
	e.add(e.row("5.2"), "5.2.1", "Tuyển dụng đúng thẩm quyền", 0.5, "k: Tuyển dụng đúng thẩm quyền [Có/Không]", "Tuyển dụng đúng thẩm quyền: Có – 0,5 điểm; Không – 0 điểm")
	e.add(e.row("5.2.1"), "5.2.2", "Tuyển dụng đúng thời hạn", 0.5, "a: Số đợt tuyển dụng [đợt]\nb: Số đợt đúng hạn [đợt]", "điểm = b/a x 0.5\nkhi a = 0: không đánh giá")
	e.add(e.row("8.2"), "8.3", "Nhiệm vụ được khen thưởng", 1, "a: Số nhiệm vụ được khen thưởng [nhiệm vụ]", "Số nhiệm vụ được khen thưởng: mỗi nhiệm vụ được 0,25 điểm")
	e.sum("3", "3.1", "3.2", "3.3", "3.4-3.5", "3.7")
	e.sum("5", "5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.8")
	e.sum("5.2", "5.2.1", "5.2.2")
	e.sum("6", "6.1", "6.2", "6.3")
	e.sum("8", "8.1", "8.2", "8.3")
}

// TestYearChangedByHand: the book of 2023, changed by hand and saved by LibreOffice, becomes the 2024 set, and the diff shows what was
// changed and nothing else.
func TestYearChangedByHand(t *testing.T) {
	office := findOffice(t)
	folder := t.TempDir()
	in, out := filepath.Join(folder, "in"), filepath.Join(folder, "out")
	for _, dir := range []string{in, out} {
		if err := os.Mkdir(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	book, set := filepath.Join(in, "so.xlsx"), filepath.Join(folder, "2024.yaml")
	succeeds(t, 0, "rules", "book", "2023", "-o", book)
	f, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	bookEditor{t, f}.changeYear()
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	office.recalculate(t, in, out)
	told := succeeds(t, 0, "rules", "read", filepath.Join(out, "so.xlsx"), "--year", "2024", "-o", set)
	if !strings.Contains(told, "80 tiêu chí chấm điểm, tổng 65 điểm") {
		t.Error(told)
	}
	succeeds(t, 0, "rules", "check", set)
	want := map[string]string{
		"hai-phong-so-nganh-2024": "basis", "1.1": "rule", "2.3.2": "renamed", "3": "max", "3.6": "dropped",
		"5": "max", "5.2": "text answers rule", "5.2.1": "new", "5.2.2": "new", "6": "max", "6.3": "moved", "8": "max", "8.3": "new",
	}
	if diff := cmp.Diff(want, classesOf(t, succeeds(t, 1, "diff", "2023", set, "--json"))); diff != "" {
		t.Error(diff)
	}
}

// TestLetterMadeByLibreOffice reads the appendix of the letter from the workbook that LibreOffice makes of its text.
func TestLetterMadeByLibreOffice(t *testing.T) {
	findOffice(t)
	folder := t.TempDir()
	script, err := filepath.Abs("../../testdata/decisions/lam-xlsx.sh")
	if err != nil {
		t.Fatal(err)
	}
	if text, err := exec.Command("sh", script, folder).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	said := succeeds(t, 1, "rules", "read", filepath.Join(folder, "cong-van-3476.xlsx"), "--year", "2024", "--from", "2023", "-o", filepath.Join(folder, "a.yaml"))
	if want := "77 tiêu chí: 77 như năm trước, 0 đọc được, 0 cần xem, 0 chưa hiểu."; !strings.Contains(said, want) {
		t.Errorf("%s\nwant %s", said, want)
	}
	said = succeeds(t, 1, "rules", "read", filepath.Join(folder, "cong-van-3476.xlsx"), "--year", "2024", "-o", filepath.Join(folder, "b.yaml"))
	if want := "77 tiêu chí: 0 như năm trước, 45 đọc được, 21 cần xem, 11 chưa hiểu."; !strings.Contains(said, want) {
		t.Errorf("%s\nwant %s", said, want)
	}
}

// succeeds runs a command that ends so, and gives all that it said.
func succeeds(t *testing.T, status int, args ...string) string {
	t.Helper()
	var said strings.Builder
	if got := run(args, streams{strings.NewReader(""), &said, &said}); got != status {
		t.Fatalf("%v ends with %d:\n%s", args, got, said.String())
	}
	return said.String()
}

// classesOf are the classes of each change.
func classesOf(t *testing.T, lines string) map[string]string {
	t.Helper()
	classes := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		var change struct {
			Number  *string
			Name    string
			Was     *string
			Classes []string
		}
		if !strings.HasPrefix(line, "{") {
			continue
		}
		if err := json.Unmarshal([]byte(line), &change); err != nil {
			t.Fatal(err)
		}
		if len(change.Classes) == 0 {
			continue
		}
		key := change.Name
		if change.Number != nil {
			key = *change.Number
		} else if change.Was != nil && change.Classes[0] != "basis" {
			key = *change.Was
		}
		classes[key] = strings.Join(change.Classes, " ")
	}
	return classes
}
