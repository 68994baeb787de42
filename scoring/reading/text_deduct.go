package reading

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
)

// maxDeductions is how many steps a deduction may have until nothing is left.
const maxDeductions = 40

var (
	lessFor  = pattern.Of(`^(?:bị )?(?:giảm )?trừ ?` + figure + ` ?(?:điểm|đ)? ?(?:cho |/ ?|với |đối với )?(?:cứ )?(?:mỗi |một |1 |01 )+(.+)$`)
	eachLess = pattern.Of(`^(?:cứ |với |nếu |để |có )*(?:mỗi |một |1 |01 )+(.+?)[ ,:]+(?:thì )?(?:sẽ )?(?:bị )?(?:giảm )?trừ:? ?` + figure + ` ?(?:điểm|đ)?$`)
	lessCap  = pattern.Of(`^\(?(?:nhưng )?(?:tổng (?:số )?điểm )?(?:bị )?(?:(?:tối đa|không) )?(?:bị )?(?:trừ )?(?:tối đa|không quá|không vượt quá|trừ quá|quá|trừ)(?: là)? ?` + figure + ` ?(?:điểm|đ)?\)?$`)
	capApart = pattern.Of(`^(.*?\d ?(?:điểm|đ)?.*?)[ ]*(?:[,;(]|nhưng)[ ]*((?:nhưng )?(?:bị )?(?:tối đa|không|trừ tối đa|trừ không).*)$`)
	leadLess = pattern.Of(`^([^0-9]{8,200}?)[,.;:] ?((?:cứ |nếu )?(?:mỗi|cứ|một|01|1) .*(?:giảm )?trừ.*)$`)
)

// deduction is what a text takes off for each of something.
type deduction struct {
	each, most decimal.Decimal
	of         string
	lead       string // words without points before it, which say what gives the maximum
}

// deduct reads "Trừ 0,1 điểm cho mỗi …, tối đa trừ 0,5 điểm": from the maximum down. It is bands of a count, a step for each.
func (t *texts) deduct() kinds.Rule {
	d := &deduction{}
	for i, c := range t.clauses {
		text := strings.Trim(c.text, " .;,")
		switch {
		case d.take(text):
		case i == 0 && c.scored && c.points.Equal(t.leaf.Max) && !conditional.MatchString(c.low()) && !pointsLeft.MatchString(c.head):
		default:
			if d.of != "" || strings.Contains(text, "trừ ") && c.scored {
				t.why = "Có trừ điểm, nhưng chưa hiểu dòng: “" + shorten(c.raw) + "”."
			}
			return nil
		}
	}
	if d.of == "" || !d.each.IsPositive() || figures.MatchString(d.of) || d.most.GreaterThan(t.leaf.Max) {
		return nil
	}
	return t.steps(d)
}

// take accounts for one line: what each takes off, or the most that all do.
func (d *deduction) take(text string) bool {
	if found := lessCap.FindStringSubmatch(text); found != nil && d.of != "" && d.most.IsZero() && (strings.Contains(text, "tối đa") || strings.Contains(text, "quá")) {
		most, ok := parseNumber(found[1])
		d.most = most
		return ok && most.IsPositive()
	}
	if found := leadLess.FindStringSubmatch(text); found != nil && d.of == "" && !conditional.MatchString(found[1]) && !strings.Contains(found[1], "điểm") {
		d.lead, text = found[1], found[2]
	}
	limit := ""
	if found := capApart.FindStringSubmatch(text); found != nil {
		text, limit = strings.TrimRight(found[1], " ,;("), found[2]
	}
	each, of, ok := lessOf(text)
	if !ok || d.of != "" {
		return false
	}
	d.each, d.of = each, of
	return limit == "" || d.take(limit)
}

func lessOf(text string) (each decimal.Decimal, of string, ok bool) {
	if found := lessFor.FindStringSubmatch(text); found != nil {
		each, ok = parseNumber(found[1])
		return each, found[2], ok
	}
	if found := eachLess.FindStringSubmatch(text); found != nil {
		each, ok = parseNumber(found[2])
		return each, found[1], ok
	}
	return each, "", false
}

// steps makes bands of a deduction, down to nothing or to what the most that is taken off leaves.
func (t *texts) steps(d *deduction) kinds.Rule {
	rule := &kinds.Bands{Else: t.leaf.Max}
	least := decimal.Zero
	if d.most.IsPositive() {
		least = t.leaf.Max.Sub(d.most)
	}
	left := t.leaf.Max
	for n := int64(1); left.GreaterThan(least); n++ {
		if n > maxDeductions {
			t.why = "Trừ điểm quá nhiều bậc."
			return nil
		}
		left = decimal.Max(left.Sub(d.each), least)
		rule.Steps = append([]kinds.Band{{From: decimal.NewNullDecimal(decimal.NewFromInt(n)), Points: left}}, rule.Steps...)
	}
	of := d.of
	if !strings.HasPrefix(of, "số ") {
		of = "số " + of
	}
	rule.Number = t.askNumber("a", of)
	if d.lead != "" {
		t.infer("“" + shorten(d.lead) + "” được hiểu là điều kiện để đạt điểm tối đa.")
	}
	t.infer("Trừ điểm từ điểm tối đa; được ghi thành các bậc theo số lượng.")
	return rule
}
