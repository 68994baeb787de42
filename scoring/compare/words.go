package compare

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// view is what the values of a record are worded from: the leaf's answers and maximum, and the rule that they stand in.
type view struct {
	kinds.Placed
	days map[any]bool // the places of numbers that stand for days
}

func newView(c *scoring.Criterion) view {
	v := view{kinds.Placed{Scope: kinds.Scope{Inputs: c.Inputs, Max: c.Max}}, map[any]bool{}}
	for _, edge := range c.DayEdges() {
		v.days[edge.Place] = true
	}
	return v
}

func (v view) of(rule kinds.Rule) view {
	v.Rule = rule
	return v
}

// within is the view inside a record, which may have a maximum of its own.
func (v view) within(r kinds.Record) view {
	if max := kinds.LimitOf(r); max.Valid {
		v.Max = max.Decimal
	}
	return v
}

// sentences describes a rule as a whole, a line for each sentence; "" for none.
func (v view) sentences(rule kinds.Rule) string {
	if rule == nil {
		return ""
	}
	return strings.Join(v.of(rule).Describe(), "\n")
}

// sentence says a whole record in a line, by its fields: "từ 90%, điểm 1".
func (v view) sentence(r kinds.Record) string {
	if in, ok := r.(kinds.InputRecord); ok {
		return in.Label
	}
	if figure, ok := r.(*scoring.Figure); ok {
		return figure.Label + " (" + figure.Describe() + ")"
	}
	inner := v.within(r)
	var parts []string
	for _, field := range r.Fields() {
		switch place := field.Place.(type) {
		case kinds.List:
			for _, item := range place.Records() {
				parts = append(parts, field.Label+" ("+inner.sentence(item)+")")
			}
		case kinds.Record:
			parts = append(parts, inner.sentence(place))
		case *kinds.Rule:
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
func (v view) phrase(field kinds.Field) string {
	switch place := field.Place.(type) {
	case *string:
		return *place
	case *kinds.InputName:
		return string(*place)
	case *scoring.Was:
		return string(*place)
	case *int:
		return strconv.Itoa(*place)
	case *bool:
		return yesNo(*place)
	case kinds.Word:
		return wordNames[place.Get()]
	case *decimal.Decimal:
		return v.number(field, *place)
	case *decimal.NullDecimal:
		if place.Valid {
			return v.number(field, place.Decimal)
		}
	}
	return ""
}

func (v view) number(field kinds.Field, d decimal.Decimal) string {
	switch {
	case v.days[field.Place]:
		return expr.FormatDay(d)
	case v.IsPercent(field.Key):
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
	string(kinds.ZeroMax): "đạt điểm tối đa", string(kinds.ZeroNone): "0 điểm", string(kinds.ZeroNotAssessed): "không đánh giá",
	string(expr.NumberInput): "số", string(expr.PercentInput): "tỷ lệ phần trăm", string(expr.DateInput): "ngày tháng năm", string(expr.ChoiceInput): "lựa chọn trong danh sách", string(expr.YesNoInput): "Có/Không", string(expr.PointsInput): "điểm do người chấm", string(expr.BetterLess): "càng ít càng tốt",
	string(expr.GivenUnit): "giao riêng từng đơn vị", string(scoring.ByBlock): "khối", string(scoring.FigureMean): "bình quân", string(scoring.FigureMax): "lớn nhất",
	string(scoring.FigureMin): "nhỏ nhất", string(scoring.FigureSum): "tổng", string(scoring.FigureDeviation): "độ lệch chuẩn", string(scoring.FigureAnnounced): "công bố từ bên ngoài",
}
