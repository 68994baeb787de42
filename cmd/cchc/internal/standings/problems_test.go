package standings

import "testing"

// TestIsRelative: only files below or beside us are looked for, whatever a line of results tells.
func TestIsRelative(t *testing.T) {
	for path, want := range map[string]bool{"nop/a.xlsx": true, "../nop/a.xlsx": true, "a.xlsx": true,
		"/bin/sh": false, "//may-chu/chung/a.xlsx": false, `\\may-chu\chung\a.xlsx`: false} {
		if got := isRelative(path); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
}

// What a form itself says is not assessed is named beside the ranking, as long as no list of units vouches for it.
func TestExemptionsAreNoted(t *testing.T) {
	c := Collection{exempt: []string{"SM-B (1.1, 2.1.1)"}}
	const want = "1 đơn vị được trừ tiêu chí không đánh giá theo phiếu, chưa đối chiếu với danh sách đơn vị: SM-B (1.1, 2.1.1)."
	if notes := c.Notes(); len(notes) != 1 || notes[0] != want {
		t.Errorf("notes %q", notes)
	}
}
