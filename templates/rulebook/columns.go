package rulebook

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

// columns are those of the rules, in their order.
var columns = []column{
	{"STT", 7}, {"Lĩnh vực/Tiêu chí/Tiêu chí thành phần", 26}, {"Điểm tối đa", 8}, {"Nội dung quy định", 36}, {"Số liệu", 30}, {"Cách tính", 38},
	{"Nguồn", 9}, {"Ghi chú", 22}, {"STT năm trước", 8}, {"Hiểu là", 34}, {"Tình trạng", 12}, {"Mã dòng", 8}, {"Mã trước", 8},
}

// The words of the first column and of cells that say what no sentence does.
const (
	totalName   = "TỔNG CỘNG"
	notDetailed = "(chưa chi tiết)"
	newWord     = "mới"
	partWord    = "tách" // behind a number that was split
)

// The states of a row.
const (
	stateRead = "đã hiểu"
	stateLook = "cần xem"
	stateOpen = "chưa hiểu"
)
