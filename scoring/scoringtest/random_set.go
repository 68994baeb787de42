package scoringtest

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// Set is a whole rule set: areas, criteria and components, some of them not detailed, with all that a set may say.
func (r *Random) Set() *scoring.RuleSet {
	rs := &scoring.RuleSet{ID: fmt.Sprintf("ngau-nhien-%d", 2000+r.IntN(900)), Kind: r.phrase(), Year: 2000 + r.IntN(900), Basis: r.phrase(),
		Rounding: scoring.Rounding{Places: r.IntN(5)}}
	if r.one(2) {
		rs.Previous, rs.Note = "ngau-nhien-truoc", r.text()
		rs.Rounding.Provenance, rs.Rounding.Note = r.provenance(), r.phrase()
	}
	if r.one(3) {
		rs.Announced = scoring.Announced{Basis: r.phrase(), PointsChanged: r.IntN(40), ContentChanged: r.IntN(9)}
	}
	for i := range 1 + r.IntN(3) {
		rs.Criteria = append(rs.Criteria, r.criterion(fmt.Sprint(i+1), 1))
		rs.Total = rs.Total.Add(rs.Criteria[i].Max)
	}
	if r.one(3) {
		r.beyond(rs)
	}
	r.crossChecks(rs)
	r.figures(rs)
	r.Uses(rs)
	if r.one(3) {
		r.classes(rs)
	}
	return rs
}

// classes are some from the best down, with all that a class may ask.
func (r *Random) classes(rs *scoring.RuleSet) {
	from := int64(95)
	for i := range 1 + r.IntN(4) {
		c := scoring.Class{Name: fmt.Sprintf("%s %d", r.phrase(), i+1), From: decimal.NewNullDecimal(decimal.New(from*10-int64(r.IntN(90)), -1))}
		from -= 10 + r.Int64N(10)
		if r.one(2) {
			c.EachArea = decimal.NewNullDecimal(decimal.New(1+r.Int64N(10), -1))
		}
		if r.one(2) {
			c.EachCriterion = decimal.NewNullDecimal(decimal.New(1+r.Int64N(10), -1))
		}
		if r.one(2) {
			least := scoring.ClassLeast{Criterion: rs.Criteria[0].Number, Ratio: decimal.NewNullDecimal(decimal.New(1+r.Int64N(9), -1))}
			if r.one(2) {
				least.Points, least.Ratio = decimal.NewNullDecimal(rs.Criteria[0].Max), decimal.NullDecimal{}
			}
			c.AtLeast = append(c.AtLeast, least)
		}
		if r.one(4) {
			c.AtMost = decimal.NewNullDecimal(decimal.New(1+r.Int64N(9), -1))
		}
		for r.one(3) {
			c.When = append(c.When, r.classCondition(rs, 0)...)
		}
		for r.one(4) {
			c.KnockOut = append(c.KnockOut, r.classCondition(rs, 0)...)
		}
		rs.Classes = append(rs.Classes, c)
	}
}

// classCondition is a condition on an answer of the set, or on several; none where nothing in it can be asked.
func (r *Random) classCondition(rs *scoring.RuleSet, depth int) []kinds.Condition {
	if depth < 2 && r.one(4) {
		both := append(r.classCondition(rs, depth+1), r.classCondition(rs, depth+1)...)
		switch {
		case len(both) == 0:
			return nil
		case r.one(2):
			return []kinds.Condition{{All: both}}
		}
		return []kinds.Condition{{Any: both}}
	}
	leaves := rs.Leaves()
	if len(leaves) == 0 {
		return nil
	}
	leaf := leaves[r.IntN(len(leaves))]
	for _, in := range leaf.Inputs {
		c := kinds.Condition{Answer: kinds.InputName(leaf.Key(in.Name).String())}
		switch {
		case in.Kind == expr.NumberInput:
			c.From = decimal.NewNullDecimal(decimal.New(r.Int64N(50), 0))
			if r.one(3) {
				c.Below = decimal.NewNullDecimal(c.From.Decimal.Add(decimal.New(5, -1)))
			}
			return []kinds.Condition{c}
		case in.IsChoice():
			c.Is = decimal.NewNullDecimal(decimal.NewFromInt(1))
			return []kinds.Condition{c}
		}
	}
	return nil
}

