package reading

import (
	"slices"
	"strings"

	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
)

// pointsLeft are points within a line whose own have been taken off: it holds more than was understood.
var pointsLeft = pattern.Of(`(?i)[.:=][ ]*\d+(?:[.,]\d+)?[ ]+\p{Lu}|(?:^|\D)[:=][ ]*\d+(?:[.,]\d+)?(?:[ ]*(?:điểm|đ)|[;,.]|[ ]|$)|\d[ ]*(?:điểm|đ)(?:[^\pL]|$)|điểm (?:tối đa|chuẩn)|không (?:có |được |tính |chấm )*điểm`)

// measuredPoints are points that a thing has, not those that are given for it: "từ 80 điểm trở lên".
var measuredPoints = pattern.Of(`(?i)(?:từ|trên|dưới|đến|tới|[<>≥≤]|\d[ ]*-)[ ]*\d+(?:[.,]\d+)?[ ]*(?:điểm|đ)(?:[^\pL]|$)`)

// pointsWithin names a line in which points stand before its end: two lines that run on, most likely.
func (t *texts) pointsWithin(list []clause) bool {
	for _, c := range list {
		if pointsLeft.MatchString(measuredPoints.ReplaceAllString(c.head, " ")) {
			t.why = "Có điểm ở giữa dòng, hai dòng có thể đã dính nhau: “" + shorten(c.raw) + "”."
			return true
		}
	}
	return false
}

// onlyUpTo names a line that says the most it gives where others give less: what it gives is for people to judge.
func (t *texts) onlyUpTo(list []clause) bool {
	for _, c := range list {
		if c.upTo && !(len(list) == 2 && c.points.Equal(t.leaf.Max)) {
			t.why = "Dòng chỉ ghi điểm tối đa của mức, chưa rõ khi nào được ít hơn: “" + shorten(c.raw) + "”."
			return true
		}
	}
	return false
}

var (
	// nothingUp says that there was nothing to be done, so that nothing is measured.
	nothingUp  = pattern.Of(`^(?:trường hợp |nếu |khi |trong năm |trong kỳ |năm đánh giá |đơn vị |cơ quan |các |mà )*(?:không|chưa) (?:có|phát sinh|thuộc|phải|thực hiện|tổ chức|được giao|tuyển)(?:[ ,][^:]*)?$`)
	unassessed = pattern.Of(`^(.{3,200}?)[ ,:]*(?:thì )?(?:không (?:đánh giá|xem xét|xét)|kđg)(?: tiêu chí này| nội dung này| tiêu chí thành phần này| điểm)?[ .;]*$`)
)

// apart takes a line off that says what holds where nothing came up, and gives the rule of the others that it goes with.
func (t *texts) apart() kinds.Rule {
	for i, c := range t.clauses {
		head, zero := t.nothingOf(c)
		if zero == "" || len(t.clauses) < 2 {
			continue
		}
		inner := t.within(slices.Delete(slices.Clone(t.clauses), i, i+1))
		inner.inCase, inner.unless = t.inCase, zero
		rule := inner.first(inner.bands, inner.levels, inner.sum)
		switch {
		case zero == kinds.ZeroMax && (rule == nil || zeroOf(rule) == ""):
			return nil // a level as others are
		case rule == nil:
			t.why = inner.why
			return nil
		case t.inSum && zero == kinds.ZeroNotAssessed:
			t.why = "Một phần của tổng không thể “không đánh giá”: “" + shorten(c.raw) + "”."
			return nil
		}
		t.inputs, t.from, t.notes = inner.inputs, inner.from, inner.notes
		if zeroOf(rule) != "" {
			t.infer("“" + shorten(head) + "” được hiểu là mẫu số bằng 0.")
		} else {
			t.infer("“" + shorten(c.raw) + "”: người thẩm định ghi KĐG cho đơn vị đó.")
		}
		return rule
	}
	return nil
}

// nothingOf says what a line gives where nothing came up: the maximum, or no assessment; "" where it is no such line.
func (t *texts) nothingOf(c clause) (head string, zero kinds.ZeroRule) {
	low := strings.Trim(c.text, " .;,")
	if found := unassessed.FindStringSubmatch(low); found != nil && !c.scored && nothingUp.MatchString(found[1]) {
		return found[1], kinds.ZeroNotAssessed
	}
	if c.scored && c.points.Equal(t.leaf.Max) && nothingUp.MatchString(c.low()) {
		return c.low(), kinds.ZeroMax
	}
	return "", ""
}
