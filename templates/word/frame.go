package word

import (
	"bytes"
	"encoding/xml"
	"fmt"
)

const (
	wordSpace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageSpace  = "http://schemas.openxmlformats.org/package/2006/"
	wordType      = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// frame are the parts of a document besides its body.
func frame(title string) map[string][]byte {
	var escaped bytes.Buffer
	_ = xml.EscapeText(&escaped, []byte(title)) // a buffer takes everything
	return map[string][]byte{
		typesPart: []byte(xmlHead + `<Types xmlns="` + packageSpace + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/>` +
			`<Override PartName="/word/styles.xml" ContentType="` + wordType + `styles+xml"/><Override PartName="/word/numbering.xml" ContentType="` + wordType + `numbering+xml"/>` +
			`<Override PartName="/word/settings.xml" ContentType="` + wordType + `settings+xml"/>` +
			`<Override PartName="/word/header1.xml" ContentType="` + wordType + `header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`),
		rootRelsPart: []byte(xmlHead + `<Relationships xmlns="` + packageSpace + `relationships">` + relation("rId1", relationSpace+"/officeDocument", "word/document.xml") +
			relation("rId2", packageSpace+"relationships/metadata/core-properties", "docProps/core.xml") + `</Relationships>`),
		"word/_rels/document.xml.rels": []byte(xmlHead + `<Relationships xmlns="` + packageSpace + `relationships">` + relation("rId1", relationSpace+"/styles", "styles.xml") +
			relation("rId2", relationSpace+"/numbering", "numbering.xml") + relation("rId3", relationSpace+"/header", "header1.xml") +
			relation("rId4", relationSpace+"/settings", "settings.xml") + `</Relationships>`),
		"docProps/core.xml": []byte(xmlHead + `<cp:coreProperties xmlns:cp="` + packageSpace + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>` +
			escaped.String() + `</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`),
		"word/settings.xml": []byte(xmlHead + `<w:settings xmlns:w="` + wordSpace + `"><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" ` +
			`w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`),
		"word/header1.xml": []byte(xmlHead + `<w:hdr xmlns:w="` + wordSpace + `"><w:p><w:pPr><w:pStyle w:val="` + Centre + `"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>`),
		"word/numbering.xml": []byte(xmlHead + `<w:numbering xmlns:w="` + wordSpace + `"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
			`<w:numFmt w:val="decimal"/><w:pStyle w:val="` + Heading + `"/><w:suff w:val="space"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`),
		"word/styles.xml": []byte(xmlHead + `<w:styles xmlns:w="` + wordSpace + `"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>` +
			`<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
			style("Normal", "Normal", `<w:spacing w:before="60" w:after="60"/><w:ind w:firstLine="709"/><w:jc w:val="both"/>`, "") +
			style(Centre, "Giữa", `<w:spacing w:before="0" w:after="0"/><w:ind w:firstLine="0"/><w:jc w:val="center"/>`, "") +
			style(Heading, "Mục", `<w:keepNext/><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:before="120" w:after="60"/><w:ind w:left="0" w:firstLine="709"/>`, `<w:b/>`) +
			style(Cell, "Ô bảng", `<w:spacing w:before="20" w:after="20"/><w:ind w:firstLine="0"/><w:jc w:val="left"/>`, `<w:sz w:val="22"/><w:szCs w:val="22"/>`) +
			style(CellMid, "Ô bảng giữa", `<w:spacing w:before="20" w:after="20"/><w:ind w:firstLine="0"/><w:jc w:val="center"/>`, `<w:sz w:val="22"/><w:szCs w:val="22"/>`) +
			style(Signature, "Ký", `<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="0"/><w:ind w:firstLine="0"/><w:jc w:val="center"/>`, "") +
			style(Small, "Nơi nhận", `<w:keepNext/><w:spacing w:before="0" w:after="0"/><w:ind w:firstLine="0"/><w:jc w:val="left"/>`, `<w:sz w:val="22"/><w:szCs w:val="22"/>`) + `</w:styles>`),
	}
}

func relation(id, kind, target string) string {
	return fmt.Sprintf(`<Relationship Id="%s" Type="%s" Target="%s"/>`, id, kind, target)
}

func style(id, name, paragraph, letters string) string {
	based, standard := `<w:basedOn w:val="Normal"/>`, ""
	if id == "Normal" {
		based, standard = "", ` w:default="1"`
	}
	if letters != "" {
		letters = `<w:rPr>` + letters + `</w:rPr>`
	}
	return `<w:style w:type="paragraph"` + standard + ` w:styleId="` + id + `"><w:name w:val="` + name + `"/>` + based + `<w:qFormat/><w:pPr>` + paragraph + `</w:pPr>` + letters + `</w:style>`
}
