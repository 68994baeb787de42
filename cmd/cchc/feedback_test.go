package main

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
	"cchc/scoring"
	"cchc/templates"
)

const (
	summaryPath = "ket-qua/" + disk.SummaryFile
	lettersPath = "ket-qua/" + disk.UnitTextsFile
)

// deskForms are the forms of deskFolder, printed once.
var deskForms struct {
	once sync.Once
	of   map[string][]byte
}

// deskFolder is a folder with the forms of three units, a file that is none, and a list of units of which one has handed in nothing.
func deskFolder(t *testing.T) {
	t.Helper()
	deskForms.once.Do(func() {
		_, e := desk2023(t)
		deskForms.of = map[string][]byte{}
		for _, sample := range []string{"so-mau-a", "ban-mau-c", "ban-mau-d"} {
			deskForms.of[sample] = printedForm(t, e, sample)
		}
	})
	t.Chdir(t.TempDir())
	for sample, form := range deskForms.of {
		putFile(t, "nop/"+sample+".xlsx", form)
	}
	putFile(t, "nop/hong.xlsx", []byte("Kính gửi"))
	putFile(t, "dv.csv", []byte("ma;ten;khoi\nX;Sở X;Sở\nBM-D;Ban mẫu D;Ban, ngành\nSM-A;Sở mẫu A;Sở\nBM-C;Ban mẫu C;Ban, ngành\n"))
}

// TestFindingsGoBackToTheUnits: the workbook has each finding that the lines of JSON have, in the order of the list, and the last line
// names it; the texts say what to mend and by when; running again gives the same bytes.
func TestFindingsGoBackToTheUnits(t *testing.T) {
	deskFolder(t)
	args := []string{"score", "nop", "--units", "dv.csv", "--by-unit", "--deadline", "17 giờ ngày 15/12/2026", "--json"}
	got := runHere(args...)
	const end = "Nội dung gửi từng đơn vị: ket-qua/gui-don-vi.txt (2 đơn vị cần sửa, 1 đơn vị cần nhắc nộp).\n" +
		"Vấn đề của tất cả các đơn vị: ket-qua/tong-hop.xlsx (22 lỗi, 6 cảnh báo ở 3 trong 5 đơn vị).\n"
	if got.status != statusFindings || !strings.HasSuffix(got.err, end) {
		t.Errorf("status %d, said %s", got.status, got.err)
	}
	var want []string
	lines := bufio.NewScanner(strings.NewReader(got.out))
	lines.Buffer(nil, 1<<20)
	byUnit := map[string][]string{}
	for lines.Scan() {
		var rec record.Record
		if err := json.Unmarshal(lines.Bytes(), &rec); err != nil {
			t.Fatal(err)
		}
		for _, p := range rec.Problems {
			byUnit[rec.Unit.Code] = append(byUnit[rec.Unit.Code], strings.Join([]string{rec.Unit.Code, rec.File, p.Cell, p.Text, p.Remedy, p.Code}, "|"))
		}
	}
	for _, code := range []string{"BM-D", "SM-A", "BM-C", ""} {
		want = append(want, byUnit[code]...)
	}
	want = append(want, `HYPERLINK("../nop/ban-mau-d.xlsx#'Phiếu chấm'!E14","Phiếu chấm!E14")`)
	if diff := cmp.Diff(want, summaryRows(t, templates.FindingSheet, 2, 4, 5, 8, 9, 10)); diff != "" {
		t.Errorf("- in the lines, + in the workbook: %s", diff)
	}
	units := []string{"X|chưa nộp|0|0", "BM-D|tạm tính|5|3", "SM-A|đủ điểm|0|0", "BM-C|tạm tính|16|3", "|không chấm được|1|0"}
	if diff := cmp.Diff(units, summaryRows(t, templates.UnitSheet, 2, 7, 8, 9)); diff != "" {
		t.Error(diff)
	}
	kinds := summaryRows(t, templates.KindSheet, 7, 2, 5, 6)
	if len(kinds) != 9 || kinds[0] != "answer-missing|Lỗi|10|1" {
		t.Errorf("kinds: %q", kinds)
	}
	book, letters := contents(t, summaryPath), contents(t, lettersPath)
	checkLetters(t, letters)
	if again := runHere(args...); contents(t, summaryPath) != book || contents(t, lettersPath) != letters || !strings.HasSuffix(again.err, end) {
		t.Errorf("a second run gives other bytes, and says %s", again.err)
	}
	os.Remove(summaryPath)
	if runHere(args...); contents(t, summaryPath) != book {
		t.Error("made of results that were left alone, it has other bytes")
	}
}

