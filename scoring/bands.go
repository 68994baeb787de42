package scoring

import (
	"fmt"

	"github.com/shopspring/decimal"
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

func (b Band) edge() (sym Symbol, edge decimal.Decimal) {
	if b.Above.Valid {
		return More, b.Above.Decimal
	}
	return AtLeast, b.From.Decimal
}

// Kind is the word that the YAML uses.
func (r *Bands) Kind() string { return "bands" }

// Fields lists its keys.
func (r *Bands) Fields() []Field {
	return []Field{
		{"part", "phần đạt được", "the answer that was reached, with of: bands of a ratio", false, &r.Part},
		{"of", "tổng số (mẫu số)", "the answer that it is measured against", false, &r.Of},
		{"number", "số liệu dùng để xét bậc", "the answer itself, in place of part and of: bands of a number", false, &r.Number},
		{"steps", "các bậc", "the bands, from the highest edge down", true, listOf[Band, *Band]{&r.Steps}},
		{"else", "dưới bậc thấp nhất", "points under the lowest band", true, &r.Else},
		zeroField(&r.IfZero, false),
	}
}

func (r *Bands) isRatio() bool { return r.Number == "" }

func (r *Bands) isPercent(key string) bool { return r.isRatio() && (key == "from" || key == "above") }

func (r *Bands) share() share { return newShare(r.Part, nil, r.Of) }

func (r *Bands) check(s scope) []Problem {
	var problems []Problem
	switch {
	case r.Number != "" && (r.Part != "" || r.Of != ""), r.Number == "" && (r.Part == "" || r.Of == ""):
		problems = append(problems, NewProblem(RuleOneOf, s.path, "number", "part + of"))
	case r.isRatio():
		problems = append(r.share().check(s, r.IfZero), s.wantsNumber("part", r.Part)...)
	default:
		problems = s.wantsNumber("number", r.Number)
		if r.IfZero != "" {
			problems = append(problems, NewProblem(RuleNoDenominator, s.at("ifZero")))
		}
	}
	for i := range r.Steps {
		problems = append(problems, r.checkStep(s, i)...)
	}
	return append(problems, s.withinMax("else", r.Else)...)
}

func (r *Bands) checkStep(s scope, i int) []Problem {
	at := fmt.Sprintf("steps[%d]", i)
	band := r.Steps[i]
	problems := s.withinMax(at+".points", band.Points)
	if band.From.Valid == band.Above.Valid {
		return append(problems, NewProblem(RuleOneOf, s.at("%s", at), "from", "above"))
	}
	sym, edge := band.edge()
	key := at + ".from"
	if sym == More {
		key = at + ".above"
	}
	if r.isRatio() && (edge.IsNegative() || edge.GreaterThan(one)) {
		problems = append(problems, NewProblem(RuleNotRatio, s.at("%s", key), FormatNumber(edge)))
	}
	if i > 0 && !r.Steps[i-1].above(band) {
		problems = append(problems, NewProblem(RuleBandOrder, s.at("%s", key), FormatNumber(edge)))
	}
	return problems
}

// above says that the band's edge is truly higher than the next one's: "trên 80%" is higher than "từ 80%".
func (b Band) above(next Band) bool {
	sym, edge := b.edge()
	nextSym, nextEdge := next.edge()
	return edge.GreaterThan(nextEdge) || edge.Equal(nextEdge) && sym == More && nextSym == AtLeast
}

func (r *Bands) most(scope) decimal.Decimal {
	most := r.Else
	for _, band := range r.Steps {
		most = decimal.Max(most, band.Points)
	}
	return most
}

func (r *Bands) lower(s scope) Expr {
	e := r.step(s, len(r.Steps))
	for i := len(r.Steps) - 1; i >= 0; i-- {
		e = If{r.reaches(r.Steps[i]), r.step(s, i), e}
	}
	if r.isRatio() {
		return r.share().guard(s, r.IfZero, e)
	}
	return e
}

func (r *Bands) reaches(b Band) Expr {
	sym, edge := b.edge()
	if r.isRatio() {
		return r.share().compare(sym, edge)
	}
	n, scale := integer(edge)
	return op(sym, times(Ask{string(r.Number)}, scale), Num{n})
}

// step says which band holds, with the figure against its edge; i past the last one is Else.
func (r *Bands) step(s scope, i int) Expr {
	words, points, place := r.against(i), r.Else, s.at("else")
	if i < len(r.Steps) {
		points, place = r.Steps[i].Points, s.at("steps[%d]", i)
	}
	if r.isRatio() {
		figures, args := r.share().figures()
		return &Step{Words: figures + " = {2%} " + words + " → {=}", Args: append(args, r.share().ratio()), Expr: Num{points}, place: place}
	}
	in, _ := s.input(r.Number)
	return &Step{Words: in.Label + ": {0} " + words + " → {=}", Args: []Expr{Ask{string(r.Number)}}, Expr: Num{points}, place: place}
}

func (r *Bands) against(i int) string {
	if i < len(r.Steps) {
		sym, edge := r.Steps[i].edge()
		if sym == More {
			return "> " + r.formatEdge(edge)
		}
		return "≥ " + r.formatEdge(edge)
	}
	if i == 0 {
		return ""
	}
	sym, edge := r.Steps[i-1].edge()
	if sym == More {
		return "≤ " + r.formatEdge(edge)
	}
	return "< " + r.formatEdge(edge)
}

func (r *Bands) formatEdge(edge decimal.Decimal) string {
	if r.isRatio() {
		return formatPercent(whole(edge))
	}
	return FormatNumber(edge)
}

func (r *Bands) describe(s scope) []string {
	in, _ := s.input(r.Number)
	head := "Xét theo “" + in.Label + "”:"
	if r.isRatio() {
		head = "Xét tỷ lệ " + r.share().names() + ". " + r.share().legend(s)
	}
	lines := []string{head}
	for i := range len(r.Steps) + 1 {
		points := r.Else
		if i < len(r.Steps) {
			points = r.Steps[i].Points
		}
		lines = append(lines, upperFirst(r.span(in, i))+": "+FormatNumber(points)+" điểm.")
	}
	if r.isRatio() {
		lines = append(lines, r.share().describeZero(r.IfZero, s.max))
	}
	return lines
}

// span words the ith band with both its edges: "từ 20% đến dưới 30%".
func (r *Bands) span(in Input, i int) string {
	var lower, upper bound
	if i < len(r.Steps) {
		sym, edge := r.Steps[i].edge()
		lower = bound{text: r.formatEdge(edge), open: sym == More}
		if top := r.top(in); i == 0 && top.Valid && edge.Equal(top.Decimal) {
			return "đạt " + lower.text + withUnit(in.Unit)
		}
	}
	if i > 0 {
		sym, edge := r.Steps[i-1].edge()
		upper = bound{text: r.formatEdge(edge), open: sym == AtLeast}
	}
	return between(lower, upper, in.Unit)
}

// top is the most that there can be, where that is known.
func (r *Bands) top(in Input) decimal.NullDecimal {
	if r.isRatio() {
		return null(one)
	}
	return in.Max
}
