package lists

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"

	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/scoring/scoringtest"
)

func lines(problems []Problem) []string {
	var all []string
	for _, p := range problems {
		all = append(all, p.place()+" "+string(p.Code)+" "+strings.Join(p.Args, "|"))
	}
	return all
}

func TestReadUnits(t *testing.T) {
	two := []Unit{
		{Unit: scoring.Unit{Code: "SM-A", Name: "Sở mẫu A; khác", Block: "Sở", Ranked: true}, File: "SM-A.xlsx"},
		{Unit: scoring.Unit{Code: "SM-B", Name: "Sở mẫu B", Block: "Sở", Ranked: false}, Exempt: []string{"1.1", "2"}, File: "SM-B.xlsx"},
	}
	const text = "ma;ten;khoi;xep_hang;khong_danh_gia\r\nSM-A;\"Sở mẫu A; khác\";Sở;có;\r\nSM-B;Sở mẫu B;Sở;không;1.1 2\r\n"
	commas := "ma,ten,khoi,xep_hang,khong_danh_gia\nSM-A,Sở mẫu A; khác,Sở,,\nSM-B,Sở mẫu B,Sở,Khong,\"1.1,2\"\n"
	sound := []struct{ name, text string }{
		{"semicolons and CRLF", text},
		{"with a byte order mark", "\uFEFF" + text},
		{"commas and LF", commas},
		{"tabs in UTF-16, as Excel's Unicode text", scoringtest.UTF16LE(strings.ReplaceAll(commas, ",", "\t")[:0] +
			"ma\tten\tkhoi\txep_hang\tkhong_danh_gia\r\nSM-A\tSở mẫu A; khác\tSở\tCÓ\t\r\nSM-B\tSở mẫu B\tSở\tkhông\t1.1; 2\r\n")},
		{"with a line that says what divides it", "\uFEFFsep=;\r\n" + text},
		{"with such a line that Excel has saved again", "sep=;;;;\r\n" + text},
		{"divided by a mark that only that line tells", "sep=|\n" + strings.ReplaceAll(strings.ReplaceAll("ma;ten;khoi;xep_hang;khong_danh_gia\nSM-A;Sở mẫu A# khác;Sở;có;\nSM-B;Sở mẫu B;Sở;không;1.1 2\n", ";", "|"), "#", ";")},
		{"names with diacritics and capitals, in another order, with columns of one's own",
			"STT;Xếp hạng;Không đánh giá;Khối;TÊN;Mã;Ghi chú\n1;có;;Sở;\"Sở mẫu A; khác\";SM-A;=1+1?\n2;không;1.1,2;Sở;Sở mẫu B;SM-B;\n"},
		{"decomposed letters, odd spaces, blank lines", norm.NFD.String(
			"\n;;\nma;ten;khoi;xep_hang;khong_danh_gia\n SM-A ;\"Sở\u00A0mẫu A; khác \";Sở;có;\n;;;;\nSM-B;Sở mẫu B;Sở;không;1.1, 2;;\n;;;;\n")},
	}
	for _, test := range sound {
		t.Run(test.name, func(t *testing.T) {
			units, problems := ReadUnits("don-vi.csv", []byte(test.text), scoringtest.HandMade())
			if diff := cmp.Diff(two, units); diff != "" {
				t.Error(diff)
			}
			if len(problems) > 0 {
				t.Errorf("problems: %v", problems)
			}
		})
	}
}

