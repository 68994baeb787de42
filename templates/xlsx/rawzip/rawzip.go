// Package rawzip writes zips for the tests of their reader: byte by byte, so that they can lie.
//
// A sound zip is taken apart into [Part]s (what a package holds) or into [Entry]s (how the zip says it). A test spoils one of
// them and puts all together again. An entry's local header, its record in the directory, its body and what follows it are
// independent of each other, which no library allows. Nothing but tests imports this package.
package rawzip

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
	"testing"
)

// Part is a file inside of a package.
type Part struct{ Name, Content string }

// Pack zips parts as a sound program does.
func Pack(tb testing.TB, parts []Part) []byte {
	tb.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		f, err := w.Create(p.Name)
		must(tb, err)
		_, err = f.Write([]byte(p.Content))
		must(tb, err)
	}
	must(tb, w.Close())
	return out.Bytes()
}

// Parts takes a sound zip apart.
func Parts(tb testing.TB, data []byte) []Part {
	tb.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(tb, err)
	var parts []Part
	for _, f := range in.File {
		r, err := f.Open()
		must(tb, err)
		content, err := io.ReadAll(r)
		must(tb, err)
		parts = append(parts, Part{f.Name, string(content)})
	}
	return parts
}

// Entry is an entry of a zip as it is written.
type Entry struct {
	Local, Central Header
	Body           []byte
	After          []byte // what follows the body: a data descriptor, or what should not be there
	Offset         int    // what the directory says; -1 for the truth
}

// Header is what a zip says about an entry, in either place.
type Header struct {
	Name          string
	Flags, Method uint16
	CRC           uint32
	Packed, Size  uint32
	Extra         []byte
}

// Entries makes sound entries of parts, for a test to spoil.
func Entries(tb testing.TB, parts []Part) []Entry {
	tb.Helper()
	var entries []Entry
	for _, p := range parts {
		content := []byte(p.Content)
		body := Deflate(tb, content)
		h := Header{Name: p.Name, Method: 8, CRC: crc32.ChecksumIEEE(content), Packed: uint32(len(body)), Size: uint32(len(content))}
		entries = append(entries, Entry{Local: h, Central: h, Body: body, Offset: -1})
	}
	return entries
}

// Deflate packs a content.
func Deflate(tb testing.TB, content []byte) []byte {
	tb.Helper()
	var body bytes.Buffer
	w, err := flate.NewWriter(&body, flate.DefaultCompression)
	must(tb, err)
	_, err = w.Write(content)
	must(tb, err)
	must(tb, w.Close())
	return body.Bytes()
}

// Inflate unpacks a body.
func Inflate(tb testing.TB, body []byte) []byte {
	tb.Helper()
	content, err := io.ReadAll(flate.NewReader(bytes.NewReader(body)))
	must(tb, err)
	return content
}

// Write puts the entries, the directory and the end record together.
func Write(entries []Entry) []byte {
	var out, directory []byte
	for _, e := range entries {
		offset := len(out)
		if e.Offset >= 0 {
			offset = e.Offset
		}
		out = append(out, "PK\x03\x04\x14\x00"...)
		out = e.Local.append(out)
		out = append(append(out, e.Local.Name...), e.Local.Extra...)
		out = append(append(out, e.Body...), e.After...)

		directory = append(directory, "PK\x01\x02\x14\x00\x14\x00"...)
		directory = e.Central.append(directory)
		directory = append(directory, make([]byte, 10)...)
		directory = binary.LittleEndian.AppendUint32(directory, uint32(offset))
		directory = append(append(directory, e.Central.Name...), e.Central.Extra...)
	}
	return append(append(out, directory...), End(len(entries), len(directory), len(out))...)
}

