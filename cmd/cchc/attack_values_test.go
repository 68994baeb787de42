package main

import (
	"fmt"
	"strings"

	"cchc/templates"
)

// numberAttacks put into the cell of a number (1.1:b, which is 35 of 36) what a cell can hold.
func numberAttacks() []attack {
	const bad = "1.1=invalid, +"
	answer := func(name, want, rest string) attack { return setting(name, want, "1.1:b", declared, rest) }
	text := func(name, want, text string) attack { return answer(name, want, ` t="str"><v>`+text+`</v></c>`) }
	number := func(name, want, number string) attack { return answer(name, want, `><v>`+number+`</v></c>`) }
	formatted := func(name, want string, id int, value string) attack {
		return attack{name, want, func(f *form) { f.set("1.1:b", declared, fmt.Sprintf(` s="%d"><v>%s</v></c>`, f.format(id), value)) }}
	}
	return []attack{
		number("the same with a point", asSound, "35.0"), number("the same with an exponent", asSound, "3.5E1"),
		number("the same with a float's noise", asSound, "34.999999999999996"), number("the same with zeros before it", asSound, "0035"),
		number("the same with a plus", asSound, "+35"), number("another number", "1.1=1.42", "34"), number("zero", "1.1=0", "0"),
		number("more than the whole", bad+"answer-exceeds", "37"), number("negative", bad+"answer-too-small", "-1"),
		number("minus zero", "1.1=0", "-0"), number("a fraction", bad+"answer-not-whole", "34.5"),
		number("NaN", bad+"cell-bad-number", "NaN"), number("infinity", bad+"cell-bad-number", "INF"), number("beyond floats", bad+"cell-bad-number", "1e400"),
		number("a huge exponent", bad+"cell-bad-number", "1e1000000"), number("a tiny exponent", bad+"cell-bad-number", "1e-1000000"),
		number("an exponent without digits", bad+"cell-bad-number", "3e"), number("hexadecimal", bad+"cell-bad-number", "0x23"),
		number("an underscore", bad+"cell-bad-number", "3_5"), number("a comma", bad+"cell-bad-number", "3,5"), number("two points", bad+"cell-bad-number", "3.5.0"),
		number("two numbers", bad+"cell-bad-number", "3 5"), number("full-width digits", bad+"cell-bad-number", "３５"),
		number("forty-one digits", bad+"cell-bad-number", strings.Repeat("3", 41)), number("sixteen digits", bad+"answer-exceeds", "3535353535353535"),
		number("an escape", bad+"cell-bad-number", "_x0033_5"), number("a formula", bad+"cell-bad-number", "=35"),
		text("as text", bad+"cell-text-number", "35"), text("as text with blanks", bad+"cell-text-number", " 35 "),
		text("as text with a no-break space", bad+"cell-text-number", "\u00a035"), text("as text with an apostrophe", bad+"cell-text-number", "'35"),
		text("as text in full-width digits", bad+"cell-text-number", "３５"), text("as text in Arabic digits", bad+"cell-text-number", "٣٥"),
		text("as text with a unit", bad+"cell-not-number", "35 nhiệm vụ"), text("words", bad+"cell-not-number", "ba lăm"),
		text("a dash", bad+"cell-not-number", "-"), text("blanks only", bad+"cell-spaces", "   "), text("a zero-width space", bad+"cell-not-number", "\u200b"),
		text("with a mark of direction", bad+"cell-text-number", "\u202e53"), text("with control characters", bad+"cell-not-number", "3_x0000__x001B_5"),
		text("a formula as text", bad+"cell-not-number", "=34+1"), text("an empty text", "1.1=missing, +answer-missing", ""),
		answer("an inline text", bad+"cell-text-number", ` t="inlineStr"><is><t>35</t></is></c>`),
		answer("a rich inline text", bad+"cell-text-number", ` t="inlineStr"><is><r><t>3</t></r><r><rPr><b/></rPr><t>5</t></r></is></c>`),
		answer("an empty inline text", "1.1=missing, +answer-missing", ` t="inlineStr"><is/></c>`),
		answer("true", bad+"cell-true-false", ` t="b"><v>1</v></c>`), answer("false", bad+"cell-true-false", ` t="b"><v>0</v></c>`),
		answer("neither true nor false", "file-damaged", ` t="b"><v>35</v></c>`),
		answer("an error", bad+"cell-error", ` t="e"><v>#N/A</v></c>`), answer("an error with bidi in it", bad+"cell-error", " t=\"e\"><v>#\u202e_x0007_</v></c>"),
		answer("a date written out", bad+"cell-date", ` t="d"><v>2023-05-10T00:00:00</v></c>`),
		{"a shared string", bad + "cell-text-number", func(f *form) {
			f.set("1.1:b", declared, fmt.Sprintf(` t="s"><v>%d</v></c>`, f.shared("<si><t>35</t></si>")))
		}},
		formatted("a percentage", bad+"cell-percent", 9, "0.35"), formatted("a percentage with places", bad+"cell-percent", 10, "35"),
		formatted("a date", bad+"cell-date", 14, "35"), formatted("a time", bad+"cell-date", 20, "35"), formatted("an East Asian date", bad+"cell-date", 31, "35"),
		formatted("a text format", asSound, 49, "35"), formatted("a currency", asSound, 44, "35"), formatted("a scientific format", asSound, 11, "35"),
		formatted("a format that nobody knows", asSound, 9999, "35"),
	}
}

