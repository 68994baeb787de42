package main

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestInOrder(t *testing.T) {
	items := make([]int, 500)
	for i := range items {
		items[i] = i
	}
	for _, workers := range []int{1, 2, 7} {
		var got []int
		done, err := inOrder(t.Context(), items, workers, func(n int) int { return n * n }, func(n int) error {
			got = append(got, n)
			return nil
		})
		if err != nil || done != len(items) || got[499] != 499*499 || !slices.IsSorted(got) {
			t.Errorf("%d workers: %d done, %v, in order %v", workers, done, err, slices.IsSorted(got))
		}
	}
}

func TestInOrderStopsWithTheContext(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	items := make([]int, 1000)
	done, err := inOrder(ctx, items, 2, func(n int) int { return n }, func(int) error {
		stop()
		return nil
	})
	if err != nil || done == 0 || done > 50 {
		t.Errorf("%d of %d done after a stop at the first, %v", done, len(items), err)
	}
}

// TestScoreJobs: no two results have names that are one file's on any system.
func TestScoreJobs(t *testing.T) {
	files := []string{"a/Phiếu.xlsx", "b/PHIẾU.XLSX", "c/" + norm.NFD.String("Phiếu.xlsx"), "d/Phiếu (2).xlsx", "e/phiếu.xls", "f/sở.nội vụ.xlsx"}
	var outs []string
	for _, job := range scoreJobs(files, scoreOptions{out: "cham"}) {
		outs = append(outs, filepath.ToSlash(job.out))
	}
	want := []string{"cham/Phiếu.xlsx", "cham/PHIẾU (2).xlsx", "cham/" + norm.NFD.String("Phiếu (3).xlsx"), "cham/Phiếu (2) (2).xlsx", "cham/phiếu (4).xlsx", "cham/sở.nội vụ.xlsx"}
	if !slices.Equal(outs, want) {
		t.Errorf("results %q, want %q", outs, want)
	}
	slices.Reverse(files)
	for i, job := range scoreJobs(files, scoreOptions{out: "cham"}) {
		if got := filepath.ToSlash(job.out); got != want[len(want)-1-i] {
			t.Errorf("%s in another order becomes %q", job.path, got)
		}
	}
}
