package main

import (
	"strings"

	"cchc/scoring/scoringtest"
	"cchc/templates/xlsx/rawzip"
)

// Shorter spellings that the tables of the package repeat.
const (
	officeRels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	sheetType  = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
)

// packageAttacks break what holds the parts together: content types and relations. What we do not need may be broken as it likes.
func packageAttacks() []attack {
	return []attack{
		replace("content type of a template", asSound, typesPart, sheetType, strings.Replace(sheetType, "sheet.main", "template.main", 1)),
		replace("content type of Word", "file-other-office", typesPart, sheetType, strings.Replace(sheetType, "spreadsheetml.sheet", "wordprocessingml.document", 1)),
		replace("content type of PowerPoint", "file-other-office", typesPart, sheetType, strings.Replace(sheetType, "spreadsheetml.sheet", "presentationml.slide", 1)),
		replace("content type of nothing known", "file-unknown", typesPart, sheetType, "application/xml"),
		replace("content type of the workbook twice", "file-damaged", typesPart, `<Override`, `<Override PartName="/XL/workbook.xml" ContentType="`+sheetType+`"/><Override`),
		replace("content type blank", "file-damaged", typesPart, sheetType, ""),
		replace("unknown element among the content types", "file-damaged", typesPart, `<Override`, `<Other/><Override`),
		replace("content types of another namespace", "file-damaged", typesPart, `package/2006/content-types`, `package/2007/content-types`),
		replace("root relation of another kind", "file-unknown", rootRels, officeRels+"officeDocument", officeRels+"other"),
		replace("two workbooks", "file-unsafe", rootRels, "</Relationships>", `<Relationship Id="z" Type="`+officeRels+`officeDocument" Target="xl/b.xml"/></Relationships>`),
		replace("two sets of properties", "file-unsafe", rootRels, "</Relationships>", `<Relationship Id="z" Type="`+officeRels+`custom-properties" Target="docProps/b.xml"/></Relationships>`),
		replace("workbook outside", "file-unsafe", rootRels, `Target="xl/workbook.xml"`, `Target="http://x.vn/w.xml" TargetMode="External"`),
		replace("workbook above the package", "file-unsafe", rootRels, `Target="xl/workbook.xml"`, `Target="../../xl/workbook.xml"`),
		replace("workbook by a file's address", "file-unsafe", rootRels, `Target="xl/workbook.xml"`, `Target="file:///etc/passwd"`),
		replace("workbook is the sheet", "file-unknown", rootRels, `Target="xl/workbook.xml"`, `Target="xl/worksheets/sheet2.xml"`),
		replace("relation id twice", "file-damaged", workbookRels, `Id="rId2"`, `Id="rId1"`),
		replace("relation without an id", "file-damaged", workbookRels, `Id="rId2"`, `Id=""`),
		replace("unknown element among the relations", "file-damaged", workbookRels, `<Relationship Id="rId2"`, `<Other/><Relationship Id="rId2"`),
		replace("sheet outside", "file-unsafe", workbookRels, `Target="worksheets/sheet2.xml"`, `Target="file:///etc/passwd" TargetMode="External"`),
		replace("sheet by a web address", "file-unsafe", workbookRels, `"worksheets/sheet2.xml"`, `"https://x.vn/s.xml"`),
		replace("sheet with a backslash", "file-unsafe", workbookRels, `"worksheets/sheet2.xml"`, `"worksheets\sheet2.xml"`),
		replace("sheet with a question mark", "file-unsafe", workbookRels, `"worksheets/sheet2.xml"`, `"worksheets/sheet2.xml?x"`),
		replace("sheet by a way of its own", asSound, workbookRels, `"worksheets/sheet2.xml"`, `"/xl/./theme/../worksheets/sheet2.xml"`),
		replace("strings outside", "file-unsafe", workbookRels, `Target="/xl/sharedStrings.xml"`, `Target="http://x.vn/s.xml" TargetMode="External"`),
		replace("strings are the styles", "file-damaged", workbookRels, `"/xl/sharedStrings.xml"`, `"styles.xml"`),
		replace("two tables of strings", "file-unsafe", workbookRels, officeRels+"theme", officeRels+"sharedStrings"),
		replace("no relation to the strings", "file-damaged", workbookRels, officeRels+"sharedStrings", officeRels+"other"),
		replace("no relation to the styles", "file-damaged", workbookRels, officeRels+"styles", officeRels+"other"),
		replace("theme that is not there", asSound, workbookRels, `"theme/theme1.xml"`, `"theme/theme9.xml"`),
		{"a theme of noise", asSound, func(f *form) { f.put("xl/theme/theme1.xml", "\x00\xff<<<") }},
		{"docProps that are none", asSound, func(f *form) { f.put("docProps/app.xml", "<"); f.put("docProps/core.xml", "") }},
		{"a thousand relations too many", "file-damaged", func(f *form) {
			f.edit(workbookRels, "</Relationships>", manyRelations(1001)+"</Relationships>")
		}},
		{"every part in UTF-8 with a mark", asSound, func(f *form) { f.everywhere(func(s string) string { return "\ufeff" + s }) }},
		{"strict namespaces", asSound, func(f *form) { f.everywhere(strictly.Replace) }},
	}
}

