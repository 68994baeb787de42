package reading

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/pattern"
)

// edges is what a head says of a range: its ends, and the words that are left without them.
type edges struct {
	span
	percent bool
	rest    string
}

const (
	edgeNumber = `(\d+(?:[.,]\d+)*)[ ]*(%)?`
	edgeWords  = `([^:;]{0,160}?)`
)

// edgeShapes are how decisions word a range, the fuller ones first. The groups are: number, sign, words, number, sign.
var edgeShapes = []struct {
	shape *pattern.Pattern
	take  func(a, b decimal.Decimal) span
}{
	{pattern.Of(edgeNumber + ` ?≤ ?` + edgeWords + ` ?< ?` + edgeNumber), between(false, true)},
	{pattern.Of(edgeNumber + ` ?< ?` + edgeWords + ` ?≤ ?` + edgeNumber), between(true, false)},
	{pattern.Of(edgeNumber + ` ?≤ ?` + edgeWords + ` ?≤ ?` + edgeNumber), between(false, false)},
	{pattern.Of(edgeNumber + ` ?< ?` + edgeWords + ` ?< ?` + edgeNumber), between(true, true)},
	{pattern.Of(`(?:từ |đạt |≥ ?)+` + edgeNumber + edgeWords + `(?: đến| tới|[ ]?-|,)(?: dưới| nhỏ hơn| <)[ ]*` + edgeNumber), between(false, true)},
	{pattern.Of(`(?:trên|lớn hơn|cao hơn|hơn|>) ?` + edgeNumber + edgeWords + `(?: đến| tới|[ ]?-|,)(?: dưới| nhỏ hơn| <)[ ]*` + edgeNumber), between(true, true)},
	{pattern.Of(`(?:trên|lớn hơn|cao hơn|>) ?` + edgeNumber + edgeWords + `(?: đến| tới|[ ]?-)[ ]*` + edgeNumber), between(true, false)},
	{pattern.Of(`(?:từ )?` + edgeNumber + `()(?: đến dưới| tới dưới|[ ]?-[ ]?dưới| đến <|[ ]?-[ ]?<)[ ]*` + edgeNumber), between(false, true)},
	{pattern.Of(`từ ` + edgeNumber + edgeWords + `(?: đến| tới|[ ]?-)[ ]*` + edgeNumber), between(false, false)},
	{pattern.Of(`^(?:tỷ lệ |đạt |hoàn thành |có |từ )*()()()` + edgeNumber + `(?:[ ]?-[ ]?| đến )` + edgeNumber), nil},
	{pattern.Of(`(?:từ )?` + edgeNumber + edgeWords + ` trở lên`), above(false)},
	{pattern.Of(`(?:từ )?` + edgeNumber + edgeWords + ` trở xuống`), below(false)},
	{pattern.Of(`(?:tối thiểu|ít nhất|không dưới|không thấp hơn|≥|đạt từ|từ)(?: là)? ?` + edgeNumber), above(false)},
	{pattern.Of(`(?:trên|lớn hơn|cao hơn|nhiều hơn|vượt|>) ?` + edgeNumber), above(true)},
	{pattern.Of(`(?:dưới|nhỏ hơn|thấp hơn|ít hơn|chưa đạt|không đạt|chưa đủ|không đủ|<) ?` + edgeNumber), below(true)},
	{pattern.Of(`(?:không quá|tối đa|đến|≤) ?` + edgeNumber), below(false)},
	{pattern.Of(`(?:đạt |hoàn thành |có )?(100)[ ]*(%)`), above(false)},
	{pattern.Of(`^(?:có |đạt |đủ |thêm |chỉ |tổ chức |thực hiện |ban hành |xây dựng |triển khai |hoàn thành )*(\d{1,4})()(?:[ ]|$)`), exactly},
}

func between(openLow, openHigh bool) func(a, b decimal.Decimal) span {
	return func(a, b decimal.Decimal) span {
		return span{lower: bound{a, true, openLow}, upper: bound{b, true, openHigh}}
	}
}

func exactly(a, _ decimal.Decimal) span {
	return span{lower: bound{a, true, false}, upper: bound{a, true, false}}
}

func above(open bool) func(a, b decimal.Decimal) span {
	return func(a, _ decimal.Decimal) span { return span{lower: bound{a, true, open}} }
}

func below(open bool) func(a, b decimal.Decimal) span {
	return func(a, _ decimal.Decimal) span { return span{upper: bound{a, true, open}} }
}

// otherwise are heads that say no more than that none of the ranges above them holds.
var otherwise = pattern.Of(`^(?:các |những )?(?:trường hợp |mức |tỷ lệ )?(?:còn lại|khác|không đạt|chưa đạt|thấp hơn|không đạt (?:các )?(?:mức|tỷ lệ|yêu cầu) (?:nêu )?trên|không thuộc (?:các )?trường hợp trên|dưới (?:các )?(?:mức|tỷ lệ) (?:nêu )?trên)$`)

// edgesOf finds the range that a folded head says; ok is false where it says none, or one that is unclear.
func edgesOf(head string) (e edges, ok bool) {
	head = strings.TrimSpace(head)
	if otherwise.MatchString(strings.Trim(head, " .,;:")) {
		return edges{span: span{rest: true}}, true
	}
	for _, try := range edgeShapes {
		at := try.shape.FindStringSubmatchIndex(head)
		if at == nil || glued(head, at[0]) {
			continue
		}
		found := try.shape.FindStringSubmatch(head)
		if try.take == nil {
			found = []string{found[0], found[4], found[5], "", found[6], found[7]}
		}
		return edgeOf(head, at[0], at[1], found, try.take)
	}
	return e, false
}

// glued says that a range would begin within a word or a number.
func glued(head string, at int) bool {
	return at > 0 && endsInWord(head[:at])
}

func edgeOf(head string, from, to int, found []string, take func(a, b decimal.Decimal) span) (e edges, ok bool) {
	first, ok := parseNumber(found[1])
	if !ok {
		return e, false
	}
	second, words := decimal.Zero, ""
	if len(found) > 3 {
		words = found[3]
	}
	percent := found[2] == "%"
	if len(found) > 5 {
		if second, ok = parseNumber(found[4]); !ok {
			return e, false
		}
		if p := found[5] == "%"; p != percent {
			if !p {
				return e, false
			}
			percent = true // "từ 60 đến 80%"
		}
	}
	if percent {
		first, second = first.Div(hundred), second.Div(hundred)
	}
	if take == nil {
		take = between(false, false)
	}
	rest := strings.Join(strings.Fields(head[:from]+" "+words+" "+head[to:]), " ")
	return edges{span: take(first, second), percent: percent, rest: strings.Trim(rest, " .,;:-")}, true
}
