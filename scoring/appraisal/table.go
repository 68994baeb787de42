// Package appraisal is the appraisal of some criteria for all units at once: what stands in the table that an agency fills in, and
// what of it goes into the result of each unit.
//
// Start with [Table], which is a rule set of its own: each criterion a heading, each unit a leaf below it. So a table is laid out,
// scored and read as any form is. [Hand] is what came back from an agency; [Settle] holds all that came back against a unit's result,
// and says what of it goes in and what does not.
package appraisal

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// Table says which criteria of which units are appraised in one workbook.
type Table struct {
	Rules  *scoring.RuleSet // the year's
	Leaves []string         // numbers of leaves, each once, in the order of the rules
	Units  []scoring.Unit   // each code once, in the order of the table
}

// mark parts a leaf's number from the unit's place in the table, counted from 1. It stands in no number and in no answer's name.
const mark = "#"

// Number is what a leaf is called in the table for the unit at a place counted from 0.
func (t *Table) Number(leaf string, unit int) string { return leaf + mark + strconv.Itoa(unit+1) }

// Split is the reverse of Number; ok is false for what is no leaf of a unit, as a heading.
func (t *Table) Split(number string) (leaf string, unit int, ok bool) {
	leaf, place, found := strings.Cut(number, mark)
	n, err := strconv.Atoi(place)
	return leaf, n - 1, found && err == nil && 0 < n && n <= len(t.Units)
}

// UnitOf is the place of a unit, by a code that folds to the same; -1 where it is not in the table.
func (t *Table) UnitOf(code string) int {
	folded := scoring.FoldCode(code)
	return slices.IndexFunc(t.Units, func(u scoring.Unit) bool { return scoring.FoldCode(u.Code) == folded })
}

// Missing are the numbers of the table that are no leaves of its rules.
func (t *Table) Missing() []string {
	return slices.DeleteFunc(slices.Clone(t.Leaves), func(number string) bool {
		leaf := t.Rules.Find(number)
		return leaf != nil && leaf.IsLeaf()
	})
}

// Set is the table as a rule set. None of its leaves may be missing.
func (t *Table) Set() *scoring.RuleSet {
	set := &scoring.RuleSet{ID: t.Rules.ID, Kind: t.Rules.Kind, Year: t.Rules.Year, Basis: t.Rules.Basis, Rounding: t.Rules.Rounding}
	for _, number := range t.Leaves {
		leaf := t.Rules.Find(number)
		heading := scoring.Criterion{Number: leaf.Number, Name: leaf.Name, Text: leaf.Text, Max: leaf.Max}
		for i, unit := range t.Units {
			heading.Children = append(heading.Children, scoring.Criterion{Number: t.Number(number, i), Name: unitName(unit),
				Max: leaf.Max, Inputs: t.inputs(leaf, i), Rule: leaf.Rule})
		}
		set.Criteria = append(set.Criteria, heading)
	}
	return set
}

// inputs are those of a leaf for a unit: what it takes from another leaf of the table it takes from that of the same unit.
func (t *Table) inputs(leaf *scoring.Criterion, unit int) []expr.Input {
	inputs := slices.Clone(leaf.Inputs)
	for i := range inputs {
		if from, used := inputs[i].UsedFrom(); used && slices.Contains(t.Leaves, from.Leaf) {
			inputs[i].Use = expr.Key{Leaf: t.Number(from.Leaf, unit), Input: from.Input}.String()
		}
	}
	return inputs
}

func unitName(unit scoring.Unit) string { return strings.TrimSpace(unit.Code + " – " + unit.Name) }

// Standing is what stands in a unit's result: what it declared and how it is appraised, with what stood in cells that could not be
// read, by path. The zero value is a unit without a result.
type Standing struct {
	Submission scoring.Submission
	Unread     map[string]string
}

// Gather puts what stands in the units' results into the table, in the order of its units.
func (t *Table) Gather(all []Standing) Standing {
	out := Standing{Unread: map[string]string{}, Submission: scoring.Submission{Answers: expr.Answers{}, Evidence: map[string]string{},
		Justification: map[string]string{}, Appraisal: emptyAppraisal()}}
	for i := range all {
		exempt := exemptLeaves(t.Rules, all[i].Submission.Exempt)
		for _, number := range t.Leaves {
			t.gatherLeaf(&out, &all[i], t.Rules.Find(number), i)
			if exempt[number] {
				out.Submission.Exempt = append(out.Submission.Exempt, t.Number(number, i))
			}
		}
	}
	return out
}

