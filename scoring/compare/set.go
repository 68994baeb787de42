package compare

import (
	"cmp"
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// setKeys says which keys of a set as a whole are compared, as which class.
var setKeys = map[string]Class{"year": ClassBasis, "basis": ClassBasis, "total": ClassMax, "cap": ClassMax, "floor": ClassMax, "figures": ClassRule, "classes": ClassRule}

// set compares what belongs to the sets as a whole.
func (d differ) set() []Detail {
	var c comparison
	after := *d.after
	after.Figures, after.Classes = d.figures(), d.classes()
	now := after.Fields()
	for i, field := range d.before.Fields() {
		if class, ok := setKeys[field.Key]; ok {
			c.class = class
			c.values(field, now[i], spot{}.field(field))
		}
	}
	c.class = ClassRule
	c.values(kinds.Field{Place: &d.before.Rounding.Places}, kinds.Field{Place: &d.after.Rounding.Places}, spot{"rounding.places", []string{"làm tròn, số chữ số thập phân"}})
	return append(c.details, d.crossChecks()...)
}

// figures are those of the after set, reckoned over answers by the numbers of the before set: a criterion that only bears another
// number is still the same.
func (d differ) figures() []scoring.Figure {
	all := slices.Clone(d.after.Figures)
	for i := range all {
		key, below, isRatio := strings.Cut(all[i].Over, "/")
		if old := d.oldKey(d.after, key); old != "" {
			all[i].Over = old
			if isRatio {
				all[i].Over += "/" + below
			}
		}
	}
	return all
}

// classes are those of the after set, over what they look at by the numbers of the before set.
func (d differ) classes() []scoring.Class {
	old := func(number string) string {
		if node := d.kin.before[d.after.Find(number)]; node != nil {
			return node.Number
		}
		return number
	}
	return d.after.Renumbered(old, func(key string) string { return cmp.Or(d.oldKey(d.after, key), key) })
}

// crossChecks compares the relations between answers. A criterion that only bears another number is still the same; a
// relation that touches one which is new, gone or not detailed comes and goes with it, and is not listed.
func (d differ) crossChecks() []Detail {
	var details []Detail
	had, has := d.relations(d.before), d.relations(d.after)
	for i, relation := range has {
		if relation != (scoring.CrossCheck{}) && !slices.Contains(had, relation) {
			details = append(details, Detail{ClassRule, scoring.CrossCheckPath(i, "left"), "Đối chiếu chéo", "", d.after.CrossChecks[i].Text})
		}
	}
	for i, relation := range had {
		if relation != (scoring.CrossCheck{}) && !slices.Contains(has, relation) {
			details = append(details, Detail{ClassRule, scoring.CrossCheckPath(i, "left"), "Đối chiếu chéo", d.before.CrossChecks[i].Text, ""})
		}
	}
	return details
}

// relations gives each cross-check of a set by the numbers of the before set; the zero value where it is not compared.
func (d differ) relations(rs *scoring.RuleSet) []scoring.CrossCheck {
	all := make([]scoring.CrossCheck, len(rs.CrossChecks))
	for i, check := range rs.CrossChecks {
		left, right := d.oldKey(rs, check.Left), d.oldKey(rs, check.Right)
		if left != "" && right != "" {
			all[i] = scoring.CrossCheck{Left: left, Right: right, Is: check.Is}
		}
	}
	return all
}

// oldKey is the key that an answer has in the before set; "" where its criterion is not in both sets with its answers.
func (d differ) oldKey(rs *scoring.RuleSet, text string) string {
	key, _ := expr.ParseKey(text)
	node := rs.Find(key.Leaf)
	old, now := d.kin.before[node], node
	if rs == d.before {
		old, now = node, d.kin.After[node]
	}
	if old == nil || now == nil || old.NotDetailed || now.NotDetailed {
		return ""
	}
	return expr.Key{Leaf: old.Number, Input: key.Input}.String()
}
