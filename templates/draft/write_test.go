package draft

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func written(t testing.TB, w *Workbook) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := w.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func opened(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// files reads every part of a package.
func files(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if _, twice := all[f.Name]; twice {
			t.Errorf("%s stands twice", f.Name)
		}
		all[f.Name] = string(text)
	}
	return all
}

func wellFormed(t *testing.T, data []byte) {
	t.Helper()
	for name, text := range files(t, data) {
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			_, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Errorf("%s: %v", name, err)
				break
			}
		}
	}
}

func TestWriteEqualBytes(t *testing.T) {
	first := written(t, sample(20))
	wellFormed(t, first)
	for range 5 {
		if !bytes.Equal(first, written(t, sample(20))) {
			t.Fatal("the same workbook gave other bytes")
		}
	}
	if w := sample(21); bytes.Equal(first, written(t, w)) {
		t.Fatal("another workbook gave the same bytes")
	}
}

// one is a workbook of one sheet with these cells.
func one(cells ...Cell) *Workbook { return &Workbook{Sheets: []*Sheet{{Name: "Một", Cells: cells}}} }

func TestValuesSurvive(t *testing.T) {
	at := Place{3, 2}
	tests := []struct {
		name, value, formula string
		kind                 excelize.CellType
		cell                 Cell
	}{
		{"text", "Sở Nội vụ", "", excelize.CellTypeSharedString, Cell{Place: at, Value: Text("Sở Nội vụ")}},
		{"spaces", " a\n\tb ", "", excelize.CellTypeSharedString, Cell{Place: at, Value: Text(" a\n\tb ")}},
		{"markup", `<a & "b" 'c'>`, "", excelize.CellTypeSharedString, Cell{Place: at, Value: Text(`<a & "b" 'c'>`)}},
		{"coded", "_x0041_ _x005F_x0041_", "", excelize.CellTypeSharedString, Cell{Place: at, Value: Text("_x0041_ _x005F_x0041_")}},
		{"control characters", "a\uFFFDb\nc\uFFFDd\ne\uFFFD", "", excelize.CellTypeSharedString, Cell{Place: at, Value: Text("a\x00b\r\nc\x1fd\re\uFFFE")}},
		{"broken UTF-8", "a\uFFFDb", "", excelize.CellTypeSharedString, Cell{Place: at, Value: Text("a\xffb")}},
		{"looks like a formula", "=1+1", "", excelize.CellTypeSharedString, Cell{Place: at, Value: Text("=1+1")}},
		{"looks like a number", "007", "", excelize.CellTypeSharedString, Cell{Place: at, Value: Text("007")}},
		{"number", "1.35", "", excelize.CellTypeUnset, Cell{Place: at, Value: number("1.350")}},
		{"exact number", "0.12345678901234567891", "", excelize.CellTypeUnset, Cell{Place: at, Value: number("0.12345678901234567891")}},
		{"negative number", "-7", "", excelize.CellTypeUnset, Cell{Place: at, Value: number("-7")}},
		{"rich", "đậm và thường", "", excelize.CellTypeSharedString,
			Cell{Place: at, Value: Rich(Run{"đậm ", Font{Bold: true}}, Run{"và thường", Font{}})}},
		{"formula with a number", "2.5", `IF(A1<>"&",5/2,0)`, excelize.CellTypeUnset,
			Cell{Place: at, Value: number("2.5"), Formula: `IF(A1<>"&",5/2,0)`}},
		{"formula with a text", "12", `"1"&"2"`, excelize.CellTypeFormula, Cell{Place: at, Value: Text("12"), Formula: `"1"&"2"`}},
		{"formula with nothing", "", `""`, excelize.CellTypeFormula, Cell{Place: at, Formula: `""`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data := written(t, one(test.cell))
			wellFormed(t, data)
			f := opened(t, data)
			value, err := f.GetCellValue("Một", "B3", excelize.Options{RawCellValue: true})
			if err != nil || value != test.value {
				t.Errorf("value %q, %v, want %q", value, err, test.value)
			}
			if formula, err := f.GetCellFormula("Một", "B3"); err != nil || formula != test.formula {
				t.Errorf("formula %q, %v, want %q", formula, err, test.formula)
			}
			if kind, err := f.GetCellType("Một", "B3"); err != nil || kind != test.kind {
				t.Errorf("type %v, %v, want %v", kind, err, test.kind)
			}
		})
	}
}

// TestQuotePrefix looks into the file: only texts that look like formulas are marked, and their style is otherwise the same.
func TestQuotePrefix(t *testing.T) {
	parts := files(t, written(t, one(
		Cell{Place: Place{1, 1}, Value: Text("+84 225")}, Cell{Place: Place{1, 2}, Value: Text("84")},
		Cell{Place: Place{1, 3}, Value: Text("@a")}, Cell{Place: Place{1, 4}, Value: Text("-"), Formula: `"-"`},
	)))
	if n := strings.Count(parts["xl/styles.xml"], "quotePrefix"); n != 1 {
		t.Errorf("%d styles are marked, want 1", n)
	}
	for _, want := range []string{`<c r="A1" s="2"`, `<c r="B1" s="1"`, `<c r="C1" s="2"`, `<c r="D1" s="1"`} {
		if !strings.Contains(parts["xl/worksheets/sheet1.xml"], want) {
			t.Errorf("no %s in %s", want, parts["xl/worksheets/sheet1.xml"])
		}
	}
}

