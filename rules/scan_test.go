package rules

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// contents draws what each letter belongs to: "." structure, "o" the first letter of a key or value, "q" quoted.
func contents(text string) string {
	var b strings.Builder
	scan := newScanner()
	for line := range strings.Lines(text) {
		scan.line(strings.TrimSuffix(line, "\n"), func(_ int, _ rune, in content) { b.WriteByte(".oq"[in]) })
		b.WriteByte('\n')
	}
	return b.String()
}

func TestScannerTellsTextFromStructure(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a key and a value", "ab: cd\n", "o...o.\n"},
		{"quoted", "a: \"b # c\" d\n", "o..oqqqqqq..\n"},
		{"quotation marks within", `a: "b\" c" d` + "\n", "o..oqqqqqq..\n"},
		{"single marks doubled", "a: 'b''c' d\n", "o..oqqqqq..\n"},
		{"an apostrophe in a word", "a: b'c 'd\n", "o..o.....\n"},
		{"a comment", "a: b # c\n", "o..o..qq\n"},
		{"no comment", "a: b#c\n", "o..o..\n"},
		{"block text", "a: |-\n  b: \"c\n\n  d\ne: f\n", "o..oq\nqqqqqqq\n\nqqq\no..o\n"},
		{"block text in a list", "- a: |\n    b\n  c: d\n", "o.o..o\nqqqqq\n..o..o\n"},
		{"an item that is block text", "- |\n  b\n- c\n", "o.o\nqqq\no.o\n"},
		{"brackets", "a: [b, {c: d}]\n", "o..oo..oo..o..\n"},
		{"quoted over lines", "a: \"b\n  c\"\nd: e\n", "o..oq\nqqqq\no..o\n"},
		{"a colon within a word", "a: b:c\n", "o..o..\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, contents(test.text)); diff != "" {
				t.Errorf("%s%s", test.text, diff)
			}
		})
	}
}
