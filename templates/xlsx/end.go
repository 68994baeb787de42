package xlsx

import (
	"bytes"
	"encoding/binary"
)

// maxComment is the longest comment that an end record can have; what pads a file after it is held to the same.
const maxComment = 1<<16 - 1

// Sizes of the large end record and of the locator that follows it.
const (
	end64Len   = 56
	locatorLen = 20
)

// ending is what an end record says of the directory.
type ending struct{ start, size, count uint64 }

// endRecord finds the directory by the end record, and gives the file as far as the record and its comment go.
func endRecord(data []byte) (whole []byte, start, count int, err error) {
	at, end, err := findEnd(data)
	if err != nil {
		return nil, 0, 0, err
	}
	e, records, err := readEnd(data[:end], at)
	switch {
	case err != nil:
		return nil, 0, 0, err
	case e.count > maxEntries:
		return nil, 0, 0, tooMuch("số mục trong tệp nén", "1.000")
	case e.size > maxDirectory || e.start > uint64(records) || e.start+e.size != uint64(records):
		return nil, 0, 0, damaged("mục lục của tệp nén không khớp")
	}
	return data[:end], int(e.start), int(e.count), nil
}

// findEnd finds the last end record and where its comment ends. Mail gateways and editors add line ends or zeros after it, which
// no reader minds; anything else there may be another file.
func findEnd(data []byte) (at, end int, err error) {
	from := max(0, len(data)-endLen-2*maxComment)
	at = bytes.LastIndex(data[from:], []byte(sigEnd))
	if at += from; at < from || len(data)-at < endLen || len(data)-at-endLen < word(data, at+20) {
		return 0, 0, damaged("thiếu phần cuối (tệp bị cắt cụt hoặc có dữ liệu lạ ở cuối)")
	}
	end = at + endLen + word(data, at+20)
	if rest := bytes.Trim(data[end:], "\r\n\x00"); len(rest) > 0 {
		return 0, 0, unclear("có %d byte lạ sau phần cuối của tệp nén", len(data)-end)
	}
	return at, end, nil
}

// readEnd reads the end record at a place, with the large one before it if there is one. records is where the first of them begins.
func readEnd(data []byte, at int) (e ending, records int, err error) {
	small := ending{uint64(long(data, at+16)), uint64(long(data, at+12)), uint64(word(data, at+10))}
	if word(data, at+4) != 0 || word(data, at+6) != 0 || word(data, at+8) != word(data, at+10) {
		return e, 0, abnormal("tệp nén chia nhiều phần")
	}
	locator := at - locatorLen
	if locator < end64Len || !hasPrefix(data[locator:], sigLocator) {
		return small, at, nil
	}
	record := locator - end64Len
	large, ok := readEnd64(data[record:at], record)
	if !ok || !agrees(small.count, large.count, 1<<16-1) || !agrees(small.size, large.size, 1<<32-1) || !agrees(small.start, large.start, 1<<32-1) {
		return e, 0, unclear("hai phần cuối của tệp nén nói khác nhau")
	}
	return large, record, nil
}

// readEnd64 reads the large end record with its locator, which must lead to it. It may be of no newer kind than the first.
func readEnd64(data []byte, at int) (ending, bool) {
	wide := binary.LittleEndian.Uint64
	oneDisk := long(data, 16) == 0 && long(data, 20) == 0 && long(data, end64Len+4) == 0 && long(data, end64Len+16) <= 1
	ok := hasPrefix(data, sigEnd64) && wide(data[4:]) == end64Len-12 && oneDisk && wide(data[24:]) == wide(data[32:]) &&
		wide(data[end64Len+8:]) == uint64(at)
	return ending{start: wide(data[48:]), size: wide(data[40:]), count: wide(data[32:])}, ok
}

// agrees says that a field of the small record is that of the large one, or leaves it to that.
func agrees(small, large, left uint64) bool { return small == large || small == left }
