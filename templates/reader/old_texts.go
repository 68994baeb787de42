package reader

import (
	"slices"
	"strings"

	"cchc/scoring/letters"
	"cchc/scoring/problem"
	"cchc/templates/xlsx"
)

// oldText is a cell whose text has a line in letters of old, which look right in their own font only.
type oldText struct {
	cell            xlsx.Cell
	line, meant, of string
}

// noteLetters notes a text in letters of old.
func (r *reader) noteLetters(cell xlsx.Cell, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		if meant, of := letters.Meant(line); meant != "" {
			r.oldTexts = append(r.oldTexts, oldText{cell, line, meant, of})
			return
		}
	}
}

// sayOldTexts names all cells with such texts at once, and says of the first what it means.
func (r *reader) sayOldTexts() {
	if len(r.oldTexts) == 0 {
		return
	}
	first := r.oldTexts[0]
	var cells []xlsx.Cell
	var kinds []string
	for _, old := range r.oldTexts {
		cells = append(cells, old.cell)
		if !slices.Contains(kinds, old.of) {
			kinds = append(kinds, old.of)
		}
	}
	p := problem.New(problem.FormOldTexts, "", len(cells), strings.Join(kinds, ", "), few(refsOf(cells)), clip(first.line), clip(first.meant))
	r.report(p, first.cell)
}
