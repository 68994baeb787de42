package xlsx

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"testing"
)

// rawEntry is an entry of a zip written byte by byte, so that local header and directory may lie independently.
type rawEntry struct {
	local, central header
	body           []byte
	after          []byte // what follows the body: a data descriptor, or what should not be there
	offset         int    // what the directory says; -1 for the truth
}

// header is what a zip says about an entry, in either place.
type header struct {
	name          string
	flags, method uint16
	crc           uint32
	packed, size  uint32
	extra         []byte
}

// rawEntries makes sound entries of the parts, for a test to spoil.
func rawEntries(tb testing.TB, parts []part) []rawEntry {
	tb.Helper()
	var entries []rawEntry
	for _, p := range parts {
		var body bytes.Buffer
		w, err := flate.NewWriter(&body, flate.DefaultCompression)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(p.content)); err != nil {
			tb.Fatal(err)
		}
		if err := w.Close(); err != nil {
			tb.Fatal(err)
		}
		h := header{name: p.name, method: 8, crc: crc32.ChecksumIEEE([]byte(p.content)), packed: uint32(body.Len()), size: uint32(len(p.content))}
		entries = append(entries, rawEntry{local: h, central: h, body: body.Bytes(), offset: -1})
	}
	return entries
}

// rawZip writes the entries, the directory and the end record.
func rawZip(entries []rawEntry) []byte {
	var out, directory []byte
	for _, e := range entries {
		offset := len(out)
		if e.offset >= 0 {
			offset = e.offset
		}
		out = append(out, "PK\x03\x04\x14\x00"...)
		out = e.local.append(out)
		out = append(append(out, e.local.name...), e.local.extra...)
		out = append(append(out, e.body...), e.after...)

		directory = append(directory, "PK\x01\x02\x14\x00\x14\x00"...)
		directory = e.central.append(directory)
		directory = append(directory, make([]byte, 10)...)
		directory = binary.LittleEndian.AppendUint32(directory, uint32(offset))
		directory = append(append(directory, e.central.name...), e.central.extra...)
	}
	return append(append(out, directory...), endOf(len(entries), len(directory), len(out))...)
}

// append writes the fields that local header and directory record share.
func (h header) append(out []byte) []byte {
	le := binary.LittleEndian
	out = le.AppendUint16(out, h.flags)
	out = le.AppendUint16(out, h.method)
	out = append(out, 0, 0, 0x21, 0x50)
	out = le.AppendUint32(out, h.crc)
	out = le.AppendUint32(out, h.packed)
	out = le.AppendUint32(out, h.size)
	out = le.AppendUint16(out, uint16(len(h.name)))
	return le.AppendUint16(out, uint16(len(h.extra)))
}

// endOf is an end record.
func endOf(count, size, offset int) []byte {
	le := binary.LittleEndian
	out := []byte("PK\x05\x06\x00\x00\x00\x00")
	out = le.AppendUint16(out, uint16(count))
	out = le.AppendUint16(out, uint16(count))
	out = le.AppendUint32(out, uint32(size))
	out = le.AppendUint32(out, uint32(offset))
	return append(out, 0, 0)
}

// both changes local header and directory alike.
func (e *rawEntry) both(change func(*header)) {
	change(&e.local)
	change(&e.central)
}