func (t *Table) gatherLeaf(out, from *Standing, leaf *scoring.Criterion, unit int) {
	number := t.Number(leaf.Number, unit)
	to, in := &out.Submission, &from.Submission
	reckoned := t.Rules.Effective(in)
	for _, input := range leaf.Inputs {
		own, there := leaf.Key(input.Name), expr.Key{Leaf: number, Input: input.Name}
		answer := in.Answers[own]
		if source, used := input.UsedFrom(); used && !slices.Contains(t.Leaves, source.Leaf) {
			answer = reckoned[own] // as it is appraised: here nobody can correct it
		}
		if !answer.IsBlank() {
			to.Answers[there] = answer
		}
		keepText(out.Unread, there.String(), from.Unread[own.String()])
	}
	keepText(to.Evidence, number, in.Evidence[leaf.Number])
	keepText(to.Justification, number, in.Justification[leaf.Number])
	if in.Appraisal != nil {
		moveLeaf(to.Appraisal, out.Unread, number, in.Appraisal, from.Unread, leaf.Number, leaf.Inputs)
	}
}

// moveLeaf puts what is appraised of a leaf into another appraisal, where the leaf is called otherwise.
func moveLeaf(to *scoring.Appraisal, unread map[string]string, there string, from *scoring.Appraisal, raw map[string]string, here string, inputs []expr.Input) {
	for _, in := range inputs {
		own, other := expr.Key{Leaf: here, Input: in.Name}, expr.Key{Leaf: there, Input: in.Name}
		if answer := from.Answers[own]; !answer.IsBlank() {
			to.Answers[other] = answer
		}
		keepText(unread, scoring.AppraisedPath(other), raw[scoring.AppraisedPath(own)])
	}
	if verdict, set := from.Set[here]; set {
		to.Set[there] = verdict
	}
	keepText(unread, scoring.VerdictPath(there), raw[scoring.VerdictPath(here)])
	keepText(to.Reasons, there, from.Reasons[here])
}

func keepText(to map[string]string, key, text string) {
	if text != "" {
		to[key] = text
	}
}

func emptyAppraisal() *scoring.Appraisal {
	return &scoring.Appraisal{Answers: expr.Answers{}, Set: map[string]scoring.Verdict{}, Reasons: map[string]string{}}
}

// exemptLeaves are the leaves that are not assessed for a unit, by number.
func exemptLeaves(rs *scoring.RuleSet, numbers []string) map[string]bool {
	leaves := map[string]bool{}
	for _, number := range numbers {
		for _, leaf := range LeavesOf(rs, number) {
			leaves[leaf] = true
		}
	}
	return leaves
}

// LeavesOf lists the leaves that a criterion is or has below it; none of a number that is not there.
func LeavesOf(rs *scoring.RuleSet, number string) []string {
	node := rs.Find(number)
	if node == nil {
		return nil
	}
	if node.IsLeaf() {
		return []string{node.Number}
	}
	var leaves []string
	for i := range node.Children {
		leaves = append(leaves, LeavesOf(rs, node.Children[i].Number)...)
	}
	return leaves
}

// Choose gives the leaves of the criteria that were asked for, each once, in the order of the rules, and those numbers that the rules
// do not have.
func Choose(rs *scoring.RuleSet, numbers []string) (leaves, unknown []string) {
	chosen := map[string]bool{}
	for _, number := range numbers {
		below := LeavesOf(rs, number)
		if below == nil {
			unknown = append(unknown, number)
		}
		for _, leaf := range below {
			chosen[leaf] = true
		}
	}
	for _, leaf := range rs.Leaves() {
		if chosen[leaf.Number] {
			leaves = append(leaves, leaf.Number)
		}
	}
	return leaves, unknown
}

// Words names the table in a sentence: "3 tiêu chí, 25 đơn vị".
func (t *Table) Words() string {
	return fmt.Sprintf("%d tiêu chí, %d đơn vị", len(t.Leaves), len(t.Units))
}
