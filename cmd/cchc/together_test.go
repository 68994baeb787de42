package main

import (
	"bytes"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"cchc/cmd/cchc/internal/desk"
)

// TestManyAtOnce scores sound and hostile forms together by many workers, and holds every record and every result to those of one
// worker that scored it alone: the same bytes, whatever else is in the batch. The race detector runs it (make race).
func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	v := newVictim(t)
	folder := t.TempDir()
	var jobs []desk.ScoreJob
	add := func(data []byte) {
		jobs = append(jobs, desk.ScoreJob{Path: putFile(t, filepath.Join(folder, fmt.Sprintf("%03d.xlsx", len(jobs))), data)})
	}
	samples := []string{"so-mau-a", "so-mau-b", "ban-mau-c", "ban-mau-d"}
	all := families()
	for i, family := range slices.Sorted(maps.Keys(all)) {
		if i%2 == 1 {
			continue // half of them are enough for the race detector, which is slow
		}
		add(printedForm(t, v.edition, samples[i/2%len(samples)]))
		add(v.spoilt(t, all[family][len(all[family])/2]))
	}
	alone := scoredBy(t, jobs, 1, filepath.Join(folder, "mot"))
	together := scoredBy(t, jobs, 8, filepath.Join(folder, "tam"))
	for name, want := range alone {
		if !bytes.Equal(together[name], want) {
			t.Errorf("%s: eight workers give %d bytes, one gives %d", name, len(together[name]), len(want))
		}
	}
	if len(together) != len(alone) {
		t.Errorf("eight workers give %d records and results, one gives %d", len(together), len(alone))
	}
}

// scoredBy scores by so many workers with a desk of their own, and gives each record and result by its name.
func scoredBy(t *testing.T, jobs []desk.ScoreJob, workers int, out string) map[string][]byte {
	t.Helper()
	d, _ := desk2023(t)
	jobs = slices.Clone(jobs)
	for i := range jobs { // several are one unit's: each has a folder of results of its own
		jobs[i].Write, jobs[i].Out, jobs[i].Elsewhere = true, filepath.Join(out, filepath.Base(jobs[i].Path)), true
	}
	found := map[string][]byte{}
	_, err := desk.InOrder(t.Context(), jobs, workers, d.Score, func(s desk.Scored) error {
		if s.Failure != nil {
			t.Error(s.Failure)
		}
		var line bytes.Buffer
		rec := s.Record()
		err := rec.Write(&line)
		found["record "+filepath.Base(s.Path)] = line.Bytes()
		if s.Result != nil {
			found["result "+filepath.Base(s.Path)] = []byte(contents(t, s.Target))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) <= len(jobs) || len(found) == 2*len(jobs) {
		t.Fatalf("%d records and results of %d forms: not some refused and some scored", len(found), len(jobs))
	}
	return found
}
