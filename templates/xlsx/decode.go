package xlsx

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// entities are the named references that XML itself defines; there are no others without a DOCTYPE.
var entities = []struct {
	name string
	char rune
}{{"amp;", '&'}, {"lt;", '<'}, {"gt;", '>'}, {"quot;", '"'}, {"apos;", '\''}}

// validReferences reports whether every "&" begins a reference to a character that XML allows.
func validReferences(raw []byte) bool {
	for {
		at := bytes.IndexByte(raw, '&')
		if at < 0 {
			return true
		}
		_, length := reference(raw[at:])
		if length == 0 {
			return false
		}
		raw = raw[at+length:]
	}
}

// reference reads the reference at the start of raw, and says how long it is: 0 if it is none.
func reference(raw []byte) (char rune, length int) {
	if hasPrefix(raw, "&#") {
		return characterReference(raw)
	}
	for _, e := range entities {
		if hasPrefix(raw[1:], e.name) {
			return e.char, 1 + len(e.name)
		}
	}
	return 0, 0
}

func characterReference(raw []byte) (char rune, length int) {
	end := bytes.IndexByte(raw[:min(len(raw), 12)], ';')
	if end < 0 {
		return 0, 0
	}
	digits, base := raw[2:end], 10
	if hasPrefix(digits, "x") {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(string(digits), base, 31)
	if err != nil || !legal(rune(n)) {
		return 0, 0
	}
	return rune(n), end + 1
}

// legal reports whether XML allows a character.
func legal(r rune) bool {
	if r < ' ' {
		return r == '\t' || r == '\n' || r == '\r'
	}
	return utf8.ValidRune(r) && r != 0xfffe && r != 0xffff
}

// decode gives the characters that raw text stands for: references replaced, line ends as XML has them.
func decode(raw []byte) []byte { return appendDecoded(make([]byte, 0, len(raw)), raw, false) }

// plainText reports whether every character surely stands for itself. It is quick: most texts are plain, and most are so short
// that searching them for one character after another takes longer than looking at each.
func plainText(raw []byte) bool {
	const short = 32
	if len(raw) > short {
		return bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '\r') < 0 && bytes.IndexByte(raw, ']') < 0
	}
	for _, c := range raw {
		if c == '&' || c == '\r' || c == ']' {
			return false
		}
	}
	return true
}

// appendDecoded appends the characters of raw to dst; those of a CDATA section hold no references.
func appendDecoded(dst, raw []byte, literal bool) []byte {
	for at := 0; at < len(raw); at++ {
		switch c := raw[at]; {
		case c == '\r':
			dst = append(dst, '\n')
			if at+1 < len(raw) && raw[at+1] == '\n' {
				at++
			}
		case c == '&' && !literal:
			char, length := reference(raw[at:])
			dst = utf8.AppendRune(dst, char)
			at += length - 1
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// unescape decodes the _xHHHH_ that spreadsheets write for characters that XML can't carry, in place. Halves of a
// pair and what does not fit the pattern stay as they are.
func unescape(text []byte) []byte {
	at := bytes.Index(text, []byte("_x"))
	if at < 0 {
		return text
	}
	out := text[:at]
	for rest := text[at:]; len(rest) > 0; {
		if char, ok := escaped(rest); ok {
			out = utf8.AppendRune(out, char)
			rest = rest[len("_xHHHH_"):]
			continue
		}
		out = append(out, rest[0])
		rest = rest[1:]
	}
	return out
}

// escaped reads one _xHHHH_ at the start of text.
func escaped(text []byte) (char rune, ok bool) {
	if len(text) < len("_xHHHH_") || !hasPrefix(text, "_x") || text[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	return rune(n), err == nil && utf8.ValidRune(rune(n))
}
