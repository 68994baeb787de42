package kinds

import (
	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Info asks for figures that give no points: all answers of a leaf whose maximum is 0. They have to be there and sound all the same.
type Info struct{}

// Kind is the word that the YAML uses.
func (r *Info) Kind() string { return "info" }

// Fields lists its keys: none, it is written info: {}.
func (r *Info) Fields() []Field { return nil }

func (r *Info) check(s Scope) []problem.Problem {
	if !s.Max.IsZero() {
		return []problem.Problem{problem.New(problem.RuleInfo, s.Path, expr.FormatNumber(s.Max))}
	}
	return nil
}

func (r *Info) most(Scope) decimal.Decimal { return decimal.Zero }

// lower reads every answer and makes nothing of it.
func (r *Info) lower(s Scope) expr.Expr {
	args := []expr.Expr{expr.Int(0)}
	for _, in := range s.Inputs {
		if in.IsChoice() {
			args = append(args, expr.If{Cond: expr.Is{Input: in.Name, Option: 1}, Then: expr.Int(0), Else: expr.Int(0)})
			continue
		}
		args = append(args, expr.Times(expr.Ask{Input: in.Name}, decimal.Zero))
	}
	return &expr.Step{Words: "ghi nhận số liệu, không tính điểm", Expr: expr.Op{Sym: expr.Add, Args: args}}
}

func (r *Info) describe(Scope) []string {
	return []string{"Ghi nhận số liệu, không tính điểm."}
}
