package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
)

// bands reads lines whose heads are ranges that follow on each other, down to one without a lower end.
func (t *texts) bands() kinds.Rule {
	list, with := t.ranges()
	if with == 0 {
		return nil
	}
	wholes := 0
	for _, r := range list {
		if r.edges.all() {
			wholes++
		}
	}
	if with == wholes {
		return nil // 100% and less: levels
	}
	if with < len(list) && percents(list) == 0 && bestFirst(list) {
		return nil // "Đúng hạn: 1 / Chậm từ 1 đến 5 ngày: 0,5 / …": levels, as they are worded
	}
	if with < len(list) || anyConditional(t.clauses) {
		if percents(list) > 0 || with > 1 {
			t.why = "Có dòng không nối được thành bậc với các dòng khác: “" + shorten(firstWithout(list).raw) + "”."
		}
		return nil
	}
	if top := slices.MaxFunc(list, byLower); exact(top) {
		return nil // "02 lớp: 1 / 01 lớp: 0,5" does not say what 03 are: levels, as they are worded
	}
	if len(list) == 1 && list[0].points.IsZero() {
		t.why = "Chỉ nêu bậc 0 điểm, không nêu các bậc có điểm."
		return nil
	}
	return t.chain(list)
}

// chain makes bands of ranges, from the highest down.
func (t *texts) chain(list []ranged) kinds.Rule {
	list = downward(list)
	isRatio := percents(list) > 0
	for _, r := range list {
		if r.percent != isRatio && !r.span.rest {
			t.why = "Có bậc theo tỷ lệ, có bậc theo số: “" + shorten(r.raw) + "”."
			return nil
		}
	}
	rule := &kinds.Bands{}
	for i, r := range list {
		if why := t.joins(list, i, isRatio); why != "" {
			t.why = why
			return nil
		}
		if !r.lower.set {
			rule.Else = r.points
			continue
		}
		rule.Steps = append(rule.Steps, r.band(r.points))
	}
	if list[len(list)-1].lower.set {
		t.infer("Nguồn không nêu điểm dưới bậc thấp nhất; lấy là 0 điểm.")
	}
	if !monotone(list) {
		t.why = "Điểm của các bậc không giảm dần."
		return nil
	}
	if !t.sameSubject(list) {
		return nil
	}
	t.askBands(rule, list, isRatio)
	return rule
}

// monotone says that points go one way, from band to band: down to the lowest band, or, where less is better, up to it.
func monotone(list []ranged) bool {
	down, up := true, !list[len(list)-1].lower.set && len(list) > 1
	for i := 1; i < len(list); i++ {
		down = down && list[i].points.LessThan(list[i-1].points)
		up = up && list[i].points.GreaterThan(list[i-1].points)
	}
	return down || up
}

// joins says why a range does not follow on the one above it, or "".
func (t *texts) joins(list []ranged, i int, isRatio bool) string {
	r := list[i]
	line := "“" + shorten(r.raw) + "”."
	switch {
	case i == 0 && !r.lower.set, i < len(list)-1 && !r.lower.set:
		return "Bậc không có cận dưới đứng trước bậc khác: " + line
	case i == 0 && r.upper.set && !(isRatio && r.upper.value.Equal(decimal.NewFromInt(1)) && !r.upper.open):
		return "Bậc cao nhất có cận trên, chưa rõ phần cao hơn được bao nhiêu điểm: " + line
	case i == 0 || r.span.rest || !r.upper.set:
		if i > 0 && !r.span.rest && !r.lower.value.LessThan(list[i-1].lower.value) {
			return "Các bậc không theo thứ tự: " + line
		}
		return ""
	}
	upper, edge := r.upper, list[i-1].lower
	switch {
	case r.lower.set && !r.lower.value.LessThan(upper.value) && !(r.lower.value.Equal(upper.value) && !isRatio):
		return "Cận dưới không nhỏ hơn cận trên: " + line
	case upper.value.Equal(edge.value) && upper.open != edge.open:
		return ""
	case upper.value.Equal(edge.value) && !upper.open && !edge.open:
		t.infer("Mức đúng bằng " + percentOrNumber(edge.value, isRatio) + " thuộc cả hai bậc; lấy bậc cao hơn.")
		return ""
	case !isRatio && !upper.open && !edge.open && upper.value.Add(decimal.NewFromInt(1)).Equal(edge.value):
		return ""
	}
	return "Có khoảng trống hoặc chồng nhau giữa hai bậc: " + line
}

func percentOrNumber(d decimal.Decimal, isRatio bool) string {
	if isRatio {
		return expr.FormatNumber(d.Mul(hundred)) + "%"
	}
	return expr.FormatNumber(d)
}

var figures = pattern.Of(`\d+`)

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
	joined = pattern.Of(`(?:^|[ ,])(?:nhưng|đồng thời|kèm|mà|và (?:không|có|được|đã|chưa)|trong đó)(?: |$)`)
	beside = pattern.Of(`(?:^|[ ,])(?:không|chưa)(?: |$)`)
)

func (r ranged) rest() string { return r.edges.rest }

var countedHead = pattern.Of(`^(?:tỷ lệ|tỉ lệ|phần trăm|cập nhật|hoàn thành|đạt|có|xử lý|thực hiện|giải quyết|ban hành|trong tổng số|trên tổng số|kiểm tra|đạt tỷ lệ)(?:[ ]+|$)`)

var (
	countVerbs = pattern.Of(`^(?:(?:có|thêm|đạt|chỉ|tổ chức|thực hiện|ban hành|hoàn thành|ít nhất|tối thiểu|nếu)(?:[ ]+|$))+`)
	selfNamed  = pattern.Of(`^(?:số|tổng|tỷ lệ|tỉ lệ|điểm|chỉ số|mức)(?: |$)`)
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
