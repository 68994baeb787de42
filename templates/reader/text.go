package reader

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"

	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// maxCellText is how many characters a cell holds, as Excel counts them (UTF-16).
const maxCellText = 32767

// leafText reads a leaf's free text into the map: what stands in its own row, and in the rows of its answers, where people write too.
// Notes that people put on its cells stand beside the reasons.
func (r *reader) leafText(texts map[string]string, leaf *scoring.Criterion, c templates.Column) {
	var parts []string
	label := leaf.Number + " – " + c.Title()
	take := func(key string) {
		if part := r.textAt(key, c, label); part != "" && !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	take(leaf.Number)
	for _, row := range r.InputRows(leaf) {
		take(row.Key)
	}
	if c == templates.ReasonColumn {
		parts = append(parts, r.notesOf(leaf)...)
	}
	if len(parts) > 0 {
		texts[leaf.Number] = shorten(strings.Join(parts, "\n"))
	}
}

// textAt reads the free text where a row meets a column. Of cells merged downwards each has the text of the first:
// one document often serves several criteria.
func (r *reader) textAt(key string, c templates.Column, label string) string {
	cell, ok := r.grid.at(key, c)
	if !ok {
		return ""
	}
	if merged, ok := r.merged(cell); ok && merged.Left == cell.Col {
		cell = r.grid.Cell(merged.Top, merged.Left)
	}
	if r.isPicture(cell) {
		return "" // named with the others of the file
	}
	text, note := textOf(label, cell, r.book.file.Epoch())
	if c != templates.FieldColumn {
		r.noteLetters(cell, text)
	}
	text = r.withAddress(text, cell, c)
	if note != nil {
		note.Path = key
		r.reportText(*note, cell, c)
	}
	return text
}

// textOf takes a cell as free text, a number as it would be typed. What has no text, or one that is guessed, is noted.
func textOf(label string, c xlsx.Cell, epoch time.Time) (string, *problem.Problem) {
	switch {
	case isBlank(c):
		return "", nil
	case c.Kind == xlsx.Text:
		return cleanText(c.Text), nil
	case c.Kind == xlsx.Number:
		return numberText(label, c, epoch)
	case c.Kind == xlsx.Bool:
		return c.Text, nil
	case c.Kind == xlsx.Error:
		return "", cellProblem(problem.CellTextLost, label, "lỗi "+quote(c.Text))
	}
	return "", cellProblem(problem.CellTextLost, label, "công thức không kèm giá trị")
}

// numberText writes a number without marks between thousands: it is a document's or a telephone's. A date and a percentage are what people saw.
func numberText(label string, c xlsx.Cell, epoch time.Time) (string, *problem.Problem) {
	d, err := xlsx.ParseNumber(c.Text)
	if err != nil {
		return "", cellProblem(problem.CellTextLost, label, quote(c.Text))
	}
	text, guessed := strings.Replace(d.String(), ".", ",", 1), true
	switch days := d.IntPart(); {
	case c.Format == xlsx.FormatDate && 0 < days && days < 100_000:
		text = epoch.AddDate(0, 0, int(days)).Format("02/01/2006")
	case c.Format == xlsx.FormatPercent:
		text = strings.Replace(d.Shift(2).String(), ".", ",", 1) + "%"
	default:
		guessed = false
	}
	if guessed {
		return text, cellProblem(problem.CellTextGuess, label, text)
	}
	return text, nil
}

// cleanText drops what could harm a terminal or mislead a reader: control characters, and marks that turn the direction of writing.
func cleanText(text string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\n':
			return r
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ReplaceAll(text, "\r\n", "\n"))
	return strings.TrimSpace(clean)
}

// printable is a name from the file as a message may repeat it.
func printable(name string) string { return clip(oneLine(cleanText(name))) }

// shorten cuts a text to what a cell holds.
func shorten(text string) string {
	if units := utf16.Encode([]rune(text)); len(units) > maxCellText {
		return strings.ToValidUTF8(string(utf16.Decode(units[:maxCellText])), "")
	}
	return text
}
