package xlsx

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestValues holds what a cell may hold, each in the ways that programs write it.
func TestValues(t *testing.T) {
	tests := []struct{ name, cell, want string }{
		{"number", `<c r="A1"><v>12</v></c>`, "A1 number 12"},
		{"typed number", `<c r="A1" t="n"><v>4.9999999999999991</v></c>`, "A1 number 4.9999999999999991"},
		{"blanks around a number", "<c r=\"A1\"><v>\n 12 </v></c>", "A1 number 12"},
		{"number in CDATA", `<c r="A1"><v>1<![CDATA[2]]>3</v></c>`, "A1 number 123"},
		{"exponent", `<c r="A1"><v>1E-3</v></c>`, "A1 number 1E-3"},
		{"NaN stays raw", `<c r="A1"><v>NaN</v></c>`, "A1 number NaN"},
		{"1e400 stays raw", `<c r="A1"><v>1e400</v></c>`, "A1 number 1e400"},
		{"percent", `<c r="A1" s="1"><v>0.8</v></c>`, "A1 number 0.8 %"},
		{"date", `<c r="A1" s="2"><v>45000</v></c>`, "A1 number 45000 date"},
		{"date written out", `<c r="A1" t="d"><v>2023-05-10</v></c>`, "A1 text 2023-05-10 date"},
		{"true", `<c r="A1" t="b"><v>1</v></c>`, "A1 bool TRUE"},
		{"false", `<c r="A1" t="b"><v>0</v></c>`, "A1 bool FALSE"},
		{"error", `<c r="A1" t="e"><v>#DIV/0!</v></c>`, "A1 error #DIV/0!"},
		{"shared string", `<c r="A1" t="s"><v>0</v></c>`, "A1 text không"},
		{"rich shared string without its readings", `<c r="A1" t="s"><v>1</v></c>`, "A1 text một hai"},
		{"formula with a number", `<c r="A1"><f>1+1</f><v>2</v></c>`, "A1 number 2 formula"},
		{"formula with a text", `<c r="A1" t="str"><f>"a"</f><v>a</v></c>`, "A1 text a formula"},
		{"formula with an empty text", `<c r="A1" t="str"><f>""</f><v></v></c>`, "A1 text  formula"},
		{"formula without a value", `<c r="A1"><f>1+1</f></c>`, "A1 empty  formula"},
		{"formula with a blank value", `<c r="A1"><f>1+1</f><v/></c>`, "A1 empty  formula"},
		{"shared formula", `<c r="A1"><f t="shared" si="0"/><v>3</v></c>`, "A1 number 3 formula"},
		{"formula with an error", `<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`, "A1 error #DIV/0! formula"},
		{"text without a formula", `<c r="A1" t="str"><v>1,5</v></c>`, "A1 text 1,5"},
		{"inline string", `<c r="A1" t="inlineStr"><is><t>x</t></is></c>`, "A1 text x"},
		{"inline string without one", `<c r="A1" t="inlineStr"/>`, ""},
		{"empty inline string", `<c r="A1" t="inlineStr"><is/></c>`, "A1 text "},
		{"references", `<c r="A1" t="str"><v>&lt;a&gt; &amp;amp; &#272;&#x1ed9;</v></c>`, "A1 text <a> &amp; Độ"},
		{"decomposed letters", "<c r=\"A1\" t=\"str\"><v>Phie\u0302\u0301u</v></c>", "A1 text Phiếu"},
		{"no-break space stays", "<c r=\"A1\" t=\"str\"><v>\u00a05</v></c>", "A1 text \u00a05"},
		{"full-width digits stay", `<c r="A1" t="str"><v>１２</v></c>`, "A1 text １２"},
		{"escaped carriage return", `<c r="A1" t="str"><v>a_x000D_b</v></c>`, "A1 text a\rb"},
		{"escaped escape", `<c r="A1" t="str"><v>_x005F_x000D_</v></c>`, "A1 text _x000D_"},
		{"what only looks escaped", `<c r="A1" t="str"><v>_x00G0_ _xD800_ _x12</v></c>`, "A1 text _x00G0_ _xD800_ _x12"},
		{"escapes are for text only", `<c r="A1"><v>_x0031_</v></c>`, "A1 number _x0031_"},
		{"line ends", "<c r=\"A1\" t=\"str\"><v>a\r\nb\rc</v></c>", "A1 text a\nb\nc"},
		{"blanks of a text stay", `<c r="A1" t="str"><v> a </v></c>`, "A1 text  a "},
		{"comment inside a text", `<c r="A1" t="str"><v>a<!-- b -->c</v></c>`, "A1 text ac"},
		{"extension in a cell", `<c r="A1"><v>1</v><extLst><ext><f>9</f></ext></extLst></c>`, "A1 number 1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			sheets, err := readAll(packed(t, sheetOf(`<row r="1">`+test.cell+`</row>`)))
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			if test.want != "" {
				want = []string{test.want}
			}
			if diff := cmp.Diff(want, plain(sheets[0])); diff != "" {
				t.Errorf("cells differ (-want +got):\n%s", diff)
			}
		})
	}
}

