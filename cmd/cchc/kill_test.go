package main

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cchc/cmd/cchc/internal/disk"
	"cchc/scoring"
)

// What a kill is tried on: so many kills of a batch of so many forms.
const (
	kills       = 100
	killedForms = 3
)

// TestKilledAtAnyMoment kills a batch at random moments. Whatever the moment, each result is the old file or the new one, whole;
// one temporary file is left at most, which walking the folder passes over; and the next run completes and leaves nothing over.
func TestKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("kills a hundred runs")
	}
	k := newKilled(t)
	random := rand.New(rand.NewPCG(9, 9))
	var written, temporary int
	for range kills {
		k.run(t, random.IntN(killedForms), time.Duration(random.IntN(60))*time.Millisecond)
		left := k.check(t)
		written += left.written
		if left.temporary != "" {
			temporary++
			k.passesOver(t, left.temporary)
		}
	}
	k.run(t, killedForms+1, 0)
	if left := k.check(t); left.written != killedForms || left.temporary != "" {
		t.Errorf("after a run that was not killed: %+v", left)
	}
	t.Logf("%d kills: %d results were written, %d temporary files left", kills, written, temporary)
	if written == 0 || written == kills*killedForms {
		t.Errorf("%d of %d results were written: the kills miss the work", written, kills*killedForms)
	}
}

// killed is a folder of forms that were corrected, what their results were before and are to be, and where they go.
type killed struct {
	in, out string
	old     map[string]string      // by name
	results map[string]string      // likewise
	stood   map[string]fs.FileInfo // the old results as they lie there before a run
}

func newKilled(t *testing.T) *killed {
	t.Helper()
	folder := t.TempDir()
	k := &killed{in: filepath.Join(folder, "nop"), out: filepath.Join(folder, "cham")}
	k.handIn(t, "so-mau-b")
	k.old = k.scored(t)
	k.handIn(t, "so-mau-a")
	k.results = k.scored(t)
	return k
}

// handIn writes a form for each unit, filled in like a sample.
func (k *killed) handIn(t *testing.T, sample string) {
	t.Helper()
	_, e := desk2023(t)
	f := sampleFilling(t, e, sample)
	for i := range killedForms {
		f.Submission.Unit = scoring.Unit{Code: fmt.Sprintf("K%d", i), Name: "Đơn vị", Block: "Sở", Ranked: true}
		putFile(t, filepath.Join(k.in, fmt.Sprintf("%d.xlsx", i)), printed(t, e, f))
	}
}

// scored scores all forms, and gives the results by name.
func (k *killed) scored(t *testing.T) map[string]string {
	t.Helper()
	if got := runHere("score", k.in, "-o", k.out, "--json"); !strings.Contains(got.err, fmt.Sprintf("Đã chấm %d phiếu", killedForms)) {
		t.Fatal(got.err)
	}
	results := map[string]string{}
	for _, name := range k.files(t) {
		results[name] = contents(t, filepath.Join(k.out, name))
	}
	return results
}

// files lists what lies among the results, but for those that were replaced, what the program notes, and the summary of findings.
func (k *killed) files(t *testing.T) []string {
	t.Helper()
	return slices.DeleteFunc(listed(t, k.out), func(name string) bool {
		return name == disk.EarlierFolder || name == disk.NotesFile || name == disk.SummaryFile
	})
}

// putBack puts the old results into the folder, as if the forms had not been corrected.
func (k *killed) putBack(t *testing.T) {
	t.Helper()
	if err := os.RemoveAll(filepath.Join(k.out, disk.EarlierFolder)); err != nil {
		t.Fatal(err)
	}
	k.stood = map[string]fs.FileInfo{}
	for name, data := range k.old {
		info, err := os.Stat(putFile(t, filepath.Join(k.out, name), []byte(data)))
		if err != nil {
			t.Fatal(err)
		}
		k.stood[name] = info
	}
}

// run puts old results into the folder, scores anew, and kills that a while after so many results were written; so that
// kills fall on the work, however fast the machine is.
func (k *killed) run(t *testing.T, results int, then time.Duration) {
	t.Helper()
	k.putBack(t)
	cmd := exec.CommandContext(t.Context(), "cchc", "score", k.in, "-o", k.out, "--force", "--json")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = cmd.Wait() // killed, or done
	}()
	for k.written() < results {
		select {
		case <-ended:
			return
		case <-time.After(time.Millisecond):
		}
	}
	time.Sleep(then)
	_ = cmd.Process.Kill()
	<-ended
}

// written counts the results that are no longer the old files. It is asked each millisecond, so it reads none.
func (k *killed) written() int {
	n := 0
	for name, old := range k.stood {
		if info, err := os.Stat(filepath.Join(k.out, name)); err == nil && !os.SameFile(info, old) {
			n++
		}
	}
	return n
}

// left is what a run left behind.
type left struct {
	written   int
	temporary string // the name of a temporary file
}

func (k *killed) check(t *testing.T) (found left) {
	t.Helper()
	for _, name := range k.files(t) {
		switch got := contents(t, filepath.Join(k.out, name)); {
		case disk.IsTemporary(name) && found.temporary == "":
			found.temporary = name
		case k.results[name] == "":
			t.Errorf("left over: %s beside %q", name, found.temporary)
		case got == k.results[name]:
			found.written++
		case got != k.old[name]:
			t.Errorf("%s is neither the old file nor the new one: %d bytes", name, len(got))
		}
	}
	return found
}

// passesOver scores the folder with a temporary file in it, into another.
func (k *killed) passesOver(t *testing.T, temporary string) {
	t.Helper()
	got := runHere("score", k.out, "-o", t.TempDir())
	if !strings.Contains(got.err, "Bỏ qua "+filepath.Join(k.out, temporary)+": tệp ghi dở của lần chạy trước.") {
		t.Errorf("a temporary file is not passed over: %s", got.err)
	}
}

// TestTwoRunsAtOnce has two runs score the same forms into the same folder: every result is whole, and nothing is left over.
func TestTwoRunsAtOnce(t *testing.T) {
	t.Parallel()
	k := newKilled(t)
	var runs []*exec.Cmd
	for range 2 {
		cmd := exec.CommandContext(t.Context(), "cchc", "score", k.in, "-o", k.out, "--force", "--json")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		runs = append(runs, cmd)
	}
	for _, cmd := range runs {
		if err := cmd.Wait(); err != nil && cmd.ProcessState.ExitCode() != statusFindings {
			t.Error(err)
		}
	}
	if left := k.check(t); left.written != killedForms || left.temporary != "" {
		t.Errorf("%+v", left)
	}
}
