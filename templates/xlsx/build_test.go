package xlsx

import (
	"strings"
	"testing"

	"cchc/templates/xlsx/rawzip"
)

// part is a part of a hand-made package.
type part struct{ Name, Content string }

// The parts of the smallest workbook that this package reads. A test changes one of them.
const (
	contentTypesXML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`
	rootRelsXML     = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>`
	customXML       = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="cchc"><vt:lpwstr>2023</vt:lpwstr></property></Properties>`
	workbookXML     = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`
	workbookRelsXML = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
	stylesXML       = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>`
	stringsXML      = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>không</t></si><si><r><t xml:space="preserve">một </t></r><rPh sb="0" eb="1"><t>đọc</t></rPh><r><rPr><b/></rPr><t>hai</t></r><phoneticPr fontId="1"/></si></sst>`
	sheetXML        = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1.5</v></c></row><row r="3"><c r="C3" t="s"><v>1</v></c></row></sheetData></worksheet>`
)

// minimal is the smallest workbook.
func minimal() []part {
	return []part{
		{"[Content_Types].xml", contentTypesXML}, {"_rels/.rels", rootRelsXML}, {"docProps/custom.xml", customXML},
		{"xl/workbook.xml", workbookXML}, {"xl/_rels/workbook.xml.rels", workbookRelsXML}, {"xl/styles.xml", stylesXML},
		{"xl/sharedStrings.xml", stringsXML}, {"xl/worksheets/sheet1.xml", sheetXML},
	}
}

// with puts other content in the place of a part, or adds the part.
func with(parts []part, name, content string) []part {
	for i := range parts {
		if parts[i].Name == name {
			parts[i].Content = content
			return parts
		}
	}
	return append(parts, part{name, content})
}

// without drops a part.
func without(parts []part, name string) []part {
	var rest []part
	for _, p := range parts {
		if p.Name != name {
			rest = append(rest, p)
		}
	}
	return rest
}

// changed replaces old text of a part, which must be there.
func changed(t testing.TB, name, old, with string) []part {
	t.Helper()
	parts := minimal()
	for i, p := range parts {
		if p.Name == name {
			if !strings.Contains(p.Content, old) {
				t.Fatalf("part %s does not contain %q", name, old)
			}
			parts[i].Content = strings.Replace(p.Content, old, with, 1)
		}
	}
	return parts
}

// sheetOf is the smallest workbook with other rows.
func sheetOf(rows string) []part {
	return worksheetOf(`<sheetData>` + rows + `</sheetData>`)
}

// worksheetOf is the smallest workbook with another content of its worksheet.
func worksheetOf(content string) []part {
	return with(minimal(), "xl/worksheets/sheet1.xml",
		`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`+content+`</worksheet>`)
}

// packed zips the parts as a sound program does.
func packed(tb testing.TB, parts []part) []byte {
	tb.Helper()
	return rawzip.Pack(tb, raw(parts))
}

func raw(parts []part) []rawzip.Part {
	out := make([]rawzip.Part, len(parts))
	for i, p := range parts {
		out[i] = rawzip.Part(p)
	}
	return out
}

// readAll opens a file and reads each of its sheets.
func readAll(data []byte) ([]*Sheet, error) {
	book, err := Open(data)
	if err != nil {
		return nil, err
	}
	var sheets []*Sheet
	for _, info := range book.Sheets() {
		sheet, err := book.Sheet(info.Name)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, sheet)
	}
	return sheets, nil
}
