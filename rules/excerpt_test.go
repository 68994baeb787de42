package rules

import (
	"strings"
	"testing"
)

func TestExcerptPutsTheCaretUnderThePlace(t *testing.T) {
	tests := []struct {
		name, source string
		column       int
		want         string
	}{
		{"start", "id: a", 1, "    7 | id: a\n        ^\n"},
		{"Vietnamese letters, one sign each", "tên: Đổi mới", 6, "    7 | tên: Đổi mới\n             ^\n"},
		{"combining marks take no column", "te\u0302n: \u0110o\u0302\u0309i: x", 12, "    7 | te\u0302n: \u0110o\u0302\u0309i: x\n                ^\n"},
		{"wide signs take two", "a：b", 3, "    7 | a：b\n           ^\n"},
		{"a tab takes one", "a:\tb", 4, "    7 | a: b\n           ^\n"},
		{"a hidden sign is shown", "a\u200bb", 3, "    7 | a\uFFFDb\n          ^\n"},
		{"an escape sequence is harmless", "a\x1b[31mb", 7, "    7 | a\uFFFD[31mb\n              ^\n"},
		{"past the end", "ab", 9, "    7 | ab\n          ^\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := Finding{Line: 7, Column: test.column, Source: test.source}
			if got := f.Excerpt(); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestExcerptCutsLongLinesAroundThePlace(t *testing.T) {
	f := Finding{Line: 1, Column: 501, Source: strings.Repeat("ă", 500) + "X" + strings.Repeat("b", 500)}
	line, caret, _ := strings.Cut(f.Excerpt(), "\n")
	at := strings.Index(caret, "^")
	if got := string([]rune(line)[at]); got != "X" || columns(line) > 120 {
		t.Errorf("the caret stands under %q:\n%s", got, f.Excerpt())
	}
}

func TestNoExcerptWithoutAPlace(t *testing.T) {
	if got := (Finding{File: "x.yaml"}).Excerpt(); got != "" {
		t.Errorf("got %q", got)
	}
}
