package reading

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring/scoringtest"
)

var label = regexp.MustCompile(`“[^”]*”`)

// TestReadingOtherStyles reads how decisions of other places word things, and holds it to the rule that was written beside by hand. A
// label “*” there is any.
func TestReadingOtherStyles(t *testing.T) {
	data, err := os.ReadFile("../../testdata/decisions/loi-van.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split("\n"+string(data), "\n== ")[1:] {
		head, rest, _ := strings.Cut(block, "\n")
		name, max, _ := strings.Cut(head, " | ")
		words, want, _ := strings.Cut(rest, "\n--\n")
		t.Run(name, func(t *testing.T) {
			points, _ := Number(max)
			got := Text(Leaf{Name: name, Text: words, Max: points})
			want = strings.TrimSpace(want)
			if why, open := strings.CutPrefix(want+" ", "mở: "); open {
				if got.Rule != nil || !strings.Contains(got.Why, strings.TrimSpace(why)) {
					t.Errorf("read as %v, open because %q", got.Rule, got.Why)
				}
				return
			}
			if got.Rule == nil {
				t.Fatalf("open: %s", got.Why)
			}
			leaf := scoringtest.LeafOf(points.String(), got.Rule, got.Inputs...)
			said := strings.Join(leaf.Describe(), "\n")
			if strings.Contains(want, "“*”") {
				said = label.ReplaceAllString(said, "“*”")
				want = label.ReplaceAllString(want, "“*”")
			} else if strings.HasPrefix(want, "Mức") {
				said = strings.TrimPrefix(said, "Xét mức theo “Mức thực hiện”:\n")
			}
			if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(said, "\n")); diff != "" {
				t.Error(diff)
			}
			holdLaw(t, leaf)
		})
	}
}

// FuzzText: whatever a decision says, nothing panics or hangs, and what is read is a sound rule that describes itself.
func FuzzText(f *testing.F) {
	data, err := os.ReadFile("../../testdata/decisions/loi-van.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, block := range strings.Split("\n"+string(data), "\n== ")[1:] {
		_, rest, _ := strings.Cut(block, "\n")
		words, _, _ := strings.Cut(rest, "\n--\n")
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		got := Text(Leaf{Name: "Tiêu chí", Text: words, Max: scoringtest.Dec("2")})
		if got.Rule == nil {
			if got.Why == "" {
				t.Fatal("open without a reason")
			}
			return
		}
		leaf := scoringtest.LeafOf("2", got.Rule, got.Inputs...)
		if !leaf.Placed().Sound() {
			t.Fatalf("%q is read as an unsound rule", words)
		}
		holdLaw(t, leaf)
	})
}
