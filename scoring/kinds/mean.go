package kinds

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Mean is the mean of what several rules give, each of them up to the maximum: (a + b + c)/3 × 70 rounds once, where a sum of three
// thirds would round thrice. It may leave out extremes, as judges' marks do. The 2023 set has none.
type Mean struct {
	Of   []Way
	Trim int // how many of the greatest and how many of the least are left out
}

// Kind is the word that the YAML uses.
func (r *Mean) Kind() string { return "mean" }

// Fields lists its keys.
func (r *Mean) Fields() []Field {
	return []Field{
		{"of", "các cách tính", "the rules; each may give as many points as the whole", true, ListOf(&r.Of)},
		{"trim", "số điểm bỏ ở mỗi đầu", "how many of the greatest, and how many of the least, are left out; 0 unless said otherwise", false, &r.Trim},
	}
}

func (r *Mean) inside(s Scope) []Placed { return waysOf(r.Of, s) }

// over is how many count.
func (r *Mean) over() int { return len(r.Of) - 2*r.Trim }

func (r *Mean) addition(s Scope) Addition {
	var all Addition
	if r.Trim > 0 {
		return all
	}
	for i, part := range r.inside(s) {
		all.Addends = append(all.Addends, Addend{part, expr.Apply(expr.Div, part.Lower(), expr.Int(int64(r.over()))), int64(r.over()), partName(i)})
	}
	return all
}

func (r *Mean) ranked(s Scope) Ranked {
	if r.Trim == 0 {
		return Ranked{}
	}
	return Ranked{Ways: r.inside(s), Rank: expr.Rank{Skip: r.Trim, Take: r.over()}, Over: int64(r.over())}
}

func (r *Mean) check(s Scope) []problem.Problem {
	problems := checkWays(r.Of, s)
	if least := max(2, 2*r.Trim+1); len(r.Of) < least {
		problems = append(problems, problem.New(problem.RuleTooFew, s.At("of"), least, len(r.Of)))
	}
	return problems
}

func (r *Mean) most(s Scope) decimal.Decimal {
	var all []decimal.Decimal
	for _, way := range r.Of {
		if way.Rule != nil {
			all = append(all, way.Rule.most(waysOf([]Way{way}, s)[0].Scope))
		}
	}
	rank := expr.Rank{Skip: r.Trim, Take: max(r.over(), 0)}
	if rank.Take == 0 || len(all) < len(r.Of) {
		return decimal.Zero
	}
	values := make([]expr.Fraction, len(all))
	for i, d := range all {
		values[i] = expr.Whole(d)
	}
	total := rank.Sum(values).Num
	return total.DivRound(decimal.NewFromInt(int64(rank.Take)), 10)
}

func (r *Mean) lower(s Scope) expr.Expr {
	var args []expr.Expr
	for _, part := range r.inside(s) {
		args = append(args, part.Lower())
	}
	words := "{...}; trung bình cộng = {=}"
	var total expr.Expr = expr.Op{Sym: expr.Add, Args: args}
	if rank := r.ranked(s).Rank; r.Trim > 0 {
		rank.Args = args
		words, total = "{...}; "+r.trimmed()+", trung bình cộng = {=}", rank
	}
	return &expr.Step{Words: words, Expr: expr.Apply(expr.Div, total, expr.Int(int64(r.over())))}
}

func (r *Mean) trimmed() string {
	return strings.ReplaceAll("bỏ # điểm cao nhất và # điểm thấp nhất", "#", fmt.Sprint(r.Trim))
}

func (r *Mean) describe(s Scope) []string {
	head := "Lấy trung bình cộng điểm của các cách tính sau:"
	if r.Trim > 0 {
		head = "Lấy trung bình cộng điểm của các cách tính sau, " + r.trimmed() + ":"
	}
	return append([]string{head}, describeWays(r.Of, s)...)
}
