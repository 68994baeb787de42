package xlsx

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"strings"
	"testing"

	"cchc/scoring"
)

// lastEntry is the place of the sheet's part among the raw entries of the smallest workbook.
const lastEntry = 7

// streamed makes an entry as a program does that writes without going back: the sizes follow the body.
func streamed(e *rawEntry, signature string, wide bool) {
	e.both(func(h *header) { h.flags |= 8 })
	e.local.crc, e.local.packed, e.local.size = 0, 0, 0
	after := binary.LittleEndian.AppendUint32([]byte(signature), e.central.crc)
	for _, size := range []uint32{e.central.packed, e.central.size} {
		after = binary.LittleEndian.AppendUint32(after, size)
		if wide {
			after = append(after, 0, 0, 0, 0)
		}
	}
	e.after = after
}

// TestZipForms holds the ways in which sound programs write a zip.
func TestZipForms(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(e *rawEntry)
	}{
		{"plain", func(*rawEntry) {}},
		{"streamed", func(e *rawEntry) { streamed(e, sigDescriptor, false) }},
		{"streamed without signature", func(e *rawEntry) { streamed(e, "", false) }},
		{"streamed in the large format", func(e *rawEntry) { streamed(e, sigDescriptor, true) }},
		{"streamed in the large format without signature", func(e *rawEntry) { streamed(e, "", true) }},
		{"local sizes in the large format", func(e *rawEntry) {
			e.local.extra = append([]byte{1, 0, 16, 0}, make([]byte, 16)...)
			binary.LittleEndian.PutUint32(e.local.extra[4:], e.local.size)
			binary.LittleEndian.PutUint32(e.local.extra[12:], e.local.packed)
			e.local.packed, e.local.size = 1<<32-1, 1<<32-1
		}},
		{"room to grow in the local header", func(e *rawEntry) { e.local.extra = append([]byte{0x20, 0xa2, 100, 0}, make([]byte, 100)...) }},
		{"stored", func(e *rawEntry) {
			content := unpacked(t, e.body)
			e.body = content
			e.both(func(h *header) { h.method, h.packed = 0, uint32(len(content)) })
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			entries := rawEntries(t, minimal())
			for i := range entries {
				test.spoil(&entries[i])
			}
			sheets, err := readAll(rawZip(entries))
			if err != nil {
				t.Fatal(err)
			}
			if len(sheets) != 1 || len(sheets[0].Cells()) != 3 {
				t.Errorf("read %d sheets, %v", len(sheets), sheets)
			}
		})
	}
}

func unpacked(t *testing.T, body []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := out.ReadFrom(flate.NewReader(bytes.NewReader(body))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// spoilt is a sound zip of which the sheet's entry is changed, and the code of its refusal.
type spoilt struct {
	name  string
	spoil func(e *rawEntry)
	want  scoring.Code
}

// Shorter names of the codes that these tables repeat.
const damagedZip, unsafeZip, muchZip = scoring.FileDamaged, scoring.FileUnsafe, scoring.FileTooMuch

// expectSpoilt reads each.
func expectSpoilt(t *testing.T, tests []spoilt) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			entries := rawEntries(t, minimal())
			test.spoil(&entries[lastEntry])
			expectRefused(t, rawZip(entries), test.want)
		})
	}
}

// both changes local header and directory of an entry alike.
func both(change func(*header)) func(*rawEntry) { return func(e *rawEntry) { e.both(change) } }

