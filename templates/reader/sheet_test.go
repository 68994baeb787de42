package reader

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/formtest"
)

// filledFile is a form with an answer for every question, and texts beside them.
func filledFile(t *testing.T, stage templates.Stage) *sheetFile {
	f := newSheetFile(t, stage)
	f.set(templates.UnitNameField, templates.FieldColumn, "Sở mẫu A")
	for key, value := range map[string]any{"1.1:a": 10, "1.1:b": 9, "1.2:muc": "1. Thực hiện đầy đủ", "1.3:co": "Không",
		"1.4:a": 5, "1.4:b": 4, "2.1:diem": 2.5} {
		f.set(key, templates.AnswerColumn, value)
	}
	f.set("1.1", templates.EvidenceColumn, "Báo cáo số 12")
	f.set("1.3", templates.ReasonColumn, "Chưa có kế hoạch")
	return f
}

// swapRows exchanges two rows of the form, cell by cell.
func (f *sheetFile) swapRows(a, b int) {
	f.Helper()
	for c := range templates.Columns() {
		at, other := cellRef(f.T, a, c+1), cellRef(f.T, b, c+1)
		one, two := f.typed(at), f.typed(other)
		f.must(f.SetCellValue(templates.FormSheet, at, two))
		f.must(f.SetCellValue(templates.FormSheet, other, one))
	}
}

// typed is a cell's value as it can be set again.
func (f *sheetFile) typed(ref string) any {
	f.Helper()
	text, err := f.GetCellValue(templates.FormSheet, ref, excelize.Options{RawCellValue: true})
	f.must(err)
	kind, err := f.GetCellType(templates.FormSheet, ref)
	f.must(err)
	switch {
	case text == "":
		return nil
	case kind == excelize.CellTypeSharedString:
		return text
	}
	return formtest.Points(text).InexactFloat64()
}

// row is where a key's row is laid out.
func (f *sheetFile) row(key string) int {
	row, _ := f.layout.Row(key)
	return row.Number
}

