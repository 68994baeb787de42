package scoring

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// Class is a name for results (xếp loại): from a percentage on, and under conditions of its own. A set lists its classes from the best
// down; a unit is of the first whose percentage it reaches and whose conditions hold. The 2023 set has none; the schemes for lawful
// communes, for officials and for buildings do.
type Class struct {
	Name                    string
	From                    decimal.NullDecimal // per cent of the assessed maximum, inclusive; not valid where only a knock-out leads here
	EachArea, EachCriterion decimal.NullDecimal // the least that each area, each criterion must reach of its maximum, 0–1
	AtLeast                 []ClassLeast
	When                    []kinds.Condition // what must hold of the answers, too; they are named by their keys
	KnockOut                []kinds.Condition // any of these leads here, whatever the points are
	// AtMost is the greatest share, 0–1, of a block's units in this class and the next one that may be put here, the best of them; a
	// ranking looks at it, since one result alone cannot. Not valid where there is no such bound.
	AtMost decimal.NullDecimal
}

// ClassLeast is what one node must reach: points, or a share of its maximum, 0–1.
type ClassLeast struct {
	Criterion     string // its number
	Points, Ratio decimal.NullDecimal
}

// Fields lists the keys of a class.
func (c *Class) Fields() []kinds.Field {
	return []kinds.Field{
		kinds.Needed("name", "tên loại", "as it is announced", &c.Name),
		kinds.Optional("from", "từ tỷ lệ (%)", "per cent of the assessed maximum from which it is given; left out where only a knock-out leads here", &c.From),
		kinds.Optional("eachArea", "mỗi lĩnh vực đạt từ", "ratio 0–1 of its maximum that each area must reach", &c.EachArea),
		kinds.Optional("eachCriterion", "mỗi tiêu chí đạt từ", "ratio 0–1 of its maximum that each criterion must reach", &c.EachCriterion),
		kinds.Optional("atLeast", "mức tối thiểu riêng", "what some nodes must reach", kinds.ListOf(&c.AtLeast)),
		kinds.Optional("when", "điều kiện", `conditions on answers that must all hold; answers by their keys, "6:muc"`, kinds.ListOf(&c.When)),
		kinds.Optional("knockOut", "trường hợp bị xếp loại này", "conditions of which one is enough to be put here, whatever the points", kinds.ListOf(&c.KnockOut)),
		kinds.Optional("atMost", "không quá tỷ lệ", "ratio 0–1 of a block's units in this class and the next that may be put here, the best of them; rank looks at it", &c.AtMost),
	}
}

// Fields lists the keys of what a node must reach.
func (l *ClassLeast) Fields() []kinds.Field {
	return []kinds.Field{
		kinds.Needed("criterion", "mục", "number of an area, criterion or component", &l.Criterion),
		kinds.Optional("points", "số điểm", "points that it must reach", &l.Points),
		kinds.Optional("ratio", "tỷ lệ", "or ratio 0–1 of its maximum", &l.Ratio),
	}
}

// classScope is what conditions of classes see: every answer of the set by its key.
func (rs *RuleSet) classScope(path string) kinds.Scope {
	s := kinds.Scope{Path: path}
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			in.Name = leaf.Key(in.Name).String()
			s.Inputs = append(s.Inputs, in)
		}
	}
	return s
}

// DescribeClass says in Vietnamese when a class is given: "Tốt: từ 80%, mỗi tiêu chí đạt từ 50% điểm tối đa".
func (rs *RuleSet) DescribeClass(c *Class) string {
	var parts []string
	if c.From.Valid {
		parts = append(parts, "từ "+expr.FormatNumber(c.From.Decimal)+"%")
	}
	for _, bound := range c.bounds() {
		parts = append(parts, bound.words)
	}
	scope := rs.classScope("")
	for i := range c.When {
		parts = append(parts, c.When[i].Words(scope))
	}
	if c.AtMost.Valid {
		parts = append(parts, "không quá "+shareWords(c.AtMost.Decimal)+" số đơn vị của khối được xếp loại này và loại ngay dưới")
	}
	for i := range c.KnockOut {
		parts = append(parts, "xếp vào loại này nếu "+c.KnockOut[i].Words(scope))
	}
	return c.Name + ": " + strings.Join(parts, ", ")
}

// classBound is what nodes must reach for a class.
type classBound struct {
	words         string
	fits          func(c *Criterion, level int) bool
	points, ratio decimal.NullDecimal
}

// bounds are all that a class asks of nodes' points.
func (c *Class) bounds() []classBound {
	var all []classBound
	if c.EachArea.Valid {
		all = append(all, classBound{"mỗi lĩnh vực đạt từ " + shareWords(c.EachArea.Decimal) + " điểm tối đa",
			func(_ *Criterion, level int) bool { return level == 1 }, decimal.NullDecimal{}, c.EachArea})
	}
	if c.EachCriterion.Valid {
		all = append(all, classBound{"mỗi tiêu chí đạt từ " + shareWords(c.EachCriterion.Decimal) + " điểm tối đa",
			func(c *Criterion, level int) bool { return level == 2 || level == 1 && c.IsLeaf() }, decimal.NullDecimal{}, c.EachCriterion})
	}
	for _, least := range c.AtLeast {
		words := expr.FormatNumber(least.Points.Decimal) + " điểm"
		if least.Ratio.Valid {
			words = shareWords(least.Ratio.Decimal) + " điểm tối đa"
		}
		all = append(all, classBound{fmt.Sprintf("mục %s đạt từ %s", least.Criterion, words),
			func(c *Criterion, _ int) bool { return c.Number == least.Criterion }, least.Points, least.Ratio})
	}
	return all
}

func shareWords(ratio decimal.Decimal) string {
	return expr.FormatNumber(ratio.Mul(decimal.NewFromInt(100))) + "%"
}

// Renumbered are the classes of a set whose nodes and answers bear other numbers and keys.
func (rs *RuleSet) Renumbered(number, key func(string) string) []Class {
	var all []Class
	name := func(n kinds.InputName) kinds.InputName { return kinds.InputName(key(string(n))) }
	for _, c := range rs.Classes {
		c.AtLeast = slices.Clone(c.AtLeast)
		for i := range c.AtLeast {
			c.AtLeast[i].Criterion = number(c.AtLeast[i].Criterion)
		}
		c.When, c.KnockOut = renamedAll(c.When, name), renamedAll(c.KnockOut, name)
		all = append(all, c)
	}
	return all
}

func renamedAll(list []kinds.Condition, name func(kinds.InputName) kinds.InputName) []kinds.Condition {
	var all []kinds.Condition
	for _, c := range list {
		all = append(all, c.Renamed(name))
	}
	return all
}
