package main

import (
	"fmt"
	"strings"

	"cchc/templates"
	"cchc/templates/xlsx/rawzip"
)

// formulaAttacks type formulas where answers and texts belong.
func formulaAttacks() []attack {
	answer := func(name, want, rest string) attack { return setting(name, want, "1.1:b", declared, rest) }
	return []attack{
		answer("with its value", "+cell-formula", `><f>34+1</f><v>35</v></c>`), answer("with another value", "1.1=1.42, +cell-formula", `><f>34+1</f><v>34</v></c>`),
		answer("without a value", "1.1=invalid, +cell-no-value", `><f>34+1</f></c>`), answer("with a blank value", "1.1=invalid, +cell-no-value", `><f>34+1</f><v/></c>`),
		answer("with a text", "1.1=invalid, +cell-text-number", ` t="str"><f>"35"</f><v>35</v></c>`), answer("with an error", "1.1=invalid, +cell-error", ` t="e"><f>1/0</f><v>#DIV/0!</v></c>`),
		answer("with an empty text", "1.1=missing, +answer-missing", ` t="str"><f>""</f><v></v></c>`), answer("with true", "1.1=invalid, +cell-true-false", ` t="b"><f>1=1</f><v>1</v></c>`),
		answer("empty", "+cell-formula", `><f/><v>35</v></c>`), answer("of another workbook", "+cell-formula", `><f>[1]Sheet1!$A$1</f><v>35</v></c>`),
		answer("of a web service", "+cell-formula", `><f>WEBSERVICE("http://x.vn/")</f><v>35</v></c>`), answer("by DDE", "+cell-formula", `><f>cmd|'/C calc'!A0</f><v>35</v></c>`),
		answer("of itself", "+cell-formula", `><f>E14</f><v>35</v></c>`), answer("of random numbers", "+cell-formula", `><f>RAND()*36</f><v>35</v></c>`),
		answer("of the old macros", "+cell-formula", `><f>EXEC("calc")</f><v>35</v></c>`), answer("endless", "+cell-formula", `><f>`+strings.Repeat("1+", 100000)+`1</f><v>35</v></c>`),
		answer("nested endlessly", "+cell-formula", `><f>`+strings.Repeat("(", 50000)+"1"+strings.Repeat(")", 50000)+`</f><v>35</v></c>`),
		answer("shared", "+cell-formula", `><f t="shared" si="0"/><v>35</v></c>`), answer("an array", "+cell-formula", `><f t="array" ref="E14">35</f><v>35</v></c>`),
		answer("an array over both answers", "+cell-formula", `><f t="array" ref="E13:E14">35</f><v>35</v></c>`),
		answer("an array over the whole sheet", "+cell-formula", `><f t="array" ref="A1:XFD1048576">35</f><v>35</v></c>`),
		answer("an array over nothing", "file-damaged", `><f t="array" ref="">35</f><v>35</v></c>`),
		answer("an array upside down", "file-damaged", `><f t="array" ref="E14:D13">35</f><v>35</v></c>`),
		{"a chain of two hundred thousand", "file-too-much", func(f *form) {
			var rows strings.Builder
			for i := range 100_000 {
				fmt.Fprintf(&rows, `<row r="%d"><c r="A%d"><f>A%d+1</f></c></row>`, i+1000, i+1000, i+1001)
			}
			f.edit(formPart, "</sheetData>", rows.String()+"</sheetData><!--"+rawzip.Scrambled(200_000)+"-->")
		}},
		{"of a chain of references, ending in nothing", "+cell-formula, +form-stray-more, +form-stray-text", func(f *form) {
			var rows strings.Builder
			for i := range 20_000 {
				fmt.Fprintf(&rows, `<row r="%d"><c r="U%d"><f>U%d+1</f></c></row>`, i+1000, i+1000, i+1001)
			}
			f.set("1.1:b", declared, `><f>U1000</f><v>35</v></c>`)
			f.edit(formPart, "</sheetData>", rows.String()+"</sheetData><!--"+rawzip.Scrambled(200_000)+"-->")
		}},
		setting("in the points, with points of one's own", "+form-typed-over", "1.1", templates.SelfColumn, ` s="32"><f>1.5</f><v>1.5</v></c>`),
		setting("points typed over their formula", "+form-typed-over", "1.1", templates.SelfColumn, ` s="32"><v>1.5</v></c>`),
		setting("points by hand typed by the unit", "+unit-appraises", "1.1", templates.SetColumn, `><v>1.5</v></c>`),
		setting("an appraised answer typed by the unit", "+unit-appraises", "1.1:b", templates.AppraisedAnswer, `><v>36</v></c>`),
		setting("appraised by the unit", "+unit-appraises", templates.AppraisalField, templates.FieldColumn, ` t="str"><v>Đã</v></c>`),
	}
}