// strictly turns the usual namespaces into those of the standard's strict form.
var strictly = strings.NewReplacer("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
	officeRels+"custom-properties", "http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties",
	"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "http://purl.oclc.org/ooxml/officeDocument/customProperties",
	"http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")

func manyRelations(n int) string {
	var all strings.Builder
	for i := range n {
		all.WriteString(`<Relationship Id="x` + strings.Repeat("i", i%40) + string(rune('a'+i%26)) + strings.Repeat("j", i/40) + `" Type="t" Target="a.xml"/>`)
	}
	return all.String()
}

// everywhere changes every part.
func (f *form) everywhere(change func(string) string) {
	for i := range f.parts {
		f.parts[i].Content = change(f.parts[i].Content)
	}
}

// partAttacks drop each part, empty it, cut it and hide a DOCTYPE in it. Only what is needed must be there.
func partAttacks() []attack {
	missing := map[string]string{typesPart: "file-archive", rootRels: "file-unknown", customPart: "file-damaged", workbookPart: "file-damaged",
		workbookRels: "file-damaged", stringsPart: "file-damaged", stylesPart: "file-damaged", formPart: "file-damaged", hiddenPart: "file-damaged",
		guidePart: asSound, "docProps/app.xml": asSound, "docProps/core.xml": asSound, "xl/theme/theme1.xml": asSound}
	var all []attack
	for _, part := range []string{typesPart, rootRels, customPart, workbookPart, workbookRels, stringsPart, stylesPart, guidePart, formPart, hiddenPart,
		"docProps/app.xml", "docProps/core.xml", "xl/theme/theme1.xml"} {
		all = append(all, attack{"missing: " + part, missing[part], func(f *form) { f.drop(part) }})
		spoilt, blank := "file-damaged", "file-part-empty"
		if missing[part] == asSound {
			spoilt, blank = asSound, asSound
		}
		all = append(all,
			attack{"blank: " + part, blank, func(f *form) { f.put(part, "") }},
			attack{"cut: " + part, spoilt, func(f *form) { f.put(part, f.part(part)[:len(f.part(part))*2/3]) }},
			attack{"longer than its root: " + part, spoilt, func(f *form) { f.put(part, f.part(part)+"<x/>") }},
			attack{"with a DOCTYPE: " + part, spoilt, func(f *form) { f.edit(part, "?>", "?><!DOCTYPE x>") }},
			attack{"in UTF-16: " + part, spoilt, func(f *form) { f.put(part, scoringtest.UTF16LE(f.part(part))) }},
		)
	}
	return append(all, attack{"all parts twice, under a folder of their own", asSound, func(f *form) {
		for _, p := range f.parts {
			f.parts = append(f.parts, rawzip.Part{Name: "copy/" + p.Name, Content: p.Content})
		}
	}})
}

