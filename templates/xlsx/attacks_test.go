package xlsx

import (
	"errors"
	"strings"
	"testing"

	"cchc/scoring/problem"
	"cchc/templates/xlsx/rawzip"
)

// codeOf is the code of a refusal, "" if there is none.
func codeOf(err error) problem.Code {
	var refused *Refused
	if !errors.As(err, &refused) {
		return ""
	}
	return refused.Problem.Code
}

// expectRefused reads a file whole and checks the refusal's code, and that its words are complete.
func expectRefused(t *testing.T, data []byte, want problem.Code) {
	t.Helper()
	sheets, err := readAll(data)
	if got := codeOf(err); got != want {
		t.Fatalf("got code %q (%v; %d sheets), want %q", got, err, len(sheets), want)
	}
	if text := err.Error(); strings.Contains(text, "{0}") || strings.Contains(text, "%!") || len(text) > 1200 {
		t.Errorf("incomplete or endless words: %s", text)
	}
}

// TestMagic holds the kinds of file that are sent by mistake, each with its own advice.
func TestMagic(t *testing.T) {
	ole := func(stream string) string { return magicOLE + strings.Repeat("\x00", 504) + string(utf16Name(stream)) }
	tests := []struct {
		name, data string
		want       problem.Code
	}{
		{"empty", "", problem.FileEmpty},
		{"too large", magicZip + strings.Repeat("x", maxFile), problem.FileTooLarge},
		{"password", ole("EncryptedPackage"), problem.FilePassword},
		{"xls", ole("Workbook"), problem.FileOldExcel},
		{"xls of Excel 5", ole("Book"), problem.FileOldExcel},
		{"xls of Excel 4", magicBIFF4 + "\x00\x00", problem.FileOldExcel},
		{"doc", ole("WordDocument"), problem.FileOtherOffice},
		{"ppt", ole("PowerPoint Document"), problem.FileOtherOffice},
		{"other compound file", ole("Thumbs"), problem.FileUnknown},
		{"rtf", `{\rtf1\ansi`, problem.FileOtherOffice},
		{"pdf", "%PDF-1.7\n", problem.FilePDF},
		{"jpeg", "\xff\xd8\xff\xe0", problem.FilePicture},
		{"png", "\x89PNG\r\n\x1a\n", problem.FilePicture},
		{"rar", "Rar!\x1a\x07", problem.FileArchive},
		{"7z", "7z\xbc\xaf\x27\x1c", problem.FileArchive},
		{"gzip", "\x1f\x8b\x08", problem.FileArchive},
		{"empty zip", string(rawzip.End(0, 0, 0)), problem.FileArchive},
		{"html", "\xef\xbb\xbf\r\n<!DOCTYPE html><html>", problem.FileWebPage},
		{"table saved as html", "<meta charset=utf-8>\n<TABLE><tr>", problem.FileWebPage},
		{"mht", "MIME-Version: 1.0\r\n", problem.FileWebPage},
		{"XML spreadsheet of 2003", `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, problem.FileXMLSpreadsheet},
		{"csv", "ma,diem\r\nSM-A,30,5\r\n", problem.FileText},
		{"csv in UTF-16", "\xff\xfem\x00a\x00", problem.FileText},
		{"csv in an old encoding", "m\xb7,diem\r\n", problem.FileText},
		{"noise", "\x01\x02\x03\xfe", problem.FileUnknown},
		{"zeros", strings.Repeat("\x00", 9000), problem.FileDamaged},
		{"begins like a zip", magicZip, problem.FileDamaged},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { expectRefused(t, []byte(test.data), test.want) })
	}
}

// TestWrongPackages holds zips that are no workbook of ours, and packages whose parts do not hang together.
func TestWrongPackages(t *testing.T) {
	const rels, root, types, book = "xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml", "xl/workbook.xml"
	sheetType := `spreadsheetml.sheet.main+xml`
	tests := []struct {
		name  string
		parts []part
		want  problem.Code
	}{
		{"ods", []part{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<a/>"}}, problem.FileOpenDocument},
		{"zip of workbooks", []part{{"a.xlsx", "x"}, {"b.xlsx", "y"}}, problem.FileArchive},
		{"docx", append(minimal(), part{"word/document.xml", "<a/>"}), problem.FileOtherOffice},
		{"pptx", append(minimal(), part{"ppt/presentation.xml", "<a/>"}), problem.FileOtherOffice},
		{"docx by its content type", changed(t, types, sheetType, `wordprocessingml.document.main+xml`), problem.FileOtherOffice},
		{"xlsb", append(minimal(), part{"xl/workbook.bin", "x"}), problem.FileBinaryExcel},
		{"xlsb by its content type", changed(t, types, `officedocument.`+sheetType, `x`+sheetType+`"/><Override PartName="/a" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main`), problem.FileBinaryExcel},
		{"macros", append(minimal(), part{"xl/vbaProject.bin", "x"}), problem.FileMacros},
		{"macros by the content type", changed(t, types, `openxmlformats-officedocument.`+sheetType, `ms-excel.sheet.macroEnabled.main+xml`), problem.FileMacros},
		{"macros under another name", changed(t, types, `<Override`, `<Override PartName="/xl/a.bin" ContentType="application/vnd.ms-office.vbaProject"/><Override`), problem.FileMacros},
		{"macros by an extension", append(changed(t, types, `<Override`, `<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override`), part{"xl/a.bin", "x"}), problem.FileMacros},
		{"macros by an extension in capitals", append(changed(t, types, `<Override`, `<Default Extension="BIN" ContentType="application/vnd.ms-office.vbaProject"/><Override`), part{"xl/a.Bin", "x"}), problem.FileMacros},
		{"macros by an extension beside one that is named", append(changed(t, types, `<Override`, `<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/b.bin" ContentType="application/octet-stream"/><Override`), part{"xl/a.bin", "x"}, part{"xl/b.bin", "x"}), problem.FileMacros},
		{"a binary workbook by an extension", append(changed(t, types, `<Override`, `<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Override`), part{"xl/a.bin", "x"}), problem.FileBinaryExcel},
		{"macros by the extension of every part", changed(t, types, `Extension="xml" ContentType="application/xml"`, `Extension="xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"`), problem.FileMacros},
		{"macro sheet", changed(t, rels, `relationships/worksheet"`, `relationships/xlMacrosheet"`), problem.FileMacros},
		{"no content type of the workbook", changed(t, types, `<Override PartName="/xl/workbook.xml" `, `<Override PartName="/x" `), problem.FileUnknown},
		{"content type twice", changed(t, types, `<Override`, `<Override PartName="/XL/workbook.xml" ContentType="a"/><Override`), problem.FileDamaged},
		{"no relations", without(minimal(), root), problem.FileUnknown},
		{"two workbooks", changed(t, root, `</Rel`, `<Relationship Id="z" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="b.xml"/></Rel`), problem.FileUnsafe},
		{"workbook missing", without(minimal(), book), problem.FileDamaged},
		{"workbook outside", changed(t, root, `Target="xl/workbook.xml"`, `Target="http://x.vn/w.xml" TargetMode="External"`), problem.FileUnsafe},
		{"workbook above the package", changed(t, root, `"xl/workbook.xml"`, `"../xl/workbook.xml"`), problem.FileUnsafe},
		{"relation id twice", changed(t, rels, `"rId2"`, `"rId1"`), problem.FileDamaged},
		{"sheet outside", changed(t, rels, `Target="worksheets/sheet1.xml"`, `Target="file:///etc/passwd" TargetMode="External"`), problem.FileUnsafe},
		{"sheet by a web address", changed(t, rels, `"worksheets/sheet1.xml"`, `"http://x.vn/s.xml"`), problem.FileUnsafe},
		{"sheet part missing", without(minimal(), "xl/worksheets/sheet1.xml"), problem.FileDamaged},
		{"sheet without relation", changed(t, book, `r:id="rId1"`, `r:id="rId9"`), problem.FileDamaged},
		{"sheet with two relations", changed(t, book, `r:id="rId1"`, `r:id="rId1" q:id="rId1" xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`), problem.FileDamaged},
		{"sheet with an id of no namespace", changed(t, book, `r:id=`, `id=`), problem.FileDamaged},
		{"no sheets", changed(t, book, `<sheet name="S" sheetId="1" r:id="rId1"/>`, ``), problem.FileDamaged},
		{"sheet name twice", changed(t, book, `</sheets>`, `<sheet name="s" r:id="rId2"/></sheets>`), problem.FileUnsafe},
		{"sheet part twice", changed(t, book, `</sheets>`, `<sheet name="t" r:id="rId1"/></sheets>`), problem.FileUnsafe},
		{"list of sheets twice", changed(t, book, `</workbook>`, `<sheets/></workbook>`), problem.FileDamaged},
		{"sheet of an unknown state", changed(t, book, `name="S"`, `name="S" state="x"`), problem.FileDamaged},
		{"sheet without a name", changed(t, book, `name="S"`, `name=""`), problem.FileDamaged},
		{"styles part missing", without(minimal(), "xl/styles.xml"), problem.FileDamaged},
		{"strings part missing", without(minimal(), "xl/sharedStrings.xml"), problem.FileDamaged},
		{"strings part is the sheet", changed(t, rels, `"sharedStrings.xml"`, `"worksheets/sheet1.xml"`), problem.FileDamaged},
		{"two strings parts", changed(t, rels, `relationships/styles"`, `relationships/sharedStrings"`), problem.FileUnsafe},
		{"property twice", changed(t, "docProps/custom.xml", `</Properties>`, `<property name="cchc"><vt:lpwstr>2022</vt:lpwstr></property></Properties>`), problem.FileDamaged},
		{"styles listed twice", changed(t, "xl/styles.xml", `</styleSheet>`, `<cellXfs><xf/></cellXfs></styleSheet>`), problem.FileDamaged},
		{"format without a number", changed(t, "xl/styles.xml", `<xf numFmtId="9"/>`, `<xf numFmtId="-9"/>`), problem.FileDamaged},
		{"number format twice", changed(t, "xl/styles.xml", `</numFmts>`, `<numFmt numFmtId="164" formatCode="0%"/></numFmts>`), problem.FileDamaged},
		{"string longer than a cell", changed(t, "xl/sharedStrings.xml", `không`, strings.Repeat("ab cd", 7000)), problem.FileCellText},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { expectRefused(t, packed(t, test.parts), test.want) })
	}
}