// foreignAttacks add what a form has no use for: macros are refused, all else is passed over and carried nowhere.
func foreignAttacks() []attack {
	part := func(name, want, part, content string) attack {
		return attack{name, want, func(f *form) { f.put(part, content) }}
	}
	related := func(name, want, kind, target, mode string) attack {
		return attack{name, want, func(f *form) { f.relate(kind, target, mode) }}
	}
	return []attack{
		part("macros", "file-macros", "xl/vbaProject.bin", "x"), part("macros in capitals", "file-macros", "XL/VBAPROJECT.BIN", "x"),
		part("macros under another name", asSound, "xl/x.bin", "x"),
		replace("macros by the content type", "file-macros", typesPart, "<Override", `<Override PartName="/xl/x.bin" ContentType="application/vnd.ms-office.vbaProject"/><Override`),
		replace("macros by the workbook's type", "file-macros", typesPart, sheetType, "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
		macrosByExtension("macros by an extension without a part", asSound, "bin", ""), macrosByExtension("macros by an extension", "file-macros", "bin", "xl/x.bin"),
		macrosByExtension("macros by an extension in capitals", "file-macros", "BIN", "xl/x.bin"), macrosByExtension("macros by the extension of a folder", asSound, "bin", "xl/x.bin/y.png"),
		replace("old macros by the content type", "file-macros", typesPart, "<Override", `<Override PartName="/xl/m.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/><Override`),
		replace("old macros by the relation", "file-macros", workbookRels, officeRels+`worksheet"/><Relationship Id="rId2"`, officeRels+`xlMacrosheet"/><Relationship Id="rId2"`),
		part("a binary workbook", "file-binary-excel", "xl/workbook.bin", "x"), part("a Word document", "file-other-office", "word/document.xml", "<a/>"),
		part("an OpenDocument's name alone", asSound, "mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
		part("an embedded program", asSound, "xl/embeddings/oleObject1.bin", "MZ\x90\x00"), part("a control", asSound, "xl/activeX/activeX1.xml", "<x/>"),
		part("a script", asSound, "customUI/customUI.xml", "<customUI/>"), part("a printer's settings", asSound, "xl/printerSettings/printerSettings1.bin", "\x00\x01"),
		part("a broken part that nobody needs", asSound, "xl/comments1.xml", "<!DOCTYPE x><"), part("a part of a page", asSound, "index.html", "<script>"),
		part("a part with a hostile name", asSound, "xl/\u202egnp.exe", "MZ"),
		related("a link to another workbook", asSound, "externalLink", "file:///c:/a.xlsx", "External"), related("a link to a share", asSound, "externalLink", `\\x.vn\a`, "External"),
		related("a connection", asSound, "connections", "connections.xml", ""), related("a template outside", asSound, "attachedTemplate", "http://x.vn/t.xltm", "External"),
		related("a relation to the file's own zip", asSound, "image", "../[Content_Types].xml", ""),
		{"hyperlinks", asSound, func(f *form) {
			f.put("xl/worksheets/_rels/sheet2.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h" Type="`+officeRels+`hyperlink" Target="http://x.vn" TargetMode="External"/></Relationships>`)
			f.edit(formPart, "<printOptions", `<hyperlinks><hyperlink ref="E14" r:id="h" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></hyperlinks><printOptions`)
		}},
		{"a list of hyperlinks that is broken", asSound, func(f *form) { f.put("xl/worksheets/_rels/sheet2.xml.rels", "<") }},
		{"defined names", asSound, func(f *form) {
			f.edit(workbookPart, "<definedNames>", `<definedNames><definedName name="_xlnm.Auto_Open">[1]x!$A$1</definedName><definedName name="E14">1</definedName>`)
		}},
		{"validations taken away", asSound, func(f *form) { f.cut(formPart, "<dataValidations", "</dataValidations>") }},
		{"protection taken away", asSound, func(f *form) { f.cut(formPart, "<sheetProtection", "/>") }},
		{"frames taken away", asSound, func(f *form) { f.cut(formPart, "<sheetViews", "</sheetViews>") }},
		{"a thousand pictures", "file-too-much", func(f *form) {
			for i := range 1000 {
				f.put(fmt.Sprintf("xl/media/%d.png", i), "\x89PNG")
			}
		}},
		{"nine hundred pictures", asSound, func(f *form) {
			for i := range 900 {
				f.put(fmt.Sprintf("xl/media/%d.png", i), "\x89PNG")
			}
		}},
	}
}

// macrosByExtension says of an extension that its parts are macros, and adds a part.
func macrosByExtension(name, want, extension, part string) attack {
	return attack{name, want, func(f *form) {
		f.edit(typesPart, "<Override", `<Default Extension="`+extension+`" ContentType="application/vnd.ms-office.vbaProject"/><Override`)
		if part != "" {
			f.put(part, "x")
		}
	}}
}

// relate adds a relation of the workbook, with a reference where it is an outer link.
func (f *form) relate(kind, target, mode string) {
	f.Helper()
	if mode != "" {
		mode = ` TargetMode="` + mode + `"`
	}
	f.edit(workbookRels, "</Relationships>", `<Relationship Id="rId91" Type="`+officeRels+kind+`" Target="`+target+`"`+mode+`/></Relationships>`)
	f.edit(workbookPart, "</sheets>", `</sheets><externalReferences><externalReference r:id="rId91"/></externalReferences>`)
}

// cut takes a section out of a part.
func (f *form) cut(part, from, to string) {
	f.Helper()
	before, rest, ok := strings.Cut(f.part(part), from)
	_, after, closed := strings.Cut(rest, to)
	if !ok || !closed {
		f.Fatalf("%s has no %s", part, from)
	}
	f.put(part, before+after)
}

// amountAttacks hold more than any form needs, which must be refused before it costs, or a lot that is still allowed.
func amountAttacks() []attack {
	data := func(name, want, added string) attack {
		return attack{name, want, func(f *form) {
			f.edit(formPart, "</sheetData>", added+"</sheetData><!--"+rawzip.Scrambled(300_000)+"-->")
		}}
	}
	after := func(name, want, added string) attack {
		return attack{name, want, func(f *form) {
			f.edit(formPart, "</mergeCells>", added+"</mergeCells><!--"+rawzip.Scrambled(300_000)+"-->")
		}}
	}
	numbered := func(n int, row string) string {
		var all strings.Builder
		for i := range n {
			all.WriteString(strings.ReplaceAll(row, "#", fmt.Sprint(i+1000)))
		}
		return all.String()
	}
	const merge = `<mergeCell ref="U1:V2"/>`
	return []attack{
		data("a hundred thousand rows", "file-too-much", numbered(100_000, `<row r="#"/>`)), data("ninety thousand rows", asSound, numbered(90_000, `<row r="#" ht="15"/>`)),
		data("two hundred thousand cells", "file-too-much", numbered(20_000, `<row r="#"><c r="U#"/><c r="V#"/><c r="W#"/><c r="X#"/><c r="Y#"/><c r="Z#"/><c r="AA#"/><c r="AB#"/><c r="AC#"/><c r="AD#"/></row>`)),
		data("a cell in the last column of every row", asSound, numbered(20_000, `<row r="#"><c r="XFD#"/></row>`)),
		data("numbers in the last column of every row", "+form-stray", numbered(20_000, `<row r="#"><c r="XFD#"><v>1</v></c></row>`)),
		after("ten thousand merges", "file-too-much", strings.Repeat(merge, 10_000)), after("nine thousand merges", asSound, strings.Repeat(merge, 9_000)),
		{"half a million strings", "file-too-much", func(f *form) {
			f.edit(stringsPart, "</sst>", strings.Repeat("<si/>", 500_000)+"<!--"+rawzip.Scrambled(300_000)+"--></sst>")
		}},
		{"seventy thousand cell formats", "file-damaged", func(f *form) {
			f.edit(stylesPart, "</cellXfs>", strings.Repeat("<xf/>", 70_000)+"</cellXfs><!--"+rawzip.Scrambled(300_000)+"-->")
		}},
		{"a thousand sheets and one", "file-damaged", func(f *form) {
			var sheets strings.Builder
			for i := range 1000 {
				fmt.Fprintf(&sheets, `<sheet name="s%d" r:id="rId2"/>`, i)
			}
			f.edit(workbookPart, "</sheets>", sheets.String()+"</sheets>")
		}},
		{"a sheet of 33 MiB", "file-too-much", func(f *form) {
			f.edit(formPart, "</worksheet>", "<!--"+rawzip.Scrambled(2<<20)+strings.Repeat("x", 31<<20)+"--></worksheet>")
		}},
		{"a sheet of 20 MiB", asSound, func(f *form) {
			f.edit(formPart, "</worksheet>", "<!--"+rawzip.Scrambled(2<<20)+strings.Repeat("x", 18<<20)+"--></worksheet>")
		}},
		{"a sheet that packs too well", "file-unsafe", func(f *form) {
			f.edit(formPart, "</worksheet>", "<!--"+strings.Repeat("x", 30<<20)+"--></worksheet>")
		}},
		{"guide and form of 64 MiB together", "file-too-much", func(f *form) {
			for _, part := range []string{formPart, guidePart, hiddenPart} {
				f.edit(part, "</worksheet>", "<!--"+rawzip.Scrambled(1<<20)+strings.Repeat("x", 21<<20)+"--></worksheet>")
			}
		}},
	}
}
