package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"cchc/scoring/handover"
)

// badTable is a table that does not go in as it is, or a result that is not what it was.
type badTable struct {
	name   string
	spoil  func(b *bureau)
	says   []string // exact parts of what is said
	status int
	taken  bool // what the table says goes in all the same
}

// entry is what every table of the test says of the first unit.
var entry = map[string]any{"1.1#1:b tham_dinh": 9, "1.1#1 ly_do": "Đủ hồ sơ"}

func badTables() []badTable {
	typed := func(entries map[string]any) func(b *bureau) {
		return func(b *bureau) { b.typing(b.path("A.xlsx"), entries) }
	}
	return []badTable{
		{"a row was moved", (*bureau).moveRow, []string{"Đã nhận 2 mục từ 1 bảng vào 1 kết quả."}, 0, true},
		{"a sheet was renamed", func(b *bureau) {
			b.editing(b.path("A.xlsx"), func(book *excelize.File, sheet string, _ map[string]string) error {
				return book.SetSheetName(sheet, "Bảng 1")
			})
		}, []string{"Trang “Thẩm định” đã bị đổi tên thành “Bảng 1”; vẫn được đọc theo khóa. [form-sheet-renamed]", "Đã nhận 2 mục"}, 0, true},
		{"a row was deleted", func(b *bureau) { b.deleteRow("1.2#1:muc") }, []string{
			"lỗi: DV1, tiêu chí 1.2: Không còn dòng có khóa “1.2#1:muc” (Mức): dòng đã bị xóa hoặc khóa bị sửa. [appraise-row]",
			"Thẩm định!J11: lỗi: Mục ghi cho DV1 ở tiêu chí 1.1 chưa nhận, vì trong các dòng của đơn vị này có chỗ phải sửa. [appraise-barred]"}, 1, false},
		{"keys were exchanged", func(b *bureau) {
			b.typing(b.path("A.xlsx"), map[string]any{"1.1#1 khoa": "1.2#1", "1.2#1 khoa": "1.1#1"})
		}, []string{
			"nằm ở dòng của nội dung khác: tiêu chí khác; không biết số liệu ở đó là của dòng nào. [appraise-row]", "[appraise-barred]"}, 1, false},
		{"a key was edited", func(b *bureau) { b.typing(b.path("A.xlsx"), map[string]any{"1.1#1:b khoa": "1.1#9:b"}) }, []string{
			`A.xlsx: Thẩm định!A11: cảnh báo: Cột khóa ẩn có nội dung không phải khóa của phiếu: "1.1#9:b" (ô A11); các dòng này không được đọc. [form-key-unknown]`, "Thẩm định!B9: lỗi: DV1, tiêu chí 1.1: Không còn dòng có khóa “1.1#1:b” (Đã xong): dòng đã bị xóa hoặc khóa bị sửa. [appraise-row]", "[appraise-barred]"}, 1, false},
		{"an answer above its bound", typed(map[string]any{"1.3#1:1 tham_dinh": 51}), []string{
			"Thẩm định!J27: lỗi: “Sáng kiến” là 51, lớn hơn mức cao nhất cho phép là 50. [answer-too-large]",
			"Chưa nhận mục nào của DV1 trong bảng này (2 mục): các mục của một đơn vị được nhận cùng nhau hoặc không nhận. [appraise-held]"}, 1, false},
		{"a part above its whole", typed(map[string]any{"1.1#1:b tham_dinh": 12}), []string{"[answer-exceeds]"}, 1, false},
		{"points above the maximum", typed(map[string]any{"1.3#1 an_dinh": 2.5}), []string{
			"Thẩm định!K26: lỗi: Điểm ấn định 2,5 không hợp lệ: phải từ 0 đến 2, không quá 2 chữ số thập phân. [appraisal-points-outside]"}, 1, false},
		{"a text that is no number", typed(map[string]any{"1.1#1:b tham_dinh": "chín"}), []string{
			"Thẩm định!J11: lỗi: “Đã xong” là văn bản \"chín\", không phải số. [cell-not-number]"}, 1, false},
		{"points over the formula", typed(map[string]any{"1.3#1 diem_tham_dinh": 0.5}), []string{
			"Thẩm định!L26: lỗi: “Điểm thẩm định” của DV1, tiêu chí 1.3: 0,5 ghi đè lên công thức, chương trình tính được 1; nội dung ghi đè không được dùng. [result-typed-over]",
			"[appraise-barred]"}, 1, false},
		{"what the unit declared was typed over", typed(map[string]any{"1.1#1:a ke_khai": 9}), []string{
			"Số liệu kê khai của DV1 ở tiêu chí 1.1 bị sửa trong bảng thẩm định. [appraise-edited]"}, 1, false},
		{"evidence was typed over", typed(map[string]any{"1.1#1 kiem_chung": "khác"}), []string{
			"Tài liệu kiểm chứng hoặc giải trình của DV1 ở tiêu chí 1.1 bị sửa trong bảng thẩm định; phần sửa không được nhận. [appraise-text]"}, 0, true},
		{"nobody says who", typed(map[string]any{"@ten ten": ""}), []string{"Thẩm định!C1: lỗi: Chưa ghi tên cơ quan thẩm định. [appraise-nobody]"}, 1, false},
		{"the hidden sheet was edited", func(b *bureau) { b.hidden("bang_tieu_chi", "1.1 1.2") }, []string{
			"Trang ẩn của bảng thẩm định bị sửa hoặc thiếu: \"bang_dau\". [appraise-damaged]"}, 1, false},
		{"a unit is another on the hidden sheet", func(b *bureau) { b.hidden("bang_don_vi:000001", `{"ma":"DV2","ten":"Sở DV2"}`) }, []string{"[appraise-damaged]"}, 1, false},
		{"it is a result", func(b *bureau) { b.must(os.Rename(b.result("DV3"), b.path("A.xlsx"))) }, []string{
			"A.xlsx: lỗi: Tệp không phải bảng thẩm định theo tiêu chí. [appraise-no-table]"}, 1, false},
		{"two agencies differ", func(b *bureau) {
			putFile(b.T, b.path("B.xlsx"), []byte(contents(b.T, b.path("trang.xlsx"))))
			b.typing(b.path("B.xlsx"), map[string]any{"@ten ten": "Cơ quan B", "1.1#1:b tham_dinh": 7, "1.1#1 ly_do": "Thiếu"})
		}, []string{
			"A.xlsx: Thẩm định!J11: lỗi: Hai cơ quan ghi khác nhau cho DV1 ở tiêu chí 1.1: Cơ quan A (A.xlsx): Số liệu b: Đã xong “9”, Lý do “Đủ hồ sơ”; " +
				"Cơ quan B (B.xlsx): Số liệu b: Đã xong “7”, Lý do “Thiếu”. [appraise-differs]",
			"B.xlsx: Thẩm định!J11: lỗi: Hai cơ quan ghi khác nhau"}, 1, false},
		{"the unit has changed its answers", func(b *bureau) {
			b.handIn("DV1", 6)
			b.cchc(anyway, "score", b.path("nop"), "-o", b.path("ket-qua"))
		}, []string{"Thẩm định!J11: lỗi: Đơn vị DV1 đã sửa số liệu của tiêu chí 1.1 sau khi lập bảng. [appraise-stale]"}, 1, false},
		{"somebody else has appraised since", func(b *bureau) {
			b.typing(b.result("DV1"), map[string]any{"1.1 an_dinh": 0.5})
			b.cchc(anyway, "score", b.path("ket-qua"))
		}, []string{"Sau khi lập bảng, kết quả của DV1 đã có thẩm định khác ở tiêu chí 1.1: Điểm ấn định “0,5”. Bảng ghi: Số liệu b: Đã xong “9”, Lý do “Đủ hồ sơ”. [appraise-over]"}, 1, false},
		{"a unit has two results", func(b *bureau) { putFile(b.T, b.path("ket-qua", "ban 2.xlsx"), []byte(contents(b.T, b.result("DV1")))) }, []string{
			"A.xlsx: Thẩm định!J11: lỗi: Đơn vị DV1 có nhiều phiếu kết quả: ket-qua/DV1 Sở DV1.xlsx, ket-qua/ban 2.xlsx. [result-twice]"}, 1, false},
		{"a unit has no result", func(b *bureau) { b.must(os.Remove(b.result("DV1"))) }, []string{
			"A.xlsx: Thẩm định!J11: lỗi: Bảng ghi thẩm định cho DV1 Sở DV1 nhưng không có kết quả của đơn vị này. [appraise-no-result]"}, 1, false},
		{"the results are of another year", func(b *bureau) { b.newResults(fmt.Sprintf(bureauRules, 2024)) }, []string{
			"A.xlsx: lỗi: Bảng thẩm định theo bộ chỉ số “van-phong-2023”, còn các kết quả theo “van-phong-2024”. [appraise-rules]"}, 1, false},
		{"a criterion is not there any more", func(b *bureau) {
			b.newResults(strings.Replace(fmt.Sprintf(bureauRules, 2023), `number: "1.3"`, `number: "1.4"`, 1))
		}, []string{"A.xlsx: lỗi: Bảng thẩm định có tiêu chí 1.3, bộ chỉ số “van-phong-2023” không có. [appraise-criterion-gone]"}, 1, false},
		{"another edition asks for something else", func(b *bureau) {
			b.newResults(strings.Replace(fmt.Sprintf(bureauRules, 2023), "max: 50", "max: 40", 1))
		}, []string{"A.xlsx: lỗi: Bảng thẩm định lập theo bản khác của bộ chỉ số “van-phong-2023”: số liệu của tiêu chí nay đã khác, hoặc khóa bị sửa. [appraise-edition]"}, 1, false},
	}
}

