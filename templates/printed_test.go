package templates

import (
	"strings"
	"testing"
)

func TestSingleSpacedIsWordsBetweenPlainSpaces(t *testing.T) {
	pieces := []string{"", " ", "  ", "\n", "\u00a0", "\u2003", "Sở", "a", "1,5", "\xff"}
	for _, a := range pieces {
		for _, b := range pieces {
			for _, c := range pieces {
				text := a + b + c + a
				if got, want := singleSpaced(text), strings.Join(strings.Fields(text), " "); got != want {
					t.Errorf("%q: %q, want %q", text, got, want)
				}
			}
		}
	}
}