func TestReadUnitsReportsAllThatIsWrong(t *testing.T) {
	const header = "ma;ten;khoi;xep_hang;khong_danh_gia\n"
	tests := []struct {
		name, text string
		want       []string
	}{
		{"empty", "", []string{"don-vi.csv table-empty dòng tên cột|ma, ten, khoi, xep_hang, khong_danh_gia, han_nop, noi_nhan, lien_he"}},
		{"no unit", header + ";;\n", []string{"don-vi.csv table-empty đơn vị nào|ma, ten, khoi, xep_hang, khong_danh_gia, han_nop, noi_nhan, lien_he"}},
		{"too large", strings.Repeat("\n", maxTable+1), []string{"don-vi.csv table-too-large 4"}},
		{"Windows-1258", header + "A;\xD0\xF5n v\xF2 A;Kh\xF4\xECi;;\n",
			[]string{"don-vi.csv table-encoding " + oldPage + "|" + remedyOf(oldPage)}},
		{"UTF-16 cut", scoringtest.UTF16LE(header)[:41], []string{"don-vi.csv table-encoding UTF-16 bị cắt ngang một ký tự|" + remedyOf("")}},
		{"UTF-16 without its mark", scoringtest.UTF16LE(header)[2:], []string{"don-vi.csv table-encoding có byte 0|" + remedyOf("")}},
		{"a broken workbook", "PK\x03\x04", []string{"don-vi.csv table-workbook Tệp bị hỏng: thiếu phần cuối (tệp bị cắt cụt hoặc có dữ liệu lạ ở cuối).|" + bookRemedy(problem.FileDamaged)}},
		{"a title above, blank lines, heads of their own", "DANH SÁCH ĐƠN VỊ;;;\n;;\nTT;Mã đơn vị;Tên đơn vị;Khối;Mầu\n1;A;Tên;K;\n", []string{
			"don-vi.csv:3:5 table-column-unknown Mầu|ma, ten, khoi, xep_hang, khong_danh_gia, han_nop, noi_nhan, lien_he| Có phải là “ma”?"}},
		{"a unit above the heads, and the heads again", "A;Tên;K\nmã;tên;khối\nB;Tên;K\nMã;Tên;Khối\n", []string{
			"don-vi.csv:1 table-above-head 2", "don-vi.csv:4 table-head-again 2"}},
		{"letters of old", header + "A;Së Néi vô;Së;;\nB;Sôû Noäi vuï;K;;\nC;Sá»Ÿ Ná»™i vá»¥;K;;\n", []string{
			"don-vi.csv:2:2 table-old-letters ten|Së Néi vô|TCVN3 (ABC)|Sở Nội vụ", "don-vi.csv:2:3 table-old-letters khoi|Së|TCVN3 (ABC)|Sở",
			"don-vi.csv:3:2 table-old-letters ten|Sôû Noäi vuï|VNI|Sở Nội vụ",
			"don-vi.csv:4:2 table-old-letters ten|Sá»Ÿ Ná»™i vá»¥|UTF-8 mã hóa hai lần|Sở Nội vụ"}},
		{"a mark said that divides nothing", "sep=|\nma;ten;khoi\nA;b;c\n", []string{
			"don-vi.csv:2 table-column-missing ma|ma, ten, khoi, xep_hang, khong_danh_gia, han_nop, noi_nhan, lien_he", "don-vi.csv:2 table-column-missing ten|ma, ten, khoi, xep_hang, khong_danh_gia, han_nop, noi_nhan, lien_he",
			"don-vi.csv:2 table-column-missing khoi|ma, ten, khoi, xep_hang, khong_danh_gia, han_nop, noi_nhan, lien_he",
			"don-vi.csv:2:1 table-column-unknown ma;ten;khoi|ma, ten, khoi, xep_hang, khong_danh_gia, han_nop, noi_nhan, lien_he|"}},
		{"a quote that never ends", header + "A;\"Đơn vị A;Khối;;\nB;b;K;;\n", []string{"don-vi.csv:3 table-quote "}},
		{"columns", "ma;tne;ma;xep_hang;mau\n", []string{
			"don-vi.csv:1 table-column-missing ten|ma, ten, khoi, xep_hang, khong_danh_gia, han_nop, noi_nhan, lien_he",
			"don-vi.csv:1 table-column-missing khoi|ma, ten, khoi, xep_hang, khong_danh_gia, han_nop, noi_nhan, lien_he",
			"don-vi.csv:1:2 table-column-unknown tne|ma, ten, khoi, xep_hang, khong_danh_gia, han_nop, noi_nhan, lien_he| Có phải là “ten”?",
			"don-vi.csv:1:3 table-column-twice ma",
			"don-vi.csv:1:5 table-column-unknown mau|ma, ten, khoi, xep_hang, khong_danh_gia, han_nop, noi_nhan, lien_he| Có phải là “ma”?"}},
		{"blanks", header + "A;;;;\n;Tên;Khối;;\nC;Tên;;không;\n", []string{
			"don-vi.csv:2:2 table-cell-blank ten", "don-vi.csv:2:3 table-cell-blank khoi", "don-vi.csv:3:1 table-cell-blank ma"}},
		{"codes", header + "A;Tên;K;;\na;Tên;K;;\nCON;Tên;K;;\nA;Tên;K;;\n", []string{
			"don-vi.csv:3:1 table-code-twice a|2", "don-vi.csv:4:1 table-code CON|trùng tên thiết bị của Windows",
			"don-vi.csv:5:1 table-code-twice A|2"}},
		{"codes that Excel has rewritten", header + "2-Jan;Tên;K;;\n3E+05;Tên;K;;\nThg1-20;Tên;K;;\nMAR-12;Tên;K;;\n", []string{
			"don-vi.csv:2:1 table-code-rewritten 2-Jan|ngày tháng", "don-vi.csv:3:1 table-code-rewritten 3E+05|số", "don-vi.csv:4:1 table-code-rewritten Thg1-20|ngày tháng"}},
		{"texts", header + "A;S? N?i v?;K;;\nB;\"Hai\ndòng\";K;;\nC;" + strings.Repeat("x", 251) + ";K;;\nD;\u202Eđảo;K;;\nE;T\uFFFDn;K;;\n", []string{
			"don-vi.csv:2:2 table-cell-text ten|“?” (chữ có dấu đã mất khi lưu)", "don-vi.csv:3:2 table-cell-text ten|U+000A",
			"don-vi.csv:5:2 table-cell-long ten|251|250", "don-vi.csv:6:2 table-cell-text ten|U+202E",
			"don-vi.csv:7:2 table-cell-text ten|“�” (chữ có dấu đã mất khi lưu)"}},
		{"yes or no", header + "A;Tên;K;x;\nB;Tên;K;1;\n", []string{"don-vi.csv:2:4 table-yes-no xep_hang|x", "don-vi.csv:3:4 table-yes-no xep_hang|1"}},
		{"a cell beyond", header + "A;Tên;K;có;1.1;2\n", []string{"don-vi.csv:2:6 table-cell-beyond 2"}},
		{"exemptions", header + "A;Tên;K;;1,2\nB;Tên;K;;\"1.3; 9\"\nC;Tên;K;;\"1.1; 1\"\nD;Tên;K;;2.1 2.1\nE;Tên;K;;01/02/2023\n", []string{
			"don-vi.csv:2:5 table-exempt-unclear khong_danh_gia|1,2|1.2|1; 2",
			"don-vi.csv:3:5 table-exempt-unknown khong_danh_gia|1.3", "don-vi.csv:3:5 table-exempt-unknown khong_danh_gia|9",
			"don-vi.csv:4:5 table-exempt-twice khong_danh_gia|1.1|1", "don-vi.csv:5:5 table-exempt-twice khong_danh_gia|2.1|2.1",
			"don-vi.csv:6:5 table-exempt-unknown khong_danh_gia|01/02/2023"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			units, problems := ReadUnits("don-vi.csv", []byte(test.text), scoringtest.HandMade())
			if diff := cmp.Diff(test.want, lines(problems)); diff != "" {
				t.Error(diff)
			}
			if len(units) > 0 {
				t.Errorf("%d units were given all the same", len(units))
			}
		})
	}
}