// TestBadTables: each table that does not go in is named with its exact sentence, and nothing of it stands in any result; the workbook
// of what is sent back names it too.
func TestBadTables(t *testing.T) {
	origin := newBureau(t, 3)
	origin.table("trang.xlsx", "Cơ quan A")
	for _, test := range badTables() {
		t.Run(test.name, func(t *testing.T) {
			b := origin.copied(t)
			putFile(t, b.path("A.xlsx"), []byte(contents(t, b.path("trang.xlsx"))))
			b.typing(b.path("A.xlsx"), entry)
			test.spoil(b)
			before := b.results()
			args := []string{"appraise", b.path("ket-qua"), "--from", b.path("A.xlsx")}
			if _, err := os.Stat(b.path("B.xlsx")); err == nil {
				args = append(args, "--from", b.path("B.xlsx"))
			}
			said := b.cchc(test.status, args...)
			for _, want := range test.says {
				if !strings.Contains(said, want) {
					t.Errorf("does not say %q:\n%s", want, said)
				}
			}
			diff := cmp.Diff(before, b.results())
			if taken := diff != ""; taken != test.taken {
				t.Errorf("taken: %v, said:\n%s", taken, said)
			}
			nothingBack := test.status == 0 && !strings.Contains(said, "cảnh báo") || strings.Contains(said, "[appraise-no-table]")
			if _, err := os.Stat(b.path("tra-lai.xlsx")); (err == nil) == nothingBack {
				t.Errorf("what is sent back: %v", err)
			}
		})
	}
}

