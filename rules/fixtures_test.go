package rules

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring/problem"
)

var update = flag.Bool("update", false, "write the expected messages anew")

const fixtures = "../testdata/rules/"

// files lists the fixtures of a kind; a kind without any is a mistake.
func files(t testing.TB, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(fixtures + pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	return names
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// expect compares a text with what stands in a file, or writes it there.
func expect(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(read(t, file)), got); diff != "" {
		t.Errorf("not as in %s (-update renews it):\n%s", file, diff)
	}
}

// messages is what an official sees of a set's findings.
func messages(findings []Finding) string {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%s\n%s", f, f.Excerpt())
	}
	return b.String()
}

func TestGoodFilesHaveNoFindings(t *testing.T) {
	for _, name := range files(t, "ok/*.yaml") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			s := Decode(filepath.Base(name), read(t, name))
			if len(s.Findings) > 0 || s.Rules == nil {
				t.Errorf("rules %v, findings:\n%s", s.Rules != nil, messages(s.Findings))
			}
		})
	}
}

func TestBadFilesGiveTheseMessages(t *testing.T) {
	for _, name := range files(t, "bad/*.yaml") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			s := Decode(filepath.Base(name), read(t, name))
			if len(s.Findings) == 0 {
				t.Error("no findings")
			}
			if s.OK() != (s.Rules != nil) {
				t.Errorf("OK is %v with rules %v", s.OK(), s.Rules != nil)
			}
			expect(t, strings.TrimSuffix(name, ".yaml")+".out", messages(s.Findings))
		})
	}
}

// What cannot well lie about as a file is made here; its messages lie with the others.
func TestHugeFilesGiveTheseMessages(t *testing.T) {
	tests := []struct{ name, text string }{
		{"generated-too-large", strings.Repeat("# x\n", maxBytes/4+1)},
		{"generated-too-many", "note: [" + strings.Repeat("a,", maxNodes) + "]"},
		{"generated-too-long", "note: \"" + strings.Repeat("ă", maxText+1) + "\""},
		{"generated-long-line", "{" + strings.Repeat("id: a, ", 20) + "kindd: " + strings.Repeat("dài ", 200) + "}"},
		{"generated-more-findings", strings.Repeat("sai:\n", maxFindings+10)},
		{"generated-many-findings", strings.Repeat("? []\n", maxKept+10)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := messages(Decode(test.name+".yaml", []byte(test.text)).Findings)
			if lines := strings.SplitAfter(got, "\n"); len(lines) > 40 {
				got = strings.Join(slices.Concat(lines[:4], []string{"...\n"}, lines[len(lines)-4:]), "")
			}
			expect(t, fixtures+"bad/"+test.name+".out", got)
		})
	}
}

// What proving finds has its fixtures in pairs: one file with the finding, and one of the same name with nothing at all.
func TestProofsGiveTheseMessages(t *testing.T) {
	for _, name := range files(t, "proof/bad/*.yaml") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			s := Decode(filepath.Base(name), read(t, name)).Proved()
			if len(s.Findings) == 0 {
				t.Error("no findings")
			}
			expect(t, strings.TrimSuffix(name, ".yaml")+".out", messages(s.Findings))
			twin := fixtures + "proof/ok/" + filepath.Base(name)
			for _, finding := range Decode(twin, read(t, twin)).Proved().Findings {
				t.Errorf("its twin has a finding: %s", finding)
			}
		})
	}
}

// Every code of a rule file has a fixture whose messages show it.
func TestEveryCodeHasAFixture(t *testing.T) {
	// Said of a sound set, by those who would fill it in, by package templates, which writes formulas, and of what is no file.
	elsewhere := []problem.Code{problem.SetNotDetailed, problem.RuleFormulaLong, problem.SetNotFile, problem.SetMisnamed}
	kinds := []string{"yaml", "rule", "set", "example", "cases", "branch", "step", "sum", "part", "source", "proof", "accept"}
	var all bytes.Buffer
	for _, name := range slices.Concat(files(t, "bad/*.out"), files(t, "catalog/*/*.out"), files(t, "proof/bad/*.out")) {
		all.Write(read(t, name))
	}
	for _, code := range problem.Codes() {
		prefix, _, _ := strings.Cut(string(code), "-")
		if !slices.Contains(kinds, prefix) || slices.Contains(elsewhere, code) {
			continue
		}
		if !strings.Contains(all.String(), "["+string(code)+"]") {
			t.Errorf("no fixture gives %s", code)
		}
	}
}
