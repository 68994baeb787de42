package lists

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"cchc/scoring"
	"cchc/scoring/handover"
	"cchc/scoring/scoringtest"
	"cchc/templates/xlsx/rawzip"
)

// book makes a workbook of sheets by what stands in their rows; a string is a text, a number a number, nil nothing.
func book(t *testing.T, change func(f *excelize.File), sheets ...sheetOfRows) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, s := range sheets {
		if i == 0 {
			must(t, f.SetSheetName("Sheet1", s.name))
		} else if _, err := f.NewSheet(s.name); err != nil {
			t.Fatal(err)
		}
		for n, row := range s.rows {
			must(t, f.SetSheetRow(s.name, fmt.Sprintf("A%d", n+1), &row))
		}
	}
	if change != nil {
		change(f)
	}
	out, err := f.WriteToBuffer()
	must(t, err)
	return out.Bytes()
}

type sheetOfRows struct {
	name string
	rows [][]any
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// list is a workbook with one sheet.
func list(t *testing.T, change func(f *excelize.File), rows ...[]any) []byte {
	return book(t, change, sheetOfRows{"Danh sách", rows})
}

// format gives a cell a number format of its own.
func format(t *testing.T, f *excelize.File, cell, code string) {
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	must(t, err)
	must(t, f.SetCellStyle("Danh sách", cell, cell, style))
}

// TestUnitsOfAWorkbook: a list as an office keeps it, with a title, blank rows, heads in its own words, a block merged over its
// units, numbers and dates, is read as its CSV would be.
func TestUnitsOfAWorkbook(t *testing.T) {
	data := list(t, func(f *excelize.File) {
		must(t, f.MergeCell("Danh sách", "A1", "F1"))
		must(t, f.MergeCell("Danh sách", "D4", "D6"))
		format(t, f, "G4", "dd/mm/yyyy")
		format(t, f, "G5", "m/d/yy h:mm")
	},
		[]any{"DANH SÁCH ĐƠN VỊ NĂM 2023"}, nil,
		[]any{"STT", "MÃ ĐƠN VỊ", "Tên đơn vị", "Khối", "Không đánh giá", "Xep hang", "Hạn nộp", "Nơi nhận", "Liên hệ", "Ghi chú"},
		[]any{1, "SM-A", "Sở mẫu A", "Sở", "1.1; 2", "Có", 45275, "Sở Nội vụ", "0912 345 678", "=?"},
		[]any{2, 12, "Sở mẫu B", nil, 2, "không", 45276.7083333333},
		[]any{3, "SM-C ", "Sở\u00A0mẫu C", nil, nil, nil, "trước 17 giờ, 15/12"})
	units, problems := ReadUnits("don-vi.xlsx", data, scoringtest.HandMade())
	want := []Unit{
		{Unit: scoring.Unit{Code: "SM-A", Name: "Sở mẫu A", Block: "Sở", Ranked: true}, Exempt: []string{"1.1", "2"}, File: "SM-A.xlsx",
			Notice: Notice{"15/12/2023", "Sở Nội vụ", "0912 345 678"}},
		{Unit: scoring.Unit{Code: "12", Name: "Sở mẫu B", Block: "Sở"}, Exempt: []string{"2"}, File: "12.xlsx", Notice: Notice{Deadline: "17:00 16/12/2023"}},
		{Unit: scoring.Unit{Code: "SM-C", Name: "Sở mẫu C", Block: "Sở", Ranked: true}, File: "SM-C.xlsx", Notice: Notice{Deadline: "trước 17 giờ, 15/12"}},
	}
	if diff := cmp.Diff(want, units); diff != "" || len(problems) > 0 {
		t.Error(diff, lines(problems))
	}
}

// tens has a criterion 1.1 and a 1.10, which a number cannot tell apart.
func tens() *scoring.RuleSet {
	rs := scoringtest.HandMade()
	more := rs.Criteria[0].Children[0]
	more.Number = "1.10"
	rs.Criteria[0].Children = append(rs.Criteria[0].Children, more)
	return rs
}

func TestWorkbooksThatAreNotWhatWasTyped(t *testing.T) {
	head := []any{"ma", "ten", "khoi", "xep_hang", "khong_danh_gia", "han_nop", "noi_nhan", "lien_he"}
	first := func(row ...any) []byte { return list(t, nil, head, row) }
	formatted := func(cell, code string, row ...any) []byte {
		return list(t, func(f *excelize.File) { format(t, f, cell, code) }, head, row)
	}
	tests := []struct {
		name string
		data []byte
		want []string
	}{
		{"a date where a code is asked", formatted("A2", "d-mmm", 45293, "Tên", "K"), []string{
			"x.xlsx: Danh sách!A2: lỗi: Mã đơn vị “02/01/2024” giống mã đã bị Excel đổi thành ngày tháng. [table-code-rewritten] — Định dạng cột mã là Văn bản (Text) trong Excel, gõ lại mã gốc rồi lưu lại bảng."}},
		{"a code in scientific dress", formatted("A2", "0.00E+00", 300000, "Tên", "K"), []string{
			"x.xlsx: Danh sách!A2: lỗi: Mã đơn vị “300000” giống mã đã bị Excel đổi thành số. [table-code-rewritten] — Định dạng cột mã là Văn bản (Text) trong Excel, gõ lại mã gốc rồi lưu lại bảng."}},
		{"a code with a fraction", first(1.5, "Tên", "K"), []string{
			"x.xlsx: Danh sách!A2: lỗi: Mã đơn vị “1,5” giống mã đã bị Excel đổi thành số. [table-code-rewritten] — Định dạng cột mã là Văn bản (Text) trong Excel, gõ lại mã gốc rồi lưu lại bảng."}},
		{"a number that may have been 1.10", first("A", "Tên", "K", nil, 1.1), []string{
			"x.xlsx: Danh sách!E2: lỗi: Cột khong_danh_gia: ô chứa số 1,1, vốn có thể là 1.1 hoặc 1.10. [table-number-lost-zero] — Định dạng cột là Văn bản (Text) trong Excel, gõ lại số thứ tự rồi lưu."}},
		{"a number that may be two", first("A", "Tên", "K", nil, 1.2), []string{
			"x.xlsx: Danh sách!E2: lỗi: Cột khong_danh_gia: không rõ “1,2” là số thứ tự 1.2 hay là các mục 1; 2. [table-exempt-unclear] — Ghi 1.2, hoặc 1; 2."}},
		{"a criterion that became a date", formatted("E2", "dd.mm.yy", "A", "Tên", "K", nil, 37347), []string{
			"x.xlsx: Danh sách!E2: lỗi: Cột khong_danh_gia: ô chứa ngày tháng 01/04/2002, có thể do Excel đổi từ điều được gõ. [table-cell-date] — Định dạng cột là Văn bản (Text) trong Excel, gõ lại rồi lưu."}},
		{"a percentage", formatted("E2", "0%", "A", "Tên", "K", nil, 1.1), []string{
			"x.xlsx: Danh sách!E2: lỗi: Cột khong_danh_gia: ô chứa tỷ lệ phần trăm 110%, không rõ là số nào. [table-cell-percent] — Đặt định dạng ô là Chung (General) rồi gõ lại số, không có dấu %."}},
		{"an error", list(t, func(f *excelize.File) {
			must(t, f.SetCellFormula("Danh sách", "B2", "NA()"))
			must(t, f.SetCellFormula("Danh sách", "C2", `"K"`))
		}, head, []any{"A"}), []string{
			"x.xlsx: Danh sách!B2: lỗi: Cột ten: ô có công thức nhưng tệp không kèm giá trị của nó. [table-cell-no-value] — Mở tệp trong Excel cho tính lại rồi lưu; hoặc dán giá trị (Paste Special → Values).",
			"x.xlsx: Danh sách!C2: lỗi: Cột khoi: ô có công thức nhưng tệp không kèm giá trị của nó. [table-cell-no-value] — Mở tệp trong Excel cho tính lại rồi lưu; hoặc dán giá trị (Paste Special → Values)."}},
		{"a number that shows another", formatted("B2", `"38"`, "A", 12, "K"), []string{
			"x.xlsx: Danh sách!B2: lỗi: Cột ten: ô chứa 12 nhưng hiện thành số khác. [table-cell-shown] — Đặt định dạng ô là Chung (General) hoặc Văn bản (Text), rồi gõ lại."}},
		{"a day that is a number, a telephone that is one", first("A", "Tên", "K", nil, nil, 45275, nil, 912345678), []string{
			"x.xlsx: Danh sách!F2: lỗi: Cột han_nop: 45275 không phải ngày. [table-cell-day] — Gõ ngày như 15/12/2023, hoặc định dạng ô là Văn bản (Text) rồi ghi bằng chữ.",
			"x.xlsx: Danh sách!H2: lỗi: Cột lien_he: ô chứa số 912345678; số điện thoại ghi kiểu số mất chữ số 0 ở đầu. [table-cell-phone] — Định dạng cột là Văn bản (Text) trong Excel rồi gõ lại."}},
		{"a unit twice", list(t, nil, head, []any{"A", "Tên", "K"}, []any{"a", "Tên khác", "K"}), []string{
			"x.xlsx: Danh sách!A3: lỗi: Mã đơn vị “a” đã có ở dòng 2 (không phân biệt chữ hoa, chữ thường). [table-code-twice] — Mỗi đơn vị một dòng, một mã riêng."}},
		{"a head twice", list(t, nil, []any{"Mã", "Tên", "Khối", "Mã đơn vị"}, []any{"A", "Tên", "K", "A"}), []string{
			"x.xlsx: Danh sách!D1: lỗi: Cột “ma” có hai lần. [table-column-twice] — Giữ một cột, bỏ cột còn lại."}},
		{"the heads again", list(t, nil, head, []any{"A", "Tên", "K"}, []any{"Mã", "Tên", "Khối"}), []string{
			"x.xlsx: Danh sách, dòng 3: lỗi: Dòng này lặp lại các tên cột của dòng 1. [table-head-again] — Xóa dòng này; muốn in tên cột ở mỗi trang thì dùng Bố trí trang → In tiêu đề (Print Titles)."}},
		{"a unit above the heads", list(t, nil, []any{"A", "Tên", "K"}, head, []any{"B", "Tên", "K"}), []string{
			"x.xlsx: Danh sách, dòng 1: lỗi: Dòng này đứng trên dòng tên cột (dòng 2) mà trông như một dòng của bảng. [table-above-head] — Chuyển dòng xuống dưới dòng tên cột; nếu là tiêu đề thì để trong một ô, hoặc xóa."}},
		{"no heads", list(t, nil, []any{"SM-A", "Sở mẫu A", "Sở"})[:], []string{
			"table-column-missing", "table-column-missing", "table-column-missing", "table-column-unknown", "table-column-unknown", "table-column-unknown"}},
		{"an unknown column", list(t, nil, []any{"Mã", "Tên", "Khối", "Lãnh đạo"}, []any{"A", "Tên", "K", "x"}), []string{
			"x.xlsx: Danh sách!D1: lỗi: Không có cột nào tên là “Lãnh đạo”. [table-column-unknown] — Sửa tên cột hoặc bỏ cột; các cột dùng được: ma, ten, khoi, xep_hang, khong_danh_gia, han_nop, noi_nhan, lien_he."}},
		{"a cell beside the table", list(t, nil, []any{"Mã", "Tên", "Khối"}, []any{"A", "Tên", "K", nil, "nhớ hỏi"}), []string{
			"x.xlsx: Danh sách!E2: lỗi: Dòng có ô “nhớ hỏi” nằm ngoài các cột có tên. [table-cell-beyond] — Bỏ ô thừa, hoặc đặt tên cho cột của ô. Trong tệp CSV, ô có dấu phân cách bên trong thì đặt vào ngoặc kép."}},
		{"an old workbook under the name", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00\x00\x00"...), []string{
			"x.xlsx: lỗi: Tệp ở định dạng Excel 97-2003 (.xls). [table-workbook] — Mở tệp trong Excel hoặc LibreOffice, chọn Lưu thành → Sổ làm việc Excel (*.xlsx), rồi dùng tệp mới; không chỉ đổi đuôi tên tệp."}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			units, problems := ReadUnits("x.xlsx", test.data, tens())
			var got []string
			for i, p := range problems {
				text := p.String()
				if i < len(test.want) && !strings.Contains(test.want[i], " ") {
					text = string(p.Code)
				}
				got = append(got, text)
			}
			if diff := cmp.Diff(test.want, got); diff != "" || units != nil {
				t.Error(diff, units)
			}
		})
	}
}

