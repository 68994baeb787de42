package main

import (
	"fmt"
	"regexp"
	"strings"
)

// rowAttacks place rows as readers would read in different ways, or as programs do that leave names out.
func rowAttacks() []attack {
	row := func(name, want string, change func(row string) string) attack {
		return attack{name, want, func(f *form) { f.edit(formPart, f.row("1.1:b"), change(f.row("1.1:b"))) }}
	}
	number := func(name, want, with string) attack {
		return replace(name, want, formPart, `<row r="14"`, "<row "+with)
	}
	return []attack{
		row("twice", "file-damaged", func(r string) string { return r + r }),
		row("twice, the second blank", "file-damaged", func(r string) string { return r + `<row r="14"/>` }),
		row("twice, the first blank", "file-damaged", func(r string) string { return `<row r="14"/>` + r }),
		row("moved within the file only", "file-damaged", func(r string) string { return `<row r="15"/>` + r }),
		row("inside of another", "file-damaged", func(r string) string { return `<row r="14">` + strings.Replace(r, "14", "15", 1) + `</row>` }),
		row("cell outside of it", "file-damaged", func(r string) string { return `<c r="E14"><v>9</v></c>` + r }),
		row("in a foreign element", "file-damaged", func(r string) string { return `<x:a xmlns:x="urn:x">` + r + `</x:a>` }),
		row("a foreign element beside it", "file-damaged", func(r string) string { return `<x:a xmlns:x="urn:x"/>` + r }),
		row("split into two of one number", "file-damaged", func(r string) string { return strings.Replace(r, `<c r="F14"`, `</row><row r="14"><c r="F14"`, 1) }),
		row("gone", "1.1=invalid, +form-key-missing", func(string) string { return "" }),
		row("blank", "1.1=invalid, +form-key-missing", func(string) string { return `<row r="14"/>` }),
		row("hidden", "+form-cells-hidden", func(r string) string { return strings.Replace(r, "<row ", `<row hidden="1" `, 1) }),
		row("hidden in words", "+form-cells-hidden", func(r string) string { return strings.Replace(r, "<row ", `<row hidden="true" `, 1) }),
		row("hidden by a height of none", "+form-cells-hidden", func(r string) string { return strings.Replace(r, `ht="16"`, `ht="0"`, 1) }),
		row("with spans that lie", asSound, func(r string) string { return strings.Replace(r, "<row ", `<row spans="1:2" `, 1) }),
		row("with attributes of other makers", asSound, func(r string) string { return strings.Replace(r, "<row ", `<row xmlns:x="urn:x" x:r="9" `, 1) }),
		number("no number", "file-damaged", ``),
		number("an empty number", "file-damaged", `r=""`),
		number("number zero", "file-damaged", `r="0"`),
		number("a negative number", "file-damaged", `r="-13"`),
		number("a number with a sign", "file-damaged", `r="+13"`),
		number("a number with a zero before it", "file-damaged", `r="013"`),
		number("a number with a blank", "file-damaged", `r=" 13"`),
		number("a number with a point", "file-damaged", `r="13.0"`),
		number("a number beyond the last", "file-damaged", `r="1048577"`),
		number("a number beyond all", "file-damaged", `r="4294967309"`),
		number("a number in full-width digits", "file-damaged", `r="１３"`),
		number("a misspelt attribute", "file-damaged", `R="13"`),
		number("a style that is not there", "file-damaged", `r="14" s="9999"`),
		{"rows without numbers, which are theirs all the same", asSound, func(f *form) {
			f.put(formPart, regexp.MustCompile(`<row r="\d+"`).ReplaceAllString(f.part(formPart), "<row"))
		}},
		{"rows and cells without names", "+form-edited, +form-key-unknown, +form-stray, +form-stray-more, +form-stray-text, +form-typed-over", func(f *form) { // the titles, without a cell before them, move to the left
			f.put(formPart, regexp.MustCompile(`<(row|c) r="[A-Z]*\d+"`).ReplaceAllString(f.part(formPart), "<$1"))
		}},
		{"every row moved down by a thousand", asSound, func(f *form) { f.shift(1000) }},
		{"the last row at the end of the sheet", asSound, func(f *form) { f.edit(formPart, "</sheetData>", `<row r="1048576"/></sheetData>`) }},
		{"sheet data twice", "file-damaged", func(f *form) { f.edit(formPart, "</sheetData>", "</sheetData><sheetData/>") }},
		{"sheet data twice, the form's second", "file-damaged", func(f *form) { f.edit(formPart, "<sheetData>", "<sheetData/><sheetData>") }},
		{"no sheet data", "form-key-row-missing", func(f *form) {
			f.put(formPart, regexp.MustCompile(`(?s)<sheetData>.*</sheetData>`).ReplaceAllString(f.part(formPart), ""))
		}},
		{"sheet data of another namespace before it", asSound, func(f *form) {
			f.edit(formPart, "<sheetData>", `<y:sheetData xmlns:y="urn:y"><y:row r="14"/></y:sheetData><sheetData>`)
		}},
		{"sheet data in an extension after it", asSound, func(f *form) {
			f.edit(formPart, "</worksheet>", `<extLst><ext><sheetData><row r="14"><c r="E14"><v>1</v></c></row></sheetData></ext></extLst></worksheet>`)
		}},
	}
}

