package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean is a text as a file may hold it: valid UTF-8, \n at line ends. In place of control characters, which XML forbids, and
// of marks that turn the direction of writing, which make a text look like another, stands U+FFFD, so that it is seen.
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return r
		case r == '\r':
			return '\n'
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == 0xFFFE, r == 0xFFFF:
			return '\uFFFD'
		}
		return r
	}, s)
}

// plain says whether a text needs no cleaning, as nearly all. It looks at bytes: those above 0x7E that lead a character which
// clean replaces lead few others in Vietnamese, but for dashes and quotes, of which the second and third byte decide.
func plain(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= ' ' && c < 0x7F:
		case c < ' ' && c != '\t' && c != '\n', c == 0x7F, c == 0xEF, c == 0xD8:
			return false // 0xEF leads U+FFFE and U+FFFF, 0xD8 the Arabic mark
		case c == 0xC2 && i+1 < len(s) && s[i+1] < 0xA0:
			return false // U+0080 to U+009F
		case c == 0xE2 && i+2 < len(s) && turning(s[i+1], s[i+2]):
			return false
		}
	}
	return utf8.ValidString(s)
}

// turning says that the bytes after 0xE2 make a mark that turns the direction of writing: U+200E, 200F, 202A to 202E, 2066 to 2069.
func turning(second, third byte) bool {
	switch second {
	case 0x80:
		return third == 0x8E || third == 0x8F || 0xAA <= third && third <= 0xAE
	case 0x81:
		return 0xA6 <= third && third <= 0xA9
	}
	return false
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
func appendEscaped(b []byte, s string) []byte { return escaped(b, s, &escapes) }

// appendFormula appends a formula as XML. Its quotes stay as they are: there are very many.
func appendFormula(b []byte, s string) []byte { return escaped(b, s, &formulaEscapes) }

func escaped(b []byte, s string, escapes *[256]string) []byte {
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

var formulaEscapes = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;"}

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
