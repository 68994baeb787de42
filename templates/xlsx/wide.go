package xlsx

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"regexp"
	"unicode/utf16"
	"unicode/utf8"
)

// encodingName finds what an XML declaration says of the encoding.
var encodingName = regexp.MustCompile(`^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']*)["']`)

// narrow gives a part in UTF-8. One that begins with the mark of UTF-16 is of it, and may not say that it is of another encoding.
func narrow(data []byte) ([]byte, error) {
	var order binary.ByteOrder
	switch {
	case hasPrefix(data, "\xff\xfe"):
		order = binary.LittleEndian
	case hasPrefix(data, "\xfe\xff"):
		order = binary.BigEndian
	default:
		return data, nil
	}
	text, ok := fromUTF16(data[2:], order)
	if !ok {
		return nil, fmt.Errorf("%w: UTF-16 sai", errMarkup)
	}
	if said := encodingName.FindSubmatchIndex(text); said != nil {
		if name := text[said[2]:said[3]]; !bytes.EqualFold(name, []byte("UTF-16")) {
			return nil, fmt.Errorf("%w: khai báo XML lạ: encoding=%q trong tệp UTF-16", errMarkup, name)
		}
		text = append(append(bytes.Clone(text[:said[2]]), "UTF-8"...), text[said[3]:]...)
	}
	return text, nil
}

// fromUTF16 decodes exactly: half a unit and half a pair are no text.
func fromUTF16(data []byte, order binary.ByteOrder) ([]byte, bool) {
	text := make([]byte, 0, len(data))
	for ; len(data) >= 2; data = data[2:] {
		r := rune(order.Uint16(data))
		if utf16.IsSurrogate(r) {
			if data = data[2:]; len(data) < 2 {
				return nil, false
			}
			if r = utf16.DecodeRune(r, rune(order.Uint16(data))); r == utf8.RuneError {
				return nil, false
			}
		}
		text = utf8.AppendRune(text, r)
	}
	return text, len(data) == 0
}
