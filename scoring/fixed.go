package scoring

import (
	"fmt"

	"github.com/shopspring/decimal"
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

func (r *Fixed) check(s scope) []Problem { return s.withinMax("points", r.Points) }

func (r *Fixed) most(scope) decimal.Decimal { return r.Points }

func (r *Fixed) lower(scope) Expr { return &Step{Words: "{=}", Expr: Num{r.Points}} }

func (r *Fixed) describe(scope) []string {
	return []string{fmt.Sprintf("%s điểm.", FormatNumber(r.Points))}
}
