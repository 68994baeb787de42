package rawzip

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"
	"testing"

	"cchc/scoring/problem"
)

// Attack makes a zip of the parts of a sound package that must be refused with the code; without one, it must be read as the
// sound one is.
type Attack struct {
	Name string
	Code problem.Code
	Make func(tb testing.TB, parts []Part) []byte
}

// Shorter names of the codes that these tables repeat.
const damaged, unsafe, tooMuch, unclear = problem.FileDamaged, problem.FileUnsafe, problem.FileTooMuch, problem.FileUnclear

// spoilt is a sound zip of which one entry is changed.
type spoilt struct {
	name  string
	code  problem.Code
	spoil func(testing.TB, *Entry)
}

// Attacks lists everything that a zip can do wrong, with the entry of that name where it is one entry's doing.
func Attacks(target string) []Attack {
	var all []Attack
	for _, table := range [][]spoilt{forms(), lies(), refusals(), names()} {
		for _, s := range table {
			all = append(all, Attack{s.name, s.code, func(tb testing.TB, parts []Part) []byte {
				entries := Entries(tb, parts)
				for i := range entries {
					if parts[i].Name == target {
						s.spoil(tb, &entries[i])
					}
				}
				return Write(entries)
			}})
		}
	}
	return append(append(all, crowds()...), ends()...)
}

// forms are the ways in which sound programs write an entry.
func forms() []spoilt {
	return []spoilt{
		{"plain", "", func(testing.TB, *Entry) {}},
		{"streamed", "", func(_ testing.TB, e *Entry) { e.Stream(descriptor, false) }},
		{"streamed without signature", "", func(_ testing.TB, e *Entry) { e.Stream("", false) }},
		{"streamed in the large format", "", func(_ testing.TB, e *Entry) { e.Stream(descriptor, true) }},
		{"streamed in the large format without signature", "", func(_ testing.TB, e *Entry) { e.Stream("", true) }},
		{"local sizes in the large format", "", func(_ testing.TB, e *Entry) {
			e.Local.Extra = append([]byte{1, 0, 16, 0}, make([]byte, 16)...)
			binary.LittleEndian.PutUint32(e.Local.Extra[4:], e.Local.Size)
			binary.LittleEndian.PutUint32(e.Local.Extra[12:], e.Local.Packed)
			e.Local.Packed, e.Local.Size = 1<<32-1, 1<<32-1
		}},
		{"room to grow in the local header", "", func(_ testing.TB, e *Entry) {
			e.Local.Extra = append([]byte{0x20, 0xa2, 100, 0}, make([]byte, 100)...)
		}},
		{"stored", "", func(tb testing.TB, e *Entry) { e.Store(tb) }},
	}
}

// descriptor is the signature of the sizes after an entry.
const descriptor = "PK\x07\x08"

// lies have local header, directory and body of an entry contradict each other.
func lies() []spoilt {
	local := func(change func(*Header)) func(testing.TB, *Entry) {
		return func(_ testing.TB, e *Entry) { change(&e.Local) }
	}
	return []spoilt{
		{"wrong CRC", damaged, both(func(h *Header) { h.CRC++ })},
		{"CRC of zero", damaged, both(func(h *Header) { h.CRC = 0 })},
		{"CRC differs locally", unsafe, local(func(h *Header) { h.CRC++ })},
		{"size one too small", damaged, both(func(h *Header) { h.Size-- })},
		{"size one too large", damaged, both(func(h *Header) { h.Size++ })},
		{"size differs locally", unsafe, local(func(h *Header) { h.Size++ })},
		{"packed size one too small", unsafe, both(func(h *Header) { h.Packed-- })},
		{"packed size into the directory", unsafe, both(func(h *Header) { h.Packed += 40 })},
		{"packed size beyond the file", unsafe, both(func(h *Header) { h.Packed = 1 << 30 })},
		{"garbage after the packed bytes", damaged, func(_ testing.TB, e *Entry) {
			e.Body = append(e.Body, 0)
			e.Both(func(h *Header) { h.Packed++ })
		}},
		{"body cut, sizes to match", damaged, func(_ testing.TB, e *Entry) {
			e.Body = e.Body[:len(e.Body)/2]
			e.Both(func(h *Header) { h.Packed = uint32(len(e.Body)) })
		}},
		{"body of noise", damaged, func(_ testing.TB, e *Entry) { copy(e.Body, Scrambled(len(e.Body))) }},
		{"gap after the entry", unsafe, func(_ testing.TB, e *Entry) { e.After = []byte("xx") }},
		{"second local entry that the directory hides", unsafe, func(_ testing.TB, e *Entry) {
			e.After = append([]byte("PK\x03\x04"), make([]byte, 60)...)
		}},
		{"name differs locally", unsafe, local(func(h *Header) { h.Name = strings.Replace(h.Name, "sheet", "shéét", 1) })},
		{"name differs locally in case", unsafe, local(func(h *Header) { h.Name = strings.ToUpper(h.Name) })},
		{"method differs locally", unsafe, local(func(h *Header) { h.Method = 0 })},
		{"flags differ locally", unsafe, local(func(h *Header) { h.Flags = 2 })},
		{"another name in an extra field of the directory", unsafe, func(_ testing.TB, e *Entry) { e.Central.Extra = unicodePath(e.Central.Name) }},
		{"another name in a local extra field", unsafe, func(_ testing.TB, e *Entry) { e.Local.Extra = unicodePath(e.Local.Name) }},
		{"offset of another entry", unsafe, func(_ testing.TB, e *Entry) { e.Offset = 0 }},
		{"offset beyond the file", damaged, func(_ testing.TB, e *Entry) { e.Offset = 1 << 30 }},
	}
}

