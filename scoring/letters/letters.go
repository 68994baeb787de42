// Package letters finds Vietnamese text in the letters of old: TCVN3 (fonts named .Vn…), VNI, and UTF-8 that a program took for
// something else and encoded once more. Such text looks right in its own font only, and everywhere else like “Së Néi vô”.
//
// Start with [Meant], which gives what was meant. It guesses for a question to a person, never for a result: a text is only
// taken for one of old letters where it is no Vietnamese as it stands, and is Vietnamese in every word when read so.
//
// It imports nothing of ours.
package letters

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// longest is how much of a text is looked at, in bytes: names are shorter.
const longest = 2000

// reading is a way to read a text of old letters.
type reading struct {
	name string
	of   func(raw []byte) (string, bool)
}

var readings = []reading{{"UTF-8 mã hóa hai lần", fromUTF8}, {"TCVN3 (ABC)", fromTCVN3}, {"VNI", fromVNI}}

// Meant gives the text that one of old letters means, and what these are called; "" where it is of none, or of several.
func Meant(text string) (meant, of string) {
	if text == "" || len(text) > longest || isVietnamese(norm.NFC.String(text)) {
		return "", ""
	}
	for _, r := range readings {
		for _, page := range []*charmap.Charmap{charmap.Windows1252, charmap.Windows1258} {
			raw, ok := bytesOf(text, page)
			if !ok {
				continue
			}
			read, ok := r.of(raw)
			if read = norm.NFC.String(read); !ok || read == text || read == meant || !isVietnamese(read) {
				continue
			}
			if meant != "" {
				return "", ""
			}
			meant, of = read, r.name
		}
	}
	return meant, of
}

// bytesOf gives the bytes that a code page shows as that text. Places that it leaves free are control characters.
func bytesOf(text string, page *charmap.Charmap) ([]byte, bool) {
	var raw []byte
	for _, r := range text {
		b, ok := page.EncodeRune(r)
		if !ok && 0x80 <= r && r < 0xa0 {
			b, ok = byte(r), true
		}
		if !ok {
			return nil, false
		}
		raw = append(raw, b)
	}
	return raw, true
}

// fromUTF8 reads bytes that were UTF-8 all along. A no-break space among them may have become a plain one.
func fromUTF8(raw []byte) (string, bool) {
	if !utf8.Valid(raw) {
		raw = []byte(blankByte.Replace(string(raw)))
	}
	return string(raw), utf8.Valid(raw)
}

// blankByte puts the no-break space back into the letters that end in its byte: à, Ơ, Ạ, Ỡ.
var blankByte = strings.NewReplacer("\xc3 ", "\xc3\xa0", "\xc6 ", "\xc6\xa0", "\xe1\xba ", "\xe1\xba\xa0", "\xe1\xbb ", "\xe1\xbb\xa0")

// fromTCVN3 reads a letter a byte.
func fromTCVN3(raw []byte) (string, bool) {
	var b strings.Builder
	for _, c := range raw {
		r := rune(c)
		if c >= utf8.RuneSelf {
			r = tcvn3[c]
		}
		if r == 0 {
			return "", false
		}
		b.WriteRune(r)
	}
	return b.String(), true
}

// tcvn3 are the letters of the bytes above ASCII: capitals have some only, and fonts of their own for the rest.
var tcvn3 = table(0xa1, "ĂÂÊÔƠƯĐăâêôơưđ")

func table(first byte, letters string) map[byte]rune {
	m := map[byte]rune{}
	for _, r := range letters {
		m[first] = r
		first++
	}
	at := map[byte]string{0xb5: "àảãáạ", 0xbb: "ằẳẵắ", 0xc6: "ặầẩẫấậè", 0xce: "ẻẽéẹềểễếệìỉ", 0xdc: "ĩíịò", 0xe1: "ỏõóọồổỗốộờởỡớợù", 0xf1: "ủũúụừửữứựỳỷỹýỵ"}
	for from, letters := range at {
		for _, r := range letters {
			m[from] = r
			from++
		}
	}
	return m
}

// fromVNI reads a letter of one byte, or a vowel and the byte of its marks.
func fromVNI(raw []byte) (string, bool) {
	var b strings.Builder
	marked := false // the letter before bears a mark already
	for i, c := range raw {
		marks, isMark := vniMarks[lower(c)]
		if i > 0 && isMark && !marked && strings.IndexByte(vniBases[lower(c)], lower(raw[i-1])) >= 0 {
			b.WriteString(marks)
			marked = true
			continue
		}
		letter, ok := vniLetters[c]
		if c < utf8.RuneSelf {
			letter, ok = string(rune(c)), true
		}
		if !ok {
			return "", false
		}
		b.WriteString(letter)
		marked = false
	}
	return b.String(), true
}

// lower is the small letter of a byte of Latin-1.
func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' || 0xc0 <= c && c <= 0xde && c != 0xd7 {
		return c + 32
	}
	return c
}

// vniLetters are those that stand alone: ô is ơ, for the vowels with marks are written in two.
var vniLetters = map[byte]string{0xf4: "ơ", 0xd4: "Ơ", 0xf6: "ư", 0xd6: "Ư", 0xf1: "đ", 0xd1: "Đ", 0xf3: "ĩ", 0xd3: "Ĩ", 0xe6: "ỉ", 0xc6: "Ỉ",
	0xed: "í", 0xcd: "Í", 0xec: "ì", 0xcc: "Ì", 0xf2: "ị", 0xd2: "Ị", 0xee: "ỵ", 0xce: "Ỵ"}

// The marks that follow a vowel, as combining characters, and the vowels that they may follow.
const (
	grave, acute, tilde, hook, dot = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
	circumflex, breve              = "\u0302", "\u0306"

	anyVowel = "aeouy\xf4\xf6"
)

var vniMarks = map[byte]string{
	0xf9: acute, 0xf8: grave, 0xfb: hook, 0xf5: tilde, 0xef: dot,
	0xe2: circumflex, 0xe1: circumflex + acute, 0xe0: circumflex + grave, 0xe5: circumflex + hook, 0xe3: circumflex + tilde, 0xe4: circumflex + dot,
	0xea: breve, 0xe9: breve + acute, 0xe8: breve + grave, 0xfa: breve + hook, 0xfc: breve + tilde, 0xeb: breve + dot,
}

var vniBases = map[byte]string{
	0xf9: anyVowel, 0xf8: anyVowel, 0xfb: anyVowel, 0xf5: anyVowel, 0xef: anyVowel,
	0xe2: "aeo", 0xe1: "aeo", 0xe0: "aeo", 0xe5: "aeo", 0xe3: "aeo", 0xe4: "aeo",
	0xea: "a", 0xe9: "a", 0xe8: "a", 0xfa: "a", 0xfc: "a", 0xeb: "a",
}
