package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/cmd/cchc/internal/lists"
	"cchc/templates/xlsx/rawzip"
)

// listAsText is a list of units as its CSV has it.
const listAsText = "DANH SÁCH ĐƠN VỊ NĂM 2023;;;;;\n;;;;;\nSTT;Mã đơn vị;Tên đơn vị;Khối;Không đánh giá;Hạn nộp\n" +
	"1;SM-A;Sở mẫu A;Sở;1.4.2; 15/12/2023\n2;SM-B;Sở mẫu B;Sở;5.5;15/12/2023\n3;17;Ban mẫu C;Ban;;trước 17 giờ\n"

// TestListsOfOtherPrograms: the same list saved as a workbook by LibreOffice, by openpyxl and in the shape that exceljs gives it has
// the same units, with the same deadlines.
func TestListsOfOtherPrograms(t *testing.T) {
	t.Parallel()
	program := findOffice(t).program
	needPython(t, "openpyxl")
	folder := t.TempDir()
	text := putFile(t, filepath.Join(folder, "chu", "don-vi.csv"), []byte(listAsText))
	files := map[string]string{
		"openpyxl": filepath.Join(folder, "openpyxl.xlsx"), "LibreOffice": filepath.Join(folder, "don-vi.xlsx"),
		"exceljs": putFile(t, filepath.Join(folder, "exceljs.xlsx"), rawzip.Pack(t, asExceljs())),
	}
	for _, command := range []*exec.Cmd{
		exec.Command(python, "-c", listByOpenpyxl, files["openpyxl"]),
		exec.Command(program, "--headless", "-env:UserInstallation=file://"+t.TempDir(), "--infilter=CSV:59,34,76,1,,1033,false,true", "--convert-to", "xlsx", "--outdir", folder, text),
	} {
		if out, err := command.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	rs := load2023(t)
	want, problems := lists.ReadUnits(text, []byte(listAsText), rs)
	if len(problems) > 0 || len(want) != 3 {
		t.Fatal(problems)
	}
	for name, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got, problems := lists.ReadUnits(file, data, rs)
		if diff := cmp.Diff(want, got); diff != "" || len(problems) > 0 {
			t.Errorf("%s: %s %v", name, diff, problems)
		}
	}
}

// listByOpenpyxl writes the list as a person types it: numbers as numbers, a date as a date.
const listByOpenpyxl = `
import sys, datetime, openpyxl
book = openpyxl.Workbook(); sheet = book.active; sheet.title = "Danh sách"
sheet["A1"] = "DANH SÁCH ĐƠN VỊ NĂM 2023"; sheet.merge_cells("A1:F1")
for row in [[], ["STT", "Mã đơn vị", "Tên đơn vị", "Khối", "Không đánh giá", "Hạn nộp"],
            [1, "SM-A", "Sở mẫu A", "Sở", "1.4.2", datetime.date(2023, 12, 15)],
            [2, "SM-B", "Sở mẫu B", None, 5.5, datetime.datetime(2023, 12, 15)],
            [3, 17, "Ban mẫu C", "Ban", None, "trước 17 giờ"]]:
    sheet.append(row)
sheet.merge_cells("D4:D5"); sheet["F4"].number_format = "dd/mm/yyyy"; sheet["F5"].number_format = "mm-dd-yy"
book.save(sys.argv[1])
`

// asExceljs is the list as exceljs writes it: its name spaces, spans and descents, strings with runs, dates by the style 14.
func asExceljs() []rawzip.Part {
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const open = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	row := func(n, cells string) string {
		return `<row r="` + n + `" spans="1:6" x14ac:dyDescent="0.25">` + cells + `</row>`
	}
	text := func(cell, index string) string { return `<c r="` + cell + `" t="s"><v>` + index + `</v></c>` }
	return []rawzip.Part{
		{Name: "[Content_Types].xml", Content: open + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`},
		{Name: "_rels/.rels", Content: open + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + rels + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{Name: "xl/workbook.xml", Content: open + `<workbook xmlns="` + main + `" xmlns:r="` + rels + `"><workbookPr defaultThemeVersion="164011" filterPrivacy="1"/><sheets><sheet sheetId="1" name="Danh sách" state="visible" r:id="rId3"/></sheets><calcPr calcId="171027"/></workbook>`},
		{Name: "xl/_rels/workbook.xml.rels", Content: open + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + rels + `/styles" Target="styles.xml"/><Relationship Id="rId2" Type="` + rels + `/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="` + rels + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{Name: "xl/styles.xml", Content: open + `<styleSheet xmlns="` + main + `"><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`},
		{Name: "xl/sharedStrings.xml", Content: open + `<sst xmlns="` + main + `" count="13" uniqueCount="13"><si><t>Mã đơn vị</t></si><si><t>Tên đơn vị</t></si><si><t>Khối</t></si><si><t>Không đánh giá</t></si><si><t>Hạn nộp</t></si><si><t>SM-A</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Sở </t></r><r><t>mẫu A</t></r></si><si><t>Sở</t></si><si><t>1.4.2</t></si><si><t>SM-B</t></si><si><t>Sở mẫu B</t></si><si><t>Ban mẫu C</t></si><si><t>Ban</t></si><si><t>trước 17 giờ</t></si></sst>`},
		{Name: "xl/worksheets/sheet1.xml", Content: open + `<worksheet xmlns="` + main + `" xmlns:r="` + rels + `" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><sheetPr/><dimension ref="A1:E4"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" outlineLevelRow="0" outlineLevelCol="0" x14ac:dyDescent="55"/><sheetData>` +
			row("1", text("A1", "0")+text("B1", "1")+text("C1", "2")+text("D1", "3")+text("E1", "4")) +
			row("2", text("A2", "5")+text("B2", "6")+text("C2", "7")+text("D2", "8")+`<c r="E2" s="1"><v>45275</v></c>`) +
			row("3", text("A3", "9")+text("B3", "10")+text("C3", "7")+`<c r="D3"><v>5.5</v></c><c r="E3" s="1"><v>45275</v></c>`) +
			row("4", `<c r="A4"><v>17</v></c>`+text("B4", "11")+text("C4", "12")+text("E4", "13")) +
			`</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`},
	}
}