// TestWrongRows holds rows and cells that readers would place differently. Each is refused for its own reason.
func TestWrongRows(t *testing.T) {
	expectMalformed(t, []malformed{
		{"row twice", rows(`<row r="1"/><row r="1"/>`), `dòng "1" sai số`},
		{"rows out of order", rows(`<row r="2"/><row r="1"/>`), `dòng "1" sai số`},
		{"row without a number after one with", rows(`<row r="5"/><row/>`), "có dòng ghi số, có dòng không"},
		{"row with a number after one without", rows(`<row/><row r="5"/>`), "có dòng ghi số, có dòng không"},
		{"row with a misspelt attribute", rows(`<row R="5"/>`), `thuộc tính lạ "R"`},
		{"row of a style that is not there", rows(`<row r="5" s="3"/>`), "dòng 5 có định dạng"},
		{"row zero", rows(`<row r="0"/>`), `dòng "0" sai số`},
		{"row beyond the last", rows(`<row r="1048577"/>`), "sai số"},
		{"row with a sign", rows(`<row r="+1"/>`), "sai số"},
		{"row of words", rows(`<row r="một"/>`), "sai số"},
		{"row with an empty number", rows(`<row r=""/>`), "sai số"},
		{"cell twice", cell(`<c r="A1"/><c r="A1"/>`), `ô "A1" ở dòng 1 sai tên`},
		{"cells out of order", cell(`<c r="B1"/><c r="A1"/>`), `ô "A1" ở dòng 1 sai tên`},
		{"cell of another row", cell(`<c r="A2"/>`), `ô "A2" ở dòng 1 sai tên`},
		{"cell beyond the last column", cell(`<c r="XFE1"/>`), "sai tên"},
		{"cell without a name beyond the last column", rows(`<row>` + strings.Repeat(`<c/>`, maxColumn+1) + `<!--` + rawzip.Scrambled(9000) + `--></row>`), "quá nhiều cột"},
		{"cell without a name after one with", cell(`<c r="A1"/><c/>`), "có ô ghi tên, có ô không"},
		{"cell with a name after one without", cell(`<c/><c r="F1"/>`), "có ô ghi tên, có ô không"},
		{"cell with a misspelt attribute", cell(`<c R="A1"/>`), `thuộc tính lạ "R"`},
		{"formula that fills no range", cell(`<c r="A1"><f t="array" ref="A">1</f></c>`), `công thức "A" sai`},
		{"cell in small letters", cell(`<c r="a1"/>`), "sai tên"},
		{"cell outside a row", rows(`<c r="1"><v>1</v></c>`), "giữa các dòng"},
		{"row inside a row", cell(`<row r="2"/>`), "giữa các ô"},
		{"unknown element among cells", cell(`<d/>`), "giữa các ô"},
		{"cell of another namespace", cell(`<y:c xmlns:y="urn:y" r="A1"/>`), "giữa các ô"},
		{"alternate content among rows", rows(`<mc:AlternateContent xmlns:mc="urn:m"/>`), "giữa các dòng"},
	})
}

