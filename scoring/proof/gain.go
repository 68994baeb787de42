package proof

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// Gain is a change of one answer of a leaf that gives more points, the others standing still.
type Gain struct {
	Input    string // its name
	From, To expr.Answer
	Points   decimal.Decimal // what the leaf then gives, rounded as always
	Text     string          // in Vietnamese: "Số nhiệm vụ đã hoàn thành: thiếu 1 nhiệm vụ để đạt ngưỡng 80% → 1,20"
	Change   string          // the end of the text, without the answer's label, to follow another gain by the same answer
}

// Gains says what a leaf is missing: the smallest change of one answer that gives more points, and the smallest that gives
// the maximum. Numbers are only raised, or lowered where fewer is better, within their bounds, and never what others are measured against (nobody is told to
// have fewer tasks) nor points by hand; a choice goes to any option, by as many steps as it is away. Of equal changes the one
// that gives more is taken, then the first. Either is nil where no single answer does it; both are where the leaf has its maximum or no points at all.
func Gains(s *scoring.Scorer, leaf *scoring.Criterion, answers expr.Answers) (next, full *Gain) {
	all := allGains(s, leaf, answers)
	least := func(m, best move) bool { return m.less(best) }
	full = pick(slices.DeleteFunc(slices.Clone(all), func(m move) bool { return !m.Points.Equal(leaf.Max) }), least)
	return pick(all, least), full
}

// Way says how a leaf gets to the most points that changes of one answer after another can give, the greatest first. Each gain
// stands on those before it. Use it where no single answer gives the maximum.
func Way(s *scoring.Scorer, leaf *scoring.Criterion, answers expr.Answers) []Gain {
	var way []Gain
	answers = maps.Clone(s.Reckoned(answers))
	for {
		gain := pick(allGains(s, leaf, answers), func(m, best move) bool {
			by := m.Points.Cmp(best.Points)
			return by > 0 || by == 0 && m.less(best)
		})
		if gain == nil {
			return way
		}
		way = append(way, *gain)
		answers[leaf.Source(gain.Input)] = gain.To
	}
}

// move is a possible gain with its size in steps.
type move struct {
	Gain
	steps decimal.Decimal
}

// allGains lists what can be gained by each input of a leaf: every better option, and of a number the
// next place that gives more and the first that gives the most.
func allGains(s *scoring.Scorer, leaf *scoring.Criterion, answers expr.Answers) []move {
	answers = s.Reckoned(answers)
	g := gainer{leaf: leaf, expr: s.Expr(leaf), answers: answers, places: s.Places()}
	now := (&climb{leaf: leaf, expr: g.expr, answers: answers}).eval(g.expr)
	if now.state != expr.Scored {
		return nil
	}
	g.points = now.value.Round(g.places)
	if !g.points.LessThan(leaf.Max) {
		return nil
	}
	still, fewer := leaf.Placed().Yardsticks(), leaf.Placed().Fewer()
	for _, in := range leaf.Inputs {
		switch {
		case in.IsDerived(): // it changes with what it is reckoned from
		case in.IsChoice():
			g.choose(in)
		case in.Kind == expr.DateInput && !slices.Contains(fewer, in.Name): // a term is not advised to move
		case in.IsOrdered() && !slices.Contains(still, in.Name):
			g.change(in, slices.Contains(fewer, in.Name))
		}
	}
	return g.moves
}

func pick(moves []move, better func(m, best move) bool) *Gain {
	if len(moves) == 0 {
		return nil
	}
	best := moves[0]
	for _, m := range moves[1:] {
		if better(m, best) {
			best = m
		}
	}
	return &best.Gain
}

func (m move) less(other move) bool {
	if by := m.steps.Cmp(other.steps); by != 0 {
		return by < 0
	}
	return m.Points.GreaterThan(other.Points)
}

type gainer struct {
	leaf    *scoring.Criterion
	expr    expr.Expr
	answers expr.Answers
	places  int32
	points  decimal.Decimal // what the leaf gives now
	moves   []move
}

