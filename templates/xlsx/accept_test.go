package xlsx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// plain says what a sheet holds, one cell a line, for comparing.
func plain(s *Sheet) []string {
	kinds := []string{"empty", "number", "text", "bool", "error"}
	var lines []string
	for _, cells := range s.Rows() {
		for _, c := range cells {
			line := c.Ref() + " " + kinds[c.Kind] + " " + c.Text
			if c.Formula {
				line += " formula"
			}
			if c.Format != FormatGeneral {
				line += " " + []string{"", "#", "%", "date", "@"}[c.Format]
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// TestAccepted holds what sound programs write in their own ways: all of it reads alike.
func TestAccepted(t *testing.T) {
	usual := []string{"A1 text không", "B1 number 1.5", "C3 text một hai"}
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	strict := strings.NewReplacer(main, "http://purl.oclc.org/ooxml/spreadsheetml/main",
		"http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties", "http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties",
		"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "http://purl.oclc.org/ooxml/officeDocument/customProperties",
		"http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
	everywhere := func(change func(string) string) []part {
		parts := minimal()
		for i := range parts {
			parts[i].Content = change(parts[i].Content)
		}
		return parts
	}
	prefixed := strings.NewReplacer("<worksheet xmlns=", "<x:worksheet xmlns:x=", "</", "</x:", "<sheetData", "<x:sheetData", "<row", "<x:row", "<c ", "<x:c ", "<v>", "<x:v>").Replace(sheetXML)
	unnamed := `<row><c t="s"><v>0</v></c><c><v>1.5</v></c></row><row/><row><c/><c/><c t="s"><v>1</v></c></row>`
	tests := []struct {
		name  string
		parts []part
		want  []string
	}{
		{"as it is", minimal(), usual},
		{"strict namespaces", everywhere(strict.Replace), usual},
		{"prefixed elements", with(minimal(), "xl/worksheets/sheet1.xml", prefixed), usual},
		{"rows and cells without numbers", sheetOf(unnamed), usual},
		{"cells without names", sheetOf(strings.NewReplacer("<row/>", `<row r="2"/>`, "<row><c t", `<row r="1"><c t`, "<row><c/>", `<row r="3"><c/>`).Replace(unnamed)), usual},
		{"byte order marks", everywhere(func(s string) string { return "\ufeff" + s }), usual},
		{"CR LF between tags", everywhere(func(s string) string { return strings.ReplaceAll(s, "><", ">\r\n<") }), usual},
		{"comments and instructions", everywhere(func(s string) string { return strings.ReplaceAll(s, "><", "><!-- a - b --><?mso a?><") }), usual},
		{"absolute targets", changed(t, "xl/_rels/workbook.xml.rels", `"worksheets/`, `"/xl/worksheets/`), usual},
		{"targets with dots", changed(t, "xl/_rels/workbook.xml.rels", `"worksheets/`, `"./../xl/worksheets/`), usual},
		{"names of another case", changed(t, "xl/_rels/workbook.xml.rels", `sharedStrings.xml`, `SharedStrings.xml`), usual},
		{"external relations that are not needed", changed(t, "xl/_rels/workbook.xml.rels", `</Relationships>`,
			`<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="file:///c:/a.xlsx" TargetMode="External"/></Relationships>`), usual},
		{"alternate content and extensions", with(minimal(), "xl/worksheets/sheet1.xml", strings.NewReplacer(
			"<sheetData>", `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x"><a/></mc:Choice></mc:AlternateContent><sheetData>`,
			"</sheetData>", `</sheetData><extLst><ext uri="{1}"><sheetData><row r="9"><c r="A9"><v>9</v></c></row></sheetData></ext></extLst>`).Replace(sheetXML)), usual},
		{"sheetData of another namespace", with(minimal(), "xl/worksheets/sheet1.xml", strings.Replace(sheetXML,
			"<sheetData>", `<y:sheetData xmlns:y="urn:y"><y:row r="1"/></y:sheetData><sheetData>`, 1)), usual},
		{"a type of macros without a part of it, as SheetJS and excelize write", changed(t, "[Content_Types].xml", `<Override`,
			`<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="vml" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Override`), usual},
		{"a part of its own type under an extension of macros", append(changed(t, "[Content_Types].xml", `<Override`,
			`<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/printerSettings/printerSettings1.bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Override`),
			part{"xl/printerSettings/printerSettings1.bin", "x"}), usual},
		{"a directory entry", append(minimal(), part{"xl/media/", ""}), usual},
		{"inline strings", sheetOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><r><t>b</t></r><r><t xml:space="preserve"> c</t></r></is></c></row>`),
			[]string{"A1 text a", "B1 text b c"}},
		{"no styles and no strings", noExtras(), []string{"B1 number 7"}},
		{"no sheet data", worksheetOf(``), nil},
		{"empty sheet data", worksheetOf(`<sheetData/>`), nil},
		{"blank cells", sheetOf(`<row r="2" spans="1:3"><c r="A2" s="1"/><c r="B2"/><c r="C2" t="s"/></row><row r="1048576" hidden="1"/>`), nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			sheets, err := readAll(packed(t, test.parts))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, plain(sheets[0])); diff != "" {
				t.Errorf("cells differ (-want +got):\n%s", diff)
			}
		})
	}
}

// noExtras is a workbook of a workbook part and a sheet, nothing else.
func noExtras() []part {
	parts := without(without(sheetOf(`<row r="1"><c r="B1" s="0"><v>7</v></c></row>`), "xl/styles.xml"), "xl/sharedStrings.xml")
	before, _, _ := strings.Cut(workbookRelsXML, `<Relationship Id="rId2"`)
	return with(parts, "xl/_rels/workbook.xml.rels", before+`</Relationships>`)
}
