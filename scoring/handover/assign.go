package handover

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// Charge is a line of an assignment: a criterion with all below it, and the departments of the unit that answer for it.
type Charge struct {
	Number      string
	Departments []string
}

// Assignment says which departments of a unit (phòng) answer for which leaves, by the leaf's number. A leaf that nobody
// answers for is not in it.
type Assignment map[string][]string

// Assign gives each leaf to those whom the nearest line on the way up names: a line for a criterion takes its children along,
// and a more specific one wins.
func Assign(rs *scoring.RuleSet, charges []Charge) Assignment {
	named := map[string][]string{}
	for _, charge := range charges {
		named[charge.Number] = charge.Departments
	}
	inCharge, a := map[*scoring.Criterion][]string{}, Assignment{}
	for node, parent := range rs.All() {
		departments, ok := named[node.Number]
		if !ok {
			departments = inCharge[parent]
		}
		inCharge[node] = departments
		if node.IsLeaf() && len(departments) > 0 {
			a[node.Number] = departments
		}
	}
	return a
}

// Departments lists all who answer for anything, by name.
func (a Assignment) Departments() []string {
	all := map[string]bool{}
	for _, departments := range a {
		for _, department := range departments {
			all[department] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// Leaves lists the leaves of a set that a department answers for, in order.
func (a Assignment) Leaves(rs *scoring.RuleSet, department string) []string {
	var numbers []string
	for _, leaf := range rs.Leaves() {
		if slices.Contains(a[leaf.Number], department) {
			numbers = append(numbers, leaf.Number)
		}
	}
	return numbers
}

// Unassigned lists what nobody answers for: a criterion of which that is true as a whole stands for all below it.
func (a Assignment) Unassigned(rs *scoring.RuleSet) []*scoring.Criterion {
	var open []*scoring.Criterion
	for i := range rs.Criteria {
		open = append(open, a.unassigned(&rs.Criteria[i])...)
	}
	return open
}

func (a Assignment) unassigned(node *scoring.Criterion) []*scoring.Criterion {
	if node.IsLeaf() && len(a[node.Number]) == 0 {
		return []*scoring.Criterion{node}
	}
	var open []*scoring.Criterion
	whole := !node.IsLeaf()
	for i := range node.Children {
		child := &node.Children[i]
		below := a.unassigned(child)
		whole = whole && len(below) == 1 && below[0] == child
		open = append(open, below...)
	}
	if whole {
		return []*scoring.Criterion{node}
	}
	return open
}

// Part is the rule set with some of its leaves only, and what they stand under. Maxima and the total are those of the part;
// relations between answers stay where both are in it. It has the id of the whole and serves to lay out a form of the part:
// it is not itself a rule set that anybody is scored by.
func Part(rs *scoring.RuleSet, leaves []string) *scoring.RuleSet {
	part := *rs
	part.Criteria, part.Total = partOf(rs.Criteria, leaves)
	part.CrossChecks = slices.DeleteFunc(slices.Clone(rs.CrossChecks), func(c scoring.CrossCheck) bool {
		return !isKeyOf(leaves, c.Left) || !isKeyOf(leaves, c.Right)
	})
	return &part
}

func isKeyOf(leaves []string, text string) bool {
	key, _ := expr.ParseKey(text)
	return slices.Contains(leaves, key.Leaf)
}

func partOf(siblings []scoring.Criterion, leaves []string) (part []scoring.Criterion, points decimal.Decimal) {
	for _, node := range siblings {
		if !node.IsLeaf() {
			node.Children, node.Max = partOf(node.Children, leaves)
		}
		if node.IsLeaf() && slices.Contains(leaves, node.Number) || len(node.Children) > 0 {
			part = append(part, node)
			points = points.Add(node.Max)
		}
	}
	return part, points
}
