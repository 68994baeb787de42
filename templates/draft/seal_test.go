package draft

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A sealed workbook is known as it was written, by either way, and no longer once somebody has typed into it or saved it again.
func TestSeal(t *testing.T) {
	base, filled := sample(12), answered(12, 3)
	base.Seal()
	filled.Seal()
	var plain, unsealed bytes.Buffer
	if err := filled.Write(&plain); err != nil {
		t.Fatal(err)
	}
	if err := answered(12, 3).Write(&unsealed); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		file []byte
		want bool
	}{
		{"through excelize", plain.Bytes(), true},
		{"through a plate", printed(t, pressed(t, base, filled.Styles()...), filled), true},
		{"never sealed", unsealed.Bytes(), false},
		{"typed into", resaved(t, plain.Bytes(), func(f *excelize.File) error { return f.SetCellStr(filled.Sheets[1].Name, "H30", "đã hỏi") }), false},
		{"saved again", resaved(t, plain.Bytes(), func(*excelize.File) error { return nil }), false},
		{"cut short", plain.Bytes()[:plain.Len()/2], false},
		{"no workbook", []byte("mã;tên"), false},
	} {
		if got := IsSealed(test.file); got != test.want {
			t.Errorf("%s: sealed %v, want %v", test.name, got, test.want)
		}
	}
}

func resaved(t *testing.T, file []byte, change func(*excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := change(f); err != nil {
		t.Fatal(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A sheet whose rows follow one by one is the one that holds them all.
func TestLongSheet(t *testing.T) {
	whole := answered(12, 2)
	s := whole.Sheets[1]
	for n := 20; n < 500; n++ { // some 200 KB, so that it is deflated in pieces
		s.line(n)
	}
	head := *s
	head.Cells, head.Rows = nil, map[int]Row{}
	var more []LongRow
	for _, c := range s.sorted() {
		if c.Row <= 5 {
			head.Cells = append(head.Cells, c)
			continue
		}
		if len(more) == 0 || more[len(more)-1].Number != c.Row {
			more = append(more, LongRow{Number: c.Row, Look: s.Rows[c.Row]})
		}
		more[len(more)-1].Cells = append(more[len(more)-1].Cells, c)
	}
	for n, look := range s.Rows {
		if n <= 5 {
			head.Rows[n] = look
		}
	}
	short := *whole
	short.Sheets = slices.Clone(whole.Sheets)
	short.Sheets[1] = &head
	plate := pressed(t, sample(12), whole.Styles()...)
	var got bytes.Buffer
	if err := plate.WriteLong(&got, &short, 1, slices.Values(more)); err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(files(t, got.Bytes()), files(t, printed(t, plate, whole))) {
		t.Error("the rows that follow are written otherwise than those of a sheet")
	}
	checkManyTexts(t, plate, &short)
	again := LongRow{Number: 6, Cells: []Cell{{Place: Place{6, 1}, Value: Text("một")}, {Place: Place{6, 1}, Value: Text("hai")}}}
	if err := plate.WriteLong(io.Discard, &short, 1, slices.Values([]LongRow{again})); err == nil {
		t.Error("two cells in one place of a row that follows are taken")
	}
}

// checkManyTexts has more texts in a sheet than are shared: each is read where it stands, whatever is in it.
func checkManyTexts(t *testing.T, plate *Plate, short *Workbook) {
	t.Helper()
	const many = mostShared + 500
	text := func(n int) string { return fmt.Sprintf(" =%d <&>\nhết ", n) }
	more := func(yield func(LongRow) bool) {
		for n := range many {
			if !yield(LongRow{Number: 6 + n, Cells: []Cell{{Place: Place{6 + n, 1}, Value: Text(text(n))}}}) {
				return
			}
		}
	}
	var out bytes.Buffer
	if err := plate.WriteLong(&out, short, 1, more); err != nil {
		t.Fatal(err)
	}
	if parts := files(t, out.Bytes()); strings.Count(parts[stringsPart], "<si>") > mostShared+plate.count || strings.Count(parts[sheetPart(1)], "inlineStr") < 500 {
		t.Error("all texts are held to the end")
	}
	f := opened(t, out.Bytes())
	rows, err := f.GetRows(short.Sheets[1].Name)
	if err != nil || len(rows) != many+5 {
		t.Fatal(len(rows), err)
	}
	for n := range many {
		if rows[5+n][0] != text(n) {
			t.Fatalf("row %d holds %q", 6+n, rows[5+n][0])
		}
	}
}
