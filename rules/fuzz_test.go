package rules

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/proof"
)

// FuzzLoad holds for any bytes: no panic; every finding has its place in the file, whole words and nothing that a
// terminal would obey, those of the proofs too; and a set that is found sound can be described, lowered and stamped.
func FuzzLoad(f *testing.F) {
	for _, pattern := range []string{"ok/*.yaml", "bad/*.yaml", "proof/ok/*.yaml", "proof/bad/*.yaml"} {
		for _, name := range fuzzSeeds(f, pattern) {
			f.Add(name)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s := Decode("x.yaml", data)
		if s.Rules == nil != Faulty(s.Findings) {
			t.Errorf("rules %v with findings:\n%s", s.Rules != nil, messages(s.Findings))
		}
		lines := strings.Split(string(data), "\n")
		for _, finding := range s.Proved().Findings {
			checkFinding(t, finding, lines)
		}
		if s.Rules != nil {
			useRules(t, s.Rules)
		}
	})
}

func fuzzSeeds(f *testing.F, pattern string) [][]byte {
	f.Helper()
	var seeds [][]byte
	for _, name := range files(f, pattern) {
		seeds = append(seeds, read(f, name))
	}
	return seeds
}

func checkFinding(t *testing.T, f Finding, lines []string) {
	t.Helper()
	text := f.String() + f.Excerpt()
	if f.Line < 0 || f.Line > len(lines) || f.Line > 0 && (f.Column < 1 || f.Column > utf8.RuneCountInString(lines[f.Line-1])+2) {
		t.Errorf("%d lines, but: %s", len(lines), text)
	}
	if strings.ContainsFunc(text, func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) }) {
		t.Errorf("not fit for a terminal: %q", text)
	}
	inFile := slices.ContainsFunc(f.Args, func(arg string) bool { return strings.Contains(arg, "{0}") })
	if strings.Contains(f.Text(), "{0}") && !inFile {
		t.Errorf("an argument is missing: %s", text)
	}
}

// useRules does with a sound set what the program does with it.
func useRules(t *testing.T, rs *scoring.RuleSet) {
	t.Helper()
	for _, leaf := range rs.Leaves() {
		if len(leaf.Describe()) == 0 || len(expr.InputsOf(leaf.Expr())) > len(leaf.Inputs) {
			t.Errorf("%s is described in %d lines", leaf.Number, len(leaf.Describe()))
		}
	}
	for _, cover := range proof.Cover(rs) {
		if cover.Total < len(cover.Missing) {
			t.Errorf("%s has %d branches, of which %d are missing", cover.Leaf.Number, cover.Total, len(cover.Missing))
		}
	}
	if rs.FormHash() == rs.RulesHash() {
		t.Error("the hashes are the same")
	}
	if got := scoring.Score(rs, scoring.Submission{}); len(got.Nodes) == 0 {
		t.Error("no nodes")
	}
}
