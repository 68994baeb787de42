package reading

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
)

// inWords is a ratio that is told in words: "(Tỷ lệ % hoàn thành x 1,5)/100%", "tính bằng tỷ lệ % … nhân với điểm tối đa".
var inWords = pattern.Of(`\(?(?:điểm [^:=()]{0,40}?)?(?:được |thì |điểm )*(?:tính |chấm )?(?:bằng |theo )?(?:công thức)?[ :=]*\(?(?:tỷ lệ|tỉ lệ)(?: %| phần trăm)?([^()/:;=×*]{0,160}?)` +
	`(?: ?[×*] ?| x ?| nhân với | nhân )(?:(\d+(?:[.,]\d+)?)(?: điểm)?|(?:số )?(?:điểm tối đa|điểm chuẩn)[^()/:;]{0,60}?)\)?(?: ?/ ?100 ?%?)?\)?[ .;]*$`)

// byRatio says only that points go with the ratio; its groups are those of inWords, and empty.
var byRatio = pattern.Of(`(?:thì )?(?:điểm )?(?:được )?(?:tính|chấm)(?: điểm)? theo (?:tỷ lệ|tỉ lệ)(?: %| phần trăm)?()()(?: tương ứng| hoàn thành| thực tế| đạt được| thực hiện)*[ .;]*$`)

// proportion reads a ratio that is told in words, with the ratio from which it holds: the whole gives the maximum, less than that ratio
// gives nothing.
func (t *texts) proportion() kinds.Rule {
	var told *clause
	var from, below decimal.NullDecimal
	subject := ""
	for i := range t.clauses {
		c := &t.clauses[i]
		c.text = strings.ReplaceAll(c.text, "(%)", "%")
		at := inWords.FindStringSubmatchIndex(c.text)
		if at == nil && byRatio.MatchString(c.text) {
			at = byRatio.FindStringSubmatchIndex(c.text)
			t.infer("“Tính theo tỷ lệ” được hiểu là tỷ lệ nhân với điểm tối đa.")
		}
		if at != nil && told == nil {
			head := strings.Trim(c.text[:at[0]], " ,.:;(")
			if !t.scaleIs(c.text, at) || !t.fromOf(head, &from, &subject) {
				return nil
			}
			told = c
			continue
		}
		if !t.bound(*c, &below) {
			return nil
		}
	}
	if told == nil {
		return nil
	}
	if from.Valid && below.Valid && !from.Decimal.Equal(below.Decimal) {
		t.why = "Cách tính theo tỷ lệ áp dụng từ " + expr.FormatNumber(from.Decimal.Mul(hundred)) + "%, nhưng mức 0 điểm là dưới " + expr.FormatNumber(below.Decimal.Mul(hundred)) + "%."
		return nil
	}
	rule := &kinds.Ratio{AtLeast: below}
	if from.Valid && !below.Valid {
		rule.AtLeast = from
		t.infer("Nguồn không nêu điểm khi tỷ lệ thấp hơn " + expr.FormatNumber(from.Decimal.Mul(hundred)) + "%; lấy là 0 điểm.")
	}
	if subject == "" {
		subject = "(mẫu số của: " + t.leaf.Name + ")"
	}
	rule.Of = t.askNumber("a", "Tổng số: "+subject)
	rule.Part = t.askNumber("b", "Số đạt được: "+t.leaf.Name)
	rule.IfZero = t.zero()
	return rule
}

// scaleIs says that what a ratio in words is multiplied by is the maximum.
func (t *texts) scaleIs(text string, at []int) bool {
	if at[4] < 0 || at[4] == at[5] {
		return true
	}
	d, ok := parseNumber(text[at[4]:at[5]])
	return ok && d.Equal(t.leaf.Max)
}

// fromOf takes the ratio from which the telling holds off what stands before it; no other figure may stand there.
func (t *texts) fromOf(head string, from *decimal.NullDecimal, subject *string) bool {
	if strings.ContainsAny(head, "=/×*") {
		return false // it says more than a range
	}
	if !figures.MatchString(head) {
		return true
	}
	e, ok := edgesOf(head)
	if ok && e.all() && e.upper.set && !figures.MatchString(e.rest) {
		return true // below 100%: all that is less than the whole
	}
	if !ok || !e.percent || !e.lower.set || e.lower.open || figures.MatchString(e.rest) {
		return false
	}
	*from = decimal.NewNullDecimal(e.lower.value)
	*subject = strings.Trim(strings.TrimSuffix(strings.TrimSuffix(e.rest, "thì"), "thì điểm"), " ,")
	return true
}

// bound takes a line beside the telling: the whole gives the maximum, or nothing is given below a ratio.
func (t *texts) bound(c clause, below *decimal.NullDecimal) bool {
	e, ok := edgesOf(c.low())
	if !ok || !c.scored || !e.percent || figures.MatchString(e.rest) {
		return false
	}
	if e.all() && e.lower.set && c.points.Equal(t.leaf.Max) {
		return true
	}
	if below.Valid || !c.points.IsZero() || e.lower.set || !e.upper.open {
		return false
	}
	*below = decimal.NewNullDecimal(e.upper.value)
	return true
}
