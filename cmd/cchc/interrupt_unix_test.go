//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestInterrupted presses Ctrl-C in the midst of a batch: it ends by itself, what is written is whole, it says how many forms are
// left, and the next run scores the rest.
func TestInterrupted(t *testing.T) {
	const forms = 40
	folder := t.TempDir()
	in, whole, out := filepath.Join(folder, "nop"), filepath.Join(folder, "ca"), filepath.Join(folder, "cham")
	for _, path := range []string{in, out} {
		if err := os.Mkdir(path, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	writeForms(t, in, forms)
	if got := runHere("score", in, "-o", whole); !strings.Contains(got.err, fmt.Sprintf("Đã chấm %d phiếu", forms)) {
		t.Fatal(got.err)
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
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // the status is looked at
	done := workbooksIn(t, out)
	if len(done) == forms {
		t.Fatal("all was scored before the interrupt came")
	}
	want := fmt.Sprintf("Đã chấm %d phiếu (%d tạm tính), dừng theo yêu cầu khi còn %d phiếu chưa chấm. Kết quả ở thư mục %s.\n",
		len(done), len(done), forms-len(done), out)
	if cmd.ProcessState.ExitCode() != statusFindings || !strings.HasSuffix(said.String(), want) {
		t.Errorf("status %d, said %q, want at its end %q", cmd.ProcessState.ExitCode(), said.String(), want)
	}
	for _, name := range done {
		if contents(t, filepath.Join(out, name)) != contents(t, filepath.Join(whole, name)) {
			t.Errorf("%s is not what a whole run writes", name)
		}
	}
	runHere("score", in, "-o", out, "--force")
	if left := workbooksIn(t, out); len(left) != forms {
		t.Errorf("after the next run there are %d files: %q", len(left), left)
	}
}
