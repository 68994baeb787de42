package compare

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// view is what the values of a record are worded from: the leaf's answers and maximum, and the rule that they stand in.
type view struct{ scoring.Placed }

func newView(c *scoring.Criterion) view {
	return view{scoring.Placed{Scope: scoring.Scope{Inputs: c.Inputs, Max: c.Max}}}
}

func (v view) of(rule scoring.Rule) view {
	v.Rule = rule
	return v
}

// within is the view inside a record, which may have a maximum of its own.
func (v view) within(r scoring.Record) view {
	if max := scoring.LimitOf(r); max.Valid {
		v.Max = max.Decimal
	}
	return v
}

// sentences describes a rule as a whole, a line for each sentence; "" for none.
func (v view) sentences(rule scoring.Rule) string {
	if rule == nil {
		return ""
	}
	return strings.Join(v.of(rule).Describe(), "\n")
}

// sentence says a whole record in a line, by its fields: "từ 90%, điểm 1".
func (v view) sentence(r scoring.Record) string {
	if in, ok := r.(scoring.InputRecord); ok {
		return in.Label
	}
	inner := v.within(r)
	var parts []string
	for _, field := range r.Fields() {
		switch place := field.Place.(type) {
		case scoring.List:
			for _, item := range place.Records() {
				parts = append(parts, field.Label+" ("+inner.sentence(item)+")")
			}
		case scoring.Record:
			parts = append(parts, inner.sentence(place))
		case *scoring.Rule:
			parts = append(parts, strings.Join(strings.Fields(inner.sentences(*place)), " "))
		default:
			if value := inner.phrase(field); value != "" {
				parts = append(parts, field.Label+" "+value)
			}
		}
	}
	return strings.Join(parts, ", ")
}

// phrase words the value of a field that is neither a record nor a list; "" where there is none.
func (v view) phrase(field scoring.Field) string {
	switch place := field.Place.(type) {
	case *string:
		return *place
	case *scoring.InputName:
		return string(*place)
	case *scoring.Was:
		return string(*place)
	case *int:
		return strconv.Itoa(*place)
	case *bool:
		return yesNo(*place)
	case scoring.Word:
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
	if v.IsPercent(key) {
		return expr.FormatNumber(d.Mul(decimal.NewFromInt(100))) + "%"
	}
	return expr.FormatNumber(d)
}

func yesNo(b bool) string {
	if b {
		return "có"
	}
	return "không"
}

// wordNames are the words of closed lists as an official reads them.
var wordNames = map[string]string{
	string(scoring.ZeroMax): "đạt điểm tối đa", string(scoring.ZeroNone): "0 điểm", string(scoring.ZeroNotAssessed): "không đánh giá",
	string(expr.NumberInput): "số", string(expr.ChoiceInput): "lựa chọn trong danh sách", string(expr.YesNoInput): "Có/Không", string(expr.PointsInput): "điểm do người chấm", string(expr.BetterLess): "càng ít càng tốt",
}
