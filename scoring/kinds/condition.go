package kinds

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Condition says when a case holds: a number within edges, a choice that is one of its options, all or any of several.
type Condition struct {
	Answer                   InputName
	Of                       InputName           // the edges are then shares of this answer
	From, Above, Below, UpTo decimal.NullDecimal // edges of a number
	Is                       decimal.NullDecimal // option of a choice, by its number in data (Có 1, Không 0)
	All, Any                 []Condition
}

// Fields lists its keys.
func (c *Condition) Fields() []Field {
	return []Field{
		{"answer", "số liệu", "the answer that is looked at", false, &c.Answer},
		{"of", "so với", "the edges are then shares of this answer (1 is all of it), in place of numbers", false, &c.Of},
		{"from", "từ", "the number is this or more", false, &c.From},
		{"above", "trên", "the number is more than this", false, &c.Above},
		{"below", "dưới", "the number is less than this", false, &c.Below},
		{"upTo", "đến", "the number is this or less", false, &c.UpTo},
		{"is", "là lựa chọn số", "the choice is this option, by its number (yesNo: 1 Có, 0 Không)", false, &c.Is},
		{"all", "các điều kiện đồng thời", "conditions that hold together", false, ListOf(&c.All)},
		{"any", "các điều kiện thay nhau", "conditions of which one holds", false, ListOf(&c.Any)},
	}
}

func (c *Condition) numeric() bool {
	return c.From.Valid || c.Above.Valid || c.Below.Valid || c.UpTo.Valid
}

// Check says what is wrong with a condition that stands outside of a rule; its answers are those of the scope.
func (c *Condition) Check(s Scope) []problem.Problem { return c.check(s) }

// Holds is a sound condition as the core: other than 0 where it holds.
func (c *Condition) Holds(s Scope) expr.Expr { return c.lower(s) }

// Words says a sound condition in Vietnamese, with the answers' labels.
func (c *Condition) Words(s Scope) string { return c.describe(s) }

// Answers are the names of all that a condition looks at.
func (c *Condition) Answers() []InputName {
	names := append(yardstick(c.Answer), yardstick(c.Of)...)
	for _, list := range [][]Condition{c.All, c.Any} {
		for i := range list {
			names = append(names, list[i].Answers()...)
		}
	}
	return names
}

func (c *Condition) check(s Scope) []problem.Problem {
	ways := 0
	for _, used := range []bool{c.Answer != "", len(c.All) > 0, len(c.Any) > 0} {
		if used {
			ways++
		}
	}
	if ways != 1 {
		return []problem.Problem{problem.New(problem.RuleOneOf, s.Path, "answer", "all", "any")}
	}
	var problems []problem.Problem
	for i := range c.All {
		problems = append(problems, c.All[i].check(s.below("all[%d]", i))...)
	}
	for i := range c.Any {
		problems = append(problems, c.Any[i].check(s.below("any[%d]", i))...)
	}
	if c.Answer == "" {
		return problems
	}
	return append(problems, c.checkAnswer(s)...)
}

func (c *Condition) checkAnswer(s Scope) []problem.Problem {
	if c.numeric() == c.Is.Valid || c.From.Valid && c.Above.Valid || c.Below.Valid && c.UpTo.Valid {
		return []problem.Problem{problem.New(problem.RuleOneOf, s.Path, "is", "from/above, below/upTo")}
	}
	if c.numeric() {
		return append(s.wantsOrdered("answer", c.Answer), c.checkEdges(s)...)
	}
	problems := s.wantsChoice("answer", c.Answer)
	if c.Of != "" {
		problems = append(problems, problem.New(problem.RuleOneOf, s.Path, "is", "of + from/above, below/upTo"))
	}
	in, ok := s.input(c.Answer)
	if !ok || len(problems) > 0 {
		return problems
	}
	if _, ok := in.OptionOf(int(c.Is.Decimal.IntPart())); !ok || !c.Is.Decimal.IsInteger() {
		problems = append(problems, problem.New(problem.RuleUnknownOption, s.At("is"), expr.FormatNumber(c.Is.Decimal), c.Answer))
	}
	return problems
}