// choiceAttacks put into the cell of a choice (1.2:muc) what a cell can hold.
func choiceAttacks() []attack {
	const bad, right = "1.2=invalid, +", "1. Thực hiện đầy đủ về số lượng, nội dung và thời hạn theo quy định"
	text := func(name, want, text string) attack {
		return setting(name, want, "1.2:muc", declared, ` t="str"><v>`+text+`</v></c>`)
	}
	return []attack{
		text("the same", asSound, right), text("the same in capitals", asSound, strings.ToUpper(right)),
		text("the same decomposed", asSound, strings.NewReplacer("ự", "u\u031b\u0323", "đ", "đ", "ầ", "a\u0302\u0300").Replace(right)),
		text("the same with references", asSound, strings.ReplaceAll(right, "T", "&#84;")),
		text("the same with a blank after it", bad+"cell-near-option", right+" "), text("the same with no-break spaces", bad+"cell-near-option", strings.ReplaceAll(right, " ", "\u00a0")),
		text("the same without its number", bad+"cell-no-option", right[3:]), text("its number alone", bad+"cell-no-option", "1"),
		text("with a zero-width space", bad+"cell-hidden-character", right+"\u200b"), text("with a mark of direction", bad+"cell-hidden-character", "\u200e"+right),
		text("with a Cyrillic letter", bad+"cell-no-option", strings.Replace(right, "T", "Т", 1)), text("an option of another criterion", bad+"cell-no-option", "Có"),
		text("words of one's own", bad+"cell-no-option", "đã xong"), text("a formula as text", bad+"cell-no-option", `=HYPERLINK("http://x.vn")`),
		text("blanks only", bad+"cell-spaces", " "), text("nothing", "1.2=missing, +answer-unchosen", ""),
		setting("a number", bad+"cell-no-option", "1.2:muc", declared, `><v>1</v></c>`),
		setting("true", bad+"cell-true-false", "1.2:muc", declared, ` t="b"><v>1</v></c>`),
		setting("an error", bad+"cell-error", "1.2:muc", declared, ` t="e"><v>#REF!</v></c>`),
		{"the option spelt otherwise in the form's own list", "1.2=invalid, +cell-no-option, +form-option-edited", func(f *form) {
			f.edit(stringsPart, right, "1. Tốt") // the list on the hidden sheet and the answer share the string
		}},
	}
}