func TestTableProblemsHaveAnEnd(t *testing.T) {
	_, problems := ReadUnits("x.csv", []byte("ma;ten;khoi\n"+strings.Repeat("A;;\n", 3000)), scoringtest.HandMade())
	if len(problems) != maxTableProblems+1 || problems[maxTableProblems].Code != problem.SetMoreFindings {
		t.Errorf("%d problems, the last %v", len(problems), problems[len(problems)-1])
	}
}

func TestReadSurvey(t *testing.T) {
	survey, problems := ReadSurvey("ks.csv", []byte("Mã;Điểm\nA;31,25\nB;0\nC;35\nD;7.123456\n"), decimal.NewFromInt(35))
	got := map[string]string{}
	for code, d := range survey.Points {
		got[code] = d.String()
	}
	if diff := cmp.Diff(map[string]string{"A": "31.25", "B": "0", "C": "35", "D": "7.123456"}, got); diff != "" || len(problems) > 0 {
		t.Errorf("%s %v", diff, problems)
	}

	text := "ma;diem\nA;35,01\nB;-1\nC;1.234,5\nD;\na;3\nE;1e1\nF;1,2345678\nG; 3 0\nH;ba mươi\nI;,5\n"
	survey, problems = ReadSurvey("ks.csv", []byte(text), decimal.NewFromInt(35))
	want := []string{
		"ks.csv:2:2 table-number-outside diem|35,01|35", "ks.csv:3:2 table-number diem|-1|6", "ks.csv:4:2 table-number diem|1.234,5|6",
		"ks.csv:5:2 table-cell-blank diem", "ks.csv:6:1 table-code-twice a|2", "ks.csv:7:2 table-number diem|1e1|6",
		"ks.csv:8:2 table-number diem|1,2345678|6", "ks.csv:9:2 table-number diem|3 0|6", "ks.csv:10:2 table-number diem|ba mươi|6",
		"ks.csv:11:2 table-number diem|,5|6",
	}
	if diff := cmp.Diff(want, lines(problems)); diff != "" || survey != nil {
		t.Errorf("%s %v", diff, survey)
	}
}