// append writes the fields that local header and directory record share.
func (h Header) append(out []byte) []byte {
	le := binary.LittleEndian
	out = le.AppendUint16(out, h.Flags)
	out = le.AppendUint16(out, h.Method)
	out = append(out, 0, 0, 0x21, 0x50)
	out = le.AppendUint32(out, h.CRC)
	out = le.AppendUint32(out, h.Packed)
	out = le.AppendUint32(out, h.Size)
	out = le.AppendUint16(out, uint16(len(h.Name)))
	return le.AppendUint16(out, uint16(len(h.Extra)))
}

// EndLen is the length of an end record.
const EndLen = 22

// End is an end record.
func End(count, size, offset int) []byte {
	le := binary.LittleEndian
	out := []byte("PK\x05\x06\x00\x00\x00\x00")
	out = le.AppendUint16(out, uint16(count))
	out = le.AppendUint16(out, uint16(count))
	out = le.AppendUint32(out, uint32(size))
	out = le.AppendUint32(out, uint32(offset))
	return append(out, 0, 0)
}

// End64 is a large end record with its locator, of a directory that ends where it begins.
func End64(count, size, offset int) []byte {
	le := binary.LittleEndian
	out := []byte("PK\x06\x06\x2c\x00\x00\x00\x00\x00\x00\x00\x2d\x00\x2d\x00\x00\x00\x00\x00\x00\x00\x00\x00")
	for _, n := range []int{count, count, size, offset} {
		out = le.AppendUint64(out, uint64(n))
	}
	out = append(out, "PK\x06\x07\x00\x00\x00\x00"...)
	out = le.AppendUint64(out, uint64(offset+size))
	return append(out, 1, 0, 0, 0)
}

// Both changes local header and directory alike.
func (e *Entry) Both(change func(*Header)) {
	change(&e.Local)
	change(&e.Central)
}

// Stream makes an entry as a program does that writes without going back: the sizes follow the body, with or without the
// descriptor's signature, of eight bytes each where they are wide.
func (e *Entry) Stream(signature string, wide bool) {
	e.Both(func(h *Header) { h.Flags |= 8 })
	e.Local.CRC, e.Local.Packed, e.Local.Size = 0, 0, 0
	after := binary.LittleEndian.AppendUint32([]byte(signature), e.Central.CRC)
	for _, size := range []uint32{e.Central.Packed, e.Central.Size} {
		after = binary.LittleEndian.AppendUint32(after, size)
		if wide {
			after = append(after, 0, 0, 0, 0)
		}
	}
	e.After = after
}

// Store leaves an entry's content unpacked.
func (e *Entry) Store(tb testing.TB) {
	tb.Helper()
	e.Body = Inflate(tb, e.Body)
	e.Both(func(h *Header) { h.Method, h.Packed = 0, uint32(len(e.Body)) })
}

// Bomb puts n zeros into the entry's body; the size that it declares stays.
func (e *Entry) Bomb(tb testing.TB, n int) {
	tb.Helper()
	e.Body = Deflate(tb, make([]byte, n))
	e.Both(func(h *Header) { h.Packed = uint32(len(e.Body)) })
}

// Declaring is an entry of 400 KiB that declares 30 MiB, under any ratio that a reader may refuse.
func Declaring(name string) Entry {
	body := []byte(Scrambled(400 << 10))
	h := Header{Name: name, Method: 8, Packed: uint32(len(body)), Size: 30 << 20}
	return Entry{Local: h, Central: h, Body: body, Offset: -1}
}

// Zeros is a sound entry of n zeros, which says truly how many it holds.
func Zeros(tb testing.TB, name string, n int) Entry {
	tb.Helper()
	return Entries(tb, []Part{{name, string(make([]byte, n))}})[0]
}

// Scrambled is n digits that hardly pack, so that a test of counts is not refused for its ratio.
func Scrambled(n int) string {
	out := make([]byte, n)
	state := uint32(1)
	for i := range out {
		state = state*1664525 + 1013904223
		out[i] = '0' + byte(state>>16)%10
	}
	return string(out)
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}