// TestInTheFile looks for what excelize has no reading call for, and what must not be there.
func TestInTheFile(t *testing.T) {
	parts := files(t, written(t, sample(20)))
	tests := []struct{ part, has, hasNot string }{
		{"xl/workbook.xml", `fullCalcOnLoad="1"`, "filterPrivacy"},
		{"xl/workbook.xml", `activeTab="1"`, ""},
		{"xl/workbook.xml", `<sheet name="_cchc" sheetId="1" r:id="rId1" state="hidden"/>`, ""},
		{"xl/workbook.xml", `name="_xlnm.Print_Titles">&#39;Phiếu chấm&#39;!$2:$2<`, ""},
		{"xl/workbook.xml", `name="_xlnm.Print_Area">&#39;Phiếu chấm&#39;!$A$1:$H$23<`, ""},
		{"xl/worksheets/sheet2.xml", `outlineLevelRow="2"`, "<dimension"},
		{"xl/worksheets/sheet2.xml", `<formula1>AND(ISNUMBER(E4),E4&gt;=0,E4&lt;=10,"a&amp;b"&lt;&gt;"")</formula1>`, "<colBreaks"},
		{"xl/worksheets/sheet2.xml", `errorTitle="Sai số liệu" prompt="Nhập số từ 0 đến 10.&#xA;Dùng dấu phẩy." promptTitle="Số liệu" showErrorMessage="1"`, ""},
		{"xl/worksheets/sheet2.xml", `sqref="E4:E9 E11:E23" type="custom"`, `password`},
		{"xl/worksheets/sheet2.xml", `<pageSetup fitToHeight="0" fitToWidth="1" orientation="landscape" paperSize="9"/>`, ""},
		{"xl/worksheets/sheet2.xml", `<brk id="20" max="16383" man="1"/>`, ""},
		{"xl/worksheets/sheet2.xml", `<mergeCell ref="B1:H1"/>`, ""},
		{"xl/worksheets/sheet2.xml", `formatColumns="0" formatRows="0" insertColumns="1"`, ""},
		{"xl/worksheets/sheet3.xml", `<autoFilter ref="A1:C4"/>`, "filterMode"},
		{"xl/charts/chart1.xml", "<tx><v>Điểm đạt</v></tx>", "<f>Điểm"},
		{"xl/styles.xml", `<name val="Times New Roman"/>`, "Calibri"},
		{"xl/styles.xml", `<protection hidden="0" locked="0"/>`, ""},
		{"xl/theme/theme1.xml", `<a:latin typeface="Times New Roman"/>`, "Calibri"},
		{"docProps/custom.xml", `name="cchc-dau-van"><vt:lpwstr>a&lt;b&gt;&amp;&#34;c&#34;<`, ""},
		{"docProps/app.xml", `<Application>cchc<`, ""},
	}
	for _, test := range tests {
		text := parts[test.part]
		if !strings.Contains(text, test.has) {
			t.Errorf("%s: no %s", test.part, test.has)
		}
		if test.hasNot != "" && strings.Contains(text, test.hasNot) {
			t.Errorf("%s: has %s", test.part, test.hasNot)
		}
	}
}

// TestEveryPartIsKnown sees to it that whatever a relation names is there, and has a content type.
func TestEveryPartIsKnown(t *testing.T) {
	parts := files(t, written(t, sample(15)))
	var types contentTypes
	if err := xml.Unmarshal([]byte(parts[typesPart]), &types); err != nil {
		t.Fatal(err)
	}
	var named, present []string
	for _, o := range types.Overrides {
		named = append(named, strings.TrimPrefix(o.PartName, "/"))
	}
	for name := range parts {
		if name != typesPart && !strings.HasSuffix(name, ".rels") {
			present = append(present, name)
		}
	}
	sorted := cmp.Transformer("set", func(list []string) map[string]int {
		set := map[string]int{}
		for _, s := range list {
			set[s]++
		}
		return set
	})
	if diff := cmp.Diff(present, named, sorted); diff != "" {
		t.Error(diff)
	}
}

func TestTooLong(t *testing.T) {
	w := one(Cell{Place: Place{1, 1}, Value: Text(strings.Repeat("đ", 32767))}, Cell{Place: Place{7, 2}, Value: Text(strings.Repeat("đ", 32768))})
	err := w.Write(io.Discard)
	var long *TooLongError
	if !errors.As(err, &long) {
		t.Fatalf("%v", err)
	}
	if diff := cmp.Diff(&TooLongError{"Một", Place{7, 2}, 32768}, long); diff != "" {
		t.Error(diff)
	}
}
