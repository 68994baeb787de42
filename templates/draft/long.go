package draft

import (
	"bytes"
	"hash/crc32"
	"io"
	"iter"
	"strconv"
)

// LongRow is a row of a sheet that is too long to be held as cells: its number, how it looks, and its cells.
type LongRow struct {
	Number int
	Look   Row
	Cells  []Cell
}

// WriteLong is [Plate.Write] for a workbook one of whose sheets, that of the index, goes on below its own rows: each further row is
// made when it is written, and forgotten.
func (p *Plate) WriteLong(out io.Writer, w *Workbook, sheet int, more iter.Seq[LongRow]) error {
	return p.write(out, w, func(f *filler) { f.long, f.more = w.Sheets[sheet], more })
}

// longChunk is how much of a sheet is held before it is deflated.
const longChunk = 64 << 10

// mostShared is how many texts of a workbook with a long sheet go into the table of shared texts. What comes after, unless it is
// there already, is written where it stands: the table is held until the end.
const mostShared = 4096

// words write a text that a cell holds.
func (f *filler) words(v Value) {
	n, held := f.shared(v)
	if held {
		f.add(` t="s">`).value(strconv.Itoa(n))
		return
	}
	f.add(` t="inlineStr"><is>`)
	f.rows = appendT(f.rows, v.Text)
	f.add("</is></c>")
}

// putLong fills the frame of a sheet with the rows that stand ready and with those that follow.
func (f *filler) putLong(frame *frame, s *Sheet) {
	var deflated bytes.Buffer
	f.deflater.Reset(&deflated)
	sum, size := frame.sum, frame.size
	flush := func() {
		f.references += references(f.rows)
		sum, size = crc32.Update(sum, crc32.IEEETable, f.rows), size+len(f.rows)
		_, err := f.deflater.Write(f.rows)
		f.found(err)
		f.rows = f.rows[:0]
	}
	for row := range f.more {
		f.rowOf(s, row.Number, row.Look, row.Cells)
		if len(f.rows) > longChunk {
			flush()
		}
	}
	flush()
	f.found(f.deflater.Flush())
	sum = crc32.Update(sum, crc32.IEEETable, frame.after)
	f.entries[frame.entry] = entry{f.entries[frame.entry].name, [][]byte{frame.head, deflated.Bytes(), frame.tail}, sum, size}
}
