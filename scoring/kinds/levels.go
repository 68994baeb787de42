package kinds

import (
	"fmt"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Levels gives points by the level that was reached (1.2, 2.3.1, 5.4.4 of the 2023 set), or by Có and Không.
type Levels struct {
	Of     InputName
	Points []decimal.Decimal // by option, in the options' order
}

// Kind is the word that the YAML uses.
func (r *Levels) Kind() string { return "levels" }

// Fields lists its keys.
func (r *Levels) Fields() []Field {
	return []Field{
		{"of", "số liệu dùng để xét mức", "the choice that says the level", true, &r.Of},
		{"points", "điểm của từng mức", "points of each option, in the options' order (for yesNo: Có, Không)", true, &r.Points},
	}
}

func (r *Levels) isPoints(key string) bool { return key == "points" }

func (r *Levels) check(s Scope) []problem.Problem {
	problems := s.wantsChoice("of", r.Of)
	in, ok := s.input(r.Of)
	if ok && len(problems) == 0 && len(in.Options) != len(r.Points) {
		problems = append(problems, problem.New(problem.RuleLevelCount, s.At("points"), len(r.Points), len(in.Options)))
	}
	for i, points := range r.Points {
		problems = append(problems, s.withinMax(fmt.Sprintf("points[%d]", i), points)...)
	}
	return problems
}

func (r *Levels) most(Scope) decimal.Decimal { return greatest(r.Points) }

func (r *Levels) lower(s Scope) expr.Expr {
	in, _ := s.input(r.Of)
	last := len(r.Points) - 1
	var e expr.Expr = r.level(s, last)
	for i := last - 1; i >= 0; i-- {
		e = expr.If{Cond: expr.Is{Input: in.Name, Option: i + 1}, Then: r.level(s, i), Else: e}
	}
	if last == 0 {
		return expr.If{Cond: expr.Is{Input: in.Name, Option: 1}, Then: e, Else: expr.Int(0)}
	}
	return e
}

func (r *Levels) level(s Scope, i int) expr.Expr {
	in, _ := s.input(r.Of)
	words := fmt.Sprintf("%s: %s → {=}", levelName(i), in.Options[i])
	if in.Kind == expr.YesNoInput {
		words = fmt.Sprintf("%s: %s → {=}", in.Label, in.Options[i])
	}
	return &expr.Step{Words: words, Expr: expr.Num{Value: r.Points[i]}, Place: s.At("points[%d]", i)}
}

func (r *Levels) describe(s Scope) []string {
	in, _ := s.input(r.Of)
	if in.Kind == expr.YesNoInput {
		return []string{fmt.Sprintf("%s: Có – %s điểm; Không – %s điểm.", s.called(r.Of), expr.FormatNumber(r.Points[0]), expr.FormatNumber(r.Points[1]))}
	}
	var lines []string
	if s.choices() > 1 {
		lines = append(lines, "Xét mức theo "+s.quoted(r.Of)+":")
	}
	for i, points := range r.Points {
		lines = append(lines, fmt.Sprintf("%s – %s: %s điểm.", levelName(i), oneLine(in.Options[i]), expr.FormatNumber(points)))
	}
	return lines
}

func levelName(i int) string { return fmt.Sprintf("Mức %d", i+1) }

func greatest(all []decimal.Decimal) decimal.Decimal {
	most := decimal.Zero
	for _, d := range all {
		most = decimal.Max(most, d)
	}
	return most
}
