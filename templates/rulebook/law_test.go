package rulebook

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/scoringtest"
)

var random = flag.Uint64("random", 300, "how many random rule sets are held to the law of the book")

func flat(rs *scoring.RuleSet) []string {
	var lines []string
	scoring.Flatten(rs, "", func(path, value string) { lines = append(lines, path+" = "+value) })
	return lines
}

func book(t *testing.T, rs *scoring.RuleSet) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, rs); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// holdLaw prints a set as a book, and reads it.
func holdLaw(t *testing.T, name string, rs *scoring.RuleSet) {
	t.Helper()
	got, err := Read(book(t, rs))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range got.Faults {
		t.Errorf("%s: %s", name, f)
	}
	if got.Rules.RulesHash() != rs.RulesHash() {
		t.Fatalf("%s: printed and read:\n%s", name, cmp.Diff(flat(rs), flat(got.Rules)))
	}
}

// TestBookKeepsEverything is the law of the book: what is read means what was printed, for every rule set.
func TestBookKeepsEverything(t *testing.T) {
	files, _ := filepath.Glob("../../rules/*.yaml")
	more, _ := filepath.Glob("../../testdata/rules/ok/*.yaml")
	if files = append(files, more...); len(files) < 4 {
		t.Fatalf("only %v", files)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		set := rules.Decode(file, data)
		if set.Rules == nil {
			t.Fatal(set.Findings)
		}
		holdLaw(t, file, set.Rules)
	}
	for seed := range *random {
		if holdLaw(t, "random", scoringtest.NewRandom(seed).Set()); t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// TestBookIsTheSameTwice: equal sets give equal bytes.
func TestBookIsTheSameTwice(t *testing.T) {
	rs := scoringtest.NewRandom(5).Set()
	if !bytes.Equal(book(t, rs), book(t, rs)) {
		t.Error("two books of one set differ")
	}
}