// TestZipAttacks has local header, directory and body of an entry contradict each other.
func TestZipAttacks(t *testing.T) {
	expectSpoilt(t, []spoilt{
		{"wrong CRC", both(func(h *header) { h.crc++ }), damagedZip},
		{"CRC of zero", both(func(h *header) { h.crc = 0 }), damagedZip},
		{"CRC differs locally", func(e *rawEntry) { e.local.crc++ }, unsafeZip},
		{"size one too small", both(func(h *header) { h.size-- }), damagedZip},
		{"size one too large", both(func(h *header) { h.size++ }), damagedZip},
		{"size differs locally", func(e *rawEntry) { e.local.size++ }, unsafeZip},
		{"packed size one too small", both(func(h *header) { h.packed-- }), unsafeZip},
		{"packed size into the directory", both(func(h *header) { h.packed += 40 }), unsafeZip},
		{"packed size beyond the file", both(func(h *header) { h.packed = 1 << 30 }), unsafeZip},
		{"garbage after the packed bytes", func(e *rawEntry) {
			e.body = append(e.body, 0)
			e.both(func(h *header) { h.packed++ })
		}, damagedZip},
		{"gap after the entry", func(e *rawEntry) { e.after = []byte("xx") }, unsafeZip},
		{"second local entry that the directory hides", func(e *rawEntry) { e.after = append([]byte(magicZip), make([]byte, 60)...) }, unsafeZip},
		{"name differs locally", func(e *rawEntry) { e.local.name = "xl/worksheets/sheet2.xml" }, unsafeZip},
		{"method differs locally", func(e *rawEntry) { e.local.method = 0 }, unsafeZip},
		{"flags differ locally", func(e *rawEntry) { e.local.flags = 2 }, unsafeZip},
		{"offset of another entry", func(e *rawEntry) { e.offset = 0 }, unsafeZip},
		{"offset beyond the file", func(e *rawEntry) { e.offset = 1 << 30 }, damagedZip},
	})
}

// TestZipRefusals holds entries that are consistent, but of no kind that an honest program writes.
func TestZipRefusals(t *testing.T) {
	expectSpoilt(t, []spoilt{
		{"encrypted", both(func(h *header) { h.flags |= 1 }), unsafeZip},
		{"strongly encrypted", both(func(h *header) { h.flags |= 1 << 6 }), unsafeZip},
		{"header encrypted", both(func(h *header) { h.flags |= 1 << 13 }), unsafeZip},
		{"packed by LZMA", both(func(h *header) { h.method = 14 }), unsafeZip},
		{"stored with two sizes", both(func(h *header) { h.method = 0 }), damagedZip},
		{"declares 5 GB by the large format", func(e *rawEntry) {
			e.central.extra = append([]byte{1, 0, 8, 0}, 0, 0, 0, 0x40, 1, 0, 0, 0)
			e.both(func(h *header) { h.size = 1<<32 - 1 })
		}, muchZip},
		{"declares 33 MiB", both(func(h *header) { h.size = 33 << 20 }), muchZip},
		{"declares 30 MiB of a few bytes", both(func(h *header) { h.size = 30 << 20 }), unsafeZip},
		{"holds more than it declares", func(e *rawEntry) { e.body, e.local.packed, e.central.packed = bomb(t, 40<<20) }, damagedZip},
		{"streamed with another CRC after it", func(e *rawEntry) { streamed(e, sigDescriptor, false); e.after[4]++ }, unsafeZip},
		{"streamed with another size after it", func(e *rawEntry) { streamed(e, sigDescriptor, false); e.after[12]++ }, unsafeZip},
		{"streamed with nothing after it", func(e *rawEntry) { streamed(e, sigDescriptor, false); e.after = nil }, unsafeZip},
	})
}

// TestZipNames holds names that leave the package, or that are two entries' at once.
func TestZipNames(t *testing.T) {
	rename := func(name string) func(*rawEntry) { return both(func(h *header) { h.name = name }) }
	expectSpoilt(t, []spoilt{
		{"absolute name", rename("/xl/worksheets/sheet1.xml"), unsafeZip},
		{"name above the package", rename("../sheet1.xml"), unsafeZip},
		{"name above by the middle", rename("xl/../../sheet1.xml"), unsafeZip},
		{"name with a dot", rename("xl/./worksheets/sheet1.xml"), unsafeZip},
		{"name with two slashes", rename("xl//worksheets/sheet1.xml"), unsafeZip},
		{"name with a backslash", rename(`xl\worksheets\sheet1.xml`), unsafeZip},
		{"name with a drive", rename("C:sheet1.xml"), unsafeZip},
		{"name with a zero byte", rename("xl/worksheets/sheet1.xml\x00.png"), unsafeZip},
		{"name that is not UTF-8", rename("xl/\xff.xml"), unsafeZip},
		{"no name", rename(""), unsafeZip},
		{"endless name", rename("xl/" + strings.Repeat("a", 60000)), unsafeZip},
		{"name of the workbook", rename("xl/workbook.xml"), unsafeZip},
		{"name of the workbook in capitals", rename("XL/WORKBOOK.XML"), unsafeZip},
	})
}

