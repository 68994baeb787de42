package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// broken is an output that takes a little and then nothing.
type broken struct {
	left  int
	fault error
}

func (b *broken) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, b.fault
	}
	return len(p), nil
}

// Whatever a command prints, it says so where that did not arrive, and ends with 3.
func TestOutputThatDoesNotArrive(t *testing.T) {
	for _, args := range [][]string{{"rules", "show", "2023"}, {"rules", "check", "2023"}, {"rules", "list"}, {"help"}, {"rules", "--help"}, {"version"}, {"rules", "schema"}} {
		for words, fault := range map[string]error{"Đĩa đầy": syscall.ENOSPC, "bị đóng khi chưa in hết": syscall.EPIPE, "đang đóng": errClosed} {
			var talk bytes.Buffer
			status := run(args, streams{strings.NewReader(""), &broken{0, fault}, &talk})
			if status != statusFailure || !strings.Contains(talk.String(), words) {
				t.Errorf("%v with %v: status %d, talk %q", args, fault, status, talk.String())
			}
		}
	}
}

// A reader that goes away (score DIR | head -1) keeps no file from being finished.
func TestFilesAreFinishedWithoutAReader(t *testing.T) {
	folder := t.TempDir()
	for _, sample := range []string{"so-mau-a", "so-mau-b", "ban-mau-c"} {
		form := filepath.Join(folder, sample+".xlsx")
		if status := run([]string{"template", "2023", "--answers", "../../testdata/samples/" + sample + ".yaml", "-o", form}, streams{strings.NewReader(""), &bytes.Buffer{}, &bytes.Buffer{}}); status != statusOK {
			t.Fatalf("template ends with %d", status)
		}
	}
	var talk bytes.Buffer
	status := run([]string{"score", folder, "-o", filepath.Join(folder, "kq"), "--json"}, streams{strings.NewReader(""), &broken{100, syscall.EPIPE}, &talk})
	list, err := filepath.Glob(filepath.Join(folder, "kq", "*.xlsx"))
	if status != statusFailure || err != nil || len(list) != 4 { // with the summary of findings
		t.Errorf("status %d, %d results, talk %q", status, len(list), talk.String())
	}
}
