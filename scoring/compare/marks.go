package compare

import (
	"slices"
	"strings"
	"unicode"
)

// SpanKind says what became of a piece of a text.
type SpanKind int

// The kinds of span.
const (
	SpanKept SpanKind = iota
	SpanRemoved
	SpanAdded
)

// Span is a piece of a text that was kept, removed or added.
type Span struct {
	Kind SpanKind
	Text string
}

// Spans sets two texts against each other word by word. The kept and removed spans together are the old text, the kept
// and added ones the new text, to the letter. Of two changes at one place the removed one stands first.
func Spans(old, now string) []Span {
	a, b := wordsOf(old), wordsOf(now)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var s spans
	s.add(SpanKept, a[:head]...)
	s.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	s.add(SpanKept, a[len(a)-tail:]...)
	return s.joined()
}

// joined makes one change of two that no more than a word keeps apart, which reads better than word for word.
func (s spans) joined() spans {
	var out spans
	for i, span := range s {
		if span.Kind == SpanKept && i > 0 && i < len(s)-1 && len(strings.FieldsFunc(span.Text, func(r rune) bool { return !isWord(r) })) <= 1 {
			out.add(SpanRemoved, span.Text)
			out.add(SpanAdded, span.Text)
			continue
		}
		out.add(span.Kind, span.Text)
	}
	return out
}

// wordsOf cuts a text into words, numbers and dates, spaces and signs, so that joined they are the text again.
func wordsOf(text string) []string {
	runes := []rune(text)
	var words []string
	for from := 0; from < len(runes); {
		to := from + 1
		for to < len(runes) && isWord(runes[from]) && (isWord(runes[to]) || insideNumber(runes, to)) {
			to++
		}
		words = append(words, string(runes[from:to]))
		from = to
	}
	return words
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// insideNumber says that a sign belongs to the number around it: 0,5 and 10/5/2023 are one word each.
func insideNumber(runes []rune, at int) bool {
	return strings.ContainsRune(".,/", runes[at]) && unicode.IsDigit(runes[at-1]) && at+1 < len(runes) && unicode.IsDigit(runes[at+1])
}

type spans []Span

func (s *spans) add(kind SpanKind, words ...string) {
	text := strings.Join(words, "")
	switch last := len(*s) - 1; {
	case text == "":
	case last >= 0 && (*s)[last].Kind == kind:
		(*s)[last].Text += text
	case last >= 1 && kind == SpanRemoved && (*s)[last].Kind == SpanAdded && (*s)[last-1].Kind == SpanRemoved:
		(*s)[last-1].Text += text
	case last >= 0 && kind == SpanRemoved && (*s)[last].Kind == SpanAdded:
		*s = slices.Insert(*s, last, Span{kind, text})
	default:
		*s = append(*s, Span{kind, text})
	}
}

// middle finds the longest run of words that both texts share. Texts too long for that are replaced as a whole.
func (s *spans) middle(a, b []string) {
	if len(a)*len(b) > tooLong {
		s.add(SpanRemoved, a...)
		s.add(SpanAdded, b...)
		return
	}
	shared := sharedLengths(a, b)
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			s.add(SpanKept, a[i])
			i, j = i+1, j+1
		case shared[i+1][j] >= shared[i][j+1]:
			s.add(SpanRemoved, a[i])
			i++
		default:
			s.add(SpanAdded, b[j])
			j++
		}
	}
	s.add(SpanRemoved, a[i:]...)
	s.add(SpanAdded, b[j:]...)
}

// sharedLengths is the table of how many words the ends of both texts share, in order.
func sharedLengths(a, b []string) [][]int {
	shared := make([][]int, len(a)+1)
	for i := range shared {
		shared[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				shared[i][j] = shared[i+1][j+1] + 1
			} else {
				shared[i][j] = max(shared[i+1][j], shared[i][j+1])
			}
		}
	}
	return shared
}
