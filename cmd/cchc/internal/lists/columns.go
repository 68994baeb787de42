package lists

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"cchc/rules"
)

// column is a column that a table may have.
type column struct {
	name   string // as we spell it; capitals, diacritics, spaces and underscores make no difference
	needed bool   // the column must be there
	most   int    // characters in a cell
	holds  contents
}

// contents says what a column's cells are read as. It matters where a workbook has something else than words in them.
type contents int

const (
	names    contents = iota // what people write, a number as its digits
	codes                    // of units: a number only where it cannot have been another code
	criteria                 // numbers of criteria: a number only where it cannot have lost a zero
	figures                  // numbers
	days                     // a date, or words
	contacts                 // names and telephones, which lose their zero as numbers
)

// otherHeads are what secretariats call the columns besides.
var otherHeads = map[string][]string{
	codeColumn:       {"Mã đơn vị", "Mã ĐV", "Mã cơ quan"},
	nameColumn:       {"Tên đơn vị", "Tên cơ quan", "Tên cơ quan, đơn vị", "Đơn vị", "Cơ quan, đơn vị"},
	blockColumn:      {"Khối đơn vị", "Khối thi đua"},
	rankedColumn:     {"Có xếp hạng", "Được xếp hạng"},
	exemptColumn:     {"Tiêu chí không đánh giá", "Mục không đánh giá", "KĐG"},
	deadlineColumn:   {"Hạn gửi", "Thời hạn", "Thời hạn nộp", "Thời hạn gửi", "Hạn nộp phiếu"},
	submitColumn:     {"Nơi nhận phiếu", "Nơi gửi", "Gửi về"},
	contactColumn:    {"Hỏi đáp", "Hỗ trợ", "Hỏi đáp, hỗ trợ", "Đầu mối", "Đầu mối liên hệ"},
	criterionColumn:  {"Mã tiêu chí", "Số tiêu chí", "Số thứ tự", "Số thứ tự tiêu chí"},
	departmentColumn: {"Phòng ban", "Phòng phụ trách", "Phòng, ban", "Phụ trách", "Phòng, ban phụ trách"},
	pointsColumn:     {"Số điểm", "Điểm điều tra", "Điểm xã hội học", "Điểm điều tra xã hội học"},
	keyColumn:        {"Khóa số liệu", "Mã số liệu"},
	valueColumn:      {"Số liệu", "Số liệu kê khai"},
	evidenceColumn:   {"Tài liệu kiểm chứng"},
	reasonColumn:     {"Nội dung giải trình"},
	figureColumn:     {"Mã số công bố", "Tên tắt"},
}

// passedOver are columns that secretariats keep for themselves.
var passedOver = [...]string{"stt", "tt", "ghi_chu"}

// freeText are columns in which people write sentences, of several lines and with question marks.
var freeText = [...]string{evidenceColumn, reasonColumn}

// byHead tells which of the columns a head is of, folded.
func byHead(columns []column) map[string]int {
	known := map[string]int{}
	for i, c := range columns {
		if keyIn(c.name) != "" {
			continue // is known by nothing but its key, see columnOf: 3.1:a and 31:a fold alike
		}
		known[folded(c.name)] = i
		for _, head := range otherHeads[c.name] {
			known[folded(head)] = i
		}
	}
	return known
}

func (t *table) columnOf(head string) int {
	if key := keyIn(head); key != "" {
		return slices.IndexFunc(t.columns, func(c column) bool { return strings.EqualFold(c.name, key) })
	}
	if i, known := t.heads[folded(head)]; known {
		return i
	}
	return -1
}

func (t *table) near(word string) string {
	for _, c := range t.columns {
		if rules.Closest(folded(word), []string{folded(c.name)}) != "" {
			return " Có phải là “" + c.name + "”?"
		}
	}
	return ""
}

// nearest asks whether one of some names was meant.
func (t *table) nearest(word string, names []string) string {
	if meant := rules.Closest(strings.ToLower(word), names); meant != "" {
		return " Có phải là “" + meant + "”?"
	}
	return ""
}

func (t *table) names() string {
	var names []string
	for _, c := range t.columns {
		names = append(names, c.name)
	}
	return strings.Join(names, ", ")
}

// folded is a word as it compares: without diacritics, capitals, spaces and marks.
func folded(word string) string {
	return strings.Map(func(r rune) rune {
		switch r = unicode.ToLower(r); {
		case r == 'đ':
			return 'd'
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return r
		}
		return -1
	}, norm.NFD.String(word))
}
