package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/kinds"
)

var update = flag.Bool("update", false, "write the README's tour and table anew")

const readme = "../../README.md"

var tourBlock = regexp.MustCompile("(?s)```console\n(.*?)```")

// TestReadmeTour runs each command of the README's tour, in one folder, and holds its output to what the README shows. A line
// "…" there stands for any number of lines, and one that ends so for any end.
func TestReadmeTour(t *testing.T) {
	text := contents(t, readme)
	samples, err := filepath.Abs("../../testdata/samples")
	if err != nil {
		t.Fatal(err)
	}
	decisions, err := filepath.Abs("../../testdata/decisions")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for name, from := range map[string]string{"testdata/samples": samples, "testdata/decisions": decisions} {
		if err := os.CopyFS(name, os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	commands := 0
	for _, block := range tourBlock.FindAllStringSubmatch(text, -1) {
		for _, step := range strings.Split("\n"+block[1], "\n$ ")[1:] {
			command, shown, _ := strings.Cut(step, "\n")
			commands++
			got := spoken(t, command)
			if !matches(strings.TrimSpace(shown), strings.TrimSpace(got)) {
				t.Errorf("$ %s\n%s", command, cmp.Diff(strings.TrimSpace(shown), strings.TrimSpace(got)))
			}
		}
	}
	if commands < 8 {
		t.Errorf("the tour has %d commands", commands)
	}
}

// spoken runs a command and gives what a terminal would show, results first.
func spoken(t *testing.T, command string) string {
	t.Helper()
	args := strings.Fields(command)
	if args[0] != "cchc" {
		t.Fatalf("the tour runs %q", command)
	}
	var out, err bytes.Buffer
	run(args[1:], streams{strings.NewReader(""), &out, &err})
	return out.String() + err.String()
}

// matches compares line by line, with "…" as a wildcard.
func matches(shown, got string) bool {
	pattern := regexp.QuoteMeta(shown)
	pattern = strings.ReplaceAll(pattern, "\n…\n", "\n(?:.*\n)*?")
	pattern = strings.ReplaceAll(pattern, "…\n", ".*\n")
	pattern = strings.TrimSuffix(pattern, "…")
	return regexp.MustCompile("^"+pattern).MatchString(got) && (strings.HasSuffix(shown, "…") || regexp.MustCompile("^"+pattern+"$").MatchString(got))
}

// TestReadmeTables holds the README's references to the fields that decoding uses.
func TestReadmeTables(t *testing.T) {
	for name, want := range map[string]string{"kinds": kinds.KindTable(), "answers": kinds.AnswerTable(), "figures": kinds.RecordTable(new(scoring.Figure))} {
		open, shut := "<!-- "+name+" -->\n", "<!-- /"+name+" -->"
		before, rest, found := strings.Cut(contents(t, readme), open)
		table, after, closed := strings.Cut(rest, shut)
		if !found || !closed {
			t.Fatalf("the README has no place for the table of %s", name)
		}
		if *update {
			if err := os.WriteFile(readme, []byte(before+open+want+shut+after), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if table != want {
			t.Errorf("the README's table of %s is not that of the code; run with -update\n%s", name, cmp.Diff(want, table))
		}
	}
}