// TestTableFilledByOpenpyxl has a program that is not ours fill a table in: it is taken as any other.
func TestTableFilledByOpenpyxl(t *testing.T) {
	needPython(t, "openpyxl")
	b := newBureau(t, 1)
	b.table("trang.xlsx", "Cơ quan A")
	putFile(t, b.path("o.json"), []byte(`{"tham_dinh": {"1.1#1:b": 9, "1.2#1:muc": "1. Đủ"}, "an_dinh": {"2.1#1": 2.5}, "ly_do": {"2.1#1": "Có báo cáo"}}`))
	if said, err := exec.Command(python, "../../testdata/hands/fill_openpyxl.py", b.path("trang.xlsx"), b.path("A.xlsx"), b.path("o.json")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	said := b.cchc(0, "appraise", b.path("ket-qua"), "--from", b.path("A.xlsx"))
	if !strings.Contains(said, "Đã nhận 4 mục từ 1 bảng vào 1 kết quả.") {
		t.Error(said)
	}
	want := handover.Marks{"1.1:b@thẩm định": "9", "1.2:muc@thẩm định": "Đủ", "2.1@ấn định": "2,5", "2.1@lý do": "Có báo cáo"}
	if diff := cmp.Diff(want, b.marks()["DV1 Sở DV1.xlsx"]); diff != "" {
		t.Errorf("the result (-want +got):\n%s", diff)
	}
}

func (b *bureau) must(err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// copied is the same bureau in another folder.
func (b *bureau) copied(t *testing.T) *bureau {
	t.Helper()
	other := &bureau{t, t.TempDir(), ""}
	other.rules = other.path("bo", "2023.yaml")
	other.must(os.CopyFS(other.folder, os.DirFS(b.folder)))
	return other
}

// results are the bytes of all results.
func (b *bureau) results() map[string]string {
	b.Helper()
	all := map[string]string{}
	files, err := filepath.Glob(b.path("ket-qua", "*.xlsx"))
	b.must(err)
	for _, file := range files {
		all[filepath.Base(file)] = contents(b.T, file)
	}
	return all
}

// newResults makes the results anew by other rules.
func (b *bureau) newResults(text string) {
	b.Helper()
	b.setRules(text)
	b.must(os.RemoveAll(b.path("ket-qua")))
	b.must(os.RemoveAll(b.path("nop")))
	putFile(b.T, b.path("so-lieu.yaml"), []byte("unit: {code: DV1, name: Sở DV1, block: Sở}\nanswers: {\"1.1\": {a: 10, b: 8}}\n"))
	putFile(b.T, b.path("nop", "giu"), nil)
	b.cchc(0, "template", b.rules, "--answers", b.path("so-lieu.yaml"), "-o", b.path("nop", "DV1.xlsx"))
	b.cchc(anyway, "score", b.path("nop"), "-o", b.path("ket-qua"))
}

// moveRow puts the row of the first unit's answer to the end of the sheet, as cutting and pasting it does.
func (b *bureau) moveRow() {
	b.editing(b.path("A.xlsx"), func(book *excelize.File, sheet string, cells map[string]string) error {
		for at, cell := range cells {
			key, column, _ := strings.Cut(at, " ")
			if key != "1.1#1:b" {
				continue
			}
			col, _, err := excelize.SplitCellName(cell)
			b.must(err)
			value, err := book.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
			b.must(err)
			var typed any = value
			if column == "ke_khai" || column == "tham_dinh" {
				var n int
				fmt.Sscan(value, &n)
				typed = n
			}
			formula, err := book.GetCellFormula(sheet, cell)
			b.must(err)
			if formula == "" {
				b.must(book.SetCellValue(sheet, col+"80", typed))
			}
			b.must(book.SetCellFormula(sheet, cell, ""))
			b.must(book.SetCellValue(sheet, cell, nil))
		}
		return nil
	})
}

func (b *bureau) deleteRow(key string) {
	b.editing(b.path("A.xlsx"), func(book *excelize.File, sheet string, cells map[string]string) error {
		_, row, err := excelize.SplitCellName(cells[key+" khoa"])
		b.must(err)
		return book.RemoveRow(sheet, row)
	})
}

// hidden writes another value on the hidden sheet.
func (b *bureau) hidden(name, value string) {
	b.editing(b.path("A.xlsx"), func(book *excelize.File, _ string, _ map[string]string) error {
		rows, err := book.GetRows("_cchc")
		b.must(err)
		for i, row := range rows {
			if len(row) > 0 && row[0] == name {
				return book.SetCellStr("_cchc", fmt.Sprintf("B%d", i+1), value)
			}
		}
		return fmt.Errorf("no line %s", name)
	})
}
