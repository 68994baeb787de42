package draft

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/flate"
)

// Level is a middle level of compression: higher ones save a few per cent and cost half the time again.
const Level = 4

// entry is a part as the zip holds it.
type entry struct {
	name     string
	deflated [][]byte // one stream, in pieces
	sum      uint32
	size     int // before deflating
}

// writeParts deflates parts and writes them as a zip.
func writeParts(out io.Writer, parts []part) error {
	entries, err := deflateAll(parts)
	if err != nil {
		return err
	}
	return writeZip(out, entries)
}

func deflateAll(parts []part) ([]entry, error) {
	w, err := flate.NewWriter(nil, Level)
	if err != nil {
		return nil, err
	}
	entries := make([]entry, len(parts))
	for i, p := range parts {
		deflated, err := deflate(w, p.data)
		if err != nil {
			return nil, err
		}
		entries[i] = entry{p.name, [][]byte{deflated}, crc32.ChecksumIEEE(p.data), len(p.data)}
	}
	return entries, nil
}

func deflate(w *flate.Writer, data []byte) ([]byte, error) {
	var buf bytes.Buffer
	w.Reset(&buf)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err := w.Close()
	return buf.Bytes(), err
}

// writeZip writes deflated parts as they are. Every entry bears the earliest date that a zip can: clocks would make equal
// workbooks differ.
func writeZip(out io.Writer, entries []entry) error {
	z := zip.NewWriter(out)
	for _, e := range entries {
		if err := e.write(z); err != nil {
			return err
		}
	}
	return z.Close()
}

func (e entry) write(z *zip.Writer) error {
	const version = 20 // of the format, the one that knows deflate
	h := &zip.FileHeader{
		Name: e.name, Method: zip.Deflate, CRC32: e.sum, UncompressedSize64: uint64(e.size),
		CreatorVersion: version, ReaderVersion: version,
	}
	//lint:ignore SA1019 CreateRaw heeds no other field
	h.ModifiedDate = 1<<5 | 1 // 1 January 1980
	for _, piece := range e.deflated {
		h.CompressedSize64 += uint64(len(piece))
	}
	w, err := z.CreateRaw(h)
	if err != nil {
		return err
	}
	for _, piece := range e.deflated {
		if _, err := w.Write(piece); err != nil {
			return err
		}
	}
	return nil
}