// TestMovedRowsAndColumns: wherever rows and columns go, the same answers are read and problems are found at the new place.
func TestMovedRowsAndColumns(t *testing.T) {
	want := filledFile(t, templates.SubmittedStage).read()
	cases := []struct {
		name string
		move func(*sheetFile)
	}{
		{"rows inserted", func(f *sheetFile) {
			f.must(f.InsertRows(templates.FormSheet, f.row("1.1:b"), 3))
			f.must(f.InsertRows(templates.FormSheet, 1, 2))
		}},
		{"rows moved", func(f *sheetFile) { f.swapRows(f.row("1.1:b"), f.row("2.1:diem")) }},
		{"rows sorted downwards", func(f *sheetFile) {
			first, last := f.layout.Cell("1", templates.KeyColumn).Row, f.layout.Cell(templates.TotalKey, templates.KeyColumn).Row-1
			for first < last {
				f.swapRows(first, last)
				first, last = first+1, last-1
			}
		}},
		{"a row of the body above the keys of the columns", func(f *sheetFile) { f.swapRows(f.row("1.1:b"), 4) }},
		{"columns inserted", func(f *sheetFile) {
			f.must(f.InsertCols(templates.FormSheet, "A", 2))
			f.must(f.InsertCols(templates.FormSheet, "G", 1))
		}},
		{"columns exchanged", func(f *sheetFile) {
			for row := range f.layout.Rows {
				a, b := cellRef(f.T, row+1, int(templates.AnswerColumn)), cellRef(f.T, row+1, int(templates.EvidenceColumn))
				one, two := f.typed(a), f.typed(b)
				f.must(f.SetCellValue(templates.FormSheet, a, two))
				f.must(f.SetCellValue(templates.FormSheet, b, one))
			}
		}},
		{"all but the key row hidden", func(f *sheetFile) { f.must(f.SetColVisible(templates.FormSheet, "F:T", false)) }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := filledFile(t, templates.SubmittedStage)
			c.move(f)
			got := f.read()
			if diff := cmp.Diff(want.Submission, got.Submission, cmp.Comparer(expr.Answer.Equal)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(said(want), said(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestPlacesFollowMovedRows: a problem is located where its row is now.
func TestPlacesFollowMovedRows(t *testing.T) {
	f := filledFile(t, templates.SubmittedStage)
	f.set("1.1:b", templates.AnswerColumn, "chín")
	f.must(f.InsertRows(templates.FormSheet, f.row("1.1:b"), 5))
	f.must(f.InsertCols(templates.FormSheet, "B", 1))
	r := f.read()
	want := []string{`Phiếu chấm!F18 error: “Số nhiệm vụ hoàn thành” là văn bản "chín", không phải số.`}
	if diff := cmp.Diff(want, scored(f, r, "cell-")); diff != "" {
		t.Error(diff)
	}
	for path, want := range map[string]string{
		"1.1:a": "Phiếu chấm!F12", "1.1": "Phiếu chấm!D11", templates.UnitNameField: "Phiếu chấm!D1",
		scoring.AppraisedPath(expr.Key{Leaf: "1.1", Input: "a"}): "Phiếu chấm!K12", scoring.VerdictPath("1.1"): "Phiếu chấm!L11",
		"": "", "criteria[3].rule": "", "9.9": "",
	} {
		if got := r.Locate(problem.Problem{Path: path}).Where(); got != want {
			t.Errorf("%q is at %q, want %q", path, got, want)
		}
	}
	if got := r.Locate(problem.New(problem.EvidenceMissing, "1.1", "1")).Where(); got != "Phiếu chấm!I11" {
		t.Errorf("missing evidence is at %s", got)
	}
}

// TestBrokenKeys: a row that is not found by its key makes its leaf invalid, and is named with its cells.
func TestBrokenKeys(t *testing.T) {
	cases := []struct {
		name  string
		spoil func(*sheetFile)
		want  []string // what the reader says, then what scoring says
		leaf  string   // that must be invalid
	}{
		{"an answer's key deleted", func(f *sheetFile) { f.set("1.1:b", templates.KeyColumn, nil) }, []string{
			"Phiếu chấm!E13 warning: Có số ghi ngoài các ô kê khai của phiếu nên không được tính: ô E13 (9).",
			"Phiếu chấm!B11 error: Không còn dòng có khóa “1.1:b” (Số nhiệm vụ hoàn thành): dòng đã bị xóa hoặc khóa bị sửa.",
		}, "1.1"},
		{"an answer's row deleted", func(f *sheetFile) { f.must(f.RemoveRow(templates.FormSheet, f.row("1.1:b"))) }, []string{
			"Phiếu chấm!B11 error: Không còn dòng có khóa “1.1:b” (Số nhiệm vụ hoàn thành): dòng đã bị xóa hoặc khóa bị sửa.",
		}, "1.1"},
		{"an answer's key edited", func(f *sheetFile) { f.set("1.1:b", templates.KeyColumn, "1.1:b ") }, []string{
			`Phiếu chấm!A13 warning: Cột khóa ẩn có nội dung không phải khóa của phiếu: "1.1:b " (ô A13); các dòng này không được đọc.`,
			"Phiếu chấm!E13 warning: Có số ghi ngoài các ô kê khai của phiếu nên không được tính: ô E13 (9).",
			"Phiếu chấm!B11 error: Không còn dòng có khóa “1.1:b” (Số nhiệm vụ hoàn thành): dòng đã bị xóa hoặc khóa bị sửa.",
		}, "1.1"},
		{"an answer's row doubled", func(f *sheetFile) { f.must(f.DuplicateRowTo(templates.FormSheet, f.row("1.1:b"), 16)) }, []string{
			"Phiếu chấm!E13 error: Khóa “1.1:b” (Số nhiệm vụ hoàn thành) xuất hiện nhiều lần: ô A13, A16; không biết dòng nào là số liệu nộp.",
		}, "1.1"},
		{"a key turned into a number", func(f *sheetFile) { f.set("1.1", templates.KeyColumn, 1.1) }, nil, ""},
		{"a key turned into a number with the noise of a float", func(f *sheetFile) {
			f.raw("1.1", templates.KeyColumn, `<c r="REF"><v>1.1000000000000001</v></c>`)
		}, nil, ""},
		{"keys turned into the numbers of areas", func(f *sheetFile) {
			f.set("1", templates.KeyColumn, 1)
			f.set("2", templates.KeyColumn, 2)
		}, nil, ""},
		{"a key turned into another number", func(f *sheetFile) { f.set("1.1", templates.KeyColumn, 1.11) }, []string{
			"Phiếu chấm error: Không còn dòng có khóa “1.1” (Kế hoạch): dòng đã bị xóa hoặc khóa bị sửa.",
			`Phiếu chấm!A11 warning: Cột khóa ẩn có nội dung không phải khóa của phiếu: "1.11" (ô A11); các dòng này không được đọc.`,
			`Phiếu chấm!H11 warning: Ô không dùng để ghi có nội dung "Báo cáo số 12"; nội dung này không được đọc.`,
		}, ""},
		{"a number that is the key of another row", func(f *sheetFile) { f.set("1.2", templates.KeyColumn, 1.1) }, []string{
			"Phiếu chấm error: Không còn dòng có khóa “1.2” (Báo cáo): dòng đã bị xóa hoặc khóa bị sửa.",
			`Phiếu chấm!A14 warning: Cột khóa ẩn có nội dung không phải khóa của phiếu: "1.1" (ô A14); các dòng này không được đọc.`,
		}, ""},
		{"a key turned into a number beside another's name", func(f *sheetFile) {
			f.set("1.1", templates.KeyColumn, 1.1)
			f.set("1.1", templates.NameColumn, "Báo cáo")
		}, []string{
			`Phiếu chấm!C11 error: Khóa “1.1” (Kế hoạch) nằm ở dòng của nội dung khác: "Báo cáo"; không biết số liệu ở đó là của dòng nào.`,
		}, ""},
		{"an area's and a total's row deleted", func(f *sheetFile) {
			f.must(f.RemoveRow(templates.FormSheet, f.row(templates.TotalKey)))
			f.must(f.RemoveRow(templates.FormSheet, f.row("2")))
		}, []string{
			"Phiếu chấm warning: Không còn dòng có khóa “2” (LĨNH VỰC HAI): dòng đã bị xóa hoặc khóa bị sửa.",
			"Phiếu chấm warning: Không còn dòng có khóa “@tong” (dòng tổng): dòng đã bị xóa hoặc khóa bị sửa.",
		}, ""},
		{"a field of the unit doubled", func(f *sheetFile) { f.set(templates.ContactField, templates.KeyColumn, templates.UnitCodeField) }, []string{
			"Phiếu chấm!C3 warning: Khóa “@ma” (thông tin đầu phiếu) xuất hiện nhiều lần: ô A3, A6; không biết dòng nào là số liệu nộp.",
			"Phiếu chấm warning: Không còn dòng có khóa “@lien_he” (thông tin đầu phiếu): dòng đã bị xóa hoặc khóa bị sửa.",
		}, ""},
		{"many strange keys", func(f *sheetFile) {
			for row := 40; row < 48; row++ {
				f.text(templates.FormSheet, row, 1, strings.Repeat("k", row*2))
			}
		}, []string{
			`Phiếu chấm!A40 warning: Cột khóa ẩn có nội dung không phải khóa của phiếu: ` + strings.Join([]string{
				clipped(40), clipped(41), clipped(42), clipped(43), clipped(44), clipped(45)}, ", ") +
				" và 2 mục khác; các dòng này không được đọc.",
		}, ""},
		{"a number in a row that was added", func(f *sheetFile) {
			f.must(f.InsertRows(templates.FormSheet, 14, 1))
			f.must(f.SetCellInt(templates.FormSheet, "E14", 4))
		}, []string{
			"Phiếu chấm!E14 warning: Có số ghi ngoài các ô kê khai của phiếu nên không được tính: ô E14 (4).",
		}, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := filledFile(t, templates.SubmittedStage)
			c.spoil(f)
			r := f.read()
			got := append(said(r), scored(f, r, "form-")...)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			result := scoring.Score(f.layout.Rules, r.Submission)
			for _, node := range result.Nodes {
				if invalid := node.Self.State == expr.Invalid && node.Criterion.IsLeaf(); invalid != (node.Criterion.Number == c.leaf) {
					t.Errorf("%s is %s", node.Criterion.Number, node.Self.State)
				}
			}
		})
	}
}

// clipped is a key of 80 letters and more, as a message repeats it.
func clipped(row int) string {
	return `"` + strings.Repeat("k", 60) + `…" (ô A` + strconv.Itoa(row) + ")"
}

// TestRefusedSheets: what makes it unknown which sheet or column was meant refuses the file.
func TestRefusedSheets(t *testing.T) {
	keyRow := templates.NewLayout(formtest.SmallRules()).Cell("1", templates.KeyColumn).Row - 1
	key := func(c templates.Column) string { return cellRef(t, keyRow, int(c)) }
	cases := []struct {
		name  string
		spoil func(*sheetFile)
		code  problem.Code
		want  string
	}{
		{"no sheet", func(f *sheetFile) {
			_, err := f.NewSheet("Trang 1")
			f.must(err)
			f.must(f.DeleteSheet(templates.FormSheet))
		}, problem.FormSheetMissing, "Không tìm thấy trang “Phiếu chấm” của phiếu."},
		{"a copy", func(f *sheetFile) {
			to, err := f.NewSheet("Phiếu chấm (2)")
			f.must(err)
			f.must(f.CopySheet(0, to))
		}, problem.FormSheetTwice, "Có nhiều trang cùng mang các khóa của phiếu: “Phiếu chấm”, “Phiếu chấm (2)”; không biết trang nào là bản nộp."},
		{"no key row", func(f *sheetFile) { f.must(f.RemoveRow(templates.FormSheet, keyRow)) }, problem.FormKeyRowMissing,
			"Dòng ẩn chứa khóa các cột của trang “Phiếu chấm” đã bị xóa hoặc bị sửa."},
		{"another key row", func(f *sheetFile) {
			f.must(f.DuplicateRowTo(templates.FormSheet, keyRow, 25))
			f.must(f.SetCellStr(templates.FormSheet, "E25", "x"))
		}, problem.FormKeyRowTwice, "Trang “Phiếu chấm” có nhiều dòng khóa các cột không khớp nhau: dòng 9, 25."},
		{"columns deleted", func(f *sheetFile) {
			f.must(f.RemoveCol(templates.FormSheet, "H"))
			f.must(f.RemoveCol(templates.FormSheet, "E"))
		}, problem.FormColumnMissing, "Thiếu khóa của cột “Số liệu kê khai” (ke_khai), “Tài liệu kiểm chứng” (kiem_chung) (dòng khóa ẩn 9): cột đã bị xóa hoặc khóa bị sửa."},
		{"the keys' column deleted", func(f *sheetFile) { f.must(f.RemoveCol(templates.FormSheet, "A")) }, problem.FormColumnMissing,
			"Thiếu khóa của cột “khoa” (dòng khóa ẩn 9): cột đã bị xóa hoặc khóa bị sửa."},
		{"a column doubled", func(f *sheetFile) { f.must(f.SetCellStr(templates.FormSheet, "V9", "ke_khai")) }, problem.FormColumnTwice,
			"Khóa của cột “Số liệu kê khai” (ke_khai) xuất hiện nhiều lần: ô E9, V9."},
		{"no row keys", func(f *sheetFile) {
			for _, row := range f.layout.Rows {
				if row.Kind != templates.KeyRow {
					f.must(f.SetCellStr(templates.FormSheet, cellRef(f.T, row.Number, 1), ""))
				}
			}
		}, problem.FormNoKeys, "Cột khóa ẩn của trang “Phiếu chấm” không còn khóa nào của phiếu."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := filledFile(t, templates.SubmittedStage)
			c.spoil(f)
			p := f.refusal()
			if p.Code != c.code || p.Text() != c.want || p.Remedy() == "" || strings.Contains(p.Remedy(), "{") {
				t.Errorf("got %s: %s\n%s", p.Code, p.Text(), p.Remedy())
			}
		})
	}
	if got := key(templates.AnswerColumn); got != "E9" {
		t.Fatalf("the tables above expect the key row elsewhere than %s", got)
	}
}

// TestOddSheets: what is odd about the sheet but leaves no doubt is a warning.
func TestOddSheets(t *testing.T) {
	cases := []struct {
		name  string
		spoil func(*sheetFile)
		want  string
	}{
		{"renamed", func(f *sheetFile) { f.must(f.SetSheetName(templates.FormSheet, "Sở mẫu A")) },
			"warning: Trang “Phiếu chấm” đã bị đổi tên thành “Sở mẫu A”; vẫn được đọc theo khóa."},
		{"renamed to another of ours", func(f *sheetFile) { f.must(f.SetSheetName(templates.FormSheet, templates.ResultSheet)) },
			"warning: Trang “Phiếu chấm” đã bị đổi tên thành “Kết quả”; vẫn được đọc theo khóa."},
		{"hidden", func(f *sheetFile) {
			_, err := f.NewSheet("Khác")
			f.must(err)
			f.SetActiveSheet(2)
			f.must(f.SetSheetVisible(templates.FormSheet, false))
		}, "warning: Trang “Phiếu chấm” đang bị ẩn; số liệu trên trang vẫn được tính.\n" +
			`warning: Phiếu có thêm trang "Khác"; trang này không được đọc.`},
		{"needless columns gone, doubled and edited", func(f *sheetFile) {
			f.must(f.SetCellStr(templates.FormSheet, "F9", "x"))
			f.must(f.SetCellStr(templates.FormSheet, "V9", "stt"))
		}, `warning: Dòng khóa ẩn của các cột đã bị sửa: lặp “STT” (stt), thiếu “Điểm tự chấm” (tu_cham), lạ "x" (ô F9).`},
		{"hidden, with a chart's sheet beside it", func(f *sheetFile) {
			_, err := f.NewSheet("Khác")
			f.must(err)
			f.SetActiveSheet(2)
			f.must(f.SetSheetVisible(templates.FormSheet, false))
			f.must(f.AddChartSheet("Biểu đồ", &excelize.Chart{Type: excelize.Bar, Series: []excelize.ChartSeries{{Values: "'Phiếu chấm'!$E$12:$E$13"}}}))
		}, "warning: Trang “Phiếu chấm” đang bị ẩn; số liệu trên trang vẫn được tính.\n" +
			`warning: Phiếu có thêm trang "Khác"; trang này không được đọc.` + "\n" +
			`warning: Phiếu có thêm trang "Biểu đồ"; trang này không được đọc.`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := filledFile(t, templates.SubmittedStage)
			c.spoil(f)
			r := f.read()
			if got := said(r); strings.Join(got, "\n") != c.want {
				t.Errorf("got %q", got)
			}
			if n := len(r.Submission.Answers); n != 7 {
				t.Errorf("read %d answers of 7", n)
			}
		})
	}
}
