package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"cchc/scoring/problem"
)

// Bounds of the zip as its directory declares it; the counts while inflating bound it again.
const (
	maxEntries   = 1000
	maxDirectory = 1 << 20
	maxPart      = 32 << 20
	maxParts     = 64 << 20
	maxRatio     = 100
	ratioFrom    = 100 << 10
)

// Sizes and signatures of the zip format.
const (
	localLen      = 30
	centralLen    = 46
	endLen        = 22
	sigCentral    = "PK\x01\x02"
	sigEnd        = "PK\x05\x06"
	sigEnd64      = "PK\x06\x06"
	sigLocator    = "PK\x06\x07"
	sigDescriptor = "PK\x07\x08"
)

// Flags of an entry that mean it is encrypted: plainly, strongly, or in its header.
const encryptedFlags = 1<<0 | 1<<6 | 1<<13

// entry is a file of the zip with the place of its packed bytes.
type entry struct {
	*zip.File
	packed []byte
}

// nameOf is an entry's name. Some programs part folders by backslashes, as their system does; no part's name holds one.
func nameOf(f *zip.File) string { return strings.ReplaceAll(f.Name, `\`, "/") }

func namesOf(entries []entry) []string {
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = nameOf(e.File)
	}
	return names
}

// directory reads the zip's directory and proves it against the local headers: the file is, from its first byte to
// its last, the entries one after the other, the directory and the end record with its comment, and then nothing but line ends
// and zeros. So no two readers can see two files. What is not the kind of package that is wanted, other names.
func directory(data []byte, other func([]*zip.File) error) ([]entry, error) {
	data, start, count, err := endRecord(data)
	if err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(archive.File) != count {
		return nil, damaged("không đọc được mục lục của tệp nén")
	}
	if err := other(archive.File); err != nil {
		return nil, err
	}
	if err := checkDeclared(archive.File); err != nil {
		return nil, err
	}
	return walk(data, start, archive.File)
}

// otherZip names the kinds of zip that are not ours, by the names of their entries.
func otherZip(files []*zip.File) error {
	names := map[string]bool{}
	for _, f := range files {
		names[strings.ToLower(nameOf(f))] = true
	}
	switch {
	case names["mimetype"] && names["content.xml"]:
		return refuse(problem.FileOpenDocument)
	case !names["[content_types].xml"]:
		return refuse(problem.FileArchive)
	case names["word/document.xml"]:
		return refuse(problem.FileOtherOffice, "Word")
	case names["ppt/presentation.xml"]:
		return refuse(problem.FileOtherOffice, "PowerPoint")
	case names["xl/workbook.bin"]:
		return refuse(problem.FileBinaryExcel)
	case names["xl/vbaproject.bin"]:
		return refuse(problem.FileMacros, "VBA")
	}
	return nil
}

// noDocument names what is no Word document, by the names of its entries.
func noDocument(files []*zip.File) error {
	for _, f := range files {
		if strings.EqualFold(f.Name, "word/document.xml") {
			return nil
		}
	}
	if err := otherZip(files); err != nil {
		return err
	}
	return refuse(problem.FileUnknown)
}

// checkDeclared refuses what the directory itself admits: encryption, unknown packing, bombs, hostile names.
func checkDeclared(files []*zip.File) error {
	seen := make(map[string]bool, len(files))
	var total uint64
	for _, f := range files {
		if err := checkEntry(f); err != nil {
			return err
		}
		key := foldName(nameOf(f))
		if seen[key] {
			return abnormal("hai mục cùng tên %q", f.Name)
		}
		seen[key] = true
		if total += f.UncompressedSize64; total > maxParts {
			return tooMuch("tổng dung lượng sau giải nén", "64 MB")
		}
	}
	return nil
}

func checkEntry(f *zip.File) error {
	switch {
	case !safeName(nameOf(f)):
		return abnormal("tên mục %q không hợp lệ", f.Name)
	case renames(f.Extra):
		return abnormal("mục %q mang tên thứ hai", f.Name)
	case f.Flags&encryptedFlags != 0:
		return abnormal("mục %q bị mã hóa", f.Name)
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return abnormal("mục %q nén bằng cách lạ", f.Name)
	case f.Method == zip.Store && f.CompressedSize64 != f.UncompressedSize64:
		return damaged("mục %q sai kích thước", f.Name)
	case f.UncompressedSize64 > maxPart:
		return tooMuch("dung lượng của một mục sau giải nén", "32 MB")
	case f.UncompressedSize64 > ratioFrom && f.UncompressedSize64/maxRatio > f.CompressedSize64:
		return abnormal("mục %q nén quá chặt (nghi bom nén)", f.Name)
	}
	return nil
}

// renames says that an extra field gives an entry another name (Info-ZIP's Unicode Path), which some readers go by. Fields that
// don't add up are none that anybody reads.
func renames(extra []byte) bool {
	const unicodePath = 0x7075
	for len(extra) >= 4 {
		if word(extra, 0) == unicodePath {
			return true
		}
		extra = extra[min(len(extra), 4+word(extra, 2)):]
	}
	return false
}

// walk goes through the local headers in the file's order. Each must follow the one before it without a gap and say
// what the directory says; the directory must follow the last.
func walk(data []byte, start int, files []*zip.File) ([]entry, error) {
	order := make([]entry, len(files))
	offsets := make(map[*zip.File]int64, len(files))
	for i, f := range files {
		offset, err := f.DataOffset()
		if err != nil {
			return nil, damaged("mục %q không có phần đầu", f.Name)
		}
		order[i], offsets[f] = entry{File: f}, offset
	}
	slices.SortFunc(order, func(a, b entry) int { return cmp.Compare(offsets[a.File], offsets[b.File]) })
	pos := 0
	for i := range order {
		end, ok := order[i].local(data[:start], pos, offsets[order[i].File])
		if !ok {
			return nil, abnormal("phần đầu của mục %q không khớp với mục lục", order[i].Name)
		}
		pos = end
	}
	if pos != start || !directoryFills(data[start:], files) {
		return nil, abnormal("có dữ liệu lạ giữa các mục của tệp nén")
	}
	return order, nil
}

// local checks the header at pos against the directory's word on it, takes the packed bytes, and returns their end.
func (e *entry) local(data []byte, pos int, offset int64) (end int, ok bool) {
	if len(data)-pos < localLen || !hasPrefix(data[pos:], magicZip) {
		return 0, false
	}
	body := pos + localLen + word(data, pos+26) + word(data, pos+28)
	size := int64(e.CompressedSize64)
	if int64(body) != offset || size > int64(len(data)-body) || string(data[pos+localLen:pos+localLen+word(data, pos+26)]) != e.Name {
		return 0, false
	}
	if word(data, pos+6) != int(e.Flags) || word(data, pos+8) != int(e.Method) {
		return 0, false
	}
	if !e.sameSizes(data[pos+14:pos+26]) || renames(data[pos+localLen+word(data, pos+26):body]) {
		return 0, false
	}
	e.packed = data[body : body+int(size)]
	return e.descriptor(data, body+int(size))
}

// sameSizes compares CRC and sizes of a local header with the directory's. An entry that was streamed out has zeros
// there, and one in the large format all ones.
func (e *entry) sameSizes(b []byte) bool {
	streamed := e.Flags&8 != 0
	same := func(at int, want uint64) bool {
		got := binary.LittleEndian.Uint32(b[at:])
		return uint64(got) == want || streamed && got == 0 || at > 0 && got == 1<<32-1
	}
	return same(0, uint64(e.CRC32)) && same(4, e.CompressedSize64) && same(8, e.UncompressedSize64)
}

// descriptor passes over the sizes that follow a streamed entry: with or without signature, of 4 or 8 bytes each.
func (e *entry) descriptor(data []byte, pos int) (end int, ok bool) {
	if e.Flags&8 == 0 {
		return pos, true
	}
	for _, signature := range []string{sigDescriptor, ""} {
		for _, wide := range []int{4, 8} {
			end := pos + len(signature) + 4 + 2*wide
			if end <= len(data) && e.describes(data[pos:end], signature) && (end == len(data) || hasPrefix(data[end:], magicZip)) {
				return end, true
			}
		}
	}
	return 0, false
}

// describes reports whether the bytes after an entry repeat its CRC and sizes.
func (e *entry) describes(b []byte, signature string) bool {
	if !hasPrefix(b, signature) {
		return false
	}
	b = b[len(signature):]
	if binary.LittleEndian.Uint32(b) != e.CRC32 {
		return false
	}
	if len(b) == 12 {
		return uint64(long(b, 4)) == e.CompressedSize64 && uint64(long(b, 8)) == e.UncompressedSize64
	}
	return binary.LittleEndian.Uint64(b[4:]) == e.CompressedSize64 && binary.LittleEndian.Uint64(b[12:]) == e.UncompressedSize64
}

// directoryFills reports whether the records that were read fill the directory up to what follows it.
func directoryFills(data []byte, files []*zip.File) bool {
	size := 0
	for _, f := range files {
		size += centralLen + len(f.Name) + len(f.Extra) + len(f.Comment)
	}
	return size < len(data) && (hasPrefix(data[size:], sigEnd) || hasPrefix(data[size:], sigEnd64))
}

func word(b []byte, at int) int { return int(binary.LittleEndian.Uint16(b[at:])) }
func long(b []byte, at int) int { return int(binary.LittleEndian.Uint32(b[at:])) }
