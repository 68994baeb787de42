package reading

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
)

var numbered = regexp.MustCompile(`^(\(\d{1,2}\)|\d{1,2}\)|[a-zđ]\))$`)

// parts reads a text whose parts are numbered, one of them at least with more than a line: each is read by itself, with its own maximum,
// and these add up.
func (t *texts) parts() scoring.Rule {
	groups := t.groups()
	if len(groups) < 2 || !severalLines(groups) {
		return nil
	}
	total := decimal.Zero
	rule := &scoring.Sum{}
	for i, group := range groups {
		max, ok := maxOf(group)
		if !ok {
			return nil
		}
		inner := &texts{leaf: Leaf{Name: group[0].head, Max: max}, clauses: group, inSum: true, inputs: t.inputs, from: t.from, notes: t.notes}
		part := inner.part(i)
		if part == nil {
			return nil
		}
		t.inputs, t.from, t.notes = inner.inputs, inner.from, inner.notes
		rule.Parts = append(rule.Parts, scoring.Part{Max: max, Rule: part})
		total = total.Add(max)
	}
	if !total.Equal(t.leaf.Max) {
		t.why = "Các phần cộng lại được " + expr.FormatNumber(total) + ", khác điểm tối đa " + expr.FormatNumber(t.leaf.Max) + "."
		return nil
	}
	return rule
}

// groups are the clauses from each number up to the next.
func (t *texts) groups() [][]clause {
	var groups [][]clause
	for _, c := range t.clauses {
		switch {
		case numbered.MatchString(c.mark):
			groups = append(groups, []clause{c})
		case len(groups) == 0:
			return nil
		default:
			last := len(groups) - 1
			groups[last] = append(groups[last], c)
		}
	}
	return groups
}

func severalLines(groups [][]clause) bool {
	for _, group := range groups {
		if len(group) > 1 || !group[0].scored {
			return true
		}
	}
	return false
}

// maxOf is the most that a part gives: its points, or what its formula is multiplied by.
func maxOf(group []clause) (decimal.Decimal, bool) {
	if len(group) == 1 && group[0].scored {
		return group[0].points, group[0].points.IsPositive()
	}
	for _, c := range group {
		for _, piece := range piecesOf(c) {
			found := scaleShape.FindStringSubmatch(strip(strings.ToLower(piece)))
			if found != nil && found[2] != "" {
				d, ok := parseNumber(found[2])
				return d, ok && d.IsPositive()
			}
		}
	}
	return decimal.Zero, false
}

// part reads one: a thing that is there or not, or a formula behind the words that name it.
func (t *texts) part(i int) scoring.Rule {
	first := t.clauses[0]
	if len(t.clauses) == 1 && first.scored {
		if anyConditional(t.clauses) {
			return nil
		}
		name := t.ask(expr.Input{Name: lineName(i + 1), Label: labelOf(first.head), Kind: expr.YesNoInput, Options: scoring.YesNoOptions()})
		return &scoring.Levels{Of: name, Points: []decimal.Decimal{first.points, decimal.Zero}}
	}
	pieces := piecesOf(first)
	if at := strings.LastIndex(strings.ToLower(pieces[0]), "tính theo công thức"); at > 0 {
		named := clause{raw: first.raw[strings.Index(first.raw, pieces[0])+at:]}
		t.leaf.Name = labelOf(pieces[0][:at])
		t.clauses = append([]clause{named}, t.clauses[1:]...)
	}
	return t.formula()
}
