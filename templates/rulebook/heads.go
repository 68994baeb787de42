package rulebook

import (
	"regexp"
	"strings"
)

// found says where the columns of a decision's table stand; -1 for one that is not there.
type found struct{ number, name, max, rule, evidence, note int }

// headWords are how decisions head their columns, the plainer ones first.
var headWords = struct{ number, name, nameToo, max, maxToo, rule, evidence, note *regexp.Regexp }{
	number:   regexp.MustCompile(`^(stt|tt|số tt|số thứ tự|số|mục|mã( số)?)\.?$`),
	name:     regexp.MustCompile(`lĩnh vực|tiêu chí|tên chỉ số|chỉ số thành phần|chỉ tiêu`),
	nameToo:  regexp.MustCompile(`^nội dung( đánh giá| chấm| quy định| tính| tiêu chí|$)|^tên`),
	max:      regexp.MustCompile(`điểm (số )?(tối đa|chuẩn|quy định|cao nhất)|thang điểm|^tối đa$|mức điểm$`),
	maxToo:   regexp.MustCompile(`^(số )?điểm( số)?$`),
	rule:     regexp.MustCompile(`cách (tính|chấm|đánh giá|xác định)|phương pháp|hướng dẫn|quy định chấm|nội dung (chấm|tính)|diễn giải|thang điểm chi tiết|mức đánh giá`),
	evidence: regexp.MustCompile(`kiểm chứng|minh chứng|hồ sơ|tài liệu|căn cứ`),
	note:     regexp.MustCompile(`ghi chú`),
}

// otherYear are heads of columns that compare with another year, whatever else they say.
var otherYear = regexp.MustCompile(`thay đổi|so với|năm trước|năm 20\d\d|tự chấm|tự đánh giá|thẩm định|đơn vị chấm|kết quả`)

// headsOf finds the columns in a row of heads; ok where it has a number, a name and points.
func headsOf(cells []string) (f found, ok bool) {
	f = found{-1, -1, -1, -1, -1, -1}
	take := func(place *int, i int) bool {
		if *place < 0 {
			*place = i
			return true
		}
		return false
	}
	var later []int
	for i, cell := range cells {
		head := strings.Trim(fold(cell), " .:*")
		if head == "" || len(head) > 120 {
			continue
		}
		switch {
		case otherYear.MatchString(head):
		case headWords.number.MatchString(head) && take(&f.number, i):
		case headWords.rule.MatchString(head) && take(&f.rule, i):
		case headWords.max.MatchString(head) && take(&f.max, i):
		case headWords.evidence.MatchString(head) && take(&f.evidence, i):
		case headWords.name.MatchString(head) && take(&f.name, i):
		case headWords.note.MatchString(head) && take(&f.note, i):
		default:
			later = append(later, i)
		}
	}
	for _, i := range later {
		head := strings.Trim(fold(cells[i]), " .:*")
		switch {
		case headWords.maxToo.MatchString(head) && take(&f.max, i):
		case headWords.nameToo.MatchString(head) && take(&f.name, i):
		case headWords.nameToo.MatchString(head) && take(&f.rule, i):
		}
	}
	return f, f.number >= 0 && f.name >= 0 && f.max >= 0
}

// columns lists those that are read.
func (f found) columns() []int { return []int{f.number, f.name, f.max, f.rule, f.evidence, f.note} }

// twoRows joins a row of heads with the one under it: "Điểm" over "Tối đa" and "Tự chấm".
func twoRows(above, below []string) []string {
	joined := make([]string, max(len(above), len(below)))
	last := ""
	for i := range joined {
		top, under := "", ""
		if i < len(above) {
			top = strings.TrimSpace(above[i])
		}
		if i < len(below) {
			under = strings.TrimSpace(below[i])
		}
		if top == "" && under != "" {
			top = last
		}
		last = top
		joined[i] = strings.TrimSpace(top + " " + under)
	}
	return joined
}
