package kinds

import (
	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// NotAssessed takes the leaf out of the maximum. It stands in cases: of what did not happen in the year nothing can be judged.
type NotAssessed struct{}

// Kind is the word that the YAML uses.
func (r *NotAssessed) Kind() string { return "notAssessed" }

// Fields lists its keys: none, it is written notAssessed: {}.
func (r *NotAssessed) Fields() []Field { return nil }

func (r *NotAssessed) check(s Scope) []problem.Problem {
	if s.joined {
		return []problem.Problem{problem.New(problem.RuleZeroInSum, s.Path)}
	}
	return nil
}

func (r *NotAssessed) most(Scope) decimal.Decimal { return decimal.Zero }

func (r *NotAssessed) lower(Scope) expr.Expr {
	return &expr.Step{Words: "không đánh giá", Expr: expr.Stop{State: expr.NotAssessed}}
}

func (r *NotAssessed) describe(Scope) []string { return []string{"Không đánh giá."} }
