package scoring

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// Manual leaves the points to a person, 0 to max, where the source gives no rule (3.4, and a part of 4.3, of the 2023 set).
type Manual struct {
	Of InputName
}

// Kind is the word that the YAML uses.
func (r *Manual) Kind() string { return "manual" }

// Fields lists its keys.
func (r *Manual) Fields() []Field {
	return []Field{{"of", "điểm do người chấm", "the answer of kind points that holds them", true, &r.Of}}
}

func (r *Manual) check(s scope) []Problem {
	return s.wants("of", r.Of, func(in Input) bool { return in.Kind == PointsInput }, string(PointsInput))
}

func (r *Manual) most(s scope) decimal.Decimal { return s.max }

func (r *Manual) lower(s scope) Expr {
	points := Ask{string(r.Of)}
	tooMany := Stop{State: Invalid, Code: AnswerTooLarge, Input: string(r.Of), Labels: []string{s.label(r.Of)}, Args: []Expr{points, Num{s.max}}}
	return If{op(More, points, Num{s.max}), tooMany, &Step{Words: s.label(r.Of) + ": {=}", Expr: points}}
}

func (r *Manual) describe(s scope) []string {
	return []string{fmt.Sprintf("%s: người thẩm định cho điểm, từ 0 đến %s điểm.", s.label(r.Of), FormatNumber(s.max))}
}
