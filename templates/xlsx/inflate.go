package xlsx

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"
	"strings"

	"github.com/klauspost/compress/flate"
)

// inflater unpacks the entries of one file, one after the other, and counts what comes out.
type inflater struct {
	source  bytes.Reader
	flate   io.ReadCloser
	scratch []byte
	total   int
}

// inflate unpacks every entry to its end. The XML parts stay, by folded name; of pictures and the like
// only the soundness is proved.
func inflate(entries []entry) (map[string][]byte, error) {
	parts := make(map[string][]byte, len(entries))
	in := &inflater{}
	for _, e := range entries {
		name := foldName(nameOf(e.File))
		keep := strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")
		content, err := in.read(e, keep)
		if err != nil {
			return nil, err
		}
		if keep {
			parts[name] = content
		}
	}
	return parts, nil
}

// read unpacks one entry and proves size and CRC.
func (in *inflater) read(e entry, keep bool) ([]byte, error) {
	content, size, sum, err := in.unpack(e, keep)
	if err != nil || uint64(size) != e.UncompressedSize64 || sum != e.CRC32 {
		return nil, damaged("mục %q không giải nén được trọn vẹn", e.Name)
	}
	if in.total += size; in.total > maxParts {
		return nil, tooMuch("tổng dung lượng sau giải nén", "64 MB")
	}
	return content, nil
}

// unpack returns the bytes if they are kept, their number and their CRC.
func (in *inflater) unpack(e entry, keep bool) (content []byte, size int, sum uint32, err error) {
	if e.Method == zip.Store || len(e.packed) == 0 { // some programs pack nothing into nothing
		return e.packed, len(e.packed), crc32.ChecksumIEEE(e.packed), nil
	}
	in.open(e.packed)
	buffer := in.buffer(e, keep)
	for {
		n, err := in.flate.Read(buffer[len(content):cap(buffer)])
		sum = crc32.Update(sum, crc32.IEEETable, buffer[len(content):len(content)+n])
		if size += n; uint64(size) > e.UncompressedSize64 {
			return nil, size, sum, io.ErrShortBuffer
		}
		if keep {
			content = buffer[:len(content)+n]
		}
		switch {
		case err == io.EOF && in.source.Len() == 0:
			return content, size, sum, nil
		case err != nil:
			return nil, size, sum, err
		case len(content) == cap(buffer):
			buffer = grown(content, e)
		}
	}
}

// open points the one flate reader at the next packed bytes.
func (in *inflater) open(packed []byte) {
	in.source.Reset(packed)
	if in.flate == nil {
		in.flate = flate.NewReader(&in.source)
		return
	}
	in.flate.(flate.Resetter).Reset(&in.source, nil)
}

// buffer is the space to unpack into. A declared size counts only as far as the packed bytes make it likely,
// and never reserves more than a megabyte beforehand.
func (in *inflater) buffer(e entry, keep bool) []byte {
	if !keep {
		if in.scratch == nil {
			in.scratch = make([]byte, 32<<10)
		}
		return in.scratch[:0]
	}
	return make([]byte, 0, min(int(e.UncompressedSize64), len(e.packed)*maxRatio, 1<<20)+1)
}

// grown is a larger buffer with the content so far: what has come out makes the declared size more likely. A byte to
// spare lets the flate reader say that it is at its end.
func grown(content []byte, e entry) []byte {
	larger := make([]byte, len(content), max(len(content)+512, min(4*len(content), int(e.UncompressedSize64)+1)))
	copy(larger, content)
	return larger
}
