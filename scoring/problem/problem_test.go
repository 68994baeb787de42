package problem

import (
	"slices"
	"strings"
	"testing"
)

func TestEveryProblemHasWordsAndARemedy(t *testing.T) {
	codes := Codes()
	if len(slices.Compact(slices.Clone(codes))) != len(codes) {
		t.Error("a code stands in two tables")
	}
	for _, code := range codes {
		p := New(code, "")
		if p.Text() == "" || p.Remedy() == "" {
			t.Errorf("%s: text %q, remedy %q", code, p.Text(), p.Remedy())
		}
		if strings.ToLower(string(code)) != string(code) {
			t.Errorf("%s is not in lower case", code)
		}
	}
}