// unicodePath is the extra field by which newer programs rename an entry.
func unicodePath(name string) []byte {
	renamed := append([]byte{1}, binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte(name)))...)
	renamed = append(renamed, "xl/worksheets/sheet9.xml"...)
	return append(binary.LittleEndian.AppendUint16([]byte{0x75, 0x70}, uint16(len(renamed))), renamed...)
}

// refusals are entries that are consistent, but of no kind that an honest program writes.
func refusals() []spoilt {
	return []spoilt{
		{"encrypted", unsafe, both(func(h *Header) { h.Flags |= 1 })},
		{"strongly encrypted", unsafe, both(func(h *Header) { h.Flags |= 1 << 6 })},
		{"header encrypted", unsafe, both(func(h *Header) { h.Flags |= 1 << 13 })},
		{"packed by LZMA", unsafe, both(func(h *Header) { h.Method = 14 })},
		{"packed by Deflate64", unsafe, both(func(h *Header) { h.Method = 9 })},
		{"packed by a method that nobody knows", unsafe, both(func(h *Header) { h.Method = 1<<16 - 1 })},
		{"stored with two sizes", damaged, both(func(h *Header) { h.Method = 0 })},
		{"declares 5 GB by the large format", tooMuch, func(_ testing.TB, e *Entry) {
			e.Central.Extra = append([]byte{1, 0, 8, 0}, 0, 0, 0, 0x40, 1, 0, 0, 0)
			e.Both(func(h *Header) { h.Size = 1<<32 - 1 })
		}},
		{"declares 16 EB by the large format", tooMuch, func(_ testing.TB, e *Entry) {
			e.Central.Extra = append([]byte{1, 0, 8, 0}, 255, 255, 255, 255, 255, 255, 255, 255)
			e.Both(func(h *Header) { h.Size = 1<<32 - 1 })
		}},
		{"declares 33 MiB", tooMuch, both(func(h *Header) { h.Size = 33 << 20 })},
		{"declares 30 MiB of a few bytes", unsafe, both(func(h *Header) { h.Size = 30 << 20 })},
		{"holds more than it declares", damaged, func(tb testing.TB, e *Entry) { e.Bomb(tb, 40<<20) }},
		{"streamed with another CRC after it", unsafe, func(_ testing.TB, e *Entry) { e.Stream(descriptor, false); e.After[4]++ }},
		{"streamed with another size after it", unsafe, func(_ testing.TB, e *Entry) { e.Stream(descriptor, false); e.After[12]++ }},
		{"streamed with nothing after it", unsafe, func(_ testing.TB, e *Entry) { e.Stream(descriptor, false); e.After = nil }},
	}
}

