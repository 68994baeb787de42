package draft

import "testing"

// TestCleanEveryCharacter: plain, which looks at bytes, and clean, which looks at characters, agree on every character there is.
func TestCleanEveryCharacter(t *testing.T) {
	replaced := 0
	for r := rune(0); r <= 0x10FFFF; r++ {
		if 0xD800 <= r && r < 0xE000 {
			continue
		}
		text := "ế" + string(r) + "–"
		switch got := clean(text); {
		case got == "ế\uFFFD–":
			replaced++
		case r == '\r' && got != "ế\n–", r != '\r' && got != text:
			t.Errorf("U+%04X becomes %q", r, got)
		}
		if plain(text) && clean(text) != text {
			t.Errorf("U+%04X is plain, but becomes %q", r, clean(text))
		}
	}
	const controls, turning, noCharacters, itself = 65 - 3, 12, 2, 1
	if want := controls + turning + noCharacters + itself; replaced != want {
		t.Errorf("%d characters are replaced, want %d", replaced, want)
	}
}

func TestColumnName(t *testing.T) {
	for col, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 52: "AZ", 703: "AAA"} {
		if got := ColumnName(col); got != want {
			t.Errorf("column %d is %s, want %s", col, got, want)
		}
	}
}
