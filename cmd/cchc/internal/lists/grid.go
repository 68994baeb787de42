package lists

import (
	"slices"

	"github.com/shopspring/decimal"

	"cchc/scoring/problem"
	"cchc/templates/xlsx"
)

// grid is a table as it stands in a file, of whichever kind that is: its rows from the top, those left out in which nothing stands.
// There are two makers of one, for text files (csv.go) and for workbooks (workbook.go); what its columns mean is the table's business.
type grid struct {
	sheet  string // of a workbook
	rows   []gridRow
	faults []fault // of the file, and of cells

	hidden []int // columns of a workbook that nobody sees though something stands in them
}

// gridRow is a row with the cells in which something stands, from left to right.
type gridRow struct {
	number int
	cells  []gridCell
}

// gridCell is a cell as a person would say it; column counts from 1, and number is what a number cell holds.
type gridCell struct {
	column int
	text   string
	kind   cellKind
	number decimal.Decimal
}

// cellKind says what kind of thing a cell holds. In a text file everything is words.
type cellKind int

const (
	words       cellKind = iota
	plainNumber          // shown as it is
	dressed              // shown by a format of its own: with zeros before it, with an exponent
	otherNumber          // shows another number than it holds
	percentage
	day
	truth
	mistake // #N/A
	hollow  // a formula without a value
)

// fault is something wrong at a place of a grid; 0 is the whole row or file.
type fault struct {
	line, column int
	code         problem.Code
	args         []any
}

// readGrid reads a file as what it is, whatever its name ends with.
func readGrid(data []byte) grid {
	book, err := xlsx.Open(data)
	if refused, ok := err.(*xlsx.Refused); ok {
		if slices.Contains(notWorkbooks[:], refused.Problem.Code) {
			return textGrid(data)
		}
		return unreadable(refused.Problem)
	}
	return bookGrid(book)
}

// notWorkbooks are the ways in which the gate tells that a file is no workbook of any kind: then it is a text, as good or bad as it is.
var notWorkbooks = [...]problem.Code{problem.FileText, problem.FileUnknown, problem.FileEmpty, problem.FileTooLarge}

// unreadable is the grid of a file that no list can be read from.
func unreadable(p problem.Problem) grid {
	return grid{faults: []fault{{code: problem.TableWorkbook, args: []any{p.Text(), bookRemedy(p.Code)}}}}
}

// bookRemedy says what to do about a workbook that can't be read: as a list, not as a form that a unit hands in.
func bookRemedy(code problem.Code) string {
	switch code {
	case problem.FilePassword:
		return "Mở tệp trong Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), lưu lại rồi chạy lại."
	case problem.FileOldExcel, problem.FileBinaryExcel, problem.FileMacros, problem.FileOpenDocument, problem.FileXMLSpreadsheet, problem.FileWebPage, problem.FileUnclear:
		return "Mở tệp trong Excel hoặc LibreOffice, chọn Lưu thành → Sổ làm việc Excel (*.xlsx), rồi dùng tệp mới; không chỉ đổi đuôi tên tệp."
	case problem.FileTooMuch:
		return "Chép riêng bảng sang một sổ mới (dán giá trị), lưu thành .xlsx, rồi dùng tệp mới."
	case problem.FileArchive:
		return "Giải nén rồi dùng tệp bên trong."
	case problem.FileDamaged, problem.FileUnsafe:
		return "Mở tệp bằng Excel (Mở và sửa chữa), kiểm tra nội dung, lưu thành tệp .xlsx mới, rồi dùng tệp mới."
	}
	return "Dùng danh sách ở dạng Excel (.xlsx) hoặc CSV UTF-8 (.csv)."
}
