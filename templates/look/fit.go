package look

import (
	"math"
	"unicode"

	"cchc/templates/draft"
)

// Programs do not fit the height of a row to wrapped text when they open a file, so it is reckoned here, from how wide the
// letters of Times New Roman are. The reckoning is a little generous: a line too many looks better than one cut off.

// Passage is a text in a column of that width, in characters.
type Passage struct {
	Text  string
	Width float64
	Font  draft.Font
}

// Fit is the height in points that a row needs for its passages, at least and at most.
func Fit(least float64, all ...Passage) float64 {
	const most = 409 // Excel's limit
	height := least
	for _, p := range all {
		height = max(height, p.Height())
	}
	return min(height, most)
}

func (p Passage) Height() float64 {
	return math.Ceil(float64(p.Lines())*p.size()*1.32) + 2
}

func (p Passage) size() float64 {
	if p.Font.Size == 0 {
		return 11
	}
	return p.Font.Size
}

// Lines counts the lines that the passage takes, wrapped at spaces.
func (p Passage) Lines() int {
	room := (p.Width*7 - 2) / (p.size() * 96 / 72) * 100 // in hundredths of an em
	if p.Font.Bold {
		room /= 1.07
	}
	l := line{room: max(1, int(room)), count: 1}
	for _, r := range p.Text {
		switch wide := letterWidth(r); {
		case wide > 0:
			l.word += wide
		case r == '\n':
			l.endWord()
			l.count++
			l.at = 0
		default:
			l.endWord()
		}
	}
	l.endWord()
	return l.count
}

// line is the last of the lines so far. Widths are in hundredths of an em.
type line struct {
	room, at, word int // how wide it may be and is, and the word that comes next
	count          int
}

// endWord puts a word on the line, or begins another. One that is wider than the column is broken.
func (l *line) endWord() {
	const space = 25
	if l.word == 0 {
		return
	}
	if l.at > 0 && l.at+l.word > l.room {
		l.count++
		l.at = 0
	}
	l.count += l.word / l.room
	l.at += l.word + space
	l.word = 0
}

// letterWidth is a letter's width in hundredths of an em; 0 for what divides words.
func letterWidth(r rune) int {
	if int(r) < len(letterWidths) {
		return int(letterWidths[r])
	}
	return reckonWidth(r)
}

// letterWidths are those of the letters up to the Vietnamese ones: every text is measured, letter by letter.
var letterWidths = func() (widths [0x1F00]uint8) {
	for r := range widths {
		widths[r] = uint8(reckonWidth(rune(r)))
	}
	return widths
}()

func reckonWidth(r rune) int {
	switch r {
	case 'i', 'í', 'ì', 'ỉ', 'ĩ', 'ị', 'I', 'Í', 'Ì', 'Ỉ', 'Ĩ', 'Ị', 'l', 'j', 't', 'f', '.', ',', ':', ';', '\'', '|', '/', '(', ')', '[', ']', '-':
		return 30
	case 'm', 'w', 'M', 'W', '%', '→', '—', '…', '≥', '≤':
		return 85
	}
	switch {
	case unicode.IsSpace(r):
		return 0
	case unicode.IsUpper(r):
		return 70
	}
	return 50
}
