package letters

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// isVietnamese says that every word of a text that has a letter beyond ASCII is a Vietnamese syllable.
func isVietnamese(text string) bool {
	for _, r := range text {
		if r > unicode.MaxASCII && !unicode.IsLetter(r) && !strings.ContainsRune("–—“”‘’…\u00a0", r) {
			return false
		}
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if strings.IndexFunc(word, func(r rune) bool { return r > unicode.MaxASCII }) >= 0 && !isSyllable(word) {
			return false
		}
	}
	return true
}

// tones are the five marks of tone, of which a syllable bears one at most.
const tones = "\u0300\u0301\u0303\u0309\u0323"

// isSyllable looks at how a syllable is built: what it may begin with, its vowels, what it may end in.
func isSyllable(word string) bool {
	toned := 0
	bare := norm.NFC.String(strings.Map(func(r rune) rune {
		if strings.ContainsRune(tones, r) {
			toned++
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(word))))
	return toned <= 1 && syllable.MatchString(bare) && !strings.HasPrefix(bare, "quo") // quô, never quo
}

var syllable = regexp.MustCompile(`^(ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?` +
	`(oai|oao|oay|oeo|iêu|uây|uôi|uya|uyê|uyu|ươi|ươu|yêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|ue|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])` +
	`(ch|ng|nh|[cmnpt])?$`)
