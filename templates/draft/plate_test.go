package draft

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func pressed(t testing.TB, base *Workbook, more ...Style) *Plate {
	t.Helper()
	p, err := Press(base, more...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func printed(t testing.TB, p *Plate, w *Workbook) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := p.Write(&out, w); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// answered is the sample as the n-th unit filled it in, with the formulas' values; every third has more rows than the form.
func answered(rows, n int) *Workbook {
	w := sample(rows)
	w.Title, w.Properties[1].Value = fmt.Sprintf("Phiếu của đơn vị <%d>", n), fmt.Sprintf("dấu & vân %d", n)
	s := w.Sheets[1]
	for i := range s.Cells {
		c := &s.Cells[i]
		switch {
		case c.Row < 4:
		case c.Col == 4 && c.Row%5 == n%5:
			c.Value = number("1.25")
		case c.Row == 8 && n%2 == 1: // another style, formula and text
			c.Style = Style{Border: Thin, Wrap: true, Top: true}
			if c.Formula != "" {
				c.Formula += "&1"
			} else if c.Value.Kind == RichKind {
				c.Value.Runs = c.Value.Runs[:1]
			}
		case c.Col == 5 && c.Row%7 != n%7:
			c.Value = number(fmt.Sprintf("%d.%d", (c.Row*n)%11, c.Row%10))
		case c.Col == 6 && c.Row%7 != n%7:
			c.Value = number(fmt.Sprintf("1.%02d", (c.Row*n)%100))
		case c.Col == 7 && c.Row%7 != n%7:
			c.Value = Value{}
		case c.Col == 8 && c.Row%2 == 0:
			texts := []string{"Báo cáo số %d/BC-SNV", "=SUM(A%d)", " -%d ", "_x0041_%d", "Nghị quyết %d <&>\r\nhết", "Tốt"}
			c.Value = Text(strings.ReplaceAll(texts[c.Row/2%len(texts)], "%d", fmt.Sprint(c.Row*n)))
		}
	}
	if n%3 == 0 {
		s.line(rows + 4)
		s.line(rows + 9)
		s.Rows[rows+6] = Row{Hidden: true}
		s.Rows[5] = Row{Height: 60.5}
		s.Page.Breaks, w.Sheets[2].Page.Breaks = [][]int{{5, 9}, nil, {12}}[n/3], [][]int{{2}, {3, 4}, nil}[n/3]
	}
	return w
}

// cell is all that excelize reads of a cell.
type cell struct {
	Value, Formula string
	Kind           excelize.CellType
	Runs           []excelize.RichTextRun
	Style          *excelize.Style
}

type row struct {
	Height  float64
	Visible bool
	Outline uint8
}

// read gives every cell and every row of a file.
func read(t testing.TB, data []byte, w *Workbook) (map[string]cell, map[string]row) {
	t.Helper()
	f := opened(t, data)
	cells, rows := map[string]cell{}, map[string]row{}
	for _, s := range w.Sheets {
		for n := 1; n <= 60; n++ {
			key := fmt.Sprintf("%s!%d", s.Name, n)
			rows[key] = readRow(t, f, s.Name, n)
			for col := 1; col <= 9; col++ {
				place := Place{n, col}.String()
				cells[s.Name+"!"+place] = readCell(t, f, s.Name, place)
			}
		}
	}
	return cells, rows
}

func readRow(t testing.TB, f *excelize.File, sheet string, n int) row {
	height, err1 := f.GetRowHeight(sheet, n)
	visible, err2 := f.GetRowVisible(sheet, n)
	outline, err3 := f.GetRowOutlineLevel(sheet, n)
	for _, err := range []error{err1, err2, err3} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return row{height, visible, outline}
}

func readCell(t testing.TB, f *excelize.File, sheet, place string) cell {
	value, err1 := f.GetCellValue(sheet, place, excelize.Options{RawCellValue: true})
	formula, err2 := f.GetCellFormula(sheet, place)
	kind, err3 := f.GetCellType(sheet, place)
	id, err4 := f.GetCellStyle(sheet, place)
	style, err5 := f.GetStyle(id)
	for _, err := range []error{err1, err2, err3, err4, err5} {
		if err != nil {
			t.Fatal(err)
		}
	}
	got := cell{Value: value, Formula: formula, Kind: kind, Style: style}
	if kind == excelize.CellTypeSharedString {
		runs, err := f.GetCellRichText(sheet, place)
		if err != nil {
			t.Fatal(err)
		}
		got.Runs = runs
	}
	return got
}

// TestPlateEqualsPlainWay compares, cell by cell and part by part, with what excelize writes of the same workbooks.
func TestPlateEqualsPlainWay(t *testing.T) {
	p := pressed(t, sample(30))
	for n := range 7 {
		w := answered(30, n)
		quick, plain := printed(t, p, w), written(t, w)
		wellFormed(t, quick)
		cells, rows := read(t, quick, w)
		wantCells, wantRows := read(t, plain, w)
		if diff := cmp.Diff(wantCells, cells); diff != "" {
			t.Errorf("unit %d: %s", n, diff)
		}
		if diff := cmp.Diff(wantRows, rows); diff != "" {
			t.Errorf("unit %d: %s", n, diff)
		}
		if len(cells) != 3*60*9 {
			t.Errorf("%d cells read", len(cells))
		}
		sameFrames(t, files(t, quick), files(t, plain))
	}
}

// laidOver parts the sample's form into what never changes and what a unit filled in, laid over it.
func laidOver(w *Workbook, below *Sheet) *Workbook {
	own := func(c Cell) bool { return c.Row > 3 && c.Col > 4 }
	s := *w.Sheets[1]
	s.Over, s.Cells, s.Rows = below, slices.DeleteFunc(s.Cells, func(c Cell) bool { return !own(c) }), maps.Clone(s.Rows)
	maps.DeleteFunc(s.Rows, func(n int, r Row) bool { return below.Rows[n] == r })
	return &Workbook{w.Title, w.Properties, []*Sheet{w.Sheets[0], &s, w.Sheets[2]}}
}

// TestPlateOfSheetsOverOthers: laid over a sheet that has the rest, a sheet is as if it were whole.
func TestPlateOfSheetsOverOthers(t *testing.T) {
	below := sample(30).Sheets[1]
	below.Cells = slices.DeleteFunc(below.Cells, func(c Cell) bool { return c.Row > 3 && c.Col > 7 })
	p, other := pressed(t, laidOver(sample(30), below)), *below
	if !bytes.Equal(printed(t, p, laidOver(answered(30, 1), below)), printed(t, p, laidOver(answered(30, 1), &other))) {
		t.Error("over a copy of what the base is laid over, the bytes are others")
	}
	for n := range 7 {
		w := laidOver(answered(30, n), below)
		quick := printed(t, p, w)
		wellFormed(t, quick)
		cells, rows := read(t, quick, w)
		wantCells, wantRows := read(t, written(t, w), w)
		if diff := cmp.Diff(wantCells, cells) + cmp.Diff(wantRows, rows); diff != "" {
			t.Errorf("unit %d: %s", n, diff)
		}
		if !bytes.Equal(quick, printed(t, p, w.whole())) {
			t.Errorf("unit %d: the whole sheet gave other bytes", n)
		}
	}
}

// TestPlateOfCellsOverThoseBelow: a cell that the base has only from below may stand anew in a workbook, once.
func TestPlateOfCellsOverThoseBelow(t *testing.T) {
	below := sample(30).Sheets[1]
	below.Cells = slices.DeleteFunc(below.Cells, func(c Cell) bool { return c.Row > 3 && c.Col > 7 })
	p, w := pressed(t, laidOver(sample(30), below)), laidOver(answered(30, 1), below)
	for _, cell := range []Cell{below.Cells[0], below.Cells[len(below.Cells)-1]} {
		cell.Value = Text("viết lại")
		w.Sheets[1].Cells = append(slices.DeleteFunc(w.Sheets[1].Cells, func(c Cell) bool { return c.Place == cell.Place }), cell)
	}
	quick := printed(t, p, w)
	cells, _ := read(t, quick, w)
	want, _ := read(t, written(t, w), w)
	if diff := cmp.Diff(want, cells); diff != "" || !bytes.Equal(quick, printed(t, p, w.whole())) {
		t.Error("laid over cells, others came out", diff)
	}
}

// sameFrames compares everything but rows, shared strings and the list of styles, which has more in a plate.
func sameFrames(t *testing.T, quick, plain map[string]string) {
	t.Helper()
	for name, want := range plain {
		got := quick[name]
		switch {
		case strings.HasPrefix(name, "xl/worksheets/sheet"):
			got, want = frameOf(got), frameOf(want)
		case name == stringsPart, name == "xl/styles.xml":
			continue
		}
		if got != want {
			t.Errorf("%s: %s", name, cmp.Diff(want, got))
		}
	}
	if len(quick) != len(plain) {
		t.Errorf("%d parts, want %d", len(quick), len(plain))
	}
}

func frameOf(sheet string) string {
	head, rest, _ := strings.Cut(sheet, "<sheetData>")
	_, tail, _ := strings.Cut(rest, "</sheetData>")
	return head + tail
}

// TestPlateFindsTexts sees that the base's texts, rich ones too, are not written again.
func TestPlateFindsTexts(t *testing.T) {
	base, w := sample(10), sample(10)
	w.Sheets[1].Rows[4] = Row{Height: 99}
	w.Sheets[2].Cells[1].Value = Text("Chỉ đạo mới")
	parts := files(t, printed(t, pressed(t, base), w))
	plain := files(t, written(t, base))
	if got, want := strings.Count(parts[stringsPart], "<si>"), strings.Count(plain[stringsPart], "<si>")+1; got != want {
		t.Errorf("%d texts, want %d", got, want)
	}
}

// TestPlateFontsOfMoreStyles sees that the styles given beside the base have fonts like all others, with serifs.
func TestPlateFontsOfMoreStyles(t *testing.T) {
	p := pressed(t, sample(10), Style{Font: Font{Size: 33}})
	styles := files(t, printed(t, p, sample(10)))["xl/styles.xml"]
	fonts := strings.Count(styles, "</font>")
	if serifs := strings.Count(styles, `<family val="1"/>`); serifs != fonts-strings.Count(styles, "<dxf><font>") || !strings.Contains(styles, `<sz val="33"/>`) {
		t.Errorf("%d of %d fonts have serifs: %s", serifs, fonts, styles)
	}
}

// TestPlateWritesTextsAsExcelize: Press refuses a base whose texts it would write otherwise than excelize does.
func TestPlateWritesTextsAsExcelize(t *testing.T) {
	fonts := []Font{{}, {Size: 10.5, Bold: true, Color: "c00000"}, {Italic: true, Underline: true, Strike: true}}
	texts := []string{" a", "a\n", "\ta", "a\r\nb", `<&>"'`, "_x000D_", "_x005F_x0041_", "__x0041_", "_x00", "a\x00\x1f\uFFFEb", "\xff", "🙂", "e\u0302\u0301", "=1", "-", "0"}
	var cells []Cell
	for i, text := range texts {
		rich := Rich(Run{text, fonts[i%3]}, Run{"", fonts[0]}, Run{text, fonts[(i+1)%3]})
		cells = append(cells, Cell{Place: Place{i + 1, 1}, Value: Text(text)}, Cell{Place: Place{i + 1, 2}, Value: rich})
	}
	base, changed := one(cells...), one(cells...)
	changed.Sheets[0].Rows = map[int]Row{1: {Height: 20}} // so that all cells are written
	changed.Sheets[0].Cells = slices.Concat(cells, []Cell{{Place: Place{99, 1}, Value: number("1")}})
	quick, _ := read(t, printed(t, pressed(t, base), changed), changed)
	plain, _ := read(t, written(t, changed), changed)
	if diff := cmp.Diff(plain, quick); diff != "" {
		t.Error(diff)
	}
	if got := quick["Một!A7"].Value; got != "_x005F_x0041_" {
		t.Errorf("%q", got)
	}
}

// TestPlateRows looks into the file for what excelize doesn't read: without customHeight programs fit the height anew.
func TestPlateRows(t *testing.T) {
	sheet := files(t, printed(t, pressed(t, sample(10)), answered(10, 3)))["xl/worksheets/sheet2.xml"]
	plain := files(t, written(t, answered(10, 3)))["xl/worksheets/sheet2.xml"]
	for _, want := range []string{`<row r="5" ht="60.5" customHeight="1">`, `<row r="12" ht="45">`,
		`<ignoredError sqref="F1:H13" numberStoredAsText="1"/>`} {
		if !strings.Contains(plain, want) {
			t.Errorf("excelize wrote no %s", want)
		}
	}
	for _, want := range []string{`<row r="5" ht="60.5" customHeight="1">`, `<row r="16" hidden="1"/>`,
		`<row r="19" ht="45" customHeight="1" outlineLevel="1">`, `<row r="12" ht="45">`} {
		if !strings.Contains(sheet, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestPlateOfTheBase(t *testing.T) {
	base := sample(10)
	p := pressed(t, base)
	first := printed(t, p, base)
	if !bytes.Equal(first, printed(t, p, sample(10))) || !bytes.Equal(first, printed(t, pressed(t, sample(10)), base)) {
		t.Error("the base gave other bytes")
	}
}

// TestPlateUnordered sees that the order of the cells is no matter, and stays as it is.
func TestPlateUnordered(t *testing.T) {
	p, w := pressed(t, sample(10)), answered(10, 1)
	want := printed(t, p, w)
	slices.Reverse(w.Sheets[1].Cells)
	last := w.Sheets[1].Cells[0].Place
	if !bytes.Equal(want, printed(t, p, w)) {
		t.Error("another order of cells gave other bytes")
	}
	if w.Sheets[1].Cells[0].Place != last {
		t.Error("the workbook's cells were put in order")
	}
}

// TestPlateAtOnce prints from many goroutines: the same bytes as one after the other. The race detector watches.
func TestPlateAtOnce(t *testing.T) {
	p := pressed(t, sample(30))
	var want [8][]byte
	for n := range want {
		want[n] = printed(t, p, answered(30, n))
	}
	var wait sync.WaitGroup
	for worker := range 8 {
		wait.Go(func() {
			for i := range want {
				n := (i + worker) % len(want)
				var out bytes.Buffer
				if err := p.Write(&out, answered(30, n)); err != nil || !bytes.Equal(out.Bytes(), want[n]) {
					t.Errorf("unit %d: other bytes, or %v", n, err)
				}
			}
		})
	}
	wait.Wait()
}

func TestPlateRefuses(t *testing.T) {
	strange := Style{Font: Font{Size: 33}}
	cellOf := func(w *Workbook) *Cell { return &w.Sheets[1].Cells[20] }
	tests := []struct {
		name, want string
		change     func(w *Workbook)
	}{
		{"unknown style", "give it to Press", func(w *Workbook) { cellOf(w).Style = strange }},
		{"another column", `sheet "Phiếu chấm": more than rows`, func(w *Workbook) { w.Sheets[1].Columns[2].Width = 61 }},
		{"another name", "more than rows", func(w *Workbook) { w.Sheets[2].Name = "Khác" }},
		{"another merge", "more than rows", func(w *Workbook) { w.Sheets[1].Merges[0].To.Col = 7 }},
		{"fewer sheets", "has not the sheets", func(w *Workbook) { w.Sheets = w.Sheets[:2] }},
		{"fewer properties", "has not the sheets, the properties", func(w *Workbook) { w.Properties = nil }},
		{"no title", "or the title", func(w *Workbook) { w.Title = "" }},
		{"another property", `property "x"`, func(w *Workbook) { w.Properties[0].Name = "x" }},
		{"cell twice", "written twice", func(w *Workbook) { w.Sheets[1].Cells = append(w.Sheets[1].Cells, *cellOf(w)) }},
		{"long text", "shorten it", func(w *Workbook) { cellOf(w).Value = Text(strings.Repeat("a", 32768)) }},
		{"hidden by a merge", "a merge hides it", func(w *Workbook) { *cellOf(w) = Cell{Place: Place{1, 3}, Value: Text("a")} }},
		{"break after no row", "which is no row", func(w *Workbook) { w.Sheets[1].Page.Breaks = []int{0} }},
		{"breaks and no footer", "give it a footer", func(w *Workbook) { w.Sheets[0].Page.Breaks = []int{3} }},
		{"high row", "out of bounds", func(w *Workbook) { w.Sheets[1].Rows[4] = Row{Height: 500} }},
	}
	p := pressed(t, sample(10))
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := sample(10)
			test.change(w)
			if err := p.Write(io.Discard, w); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v, want %q in it", err, test.want)
			}
		})
	}
	w := sample(10)
	cellOf(w).Style = strange
	printed(t, pressed(t, sample(10), strange), w)
}

func TestPressRefuses(t *testing.T) {
	for _, test := range []struct {
		name, want string
		base       *Workbook
	}{
		{"no text", "no text", one(Cell{Place: Place{1, 1}, Value: number("1")})},
		{"faulty", "written twice", one(Cell{Place: Place{1, 1}}, Cell{Place: Place{1, 1}})},
	} {
		if _, err := Press(test.base); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q in it", test.name, err, test.want)
		}
	}
}
