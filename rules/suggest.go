package rules

import (
	"fmt"
	"strings"
)

// Closest is the one of the words that was probably meant, or "": it differs by two letters at most, and not in all of them.
func Closest(found string, words []string) string {
	best, least := "", 3
	for _, word := range words {
		if d := distance(strings.ToLower(found), strings.ToLower(word)); d < least && d < len(word) {
			best, least = word, d
		}
	}
	return best
}

// suggest is the sentence that asks for the closest word, with a space before it, or "".
func suggest(found string, words []string) string {
	if word := Closest(found, words); word != "" {
		return fmt.Sprintf(" Có phải là “%s”?", word)
	}
	return ""
}

// distance counts the letters to insert, delete or replace to get from a to b (Levenshtein). Long words are far from everything.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	if len(from) > maxQuoted {
		return len(from)
	}
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range to {
			change := diagonal
			if r != s {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(to)]
}