// choose tries each option.
func (g *gainer) choose(in expr.Input) {
	from := g.answers[g.leaf.Key(in.Name)]
	if from.IsBlank() {
		return
	}
	for option := 1; option <= len(in.Options); option++ {
		c := climb{leaf: g.leaf, expr: g.expr, answers: g.answers, input: in, stand: expr.OptionAnswer(option)}
		now := c.eval(g.expr)
		if now.state != expr.Scored {
			continue
		}
		if points := now.value.Round(g.places); points.GreaterThan(g.points) {
			change := optionWords(in, option)
			g.add(in, from, c.stand, points, change, decimal.NewFromInt(int64(option-heldOption(from))).Abs())
		}
	}
}

// change climbs to the next points, and to the most that there are; downwards where fewer is better.
func (g *gainer) change(in expr.Input, down bool) {
	from := g.answers[g.leaf.Key(in.Name)]
	if state, _ := in.Guard(from); state != expr.Scored {
		return
	}
	c := climb{leaf: g.leaf, expr: g.expr, answers: g.answers, input: in, stand: from, places: g.fineness(in), down: down}
	most := c.peak().Round(g.places)
	half := decimal.New(5, -g.places-1)
	for _, target := range []decimal.Decimal{g.points.Add(half), most.Sub(half)} {
		c.stand = from
		value, ok := c.reach(target)
		if !ok || !most.GreaterThan(g.points) {
			return
		}
		growth := c.at().Sub(c.turned(heldNumber(from)))
		points := value.Round(g.places)
		g.add(in, from, c.stand, points, c.words(growth), growth.Shift(c.places))
		if points.Equal(most) {
			return
		}
	}
}

// fineness is how many decimal places an answer grows in: as many as the leaf's numbers and its own bounds have, so that
// sums of money are not advised to the hundredth of a đồng.
func (g *gainer) fineness(in expr.Input) int32 {
	if in.Whole {
		return 0
	}
	places := placesOf(in.Max.Decimal)
	for _, other := range g.leaf.Inputs {
		if d, ok := g.answers[g.leaf.Key(other.Name)].Number(); ok && !other.IsDerived() {
			places = max(places, placesOf(d))
		}
	}
	return places
}

// placesOf is how many decimal places a number needs.
func placesOf(d decimal.Decimal) int32 {
	_, rest, _ := strings.Cut(d.String(), ".")
	return int32(len(rest))
}

// add notes a move of that many steps.
func (g *gainer) add(in expr.Input, from, to expr.Answer, points decimal.Decimal, change string, steps decimal.Decimal) {
	change += " → " + expr.FormatPoints(points, g.places)
	text := change
	if in.Kind != expr.ChoiceInput { // a level says what it is by itself
		text = in.Label + ": " + change
	}
	if from, used := in.UsedFrom(); used {
		text = in.Label + " (kê khai ở tiêu chí " + from.Leaf + "): " + change
	}
	g.moves = append(g.moves, move{Gain{in.Name, from, to, points, text, change}, steps})
}

func optionWords(in expr.Input, option int) string {
	if in.Kind == expr.YesNoInput {
		return "chuyển thành " + in.Options[option-1]
	}
	return fmt.Sprintf("đạt mức %d: %s", option, in.Options[option-1])
}

// words says how much more of the answer is needed and for what, or how much less.
func (c *climb) words(growth decimal.Decimal) string {
	if c.input.Kind == expr.DateInput {
		return "sớm hơn " + expr.FormatNumber(growth) + " ngày"
	}
	amount := expr.FormatNumber(growth) + expr.WithUnit(c.input.Unit)
	if c.down {
		return "bớt " + amount
	}
	if threshold := c.threshold(); threshold != "" {
		return "thiếu " + amount + " để " + threshold
	}
	return "thêm " + amount
}

// threshold words what was met at the end of a climb, "đạt ngưỡng 80%", where it is one answer against a number or a share of another.
func (c *climb) threshold() string {
	t := c.turn
	if !t.plain || !slices.Equal(expr.InputsOf(t.left), []string{c.input.Name}) {
		return ""
	}
	verb := "đạt ngưỡng "
	switch t.sym {
	case expr.More, expr.AtMost:
		verb = "vượt ngưỡng "
	case expr.Equal:
		return ""
	}
	switch against := expr.InputsOf(t.right); len(against) {
	case 0:
		text, _ := expr.FormatValue(t.level)
		return verb + text + expr.WithUnit(c.input.Unit)
	case 1:
		if of := heldNumber(c.answer(against[0])); of.IsPositive() {
			return verb + expr.FormatPercent(t.level.Over(expr.Whole(of)))
		}
	}
	return ""
}
