package main

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWaitForEnterReadsOneLine(t *testing.T) {
	for name, typed := range map[string]string{"Enter": "\n", "Enter on Windows": "\r\n", "words first": "xong\n", "the window is closed": ""} {
		t.Run(name, func(t *testing.T) {
			var said bytes.Buffer
			in := strings.NewReader(typed + "rest")
			if typed == "" {
				in = strings.NewReader("")
			}
			waitForEnter(streams{in, nil, &said})
			if !strings.Contains(said.String(), "Nhấn Enter") {
				t.Errorf("said %q", said.String())
			}
			if typed != "" && in.Len() != len("rest") {
				t.Errorf("%d bytes are left to read, want those after the line", in.Len())
			}
		})
	}
}

// TestDoubleClickHelpFitsTheWindow: an old console is 80 letters wide, and breaks longer lines within words.
func TestDoubleClickHelpFitsTheWindow(t *testing.T) {
	for _, line := range strings.Split(doubleClickHelp, "\n") {
		if n := utf8.RuneCountInString(line); n > 79 {
			t.Errorf("%d letters: %s", n, line)
		}
	}
}

func TestIsResultFolder(t *testing.T) {
	for name, want := range map[string]bool{"ket-qua": true, "ket-qua-2": true, "ket-qua-13": true,
		"ket-qua-": false, "ket-qua-2023x": false, "ket-qua-cu": false, "ket-qua2": false, "nop": false} {
		if got := isResultFolder(name); got != want {
			t.Errorf("isResultFolder(%q) is %v, want %v", name, got, want)
		}
	}
}
