package rules

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// How much of a line an excerpt shows: a longer one is cut around the place. In characters.
const (
	excerptWhole  = 120
	excerptBefore = 60
	excerptAfter  = 40
)

// Excerpt shows the line with a caret under the place, in two lines that each end with a line feed; it is empty where
// there is no place or nothing to show. Marks that combine take no column of a terminal and wide letters take two.
func (f Finding) Excerpt() string {
	if f.Line == 0 || f.Source == "" {
		return ""
	}
	line := []rune(f.Source)
	at := min(f.Column-1, len(line))
	from, to := 0, len(line)
	if len(line) > excerptWhole {
		from, to = max(0, at-excerptBefore), min(len(line), at+excerptAfter)
	}
	before, after := printable(string(line[from:at])), printable(string(line[at:to]))
	if from > 0 {
		before = "…" + before
	}
	if to < len(line) {
		after += "…"
	}
	number := fmt.Sprintf("%5d | ", f.Line)
	return number + before + after + "\n" + strings.Repeat(" ", len(number)+columns(before)) + "^\n"
}

// columns says how wide a terminal shows a text.
func columns(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me):
		case isWide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

func isWide(r rune) bool {
	kind := width.LookupRune(r).Kind()
	return kind == width.EastAsianWide || kind == width.EastAsianFullwidth
}

// printable makes a text from a file safe to show: what a terminal would obey or hide becomes visible.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || unicode.Is(unicode.Zs, r):
			return ' '
		case unicode.IsGraphic(r):
			return r
		}
		return unicode.ReplacementChar
	}, text)
}

// maxQuoted is how much of a file's text a message repeats, in characters.
const maxQuoted = 60

// quotable is a text of the file as a message repeats it: printable, on one line and not too long.
func quotable(text string) string {
	runes := []rune(printable(strings.ReplaceAll(text, "\n", " ")))
	if len(runes) > maxQuoted {
		return string(runes[:maxQuoted-1]) + "…"
	}
	return string(runes)
}
