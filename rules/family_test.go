package rules_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cchc/rules"
	"cchc/scoring"
)

// TestFamily holds items of public schemes, each said as it stands, to the answers that were worked out by hand beside them.
func TestFamily(t *testing.T) {
	files, err := filepath.Glob("../testdata/family/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	marks := map[string]string{}
	for _, file := range files {
		for _, leaf := range familySet(t, file).Leaves() {
			mark, _, _ := strings.Cut(leaf.Name, " ")
			if first, twice := marks[mark]; twice {
				t.Errorf("%s stands twice, in %s and %s", mark, first, file)
			}
			marks[mark] = file
			if len(leaf.Examples) < 3 {
				t.Errorf("%s has %d answers worked out, not three", mark, len(leaf.Examples))
			}
		}
	}
	t.Logf("%d items", len(marks))
}

// familySet reads a set, proves it, and reports all that is found about it.
func familySet(t *testing.T, file string) *scoring.RuleSet {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	set := rules.Decode(filepath.Base(file), data).Proved()
	for _, finding := range set.Findings {
		if finding.Accepted == "" {
			t.Error(finding)
		}
	}
	if set.Rules == nil {
		t.Fatalf("%s is not sound", file)
	}
	return set.Rules
}
