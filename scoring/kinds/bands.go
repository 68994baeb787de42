package kinds

import (
	"fmt"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Bands gives points by the step that a ratio (1.3.1, 7.1.5 of the 2023 set) or a number (7.3) reaches. Steps have lower
// edges only, from the highest down, so no gap and no overlap can be written; what lies under the last one is Else.
type Bands struct {
	Part   InputName // with Of: a ratio
	Of     InputName
	Number InputName // or a number
	Steps  []Band
	Else   decimal.Decimal
	IfZero ZeroRule
	Over   bool // the part may pass Of
}

// Band is one step: its lower edge, inclusive ("từ") or exclusive ("trên"), and its points.
type Band struct {
	From, Above decimal.NullDecimal
	Points      decimal.Decimal
}

// Fields lists its keys.
func (b *Band) Fields() []Field {
	return []Field{
		{"from", "từ", "lower edge that belongs to the band (từ)", false, &b.From},
		{"above", "trên", "lower edge that does not belong to it (trên)", false, &b.Above},
		{"points", "điểm", "points of the band", true, &b.Points},
	}
}

func (b *Band) isPoints(key string) bool { return key == "points" }

func (b Band) edge() (sym expr.Symbol, edge decimal.Decimal) {
	if b.Above.Valid {
		return expr.More, b.Above.Decimal
	}
	return expr.AtLeast, b.From.Decimal
}

// Kind is the word that the YAML uses.
func (r *Bands) Kind() string { return "bands" }

// Fields lists its keys.
func (r *Bands) Fields() []Field {
	return []Field{
		{"part", "phần đạt được", "the answer that was reached, with of: bands of a ratio", false, &r.Part},
		{"of", "tổng số (mẫu số)", "the answer that it is measured against", false, &r.Of},
		{"number", "số liệu dùng để xét bậc", "the answer itself, in place of part and of: bands of a number", false, &r.Number},
		{"steps", "các bậc", "the bands, from the highest edge down", true, ListOf(&r.Steps)},
		{"else", "dưới bậc thấp nhất", "points under the lowest band", true, &r.Else},
		zeroField(&r.IfZero, false),
		overField(&r.Over),
	}
}

func (r *Bands) isPoints(key string) bool { return key == "else" }

func (r *Bands) isRatio() bool { return r.Number == "" }

func (r *Bands) yardsticks() []InputName { return yardstick(r.Of) }

func (r *Bands) isPercent(key string) bool { return r.isRatio() && (key == "from" || key == "above") }

func (r *Bands) share() share { return newShare(r.Part, nil, r.Of, r.Over) }

func (r *Bands) check(s Scope) []problem.Problem {
	problems := r.share().checkMeasure(s, r.Number, r.IfZero, Scope.wantsOrdered)
	for i := range r.Steps {
		problems = append(problems, r.checkStep(s, i)...)
	}
	return append(problems, s.withinMax("else", r.Else)...)
}

func (r *Bands) checkStep(s Scope, i int) []problem.Problem {
	at := fmt.Sprintf("steps[%d]", i)
	band := r.Steps[i]
	problems := s.withinMax(at+".points", band.Points)
	if band.From.Valid == band.Above.Valid {
		return append(problems, problem.New(problem.RuleOneOf, s.At("%s", at), "from", "above"))
	}
	sym, edge := band.edge()
	key := at + ".from"
	if sym == expr.More {
		key = at + ".above"
	}
	if r.isRatio() {
		problems = append(problems, r.share().ratioEdge(s, key, edge)...)
	}
	problems = append(problems, s.dayEdge(key, r.Number, edge)...)
	if i > 0 && !r.Steps[i-1].above(band) {
		problems = append(problems, problem.New(problem.RuleBandOrder, s.At("%s", key), r.formatEdge(s, edge)))
	}
	return problems
}

// above says that the band's edge is truly higher than the next one's: "trên 80%" is higher than "từ 80%".
func (b Band) above(next Band) bool {
	sym, edge := b.edge()
	nextSym, nextEdge := next.edge()
	return edge.GreaterThan(nextEdge) || edge.Equal(nextEdge) && sym == expr.More && nextSym == expr.AtLeast
}

func (r *Bands) most(Scope) decimal.Decimal {
	most := r.Else
	for _, band := range r.Steps {
		most = decimal.Max(most, band.Points)
	}
	return most
}

func (r *Bands) lower(s Scope) expr.Expr {
	e := r.step(s, len(r.Steps))
	for i := len(r.Steps) - 1; i >= 0; i-- {
		e = expr.If{Cond: r.reaches(r.Steps[i]), Then: r.step(s, i), Else: e}
	}
	if r.isRatio() {
		return r.share().guard(s, r.IfZero, e)
	}
	return e
}

func (r *Bands) reaches(b Band) expr.Expr {
	sym, edge := b.edge()
	if r.isRatio() {
		return r.share().compare(sym, edge)
	}
	n, scale := expr.Integer(edge)
	return expr.Apply(sym, expr.Times(expr.Ask{Input: string(r.Number)}, scale), expr.Num{Value: n})
}

// step says which band holds, with the figure against its edge; i past the last one is Else.
func (r *Bands) step(s Scope, i int) expr.Expr {
	words, points, place := r.against(s, i), r.Else, s.At("else")
	if i < len(r.Steps) {
		points, place = r.Steps[i].Points, s.At("steps[%d]", i)
	}
	if r.isRatio() {
		figures, args := r.share().figures()
		return &expr.Step{Words: figures + " = {2%} " + words + " → {=}", Args: append(args, r.share().ratio()), Expr: expr.Num{Value: points}, Place: place}
	}
	in, _ := s.input(r.Number)
	figure := "{0} "
	if in.Kind == expr.PercentInput && words != "" {
		figure, words = "{0}% ", words+"%"
	}
	if in.Kind == expr.DateInput {
		figure = expr.DaySlot(0) + " "
	}
	return &expr.Step{Words: in.Label + ": " + figure + words + " → {=}", Args: []expr.Expr{expr.Ask{Input: string(r.Number)}}, Expr: expr.Num{Value: points}, Place: place}
}

func (r *Bands) against(s Scope, i int) string {
	if i < len(r.Steps) {
		sym, edge := r.Steps[i].edge()
		if sym == expr.More {
			return "> " + r.formatEdge(s, edge)
		}
		return "≥ " + r.formatEdge(s, edge)
	}
	if i == 0 {
		return ""
	}
	sym, edge := r.Steps[i-1].edge()
	if sym == expr.More {
		return "≤ " + r.formatEdge(s, edge)
	}
	return "< " + r.formatEdge(s, edge)
}

func (r *Bands) formatEdge(s Scope, edge decimal.Decimal) string {
	if r.isRatio() {
		return exactPercent(edge)
	}
	in, _ := s.input(r.Number)
	return in.Words(edge)
}

func (r *Bands) describe(s Scope) []string {
	in, _ := s.input(r.Number)
	head := "Xét theo " + s.quoted(r.Number) + ":"
	if r.isRatio() {
		head = "Xét tỷ lệ " + r.share().names() + ". " + r.share().legend(s)
	}
	lines := []string{head}
	for i := range len(r.Steps) + 1 {
		points := r.Else
		if i < len(r.Steps) {
			points = r.Steps[i].Points
		}
		lines = append(lines, expr.UpperFirst(r.span(s, in, i))+": "+expr.FormatNumber(points)+" điểm.")
	}
	if r.isRatio() {
		lines = append(append(lines, r.share().describeOver()...), r.share().describeZero(r.IfZero, s.Max))
	}
	return lines
}

// span words the ith band with both its edges: "từ 20% đến dưới 30%".
func (r *Bands) span(s Scope, in expr.Input, i int) string {
	var lower, upper bound
	if i < len(r.Steps) {
		sym, edge := r.Steps[i].edge()
		lower = bound{text: r.formatEdge(s, edge), open: sym == expr.More}
		if top := r.top(in); i == 0 && !lower.open && top.Valid && in.Kind != expr.DateInput && edge.Equal(top.Decimal) {
			return "đạt " + lower.text + expr.WithUnit(oneLine(in.Unit))
		}
	}
	if i > 0 {
		sym, edge := r.Steps[i-1].edge()
		upper = bound{text: r.formatEdge(s, edge), open: sym == expr.AtLeast}
	}
	if in.Kind == expr.DateInput {
		return daySpan(lower, upper)
	}
	return between(lower, upper, in.Unit)
}

// top is the most that there can be, where that is known.
func (r *Bands) top(in expr.Input) decimal.NullDecimal {
	switch {
	case r.Over:
		return decimal.NullDecimal{}
	case r.isRatio():
		return Null(one)
	}
	return in.Max
}
