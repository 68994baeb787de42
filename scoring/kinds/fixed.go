package kinds

import (
	"fmt"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Fixed gives a number of points whatever is declared; it stands inside cases and sums (1.6.2 of the 2023 set).
type Fixed struct {
	Points decimal.Decimal
}

// Kind is the word that the YAML uses.
func (r *Fixed) Kind() string { return "fixed" }

// Fields lists its keys.
func (r *Fixed) Fields() []Field {
	return []Field{{"points", "điểm", "the points", true, &r.Points}}
}

func (r *Fixed) isPoints(key string) bool { return key == "points" }

func (r *Fixed) check(s Scope) []problem.Problem { return s.withinMax("points", r.Points) }

func (r *Fixed) most(Scope) decimal.Decimal { return r.Points }

func (r *Fixed) lower(Scope) expr.Expr {
	return &expr.Step{Words: "{=}", Expr: expr.Num{Value: r.Points}}
}

func (r *Fixed) describe(Scope) []string {
	return []string{fmt.Sprintf("%s điểm.", expr.FormatNumber(r.Points))}
}