// TestWorkbooksWithMoreThanOneSees: sheets beside the list, rows and columns that are hidden are named, and the list is read whole.
func TestWorkbooksWithMoreThanOneSees(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		f.SetActiveSheet(2)
		must(t, f.SetSheetVisible("Cũ", false))
		must(t, f.SetRowVisible("Đơn vị", 3, false))
		must(t, f.SetColVisible("Đơn vị", "C", false))
	}, sheetOfRows{"Cũ", [][]any{{"Mã", "Tên", "Khối"}, {"X", "Tên", "K"}}}, sheetOfRows{"Trống", nil},
		sheetOfRows{"Đơn vị", [][]any{{"Mã", "Tên", "Khối"}, {"A", "Tên", "K"}, {"B", "Tên", "K"}}}, sheetOfRows{"Nháp", [][]any{{1}}})
	units, problems := ReadUnits("x.xlsx", data, scoringtest.HandMade())
	want := []string{
		"x.xlsx: Đơn vị table-rows-hidden 3", "x.xlsx: Đơn vị table-sheet-chosen Đơn vị|“Nháp”", "x.xlsx: Đơn vị, cột C table-column-hidden khoi"}
	if diff := cmp.Diff(want, lines(problems)); diff != "" || len(units) != 2 || Faulty(problems) {
		t.Error(diff, units)
	}
}

