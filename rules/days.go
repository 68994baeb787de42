package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"gopkg.in/yaml.v3"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// checkDays holds what is written as a day to where days belong, and the other way round.
func (d *document) checkDays(rs *scoring.RuleSet) {
	left := maps.Clone(d.days)
	for _, leaf := range rs.Leaves() {
		for _, edge := range leaf.DayEdges() {
			d.mustBeDay(left, edge.Path, dayAt(edge))
		}
		for i, e := range leaf.Examples {
			for name, number := range e.Answers {
				if in, ok := leaf.Input(name); ok && in.Kind == expr.DateInput {
					d.mustBeDay(left, join(fmt.Sprintf("%s.examples[%d]", leaf.Number, i), name), number)
				}
			}
		}
	}
	for _, path := range slices.Sorted(maps.Keys(left)) {
		d.noDay(path)
	}
}

// noDay reports a day where a number belongs.
func (d *document) noDay(path string) {
	n := d.days[path]
	d.add(positionOf(n), problem.RuleNoDay, path, n.Value)
}

// mustBeDay takes a day off those that are left, and reports a number that stands in the place of one. What is no day at all the check
// of the rules reports.
func (d *document) mustBeDay(left map[string]*yaml.Node, path string, number decimal.Decimal) {
	if _, written := left[path]; written {
		delete(left, path)
		return
	}
	usual := number.Equal(decimal.NewFromInt(expr.FirstDay)) || number.Equal(decimal.NewFromInt(expr.LastDay))
	if at, stands := d.places[path]; stands && expr.IsDay(number) && !usual {
		d.add(at, problem.RuleDay, path, path[strings.LastIndexByte(path, '.')+1:], expr.FormatNumber(number))
	}
}

func dayAt(edge kinds.DayEdge) decimal.Decimal {
	if place, ok := edge.Place.(*decimal.NullDecimal); ok {
		return place.Decimal
	}
	return *edge.Place.(*decimal.Decimal)
}