// bomb packs n zeros in the place of an entry's body, whose declared size stays.
func bomb(t *testing.T, n int) (body []byte, local, central uint32) {
	t.Helper()
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(make([]byte, n)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), uint32(out.Len()), uint32(out.Len())
}

// TestZipBounds holds what only many or large entries can do, and spoilt ends of the file.
func TestZipBounds(t *testing.T) {
	sound := packed(t, minimal())
	end := len(sound) - endLen
	patched := func(at int, b ...byte) []byte {
		out := bytes.Clone(sound)
		copy(out[at:], b)
		return out
	}
	composed := rawEntries(t, append(minimal(), part{"xl/é.xml", "a"}, part{"xl/e\u0301.xml", "b"}))
	overlapping := rawEntries(t, append(minimal(), part{"xl/z.bin", "abc"}))
	overlapping[8].central, overlapping[8].offset = overlapping[7].central, 0
	tests := []struct {
		name string
		data []byte
		want scoring.Code
	}{
		{"1,001 entries", packed(t, manyParts(maxEntries+1)), scoring.FileTooMuch},
		{"three entries of 30 MiB", rawZip(append(rawEntries(t, minimal()), declaring(3)...)), scoring.FileTooMuch},
		{"a picture bomb", rawZip(append(rawEntries(t, minimal()), pictureBomb(t))), scoring.FileUnsafe},
		{"two names of one composition", rawZip(composed), scoring.FileUnsafe},
		{"two records of one entry", rawZip(overlapping), scoring.FileUnsafe},
		{"something before the zip", append([]byte(magicZip+"xxxxxxxx"), sound...), scoring.FileDamaged},
		{"something after the zip", append(bytes.Clone(sound), '\n'), scoring.FileDamaged},
		{"a comment", append(patched(end+20, 1), 'x'), scoring.FileDamaged},
		{"several disks", patched(end+4, 1), scoring.FileUnsafe},
		{"entries on another disk", patched(end+8, 1), scoring.FileUnsafe},
		{"one record fewer", patched(end+8, lastEntry, 0, lastEntry, 0), scoring.FileDamaged},
		{"one record more", patched(end+8, lastEntry+2, 0, lastEntry+2, 0), scoring.FileDamaged},
		{"65,535 records", patched(end+8, 0xff, 0xff, 0xff, 0xff), scoring.FileTooMuch},
		{"directory beyond the file", patched(end+16, 0xff, 0xff, 0xff, 0x7f), scoring.FileDamaged},
		{"directory too short", patched(end+12, 1), scoring.FileDamaged},
		{"directory of 4 GB", patched(end+12, 0xff, 0xff, 0xff, 0xff), scoring.FileDamaged},
		{"end record twice", append(bytes.Clone(sound), endOf(8, 0, len(sound))...), scoring.FileDamaged},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { expectRefused(t, test.data, test.want) })
	}
}

// manyParts is n small parts, the content types first.
func manyParts(n int) []part {
	parts := []part{{"[Content_Types].xml", contentTypesXML}}
	for i := 1; i < n; i++ {
		parts = append(parts, part{"x/" + ColumnName(i), "x"})
	}
	return parts
}

// declaring is n entries of 400 KiB that declare 30 MiB each, under the ratio that is refused.
func declaring(n int) []rawEntry {
	body := []byte(scrambled(400 << 10))
	var entries []rawEntry
	for i := range n {
		h := header{name: "xl/media/" + ColumnName(i+1) + ".png", method: 8, packed: uint32(len(body)), size: 30 << 20}
		entries = append(entries, rawEntry{local: h, central: h, body: body, offset: -1})
	}
	return entries
}

// pictureBomb is an entry of zeros that says truly how many it holds.
func pictureBomb(t *testing.T) rawEntry {
	t.Helper()
	content := make([]byte, 30<<20)
	e := rawEntry{offset: -1}
	e.body, e.local.packed, e.central.packed = bomb(t, len(content))
	e.both(func(h *header) {
		h.name, h.method, h.size, h.crc = "xl/media/a.png", 8, uint32(len(content)), crc32.ChecksumIEEE(content)
	})
	return e
}
