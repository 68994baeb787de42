package reading

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"cchc/scoring/scoringtest"
)

type wording struct {
	name, words string
	max         decimal.Decimal
	want        []string
}

var anyLabel = regexp.MustCompile(`“[^”]*”|^Số [^:]*: mỗi`)

func wordings(t *testing.T, file string) (out []wording) {
	data, err := os.ReadFile("../../testdata/decisions/" + file)
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split("\n"+string(data), "\n== ")[1:] {
		head, rest, _ := strings.Cut(block, "\n")
		name, max, _ := strings.Cut(head, " | ")
		words, want, _ := strings.Cut(rest, "\n--\n")
		points, _ := Number(max)
		w := wording{name: name, words: words, max: points}
		for _, one := range strings.Split(want, "\n-- hoặc\n") {
			w.want = append(w.want, strings.TrimSpace(one))
		}
		out = append(out, w)
	}
	return
}

func (w wording) judge(got Understood) string {
	for _, want := range w.want {
		if strings.HasPrefix(want, "mở:") {
			if got.Rule == nil {
				return "right"
			}
			continue
		}
		if got.Rule == nil {
			continue
		}
		said := strings.Join(scoringtest.LeafOf(w.max.String(), got.Rule, got.Inputs...).Describe(), "\n")
		said = strings.TrimPrefix(said, "Xét mức theo “Mức thực hiện”:\n")
		if strings.Contains(want, "“*”") {
			said, want = label.ReplaceAllString(said, "“*”"), label.ReplaceAllString(want, "“*”")
			if strings.HasPrefix(want, "“*”: mỗi") {
				said = regexp.MustCompile(`^[^:]*: mỗi`).ReplaceAllString(said, "“*”: mỗi")
			}
		}
		if said == want {
			return "right"
		}
	}
	if got.Rule == nil {
		return "open"
	}
	return "wrong"
}