// shift moves every row of the form down, with its cells; formulas and merges stay, which only a sheet would mind.
func (f *form) shift(by int) {
	moved := regexp.MustCompile(`(<row r="|<c r="[A-Z]+)(\d+)"`)
	f.put(formPart, moved.ReplaceAllStringFunc(f.part(formPart), func(s string) string {
		m := moved.FindStringSubmatch(s)
		n := 0
		fmt.Sscan(m[2], &n)
		return fmt.Sprintf(`%s%d"`, m[1], n+by)
	}))
}

// cellAttacks place cells so.
func cellAttacks() []attack {
	cell := func(name, want, with string) attack {
		return attack{name, want, func(f *form) { f.edit(formPart, f.cell(formPart, "E14"), with) }}
	}
	const sound = `<c r="E14" s="41"><v>35</v></c>`
	return []attack{
		cell("twice", "file-damaged", sound+sound),
		cell("twice, the second blank", "file-damaged", sound+`<c r="E14"/>`),
		cell("out of order", "file-damaged", `<c r="F14"/>`+sound),
		cell("of another row", "file-damaged", `<c r="E13"><v>35</v></c>`),
		cell("of the row above, at its end", "file-damaged", `<c r="Z12"><v>35</v></c>`),
		cell("without a name", "file-damaged", `<c><v>35</v></c>`),
		cell("with an empty name", "file-damaged", `<c r=""><v>35</v></c>`),
		cell("in small letters", "file-damaged", `<c r="e13"><v>35</v></c>`),
		cell("with dollars", "file-damaged", `<c r="$E$13"><v>35</v></c>`),
		cell("by row and column", "file-damaged", `<c r="R13C5"><v>35</v></c>`),
		cell("in full-width letters", "file-damaged", `<c r="Ｅ13"><v>35</v></c>`),
		cell("with a zero before its row", "file-damaged", `<c r="E013"><v>35</v></c>`),
		cell("beyond the last column", "file-damaged", `<c r="XFE14"><v>35</v></c>`),
		cell("with a misspelt attribute", "file-damaged", `<c R="E14" r="E14"><v>35</v></c>`),
		cell("with a type that nobody knows", "file-damaged", `<c r="E14" t="x"><v>35</v></c>`),
		cell("with a type in capitals", "file-damaged", `<c r="E14" t="N"><v>35</v></c>`),
		cell("of another namespace", "file-damaged", `<x:c xmlns:x="urn:x" r="E14"><v>35</v></x:c>`),
		cell("in another element", "file-damaged", `<d><c r="E14"><v>35</v></c></d>`),
		cell("two values", "file-damaged", `<c r="E14"><v>35</v><v>36</v></c>`),
		cell("two equal values", "file-damaged", `<c r="E14"><v>35</v><v>35</v></c>`),
		cell("a value of another namespace beside it", "file-damaged", `<c r="E14"><v>35</v><x:v xmlns:x="urn:x">36</x:v></c>`),
		cell("an element in the value", "file-damaged", `<c r="E14"><v>3<b/>5</v></c>`),
		cell("text beside the value", "file-damaged", `<c r="E14">9<v>35</v></c>`),
		cell("value and inline text", "file-damaged", `<c r="E14" t="inlineStr"><is><t>3</t></is><v>35</v></c>`),
		cell("inline text in a number", "file-damaged", `<c r="E14"><is><t>35</t></is></c>`),
		cell("a value in an inline text's cell", "file-damaged", `<c r="E14" t="inlineStr"><v>35</v></c>`),
		cell("two formulas", "file-damaged", `<c r="E14"><f>1</f><f>2</f><v>35</v></c>`),
		cell("a number longer than a cell", "file-damaged", `<c r="E14"><v>`+strings.Repeat("1234567890", 4000)+`</v></c>`),
		cell("a text longer than a cell", "file-cell-text", `<c r="E14" t="str"><v>`+strings.Repeat("1234567890", 4000)+`</v></c>`),
		cell("an extension with a value in it", asSound, `<c r="E14"><v>35</v><extLst><ext><v>9</v></ext></extLst></c>`),
		cell("attributes of metadata", asSound, `<c r="E14" cm="1" vm="2" ph="1"><v>35</v></c>`),
		cell("value before formula", "+cell-formula", `<c r="E14"><v>35</v><f>34+1</f></c>`),
		cell("gone", "1.1=missing, +answer-missing", ``),
		cell("beside its place", "1.1=missing, +answer-missing", `<c r="E14"/>`),
	}
}

