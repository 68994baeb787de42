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

// appendText appends a text as XML, guarded like [guard].
func appendText(b []byte, s string) []byte { return appendEscaped(b, guard(s)) }

// appendEscaped appends a text as XML in the way of encoding/xml.
func appendEscaped(b []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		code := escapes[s[i]]
		if code == "" {
			continue
		}
		b = append(b, s[from:i]...)
		b = append(b, code...)
		from = i + 1
	}
	return append(b, s[from:]...)
}

var escapes = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", '\t': "&#x9;", '\n': "&#xA;"}

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

// guard protects stretches like _x0041_, by which Excel means a character, so that they stay as they are.
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
