package scoring

import (
	"strings"
	"unicode"
)

// FoldCode is a code as it compares: codes that fold to the same are one unit's. Case, full width, kinds of dashes and what nobody
// sees make no difference.
func FoldCode(code string) string {
	return strings.Map(func(r rune) rune {
		const fullWidth = '\uFEE0' // that much above the plain characters
		switch {
		case '\uFF01' <= r && r <= '\uFF5E':
			r -= fullWidth
		case unicode.Is(unicode.Cf, r) || unicode.IsSpace(r):
			return -1
		case unicode.Is(unicode.Pd, r) || r == '\u2212':
			return '-'
		}
		return unicode.ToLower(r)
	}, code)
}

// LookOf is what a code looks like: codes of one look that fold differently, as with a Cyrillic letter, are easily taken for one
// another.
func LookOf(code string) string {
	return strings.Map(func(r rune) rune {
		if at := strings.IndexRune(alike, r); at >= 0 {
			return rune(latin[len([]rune(alike[:at]))])
		}
		return r
	}, FoldCode(code))
}

// The Cyrillic and Greek letters that look like a Latin one, and those that they look like.
const (
	alike = "авсенікјморѕтухьαβεηικμνορτυχζı"
	latin = "abcehikjmopstyxbabenikmvoptuxzi"
)
