package kinds

import (
	"cmp"
	"fmt"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Deduct takes points off for each of something, by several tariffs, from the maximum or from what a rule gives, down to a floor.
// The 2023 set has none; emulation and security scores do.
type Deduct struct {
	From    Rule // optional: the maximum
	Tariffs []Deduction
	Floor   decimal.Decimal // points, 0 unless said otherwise
}

// Deduction is what one of a thing costs.
type Deduction struct {
	Answer InputName
	Each   decimal.Decimal // points
}

// Fields lists its keys.
func (d *Deduction) Fields() []Field {
	return []Field{
		{"answer", "số liệu", "the answer that is counted", true, &d.Answer},
		{"each", "điểm trừ cho mỗi đơn vị", "points off for each one", true, &d.Each},
	}
}

func (d *Deduction) isPoints(key string) bool { return key == "each" }

// Kind is the word that the YAML uses.
func (r *Deduct) Kind() string { return "deduct" }

// Fields lists its keys.
func (r *Deduct) Fields() []Field {
	return []Field{
		{"from", "cách tính điểm trước khi trừ", "the rule whose points are taken from; the maximum unless said otherwise", false, &r.From},
		{"tariffs", "các mức trừ", "what is counted and what each one costs", true, ListOf(&r.Tariffs)},
		{"floor", "điểm thấp nhất", "points that are left in any case, 0 unless said otherwise", false, &r.Floor},
	}
}

func (r *Deduct) isPoints(key string) bool { return key == "floor" }

func (r *Deduct) from(s Scope) Scope {
	s = s.inner(r.From, "from")
	s.joined = true
	return s
}

func (r *Deduct) inside(s Scope) []Placed {
	if r.From == nil {
		return nil
	}
	return []Placed{{r.From, r.from(s)}}
}

// fewer are what is taken off for.
func (r *Deduct) fewer() []InputName {
	var names []InputName
	for _, d := range r.Tariffs {
		names = append(names, d.Answer)
	}
	return names
}

// addition is what there is before, and what is taken off, of which no more matters than what leaves the floor.
func (r *Deduct) addition(s Scope) Addition {
	base := Addend{Placed{nil, s}, expr.Num{Value: s.Max}, 1, "điểm trước khi trừ"}
	for _, from := range r.inside(s) {
		base = Addend{from, from.Lower(), 1, base.Name}
	}
	most := expr.Num{Value: s.Max.Sub(r.Floor)}
	off := expr.If{Cond: expr.Apply(expr.More, r.off(), most), Then: expr.Num{Value: most.Value.Neg()}, Else: expr.Apply(expr.Sub, expr.Int(0), r.off())}
	return Addition{Addends: []Addend{base, {Placed{Scope: s.below("tariffs")}, off, 1, "phần trừ"}}, Floor: Null(r.Floor)}
}

func (r *Deduct) check(s Scope) []problem.Problem {
	problems := s.withinMax("floor", r.Floor)
	if r.From != nil {
		problems = append(problems, r.From.check(r.from(s))...)
	}
	for i, d := range r.Tariffs {
		at := fmt.Sprintf("tariffs[%d]", i)
		problems = append(problems, s.wantsNumber(at+".answer", d.Answer)...)
		if !d.Each.IsPositive() {
			problems = append(problems, problem.New(problem.RuleDeduction, s.At("%s.each", at), expr.FormatNumber(d.Each)))
		}
	}
	return problems
}

func (r *Deduct) most(s Scope) decimal.Decimal {
	if r.From == nil {
		return s.Max
	}
	return decimal.Max(r.From.most(r.from(s)), r.Floor)
}

// off is what is taken off, as if there were enough.
func (r *Deduct) off() expr.Expr {
	args := make([]expr.Expr, len(r.Tariffs))
	for i, d := range r.Tariffs {
		args[i] = expr.Times(expr.Ask{Input: string(d.Answer)}, d.Each)
	}
	return expr.Op{Sym: expr.Add, Args: args}
}

func (r *Deduct) lower(s Scope) expr.Expr {
	var base expr.Expr = expr.Num{Value: s.Max}
	words := expr.FormatNumber(s.Max)
	if r.From != nil {
		base, words = r.From.lower(r.from(s)), "{...}; trừ"
	}
	var args []expr.Expr
	for i, d := range r.Tariffs {
		args = append(args, expr.Ask{Input: string(d.Answer)})
		if sign := " − "; r.From == nil || i > 0 {
			words += sign
		} else {
			words += " "
		}
		words += expr.Slot(i) + " × " + expr.FormatNumber(d.Each)
	}
	left := expr.Apply(expr.Sub, base, r.off())
	floor := expr.Num{Value: r.Floor}
	kept := &expr.Step{Words: words + ", không dưới " + expr.FormatNumber(r.Floor) + " → {=}", Args: args, Expr: expr.Apply(expr.Max, left, floor), Spare: true}
	taken := &expr.Step{Words: words + " = {=}", Args: args, Expr: left}
	if r.From != nil {
		taken.Words = words + ", còn {=}"
	}
	return expr.If{Cond: expr.Apply(expr.Less, left, floor), Then: kept, Else: taken}
}

func (r *Deduct) describe(s Scope) []string {
	floor := fmt.Sprintf("không dưới %s điểm", expr.FormatNumber(r.Floor))
	lines := []string{fmt.Sprintf("Từ %s điểm, trừ như sau, %s:", expr.FormatNumber(s.Max), floor)}
	if r.From != nil {
		lines[0] = fmt.Sprintf("Lấy điểm của cách tính (1), trừ như sau, %s:", floor)
	}
	for _, d := range r.Tariffs {
		in, _ := s.input(d.Answer)
		lines = append(lines, fmt.Sprintf("%s: mỗi %s trừ %s điểm.", s.called(d.Answer), oneLine(cmp.Or(in.Unit, "đơn vị tính")), expr.FormatNumber(d.Each)))
	}
	for _, from := range r.inside(s) {
		lines = append(lines, marked(0, "", from.Describe())...)
	}
	return lines
}
