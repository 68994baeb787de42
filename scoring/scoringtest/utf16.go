package scoringtest

import (
	"encoding/binary"
	"unicode/utf16"
)

// UTF16LE is a text as PowerShell and Excel write it.
func UTF16LE(text string) string {
	data := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune(text)) {
		data = binary.LittleEndian.AppendUint16(data, unit)
	}
	return string(data)
}
