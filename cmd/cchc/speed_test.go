//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"
)

// BenchmarkRatios measures the program beside excelize in the same run, in turn, and prints the medians as a table: times
// differ from machine to machine and from hour to hour, ratios hardly.
func BenchmarkRatios(b *testing.B) {
	const forms, rounds = 200, 5
	s := newSpeed(b, forms)
	found := map[string][]float64{}
	for range rounds {
		found["excelize"] = append(found["excelize"], s.excelize(20))
		one, two := s.score("1"), s.score("2")
		found["score"] = append(found["score"], one.cpu)
		found["wall"] = append(found["wall"], one.wall/two.wall)
		found["memory"] = append(found["memory"], two.memory)
		found["slow form"] = append(found["slow form"], s.formsByExcelize(10))
		found["fast form"] = append(found["fast form"], s.formsByPlate(100))
	}
	median := func(name string) float64 {
		all := slices.Sorted(slices.Values(found[name]))
		return all[len(all)/2]
	}
	fmt.Printf("| of %d forms, median of %d rounds | figure | ratio |\n|---|---|---|\n", forms, rounds)
	fmt.Printf("| excelize alone: open a form, add the result sheets, save | %.1f ms CPU | 1 |\n", median("excelize"))
	fmt.Printf("| `score`, everything counted | %.1f ms CPU | 1/%.1f |\n", median("score"), median("excelize")/median("score"))
	fmt.Printf("| `score` with 2 workers against 1, by the clock | | %.2f |\n", median("wall"))
	fmt.Printf("| peak memory at 2 workers | %.0f MiB | |\n", median("memory"))
	fmt.Printf("| `template --units` against laying each form out by excelize | %.1f to %.1f ms CPU | 1/%.1f |\n",
		median("fast form"), median("slow form"), median("slow form")/median("fast form"))
	for range b.N { // the work is done, whatever b.N
	}
}

// speed holds what is measured with.
type speed struct {
	*testing.B
	e       *edition
	program string
	folder  string // of the forms
	forms   []string
	out     string
}

func newSpeed(b *testing.B, forms int) *speed {
	s := &speed{B: b, e: edition2023(b), folder: b.TempDir(), out: b.TempDir()}
	s.program = filepath.Join(s.out, "cchc")
	if said, err := exec.Command("go", "build", "-trimpath", "-o", s.program, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, said)
	}
	s.forms = writeForms(b, s.folder, forms)
	return s
}

// excelize is the CPU of the yardstick, in milliseconds a form.
func (s *speed) excelize(n int) float64 {
	f := unitForm(s.e.rules, 0)
	r := s.e.layout.Scorer.Score(f.Submission)
	sheets := resultSheets(s.e.layout.ScoredWorkbook(f, &r, nil, s.e.layout.Annex(s.e.changes())))
	return s.cpu(n, func(i int) error {
		return addResults(s.forms[i], filepath.Join(s.out, "excelize.xlsx"), sheets)
	})
}

func (s *speed) formsByExcelize(n int) float64 {
	return s.cpu(n, func(i int) error {
		var out bytes.Buffer
		return s.e.layout.BlankForm(unitForm(s.e.rules, i)).Write(&out)
	})
}

func (s *speed) formsByPlate(n int) float64 {
	return s.cpu(n, func(i int) error {
		var out bytes.Buffer
		return s.e.printer.Form(&out, unitForm(s.e.rules, i))
	})
}

// cpu is what a function costs this process, in milliseconds a call, the garbage that it makes counted.
func (s *speed) cpu(n int, do func(i int) error) float64 {
	runtime.GC()
	before := used(s.B, syscall.RUSAGE_SELF)
	for i := range n {
		if err := do(i); err != nil {
			s.Fatal(err)
		}
	}
	return float64(used(s.B, syscall.RUSAGE_SELF)-before) / float64(time.Millisecond) / float64(n)
}

func used(b *testing.B, who int) time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(who, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// cost is what one run of the program cost: CPU in milliseconds a form, the clock's milliseconds, and peak memory in MiB.
type cost struct{ cpu, wall, memory float64 }

func (s *speed) score(workers string) cost {
	out := filepath.Join(s.out, "score")
	if err := os.RemoveAll(out); err != nil {
		s.Fatal(err)
	}
	cmd := exec.Command(s.program, "score", s.folder, "-o", out, "--workers", workers)
	began := time.Now()
	if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != statusFindings {
		s.Fatal(err)
	}
	wall, state := time.Since(began), cmd.ProcessState
	memory := float64(state.SysUsage().(*syscall.Rusage).Maxrss) / 1024
	return cost{float64(state.UserTime()+state.SystemTime()) / float64(time.Millisecond) / float64(len(s.forms)), float64(wall), memory}
}
