// Package wordtest makes Word documents for tests. Nothing but tests imports it.
package wordtest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"strings"
	"testing"
)

const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// Document is a .docx with that body, and the numbering of lists, which may be "".
func Document(t *testing.T, body, numbering string) []byte {
	t.Helper()
	parts := [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document ` + space + `><w:body>` + body + `</w:body></w:document>`},
	}
	if numbering != "" {
		parts = append(parts, [2]string{"word/numbering.xml", `<w:numbering ` + space + `>` + numbering + `</w:numbering>`})
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range parts {
		file, err := w.Create(part[0])
		if err == nil {
			_, err = file.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Table is a table of rows of texts, whose first row repeats on every page; a line end begins a paragraph.
func Table(rows [][]string) string {
	var b strings.Builder
	b.WriteString("<w:tbl>")
	for i, row := range rows {
		b.WriteString("<w:tr>")
		if i == 0 {
			b.WriteString("<w:trPr><w:tblHeader/></w:trPr>")
		}
		for _, text := range row {
			b.WriteString("<w:tc>" + Paragraphs(text) + "</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
	return b.String()
}

// Paragraphs are those of a text.
func Paragraphs(text string) string {
	var b strings.Builder
	for _, line := range strings.Split(text, "\n") {
		b.WriteString(`<w:p><w:r><w:t xml:space="preserve">`)
		_ = xml.EscapeText(&b, []byte(line))
		b.WriteString("</w:t></w:r></w:p>")
	}
	return b.String()
}
