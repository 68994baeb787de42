//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// TestSpreadByParallel runs the README's commands that spread a batch over two jobs of GNU parallel and join their lines. The
// ranking is the one of a single run, to the byte.
func TestSpreadByParallel(t *testing.T) {
	t.Parallel()
	_, err := exec.LookPath("parallel")
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatal("GNU parallel is not installed, and nothing else spreads a batch")
	}
	if err != nil {
		t.Skip("SKIPPED: GNU parallel is not installed, so NOTHING has spread a batch over jobs")
	}
	told := regexp.MustCompile(`(?m)^    (find .*\| parallel .* -N )500( .*)\n    (cchc rank .*)\n`).FindStringSubmatch(contents(t, "../../README.md"))
	if told == nil {
		t.Fatal("the README doesn't tell how to spread a batch by parallel")
	}
	folder := t.TempDir()
	nop := filepath.Join(folder, "nop")
	if err := os.Mkdir(nop, 0o755); err != nil {
		t.Fatal(err)
	}
	const forms = 20
	writeForms(t, nop, forms)
	inFolder := func(script string) {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), "bash", "-c", script)
		cmd.Dir, cmd.Env = folder, append(os.Environ(), "HOME="+folder)
		if said, err := cmd.CombinedOutput(); err != nil && cmd.ProcessState.ExitCode() > 2 { // how many jobs have findings
			t.Fatalf("%s: %v\n%s", script, err, said)
		}
	}
	inFolder(told[1] + "10" + told[2])
	for _, job := range []string{"cham/1", "cham/2"} {
		if n := len(workbooksIn(t, filepath.Join(folder, job))); n != forms/2 {
			t.Errorf("%s has %d results, want %d", job, n, forms/2)
		}
	}
	inFolder(told[3])
	inFolder("cchc score nop -o mot --json > mot.jsonl; cchc rank mot.jsonl -o mot.xlsx")
	if spread, single := contents(t, filepath.Join(folder, "xep-hang.xlsx")), contents(t, filepath.Join(folder, "mot.xlsx")); spread != single {
		t.Errorf("spread over two jobs the ranking has %d bytes, of a single run %d", len(spread), len(single))
	}
}
