package desk

import (
	"context"
	"runtime"
)

// InOrder works on the items with one worker a core and hands the results over in the items' order, holding no more than a
// few at a time. It stops taking items when the context ends, and gives how many were handed over.
func InOrder[T, R any](ctx context.Context, items []T, workers int, work func(T) R, take func(R) error) (done int, err error) {
	if workers <= 0 {
		workers = runtime.NumCPU()
	}
	type slot struct {
		item   T
		result chan R
	}
	queue, order := make(chan slot), make(chan slot, 2*workers)
	go func() {
		defer close(queue)
		defer close(order)
		for _, item := range items {
			next := slot{item, make(chan R, 1)}
			select {
			case <-ctx.Done():
				return
			case order <- next:
				queue <- next
			}
		}
	}()
	for range workers {
		go func() {
			for next := range queue {
				next.result <- work(next.item)
			}
		}()
	}
	for next := range order {
		result := <-next.result
		if err == nil {
			done++
			err = take(result)
		}
	}
	return done, err
}
