package lists

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// maxTable is the size of a table in bytes: twenty thousand units and more.
const maxTable = 4 << 20

// decodeText reads a text file of UTF-8 or, with a byte order mark, UTF-16 (Excel's “Unicode Text”). Anything else, above
// all the code pages of old, is refused: guessing one would change names.
func decodeText(data []byte) (text, fault string) {
	switch {
	case bytes.HasPrefix(data, []byte("\uFEFF")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return decodeUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return decodeUTF16(data[2:], binary.BigEndian)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return "", "đây là sổ làm việc Excel"
	}
	switch {
	case bytes.IndexByte(data, 0) >= 0:
		return "", "có byte 0"
	case !utf8.Valid(data):
		return "", oldPage
	}
	return string(data), ""
}

// oldPage is the fault of a file in a code page. To open it in Excel and save it as UTF-8 makes letters of old of its names.
const oldPage = "bảng mã cũ (Windows-1258, TCVN3…) hoặc tệp hỏng"

func remedyOf(fault string) string {
	if fault != oldPage {
		return "Mở tệp trong Excel, chọn Lưu thành → CSV UTF-8 (phân cách bằng dấu phẩy) (*.csv), rồi chạy lại."
	}
	return "Mở bảng gốc (.xlsx), chọn Lưu thành → CSV UTF-8 (phân cách bằng dấu phẩy) (*.csv). Nếu chỉ còn tệp CSV: trong Excel chọn " +
		"Dữ liệu → Từ văn bản/CSV, nguồn gốc tệp “1258: Tiếng Việt (Windows)”, rồi lưu như trên. Nếu chữ chỉ đúng với phông .VnTime " +
		"hoặc VNI, chuyển sang Unicode bằng UniKey (Ctrl+Shift+F6) trước khi lưu."
}

func decodeUTF16(data []byte, order binary.ByteOrder) (text, fault string) {
	if len(data)%2 != 0 {
		return "", "UTF-16 bị cắt ngang một ký tự"
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units)), ""
}

// divided gives the table and what stands between its cells: what its first line says, as Excel has it (sep=;), or else what it
// looks like. That line becomes a blank one, so that the others keep their numbers.
func divided(text string) (string, rune) {
	first, rest, _ := strings.Cut(text, "\n")
	said := strings.Trim(strings.TrimRight(first, "\r;,\t"), `"`)
	if len(said) >= len("sep=") && strings.EqualFold(said[:len("sep=")], "sep=") {
		mark := []rune(strings.Trim(strings.TrimSuffix(first, "\r"), `"`)[len("sep="):])
		if len(mark) > 0 && !strings.ContainsRune("\"\r\uFFFD", mark[0]) {
			return "\n" + rest, mark[0]
		}
	}
	return text, divider(text)
}

// divider is what stands between the cells: of the three that Excel writes, the one most frequent in the first line with any of
// them. A title above the table has none of its own, or those with which Excel fills its line up.
func divider(text string) rune {
	best, most := ';', 0
	for line := range strings.SplitSeq(text, "\n") {
		for _, r := range []rune{';', ',', '\t'} {
			if n := strings.Count(line, string(r)); n > most {
				best, most = r, n
			}
		}
		if most > 0 {
			break
		}
	}
	return best
}

// PlainNumber reads digits with at most one mark out of marks between them, and no sign: nothing that could be read in two
// ways. Up to twelve digits may stand before the mark and as many after it.
func PlainNumber(text, marks string) (d decimal.Decimal, ok bool) {
	whole, rest := text, "0"
	if at := strings.IndexAny(text, marks); at >= 0 {
		whole, rest = text[:at], text[at+1:]
	}
	if !digits(whole) || !digits(rest) {
		return d, false
	}
	d, err := decimal.NewFromString(whole + "." + rest)
	return d, err == nil
}

func digits(text string) bool {
	return 0 < len(text) && len(text) <= 12 && strings.Trim(text, "0123456789") == ""
}