// names leave the package, or are two entries' at once.
func names() []spoilt {
	rename := func(name string) func(testing.TB, *Entry) { return both(func(h *Header) { h.Name = name }) }
	return []spoilt{
		{"absolute name", unsafe, rename("/xl/worksheets/sheet1.xml")},
		{"name above the package", unsafe, rename("../sheet1.xml")},
		{"name above by the middle", unsafe, rename("xl/../../sheet1.xml")},
		{"name with a dot", unsafe, rename("xl/./worksheets/sheet1.xml")},
		{"name with two slashes", unsafe, rename("xl//worksheets/sheet1.xml")},
		{"name with backslashes", "", both(func(h *Header) { h.Name = strings.ReplaceAll(h.Name, "/", `\`) })},
		{"name with a backslash in the local header only", unsafe, func(_ testing.TB, e *Entry) { e.Local.Name = strings.ReplaceAll(e.Local.Name, "/", `\`) }},
		{"name above the package by backslashes", unsafe, rename(`xl\..\..\sheet1.xml`)},
		{"name of the workbook with a backslash", unsafe, rename(`xl\workbook.xml`)},
		{"name from the root by a backslash", unsafe, rename(`\xl\worksheets\sheet1.xml`)},
		{"name with a drive", unsafe, rename("C:sheet1.xml")},
		{"name with a zero byte", unsafe, rename("xl/worksheets/sheet1.xml\x00.png")},
		{"name with a line end", unsafe, rename("xl/worksheets/sheet1.xml\n")},
		{"name that is not UTF-8", unsafe, rename("xl/\xff.xml")},
		{"no name", unsafe, rename("")},
		{"name of dots only", unsafe, rename("..")},
		{"endless name", unsafe, rename("xl/" + strings.Repeat("a", 60000))},
		{"name of the workbook", unsafe, rename("xl/workbook.xml")},
		{"name of the workbook in capitals", unsafe, rename("XL/WORKBOOK.XML")},
	}
}

// crowds are what only many or large entries can do.
func crowds() []Attack {
	more := func(name string, code problem.Code, add func(tb testing.TB, entries []Entry) []Entry) Attack {
		return Attack{name, code, func(tb testing.TB, parts []Part) []byte { return Write(add(tb, Entries(tb, parts))) }}
	}
	return []Attack{
		more("1,001 entries", tooMuch, func(tb testing.TB, entries []Entry) []Entry {
			for i := len(entries); i <= 1000; i++ {
				entries = append(entries, Entries(tb, []Part{{fmt.Sprintf("x/%d", i), "x"}})...)
			}
			return entries
		}),
		more("three entries of 30 MiB", tooMuch, func(_ testing.TB, entries []Entry) []Entry {
			return append(entries, Declaring("xl/media/a.png"), Declaring("xl/media/b.png"), Declaring("xl/media/c.png"))
		}),
		more("a picture bomb", unsafe, func(tb testing.TB, entries []Entry) []Entry {
			return append(entries, Zeros(tb, "xl/media/a.png", 30<<20))
		}),
		more("two names of one composition", unsafe, func(tb testing.TB, entries []Entry) []Entry {
			return append(entries, Entries(tb, []Part{{"xl/é.xml", "a"}, {"xl/e\u0301.xml", "b"}})...)
		}),
		more("two records of one entry", unsafe, func(tb testing.TB, entries []Entry) []Entry {
			twin := Entries(tb, []Part{{"xl/z.bin", "abc"}})[0]
			twin.Central, twin.Offset = entries[0].Central, 0
			return append(entries, twin)
		}),
		more("every name with backslashes", "", func(_ testing.TB, entries []Entry) []Entry {
			for i := range entries {
				entries[i].Both(func(h *Header) { h.Name = strings.ReplaceAll(h.Name, "/", `\`) })
			}
			return entries
		}),
		more("nothing packed into nothing", "", func(_ testing.TB, entries []Entry) []Entry {
			empty := Header{Name: "xl/media/a.png", Method: 8}
			return append(entries, Entry{Local: empty, Central: empty, Offset: -1})
		}),
		more("something said to be packed into nothing", damaged, func(_ testing.TB, entries []Entry) []Entry {
			empty := Header{Name: "xl/media/a.png", Method: 8, Size: 5}
			return append(entries, Entry{Local: empty, Central: empty, Offset: -1})
		}),
		more("a zip in the zip", "", func(tb testing.TB, entries []Entry) []Entry {
			return append(entries, Entries(tb, []Part{{"xl/embeddings/a.zip", string(Write(entries))}})...)
		}),
	}
}

// ends are spoilt ends of the file.
func ends() []Attack {
	patch := func(name string, code problem.Code, at int, b ...byte) Attack {
		return Attack{name, code, func(tb testing.TB, parts []Part) []byte {
			out := Pack(tb, parts)
			copy(out[len(out)-EndLen+at:], b)
			return out
		}}
	}
	counted := func(name string, by int) Attack {
		return Attack{name, damaged, func(tb testing.TB, parts []Part) []byte {
			out, n := Pack(tb, parts), byte(len(parts)+by)
			copy(out[len(out)-EndLen+8:], []byte{n, 0, n, 0})
			return out
		}}
	}
	whole := func(name string, code problem.Code, change func(sound []byte) []byte) Attack {
		return Attack{name, code, func(tb testing.TB, parts []Part) []byte { return change(Pack(tb, parts)) }}
	}
	return []Attack{
		whole("something before the zip", damaged, func(z []byte) []byte { return append([]byte("PK\x03\x04xxxxxxxx"), z...) }),
		whole("a program before the zip", problem.FileUnknown, func(z []byte) []byte { return append([]byte("MZ\x00\x01"), z...) }),
		whole("line ends after the zip", "", func(z []byte) []byte { return append(z, "\r\n\n"...) }),
		whole("zeros after the zip", "", func(z []byte) []byte { return append(z, make([]byte, 4096)...) }),
		whole("more zeros after the zip than any block has", damaged, func(z []byte) []byte { return append(z, make([]byte, 200_000)...) }),
		whole("something after the zip", unclear, func(z []byte) []byte { return append(z, "<html>"...) }),
		whole("something after line ends", unclear, func(z []byte) []byte { return append(z, "\n\nx"...) }),
		whole("a second zip after the zip", damaged, func(z []byte) []byte { return append(bytes.Clone(z), z...) }),
		whole("a comment", "", func(z []byte) []byte { z[len(z)-2] = 1; return append(z, 'x') }),
		whole("a comment and zeros", "", func(z []byte) []byte { z[len(z)-2] = 1; return append(z, "x\x00\x00"...) }),
		whole("a comment that is cut", damaged, func(z []byte) []byte { z[len(z)-2] = 9; return append(z, 'x') }),
		whole("a comment that is longer than it says", unclear, func(z []byte) []byte { z[len(z)-2] = 1; return append(z, "xy"...) }),
		whole("a comment that holds an end record", damaged, func(z []byte) []byte { z[len(z)-2] = EndLen; return append(z, z[len(z)-EndLen:]...) }),
		whole("a comment that holds a zip", damaged, func(z []byte) []byte {
			binary.LittleEndian.PutUint16(z[len(z)-2:], uint16(len(z)))
			return append(z, z...)
		}),
		large("a large end record", "", func([]byte) {}, func([]byte) {}),
		large("a large end record that alone tells", "", func(small []byte) { copy(small[8:], "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff") }, func([]byte) {}),
		large("a large end record that counts otherwise", unclear, func([]byte) {}, func(record []byte) { record[24]++; record[32]++ }),
		large("a large end record of another place", unclear, func([]byte) {}, func(record []byte) { record[48]++ }),
		large("a large end record that tells another place alone", damaged, func(small []byte) { copy(small[16:], "\xff\xff\xff\xff") }, func(record []byte) { record[48]++ }),
		large("a large end record of two disks", unclear, func([]byte) {}, func(record []byte) { record[16]++ }),
		large("a large end record of a newer kind", unclear, func([]byte) {}, func(record []byte) { record[4]++ }),
		large("a locator that leads elsewhere", unclear, func([]byte) {}, func(record []byte) { record[64]++ }),
		large("a locator of another disk", unclear, func([]byte) {}, func(record []byte) { record[60]++ }),
		whole("end record twice", damaged, func(z []byte) []byte { return append(z, End(8, 0, len(z))...) }),
		whole("no end record", damaged, func(z []byte) []byte { return z[:len(z)-EndLen] }),
		whole("half of it", damaged, func(z []byte) []byte { return z[:len(z)/2] }),
		patch("several disks", unsafe, 4, 1),
		patch("entries on another disk", unsafe, 8, 1),
		counted("one record fewer", -1),
		counted("one record more", 1),
		patch("65,535 records", tooMuch, 8, 0xff, 0xff, 0xff, 0xff),
		patch("directory beyond the file", damaged, 16, 0xff, 0xff, 0xff, 0x7f),
		patch("directory too short", damaged, 12, 1, 0, 0, 0),
		patch("directory of 4 GB", damaged, 12, 0xff, 0xff, 0xff, 0xff),
	}
}

// large puts a large end record and its locator before the end record, and changes either.
func large(name string, code problem.Code, ofSmall, ofLarge func([]byte)) Attack {
	return Attack{name, code, func(tb testing.TB, parts []Part) []byte {
		out := Pack(tb, parts)
		at := len(out) - EndLen
		small := bytes.Clone(out[at:])
		record := End64(len(parts), int(binary.LittleEndian.Uint32(small[12:])), int(binary.LittleEndian.Uint32(small[16:])))
		ofSmall(small)
		ofLarge(record)
		return append(append(out[:at], record...), small...)
	}}
}

// both changes local header and directory of an entry alike.
func both(change func(*Header)) func(testing.TB, *Entry) {
	return func(_ testing.TB, e *Entry) { e.Both(change) }
}
