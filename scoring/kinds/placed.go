package kinds

import (
	"iter"
	"slices"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Placed is a rule where it stands, with what its surroundings give it: the path, the answers, the maximum. Whoever looks at
// rules from outside works on it, and needs not know the kinds: what a kind is in some respect it says itself, by a method in
// its own file.
type Placed struct {
	Rule Rule
	Scope
}

// What a kind may say of itself besides what every [Rule] says.
type (
	// nesting is a kind in which other rules stand.
	nesting interface{ inside(s Scope) []Placed }
	// adding is a kind that adds up what can be looked at one by one.
	adding interface{ addition(s Scope) Addition }
	// ranking is a kind that takes the greatest of several.
	ranking interface{ ranked(s Scope) Ranked }
	// choosing is a kind that takes the first of several whose condition holds.
	choosing interface{ conditions(s Scope) []expr.Expr }
	// measuring is a kind that measures answers against others.
	measuring interface{ yardsticks() []InputName }
	// sparing is a kind to which fewer of some answers is better.
	sparing interface{ fewer() []InputName }
	// percents is a kind some of whose numbers are ratios, and read as percentages.
	percents interface{ isPercent(key string) bool }
)

// Addition is what a rule adds up, and the bounds that the total is kept in.
type Addition struct {
	Addends    []Addend
	Floor, Cap decimal.NullDecimal // points
	Plain      bool                // each addend is a multiple of an answer: there is nothing to see in one alone
}

// Addend is one of several things that a rule adds up.
type Addend struct {
	Placed           // of which only the path counts where there is no rule
	Expr   expr.Expr // what it adds
	Over   int64     // its rule's points count divided by that many; at least 1
	Name   string    // as a finding calls it
}

// Ranked is what a rule takes the greatest of.
type Ranked struct {
	Ways []Placed
	Rank expr.Rank // without its arguments
	Over int64     // its points count divided by that many; at least 1
}

// Sound says that the rule has no fault by itself, so that it can be lowered.
func (p Placed) Sound() bool { return len(p.Check()) == 0 && len(CheckFrom(p.Inputs, "")) == 0 }

// Check says what is wrong with the rule by itself.
func (p Placed) Check() []problem.Problem { return p.Rule.check(p.Scope) }

// Most is the greatest number of points that the rule's figures allow for.
func (p Placed) Most() decimal.Decimal { return p.Rule.most(p.Scope) }

// Lower gives a sound rule as the core.
func (p Placed) Lower() expr.Expr { return p.derive(p.Rule.lower(p.Scope)) }

// Describe says a sound rule in Vietnamese, a sentence a line.
func (p Placed) Describe() []string { return p.Rule.describe(p.Scope) }

// Addition is what the rule adds up; ok is false where it is of one piece.
func (p Placed) Addition() (a Addition, ok bool) {
	rule, ok := p.Rule.(adding)
	if !ok {
		return Addition{}, false
	}
	a = rule.addition(p.Scope)
	for i := range a.Addends {
		a.Addends[i].Expr = p.derive(a.Addends[i].Expr)
	}
	return a, len(a.Addends) > 0
}

// Ranked is what the rule takes the greatest of; ok is false where it takes it of nothing.
func (p Placed) Ranked() (r Ranked, ok bool) {
	rule, ok := p.Rule.(ranking)
	if !ok {
		return Ranked{}, false
	}
	r = rule.ranked(p.Scope)
	return r, len(r.Ways) > 0
}

// Conditions are those of cases, in their order; none of any other kind.
func (p Placed) Conditions() []expr.Expr {
	if rule, ok := p.Rule.(choosing); ok {
		holds := rule.conditions(p.Scope)
		for i := range holds {
			holds[i] = p.derive(holds[i])
		}
		return holds
	}
	return nil
}

// Yardsticks are the answers that others are measured against in the rule and in all that stand in it, by name, what those are reckoned
// from, and those that the secretariat supplies. Nobody is advised to have fewer or more of them.
func (p Placed) Yardsticks() []string {
	names := p.sources(p.measured())
	for _, in := range p.Inputs {
		if in.IsSupplied() && !slices.Contains(names, in.Name) {
			names = append(names, in.Name)
		}
	}
	return names
}

// measured are the answers that rules name as what others are measured against.
func (p Placed) measured() []string {
	return p.named(func(rule Rule) []InputName {
		if rule, ok := rule.(measuring); ok {
			return rule.yardsticks()
		}
		return nil
	})
}

// Fewer are the numbers of which fewer is better, by name: those of which the leaf says so, those of which a kind does, and those that
// answers are reckoned from of which that follows.
func (p Placed) Fewer() []string {
	names := p.named(func(rule Rule) []InputName {
		if rule, ok := rule.(sparing); ok {
			return rule.fewer()
		}
		return nil
	})
	for _, in := range p.Inputs {
		if in.Better == expr.BetterLess {
			names = append(names, in.Name)
		}
	}
	return p.fewerSources(names)
}

// named gathers what the rule and those in it name, in order and each once.
func (p Placed) named(by func(Rule) []InputName) []string {
	var names []string
	for inner := range p.All() {
		for _, name := range by(inner.Rule) {
			names = append(names, string(name))
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// All gives the rule and all that stand in it, outermost first.
func (p Placed) All() iter.Seq[Placed] {
	return func(yield func(Placed) bool) { p.visit(yield) }
}

func (p Placed) visit(yield func(Placed) bool) bool {
	if !yield(p) {
		return false
	}
	for _, inner := range p.Inside() {
		if !inner.visit(yield) {
			return false
		}
	}
	return true
}

// Inside are the rules that stand right in this one.
func (p Placed) Inside() []Placed {
	if rule, ok := p.Rule.(nesting); ok {
		return rule.inside(p.Scope)
	}
	return nil
}

// IsPercent says that the number under that key of the rule is a ratio, and reads as a percentage.
func (p Placed) IsPercent(key string) bool {
	rule, ok := p.Rule.(percents)
	return ok && rule.isPercent(key)
}
