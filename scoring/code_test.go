package scoring

import "testing"

// A code that differs by what nobody sees is the same unit's; one that only looks the same is not, but is told.
func TestCodesThatLookAlike(t *testing.T) {
	const code = "SM-B"
	for name, other := range map[string]string{"case": "sm-b", "zero width": "SM\u200b-B", "full width": "ＳＭ－Ｂ", "another dash": "SM\u2011B"} {
		if FoldCode(other) != FoldCode(code) {
			t.Errorf("%s: %q is another unit", name, other)
		}
	}
	for name, other := range map[string]string{"Cyrillic": "SМ-В", "Greek": "SΜ-Β"} {
		if FoldCode(other) == FoldCode(code) || LookOf(other) != LookOf(code) {
			t.Errorf("%s: %q folds to %q and looks like %q", name, other, FoldCode(other), LookOf(other))
		}
	}
	if LookOf("SM-A") == LookOf(code) {
		t.Error("codes that look different look the same")
	}
}
