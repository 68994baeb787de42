package look

import (
	"strings"
	"testing"

	"cchc/templates/draft"
)

func TestPassageLines(t *testing.T) {
	for _, test := range []struct {
		name  string
		text  string
		width float64
		font  draft.Font
		want  int
	}{
		{"nothing", "", 10, draft.Font{}, 1},
		{"one word", "CCHC", 10, draft.Font{}, 1},
		{"as many letters as fit", strings.Repeat("a", 18), 20, draft.Font{}, 1},
		{"wrapped at a space", "Thực hiện Kế hoạch CCHC", 14, draft.Font{}, 2},
		{"lines of its own", "một\nhai\nba", 20, draft.Font{}, 3},
		{"capitals are wider", strings.Repeat("A", 18), 20, draft.Font{}, 2},
		{"so is a larger font", strings.Repeat("a", 18), 20, draft.Font{Size: 16}, 2},
		{"a long word is broken", strings.Repeat("a", 42), 20, draft.Font{}, 3},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := (Passage{test.text, test.width, test.font}).Lines(); got != test.want {
				t.Errorf("%d lines, want %d", got, test.want)
			}
		})
	}
}

func TestFitStaysWithinBounds(t *testing.T) {
	long := Passage{strings.Repeat("dài ", 5000), 10, draft.Font{}}
	short := Passage{"ngắn", 10, draft.Font{}}
	if got := Fit(20, short); got != 20 {
		t.Errorf("a short text takes %v", got)
	}
	if got := Fit(20, short, long); got != 409 {
		t.Errorf("a very long text takes %v", got)
	}
}
