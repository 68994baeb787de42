package look

import (
	"math"

	"cchc/templates/draft"
)

// Programs do not fit the height of a row to wrapped text when they open a file, so it is reckoned here, from how wide the
// letters of Times New Roman are (letters.go). The reckoning is a little generous: a line too many looks better than one cut off.

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
	return math.Ceil(float64(p.Lines())*p.size()*1.27) + 2
}

func (p Passage) size() float64 {
	if p.Font.Size == 0 {
		return 11
	}
	return p.Font.Size
}

// spare is how much wider letters may be than reckoned: on screens they are set to whole dots.
const spare = 1.04

// Lines counts the lines that the passage takes, wrapped at spaces and hyphens.
func (p Passage) Lines() int {
	const padding = 5                                                  // dots of a column in which no letter stands
	room := (p.Width*7 - padding) / (p.size() * 96 / 72) * 100 / spare // in hundredths of an em
	set := plainLetters
	if p.Font.Bold {
		set = boldLetters
	}
	l := line{room: max(1, int(room)), count: 1}
	for _, r := range p.Text {
		switch r {
		case '\n':
			l.endWord()
			l.count++
			l.at = 0
		case ' ', '\t', '\r':
			l.endWord()
		case '-': // programs go on below after one
			l.word += set.width(r)
			l.endWord()
			l.at -= space
		default:
			l.word += set.width(r)
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

const space = 25

// endWord puts a word on the line, or begins another. One that is wider than the column is broken.
func (l *line) endWord() {
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