// summaryRows are some columns of a sheet of the summary, below its head; of the findings also where the first one leads.
func summaryRows(t *testing.T, sheet string, columns ...int) []string {
	t.Helper()
	f, err := excelize.OpenFile(summaryPath)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, row := range rows[3:] {
		var cells []string
		for _, col := range columns {
			cells = append(cells, append(row, make([]string, 10)...)[col-1])
		}
		all = append(all, strings.Join(cells, "|"))
	}
	if sheet == templates.FindingSheet {
		link, _ := f.GetCellFormula(sheet, "E4")
		all = append(all, link)
	}
	return all
}

func checkLetters(t *testing.T, letters string) {
	t.Helper()
	text, crlf := strings.CutPrefix(letters, "\uFEFF")
	if !crlf || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("Notepad could not show it")
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for _, want := range []string{
		"\nX Sở X\n======================================================================\nKính gửi: Sở X\n\n" +
			"Đến nay chưa nhận được phiếu tự chấm điểm cải cách hành chính của đơn vị. Đề nghị đơn vị gửi phiếu trước: 17 giờ ngày 15/12/2026.\nTrân trọng./.\n",
		"Phải sửa (tiêu chí chưa sửa thì không có điểm):\n1. Tiêu chí 1.1, ô E14: “Số nhiệm vụ đã hoàn thành” là 26, lớn hơn “Số nhiệm vụ đề ra theo kế hoạch” là 24. " +
			"Cách sửa: Kiểm tra lại hai số liệu: phần đã thực hiện không thể lớn hơn tổng số.\n",
		"Chưa điền “…”. 10 chỗ: 1.3.2 (ô E27); 2.1.2 (ô E72); 6.1.2 (ô E202, E203); ",
		"Đề nghị sửa trên chính phiếu đã nộp và gửi lại trước: 17 giờ ngày 15/12/2026.\n",
		"- nop/hong.xlsx: Tệp là văn bản thuần hoặc CSV, không phải sổ làm việc Excel. Cách sửa: ",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("does not say %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "Sở mẫu A") || strings.Contains(text, "leaf-awaiting") || strings.Contains(text, "người thẩm định cho") {
		t.Error("who has nothing to mend is written to, or what is the appraiser's is told")
	}
	if d, c := strings.Index(text, "Kính gửi: Ban mẫu D"), strings.Index(text, "Kính gửi: Ban mẫu C"); d < strings.Index(text, "Kính gửi: Sở X") || c < d {
		t.Error("the units are not in the order of the list")
	}
}

// TestSummaryIsMadeOfAllResults: of those that this run has nothing to do with, and of one that was appraised since.
func TestSummaryIsMadeOfAllResults(t *testing.T) {
	deskFolder(t)
	os.Remove("nop/hong.xlsx")
	runHere("score", "nop")
	all := summaryRows(t, templates.FindingSheet, 2, 5, 8)
	got := runHere("score", "nop/so-mau-a.xlsx", "-o", "ket-qua")
	if diff := cmp.Diff(all, summaryRows(t, templates.FindingSheet, 2, 5, 8)); diff != "" || !strings.HasSuffix(got.err, "ở 2 trong 3 đơn vị).\n") {
		t.Errorf("after a single form: %s, said %s", diff, got.err)
	}
	os.Remove("ket-qua/" + disk.NotesFile)
	runHere("score", "nop/so-mau-a.xlsx", "-o", "ket-qua")
	all[len(all)-1] = `HYPERLINK("BM-C Ban mẫu C.xlsx#'Phiếu chấm'!E17","Phiếu chấm!E17")` // nobody knows the form any more
	if diff := cmp.Diff(all, summaryRows(t, templates.FindingSheet, 2, 5, 8)); diff != "" {
		t.Errorf("of results that nothing is noted of: %s", diff)
	}
}

// TestWhoHasNotHandedInIsNotGuessed: of forms named one by one nobody knows what else has come, and a file that could not be opened, or
// that may be a form in wrappings, may be anybody's.
func TestWhoHasNotHandedInIsNotGuessed(t *testing.T) {
	deskFolder(t)
	putFile(t, "nop/goi.zip", nil)
	runHere("score", "nop/so-mau-a.xlsx", "nop/ban-mau-c.xlsx", "-o", "ket-qua", "--units", "dv.csv", "--by-unit")
	if letters := contents(t, lettersPath); strings.Contains(letters, "chưa nhận được phiếu") {
		t.Errorf("units are reminded: %s", letters)
	}
	runHere("score", "nop", "--units", "dv.csv", "--by-unit")
	letters := contents(t, lettersPath)
	for _, want := range []string{"Kính gửi: Sở X\r\n", "- nop/goi.zip: có thể là phiếu (", "- nop/hong.xlsx: Tệp là văn bản thuần"} {
		if !strings.Contains(letters, want) {
			t.Errorf("does not say %q: %s", want, letters)
		}
	}
}

// TestSummaryIsNoForm: no command takes it for one.
func TestSummaryIsNoForm(t *testing.T) {
	deskFolder(t)
	runHere("score", "nop", "--by-unit")
	const passed = "Bỏ qua ket-qua/tong-hop.xlsx: bảng tổng hợp vấn đề do chương trình lập.\n"
	for _, test := range []struct {
		args []string
		said string
	}{
		{[]string{"score", "ket-qua"}, passed + "Đã chấm 3 phiếu: 3 như trước"},
		{[]string{"compare", summaryPath, "ket-qua/SM-A Sở mẫu A.xlsx"}, "Tệp là bảng tổng hợp vấn đề do chương trình lập, không phải phiếu chấm điểm."},
	} {
		if got := runHere(test.args...); !strings.Contains(got.err, test.said) || strings.Contains(got.err, disk.UnitTextsFile) && test.args[0] != "score" {
			t.Errorf("%v: status %d, said %s", test.args, got.status, got.err)
		}
	}
	unitsThatLeftTheList(t)
}

// unitsThatLeftTheList are named by all that are given a list; and status does not tell of the summary.
func unitsThatLeftTheList(t *testing.T) {
	t.Helper()
	putFile(t, "ngan.csv", []byte("ma;ten;khoi\nBM-C;Ban mẫu C;Ban, ngành\n"))
	os.Remove("nop/so-mau-a.xlsx") // its result stays
	const want = "Không có trong danh sách ngan.csv nhưng có phiếu hoặc kết quả: BM-D Ban mẫu D; SM-A Sở mẫu A. Đơn vị còn thì thêm vào danh sách, " +
		"hoặc sửa mã trên phiếu; không còn thì chuyển phiếu và kết quả ra khỏi thư mục.\n"
	for _, args := range [][]string{{"score", "nop"}, {"status", "nop", "ket-qua"}, {"rank", "ket-qua"}} {
		got := runHere(append(args, "--units", "ngan.csv")...)
		if !strings.Contains(got.err, want) || args[0] == "status" && strings.Contains(got.err, disk.SummaryFile) ||
			args[0] == "rank" && !strings.Contains(got.err, "Bỏ qua ket-qua/tong-hop.xlsx: bảng tổng hợp vấn đề do chương trình lập.\n") {
			t.Errorf("%v: said %s", args, got.err)
		}
	}
}

// TestWhatIsTypedIntoTheSummaryIsKept, and what is nobody's summary stays where it is.
func TestWhatIsTypedIntoTheSummaryIsKept(t *testing.T) {
	deskFolder(t)
	runHere("score", "nop", "--by-unit")
	typeRemark(t, summaryPath)
	putFile(t, lettersPath, []byte(contents(t, lettersPath)+"gọi điện"))
	book, letters := contents(t, summaryPath), contents(t, lettersPath)
	for range 2 {
		got := runHere("score", "nop", "--by-unit")
		for path, typed := range map[string]string{"ket-qua/truoc/tong-hop (1).xlsx": book, "ket-qua/truoc/gui-don-vi (1).txt": letters} {
			if contents(t, path) != typed {
				t.Errorf("%s is not what was typed: %s", path, got.err)
			}
		}
		if len(listed(t, "ket-qua/truoc")) != 2 || contents(t, summaryPath) == book {
			t.Errorf("kept are %v", listed(t, "ket-qua/truoc"))
		}
	}
	os.Remove("nop/ban-mau-c.xlsx")
	os.Remove("ket-qua/BM-C Ban mẫu C.xlsx")
	if runHere("score", "nop", "--by-unit"); len(listed(t, "ket-qua/truoc")) != 2 {
		t.Errorf("of what nobody touched, a copy is kept: %v", listed(t, "ket-qua/truoc"))
	}
	foreign := contents(t, "ket-qua/SM-A Sở mẫu A.xlsx")
	putFile(t, summaryPath, []byte(foreign))
	got := runHere("score", "nop")
	want := "lỗi: “ket-qua/tong-hop.xlsx” đã có và không phải tệp do lệnh này lập, nên không ghi lên. [stands-other] — Đổi tên hoặc chuyển tệp đó đi rồi chạy lại.\n"
	if got.status != statusFindings || !strings.Contains(got.err, want) || contents(t, summaryPath) != foreign {
		t.Errorf("status %d, said %s", got.status, got.err)
	}
}

// TestUnitsOfABatch: those that are easily taken for one another are named; in a pipe nothing of a name is cut, and the file stands
// beside it where a unit has several or no name.
func TestUnitsOfABatch(t *testing.T) {
	_, e := desk2023(t)
	form := func(code, name string) []byte {
		f := sampleFilling(t, e, "so-mau-a")
		f.Submission.Unit = scoring.Unit{Code: code, Name: name, Block: "Sở"}
		return printed(t, e, f)
	}
	const long = "Ban Quản lý các khu kinh tế và khu công nghiệp thành phố"
	forms := map[string][]byte{"1": form("SM-A", "Sở mẫu A"), "2": form("SM-A2", "Sở mẫu A"), "3": form("SM-А", "Sở khác"),
		"4": form("KKT", long), "5": nil, "6": form("", "")}
	forms["5"] = forms["4"]
	t.Chdir(t.TempDir())
	for name, data := range forms {
		putFile(t, "nop/"+name+".xlsx", data)
	}
	got := runHere("score", "nop")
	for _, want := range []string{
		"cảnh báo: Đơn vị “Sở mẫu A” có ở hai mã: “SM-A2” và “SM-A” (nop/1.xlsx); đang tính là hai đơn vị. [unit-same-name] — Nếu là một đơn vị thì giữ tệp mang đúng mã.\n",
		"cảnh báo: Mã đơn vị “SM-А” nhìn giống mã “SM-A” (nop/1.xlsx) nhưng gồm ký tự khác; đang tính là hai đơn vị. [unit-alike] — ",
	} {
		if !strings.Contains(got.err, want) {
			t.Errorf("does not say %q, but %s", want, got.err)
		}
	}
	if found := strings.Join(summaryRows(t, templates.FindingSheet, 2, 10), " "); !strings.Contains(found, "unit-alike") || !strings.Contains(found, "unit-same-name") {
		t.Errorf("the workbook says %s", found)
	}
	want := []string{"ĐƠN VỊ", "SM-A Sở mẫu A", "SM-A2 Sở mẫu A", "SM-А Sở khác", "KKT " + long + " (nop/4.xlsx)", "KKT " + long + " (nop/5.xlsx)", "6.xlsx"}
	lines := strings.Split(strings.TrimSpace(got.out), "\n")
	if len(lines) != len(want) {
		t.Fatalf("said %s%s", got.out, got.err)
	}
	for i, name := range want {
		if cell := string([]rune(lines[i])[:len([]rune(want[4]))+1]); strings.TrimRight(cell, " ") != name {
			t.Errorf("line %d begins with %q, want %q", i+1, cell, name)
		}
	}
}
