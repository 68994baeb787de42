package scoring

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// Rule says how a leaf's answers become points. The set of kinds is closed; each is one file of this package, from its
// fields to its words. Where a kind needs a maximum (ratio, count, sum), it comes from outside: from the leaf, or from
// the part of a sum that it stands in.
type Rule interface {
	Record
	// Kind is the word that the YAML uses.
	Kind() string
	// check adds what is wrong with the rule by itself, at paths below s.path.
	check(s scope) []Problem
	// most is the greatest number of points that the rule can give.
	most(s scope) decimal.Decimal
	// lower rewrites the rule into the core. It is called only on rules that check found sound.
	lower(s scope) Expr
	// describe says the rule in Vietnamese sentences, a line each, to be held against the decision.
	describe(s scope) []string
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

// scope is what a rule sees of its surroundings.
type scope struct {
	path   string  // where the rule stands: "1.4.2.rule.sum"
	inputs []Input // what the leaf asks for
	max    decimal.Decimal
	inSum  bool
}

func (s scope) at(format string, args ...any) string {
	return s.path + "." + fmt.Sprintf(format, args...)
}

// inner is the scope of a rule nested at that place.
func (s scope) inner(rule Rule, format string, args ...any) scope {
	s.path = s.at(format, args...) + "." + rule.Kind()
	return s
}

// number is the criterion's number, with which every path of a rule begins.
func (s scope) number() string {
	number, _, _ := strings.Cut(s.path, ".rule.")
	return number
}

// below is the scope of something that is no rule, at that place.
func (s scope) below(format string, args ...any) scope {
	s.path = s.at(format, args...)
	return s
}

func (s scope) input(name InputName) (Input, bool) {
	for _, in := range s.inputs {
		if in.Name == string(name) {
			return in, true
		}
	}
	return Input{}, false
}

// wants reports an input that is not declared or not of a fitting kind.
func (s scope) wants(field string, name InputName, fits func(Input) bool, kind string) []Problem {
	in, ok := s.input(name)
	switch {
	case name == "":
		return nil // a missing key is the decoder's finding
	case !ok:
		return []Problem{NewProblem(RuleUnknownInput, s.at("%s", field), name)}
	case !fits(in):
		return []Problem{NewProblem(RuleWrongInput, s.at("%s", field), name, kind)}
	}
	return nil
}

func (s scope) wantsNumber(field string, name InputName) []Problem {
	return s.wants(field, name, func(in Input) bool { return in.Kind == NumberInput }, string(NumberInput))
}

func (s scope) wantsChoice(field string, name InputName) []Problem {
	return s.wants(field, name, Input.IsChoice, string(ChoiceInput)+", "+string(YesNoInput))
}

func (s scope) label(name InputName) string {
	in, _ := s.input(name)
	return in.Label
}

// withinMax reports points below zero or above what the place can give.
func (s scope) withinMax(field string, points decimal.Decimal) []Problem {
	if points.IsNegative() || points.GreaterThan(s.max) {
		return []Problem{NewProblem(RulePointsOutside, s.at("%s", field), FormatNumber(points), FormatNumber(s.max))}
	}
	return nil
}
