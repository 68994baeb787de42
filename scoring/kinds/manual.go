package kinds

import (
	"fmt"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
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

func (r *Manual) check(s Scope) []problem.Problem {
	return s.wants("of", r.Of, func(in expr.Input) bool { return in.Kind == expr.PointsInput }, string(expr.PointsInput))
}

func (r *Manual) most(s Scope) decimal.Decimal { return s.Max }

func (r *Manual) lower(s Scope) expr.Expr {
	points := expr.Ask{Input: string(r.Of)}
	tooMany := expr.Stop{State: expr.Invalid, Code: problem.AnswerTooLarge, Input: string(r.Of), Labels: []string{s.Label(r.Of)}, Args: []expr.Expr{points, expr.Num{Value: s.Max}}}
	return expr.If{Cond: expr.Apply(expr.More, points, expr.Num{Value: s.Max}), Then: tooMany, Else: &expr.Step{Words: s.Label(r.Of) + ": {=}", Expr: points}}
}

func (r *Manual) describe(s Scope) []string {
	return []string{fmt.Sprintf("%s: người thẩm định cho điểm, từ 0 đến %s điểm.", s.called(r.Of), expr.FormatNumber(s.Max))}
}
