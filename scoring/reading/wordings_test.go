package reading

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"

	"cchc/scoring/scoringtest"
)

// wording is a text of a decision, with the rules that it may be read as, or "mở:" where it may be left open.
type wording struct {
	name, words string
	max         decimal.Decimal
	want        []string
}

// wordings reads a file of testdata/decisions: "== tên | điểm tối đa", the words, "--", the sentences of the rule; others that say the
// same behind "-- hoặc".
func wordings(t testing.TB, file string) (all []wording) {
	t.Helper()
	data, err := os.ReadFile("../../testdata/decisions/" + file)
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split("\n"+string(data), "\n== ")[1:] {
		head, rest, _ := strings.Cut(block, "\n")
		name, max, _ := strings.Cut(head, " | ")
		words, want, _ := strings.Cut(rest, "\n--\n")
		points, ok := Number(max)
		if !ok {
			t.Fatalf("%s: %q is no maximum", file, max)
		}
		w := wording{name: name, words: words, max: points}
		for _, one := range strings.Split(want, "\n-- hoặc\n") {
			w.want = append(w.want, strings.TrimSpace(one))
		}
		all = append(all, w)
	}
	return all
}

// said is what was understood, in the rule's own sentences.
func (w wording) said(got Understood) string {
	if got.Rule == nil {
		return "mở: " + got.Why
	}
	said := strings.Join(scoringtest.LeafOf(w.max.String(), got.Rule, got.Inputs...).Describe(), "\n")
	return strings.TrimPrefix(said, "Xét mức theo “Mức thực hiện”:\n")
}

var (
	label     = regexp.MustCompile(`“[^”]*”`)
	eachLabel = regexp.MustCompile(`^[^:\n]*: mỗi`)
)

// fits says that what was said is what was wanted; a label “*” there is any, and a reason need only hold the words.
func fits(want, said string) bool {
	if why, open := strings.CutPrefix(want, "mở:"); open {
		got, isOpen := strings.CutPrefix(said, "mở: ")
		return isOpen && strings.Contains(got, strings.TrimSpace(why))
	}
	if strings.Contains(want, "“*”") {
		said, want = label.ReplaceAllString(said, "“*”"), label.ReplaceAllString(want, "“*”")
		if strings.HasPrefix(want, "“*”: mỗi") {
			said = eachLabel.ReplaceAllString(said, "“*”: mỗi")
		}
	}
	return want == said
}

// balance is how a file of wordings is read.
type balance struct{ right, open, wrong int }

// TestReadingOtherPlaces holds the balance of how decisions of other places are read: what is open is so many, and nothing is read
// wrongly.
func TestReadingOtherPlaces(t *testing.T) {
	for file, want := range map[string]balance{
		"loi-van.txt":           {right: 55},
		"loi-van-noi-khac.txt":  {right: 79},
		"loi-van-chua-thay.txt": {right: 28},
		"loi-van-bay.txt":       {right: 111},
	} {
		var got balance
		for _, w := range wordings(t, file) {
			read := Text(Leaf{Name: w.name, Text: w.words, Max: w.max})
			said, right := w.said(read), false
			for _, one := range w.want {
				right = right || fits(one, said)
			}
			switch {
			case right:
				got.right++
			case read.Rule == nil:
				got.open++
				t.Logf("%s: open: %s: %s", file, w.name, read.Why)
			default:
				got.wrong++
				t.Errorf("%s: %s is read wrongly:\n%s", file, w.name, cmp.Diff(w.want[0], said))
			}
			if read.Rule != nil {
				holdLaw(t, scoringtest.LeafOf(w.max.String(), read.Rule, read.Inputs...))
			}
		}
		if t.Logf("%s: %d right, %d open, %d wrong", file, got.right, got.open, got.wrong); got != want {
			t.Errorf("%s: %+v, want %+v", file, got, want)
		}
	}
}

// TestReadingForgivesHowItIsTyped: the same words with combining marks, other blanks and line ends say the same. So they do in capitals,
// or are open: where a line was only broken cannot be seen then.
func TestReadingForgivesHowItIsTyped(t *testing.T) {
	for _, file := range []string{"loi-van.txt", "loi-van-noi-khac.txt", "loi-van-chua-thay.txt", "loi-van-bay.txt"} {
		for _, w := range wordings(t, file) {
			said := w.said(Text(Leaf{Name: w.name, Text: w.words, Max: w.max}))
			typed := strings.NewReplacer(" ", "\u00a0 ", "\n", "\r\n").Replace(norm.NFD.String(w.words))
			if diff := cmp.Diff(said, w.said(Text(Leaf{Name: w.name, Text: typed, Max: w.max}))); diff != "" {
				t.Errorf("%s: %s, typed otherwise:\n%s", file, w.name, diff)
			}
			capitals := w.said(Text(Leaf{Name: w.name, Text: strings.ToUpper(w.words), Max: w.max}))
			if diff := cmp.Diff(strings.ToLower(said), strings.ToLower(capitals)); diff != "" && !strings.HasPrefix(capitals, "mở: ") {
				t.Errorf("%s: %s, in capitals:\n%s", file, w.name, diff)
			}
		}
	}
}

// FuzzText: whatever a decision says, nothing panics or hangs, and what is read is a sound rule that describes itself.
func FuzzText(f *testing.F) {
	for _, file := range []string{"loi-van.txt", "loi-van-noi-khac.txt", "loi-van-chua-thay.txt", "loi-van-bay.txt"} {
		for _, w := range wordings(f, file) {
			f.Add(w.words)
		}
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