// sheetAttacks break the list of sheets, which sheet is which, and whether it shows.
func sheetAttacks() []attack {
	const ours, guide = `<sheet name="Phiếu chấm" sheetId="2" r:id="rId4"/>`, `<sheet name="Hướng dẫn" sheetId="1" r:id="rId1"/>`
	const hidden = `<sheet name="_cchc" sheetId="3" r:id="rId5" state="hidden"/>`
	list := func(name, want, old, with string) attack { return replace(name, want, workbookPart, old, with) }
	return []attack{
		list("form renamed", "+form-sheet-renamed", `name="Phiếu chấm"`, `name="Sở mẫu A"`),
		list("form renamed with a decomposed name", asSound, `name="Phiếu chấm"`, "name=\"Phie\u0302\u0301u cha\u0302\u0301m\""),
		list("form renamed to the results", "+form-sheet-renamed", `name="Phiếu chấm"`, `name="Kết quả"`),
		list("form renamed to bidi and controls", "+form-sheet-renamed", `name="Phiếu chấm"`, "name=\"a\u202e_x0007_b\""),
		list("form renamed to a formula", "+form-sheet-renamed", `name="Phiếu chấm"`, `name="=cmd|' /C calc'!A0"`),
		list("form without a name", "file-damaged", `name="Phiếu chấm"`, `name=""`),
		list("form with an endless name", "file-damaged", `name="Phiếu chấm"`, `name="`+strings.Repeat("a", 300)+`"`),
		list("form and guide have exchanged names", "+form-sheet-renamed", guide+ours,
			strings.NewReplacer("Phiếu chấm", "Hướng dẫn", "Hướng dẫn", "Phiếu chấm").Replace(guide+ours)),
		list("form hidden", "+form-sheet-hidden", `name="Phiếu chấm"`, `name="Phiếu chấm" state="hidden"`),
		list("form very hidden", "+form-sheet-hidden", `name="Phiếu chấm"`, `name="Phiếu chấm" state="veryHidden"`),
		list("form of an unknown state", "file-damaged", `name="Phiếu chấm"`, `name="Phiếu chấm" state="half"`),
		list("hidden sheet shown", asSound, `state="hidden"`, `state="visible"`),
		list("hidden sheet very hidden", asSound, `state="hidden"`, `state="veryHidden"`),
		list("hidden sheet renamed", "form-hidden-sheet-missing", `name="_cchc"`, `name="cchc"`),
		list("hidden sheet dropped from the list", "form-hidden-sheet-missing", hidden, ``),
		list("form dropped from the list", "form-sheet-missing", ours, ``),
		list("guide dropped from the list", asSound, guide, ``),
		list("a name for a sheet that is not there", "file-damaged", `localSheetId="1"`, `localSheetId="8"`),
		list("sheets in another order", asSound, guide+ours+hidden, hidden+ours+guide),
		list("no sheets", "file-damaged", guide+ours+hidden, ``),
		list("no list of sheets", "file-damaged", "<sheets>"+guide+ours+hidden+"</sheets>", ``),
		list("two lists of sheets", "file-damaged", "</sheets>", "</sheets><sheets>"+ours+"</sheets>"),
		list("two sheets of one name", "file-unsafe", hidden, hidden+`<sheet name="PHIẾU CHẤM" sheetId="4" r:id="rId2"/>`),
		list("two sheets of one part", "file-unsafe", hidden, hidden+`<sheet name="Bản sao" sheetId="4" r:id="rId4"/>`),
		list("sheet without a relation", "file-damaged", ours, strings.Replace(ours, "rId4", "rId99", 1)),
		list("sheet without an id", "file-damaged", ours, strings.Replace(ours, ` r:id="rId4"`, ``, 1)),
		list("sheet with an id of no namespace", "file-damaged", ours, strings.Replace(ours, `r:id`, `id`, 1)),
		list("form's relation is to the guide", "file-unsafe", ours, strings.Replace(ours, "rId4", "rId1", 1)),
		list("form and hidden sheet exchanged", "form-stamp-damaged", ours+hidden, strings.NewReplacer("rId4", "rId5", "rId5", "rId4").Replace(ours+hidden)),
		{"a copy of the form", "form-sheet-twice", func(f *form) { f.addSheet("Phiếu chấm (2)", "worksheet", f.part(formPart)) }},
		{"a hidden copy of the form", "form-sheet-twice", func(f *form) {
			f.addSheet("Bản sao", "worksheet", f.part(formPart))
			f.edit(workbookPart, `name="Bản sao"`, `name="Bản sao" state="veryHidden"`)
		}},
		{"a copy of the hidden sheet", "+form-sheet-added", func(f *form) { f.addSheet("_cchc (2)", "worksheet", f.part(hiddenPart)) }},
		{"a sheet of one's own", "+form-sheet-added", func(f *form) { f.addSheet("Tính toán", "worksheet", f.part(guidePart)) }},
		{"a sheet of one's own that is broken", "file-damaged", func(f *form) { f.addSheet("Tính toán", "worksheet", "<worksheet") }},
		{"a chart's sheet", "+form-sheet-added", func(f *form) { f.addSheet("Biểu đồ", "chartsheet", "<chartsheet/>") }},
		{"a dialog's sheet", "+form-sheet-added", func(f *form) { f.addSheet("Hộp", "dialogsheet", "<dialogsheet/>") }},
		{"the form as a chart's sheet", "form-key-row-missing", func(f *form) {
			f.edit(workbookRels, `Target="worksheets/sheet2.xml" Type="`+officeRels+`worksheet"`, `Target="worksheets/sheet2.xml" Type="`+officeRels+`chartsheet"`)
		}},
	}
}

// addSheet adds a sheet of a kind to the workbook.
func (f *form) addSheet(name, kind, content string) {
	f.Helper()
	f.put("xl/worksheets/added.xml", content)
	f.edit(workbookPart, "</sheets>", `<sheet name="`+name+`" sheetId="9" r:id="rId90"/></sheets>`)
	f.edit(workbookRels, "</Relationships>", `<Relationship Id="rId90" Type="`+officeRels+kind+`" Target="worksheets/added.xml"/></Relationships>`)
}
