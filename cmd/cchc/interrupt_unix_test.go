//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestInterrupted presses Ctrl-C in the midst of a batch, and closes its terminal: it ends by itself, what is written is whole, it says
// how many forms are left, and the next run scores the rest.
func TestInterrupted(t *testing.T) {
	const forms = 40
	folder := t.TempDir()
	in, whole := filepath.Join(folder, "nop"), filepath.Join(folder, "ca")
	if err := os.Mkdir(in, 0o755); err != nil {
		t.Fatal(err)
	}
	writeForms(t, in, forms)
	if got := runHere("score", in, "-o", whole); !strings.Contains(got.err, fmt.Sprintf("Đã chấm %d phiếu", forms)) {
		t.Fatal(got.err)
	}
	caught := make(chan os.Signal, 1) // so that the program does not find hangups ignored, as under nohup
	signal.Notify(caught, syscall.SIGHUP)
	defer signal.Stop(caught)
	for _, ending := range []os.Signal{os.Interrupt, syscall.SIGHUP} {
		out := filepath.Join(folder, ending.String())
		done := interrupted(t, ending, in, out, forms)
		for _, name := range done {
			if contents(t, filepath.Join(out, name)) != contents(t, filepath.Join(whole, name)) {
				t.Errorf("%v: %s is not what a whole run writes", ending, name)
			}
		}
		runHere("score", in, "-o", out)
		if left := workbooksIn(t, out); len(left) != forms {
			t.Errorf("%v: after the next run there are %d files: %q", ending, len(left), left)
		}
	}
}

// interrupted scores forms, sends the program a signal once it has begun to write, and lists what it has written.
func interrupted(t *testing.T, ending os.Signal, in, out string, forms int) []string {
	t.Helper()
	if err := os.Mkdir(out, 0o755); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	cmd := exec.CommandContext(t.Context(), "cchc", "score", in, "-o", out, "--workers", "1", "--json")
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for len(workbooksIn(t, out)) < 3 {
		time.Sleep(time.Millisecond)
	}
	if err := cmd.Process.Signal(ending); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // the status is looked at
	done := workbooksIn(t, out)
	if len(done) == forms {
		t.Fatalf("%v: all was scored before the signal came", ending)
	}
	want := fmt.Sprintf("Đã chấm %d phiếu (%d tạm tính), dừng theo yêu cầu khi còn %d phiếu chưa chấm. Kết quả ở thư mục %s.\n",
		len(done), len(done), forms-len(done), out)
	if cmd.ProcessState.ExitCode() != statusFindings || !strings.HasSuffix(said.String(), want) {
		t.Errorf("%v: status %d, said %q, want at its end %q", ending, cmd.ProcessState.ExitCode(), said.String(), want)
	}
	return done
}
