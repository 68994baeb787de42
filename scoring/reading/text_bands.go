package reading

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// ranged is a line that gives points to a range.
type ranged struct {
	clause
	edges
}

// bands reads lines whose heads are ranges that follow on each other, down to one without a lower end.
func (t *texts) bands() scoring.Rule {
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

// ranges are all lines, with their ranges, and how many have one. Lines without points are none of bands.
func (t *texts) ranges() (list []ranged, with int) {
	for _, c := range t.clauses {
		if !c.scored {
			return nil, 0
		}
		e, ok := edgesOf(c.low())
		if ok {
			with++
		} else {
			e = edges{rest: c.low()}
		}
		list = append(list, ranged{c, e})
	}
	for _, i := range []int{0, len(list) - 1} {
		if isNone(list, i) {
			list[i].edges = edges{span: span{rest: true}}
			with++
		}
	}
	return list, with
}

var noneHead = regexp.MustCompile(`^(?:không có|chưa có|không|chưa)(?: |$)`)

// isNone says that a line is what is left below "from 1", where that is the lowest of the ranges: none.
func isNone(list []ranged, at int) bool {
	if len(list) < 2 || !list[at].none() || !noneHead.MatchString(list[at].low()) {
		return false
	}
	lowest := false
	for i, r := range list {
		one := decimal.NewFromInt(1)
		switch {
		case i == at:
		case r.percent || !r.lower.set || r.lower.value.LessThan(one):
			return false
		case r.lower.value.Equal(one):
			lowest = !r.lower.open
		}
	}
	return lowest
}

// bestFirst says that all lines but the first, which gives the most, are ranges that follow on each other without end.
func bestFirst(list []ranged) bool {
	if len(list) < 3 || !list[0].none() || list[len(list)-1].upper.set {
		return false
	}
	for i := 1; i < len(list); i++ {
		r := list[i]
		if !r.lower.set || !r.points.LessThan(list[i-1].points) {
			return false
		}
		if i > 1 {
			above := list[i-1].upper
			next := above.set && above.value.Add(decimal.NewFromInt(1)).Equal(r.lower.value) && !above.open && !r.lower.open
			if !next && (!above.set || !above.value.Equal(r.lower.value) || above.open == r.lower.open) {
				return false
			}
		}
	}
	return true
}

func byLower(a, b ranged) int { return a.lower.value.Cmp(b.lower.value) }

// exact says that a range is one number.
func exact(r ranged) bool {
	return r.lower.set && r.upper.set && r.lower.value.Equal(r.upper.value)
}

func percents(list []ranged) int {
	n := 0
	for _, r := range list {
		if r.percent {
			n++
		}
	}
	return n
}

func (e edges) none() bool { return !e.lower.set && !e.upper.set && !e.span.rest }

func firstWithout(list []ranged) ranged {
	for _, r := range list {
		if r.none() {
			return r
		}
	}
	return list[0]
}

// chain makes bands of ranges, from the highest down.
func (t *texts) chain(list []ranged) scoring.Rule {
	list = downward(list)
	isRatio := percents(list) > 0
	for _, r := range list {
		if r.percent != isRatio && !r.span.rest {
			t.why = "Có bậc theo tỷ lệ, có bậc theo số: “" + shorten(r.raw) + "”."
			return nil
		}
	}
	rule := &scoring.Bands{}
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

// downward are the ranges from the highest down, and last what is left below or beside them all.
func downward(list []ranged) []ranged {
	var down, rest []ranged
	for _, r := range list {
		if r.span.rest {
			rest = append(rest, r)
		} else {
			down = append(down, r)
		}
	}
	if len(down) > 1 && rises(down) {
		slices.Reverse(down)
	}
	return append(down, rest...)
}

// rises says that the ranges were written from the lowest up.
func rises(list []ranged) bool {
	first, last := list[0], list[len(list)-1]
	if !last.lower.set {
		return false
	}
	return !first.lower.set || first.lower.value.LessThan(last.lower.value)
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
		if beside.MatchString(r.rest()) && r.rest() != list[0].rest() || beside.MatchString(list[0].rest()) && r.rest() != list[0].rest() {
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

// beside are words of a condition that goes with a range.
var beside = regexp.MustCompile(`(?:^|[ ,])(?:nhưng|đồng thời|kèm|mà|không|chưa|và (?:không|có|được|đã|chưa)|trong đó)(?: |$)`)

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
func (t *texts) askBands(rule *scoring.Bands, list []ranged, isRatio bool) {
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
