package draft

import (
	"bytes"
	"io"
	"maps"
	"slices"
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
	again := LongRow{Number: 6, Cells: []Cell{{Place: Place{6, 1}, Value: Text("một")}, {Place: Place{6, 1}, Value: Text("hai")}}}
	if err := plate.WriteLong(io.Discard, &short, 1, slices.Values([]LongRow{again})); err == nil {
		t.Error("two cells in one place of a row that follows are taken")
	}
}
