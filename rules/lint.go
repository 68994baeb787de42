package rules

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"

	"cchc/scoring/problem"
)

const byteOrderMark = "\uFEFF"

// lint looks at the raw text for what the library reports at the wrong place, or in other words, or takes for something
// else. It says whether the library may look at the text at all.
func (d *document) lint(data []byte) bool {
	switch {
	case len(data) > maxBytes:
		d.add(position{}, problem.YAMLTooLarge, "", maxBytes)
		return false
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")), bytes.IndexByte(data, 0) >= 0:
		d.add(position{}, problem.YAMLEncoding, "", "là UTF-16 hoặc tệp nhị phân")
		return false
	case !utf8.Valid(d.data):
		d.add(d.firstInvalid(), problem.YAMLEncoding, "", "có byte không hợp lệ")
		return false
	case bytes.HasPrefix(data, []byte(byteOrderMark)):
		d.add(position{1, 1}, problem.YAMLByteOrder, "")
	}
	return d.lintLines()
}

func (d *document) lintLines() (readable bool) {
	readable = true
	before := len(d.found)
	scan := newScanner()
	values := 0
	for number, line := range strings.Split(string(d.data), "\n") {
		l := lineLint{document: d, number: number + 1, seen: map[problem.Code]bool{}, values: &values}
		scan.line(strings.TrimSuffix(line, "\r"), l.letter)
		l.composed(line)
		readable = readable && !l.seen[problem.YAMLControl]
	}
	d.clean = len(d.found) == before
	return readable && values <= maxNodes
}

func (d *document) firstInvalid() position {
	text := d.data
	at := position{1, 1}
	for {
		r, size := utf8.DecodeRune(text)
		switch {
		case r == utf8.RuneError && size <= 1:
			return at
		case r == '\n':
			at = position{at.line + 1, 1}
		default:
			at.column++
		}
		text = text[size:]
	}
}

// lineLint finds the characters that are trouble, each kind once in a line.
type lineLint struct {
	*document
	number int
	seen   map[problem.Code]bool
	values *int // begun so far in the whole text, nearly as many as the library will make
}

func (l *lineLint) once(i int, code problem.Code, args ...any) {
	if !l.seen[code] {
		l.seen[code] = true
		l.add(position{l.number, i + 1}, code, "", args...)
	}
}

func (l *lineLint) letter(i int, r rune, in content) {
	if in == opening {
		if *l.values++; *l.values == maxNodes+1 {
			l.once(i, problem.YAMLTooMany, maxNodes)
		}
	}
	switch {
	case r == '\t':
		l.once(i, problem.YAMLTab)
	case r < utf8.RuneSelf && r >= ' ' && r != 0x7F:
	case isControl(r):
		l.once(i, problem.YAMLControl, runeName(r))
	case unicode.In(r, unicode.Cf, unicode.Variation_Selector):
		l.once(i, problem.YAMLHidden, runeName(r))
	case unicode.Is(unicode.Zs, r):
		l.once(i, problem.YAMLSpace, runeName(r))
	case in == opening && strings.ContainsRune("“”„‟‘’‚«»", r):
		l.once(i, problem.YAMLSmartQuote, string(r))
	case in != quoted && width.LookupRune(r).Kind() == width.EastAsianFullwidth:
		l.once(i, problem.YAMLFullWidth, string(r), width.Narrow.String(string(r)))
	}
}

// isControl says that a character must not stand in YAML, or breaks a line there and nowhere else.
func isControl(r rune) bool {
	return unicode.Is(unicode.Cc, r) || r == '\u2028' || r == '\u2029' || r&0xFFFE == 0xFFFE
}

// composed reports the first letter that is written with a combining mark though there is one letter for it.
func (l *lineLint) composed(line string) {
	if norm.NFC.IsNormalString(line) {
		return
	}
	span, _ := norm.NFC.SpanString(line, true)
	word := line[span:]
	if end := strings.IndexAny(word, " ,.:;)]}\""); end > 0 {
		word = word[:end]
	}
	l.once(utf8.RuneCountInString(line[:span]), problem.YAMLNotNFC, quotable(norm.NFC.String(word)))
}
