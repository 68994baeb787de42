package scoring

import (
	"iter"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// RuleSet is one year's rules for one kind of unit (bộ chỉ số): a tree of criteria whose leaves have rules.
type RuleSet struct {
	ID          string
	Kind        string // the kind of unit, in words
	Year        int
	Previous    string // the id of the set that it replaces
	Basis       string // the legal basis
	Note        string
	Total       decimal.Decimal     // points, without what is beyond the maximum
	Cap, Floor  decimal.NullDecimal // points: the most and the least that a unit gets in all; no such bound where not valid
	Rounding    Rounding
	Announced   Announced
	CrossChecks []CrossCheck
	Figures     []Figure // what is announced after a first pass, and points depend on
	Classes     []Class  // from the best down
	Criteria    []Criterion
}

// Rounding says how a leaf's points are rounded: once, half away from zero.
type Rounding struct {
	Places     int // decimal places
	Provenance Provenance
	Note       string
}

// Announced holds what the issuing letter claims to have changed, to be held against what did change.
type Announced struct {
	Basis          string
	PointsChanged  int
	ContentChanged int
}

// CrossCheck is a relation between two answers of different leaves; a breach is a warning.
type CrossCheck struct {
	Left, Right string // answer keys
	Is          Relation
	Text        string // what must hold, in words
}

// Relation is how the two sides of a cross-check stand to each other.
type Relation string

// The relations, in the words of the YAML.
const (
	MustEqual  Relation = "equal"
	MustAtMost Relation = "atMost"
)

// Provenance says how a leaf's rule stands in the source.
type Provenance string

// The provenances, from the firmest to the weakest.
const (
	FromText  Provenance = "text"      // stated so
	Corrected Provenance = "corrected" // the source's wording has a slip
	Inferred  Provenance = "inferred"  // the source is silent: what we take, and why
	Absent    Provenance = "missing"   // the source does not hold it
)

// ProvenanceWords says a provenance to an official.
func ProvenanceWords(p Provenance) string {
	switch p {
	case Corrected:
		return "nguồn có chỗ in nhầm"
	case Inferred:
		return "nguồn không nêu, suy ra"
	case Absent:
		return "nguồn thiếu"
	}
	return "theo nguồn"
}

// Criterion is a node of the tree: area (lĩnh vực), criterion (tiêu chí) or component (tiêu chí thành phần).
// A node has either children or a rule; one that is NotDetailed has neither.
type Criterion struct {
	Number        string // STT: "1.4.2"
	Name          string
	Max           decimal.Decimal // points
	Beyond        Beyond          // whether its points are outside the maximum
	Text          string          // the source's wording of the rule
	Provenance    Provenance
	Note          string
	Was           Was    // what it was in the previous set
	ContentStatus string // the official word for a change of content, where the issuing letter prints one
	NotDetailed   bool
	Inputs        []expr.Input
	Rule          kinds.Rule
	Examples      []Example
	Accepted      []Acceptance
	Children      []Criterion
}

// Example is a row of answers with what they must give: points, or a state.
type Example struct {
	Answers map[string]decimal.Decimal // by input; a choice by its number
	Points  decimal.NullDecimal
	State   expr.State
}

// Acceptance is a finding about the rules that the author has looked at and lets stand, with the reason.
type Acceptance struct {
	Code   problem.Code
	Reason string
}

// IsLeaf says that the node has a rule of its own.
func (c *Criterion) IsLeaf() bool { return c.Rule != nil }

// Level is 1 for an area, 2 for a criterion, 3 for a component.
func (c *Criterion) Level() int { return strings.Count(c.Number, ".") + 1 }

// Input finds one of the leaf's answers by name.
func (c *Criterion) Input(name string) (expr.Input, bool) {
	for _, in := range c.Inputs {
		if in.Name == name {
			return in, true
		}
	}
	return expr.Input{}, false
}

// Key is the key of one of the leaf's answers.
func (c *Criterion) Key(input string) expr.Key { return expr.Key{Leaf: c.Number, Input: input} }

// Expr is the leaf's rule as the core that is evaluated and printed as a formula. The points are not yet rounded.
func (c *Criterion) Expr() expr.Expr { return c.Placed().Lower() }

// Describe says the leaf's rule in Vietnamese, a sentence a line.
func (c *Criterion) Describe() []string { return c.Placed().Describe() }

// Placed is the leaf's own rule where it stands.
func (c *Criterion) Placed() kinds.Placed {
	return kinds.Placed{Rule: c.Rule, Scope: kinds.Scope{Path: c.Number + ".rule." + c.Rule.Kind(), Inputs: c.Inputs, Max: c.Max}}
}

// Held is how many of a leaf's points only hold the place of what the source does not have, for a person to give.
func (c *Criterion) Held() decimal.Decimal {
	held := decimal.Zero
	for rule := range c.Placed().All() {
		if _, byHand := rule.Rule.(*kinds.Manual); byHand {
			held = held.Add(rule.Max)
		}
	}
	return decimal.Min(held, c.Max)
}

// All walks the tree from the top, parents before children, with each node's parent (nil for an area).
func (rs *RuleSet) All() iter.Seq2[*Criterion, *Criterion] {
	return func(yield func(node, parent *Criterion) bool) {
		walk(rs.Criteria, nil, yield)
	}
}

func walk(list []Criterion, parent *Criterion, yield func(node, parent *Criterion) bool) bool {
	for i := range list {
		if !yield(&list[i], parent) || !walk(list[i].Children, &list[i], yield) {
			return false
		}
	}
	return true
}

// Leaves lists the nodes with a rule, in order.
func (rs *RuleSet) Leaves() []*Criterion {
	var leaves []*Criterion
	for node := range rs.All() {
		if node.IsLeaf() {
			leaves = append(leaves, node)
		}
	}
	return leaves
}

// Find gives the node with that number, or nil.
func (rs *RuleSet) Find(number string) *Criterion {
	for node := range rs.All() {
		if node.Number == number {
			return node
		}
	}
	return nil
}

// Detailed says that the set goes down to rules everywhere, so that forms can be made and scored.
func (rs *RuleSet) Detailed() bool {
	for node := range rs.All() {
		if node.NotDetailed {
			return false
		}
	}
	return true
}

// Eval evaluates one of the leaf's expressions for answers of a form.
func (c *Criterion) Eval(e expr.Expr, answers expr.Answers) expr.Outcome {
	return expr.Eval(e, c.Inputs, func(input string) expr.Answer { return answers[c.Key(input)] })
}
