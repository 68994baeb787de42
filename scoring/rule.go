package scoring

import (
	"fmt"
	"iter"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Rule says how a leaf's answers become points. The set of kinds is closed; each is one file of this package, from its
// fields to its words. Where a kind needs a maximum (ratio, count, sum), it comes from outside: from the leaf, or from
// the part of a sum that it stands in.
type Rule interface {
	Record
	// Kind is the word that the YAML uses.
	Kind() string
	// check adds what is wrong with the rule by itself, at paths below s.path.
	check(s Scope) []problem.Problem
	// most is the greatest number of points that the rule can give.
	most(s Scope) decimal.Decimal
	// lower rewrites the rule into the core. It is called only on rules that check found sound.
	lower(s Scope) expr.Expr
	// describe says the rule in Vietnamese sentences, a line each, to be held against the decision.
	describe(s Scope) []string
}

// Kinds gives an empty rule of every kind, in the order in which they are documented.
func Kinds() []Rule {
	return []Rule{&Levels{}, &Ratio{}, &Bands{}, &Count{}, &Sum{}, &Cases{}, &Fixed{}, &Manual{}}
}

// NewRule gives an empty rule of the named kind, to be filled through its fields.
func NewRule(kind string) (Rule, bool) {
	for _, rule := range Kinds() {
		if rule.Kind() == kind {
			return rule, true
		}
	}
	return nil, false
}

// Scope is what a rule sees of its surroundings.
type Scope struct {
	Path   string       // where the rule stands: "1.4.2.rule.sum"
	Inputs []expr.Input // what the leaf asks for
	Max    decimal.Decimal
	inSum  bool
}

func (s Scope) At(format string, args ...any) string {
	return s.Path + "." + fmt.Sprintf(format, args...)
}

// inner is the scope of a rule nested at that place.
func (s Scope) inner(rule Rule, format string, args ...any) Scope {
	s.Path = s.At(format, args...) + "." + rule.Kind()
	return s
}

// number is the criterion's number, with which every path of a rule begins.
func (s Scope) number() string {
	number, _, _ := strings.Cut(s.Path, ".rule.")
	return number
}

// below is the scope of something that is no rule, at that place.
func (s Scope) below(format string, args ...any) Scope {
	s.Path = s.At(format, args...)
	return s
}

func (s Scope) input(name InputName) (expr.Input, bool) {
	for _, in := range s.Inputs {
		if in.Name == string(name) {
			return in, true
		}
	}
	return expr.Input{}, false
}

// wants reports an input that is not declared or not of a fitting kind.
func (s Scope) wants(field string, name InputName, fits func(expr.Input) bool, kind string) []problem.Problem {
	in, ok := s.input(name)
	switch {
	case name == "":
		return nil // a missing key is the decoder's finding
	case !ok:
		return []problem.Problem{problem.New(problem.RuleUnknownInput, s.At("%s", field), name)}
	case !fits(in):
		return []problem.Problem{problem.New(problem.RuleWrongInput, s.At("%s", field), name, kind)}
	}
	return nil
}

func (s Scope) wantsNumber(field string, name InputName) []problem.Problem {
	return s.wants(field, name, func(in expr.Input) bool { return in.Kind == expr.NumberInput }, string(expr.NumberInput))
}

func (s Scope) wantsChoice(field string, name InputName) []problem.Problem {
	return s.wants(field, name, expr.Input.IsChoice, string(expr.ChoiceInput)+", "+string(expr.YesNoInput))
}

func (s Scope) Label(name InputName) string {
	in, _ := s.input(name)
	return in.Label
}

// withinMax reports points below zero or above what the place can give.
func (s Scope) withinMax(field string, points decimal.Decimal) []problem.Problem {
	if points.IsNegative() || points.GreaterThan(s.Max) {
		return []problem.Problem{problem.New(problem.RulePointsOutside, s.At("%s", field), expr.FormatNumber(points), expr.FormatNumber(s.Max))}
	}
	return nil
}

// Placed is a rule where it stands, with what its surroundings give it: the path, the answers, the maximum. Whoever looks at
// rules from outside works on it, and needs not know how the kinds hand these on.
type Placed struct {
	Rule Rule
	Scope
}

// Placed is the leaf's own rule.
func (c *Criterion) Placed() Placed { return Placed{c.Rule, c.scope()} }

// Sound says that the rule has no fault by itself, so that it can be lowered.
func (p Placed) Sound() bool { return len(p.Rule.check(p.Scope)) == 0 }

// Most is the greatest number of points that the rule's figures allow for.
func (p Placed) Most() decimal.Decimal { return p.Rule.most(p.Scope) }

// Lower gives a sound rule as the core.
func (p Placed) Lower() expr.Expr { return p.Rule.lower(p.Scope) }

// Describe says a sound rule in Vietnamese, a sentence a line.
func (p Placed) Describe() []string { return p.Rule.describe(p.Scope) }

// Parts are the rules that a sum adds up, in their order; none of any other kind.
func (p Placed) Parts() []Placed {
	sum, ok := p.Rule.(*Sum)
	if !ok {
		return nil
	}
	parts := make([]Placed, len(sum.Parts))
	for i := range sum.Parts {
		parts[i] = Placed{sum.Parts[i].Rule, sum.part(p.Scope, i)}
	}
	return parts
}

// Conditions are those of cases, in their order; none of any other kind.
func (p Placed) Conditions() []expr.Expr {
	cases, ok := p.Rule.(*Cases)
	if !ok {
		return nil
	}
	conditions := make([]expr.Expr, len(cases.List))
	for i := range cases.List {
		conditions[i] = cases.List[i].When.lower(p.Scope)
	}
	return conditions
}

// All gives the rule and all that stand in it, outermost first.
func (p Placed) All() iter.Seq[Placed] {
	return func(yield func(Placed) bool) { p.visit(yield) }
}

func (p Placed) visit(yield func(Placed) bool) bool {
	if !yield(p) {
		return false
	}
	for _, inner := range p.inside() {
		if !inner.visit(yield) {
			return false
		}
	}
	return true
}

// inside are the rules that stand right in this one.
func (p Placed) inside() []Placed {
	cases, ok := p.Rule.(*Cases)
	if !ok {
		return p.Parts()
	}
	var rules []Placed
	for i := range cases.List {
		rules = append(rules, Placed{cases.List[i].Rule, cases.scopeOf(p.Scope, i)})
	}
	if cases.Else != nil {
		rules = append(rules, Placed{cases.Else, p.inner(cases.Else, "else")})
	}
	return rules
}

// percents is a rule some of whose numbers are ratios, and read as percentages.
type percents interface {
	isPercent(key string) bool
}

// IsPercent says that the number under that key of the rule is a ratio, and reads as a percentage.
func (p Placed) IsPercent(key string) bool {
	rule, ok := p.Rule.(percents)
	return ok && rule.isPercent(key)
}
