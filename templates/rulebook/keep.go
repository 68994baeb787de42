package rulebook

import (
	"reflect"
	"slices"

	"cchc/scoring"
	"cchc/scoring/kinds"
)

// Keep puts into what was read what people wrote by hand into a set that was read before: examples and accepted findings of the criteria
// of the same number and name, the basis and kind, and the rule of a criterion whose words have not changed and are still not
// understood.
func Keep(rs, kept *scoring.RuleSet) {
	rs.Basis = keptText(rs.Basis, kept.Basis)
	rs.Kind = keptText(rs.Kind, kept.Kind)
	if rs.Note == "" {
		rs.Note = kept.Note
	}
	for node := range rs.All() {
		old := kept.Find(node.Number)
		if old == nil || letters(old.Name) != letters(node.Name) {
			continue
		}
		if isOpen(node) && !isOpen(old) && old.IsLeaf() && letters(old.Text) == letters(node.Text) && old.Max.Equal(node.Max) {
			node.Rule, node.Inputs, node.Provenance, node.Note = old.Rule, old.Inputs, old.Provenance, old.Note
		}
		keepHandwork(node, old)
	}
}

func keepHandwork(node, old *scoring.Criterion) {
	for _, e := range old.Examples {
		if fits(node, e) && !slices.ContainsFunc(node.Examples, func(other scoring.Example) bool { return reflect.DeepEqual(e, other) }) {
			node.Examples = append(node.Examples, e)
		}
	}
	for _, a := range old.Accepted {
		if !slices.Contains(node.Accepted, a) {
			node.Accepted = append(node.Accepted, a)
		}
	}
	if node.ContentStatus == "" {
		node.ContentStatus = old.ContentStatus
	}
}

// fits says that a criterion still asks for the answers of an example.
func fits(node *scoring.Criterion, e scoring.Example) bool {
	for name := range e.Answers {
		if _, ok := node.Input(name); !ok {
			return false
		}
	}
	return node.IsLeaf()
}

// isOpen says that a leaf only holds the place of a rule.
func isOpen(c *scoring.Criterion) bool {
	_, manual := c.Rule.(*kinds.Manual)
	return manual && c.Provenance == scoring.Absent
}

// keptText prefers what people wrote to a text that asks them to write.
func keptText(now, kept string) string {
	if kept != "" && (now == "" || now[0] == '(') {
		return kept
	}
	return now
}
