package draft

import (
	"strings"
	"unicode/utf8"
)

// clean is a text as a file may hold it: valid UTF-8, \n at line ends, and none of the control characters that XML forbids.
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r < ' ' && r != '\t' && r != '\n', r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, s)
}

// plain says whether a text needs no cleaning, as nearly all.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\t' && c != '\n' || c == 0xEF {
			return false // 0xEF leads the forbidden U+FFFE and U+FFFF, and few others
		}
	}
	return utf8.ValidString(s)
}

// units counts a text as Excel does, in UTF-16.
func units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// risky says whether a program would take the text for a formula if somebody typed it.
func risky(s string) bool {
	return s != "" && strings.IndexByte("=+-@", s[0]) >= 0
}

// appendText appends a text as XML. A stretch like _x0041_, by which Excel means a character, is guarded to stay as it is.
func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		switch c := s[i]; c {
		case '&':
			b = append(b, "&amp;"...)
		case '<':
			b = append(b, "&lt;"...)
		case '>':
			b = append(b, "&gt;"...)
		case '"':
			b = append(b, "&#34;"...)
		case '\'':
			b = append(b, "&#39;"...)
		case '\t':
			b = append(b, "&#x9;"...)
		case '\n':
			b = append(b, "&#xA;"...)
		case '_':
			if coded(s[i:]) {
				b = append(b, "_x005F"...)
			}
			b = append(b, c)
		default:
			b = append(b, c)
		}
	}
	return b
}

// coded says whether a text begins as _xHHHH_.
func coded(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		if !('0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F') {
			return false
		}
	}
	return true
}

// guard protects stretches like _x0041_ without escaping anything else.
func guard(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && coded(s[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
