package xlsx

import (
	"golang.org/x/text/unicode/norm"
)

// Bounds of text: what Excel itself allows in a cell, in UTF-16 units; the longest spelling of that in a file; and more
// shared strings than any form has cells.
const (
	maxText    = 32767
	maxRawText = 16 * maxText
	maxStrings = 500_000
)

// sharedStrings reads the table of strings, each joined from its runs, in NFC.
func (p pack) sharedStrings(part string) ([]string, error) {
	var arena []byte
	var ends []int
	err := p.scan(part, spaceMain, "sst", func(m *markup) (err error) {
		if !m.at("si") {
			return m.skip()
		}
		if len(ends) == maxStrings {
			return tooMuch("số chuỗi dùng chung", "500.000")
		}
		arena, err = m.richText(arena)
		ends = append(ends, len(arena))
		return err
	})
	if err != nil {
		return nil, err
	}
	return cut(string(arena), ends), nil
}

// cut parts one long string into its pieces, which share its memory.
func cut(all string, ends []int) []string {
	pieces := make([]string, len(ends))
	start := 0
	for i, end := range ends {
		pieces[i] = all[start:end]
		start = end
	}
	return pieces
}

// richText appends the text of a shared or inline string, up to the element's end: its t, and the t of its runs.
// Phonetic runs are readings, not text.
func (m *markup) richText(dst []byte) ([]byte, error) {
	start, texts := len(dst), 0
	err := m.children(func() (err error) {
		if m.at("r") {
			dst, err = m.run(dst)
			return err
		}
		dst, err = m.onlyText(dst, &texts)
		return err
	})
	if err != nil {
		return dst, err
	}
	return finish(m, dst, start)
}

// run appends the text of one run of a rich string.
func (m *markup) run(dst []byte) ([]byte, error) {
	texts := 0
	err := m.children(func() (err error) {
		dst, err = m.onlyText(dst, &texts)
		return err
	})
	return dst, err
}

// onlyText appends the text of a t, and passes over all else. Of two texts readers take one or both: nobody knows what is meant.
func (m *markup) onlyText(dst []byte, texts *int) ([]byte, error) {
	if !m.at("t") {
		return dst, m.skip()
	}
	if *texts++; *texts > 1 {
		return dst, m.fail("chuỗi có hai phần t")
	}
	return m.content(dst)
}

// finish makes the raw text from start on into what a cell says: escapes decoded, composed. A text longer than a
// cell holds is an error.
func finish(m *markup, dst []byte, start int) ([]byte, error) {
	text := unescape(dst[start:])
	if len(text) > maxText && utf16Length(text) > maxText {
		return dst, m.badText(tooLongText)
	}
	if !surelyComposed(text) && !norm.NFC.IsNormal(text) {
		m.composed = norm.NFC.Append(m.composed[:0], text...)
		text = m.composed
	}
	return append(dst[:start], text...), nil
}

// surelyComposed says quickly of nearly all texts that they are in NFC: nothing but letters below U+0300, the Vietnamese ones
// from U+1E80 to U+1EFF, and dashes, quotes and the like from U+2010 to U+203F.
func surelyComposed(text []byte) bool {
	for i, c := range text {
		switch {
		case c < 0xcc: // up to U+02FF, or in the middle of a character
		case c == 0xe1 && (text[i+1] == 0xba || text[i+1] == 0xbb):
		case c == 0xe2 && text[i+1] == 0x80 && text[i+2] >= 0x90:
		default:
			return false
		}
	}
	return true
}

// utf16Length counts a text as Excel does.
func utf16Length(text []byte) int {
	n := 0
	for _, r := range string(text) {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}
