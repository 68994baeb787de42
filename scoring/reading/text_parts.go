package reading

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
)

var numbered = pattern.Of(`^(\(\d{1,2}\)|\d{1,2}[).]|[a-zđ][).]|[ivx]{1,4}\)|\([a-zđ]\))$`)

// parts reads a text whose parts are numbered, one of them at least with more than a line: each is read by itself, with its own maximum,
// and these add up.
func (t *texts) parts() kinds.Rule {
	groups := t.groups()
	if len(groups) < 2 || !severalLines(groups) {
		return nil
	}
	total := decimal.Zero
	rule := &kinds.Sum{}
	inputs, from, notes := t.inputs, t.from, t.notes
	for i, group := range groups {
		max, ok := maxOf(group)
		if !ok {
			return nil
		}
		inner := &texts{leaf: Leaf{Name: partName(group[0]), Max: max}, clauses: group, inSum: true, inputs: inputs, from: from, notes: notes}
		part := inner.part(i)
		if part == nil || !inner.reaches(part) {
			return nil
		}
		inputs, from, notes = inner.inputs, inner.from, inner.notes
		rule.Parts = append(rule.Parts, kinds.Part{Max: max, Rule: part})
		total = total.Add(max)
	}
	if !total.Equal(t.leaf.Max) {
		t.why = "Các phần cộng lại được " + expr.FormatNumber(total) + ", khác điểm tối đa " + expr.FormatNumber(t.leaf.Max) + "."
		return nil
	}
	t.inputs, t.from, t.notes = inputs, from, notes
	return rule
}

// partName is what a part is about: what stands before its first line's colon.
func partName(c clause) string {
	name, _, _ := strings.Cut(c.head, ":")
	return strings.TrimSpace(name)
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
	most := decimal.Zero
	for _, c := range group {
		if c.scored {
			most = decimal.Max(most, c.points)
		}
	}
	if most.IsPositive() {
		return most, true
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

// part reads one: a thing that is there or not, lines of its own, or a formula behind the words that name it.
func (t *texts) part(i int) kinds.Rule {
	first := t.clauses[0]
	if len(t.clauses) == 1 && first.scored {
		if anyConditional(t.clauses) || t.pointsWithin(t.clauses) {
			return nil
		}
		name := t.ask(expr.Input{Name: lineName(i + 1), Label: labelOf(first.head), Kind: expr.YesNoInput, Options: kinds.YesNoOptions()})
		return &kinds.Levels{Of: name, Points: []decimal.Decimal{first.points, decimal.Zero}}
	}
	if rule := t.partOfLines(); rule != nil {
		return rule
	}
	pieces := piecesOf(first)
	if at := strings.LastIndex(strings.ToLower(pieces[0]), "tính theo công thức"); at > 0 {
		named := clause{raw: first.raw[strings.Index(first.raw, pieces[0])+at:]}
		t.leaf.Name = labelOf(pieces[0][:at])
		t.clauses = append([]clause{named}, t.clauses[1:]...)
	}
	return t.formula()
}

// partOfLines reads a part whose lines give points, below a head that gives none, or says their maximum: "Ban hành kế hoạch (1 điểm):".
func (t *texts) partOfLines() kinds.Rule {
	lines, headed := t.clauses, false
	if head := lines[0]; len(lines) > 2 && (!head.scored || head.points.Equal(t.leaf.Max) && strings.HasSuffix(strings.TrimSpace(head.raw), ":")) {
		lines, headed = lines[1:], true
	}
	if !allScored(lines) {
		return nil
	}
	inner := t.within(lines)
	inner.headed = headed
	inner.inSum, inner.inCase = true, false
	rule := inner.first(inner.count, inner.bands, inner.levels)
	if rule != nil {
		t.inputs, t.from, t.notes = inner.inputs, inner.from, inner.notes
	}
	return rule
}

// reaches holds a part to its maximum.
func (t *texts) reaches(rule kinds.Rule) bool {
	placed := kinds.Placed{Rule: rule, Scope: kinds.Scope{Inputs: t.inputs, Max: t.leaf.Max}}
	_, formula := rule.(*kinds.Ratio)
	return placed.Sound() && (formula || placed.Most().Equal(t.leaf.Max))
}
