package rulebook

import (
	"slices"
	"strings"

	"cchc/scoring/pattern"
)

// found says where the columns of a decision's table stand; -1 for one that is not there. Levels are the points of what the rule's
// column says, where they have a column of their own.
type found struct{ number, name, max, rule, levels, evidence, note int }

// headWords are how decisions head their columns, the plainer ones first.
var headWords = struct{ number, name, nameToo, max, maxToo, rule, evidence, note *pattern.Pattern }{
	number:   pattern.Of(`^(stt|tt|số tt|số thứ tự|thứ tự|số|mục|ký hiệu|mã( số| tiêu chí| chỉ số| tc)?)\.?$`),
	name:     pattern.Of(`lĩnh vực|tiêu chí|tên chỉ số|^chỉ số|chỉ số thành phần|chỉ tiêu`),
	nameToo:  pattern.Of(`^nội dung( đánh giá| chấm| quy định| tính| tiêu chí|$)|^tên`),
	max:      pattern.Of(`điểm (số )?(đánh giá )?(tối đa|chuẩn|quy định|cao nhất|thành phần)|thang điểm|^tối đa$|mức điểm$|^tổng điểm$`),
	maxToo:   pattern.Of(`^(số )?điểm( số)?$`),
	rule:     pattern.Of(`cách (thức )?(tính|chấm|đánh giá|xác định)|phương pháp|hướng dẫn|quy định chấm|nội dung (chấm|tính)|diễn giải|thang điểm chi tiết|mức (độ )?đánh giá|công thức|thuyết minh|tiêu chuẩn (đánh giá|chấm)|yêu cầu đánh giá`),
	evidence: pattern.Of(`kiểm chứng|minh chứng|hồ sơ|tài liệu|căn cứ`),
	note:     pattern.Of(`ghi chú`),
}

// otherYear are heads of columns that compare with another year, whatever else they say.
var otherYear = pattern.Of(`thay đổi|so với|năm trước|năm 20\d\d|tự chấm|tự đánh giá|thẩm định|đơn vị chấm|kết quả`)

// headsOf finds the columns in a row of heads; ok where it has a number, a name and points.
func headsOf(cells []string) (f found, ok bool) {
	f = found{-1, -1, -1, -1, -1, -1, -1}
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
		case f.rule >= 0 && i == f.rule+1 && headWords.rule.MatchString(head) && strings.HasSuffix(head, " điểm") && take(&f.levels, i):
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
		case levelPoints.MatchString(head) && i == f.rule+1 && f.rule >= 0 && take(&f.levels, i):
		case headWords.nameToo.MatchString(head) && take(&f.name, i):
		case headWords.nameToo.MatchString(head) && take(&f.rule, i):
		}
	}
	return f, f.name >= 0 && f.max >= 0 && (f.number >= 0 || f.name == 0 || f.rule >= 0)
}

// levelPoints are heads of the points beside what is said of levels.
var levelPoints = pattern.Of(`^(?:.* )?(?:điểm|số điểm|mức điểm|điểm số|điểm đạt|điểm chấm|điểm đánh giá)$`)

// headsBelow joins a row of heads with one under it that parts some of its columns: "Mức đánh giá" and "Điểm" under "Cách chấm điểm".
func headsBelow(f found, above, below []string) (found, []string, bool) {
	parts := 0
	for i, cell := range below {
		text := strings.TrimSpace(cell)
		over := ""
		if i < len(above) {
			over = strings.TrimSpace(above[i])
		}
		switch {
		case text == "" || text == over:
		case slices.Contains([]int{f.number, f.name}, i) || len(text) > 60 || strings.ContainsAny(text, "0123456789"):
			return f, nil, false
		default:
			parts++
		}
	}
	joined := twoRows(above, below)
	both, ok := headsOf(joined)
	return both, joined, ok && parts > 0 && both.rule >= 0 && both.number == f.number && both.name == f.name && both.max == f.max
}

// columns lists those that are read.
func (f found) columns() []int {
	return []int{f.number, f.name, f.max, f.rule, f.levels, f.evidence, f.note}
}

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
		if last = top; under == top {
			under = "" // one cell over both rows
		}
		joined[i] = strings.TrimSpace(top + " " + under)
	}
	return joined
}