func (c *Condition) checkEdges(s Scope) []problem.Problem {
	if c.Of != "" && s.isDay(c.Answer) {
		return []problem.Problem{problem.New(problem.RuleWrongInput, s.At("answer"), c.Answer, string(expr.NumberInput))}
	}
	problems := s.wantsNumber("of", c.Of)
	for _, edge := range c.edges() {
		if c.Of == "" {
			problems = append(problems, s.dayEdge(edge.key, c.Answer, edge.value)...)
		}
	}
	return problems
}

func (c *Condition) lower(s Scope) expr.Expr {
	if c.Is.Valid {
		in, _ := s.input(c.Answer)
		option, _ := in.OptionOf(int(c.Is.Decimal.IntPart()))
		return expr.Is{Input: in.Name, Option: option}
	}
	var tests []expr.Expr
	for _, edge := range c.edges() {
		n, scale := expr.Integer(edge.value)
		var against expr.Expr = expr.Num{Value: n}
		if c.Of != "" {
			against = expr.Times(expr.Ask{Input: string(c.Of)}, n)
		}
		tests = append(tests, expr.Apply(edge.sym, expr.Times(expr.Ask{Input: string(c.Answer)}, scale), against))
	}
	for i := range c.All {
		tests = append(tests, c.All[i].lower(s))
	}
	if len(c.Any) > 0 {
		for i := range c.Any {
			tests = append(tests, c.Any[i].lower(s))
		}
		return fold(tests, expr.Either)
	}
	return fold(tests, expr.Both)
}

func fold(tests []expr.Expr, join func(a, b expr.Expr) expr.Expr) expr.Expr {
	last := len(tests) - 1
	e := tests[last]
	for i := last - 1; i >= 0; i-- {
		e = join(tests[i], e)
	}
	return e
}

type edge struct {
	sym   expr.Symbol
	value decimal.Decimal
	words string // before the number
	key   string
	sign  string
}

func (c *Condition) edges() []edge {
	var edges []edge
	for _, e := range []struct {
		at decimal.NullDecimal
		edge
	}{
		{c.From, edge{key: "from", sym: expr.AtLeast, words: "từ", sign: "≥"}},
		{c.Above, edge{key: "above", sym: expr.More, words: "trên", sign: ">"}},
		{c.UpTo, edge{key: "upTo", sym: expr.AtMost, words: "đến", sign: "≤"}},
		{c.Below, edge{key: "below", sym: expr.Less, words: "dưới", sign: "<"}},
	} {
		if e.at.Valid {
			e.value = e.at.Decimal
			edges = append(edges, e.edge)
		}
	}
	return edges
}

// describe says the condition as a decision does: "“Số đề nghị …” từ 5 văn bản trở lên và “Mức” là “Đủ”".
func (c *Condition) describe(s Scope) string {
	in, _ := s.input(c.Answer)
	if c.Is.Valid {
		option, _ := in.OptionOf(int(c.Is.Decimal.IntPart()))
		return s.quoted(c.Answer) + " là “" + oneLine(in.Options[option-1]) + "”"
	}
	if c.numeric() {
		lower, upper := c.bounds(s)
		if s.isDay(c.Answer) {
			return s.quoted(c.Answer) + " " + daySpan(lower, upper)
		}
		unit := in.Unit
		if c.Of != "" {
			unit = "của " + s.quoted(c.Of)
		}
		return s.quoted(c.Answer) + " " + between(lower, upper, unit)
	}
	switch {
	case len(c.All) == 1:
		return "đồng thời (" + c.All[0].describe(s) + ")"
	case len(c.Any) == 1:
		return "một trong (" + c.Any[0].describe(s) + ")"
	case len(c.All) > 0:
		return describeAll(c.All, s, " và ")
	}
	return describeAll(c.Any, s, " hoặc ")
}