// TestSheet holds access by place, merges and hiding.
func TestSheet(t *testing.T) {
	sheets, err := readAll(packed(t, worksheetOf(`<cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols><sheetData>
		<row r="2"><c r="A2"><v>1</v></c><c r="XFD2"><v>2</v></c></row><row r="4" hidden="true"/><row r="5"><c r="A5"><v>3</v></c><c r="F5"><v>4</v></c><c r="G5"><v>5</v></c></row>
		</sheetData><mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="C9"/></mergeCells>`)))
	if err != nil {
		t.Fatal(err)
	}
	s := sheets[0]
	type found struct {
		Text                 string
		Merged, HideR, HideC bool
	}
	at := func(row, col int) found {
		_, merged := s.Merged(row, col)
		return found{s.Cell(row, col).Text, merged, s.RowHidden(row), s.ColumnHidden(col)}
	}
	got := map[string]found{"A2": at(2, 1), "XFD2": at(2, 16384), "C4": at(4, 3), "A5": at(5, 1), "F5": at(5, 6), "G5": at(5, 7), "C9": at(9, 3), "B7": at(7, 2)}
	want := map[string]found{"A2": {"1", true, false, false}, "XFD2": {"2", false, false, false}, "C4": {"", false, true, true}, "A5": {"3", false, false, false},
		"F5": {"4", false, false, false}, "G5": {"5", false, false, false}, "C9": {"", true, false, true}, "B7": {"", false, false, true}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cells differ (-want +got):\n%s", diff)
	}
	if got := s.Merges[0].String(); got != "A1:B2" {
		t.Errorf("merge reads %s", got)
	}
	if got := len(s.Cells()); got != 5 {
		t.Errorf("%d cells, want 5", got)
	}
}

// TestArrays holds formulas that fill several cells: all of them are marked.
func TestArrays(t *testing.T) {
	sheets, err := readAll(packed(t, sheetOf(`<row r="1"><c r="A1"><f t="array" ref="A1:B2">x</f><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>
		<row r="2"><c r="B2"><v>4</v></c><c r="C2"><f t="array" ref="C2">y</f><v>5</v></c></row><row r="3"><c r="A3"><v>6</v></c></row>`)))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"A1 number 1 formula", "B1 number 2 formula", "C1 number 3", "B2 number 4 formula", "C2 number 5 formula", "A3 number 6"}
	if diff := cmp.Diff(want, plain(sheets[0])); diff != "" {
		t.Errorf("cells differ (-want +got):\n%s", diff)
	}
}

// TestBook holds the list of sheets, their states, and the properties.
func TestBook(t *testing.T) {
	parts := changed(t, "xl/workbook.xml", `</sheets>`, "<sheet name=\"_cchc\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId4\"/><sheet name=\"Phie\u0302\u0301u &amp; b\" sheetId=\"3\" state=\"hidden\" r:id=\"rId5\"/></sheets>")
	parts = with(parts, "xl/_rels/workbook.xml.rels", changed(t, "xl/_rels/workbook.xml.rels", `</Relationships>`,
		`<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/>
		 <Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`)[4].Content)
	parts = with(parts, "xl/worksheets/sheet2.xml", sheetXML)
	book, err := Open(packed(t, parts))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]SheetInfo{{"S", Visible}, {"_cchc", VeryHidden}, {"Phiếu & b", Hidden}}, book.Sheets()); diff != "" {
		t.Errorf("sheets differ (-want +got):\n%s", diff)
	}
	if got := book.Property("cchc") + "/" + book.Property("none"); got != "2023/" {
		t.Errorf("properties read %q", got)
	}
	if sheet, err := book.Sheet("_cchc"); err != nil || len(sheet.Cells()) != 3 {
		t.Errorf("second sheet: %v, %v", sheet, err)
	}
	if sheet, err := book.Sheet("none"); sheet != nil || err != nil {
		t.Errorf("no such sheet: %v, %v", sheet, err)
	}
	if _, err := book.Sheet("Phie\u0302\u0301u & b"); codeOf(err) != "file-sheet-unreadable" {
		t.Errorf("chart sheet: %v", err)
	}
}

// TestEpoch holds the day from which dates count.
func TestEpoch(t *testing.T) {
	for attribute, want := range map[string]string{``: "1899-12-30", `<workbookPr date1904="0"/>`: "1899-12-30", `<workbookPr date1904="1"/>`: "1904-01-01", `<workbookPr date1904="true"/>`: "1904-01-01"} {
		book, err := Open(packed(t, changed(t, "xl/workbook.xml", "<sheets>", attribute+"<sheets>")))
		if err != nil {
			t.Fatal(err)
		}
		if got := book.Epoch().Format(time.DateOnly); got != want {
			t.Errorf("with %q dates count from %s, want %s", attribute, got, want)
		}
	}
}

// TestNames holds the spelling of columns and cells.
func TestNames(t *testing.T) {
	for n, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 702: "ZZ", 703: "AAA", 16384: "XFD"} {
		if got := ColumnName(n); got != want {
			t.Errorf("ColumnName(%d) = %s, want %s", n, got, want)
		}
		row, col, ok := parseRef([]byte(want + "1048576"))
		if !ok || row != maxRow || col != n {
			t.Errorf("parseRef(%s1048576) = %d, %d, %v", want, row, col, ok)
		}
	}
	for _, bad := range []string{"", "A", "1", "a1", "A0", "A01", "XFE1", "A1048577", "AAAA1", "A1 ", "A-1", "$A$1", "Ａ1", "A１", "A99999999999999999999"} {
		if _, _, ok := parseRef([]byte(bad)); ok {
			t.Errorf("parseRef(%q) passes", bad)
		}
	}
}