// TestAsManyBlankRowsAsPeopleFormat: rows that only look like something cost little, and more than the gate takes is named.
func TestAsManyBlankRowsAsPeopleFormat(t *testing.T) {
	formatted := func(rows int) []byte {
		parts := rawzip.Parts(t, list(t, nil, []any{"Mã", "Tên", "Khối"}, []any{"A", "Tên", "K"}))
		for i, p := range parts {
			if p.Name == "xl/worksheets/sheet1.xml" {
				var blank strings.Builder
				for n := 3; n <= rows; n++ {
					fmt.Fprintf(&blank, `<row r="%d" s="0" customFormat="1"></row>`, n)
				}
				parts[i].Content = strings.Replace(p.Content, "</sheetData>", blank.String()+"</sheetData>", 1)
			}
		}
		return rawzip.Pack(t, parts)
	}
	if units, problems := ReadUnits("x.xlsx", formatted(100_000), scoringtest.HandMade()); len(units) != 1 || len(problems) > 0 {
		t.Error(units, lines(problems))
	}
	_, problems := ReadUnits("x.xlsx", formatted(100_001), scoringtest.HandMade())
	const want = "x.xlsx: lỗi: Tệp chứa quá nhiều dữ liệu: số dòng của trang tính, giới hạn là 100.000. [table-workbook] — " +
		"Chép riêng bảng sang một sổ mới (dán giá trị), lưu thành .xlsx, rồi dùng tệp mới."
	if len(problems) != 1 || problems[0].String() != want {
		t.Error(problems)
	}
}

