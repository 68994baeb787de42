package rulebook

import "cchc/scoring"

// The sheets of a book.
const (
	rulesSheet    = "Bộ chỉ số"
	infoSheet     = "Thông tin"
	examplesSheet = "Ví dụ"
	checksSheet   = "Kiểm tra"
)

// stampName is the custom property that says of which rule set a book was printed.
const stampName = "cchc-rulebook"

// The columns of the rules.
const (
	colNumber = iota + 1
	colName
	colMax
	colText
	colInputs
	colRule
	colSource
	colNote
	colWas
	colUnderstood
	colState
	colKey    // hidden, as is the next
	colWasKey // what stood in colWas
)

// column is a column of the rules: its head, and how wide it is.
type column struct {
	head  string
	width float64
}

// bookScale is how small the rules print, in per cent, so that their columns fit the paper.
const bookScale = 68

// columns are those of the rules, in their order.
var columns = []column{
	{"STT", 7}, {"Lĩnh vực/Tiêu chí/Tiêu chí thành phần", 20}, {"Điểm tối đa", 6}, {"Nội dung quy định", 32}, {"Số liệu", 24}, {"Cách tính", 34},
	{"Nguồn", 8}, {"Ghi chú", 26}, {"STT năm trước", 7}, {"Hiểu là", 24}, {"Tình trạng", 10}, {"Mã dòng", 8}, {"Mã trước", 8},
}

// The words of the first column and of cells that say what no sentence does.
const (
	totalName   = "TỔNG CỘNG"
	notDetailed = "(chưa chi tiết)"
	newWord     = "mới"
	partWord    = "tách" // behind a number that was split
)

// beyondWords stand before the points of what is beyond the maximum.
var beyondWords = map[scoring.Beyond]string{scoring.BeyondPlus: "thưởng", scoring.BeyondMinus: "trừ"}

// The states of a row.
const (
	stateRead = "đã hiểu"
	stateLook = "cần xem"
	stateOpen = "chưa hiểu"
)