func TestRewrittenCodeSaysAll(t *testing.T) {
	_, problems := ReadUnits("don-vi.csv", []byte("ma;ten;khoi\n2-Jan;Tên;K\n"), scoringtest.HandMade())
	const want = "don-vi.csv:2:1: lỗi: Mã đơn vị “2-Jan” giống mã đã bị Excel đổi thành ngày tháng. [table-code-rewritten] — " +
		"Định dạng cột mã là Văn bản (Text) trong Excel, gõ lại mã gốc rồi lưu lại bảng."
	if got := problems[0].String(); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestOldLettersSayAll(t *testing.T) {
	_, problems := ReadUnits("don-vi.csv", []byte("ma;ten;khoi\nA;Së Néi vô;K\n"), scoringtest.HandMade())
	const want = "don-vi.csv:2:2: lỗi: Cột ten: “Së Néi vô” là chữ TCVN3 (ABC), không phải Unicode. Có phải là “Sở Nội vụ”? [table-old-letters] — " +
		"Gõ lại bằng bảng mã Unicode; nếu nhiều ô, chuyển cả bảng bằng công cụ chuyển mã của UniKey (Ctrl+Shift+F6), rồi chạy lại."
	if got := problems[0].String(); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	_, problems = ReadUnits("don-vi.csv", []byte("ma;ten;khoi\nA;S\xeb;K\n"), scoringtest.HandMade())
	const page = "don-vi.csv: lỗi: Tệp không phải CSV UTF-8: bảng mã cũ (Windows-1258, TCVN3…) hoặc tệp hỏng. [table-encoding] — Mở bảng gốc (.xlsx), " +
		"chọn Lưu thành → CSV UTF-8 (phân cách bằng dấu phẩy) (*.csv). Nếu chỉ còn tệp CSV: trong Excel chọn Dữ liệu → Từ văn bản/CSV, " +
		"nguồn gốc tệp “1258: Tiếng Việt (Windows)”, rồi lưu như trên. Nếu chữ chỉ đúng với phông .VnTime hoặc VNI, chuyển sang Unicode " +
		"bằng UniKey (Ctrl+Shift+F6) trước khi lưu."
	if got := problems[0].String(); got != page {
		t.Errorf("\n got %s\nwant %s", got, page)
	}
}

func TestTableProblemSaysAll(t *testing.T) {
	_, problems := ReadSurvey("ks.csv", []byte("ma;diem\nA;40\n"), decimal.NewFromInt(35))
	const want = "ks.csv:2:2: lỗi: Cột diem: 40 nằm ngoài khoảng từ 0 đến 35. [table-number-outside] — " +
		"Kiểm tra lại số; nếu điểm tối đa khác 35 thì chỉ ra bằng --survey-max."
	if got := problems[0].String(); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestWriteTable(t *testing.T) {
	rows := [][]string{
		{"Hạng", "Đơn vị; khối", "Chênh lệch"},
		{"1", "=1+1", "-0,25"},
		{"2", "@SUM(A1)", "+1"},
		{"3", "\t=1", "-1+1"},
		{"4", " =1", "-"},
		{"5", "\r=1", "＝1"},
		{"6", `Sở "A"`, "-1;=2"},
	}
	var out bytes.Buffer
	if err := WriteTable(&out, rows); err != nil {
		t.Fatal(err)
	}
	const want = "\uFEFFHạng;\"Đơn vị; khối\";Chênh lệch\r\n1;'=1+1;-0,25\r\n2;'@SUM(A1);'+1\r\n3;'�=1;'-1+1\r\n" +
		"4;' =1;'-\r\n5;'�=1;'＝1\r\n6;\"Sở \"\"A\"\"\";\"'-1;=2\"\r\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}