// beyond adds areas outside the maximum, and bounds of the whole.
func (r *Random) beyond(rs *scoring.RuleSet) {
	for _, beyond := range []scoring.Beyond{scoring.BeyondPlus, scoring.BeyondMinus} {
		c := r.criterion(fmt.Sprint(len(rs.Criteria)+1), 1)
		c.Beyond = beyond
		if r.one(2) && len(c.Children) > 1 {
			c.Max = c.Children[0].Max // a cap below what the parts give together
		}
		rs.Criteria = append(rs.Criteria, c)
	}
	if r.one(2) {
		rs.Cap = decimal.NewNullDecimal(rs.Total)
	}
	if r.one(2) {
		rs.Floor = decimal.NewNullDecimal(decimal.Zero)
	}
}

func (r *Random) crossChecks(rs *scoring.RuleSet) {
	var keys []string
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			if in.IsNumber() {
				keys = append(keys, leaf.Key(in.Name).String())
			}
		}
	}
	for len(keys) > 1 && r.one(3) {
		is := []scoring.Relation{scoring.MustEqual, scoring.MustAtMost}[r.IntN(2)]
		rs.CrossChecks = append(rs.CrossChecks, scoring.CrossCheck{Left: keys[0], Is: is, Right: keys[1], Text: r.phrase()})
		keys = keys[1:]
	}
}

// figures has some numbers of the leaves announced, and others given to each unit.
func (r *Random) figures(rs *scoring.RuleSet) {
	var keys []string
	for _, leaf := range rs.Leaves() {
		for i := range leaf.Inputs {
			in := &leaf.Inputs[i]
			switch {
			case in.Kind != expr.NumberInput, in.IsDerived():
			case len(keys) > 0 && r.one(8):
				name := fmt.Sprint("tb", len(rs.Figures)+1)
				rs.Figures = append(rs.Figures, r.figure(name, keys[len(keys)-1]))
				in.Figure, in.Whole = name, r.one(2)
			case r.one(12):
				in.Given = expr.GivenUnit
			default:
				keys = append(keys, leaf.Key(in.Name).String())
			}
		}
	}
}

// Uses has some numbers asked for in another leaf.
func (r *Random) Uses(rs *scoring.RuleSet) {
	var keys []expr.Key
	for _, leaf := range rs.Leaves() {
		for i := range leaf.Inputs {
			in := &leaf.Inputs[i]
			switch {
			case !in.IsNumber(), !in.IsTyped():
			case len(keys) > 0 && keys[0].Leaf != leaf.Number && r.one(8):
				in.Use = keys[r.IntN(len(keys))].String()
				if from, _ := in.UsedFrom(); from.Leaf == leaf.Number {
					in.Use = keys[0].String()
				}
			default:
				keys = append(keys, leaf.Key(in.Name))
			}
		}
	}
	rs.Settle()
}

func (r *Random) figure(name, over string) scoring.Figure {
	f := scoring.Figure{Name: name, Label: r.phrase(), Places: r.IntN(7)}
	f.From = []scoring.FigureFrom{scoring.FigureMean, scoring.FigureMax, scoring.FigureMin, scoring.FigureSum, scoring.FigureAnnounced}[r.IntN(5)]
	if f.From != scoring.FigureAnnounced {
		f.Over = over
	}
	if r.one(3) {
		f.By = scoring.ByBlock
	}
	return f
}

