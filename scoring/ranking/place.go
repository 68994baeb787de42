package ranking

import (
	"fmt"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
)

var hundred = decimal.NewFromInt(100)

// hasIndex says that the place can be put in per cent.
func (p *Place) hasIndex() bool {
	return p.Counting.Assessed().IsPositive() && (p.survey == nil || p.Survey.Valid)
}

// FullMax is the points of which the index is the share: the rule set's, and the survey's where there is one.
func (p *Place) FullMax() decimal.Decimal {
	full := p.Counting.Max
	if p.survey != nil {
		full = full.Add(p.survey.Max)
	}
	return full
}

// total is the points rescaled to the full maximum, with those of the survey, exactly.
func (p *Place) total() expr.Fraction {
	t := p.Counting
	points := expr.Fraction{Num: t.Points.Mul(t.Max), Den: t.Assessed()}
	if p.Survey.Valid {
		points = points.Plus(expr.Whole(p.Survey.Decimal))
	}
	return points
}

// Total is the points rescaled to the full maximum, with those of the survey where there is one (tổng điểm), rounded to
// the places; not valid where the unit has none.
func (p *Place) Total(places int32) decimal.NullDecimal {
	if !p.hasIndex() {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(p.total().Round(places))
}

// Index is what ranks, in per cent, rounded to the places: of the assessed maximum, or with a survey of the full one
// (chỉ số CCHC). Not valid where the unit has none.
func (p *Place) Index(places int32) decimal.NullDecimal {
	if !p.hasIndex() {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(p.value.Times(expr.Whole(hundred)).Round(places))
}

// Difference is the appraised points less the self points; not valid without an appraisal.
func (p *Place) Difference() decimal.NullDecimal {
	if p.Appraised == nil {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(p.Appraised.Points.Sub(p.Self.Points))
}

// Notes says in Vietnamese what a reader must know of the place: why it has no rank, and what its points are not yet.
func (p *Place) Notes() []string {
	var notes []string
	if p.Unranked != HasRank {
		notes = append(notes, p.Unranked.words())
	}
	if p.Counting.Provisional() {
		notes = append(notes, fmt.Sprintf("Tạm tính: còn %d tiêu chí chưa có điểm", p.Counting.Pending))
	}
	if p.StandIn {
		notes = append(notes, "Điểm tự chấm, chưa có điểm thẩm định")
	}
	if p.Reason != "" {
		notes = append(notes, "Xếp loại: "+p.Reason)
	}
	return notes
}

func (u Unranked) words() string {
	switch u {
	case ListedOnly:
		return "Không xếp hạng"
	case NothingAssessed:
		return "Không xếp hạng: không có tiêu chí nào được đánh giá"
	case NoSurvey:
		return "Chưa xếp hạng: thiếu điểm điều tra xã hội học"
	case UnitRepeated:
		return "Chưa xếp hạng: đơn vị có nhiều kết quả"
	}
	return ""
}
