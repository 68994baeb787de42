package reading

import (
	"cchc/scoring/scoringtest"
	"os"
	"strings"
	"testing"
)

func TestTr(t *testing.T) {
	data, _ := os.ReadFile(os.Getenv("TR"))
	for _, block := range strings.Split("\n"+string(data), "\n== ")[1:] {
		head, rest, _ := strings.Cut(block, "\n")
		name, max, _ := strings.Cut(head, " | ")
		points, _ := Number(max)
		got := Text(Leaf{Name: name, Text: rest, Max: points})
		said := "mở: " + got.Why
		if got.Rule != nil {
			said = strings.Join(scoringtest.LeafOf(points.String(), got.Rule, got.Inputs...).Describe(), "\n") + "\n** " + strings.Join(got.Notes, " | ")
		}
		t.Logf("== %s\n%s\n---> %s\n\n", head, rest, said)
	}
}
