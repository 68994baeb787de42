package scoring

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// view is what the values of a record are worded from: the leaf's answers and maximum, and the rule that they stand in.
type view struct {
	scope
	rule Rule
}

func newView(c *Criterion) view { return view{scope: scope{inputs: c.Inputs, max: c.Max}} }

func (v view) of(rule Rule) view {
	v.rule = rule
	return v
}

// within is the view inside a record: a part of a sum has a maximum of its own.
func (v view) within(r Record) view {
	if part, ok := r.(*Part); ok {
		v.max = part.Max
	}
	return v
}

// sentences describes a rule as a whole, a line for each sentence; "" for none.
func (v view) sentences(rule Rule) string {
	if rule == nil {
		return ""
	}
	return strings.Join(rule.describe(v.scope), "\n")
}

// sentence says a whole record in a line, by its fields: "từ 90%, điểm 1".
func (v view) sentence(r Record) string {
	if in, ok := r.(*Input); ok {
		return in.Label
	}
	inner := v.within(r)
	var parts []string
	for _, field := range r.Fields() {
		switch place := field.Place.(type) {
		case List:
			for _, item := range place.Records() {
				parts = append(parts, field.Label+" ("+inner.sentence(item)+")")
			}
		case Record:
			parts = append(parts, inner.sentence(place))
		case *Rule:
			parts = append(parts, strings.Join(strings.Fields(inner.sentences(*place)), " "))
		default:
			if value := inner.phrase(field); value != "" {
				parts = append(parts, field.Label+" "+value)
			}
		}
	}
	return strings.Join(parts, ", ")
}

// percents is a rule some of whose numbers are ratios, and read as percentages.
type percents interface {
	isPercent(key string) bool
}

// phrase words the value of a field that is neither a record nor a list; "" where there is none.
func (v view) phrase(field Field) string {
	switch place := field.Place.(type) {
	case *string:
		return *place
	case *InputName:
		return string(*place)
	case *int:
		return strconv.Itoa(*place)
	case *bool:
		return yesNo(*place)
	case Word:
		return wordNames[place.Get()]
	case *decimal.Decimal:
		return v.number(field.Key, *place)
	case *decimal.NullDecimal:
		if place.Valid {
			return v.number(field.Key, place.Decimal)
		}
	}
	return ""
}

func (v view) number(key string, d decimal.Decimal) string {
	if rule, ok := v.rule.(percents); ok && rule.isPercent(key) {
		return FormatNumber(d.Mul(decimal.NewFromInt(100))) + "%"
	}
	return FormatNumber(d)
}

func yesNo(b bool) string {
	if b {
		return "có"
	}
	return "không"
}

// wordNames are the words of closed lists as an official reads them.
var wordNames = map[string]string{
	string(ZeroMax): "đạt điểm tối đa", string(ZeroNone): "0 điểm", string(ZeroNotAssessed): "không đánh giá",
	string(NumberInput): "số", string(ChoiceInput): "lựa chọn trong danh sách", string(YesNoInput): "Có/Không", string(PointsInput): "điểm do người chấm",
}
