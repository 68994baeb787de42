package reading

import (
	"strings"
	"testing"

	"cchc/scoring/scoringtest"
)

func TestMu(t *testing.T) {
	right, open, wrong := 0, 0, 0
	for _, w := range wordings(t, "loi-van-chua-thay.txt") {
		got := Text(Leaf{Name: w.name, Text: w.words, Max: w.max})
		said := "mở: " + got.Why
		if got.Rule != nil {
			said = strings.Join(scoringtest.LeafOf(w.max.String(), got.Rule, got.Inputs...).Describe(), "\n")
		}
		switch w.judge(got) {
		case "right":
			right++
		case "open":
			open++
			t.Logf("OPEN %s\n%s", w.name, said)
		default:
			wrong++
			t.Logf("WRONG %s\n%s\n-- got\n%s", w.name, w.words, said)
		}
	}
	t.Logf("right %d open %d wrong %d", right, open, wrong)
}