// TestWrongContents holds cells whose content readers would take in different ways.
func TestWrongContents(t *testing.T) {
	expectMalformed(t, []malformed{
		{"two values", cell(`<c r="A1"><v>1</v><v>2</v></c>`), `lặp lại "v"`},
		{"two formulas", cell(`<c r="A1"><f>1</f><f>2</f></c>`), `lặp lại "f"`},
		{"value with an element", cell(`<c r="A1"><v>1<b/>2</v></c>`), `phần tử lạ "b"`},
		{"inline and value", cell(`<c r="A1" t="inlineStr"><is><t>1</t></is><v>2</v></c>`), `lặp lại "v"`},
		{"inline text in a number", cell(`<c r="A1"><is><t>1</t></is></c>`), `lặp lại "is"`},
		{"two inline texts", cell(`<c r="A1" t="inlineStr"><is/><is/></c>`), `lặp lại "is"`},
		{"unknown type", cell(`<c r="A1" t="x"><v>1</v></c>`), `kiểu "x" lạ`},
		{"empty type", cell(`<c r="A1" t=""><v>1</v></c>`), `kiểu "" lạ`},
		{"truth of 2", cell(`<c r="A1" t="b"><v>2</v></c>`), `giá trị logic "2"`},
		{"string that is not there", cell(`<c r="A1" t="s"><v>2</v></c>`), `ô A1: chuỗi dùng chung "2"`},
		{"string of a negative index", cell(`<c r="A1" t="s"><v>-1</v></c>`), `chuỗi dùng chung "-1"`},
		{"string of a fraction", cell(`<c r="A1" t="s"><v>0.5</v></c>`), `chuỗi dùng chung "0.5"`},
		{"style that is not there", cell(`<c r="A1" s="3"/>`), "ô A1 có định dạng"},
		{"style of a negative index", cell(`<c r="A1" s="-1"/>`), "ô A1 có định dạng"},
		{"style of a huge index", cell(`<c r="A1" s="99999999999"/>`), "ô A1 có định dạng"},
		{"attribute twice", cell(`<c r="A1" r="B1"/>`), `thuộc tính "r"`},
		{"text between cells", cell(`<c r="A1"/>9`), "chữ"},
		{"number longer than a cell", cell(`<c r="A1"><v>` + rawzip.Scrambled(40000) + `</v></c>`), "quá dài"},
	})
}