func (r *Random) criterion(number string, level int) scoring.Criterion {
	c := scoring.Criterion{Number: number, Name: r.phrase()}
	if r.one(4) {
		c.Was = []scoring.Was{scoring.NoPrevious, "2.1", "[2.1, 2.2]"}[r.IntN(3)]
	}
	if r.one(5) {
		c.ContentStatus = "Đổi tiêu chí"
	}
	if r.one(4) {
		c.Note = r.text()
	}
	switch {
	case level < 3 && (level == 1 || r.one(2)):
		for i := range 1 + r.IntN(3) {
			c.Children = append(c.Children, r.criterion(fmt.Sprintf("%s.%d", number, i+1), level+1))
			c.Max = c.Max.Add(c.Children[i].Max)
		}
	case r.one(12):
		c.Max, c.NotDetailed = r.most(), true
	default:
		r.leaf(&c)
	}
	return c
}

func (r *Random) leaf(c *scoring.Criterion) {
	c.Max, c.Text, c.Provenance = r.most(), r.text(), r.provenance()
	c.Rule, c.Inputs = r.Rule(c.Max)
	for r.one(3) {
		c.Examples = append(c.Examples, r.example(c.Inputs))
	}
	for r.one(6) {
		c.Accepted = append(c.Accepted, scoring.Acceptance{Code: []problem.Code{problem.RuleReach, problem.StepDown}[r.IntN(2)], Reason: r.phrase()})
	}
}

func (r *Random) example(inputs []expr.Input) scoring.Example {
	e := scoring.Example{Answers: map[string]decimal.Decimal{}}
	for _, in := range inputs {
		if !r.one(6) && !in.IsDerived() {
			e.Answers[in.Name] = decimal.NewFromInt(int64(r.IntN(3)))
			if day := e.Answers[in.Name]; in.Kind == expr.DateInput && day.IsPositive() {
				e.Answers[in.Name] = day.Add(Dec("45284"))
			}
		}
	}
	if r.one(3) {
		e.State = []expr.State{expr.Awaiting, expr.NotAssessed, expr.Missing, expr.Invalid}[r.IntN(4)]
	} else {
		e.Points = decimal.NewNullDecimal(r.points(Dec("2")))
	}
	return e
}

func (r *Random) unit() string {
	return []string{"", "%", "việc", "tin, bài", "đơn vị tính", "văn bản/năm", "sáng kiến (cấp cơ sở)"}[r.IntN(7)]
}

// words are what phrases are made of: also what sentences are built from themselves.
var words = []string{"Số", "nhiệm vụ", "kế hoạch, chỉ tiêu", "đã hoàn thành", "“trong hạn”", "(nếu có)", "mức 1:", "100%", "từ 20% đến dưới 30%", "VBQPPL", "0,5 điểm",
	"TTHC", "b/a", "đúng hạn;", "Có – Không", "là", "và", "hoặc", "x 2", "Điện tử/giấy", "mỗi", "điểm tối đa", "ngày 01.01", "[x]"}

func (r *Random) phrase() string {
	var parts []string
	for range 2 + r.IntN(4) {
		parts = append(parts, words[r.IntN(len(words))])
	}
	return "Nội dung " + strings.TrimRight(strings.Join(parts, " "), ":;")
}

func (r *Random) text() string {
	lines := make([]string, 1+r.IntN(3))
	for i := range lines {
		lines[i] = r.phrase()
	}
	return strings.Join(lines, "\n")
}

func (r *Random) provenance() scoring.Provenance {
	return []scoring.Provenance{scoring.FromText, scoring.Corrected, scoring.Inferred, scoring.Absent}[r.IntN(4)]
}

func (r *Random) most() decimal.Decimal {
	return Dec([]string{"1", "0.5", "1.25", "2.5", "12"}[r.IntN(5)])
}

func (r *Random) points(most decimal.Decimal) decimal.Decimal {
	return most.Mul(decimal.NewFromInt(int64(r.IntN(5)))).Div(decimal.NewFromInt(4)).Round(2)
}
