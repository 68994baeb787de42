package templates

import (
	"math"
	"strings"
	"unicode"

	"cchc/templates/draft"
)

// Programs do not fit the height of a row to wrapped text when they open a file, so it is reckoned here, from how wide the
// letters of Times New Roman are. The reckoning is a little generous: a line too many looks better than one cut off.

// passage is a text in a column of that width, in characters.
type passage struct {
	text  string
	width float64
	font  draft.Font
}

// fit is the height in points that a row needs for its passages, at least and at most.
func fit(least float64, all ...passage) float64 {
	const most = 409 // Excel's limit
	height := least
	for _, p := range all {
		height = max(height, p.height())
	}
	return min(height, most)
}

func (p passage) height() float64 {
	return math.Ceil(float64(p.lines())*p.size()*1.32) + 2
}

func (p passage) size() float64 {
	if p.font.Size == 0 {
		return 11
	}
	return p.font.Size
}

// lines counts the lines that the passage takes, wrapped at spaces.
func (p passage) lines() int {
	room := (p.width*7 - 2) / (p.size() * 96 / 72) // in em
	if p.font.Bold {
		room /= 1.07
	}
	count := 0
	for _, line := range strings.Split(p.text, "\n") {
		count++
		at := 0.0
		for _, word := range strings.Fields(line) {
			wide := emWidth(word)
			if at > 0 && at+wide > room {
				count++
				at = 0
			}
			count += int(wide / room) // a word that is wider than the column is broken
			at += wide + 0.25
		}
	}
	return count
}

// emWidth is a word's width in em.
func emWidth(word string) float64 {
	wide := 0.0
	for _, r := range word {
		switch r {
		case 'i', 'í', 'ì', 'ỉ', 'ĩ', 'ị', 'I', 'Í', 'Ì', 'Ỉ', 'Ĩ', 'Ị', 'l', 'j', 't', 'f', '.', ',', ':', ';', '\'', '|', '/', '(', ')', '[', ']', '-':
			wide += 0.3
		case 'm', 'w', 'M', 'W', '%', '→', '—', '…', '≥', '≤':
			wide += 0.85
		default:
			wide += 0.5
			if unicode.IsUpper(r) {
				wide += 0.2
			}
		}
	}
	return wide
}