// TestWrongSections holds sections of a sheet that are doubled or out of bounds.
func TestWrongSections(t *testing.T) {
	expectMalformed(t, []malformed{
		{"sheet data twice", in(`<sheetData/><sheetData/>`), "hai phần sheetData"},
		{"merges twice", in(`<mergeCells/><mergeCells/>`), "hai phần mergeCells"},
		{"merge that is no range", in(`<mergeCells><mergeCell ref="A1:"/></mergeCells>`), `"A1:" sai`},
		{"merge upside down", in(`<mergeCells><mergeCell ref="B2:A1"/></mergeCells>`), `"B2:A1" sai`},
		{"columns beyond the last", in(`<cols><col min="1" max="16385"/></cols>`), "khai báo cột"},
		{"columns of a style that is not there", in(`<cols><col min="2" max="3" style="3"/></cols>`), "cột B có định dạng"},
		{"columns upside down", in(`<cols><col min="2" max="1"/></cols>`), "khai báo cột"},
	})
}

// rows puts rows into a worksheet.
func rows(inner string) string { return in(`<sheetData>` + inner + `</sheetData>`) }

// cell puts cells into the first row of a worksheet.
func cell(inner string) string { return rows(`<row r="1">` + inner + `</row>`) }

// TestTooMuch holds sound sheets with more than any form has. A comment that hardly packs keeps the ratio low.
func TestTooMuch(t *testing.T) {
	rows := func(n int, cells string) string { return strings.Repeat(`<row>`+cells+`</row>`, n) }
	merges := func(n int) string {
		return `<mergeCells>` + strings.Repeat(`<mergeCell ref="A1:B2"/>`, n) + `</mergeCells>`
	}
	blank := strings.Repeat(`<c/>`, 1000)
	tests := []struct {
		name, content string
		fits          bool
	}{
		{"rows", `<sheetData>` + rows(maxRows, "") + `</sheetData>`, true},
		{"a row too many", `<sheetData>` + rows(maxRows+1, "") + `</sheetData>`, false},
		{"cells", `<sheetData>` + rows(maxCells/1000, blank) + `</sheetData>`, true},
		{"a cell too many", `<sheetData>` + rows(maxCells/1000, blank) + `<row><c/></row></sheetData>`, false},
		{"merges", merges(maxMerges), true},
		{"a merge too many", merges(maxMerges + 1), false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data := packed(t, worksheetOf(test.content+"<!--"+rawzip.Scrambled(30000)+"-->"))
			if !test.fits {
				expectRefused(t, data, problem.FileTooMuch)
				return
			}
			if _, err := readAll(data); err != nil {
				t.Error(err)
			}
		})
	}
}
