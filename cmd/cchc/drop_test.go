package main

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestDoubleClickHelpFitsTheWindow: an old console is 80 letters wide, and breaks longer lines within words.
func TestDoubleClickHelpFitsTheWindow(t *testing.T) {
	for _, line := range strings.Split(doubleClickHelp, "\n") {
		if n := utf8.RuneCountInString(line); n > 79 {
			t.Errorf("%d letters: %s", n, line)
		}
	}
}