// textAttacks put into cells of free text and of the unit what a cell can hold. The texts themselves are held to elsewhere.
func textAttacks() []attack {
	evidence := func(name, want, rest string) attack {
		return setting(name, want, "1.1", templates.EvidenceColumn, rest)
	}
	text := func(name, want, text string) attack { return evidence(name, want, ` t="str"><v>`+text+`</v></c>`) }
	field := func(name, want, key, text string) attack {
		return setting(name, want, key, templates.FieldColumn, ` t="str"><v>`+text+`</v></c>`)
	}
	return []attack{
		text("a formula as text", "text 1.1", "=cmd|' /C calc'!A0"), text("controls and bidi", "text 1.1", "\u202ea_x0007__x001B_[31mb\u2066"),
		text("controls only", "text 1.1, +evidence-missing", "_x0007_\u202e"), text("blanks only", "text 1.1, +evidence-missing", " \n "),
		text("markup", "text 1.1", "&lt;script&gt;alert(1)&lt;/script&gt;"), text("escapes of escapes", "text 1.1", "_x005F_x0041_"),
		text("32,767 characters", "text 1.1", strings.Repeat("ế", 32767)), text("32,768 characters", "file-cell-text", strings.Repeat("ế", 32768)),
		text("a quarter of a million bytes of escapes", "text 1.1", strings.Repeat("_x0041_", 32767)),
		text("ten thousand combining marks", "text 1.1", "a"+strings.Repeat("\u0301", 10000)),
		evidence("a number", "text 1.1", `><v>1219</v></c>`), evidence("no number", "text 1.1, +cell-text-lost, +evidence-missing", `><v>1e400</v></c>`),
		evidence("a huge exponent", "text 1.1, +cell-text-lost, +evidence-missing", `><v>1e1000000</v></c>`),
		evidence("a picture of WPS in the cell", "text 1.1, +evidence-missing, +form-beside", ` t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>`),
		evidence("a picture of Excel in the cell", "text 1.1, +evidence-missing, +form-beside", ` t="e" vm="1"><v>#VALUE!</v></c>`),
		evidence("an error", "text 1.1, +cell-text-lost, +evidence-missing", ` t="e"><v>#N/A</v></c>`),
		evidence("a formula without a value", "text 1.1, +cell-text-lost, +evidence-missing", `><f>A1</f></c>`),
		evidence("a formula with a text", "text 1.1", ` t="str"><f>"a"</f><v>a</v></c>`),
		{"a date", "text 1.1, +cell-text-guess", func(f *form) {
			f.set("1.1", templates.EvidenceColumn, fmt.Sprintf(` s="%d"><v>45056</v></c>`, f.format(14)))
		}},
		{"a date that counts from 1904", "text 1.1, +cell-text-guess", func(f *form) {
			f.set("1.1", templates.EvidenceColumn, fmt.Sprintf(` s="%d"><v>43594</v></c>`, f.format(14)))
			f.edit(workbookPart, "<workbookPr ", `<workbookPr date1904="1" `)
		}},
		{"a date in ten million years", "text 1.1", func(f *form) {
			f.set("1.1", templates.EvidenceColumn, fmt.Sprintf(` s="%d"><v>9999999999</v></c>`, f.format(14)))
		}},
		field("another unit", "unit", templates.UnitNameField, "Sở mẫu B"), field("another code", "unit", templates.UnitCodeField, "SM-B"),
		field("a unit of two lines", "unit", templates.UnitNameField, "Sở mẫu A\nSM-Z  65,00"), field("no name", "unit", templates.UnitNameField, ""),
		field("a unit that draws on the terminal", "unit", templates.UnitNameField, "_x001B_]0;x_x0007_Sở\u202e mẫu"),
		field("a code that leaves the folder", "unit, +unit-code", templates.UnitCodeField, "../../etc/passwd"),
		field("a person of two lines", "contact", templates.ContactField, "An\nBình"),
	}
}
