package reading

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

// flat is a leaf's rule and answers as the text that hashes are made of.
func flat(leaf *scoring.Criterion) []string {
	var lines []string
	scoring.Flatten(leaf, "", func(path, value string) {
		if strings.HasPrefix(path, ".rule") || strings.HasPrefix(path, ".answers") {
			lines = append(lines, path+" = "+value)
		}
	})
	return lines
}

// holdLaw reads what a leaf's rule describes.
func holdLaw(t *testing.T, leaf *scoring.Criterion) {
	t.Helper()
	said := strings.Join(leaf.Describe(), "\n")
	rule, inputs, problems := Rule(said, leaf.Inputs, leaf.Max)
	for _, p := range problems {
		t.Errorf("%s\n%s %s", said, p.Text(), p.Remedy())
	}
	if len(problems) > 0 {
		return
	}
	got := *leaf
	got.Rule, got.Inputs = rule, inputs
	if diff := cmp.Diff(flat(leaf), flat(&got)); diff != "" {
		t.Errorf("%s\nis read as another rule:\n%s", said, diff)
	}
}

// TestReadingWhatIsDescribed is the law of this package: random rules of every kind, nested, come back as they are.
func TestReadingWhatIsDescribed(t *testing.T) {
	made := map[string]int{}
	for seed := range uint64(2000) {
		r := scoringtest.NewRandom(seed)
		max := scoringtest.Dec([]string{"1", "0.5", "2.25", "0"}[r.IntN(4)])
		rule, inputs := r.Rule(max)
		leaf := scoringtest.LeafOf(max.String(), rule, inputs...)
		holdLaw(t, leaf)
		for placed := range leaf.Placed().All() {
			made[placed.Rule.Kind()]++
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	for _, kind := range kinds.Kinds() {
		if made[kind.Kind()] < 80 {
			t.Errorf("only %d rules of kind %s", made[kind.Kind()], kind.Kind())
		}
	}
}

// TestReadingTheYearlySets holds the law for the sets that come with the program.
func TestReadingTheYearlySets(t *testing.T) {
	catalog, err := rules.Open()
	if err != nil {
		t.Fatal(err)
	}
	leaves := 0
	for _, set := range catalog.Sets() {
		for _, leaf := range set.Rules.Leaves() {
			leaves++
			holdLaw(t, leaf)
		}
	}
	if leaves < 79 {
		t.Errorf("only %d leaves", leaves)
	}
}
