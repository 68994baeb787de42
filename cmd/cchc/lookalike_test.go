package main

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"cchc/templates"
)

// TestLookAlikes holds forms as the programs save them again that no test can run: they come to what the sound form comes to,
// but for what somebody put beside the cells.
func TestLookAlikes(t *testing.T) {
	t.Parallel()
	v := newVictim(t)
	for _, a := range []attack{
		{"Excel 365", asSound, asExcel365},
		{"Excel 365 with a thread", "text 1.1, +form-beside", func(f *form) { asExcel365(f); f.thread("1.1:b", "số này đã kiểm tra") }},
		{"WPS", asSound, asWPS},
		{"WPS with a picture in a cell", "text 1.1, +evidence-missing, +form-beside", func(f *form) { asWPS(f); f.cellImage("1.1") }},
	} {
		t.Run(a.name, func(t *testing.T) {
			if got := v.outcome(t, v.spoilt(t, a)); got != a.want {
				t.Errorf("\ngot  %s\nwant %s", got, a.want)
			}
		})
	}
}

const (
	standalone  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n"
	msRelations = "http://schemas.microsoft.com/office/"
)

// register names a part among the content types and gives it to another by a relation.
func (f *form) register(part, contentType, rels, id, kind, target string) {
	f.Helper()
	f.edit(typesPart, "</Types>", `<Override PartName="/`+part+`" ContentType="`+contentType+`"/></Types>`)
	if f.index(rels) < 0 {
		f.put(rels, standalone+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`)
	}
	f.edit(rels, "</Relationships>", `<Relationship Id="`+id+`" Type="`+kind+`" Target="`+target+`"/></Relationships>`)
}

// rewrite changes every match in a part, of which there must be one.
func (f *form) rewrite(part, pattern, with string) {
	f.Helper()
	re := regexp.MustCompile(pattern)
	if !re.MatchString(f.part(part)) {
		f.Fatalf("%s has no %s", part, pattern)
	}
	f.put(part, re.ReplaceAllString(f.part(part), with))
}

// asExcel365 writes the form as Excel 365 does: revision marks, heights of fonts, validations among the extensions, a printer's
// settings, the chain of calculation, and the label of an organization.
func asExcel365(f *form) {
	for i, p := range f.parts {
		f.parts[i].Content = strings.Replace(p.Content, `<?xml version="1.0" encoding="UTF-8"?>`+"\n", standalone, 1)
	}
	f.rewrite(formPart, `<worksheet [^>]*>`, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="`+strings.TrimSuffix(officeRels, "/")+
		`" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr xr2 xr3" xmlns:x14ac="`+msRelations+`spreadsheetml/2009/9/ac" `+
		`xmlns:xr="`+msRelations+`spreadsheetml/2014/revision" xmlns:xr2="`+msRelations+`spreadsheetml/2015/revision2" xmlns:xr3="`+msRelations+`spreadsheetml/2016/revision3" `+
		`xr:uid="{00000000-0001-0000-0100-000000000000}">`)
	f.rewrite(formPart, `<sheetViews>`, `<dimension ref="A1:T252"/><sheetViews>`)
	f.rewrite(formPart, `(<sheetFormatPr [^>]*)/>`, `$1 x14ac:dyDescent="0.25"/>`)
	f.rewrite(formPart, `<row r="(\d+)"`, `<row r="$1" spans="1:20" x14ac:dyDescent="0.25"`)
	f.rewrite(formPart, `<sheetProtection `, `<sheetProtection algorithmName="SHA-512" spinCount="100000" `)
	f.moveValidations()
	f.rewrite(formPart, `(<pageSetup [^>]*)/>`, `$1 r:id="rId1"/>`)
	f.put("xl/printerSettings/printerSettings1.bin", "H\x00P\x00\x00\x00\xff")
	f.edit(typesPart, "<Override", `<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Override`)
	f.put("xl/worksheets/_rels/sheet2.xml.rels", standalone+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+
		`<Relationship Id="rId1" Type="`+officeRels+`printerSettings" Target="../printerSettings/printerSettings1.bin"/></Relationships>`)
	f.register("xl/calcChain.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml", workbookRels, "rId20", officeRels+"calcChain", "calcChain.xml")
	f.put("xl/calcChain.xml", standalone+`<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="F10" i="2" l="1"/><c r="E3" i="2"/></calcChain>`)
	f.rewrite(workbookPart, `<workbookPr [^>]*/>`, `<workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/><mc:AlternateContent><mc:Choice Requires="x15">`+
		`<x15ac:absPath url="D:\Phiếu\" xmlns:x15ac="`+msRelations+`spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>`+
		`<xr:revisionPtr xmlns:xr="`+msRelations+`spreadsheetml/2014/revision" revIDLastSave="0" documentId="13_ncr:1_{00000000}" xr6:coauthVersionLast="47" xmlns:xr6="`+msRelations+`spreadsheetml/2016/revision6"/>`)
	f.label()
}

// moveValidations puts the validations where Excel has those that refer to other sheets.
func (f *form) moveValidations() {
	f.cut(formPart, "<dataValidations", "</dataValidations>")
	f.rewrite(formPart, `</worksheet>`, `<extLst><ext xmlns:x14="`+msRelations+`spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}">`+
		`<x14:dataValidations xmlns:xm="`+msRelations+`excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1" xr:uid="{00000000-0002-0000-0100-000000000000}">`+
		`<x14:formula1><xm:f>_cchc!$$D$$2:$$D$$3</xm:f></x14:formula1><xm:sqref>E15</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`)
}

// label marks the file as an organization's own, as Microsoft 365 does where it is told to.
func (f *form) label() {
	property := func(pid int, name, value string) string {
		return fmt.Sprintf(`<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%d" name="MSIP_Label_1234_%s"><vt:lpwstr>%s</vt:lpwstr></property>`, pid, name, value)
	}
	f.edit(customPart, "</Properties>", property(20, "Enabled", "true")+property(21, "SetDate", "2024-03-02T01:30:00Z")+property(22, "Name", "Nội bộ")+"</Properties>")
	f.register("docMetadata/LabelInfo.xml", "application/vnd.ms-office.classificationlabels+xml", rootRels, "rId20", msRelations+"2020/02/relationships/classificationlabels", "docMetadata/LabelInfo.xml")
	f.put("docMetadata/LabelInfo.xml", standalone+`<clbl:labelList xmlns:clbl="`+msRelations+`2020/mipLabelMetadata"><clbl:label id="{1234}" enabled="1" method="Standard"/></clbl:labelList>`)
}

// thread puts a note that people answer on an answer's cell, with the old one that Excel writes beside it.
func (f *form) thread(key, text string) {
	f.Helper()
	at, rels := f.ref(key, templates.AnswerColumn), "xl/worksheets/_rels/sheet2.xml.rels"
	f.register("xl/comments1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml", rels, "rId2", officeRels+"comments", "../comments1.xml")
	f.put("xl/comments1.xml", standalone+`<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>tc={1}</author></authors><commentList><comment ref="`+at+
		`" authorId="0" shapeId="0"><text><t>[Threaded comment]

Your version of Excel allows you to read this threaded comment; however, any edits to it will get removed.

Comment:
    `+text+`</t></text></comment></commentList></comments>`)
	f.register("xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml", rels, "rId3", msRelations+"2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml")
	f.put("xl/threadedComments/threadedComment1.xml", standalone+`<ThreadedComments xmlns="`+msRelations+`spreadsheetml/2018/threadedcomments"><threadedComment ref="`+at+
		`" dT="2024-03-02T01:30:00.00" personId="{2}" id="{1}"><text>`+text+`</text></threadedComment></ThreadedComments>`)
	f.register("xl/persons/person.xml", "application/vnd.ms-excel.person+xml", workbookRels, "rId21", msRelations+"2017/10/relationships/person", "persons/person.xml")
	f.put("xl/persons/person.xml", standalone+`<personList xmlns="`+msRelations+`spreadsheetml/2018/threadedcomments"><person displayName="Lan" id="{2}" userId="lan" providerId="None"/></personList>`)
}

// asWPS writes the form as WPS Office does: its own properties, spans, and the parts in another order.
func asWPS(f *form) {
	for i, p := range f.parts {
		f.parts[i].Content = strings.Replace(p.Content, `<?xml version="1.0" encoding="UTF-8"?>`+"\n", standalone, 1)
	}
	f.rewrite(workbookPart, `<fileVersion [^>]*/>`, `<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/>`)
	f.rewrite(workbookPart, `<workbookPr [^>]*/>`, `<workbookPr/>`)
	f.rewrite(formPart, `<sheetViews>`, `<dimension ref="A1:T252"/><sheetViews>`)
	f.rewrite(formPart, `<row r="(\d+)"`, `<row r="$1" spans="1:20"`)
	f.rewrite(formPart, `(<sheetView )`, `${1}zoomScale="85" zoomScaleNormal="85" `)
	f.rewrite(formPart, `(<sheetProtection )`, `${1}password="" `)
	f.edit(customPart, "</Properties>", `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="20" name="ICV"><vt:lpwstr>ABCDEF0123456789_13</vt:lpwstr></property>`+
		`<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="21" name="KSOProductBuildVer"><vt:lpwstr>1033-12.2.0.13359</vt:lpwstr></property></Properties>`)
	f.put("docProps/app.xml", standalone+`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS Office</Application></Properties>`)
	for i := range len(f.parts) / 2 {
		f.parts[i], f.parts[len(f.parts)-1-i] = f.parts[len(f.parts)-1-i], f.parts[i]
	}
}

// cellImage puts a picture of WPS into the cell of a leaf's evidence.
func (f *form) cellImage(leaf string) {
	f.set(leaf, templates.EvidenceColumn, ` t="str"><f>_xlfn.DISPIMG("ID_9B3C",1)</f><v>=DISPIMG("ID_9B3C",1)</v></c>`)
	f.register("xl/cellimages.xml", "application/vnd.wps-officedocument.cellimage+xml", workbookRels, "rId20", "http://www.wps.cn/officeDocument/2020/cellImage", "cellimages.xml")
	f.put("xl/cellimages.xml", standalone+`<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><etc:cellImage/></etc:cellImages>`)
	f.put("xl/media/image1.png", "\x89PNG\r\n\x1a\n")
}
