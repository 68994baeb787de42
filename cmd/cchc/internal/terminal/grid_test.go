package terminal

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      int
		want       []string
	}{
		{"nothing", "", 5, []string{""}},
		{"what fits", "một hai", 7, []string{"một hai"}},
		{"at a space", "một hai ba", 7, []string{"một hai", "ba"}},
		{"Vietnamese letters count one each", "ườộế ườộế", 4, []string{"ườộế", "ườộế"}},
		{"a word that is too long", "abcdefgh ij", 3, []string{"abc", "def", "gh", "ij"}},
		{"lines stay", "a\nb", 9, []string{"a", "b"}},
	} {
		if diff := cmp.Diff(c.want, Wrap(c.text, c.width)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
