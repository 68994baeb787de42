package reading

import (
	"cchc/scoring/kinds"
	"regexp"
	"strings"
)

var figures = regexp.MustCompile(`\d+`)

// sameSubject wants the same figures in what the heads say besides their ranges: one that is in one line only means something that
// the bands would lose.
func (t *texts) sameSubject(list []ranged) bool {
	want := strings.Join(figures.FindAllString(list[0].rest(), -1), " ")
	for _, r := range list[1:] {
		if r.span.rest {
			continue
		}
		if got := strings.Join(figures.FindAllString(r.rest(), -1), " "); got != want && got != "" {
			t.why = "Còn con số chưa hiểu trong dòng: “" + shorten(r.raw) + "”."
			return false
		}
	}
	for _, r := range list {
		other := r.rest() != list[0].rest() && !r.span.rest
		if joined.MatchString(r.rest()) || other && (beside.MatchString(r.rest()) || beside.MatchString(list[0].rest())) {
			t.why = "Có điều kiện đi kèm cận của bậc: “" + shorten(r.raw) + "”."
			return false
		}
	}
	if len(list) == 1 && want != "" {
		t.why = "Còn con số chưa hiểu trong dòng: “" + shorten(list[0].raw) + "”."
		return false
	}
	return true
}

// joined are words of a condition that goes with a range, and beside those of one where not all lines have them.
var (
	joined = regexp.MustCompile(`(?:^|[ ,])(?:nhưng|đồng thời|kèm|mà|và (?:không|có|được|đã|chưa)|trong đó)(?: |$)`)
	beside = regexp.MustCompile(`(?:^|[ ,])(?:không|chưa)(?: |$)`)
)

func (r ranged) rest() string { return r.edges.rest }

var countedHead = regexp.MustCompile(`^(?:tỷ lệ|tỉ lệ|phần trăm|cập nhật|hoàn thành|đạt|có|xử lý|thực hiện|giải quyết|ban hành|trong tổng số|trên tổng số|kiểm tra|đạt tỷ lệ)(?:[ ]+|$)`)

var (
	countVerbs = regexp.MustCompile(`^(?:(?:có|thêm|đạt|chỉ|tổ chức|thực hiện|ban hành|hoàn thành|ít nhất|tối thiểu|nếu)(?:[ ]+|$))+`)
	selfNamed  = regexp.MustCompile(`^(?:số|tổng|tỷ lệ|tỉ lệ|điểm|chỉ số|mức)(?: |$)`)
)

// numberLabel names a number by the words that stand around its edges, or else by the criterion.
func numberLabel(subject, name string) string {
	label := strings.TrimSpace(countVerbs.ReplaceAllString(subject, ""))
	label = strings.TrimSpace(strings.TrimSuffix(label, moneyUnit.FindString(label)))
	switch {
	case len([]rune(label)) < 3 || label == "điểm":
		return name
	case selfNamed.MatchString(label):
		return label
	}
	return "số " + label
}

// askBands asks for what the bands are of.
func (t *texts) askBands(rule *kinds.Bands, list []ranged, isRatio bool) {
	subject := ""
	for _, r := range list {
		if len(r.rest()) > len(subject) {
			subject = r.rest()
		}
	}
	if !isRatio {
		rule.Number = t.askNumber("a", numberLabel(subject, t.leaf.Name))
		return
	}
	of := countedHead.ReplaceAllString(subject, "")
	if of == "" {
		of = "(mẫu số của: " + t.leaf.Name + ")"
	}
	if !strings.HasPrefix(of, "tổng số") && !strings.HasPrefix(of, "số") && !strings.HasPrefix(of, "(") {
		of = "số " + of
	}
	rule.Of = t.askNumber("a", "Tổng số: "+strings.TrimPrefix(strings.TrimPrefix(of, "tổng "), "số "))
	rule.Part = t.askNumber("b", "Số đạt được: "+t.leaf.Name)
	rule.IfZero = t.zero()
}
