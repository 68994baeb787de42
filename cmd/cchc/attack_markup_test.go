package main

import (
	"encoding/binary"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf16"

	"cchc/templates"
)

// declared is the column that most attacks are on.
const declared = templates.AnswerColumn

// markupAttacks break the XML of the form's sheet, or write the same in another way.
func markupAttacks() []attack {
	const head, data = `<?xml version="1.0" encoding="UTF-8"?>`, "<sheetData>"
	in := func(name, want, old, with string) attack { return replace(name, want, formPart, old, with) }
	before := func(name, want, added string) attack { return in(name, want, data, added+data) }
	return []attack{
		in("DOCTYPE with an entity", "file-damaged", head, head+`<!DOCTYPE worksheet [<!ENTITY a "9">]>`),
		in("DOCTYPE of an outer entity", "file-damaged", head, head+`<!DOCTYPE worksheet [<!ENTITY a SYSTEM "file:///etc/passwd">]>`),
		in("DOCTYPE of an outer definition", "file-damaged", head, head+`<!DOCTYPE worksheet SYSTEM "http://x.vn/a.dtd">`),
		in("a billion laughs", "file-damaged", head, head+laughs()),
		in("DOCTYPE after the root's start", "file-damaged", data, `<!DOCTYPE a>`+data),
		in("an unknown entity", "file-damaged", "<v>35</v>", "<v>&nbsp;35</v>"),
		in("a bare ampersand", "file-damaged", "<v>35</v>", "<v>3&5</v>"),
		in("a reference to zero", "file-damaged", "<v>35</v>", "<v>3&#0;5</v>"),
		in("a reference beyond Unicode", "file-damaged", "<v>35</v>", "<v>35&#x110000;</v>"),
		in("digits as references", asSound, "<v>35</v>", "<v>&#51;&#x35;</v>"),
		in("digits as CDATA", asSound, "<v>35</v>", "<v>3<![CDATA[5]]></v>"),
		in("a comment inside a number", asSound, "<v>35</v>", "<v>3<!-- 9 -->5</v>"),
		in("an instruction inside a number", asSound, "<v>35</v>", "<v>3<?x 9?>5</v>"),
		in("blanks around a number", asSound, "<v>35</v>", "<v>\n 35\t</v>"),
		in("a sheet cut in the middle", "file-damaged", "<v>35</v>", "<v>35"),
		in("an end of another case", "file-damaged", "</sheetData>", "</sheetdata>"),
		in("ends crosswise", "file-damaged", "<v>35</v></c>", "<v>35</c></v>"),
		in("an end with an attribute", "file-damaged", "</sheetData>", `</sheetData a="1">`),
		in("an attribute without quotes", "file-damaged", `<row r="14"`, `<row r=14`),
		in("an attribute twice", "file-damaged", `<row r="14"`, `<row r="14" r="14"`),
		in("a less-than in a value", "file-damaged", `<row r="14"`, `<row r="<14"`),
		in("a reference in a row's number", asSound, `<row r="14"`, `<row r="1&#52;"`),
		in("a prefix that is not declared", "file-damaged", data, `<x:a/>`+data),
		in("a namespace declared in vain", asSound, data, `<x:a xmlns:x="urn:x" x:b="1"/>`+data),
		in("a root of no namespace", "file-damaged", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`, `<worksheet`),
		in("a root of another namespace", "file-damaged", "spreadsheetml/2006/main", "spreadsheetml/2007/main"),
		in("a row of another namespace", "file-damaged", `<row r="14"`, `<row xmlns="urn:x" r="14"`),
		{"rows hidden in a foreign element", "form-key-row-missing", func(f *form) {
			f.edit(formPart, data, `<mc:AlternateContent xmlns:mc="urn:m">`+data)
			f.edit(formPart, "</sheetData>", "</sheetData></mc:AlternateContent>")
		}},
		in("UTF-16 declared", "file-damaged", `encoding="UTF-8"`, `encoding="UTF-16"`),
		{"every part in UTF-16", asSound, func(f *form) {
			for i, p := range f.parts {
				f.parts[i].Content = inUTF16(strings.Replace(p.Content, `encoding="UTF-8"`, `encoding="UTF-16"`, 1))
			}
		}},
		{"the sheet in UTF-16", asSound, func(f *form) { f.put(formPart, inUTF16(strings.Replace(f.part(formPart), head, "", 1))) }},
		{"the sheet in UTF-16 that says it is UTF-8", "file-damaged", func(f *form) { f.put(formPart, inUTF16(f.part(formPart))) }},
		{"DOCTYPE in UTF-16", "file-damaged", func(f *form) {
			f.put(formPart, inUTF16(strings.Replace(f.part(formPart), head, `<!DOCTYPE worksheet [<!ENTITY a "9">]>`, 1)))
		}},
		in("an old Vietnamese encoding declared", "file-damaged", `encoding="UTF-8"`, `encoding="windows-1258"`),
		in("no encoding declared", asSound, ` encoding="UTF-8"`, ``),
		in("XML 1.1", "file-damaged", `version="1.0"`, `version="1.1"`),
		in("no declaration", asSound, head, ``),
		in("blanks before the declaration", "file-damaged", head, " "+head),
		in("two declarations", "file-damaged", head, head+head),
		in("text before the root", "file-damaged", head, head+"x"),
		in("text between rows", "file-damaged", `<row r="14"`, `9<row r="14"`),
		in("invalid UTF-8", "file-damaged", "<v>35</v>", "<v>35\xc3</v>"),
		in("half of a pair in UTF-8", "file-damaged", "<v>35</v>", "<v>35\xed\xa0\x80</v>"),
		in("a zero byte", "file-cell-text", "<v>35</v>", "<v>35\x00</v>"),
		in("an escape character", "file-cell-text", "<v>35</v>", "<v>35\x1b</v>"),
		in("U+FFFE", "file-cell-text", "<v>35</v>", "<v>35\ufffe</v>"),
		before("a comment with two dashes", "file-damaged", "<!-- -- -->"),
		before("a comment without end", "file-damaged", "<!-- "),
		before("an instruction without end", "file-damaged", "<?x "),
		before("a CDATA without end", "file-damaged", "<a><![CDATA[</a>"),
		before("nested a hundred deep", "file-damaged", strings.Repeat("<a>", 100)+strings.Repeat("</a>", 100)),
		before("nested ninety deep", asSound, strings.Repeat("<a>", 90)+strings.Repeat("</a>", 90)),
		before("sixty-five attributes", "file-damaged", "<a "+attributes(65)+"/>"),
		before("a hundred namespaces", "file-damaged", "<a "+strings.ReplaceAll(attributes(50), "x", "xmlns:x")+"><a "+strings.ReplaceAll(attributes(50), "x", "xmlns:y")+"/></a>"),
		{"prefixes everywhere", asSound, func(f *form) {
			f.put(formPart, regexp.MustCompile(`<(/?)([a-zA-Z])`).ReplaceAllString(strings.Replace(f.part(formPart), " xmlns=", " xmlns:q=", 1), "<${1}q:$2"))
		}},
		{"line ends between all tags", asSound, func(f *form) { f.put(formPart, strings.ReplaceAll(f.part(formPart), "><", ">\r\n<")) }},
		{"single quotes", asSound, func(f *form) {
			f.put(formPart, regexp.MustCompile(`(<(?:row|c) [^>]*>)`).ReplaceAllStringFunc(f.part(formPart), func(s string) string { return strings.ReplaceAll(s, `"`, `'`) }))
		}},
	}
}

func laughs() string {
	var all strings.Builder
	all.WriteString(`<!DOCTYPE x [<!ENTITY a0 "ha">`)
	for i := range 30 {
		fmt.Fprintf(&all, `<!ENTITY a%d "&a%d;&a%d;">`, i+1, i, i)
	}
	return all.String() + "]>"
}

func attributes(n int) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, `x%d="u" `, i)
	}
	return all.String()
}

// inUTF16 is a text in UTF-16 with its mark.
func inUTF16(text string) string {
	out := []byte("\xff\xfe")
	for _, unit := range utf16.Encode([]rune(text)) {
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	return string(out)
}
