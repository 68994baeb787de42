package main

import (
	"context"
	"slices"
	"testing"

	"cchc/cmd/cchc/internal/desk"
)

func TestInOrder(t *testing.T) {
	items := make([]int, 500)
	for i := range items {
		items[i] = i
	}
	for _, workers := range []int{1, 2, 7} {
		var got []int
		done, err := desk.InOrder(t.Context(), items, workers, func(n int) int { return n * n }, func(n int) error {
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
	done, err := desk.InOrder(ctx, items, 2, func(n int) int { return n }, func(int) error {
		stop()
		return nil
	})
	if err != nil || done == 0 || done > 50 {
		t.Errorf("%d of %d done after a stop at the first, %v", done, len(items), err)
	}
}
