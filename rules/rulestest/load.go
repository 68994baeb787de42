// Package rulestest loads the yearly rule sets for tests, which may then edit them. Nothing but tests imports it.
package rulestest

import (
	"strings"
	"testing"

	"cchc/rules"
	"cchc/scoring"
)

// LoadSet reads a rule set of its own, which a test may edit.
func LoadSet(t *testing.T, name string) *scoring.RuleSet {
	t.Helper()
	catalog, err := rules.Open()
	if err != nil {
		t.Fatal(err)
	}
	set, err := catalog.Load(name)
	if err != nil || !set.OK() {
		t.Fatalf("%s: %v %v", name, err, set)
	}
	return set.Rules
}

// NextYear is the 2023 set as a set that replaces it, without a change.
func NextYear(t *testing.T) *scoring.RuleSet {
	t.Helper()
	rs := LoadSet(t, "2023")
	rs.ID, rs.Previous = "hai-phong-so-nganh-2024", "hai-phong-so-nganh-2023"
	for node := range rs.All() {
		node.Was, node.ContentStatus = "", ""
	}
	rs.Announced = scoring.Announced{}
	return rs
}

// Renumber gives a criterion another number, and those below it with it.
func Renumber(c *scoring.Criterion, number string) {
	for i := range c.Children {
		Renumber(&c.Children[i], number+strings.TrimPrefix(c.Children[i].Number, c.Number))
	}
	c.Number = number
}
