package xlsx

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"cchc/scoring/problem"
)

// maxFile bounds a submitted file, in bytes.
const maxFile = 20 << 20

// magics are the kinds of file that their first bytes give away. Only what officials really send by mistake is listed.
var magics = []struct {
	prefix string
	code   problem.Code
}{
	{"%PDF-", problem.FilePDF},
	{"\xff\xd8\xff", problem.FilePicture},
	{"\x89PNG", problem.FilePicture},
	{"GIF8", problem.FilePicture},
	{"II*\x00", problem.FilePicture},
	{"MM\x00*", problem.FilePicture},
	{"Rar!", problem.FileArchive},
	{"7z\xbc\xaf", problem.FileArchive},
	{"\x1f\x8b", problem.FileArchive},
}

// Other first bytes that need a second look.
const (
	magicZip   = "PK\x03\x04"
	magicOLE   = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	magicBIFF2 = "\x09\x00\x04\x00"
	magicBIFF3 = "\x09\x02\x06\x00"
	magicBIFF4 = "\x09\x04\x06\x00"
	magicRTF   = "{\\rtf"
)

// checkMagic refuses everything that is not a zip, by the kind of file that it is.
func checkMagic(data []byte) error {
	switch {
	case len(data) == 0:
		return refuse(problem.FileEmpty)
	case len(data) > maxFile:
		return refuse(problem.FileTooLarge, (len(data)+1<<20-1)>>20, maxFile>>20)
	case hasPrefix(data, magicZip):
		return nil
	case hasPrefix(data, magicOLE):
		return oleKind(data)
	case hasPrefix(data, magicBIFF2), hasPrefix(data, magicBIFF3), hasPrefix(data, magicBIFF4):
		return refuse(problem.FileOldExcel)
	case hasPrefix(data, magicRTF):
		return refuse(problem.FileOtherOffice, "RTF")
	case hasPrefix(data, "PK\x05\x06"):
		return refuse(problem.FileArchive)
	}
	for _, m := range magics {
		if hasPrefix(data, m.prefix) {
			return refuse(m.code)
		}
	}
	return textKind(data)
}

// oleKind tells an OLE compound file by the names of its streams: Excel encrypts a workbook into one of them.
func oleKind(data []byte) error {
	switch {
	case bytes.Contains(data, utf16Name("EncryptedPackage")):
		return refuse(problem.FilePassword)
	case bytes.Contains(data, utf16Name("WordDocument")):
		return refuse(problem.FileOtherOffice, "Word 97-2003")
	case bytes.Contains(data, utf16Name("PowerPoint Document")):
		return refuse(problem.FileOtherOffice, "PowerPoint 97-2003")
	case bytes.Contains(data, utf16Name("Workbook")), bytes.Contains(data, utf16Name("Book")):
		return refuse(problem.FileOldExcel)
	}
	return refuse(problem.FileUnknown)
}

// utf16Name is an ASCII name as an OLE directory spells it: UTF-16, little endian.
func utf16Name(name string) []byte {
	var out []byte
	for _, c := range []byte(name) {
		out = append(out, c, 0)
	}
	return append(out, 0, 0)
}

// textKind tells the kinds of text apart by the first lines; bytes that are no text are an unknown kind.
func textKind(data []byte) error {
	head := bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xef\xbb\xbf"))
	if !isText(head) {
		return unreadable(data)
	}
	lower := strings.ToLower(string(bytes.TrimSpace(head)))
	switch {
	case strings.Contains(lower, "urn:schemas-microsoft-com:office:spreadsheet") && strings.HasPrefix(lower, "<?xml"):
		return refuse(problem.FileXMLSpreadsheet)
	case strings.HasPrefix(lower, "<") && (strings.Contains(lower, "<html") || strings.Contains(lower, "<!doctype html") || strings.Contains(lower, "<table")):
		return refuse(problem.FileWebPage)
	case strings.HasPrefix(lower, "mime-version:"):
		return refuse(problem.FileWebPage)
	}
	return refuse(problem.FileText)
}

// unreadable tells a file that a crash left full of zeros from one of an unknown kind.
func unreadable(data []byte) error {
	if len(bytes.Trim(data[:min(len(data), 4096)], "\x00")) == 0 {
		return damaged("nội dung chỉ toàn byte 0")
	}
	return refuse(problem.FileUnknown)
}

// isText reports whether the head of a file is text: UTF-16 with its mark, or bytes without controls. Old
// Vietnamese encodings are text too, so invalid UTF-8 alone does not make it binary.
func isText(head []byte) bool {
	if hasPrefix(head, "\xff\xfe") || hasPrefix(head, "\xfe\xff") {
		return true
	}
	controls := 0
	for _, c := range head {
		if c < ' ' && !strings.ContainsRune("\t\n\r\f", rune(c)) {
			controls++
		}
	}
	return controls == 0 && (utf8.Valid(head) || printable(head))
}

// printable reports whether most bytes are ASCII: an old 8-bit encoding rather than noise.
func printable(head []byte) bool {
	ascii := 0
	for _, c := range head {
		if c < utf8.RuneSelf {
			ascii++
		}
	}
	return ascii*2 > len(head)
}

func hasPrefix(data []byte, prefix string) bool {
	return len(data) >= len(prefix) && string(data[:len(prefix)]) == prefix
}
