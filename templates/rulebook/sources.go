package rulebook

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"cchc/scoring"
)

// sources are the words of the column Nguồn.
var sources = []struct {
	provenance scoring.Provenance
	word       string
}{
	{scoring.FromText, "văn bản"}, {scoring.Corrected, "sửa lỗi in"}, {scoring.Inferred, "suy ra"}, {scoring.Absent, "thiếu"},
}

func sourceWord(p scoring.Provenance) string {
	for _, s := range sources {
		if s.provenance == p {
			return s.word
		}
	}
	return ""
}

// sourceOf reads the word; a blank one is none.
func sourceOf(word string) (scoring.Provenance, bool) {
	word = fold(word)
	for _, s := range sources {
		if word == s.word || word == string(s.provenance) || word == scoring.ProvenanceWords(s.provenance) {
			return s.provenance, true
		}
	}
	return "", word == ""
}

func sourceWords() string {
	var words []string
	for _, s := range sources {
		words = append(words, s.word)
	}
	return strings.Join(words, ", ")
}

// fold writes a text as words are compared: composed letters, lower case, single blanks.
func fold(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFC.String(text)), " "))
}
