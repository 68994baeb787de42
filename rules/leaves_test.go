package rules_test

import (
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"gopkg.in/yaml.v3"

	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/expr"
)

// TestLeaves2023 holds every leaf of the 2023 set to results that were worked out from the letter by hand, at the edges of
// each rule. A leaf without rows fails.
func TestLeaves2023(t *testing.T) {
	rs := load(t, "2023")
	table := readLeafTable(t, "../testdata/leaves/hai-phong-so-nganh-2023.yaml")
	for _, leaf := range rs.Leaves() {
		rows := table[leaf.Number]
		if len(rows) == 0 {
			t.Errorf("%s has no row", leaf.Number)
		}
		for _, row := range rows {
			t.Run(leaf.Number+"/"+row["why"], func(t *testing.T) { checkLeafRow(t, rs, leaf, row) })
		}
		delete(table, leaf.Number)
	}
	for number := range table {
		t.Errorf("rows for %s, which the rule set does not have", number)
	}
}

func load(t *testing.T, name string) *scoring.RuleSet {
	t.Helper()
	return loadSet(t, name).Rules
}

// loadSet loads a sound set out of those that come with the program.
func loadSet(t *testing.T, name string) *rules.Set {
	t.Helper()
	catalog, err := rules.Open()
	if err != nil {
		t.Fatal(err)
	}
	set, err := catalog.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	if set.Rules == nil {
		t.Fatalf("%s is faulty: %v", name, set.Findings)
	}
	return set
}

func readLeafTable(t *testing.T, path string) map[string][]map[string]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var table map[string][]map[string]string
	if err := yaml.Unmarshal(data, &table); err != nil {
		t.Fatal(err)
	}
	return table
}

// checkLeafRow scores one leaf alone: all others stay blank, which is no matter to it.
func checkLeafRow(t *testing.T, rs *scoring.RuleSet, leaf *scoring.Criterion, row map[string]string) {
	t.Helper()
	result := scoring.Score(rs, scoring.Submission{Answers: leafAnswers(t, leaf, row)})
	got := result.Node(leaf.Number).Self
	want := strings.TrimSpace(row["state"])
	if want == "" {
		want = expr.Scored.String()
	}
	if got.State.String() != want {
		t.Fatalf("state %s, want %s: %s", got.State, want, got.Explanation)
	}
	if points := row["points"]; points != "" && !got.Points.Equal(decimal.RequireFromString(points)) {
		t.Errorf("points %s, want %s: %s", got.Points, points, got.Explanation)
	}
}

func leafAnswers(t *testing.T, leaf *scoring.Criterion, row map[string]string) expr.Answers {
	t.Helper()
	answers := expr.Answers{}
	for name, text := range row {
		if name == "why" || name == "points" || name == "state" {
			continue
		}
		in, ok := leaf.Input(name)
		if !ok {
			t.Fatalf("%s has no answer %q", leaf.Number, name)
		}
		number := decimal.RequireFromString(text)
		answers[leaf.Key(name)] = expr.NumberAnswer(number)
		if in.IsChoice() {
			option, ok := in.OptionOf(int(number.IntPart()))
			if !ok {
				t.Fatalf("%s:%s has no option %s", leaf.Number, name, text)
			}
			answers[leaf.Key(name)] = expr.OptionAnswer(option)
		}
	}
	return answers
}
