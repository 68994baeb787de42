package main

import (
	"strings"
	"unicode/utf8"
)

// textWidth is how wide a text for the terminal may be.
const textWidth = 100

// gridColumn is a column of a text in columns; its texts wrap at that many letters.
type gridColumn struct {
	width int
	right bool
}

// grid lays out rows of cells that wrap. It counts letters, which is right for composed Vietnamese.
type grid struct {
	columns []gridColumn
	lines   []string
}

// add writes a row; paint, unless it is nil, colours a cell that is already padded.
func (t *grid) add(paint func(col int, text string) string, cells ...string) {
	wrapped := make([][]string, len(cells))
	height := 1
	for i, cell := range cells {
		wrapped[i] = wrap(plain(cell), t.columns[i].width)
		height = max(height, len(wrapped[i]))
	}
	for n := range height {
		var line strings.Builder
		for i, texts := range wrapped {
			text := ""
			if n < len(texts) {
				text = texts[n]
			}
			text = t.columns[i].pad(text)
			if paint != nil {
				text = paint(i, text)
			}
			if i > 0 {
				line.WriteByte(' ')
			}
			line.WriteString(text)
		}
		t.lines = append(t.lines, strings.TrimRight(line.String(), " "))
	}
}

// rule draws a line under the columns.
func (t *grid) rule() {
	parts := make([]string, len(t.columns))
	for i, column := range t.columns {
		parts[i] = strings.Repeat("─", column.width)
	}
	t.lines = append(t.lines, strings.Join(parts, " "))
}

func (t *grid) String() string { return strings.Join(t.lines, "\n") + "\n" }

func (c gridColumn) pad(text string) string {
	space := strings.Repeat(" ", max(0, c.width-utf8.RuneCountInString(text)))
	if c.right {
		return space + text
	}
	return text + space
}

// wrap breaks a text at spaces into lines of at most that many letters; a longer word is broken. A text is at least one line.
func wrap(text string, width int) []string {
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
