package rules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/scoringtest"
)

// flat is all that a set says, a line each.
func flat(rs *scoring.RuleSet) []string {
	var lines []string
	scoring.Flatten(rs, "", func(path, value string) { lines = append(lines, path+" = "+value) })
	return lines
}

// holdWritten reads a set that was written, and wants the same.
func holdWritten(t *testing.T, name string, rs *scoring.RuleSet) {
	t.Helper()
	data, err := Write(rs, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	got := decoded(name, data)
	if got.draft == nil {
		t.Fatalf("%s: %v\n%s", name, got.checked(nil).Findings, data)
	}
	if got.draft.RulesHash() != rs.RulesHash() {
		t.Fatalf("%s: written and read:\n%s\n%s", name, cmp.Diff(flat(rs), flat(got.draft)), data)
	}
}

// TestWriteKeepsEverything is the law of Write: sets that come with the program, the fixtures of every kind, and random ones.
func TestWriteKeepsEverything(t *testing.T) {
	files, _ := filepath.Glob("*.yaml")
	more, _ := filepath.Glob("../testdata/rules/ok/*.yaml")
	if files = append(files, more...); len(files) < 4 {
		t.Fatalf("only %v", files)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		holdWritten(t, file, decoded(file, data).draft)
	}
	for seed := range uint64(300) {
		holdWritten(t, "random", scoringtest.NewRandom(seed).Set())
	}
}

// TestWriteRemarks: comments stand where they were meant to, and change nothing.
func TestWriteRemarks(t *testing.T) {
	rs := scoringtest.NewRandom(3).Set()
	data, err := Write(rs, "Từ quyết định", map[string]string{"1.1": "Dòng 7 của tệp"})
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	if !strings.HasPrefix(text, "# Từ quyết định\nid:") || !strings.Contains(text, "      # Dòng 7 của tệp\n      - number: \"1.1\"\n") {
		t.Errorf("%s", text)
	}
	if got := decoded("x", data).draft; got == nil || got.RulesHash() != rs.RulesHash() {
		t.Error("a comment changed the meaning")
	}
}