// describeAll joins conditions; one that is itself made of several stands in brackets.
func describeAll(list []Condition, s Scope, join string) string {
	parts := make([]string, len(list))
	for i := range list {
		parts[i] = list[i].describe(s)
		if list[i].Answer == "" {
			parts[i] = "(" + parts[i] + ")"
		}
	}
	return strings.Join(parts, join)
}

func (c *Condition) bounds(s Scope) (lower, upper bound) {
	for _, e := range c.edges() {
		switch e.sym {
		case expr.AtLeast, expr.More:
			lower = bound{text: c.formatEdge(s, e.value), open: e.sym == expr.More}
		default:
			upper = bound{text: c.formatEdge(s, e.value), open: e.sym == expr.Less}
		}
	}
	return lower, upper
}

func (c *Condition) formatEdge(s Scope, d decimal.Decimal) string {
	if c.Of != "" {
		return exactPercent(d)
	}
	in, _ := s.input(c.Answer)
	return in.Words(d)
}

// yardsticks are the answers that others are compared with.
func (c *Condition) yardsticks() []InputName {
	names := yardstick(c.Of)
	for _, list := range [][]Condition{c.All, c.Any} {
		for i := range list {
			names = append(names, list[i].yardsticks()...)
		}
	}
	return names
}

// words says the condition with the answers' names, for explanations: "a từ 25, a dưới 50".
func (c *Condition) words(s Scope) string {
	return c.say(s, func(c *Condition, e edge) string {
		words := string(c.Answer) + " " + e.words + " " + c.formatEdge(s, e.value)
		if c.Of != "" {
			words += " của " + string(c.Of)
		}
		return words
	})
}

// explain says a condition that holds with places for its figures, for explanations: "a = {0} ≤ 4". Of several of which
// one holds it gives the words alone, so that no false comparison is ever printed.
func (c *Condition) explain(s Scope) (words string, args []expr.Expr) {
	figure := func(name InputName) string {
		args = append(args, expr.Ask{Input: string(name)})
		if s.isDay(name) {
			return string(name) + " = " + expr.DaySlot(len(args)-1)
		}
		return string(name) + " = " + expr.Slot(len(args)-1)
	}
	words = c.say(s, func(c *Condition, e edge) string {
		words := figure(c.Answer) + " " + e.sign + " " + c.formatEdge(s, e.value)
		if c.Of != "" {
			words += " × " + figure(c.Of)
		}
		return words
	})
	return words, args
}

func (c *Condition) say(s Scope, number func(*Condition, edge) string) string {
	if c.Is.Valid {
		in, _ := s.input(c.Answer)
		option, _ := in.OptionOf(int(c.Is.Decimal.IntPart()))
		return in.Label + ": " + in.Options[option-1]
	}
	var parts []string
	for i := range c.Any {
		parts = append(parts, c.Any[i].words(s))
	}
	if len(parts) > 0 {
		return strings.Join(parts, " hoặc ")
	}
	for _, e := range c.edges() {
		parts = append(parts, number(c, e))
	}
	for i := range c.All {
		parts = append(parts, c.All[i].say(s, number))
	}
	return strings.Join(parts, ", ")
}

// Renamed is the condition over answers that bear other names.
func (c Condition) Renamed(now func(InputName) InputName) Condition {
	if c.Answer != "" {
		c.Answer = now(c.Answer)
	}
	if c.Of != "" {
		c.Of = now(c.Of)
	}
	c.All, c.Any = renamed(c.All, now), renamed(c.Any, now)
	return c
}

func renamed(list []Condition, now func(InputName) InputName) []Condition {
	var all []Condition
	for _, c := range list {
		all = append(all, c.Renamed(now))
	}
	return all
}