// indexAttacks point to styles and strings that are not there, and break the tables.
func indexAttacks() []attack {
	answer := func(name, want, rest string) attack { return setting(name, want, "1.1:b", declared, rest) }
	list := func(name, want, part, old, with string) attack { return replace(name, want, part, old, with) }
	return []attack{
		answer("style beyond the last", "file-damaged", ` s="999"><v>35</v></c>`),
		answer("style of a negative index", "file-damaged", ` s="-1"><v>35</v></c>`),
		answer("style of words", "file-damaged", ` s="x"><v>35</v></c>`),
		answer("style of a huge index", "file-damaged", ` s="99999999999999999999"><v>35</v></c>`),
		answer("no style", asSound, `><v>35</v></c>`),
		answer("string beyond the last", "file-damaged", ` t="s"><v>99999</v></c>`),
		answer("string of a negative index", "file-damaged", ` t="s"><v>-1</v></c>`),
		answer("string of a fraction", "file-damaged", ` t="s"><v>1.0</v></c>`),
		answer("string of an exponent", "file-damaged", ` t="s"><v>1e1</v></c>`),
		answer("string of words", "file-damaged", ` t="s"><v>x</v></c>`),
		answer("string of a huge index", "file-damaged", ` t="s"><v>99999999999999999999</v></c>`),
		answer("string of no index", "1.1=missing, +answer-missing", ` t="s"><v></v></c>`),
		{"the column of answers of no width", "+form-cells-hidden", func(f *form) {
			f.put(formPart, regexp.MustCompile(`(<col [^>]*max="5" min="5" width=)"38.5"`).ReplaceAllString(f.part(formPart), `$1"0"`))
		}},
		{"column of a style that is not there", "file-damaged", func(f *form) { f.edit(formPart, `<col `, `<col style="9999" `) }},
		{"columns upside down", "file-damaged", func(f *form) { f.edit(formPart, `max="2" min="2"`, `max="1" min="2"`) }},
		{"columns beyond the last", "file-damaged", func(f *form) { f.edit(formPart, `max="20" min="15"`, `max="16385" min="15"`) }},
		{"answers' column hidden", "+form-cells-hidden", func(f *form) {
			f.edit(formPart, `<col customWidth="1" max="5"`, `<col hidden="1" customWidth="1" max="5"`)
		}},
		{"all columns hidden", "+form-cells-hidden", func(f *form) {
			f.put(formPart, regexp.MustCompile(`(?s)<cols>.*</cols>`).ReplaceAllString(f.part(formPart), `<cols><col min="1" max="16384" hidden="1"/></cols>`))
		}},
		list("cell formats twice", "file-damaged", stylesPart, "</cellXfs>", "</cellXfs><cellXfs><xf/></cellXfs>"),
		list("no cell formats", "file-damaged", stylesPart, "cellXfs", "cellYfs"),
		list("a cell format of a negative number format", "file-damaged", stylesPart, "</cellXfs>", `<xf numFmtId="-1"/></cellXfs>`),
		list("a number format twice", "file-damaged", stylesPart, `</numFmts>`, `<numFmt numFmtId="164" formatCode="0%"/></numFmts>`),
		list("a number format without a code", "file-damaged", stylesPart, `</numFmts>`, `<numFmt numFmtId="170"/></numFmts>`),
		list("an endless format code", asSound, stylesPart, `</numFmts>`, `<numFmt numFmtId="170" formatCode="`+strings.Repeat(`[`, 60000)+`"/></numFmts>`),
		list("strings of another namespace", "file-damaged", stringsPart, "spreadsheetml/2006/main", "spreadsheetml/2007/main"),
		list("one string fewer", "file-damaged", stringsPart, "<si><t>HƯỚNG", "<sj><t>HƯỚNG"),
		list("a string too long", "file-damaged", stringsPart, "</sst>", "<si><t>"+strings.Repeat("ab cd", 7000)+"</t></si></sst>"),
		list("a string with two texts", "file-damaged", stringsPart, "</sst>", "<si><t>một</t><t>hai</t></si></sst>"),
		list("a string whose run has two texts", "file-damaged", stringsPart, "</sst>", "<si><r><t>một</t><t>hai</t></r></si></sst>"),
		list("strings that nobody uses", asSound, stringsPart, "</sst>", strings.Repeat("<si><t>thừa</t></si>", 3)+"</sst>"),
		list("counts that lie", asSound, stringsPart, ` count="`, ` count="4000000000`),
		{"every string as an inline text", asSound, func(f *form) { f.inline() }},
	}
}

// inline puts the shared strings of the form's sheet into its cells, as some programs write them.
func (f *form) inline() {
	var items []string
	for _, m := range regexp.MustCompile(`(?s)<si>(.*?)</si>`).FindAllStringSubmatch(f.part(stringsPart), -1) {
		items = append(items, m[1])
	}
	shared := regexp.MustCompile(` t="s"><v>(\d+)</v>`)
	f.put(formPart, shared.ReplaceAllStringFunc(f.part(formPart), func(s string) string {
		n := 0
		fmt.Sscan(shared.FindStringSubmatch(s)[1], &n)
		return ` t="inlineStr"><is>` + items[n] + `</is>`
	}))
}
