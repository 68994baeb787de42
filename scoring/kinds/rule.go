package kinds

import (
	"fmt"
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
	return []Rule{&Levels{}, &Ratio{}, &Bands{}, &Line{}, &Relative{}, &Count{}, &Checklist{}, &Deduct{}, &Sum{}, &Mean{}, &Best{}, &Cases{}, &Fixed{}, &NotAssessed{}, &Info{}, &Manual{}}
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
	joined bool // its points go into others, and would take them along if they were not assessed
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

// wantsNumber reports what is no number, or one that may be below 0.
func (s Scope) wantsNumber(field string, name InputName) []problem.Problem {
	problems := s.wantsAnyNumber(field, name)
	if in, _ := s.input(name); len(problems) == 0 && in.Min.IsNegative() {
		problems = append(problems, problem.New(problem.RuleMayBeBelow, s.At("%s", field), name, expr.FormatNumber(in.Min)))
	}
	return problems
}

// wantsAnyNumber reports what is no number.
func (s Scope) wantsAnyNumber(field string, name InputName) []problem.Problem {
	return s.wants(field, name, expr.Input.IsNumber, string(expr.NumberInput)+", "+string(expr.PercentInput))
}

func (s Scope) wantsChoice(field string, name InputName) []problem.Problem {
	return s.wants(field, name, expr.Input.IsChoice, string(expr.ChoiceInput)+", "+string(expr.YesNoInput))
}

func (s Scope) wantsYesNo(field string, name InputName) []problem.Problem {
	return s.wants(field, name, func(in expr.Input) bool { return in.Kind == expr.YesNoInput }, string(expr.YesNoInput))
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
