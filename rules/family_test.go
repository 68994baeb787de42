package rules_test

import (
	"os"
	"strings"
	"testing"

	"cchc/rules"
)

// TestFamily holds items of public schemes, each said as it stands, to the answers that were worked out by hand beside them.
func TestFamily(t *testing.T) {
	data, err := os.ReadFile("../testdata/family/family.yaml")
	if err != nil {
		t.Fatal(err)
	}
	set := rules.Decode("family.yaml", data).Proved()
	for _, finding := range set.Findings {
		if finding.Accepted == "" {
			t.Error(finding)
		}
	}
	if set.Rules == nil {
		t.Fatal("the set is not sound")
	}
	marks := map[string]bool{}
	for _, leaf := range set.Rules.Leaves() {
		mark, _, _ := strings.Cut(leaf.Name, " ")
		if marks[mark] {
			t.Errorf("%s stands twice", mark)
		}
		marks[mark] = true
		if len(leaf.Examples) < 3 {
			t.Errorf("%s has %d answers worked out, not three", mark, len(leaf.Examples))
		}
	}
	t.Logf("%d items", len(marks))
}
