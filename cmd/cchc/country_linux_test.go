package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/templates"
	"cchc/templates/report"
)

// units is how many forms [TestCountry] scores; `make country` scores 2,000.
var units = flag.Int("units", 40, "how many units' forms are scored and ranked in one go")

// maxCountryMemory is what two workers may take in all, in MiB, whatever the number of forms.
const maxCountryMemory = 96

// TestCountry scores and ranks the forms of many units in one go. One worker, two and four give the same bytes and the same lines,
// in memory that does not grow; the ranking is the same from the lines as from halves of them; and every result is, cell by
// cell, what the plain way through excelize writes.
func TestCountry(t *testing.T) {
	c := country{T: t, folder: t.TempDir()}
	if err := os.Mkdir(c.path("nop"), 0o755); err != nil {
		t.Fatal(err)
	}
	forms := writeForms(t, c.path("nop"), *units)
	one := c.score("1")
	for _, workers := range []string{"2", "4"} {
		if diff := cmp.Diff(one.results, c.score(workers).results); diff != "" {
			t.Errorf("%s workers give other results than one: %s", workers, diff)
		}
	}
	if len(one.results) != *units+3 { // with the lines, the notes and the summary of findings
		t.Errorf("%d results and what stands beside them, want %d", len(one.results), *units+3)
	}
	t.Parallel() // what is measured ran alone
	c.rank()
	c.plainWay(forms)
}

// country is a folder with forms, and what is made of them.
type country struct {
	*testing.T
	folder string
}

func (c *country) path(name string) string { return filepath.Join(c.folder, name) }

// countryRun is what one run wrote: the sum of each result and of the lines, by name.
type countryRun struct{ results map[string]string }

// score scores all forms with so many workers.
func (c *country) score(workers string) countryRun {
	c.Helper()
	out, lines := c.path("cham-"+workers), c.path(workers+".jsonl")
	used := c.run(lines, "score", c.path("nop"), "-o", out, "--json", "--workers", workers)
	c.Logf("%d forms, %s workers: %v", *units, workers, used)
	if workers == "2" && used.memory > maxCountryMemory<<10 {
		c.Errorf("2 workers took %v, at most %d MiB are allowed", used, maxCountryMemory)
	}
	run := countryRun{map[string]string{"lines": hashSum(strings.ReplaceAll(contents(c.T, lines), out, "OUT"))}}
	for _, name := range listed(c.T, out) {
		run.results[name] = hashSum(contents(c.T, filepath.Join(out, name)))
	}
	return run
}

func hashSum(text string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(text))) }

// run runs the program with its output in a file, and says what it used. Findings are no failure: the forms have slips.
func (c *country) run(out string, args ...string) cost {
	c.Helper()
	file, err := os.Create(out)
	if err != nil {
		c.Fatal(err)
	}
	defer file.Close()
	var said bytes.Buffer
	cmd := exec.CommandContext(c.Context(), "cchc", args...)
	cmd.Stdout, cmd.Stderr = file, &said
	used, err := watched(c, cmd)
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == statusFindings) {
		c.Fatalf("%v\n%s", err, said.String())
	}
	return used
}

// withoutFiles takes a form's and its result's names, which differ, out of a ranking's lines.
var withoutFiles = regexp.MustCompile(`"file":"[^"]*",`)

// rank ranks the lines, halves of them in the other order, and the scored workbooks.
func (c *country) rank() {
	lines := strings.SplitAfter(contents(c.T, c.path("1.jsonl")), "\n")
	first := putFile(c.T, c.path("dau.jsonl"), []byte(strings.Join(lines[:len(lines)/2], "")))
	second := putFile(c.T, c.path("sau.jsonl"), []byte(strings.Join(lines[len(lines)/2:], "")))
	ranked, sums := map[string]string{}, map[string]string{}
	for name, in := range map[string][]string{"lines": {c.path("1.jsonl")}, "halves": {second, first}, "workbooks": {c.path("cham-1")}} {
		out, list := c.path(name+".xlsx"), c.path(name+".json")
		used := c.run(list, append([]string{"rank", "-o", out, "--json"}, in...)...)
		c.Logf("%d units ranked from %s: %v", *units, name, used)
		ranked[name] = withoutFiles.ReplaceAllString(contents(c.T, list), "")
		sums[name] = hashSum(contents(c.T, out))
	}
	if diff := cmp.Diff(ranked["lines"], ranked["workbooks"]); diff != "" {
		c.Errorf("- ranked from lines, + from the scored workbooks: %s", diff)
	}
	if ranked["lines"] != ranked["halves"] || sums["lines"] != sums["halves"] {
		c.Error("the halves are not ranked like the whole")
	}
}

// plainWay holds every result to what excelize writes of the same reading.
func (c *country) plainWay(forms []string) {
	d, e := desk2023(c.T)
	cells := 0
	for _, form := range forms {
		_, reading, err := d.Open(form)
		if err != nil {
			c.Fatal(err)
		}
		result := e.Layout.Scorer.Score(reading.Submission)
		f := reading.Filling()
		f.Version, f.Memory.Texts = toolVersion(), templates.TextsFingerprint(f)
		var slow bytes.Buffer
		if err := report.ScoredWorkbook(e.Layout, f, &result, reading.Findings(&result), report.Annex(e.Layout, e.Changes())).Write(&slow); err != nil {
			c.Fatal(err)
		}
		want := xmlCells(c.T, slow.Bytes())
		cells += len(want)
		name := filepath.Base(form)
		got := xmlCells(c.T, []byte(contents(c.T, c.resultOf(name))))
		if maps.Equal(want, got) {
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			c.Fatalf("%s: - by excelize, + by the program:\n%s", name, diff)
		}
	}
	c.Logf("%d cells of %d results are as excelize writes them", cells, len(forms))
}

// resultOf is the result of a form, which is named after its unit.
func (c *country) resultOf(form string) string {
	c.Helper()
	found, err := filepath.Glob(filepath.Join(c.path("cham-1"), strings.TrimSuffix(form, ".xlsx")+" *.xlsx"))
	if err != nil || len(found) != 1 {
		c.Fatalf("%s has the results %v (%v)", form, found, err)
	}
	return found[0]
}
