//go:build linux

package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkRatios measures the program beside excelize in the same run, in turn, and prints the medians as a table: times
// differ from machine to machine and from hour to hour, ratios within a round hardly.
func BenchmarkRatios(b *testing.B) {
	const forms, rounds = 400, 7
	s := newSpeed(b, forms)
	f := figures{}
	for range rounds {
		for _, name := range slices.Sorted(maps.Keys(probes())) {
			f[name] = append(f[name], s.probe(name, 50))
		}
		s.programs(f)
	}
	fmt.Printf("| CPU, of %d forms, median of %d rounds | a form | |\n|---|---|---|\n", forms, rounds)
	f.row("excelize alone: open a form, add the result sheets, save", "excelize", "1")
	f.row("`cchc score`: all of it, from the start of the program to each result read back", "score", f.part("score", "excelize"))
	f.row("– of which reading a form, with the gate", "read", f.times("read", "inflate"))
	f.row("– its floor: inflating the parts", "inflate", "")
	f.row("– of which laying out and packing the result", "write", f.times("write", "deflate"))
	f.row("– its floor: deflating the parts", "deflate", "")
	f.row("laying out a unit's form by excelize", "form, excelize", "1")
	f.row("`cchc template --units`", "form", f.part("form", "form, excelize"))
	fmt.Printf("\nBy the clock 2 workers score %.2f times as fast as 1; they take %.0f MiB at most. The start of the program, counted above, is %.0f ms.\n",
		f.ratio("one by the clock", "two by the clock"), f.median("memory"), f.median("start"))
	for range b.N { // the work is done, whatever b.N
	}
}

// figures are what was measured, round by round.
type figures map[string][]float64

func (f figures) median(name string) float64 { return middle(f[name]) }

// ratio is the median of the ratios within the rounds.
func (f figures) ratio(name, to string) float64 {
	ratios := make([]float64, len(f[name]))
	for i := range ratios {
		ratios[i] = f[name][i] / f[to][i]
	}
	return middle(ratios)
}

func (f figures) row(what, name, against string) {
	fmt.Printf("| %s | %.1f ms | %s |\n", what, f.median(name), against)
}

func (f figures) part(name, of string) string { return fmt.Sprintf("**1/%.1f**", f.ratio(of, name)) }
func (f figures) times(name, of string) string {
	return fmt.Sprintf("%.1f × its floor", f.ratio(name, of))
}

func middle(all []float64) float64 {
	all = slices.Sorted(slices.Values(all))
	return all[len(all)/2]
}

// speed holds what is measured with.
type speed struct {
	*testing.B
	program string
	folder  string // of the forms
	single  string // a folder with one form
	out     string
	forms   int
}

func newSpeed(b *testing.B, forms int) *speed {
	all := b.TempDir()
	s := &speed{B: b, program: filepath.Join(all, "cchc"), folder: filepath.Join(all, "forms"), single: filepath.Join(all, "one"),
		out: filepath.Join(all, "out"), forms: forms}
	if said, err := exec.Command("go", "build", "-trimpath", "-o", s.program, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, said)
	}
	for folder, n := range map[string]int{s.folder: forms, s.single: 1} {
		if err := os.Mkdir(folder, 0o755); err != nil {
			b.Fatal(err)
		}
		writeForms(b, folder, n)
	}
	return s
}

// programs adds a round of running the program itself to what was found.
func (s *speed) programs(f figures) {
	one, two, start := s.score(s.folder, "1"), s.score(s.folder, "2"), s.score(s.single, "1")
	for name, figure := range map[string]float64{
		"score":  milliseconds(one.cpu) / float64(s.forms),
		"memory": float64(two.memory) / 1024, "start": milliseconds(start.cpu),
		"one by the clock": one.wall.Seconds(), "two by the clock": two.wall.Seconds(),
	} {
		f[name] = append(f[name], figure)
	}
}

// probe is what a probe measures with so many forms, in milliseconds a form.
func (s *speed) probe(name string, forms int) float64 {
	cmd := exec.Command("probe", name, s.folder, strconv.Itoa(forms))
	cmd.Stderr = os.Stderr
	said, err := cmd.Output()
	if err != nil {
		s.Fatalf("probe %s: %v", name, err)
	}
	took, err := strconv.ParseFloat(strings.TrimSpace(string(said)), 64)
	if err != nil {
		s.Fatal(err)
	}
	return took
}

func (s *speed) score(folder, workers string) cost {
	if err := os.RemoveAll(s.out); err != nil {
		s.Fatal(err)
	}
	cmd := exec.Command(s.program, "score", folder, "-o", s.out, "--workers", workers)
	used, err := watched(s, cmd)
	if err != nil && cmd.ProcessState.ExitCode() != statusFindings {
		s.Fatal(err)
	}
	return used
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
