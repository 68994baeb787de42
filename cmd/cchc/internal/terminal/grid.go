package terminal

import (
	"strings"
	"unicode/utf8"
)

// TextWidth is how wide a text for the terminal may be.
const TextWidth = 100

// GridColumn is a column of a text in columns; its texts wrap at that many letters.
type GridColumn struct {
	Width int
	Right bool
}

// Grid lays out rows of cells that wrap. It counts letters, which is right for composed Vietnamese.
type Grid struct {
	Columns []GridColumn
	Lines   []string
}

// Add writes a row; paint, unless it is nil, colours a cell that is already padded.
func (t *Grid) Add(paint func(col int, text string) string, cells ...string) {
	wrapped := make([][]string, len(cells))
	height := 1
	for i, cell := range cells {
		wrapped[i] = Wrap(Plain(cell), t.Columns[i].Width)
		height = max(height, len(wrapped[i]))
	}
	for n := range height {
		var line strings.Builder
		for i, texts := range wrapped {
			text := ""
			if n < len(texts) {
				text = texts[n]
			}
			text = t.Columns[i].pad(text)
			if paint != nil {
				text = paint(i, text)
			}
			if i > 0 {
				line.WriteByte(' ')
			}
			line.WriteString(text)
		}
		t.Lines = append(t.Lines, strings.TrimRight(line.String(), " "))
	}
}

// Rule draws a line under the columns.
func (t *Grid) Rule() {
	parts := make([]string, len(t.Columns))
	for i, column := range t.Columns {
		parts[i] = strings.Repeat("─", column.Width)
	}
	t.Lines = append(t.Lines, strings.Join(parts, " "))
}

func (t *Grid) String() string { return strings.Join(t.Lines, "\n") + "\n" }

func (c GridColumn) pad(text string) string {
	space := strings.Repeat(" ", max(0, c.Width-utf8.RuneCountInString(text)))
	if c.Right {
		return space + text
	}
	return text + space
}

// Wrap breaks a text at spaces into lines of at most that many letters; a longer word is broken. A text is at least one line.
func Wrap(text string, width int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width {
				line += " " + word
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			line = word
			for utf8.RuneCountInString(line) > width {
				runes := []rune(line)
				lines = append(lines, string(runes[:width]))
				line = string(runes[width:])
			}
		}
		lines = append(lines, line)
	}
	return lines
}