func TestChargesAndSurveyOfWorkbooks(t *testing.T) {
	rs := tens()
	charges, problems := ReadCharges("pc.xlsx", list(t, nil, []any{"Tiêu chí", "Phòng phụ trách"}, []any{"1.10", "Phòng A"}, []any{2, "Phòng B; Phòng A"}), rs)
	want := []handover.Charge{{Number: "1.10", Departments: []string{"Phòng A"}}, {Number: "2", Departments: []string{"Phòng B", "Phòng A"}}}
	if diff := cmp.Diff(want, charges); diff != "" || len(problems) > 0 {
		t.Error(diff, lines(problems))
	}
	_, problems = ReadCharges("pc.xlsx", list(t, nil, []any{"tieu_chi", "phong"}, []any{1.1, "Phòng A"}, []any{9.5, "Phòng B"}), rs)
	if diff := cmp.Diff([]string{"pc.xlsx: Danh sách!A2 table-number-lost-zero tieu_chi|1,1|1.1 hoặc 1.10", "pc.xlsx: Danh sách!A3 table-criterion tieu_chi|9.5|"}, lines(problems)); diff != "" {
		t.Error(diff)
	}
	survey, problems := ReadSurvey("ks.xlsx", list(t, nil, []any{"Mã đơn vị", "Điểm điều tra"}, []any{"A", 31.25}, []any{"B", "30,5"}, []any{"C", 28.123}), decimal.NewFromInt(35))
	got := map[string]string{}
	for code, d := range survey.Points {
		got[code] = d.String()
	}
	if diff := cmp.Diff(map[string]string{"A": "31.25", "B": "30.5", "C": "28.123"}, got); diff != "" || len(problems) > 0 {
		t.Error(diff, lines(problems))
	}
}

