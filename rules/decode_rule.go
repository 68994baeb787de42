package rules

import (
	"strings"

	"gopkg.in/yaml.v3"

	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// maxNested is how deep rules may stand in rules: the work on them grows with it, and formulas have their limit as well.
const maxNested = 5

// rule fills a place for a rule: a mapping whose one key is the kind.
func (d *document) rule(n *yaml.Node, place *kinds.Rule, path string) {
	if !d.is(n, yaml.MappingNode, path) {
		return
	}
	d.nested++
	defer func() { d.nested-- }()
	if d.nested > maxNested {
		d.add(d.locate(path), problem.YAMLTooDeep, path, maxNested)
		return
	}
	if len(n.Content) != 2 {
		d.add(d.locate(path), problem.RuleOneKind, path, len(n.Content)/2)
	}
	d.pairs(n, path, func(key, value *yaml.Node) {
		rule, ok := kinds.NewRule(key.Value)
		if !ok {
			d.add(positionOf(key), problem.RuleUnknownKind, path, quotable(key.Value), strings.Join(kindNames(), ", "), suggest(key.Value, kindNames()))
			return
		}
		*place = rule
		at := join(path, key.Value)
		d.place(at, key, value)
		keyless := len(rule.Fields()) == 0 && value.Kind == yaml.MappingNode // written {}
		if keyless || !d.isEmpty(value, at) {
			d.record(value, rule, at)
		}
	})
}

func kindNames() []string {
	var names []string
	for _, rule := range kinds.Kinds() {
		names = append(names, rule.Kind())
	}
	return names
}