// TestAnswersByUnit: each unit has its own answers; what would be another's, or everybody's, is named.
func TestAnswersByUnit(t *testing.T) {
	rs := scoringtest.HandMade()
	listed := []Unit{{Unit: scoring.Unit{Code: "SM-A"}}, {Unit: scoring.Unit{Code: "SM-B"}}, {Unit: scoring.Unit{Code: "SM-C"}}}
	rows := [][]any{{"Mã đơn vị", "khóa", "Giá trị", "Kiểm chứng"}, {"SM-A", "1.1:diem", 10.5, "BC 1"}, {"sm-b", "1.1:diem", 1.234, nil}, {"SM-B", "1.2:diem", 1, nil}}
	var csv strings.Builder
	for _, row := range rows {
		for _, cell := range row {
			if cell != nil {
				fmt.Fprint(&csv, cell)
			}
			csv.WriteString(";")
		}
		csv.WriteString("\n")
	}
	byBook, problems := ReadAnswers("x.xlsx", list(t, nil, rows...), rs, listed)
	if diff := cmp.Diff([]string{"x.xlsx: Danh sách table-unit-absent 1|SM-C"}, lines(problems)); diff != "" {
		t.Error(diff)
	}
	byText, _ := ReadAnswers("x.csv", []byte(strings.Replace(csv.String(), "1.234", "1.2340", 1)), rs, listed)
	if diff := cmp.Diff(byText, byBook); diff != "" || len(byBook) != 2 || byBook["SM-A"].Evidence["1.1"] != "BC 1" || len(byBook["SM-B"].Answers) != 2 {
		t.Error(diff, byBook)
	}
	for _, test := range []struct {
		name   string
		data   []byte
		listed []Unit
		want   string
	}{
		{"no list", list(t, nil, rows...), nil, "x.xlsx: Danh sách, cột A: lỗi: Bảng số liệu có cột ma (mã đơn vị) nhưng không có danh sách đơn vị. [table-unit-column] — Thêm --units don-vi.csv để lập phiếu cho các đơn vị; nếu là số liệu của một đơn vị thì bỏ cột này."},
		{"no column", list(t, nil, []any{"khoa", "gia_tri"}, []any{"1.1:diem", 1}), listed, "x.xlsx: Danh sách: lỗi: Bảng số liệu không có cột ma (mã đơn vị), nên sẽ điền như nhau vào phiếu của cả 3 đơn vị. [table-unit-column-missing] — Thêm cột ma, mỗi dòng ghi số liệu là của đơn vị nào; hoặc lập riêng phiếu của một đơn vị, không có --units."},
		{"an unknown unit", list(t, nil, rows[0], []any{"SM-X", "1.1:diem", 1}), listed[:0:0], "x.xlsx: Danh sách!A2: lỗi: Danh sách không có đơn vị mang mã “SM-X”. [table-unit-unknown] — Sửa mã cho khớp danh sách, hoặc thêm đơn vị vào danh sách."},
	} {
		got, problems := ReadAnswers("x.xlsx", test.data, rs, test.listed)
		if len(problems) == 0 || problems[0].String() != test.want || got != nil {
			t.Errorf("%s: %v %v", test.name, problems, got)
		}
	}
}
