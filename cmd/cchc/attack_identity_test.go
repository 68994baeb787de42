package main

import (
	"fmt"
	"regexp"
	"strings"

	"cchc/templates"
	"cchc/templates/xlsx/rawzip"
)

// keyAttacks break the keys by which rows are found.
func keyAttacks() []attack {
	key := func(name, want, of, rest string) attack { return setting(name, want, of, templates.KeyColumn, rest) }
	text := func(name, want, of, text string) attack { return key(name, want, of, ` t="str"><v>`+text+`</v></c>`) }
	const gone, strange = "1.1=invalid, +form-key-missing, +form-stray", "1.1=invalid, +form-key-missing, +form-key-unknown, +form-stray"
	return []attack{
		text("deleted", gone, "1.1:b", ""), text("with a blank", strange, "1.1:b", "1.1:b "), text("with a no-break space", strange, "1.1:b", "1.1:b\u00a0"),
		text("with a zero-width space", strange, "1.1:b", "1.1:b\u200b"), text("in capitals", strange, "1.1:b", "1.1:B"), text("in full-width digits", strange, "1.1:b", "１.１:b"),
		text("of an answer that is not asked", strange, "1.1:b", "1.1:z"), text("of a criterion that is not there", strange, "1.1:b", "99.9:a"),
		text("endless", strange, "1.1:b", strings.Repeat("1.1:b", 5000)), text("a formula as text", strange, "1.1:b", "=A13"),
		text("the same, spelt in references", asSound, "1.1:b", "1.1&#58;b"), text("the same, spelt in escapes", asSound, "1.1:b", "1.1_x003A_b"),
		key("a number", strange, "1.1:b", `><v>1.1</v></c>`), key("a number, of the row's own text", asSound, "1.1", `><v>1.1</v></c>`),
		key("a number, of the noise of a float", asSound, "1.1", `><v>1.1000000000000001</v></c>`), key("a number, of another row's text", "text 1.2, +evidence-missing, +form-key-missing, +form-key-unknown, +form-stray-text", "1.2", `><v>1.1</v></c>`),
		key("a number by a formula", "text 1.1, +evidence-missing, +form-key-missing, +form-key-unknown, +form-stray-text", "1.1", `><f>1+0.1</f><v>1.1</v></c>`), key("an error", strange, "1.1:b", ` t="e"><v>#N/A</v></c>`),
		key("the same by a formula", asSound, "1.1:b", ` t="str"><f>"1.1:"&amp;"b"</f><v>1.1:b</v></c>`),
		key("a formula without a value", gone, "1.1:b", `><f>A13</f></c>`),
		text("doubled from the row above", "1.1=invalid, +form-key-missing, +form-key-twice", "1.1:b", "1.1:a"),
		text("doubled from another leaf", "1.1=invalid, 1.2=invalid, +form-key-missing, +form-key-twice", "1.1:b", "1.2:muc"),
		text("of a leaf deleted", "text 1.1, +evidence-missing, +form-key-missing, +form-stray-text", "1.1", ""),
		text("of a leaf doubled", "text 1.1, text 1.2, +evidence-missing, +form-key-missing, +form-key-twice", "1.1", "1.2"),
		text("of an area deleted", "+form-key-missing", "1", ""), text("of the total deleted", "+form-key-missing", templates.TotalKey, ""),
		text("of the unit's name deleted", "unit, +form-key-missing, +form-stray-text", templates.UnitNameField, ""),
		text("of the unit's name doubled", "unit, +form-key-missing, +form-key-twice, +form-stray-text, +form-unit-missing", templates.UnitCodeField, templates.UnitNameField),
		{"exchanged between two rows", "1.1=invalid, +form-key-moved", func(f *form) { f.swap("1.1:a", "1.1:b") }},
		{"exchanged where both numbers would do", "1.5=invalid, +form-key-moved", func(f *form) { f.swap("1.5:1", "1.5:2") }},
		{"exchanged between rows of the same words", "5.9=invalid, 6.2.2=invalid, +form-key-moved", func(f *form) { f.swap("5.9:muc", "6.2.2:muc") }},
		{"all deleted", "form-no-keys", func(f *form) {
			f.put(formPart, regexp.MustCompile(`<c r="A(\d\d+)"[^>]*>.*?</c>`).ReplaceAllString(f.part(formPart), ""))
		}},
		{"all but one deleted", "all=invalid, all texts, +form-key-missing, +form-stray, +form-stray-more, +form-stray-text", func(f *form) {
			keep := f.cell(formPart, f.ref("1.1:a", templates.KeyColumn))
			f.put(formPart, regexp.MustCompile(`<c r="A(\d\d+)"[^>]*>.*?</c>`).ReplaceAllStringFunc(f.part(formPart), func(s string) string {
				if s == keep {
					return s
				}
				return ""
			}))
		}},
		{"a row of the form pasted once more at its end", "1.1=invalid, +form-key-twice", func(f *form) { f.paste("1.1:b", 400) }},
		{"a leaf's rows pasted once more at its end", "1.1=invalid, text 1.1, +form-key-twice", func(f *form) {
			f.paste("1.1", 400)
			f.paste("1.1:a", 401)
			f.paste("1.1:b", 402)
		}},
		{"a row moved to the end", asSound, func(f *form) {
			row := f.row("1.1:b")
			f.paste("1.1:b", 400)
			f.edit(formPart, row, "")
		}},
		{"a number typed beside the form", "+form-stray", func(f *form) {
			f.edit(formPart, "</sheetData>", `<row r="500"><c r="E500"><v>5</v></c></row></sheetData>`)
		}},
		{"a number typed in an area's row", "+form-stray", func(f *form) { f.set("1", declared, `><v>5</v></c>`) }},
		{"a thousand rows of unknown keys", "+form-key-unknown", func(f *form) {
			var rows strings.Builder
			for i := range 1000 {
				fmt.Fprintf(&rows, `<row r="%d"><c r="A%d" t="str"><v>khóa %d</v></c></row>`, i+1000, i+1000, i)
			}
			f.edit(formPart, "</sheetData>", rows.String()+"</sheetData>")
		}},
	}
}

// swap exchanges the keys of two rows.
func (f *form) swap(a, b string) {
	f.Helper()
	one, other := f.ref(a, templates.KeyColumn), f.ref(b, templates.KeyColumn)
	cellA, cellB := f.cell(formPart, one), f.cell(formPart, other)
	f.edit(formPart, cellA, strings.Replace(cellB, other, one, 1))
	f.edit(formPart, cellB, strings.Replace(cellA, one, other, 1))
}

// paste writes a key's row once more at a place below the form.
func (f *form) paste(key string, at int) {
	f.Helper()
	place, _ := f.layout.Row(key)
	from := fmt.Sprintf(`%d"`, place.Number)
	row := strings.ReplaceAll(f.row(key), `<row r="`+from, fmt.Sprintf(`<row r="%d"`, at))
	row = regexp.MustCompile(`(<c r="[A-Z]+)`+from).ReplaceAllString(row, fmt.Sprintf(`${1}%d"`, at))
	f.edit(formPart, "</sheetData>", row+"</sheetData>")
}

// columnAttacks break the keys by which columns are found, in the hidden row.
func columnAttacks() []attack {
	const keyRow = 9
	at := func(c templates.Column) string { return fmt.Sprintf("%c%d", 'A'+int(c)-1, keyRow) }
	key := func(name, want string, c templates.Column, text string) attack {
		return attack{name, want, func(f *form) {
			f.edit(formPart, f.cell(formPart, at(c)), `<c r="`+at(c)+`" t="str"><v>`+text+`</v></c>`)
		}}
	}
	twin := func(name, want string, c templates.Column) attack {
		return attack{name, want, func(f *form) {
			f.edit(formPart, f.cell(formPart, "T9"), f.cell(formPart, "T9")+`<c r="V9" t="str"><v>`+c.Key()+`</v></c>`)
		}}
	}
	return []attack{
		key("answers' key deleted", "form-column-missing", declared, ""), key("answers' key edited", "form-column-missing", declared, "ke_khai "),
		key("answers' key in capitals", "form-column-missing", declared, "KE_KHAI"), key("keys' key deleted", "form-column-missing", templates.KeyColumn, ""),
		key("evidence's key deleted", "form-column-missing", templates.EvidenceColumn, ""),
		key("justification's key deleted", "form-column-missing", templates.ReasonColumn, ""),
		key("answers' key on the points", "form-column-twice", templates.SelfColumn, declared.Key()),
		key("points' key edited", "+form-column-changed", templates.SelfColumn, "x"), key("number's key deleted", "+form-column-changed", templates.NumberColumn, ""),
		twin("answers twice", "form-column-twice", declared), twin("keys twice", "form-column-twice", templates.KeyColumn),
		twin("points twice", "+form-column-changed", templates.SelfColumn),
		{"key row deleted", "form-key-row-missing", func(f *form) { f.edit(formPart, f.rowAt(keyRow), "") }},
		{"key row pasted once more", asSound, func(f *form) { f.pasteRow(keyRow, 400) }},
		{"another key row above the form's end", "form-key-row-twice", func(f *form) {
			f.pasteRow(keyRow, 400)
			f.edit(formPart, f.cell(formPart, "E400"), `<c r="E400" t="str"><v>x</v></c>`)
		}},
		{"answers and evidence exchanged, keys and all", asSound, func(f *form) { f.swapColumns("E", "H") }},
		{"key row shown", asSound, func(f *form) { f.edit(formPart, `<row r="9" hidden="1">`, `<row r="9">`) }},
	}
}

func (f *form) pasteRow(number, at int) {
	f.Helper()
	row := strings.ReplaceAll(f.rowAt(number), fmt.Sprintf(`%d"`, number), fmt.Sprintf(`%d"`, at))
	f.edit(formPart, "</sheetData>", row+"</sheetData>")
}

// swapColumns exchanges two columns, cell by cell.
func (f *form) swapColumns(a, b string) {
	f.Helper()
	names := strings.NewReplacer(`<c r="`+a, `<c r="`+b, `<c r="`+b, `<c r="`+a)
	cells := regexp.MustCompile(`<c r="([A-Z]+)\d+"[^>]*?(/>|>.*?</c>)`)
	f.put(formPart, regexp.MustCompile(`(?s)<row .*?</row>`).ReplaceAllStringFunc(f.part(formPart), func(row string) string {
		var one, other string
		for _, m := range cells.FindAllStringSubmatch(row, -1) {
			switch m[1] {
			case a:
				one = m[0]
			case b:
				other = m[0]
			}
		}
		if one == "" || other == "" {
			return row
		}
		row = strings.Replace(strings.Replace(row, one, "<1/>", 1), other, "<2/>", 1)
		return strings.Replace(strings.Replace(row, "<1/>", names.Replace(other), 1), "<2/>", names.Replace(one), 1)
	}))
}

// stampAttacks break what the form says it is: on the hidden sheet, in the properties, or in both alike.
func stampAttacks() []attack {
	onSheet := func(name, want string, line, value string) attack {
		return attack{name, want, func(f *form) { f.stamp(line, value) }}
	}
	inFile := func(name, want, old, with string) attack { return replace(name, want, customPart, old, with) }
	both := func(name, want string, line, old, value string) attack {
		return attack{name, want, func(f *form) { f.stamp(line, value); f.edit(customPart, old, "<vt:lpwstr>"+value+"</vt:lpwstr>") }}
	}
	const set, stage = "<vt:lpwstr>hai-phong-so-nganh-2023</vt:lpwstr>", "<vt:lpwstr>phieu</vt:lpwstr>"
	hash := regexp.MustCompile(`<vt:lpwstr>[0-9a-f]{64}</vt:lpwstr>`)
	return []attack{
		onSheet("set edited on the sheet", "form-stamp-differs", templates.StampRuleSet, "hai-phong-so-nganh-2022"), onSheet("set gone from the sheet", "form-stamp-damaged", templates.StampRuleSet, ""),
		onSheet("form's hash edited on the sheet", "form-stamp-differs", templates.StampForm, strings.Repeat("0", 64)), onSheet("form's hash gone from the sheet", "form-stamp-damaged", templates.StampForm, ""),
		onSheet("rules' hash edited on the sheet", "form-stamp-differs", templates.StampRules, strings.Repeat("0", 64)), onSheet("rules' hash gone from the sheet", "form-stamp-damaged", templates.StampRules, ""),
		onSheet("version edited", asSound, templates.StampVersion, "_x001B_[2J"), onSheet("version gone", asSound, templates.StampVersion, ""),
		onSheet("stage edited on the sheet: scored", "form-stamp-differs", templates.StampStage, "da_cham"), onSheet("stage gone from the sheet", "form-stamp-damaged", templates.StampStage, ""),
		inFile("set edited in the file", "form-stamp-differs", set, strings.Replace(set, "2023", "2022", 1)),
		inFile("set of another script in the file", "form-stamp-differs", set, strings.Replace(set, "a", "а", 1)),
		inFile("stage edited in the file", "form-stamp-differs", stage, "<vt:lpwstr>da_cham</vt:lpwstr>"),
		inFile("property twice", "file-damaged", "</Properties>", `<property name="giai_doan"><vt:lpwstr>da_cham</vt:lpwstr></property></Properties>`),
		inFile("property renamed", "+form-property-missing", `name="giai_doan"`, `name="khac"`),
		inFile("property with its text in pieces", asSound, "hai-phong", "hai<!-- x -->-<![CDATA[phong]]>"),
		inFile("an endless property", "file-damaged", set, "<vt:lpwstr>"+rawzip.Scrambled(600000)+"</vt:lpwstr>"),
		{"no properties", "+form-property-missing", func(f *form) {
			f.put(customPart, regexp.MustCompile(`(?s)<property .*</property>`).ReplaceAllString(f.part(customPart), ""))
		}},
		{"properties no longer listed", "+form-property-missing", func(f *form) {
			f.put(rootRels, regexp.MustCompile(`<Relationship Id="rId4"[^>]*/>`).ReplaceAllString(f.part(rootRels), ""))
		}},
		both("another year's set", "form-not-detailed", templates.StampRuleSet, set, "hai-phong-so-nganh-2022"), both("a set that is not there", "form-rules-unknown", templates.StampRuleSet, set, "ha-noi-2023"),
		both("a set by a path", "form-rules-unknown", templates.StampRuleSet, set, "../../../etc/passwd"), both("a set by a file's name", "form-rules-unknown", templates.StampRuleSet, set, "x.yaml"),
		both("a set by its year", "form-rules-unknown", templates.StampRuleSet, set, "2023"), both("a set that draws on the terminal", "form-stamp-differs", templates.StampRuleSet, set, "_x001B_[2J\u202e"), both("a set of newlines", "form-stamp-differs", templates.StampRuleSet, set, "a&#10;b"),
		both("an unknown stage", "form-stamp-damaged", templates.StampStage, stage, "xong"), both("a form that says it is scored", "form-stamp-damaged", templates.StampStage, stage, "da_cham"),
		{"another edition's hash", "form-other-edition", func(f *form) {
			f.stamp(templates.StampForm, strings.Repeat("0", 64))
			f.edit(customPart, hash.FindString(f.part(customPart)), "<vt:lpwstr>"+strings.Repeat("0", 64)+"</vt:lpwstr>")
		}},
		{"other rules' hash", "+form-rules-changed", func(f *form) {
			f.stamp(templates.StampRules, strings.Repeat("0", 64))
			f.edit(customPart, hash.FindAllString(f.part(customPart), 2)[1], "<vt:lpwstr>"+strings.Repeat("0", 64)+"</vt:lpwstr>")
		}},
		{"a line of the stamp once more", "form-stamp-damaged", func(f *form) {
			f.edit(hiddenPart, "</sheetData>", `<row r="900"><c r="A900" t="str"><v>dau_phieu</v></c><c r="B900" t="str"><v>x</v></c></row></sheetData>`)
		}},
		{"a unit fixed by its own hand", "unit, +form-unit-differs", func(f *form) { f.stamp(templates.FixedUnitName, "Sở mẫu Z") }},
		{"a criterion exempted that is not there", "+form-exempt-unknown", func(f *form) { f.stamp(templates.FixedExempt, "99.9") }},
		{"a criterion exempted behind the form's back", "form-exempt-differs", func(f *form) { f.stamp(templates.FixedExempt, "1.1") }},
		{"an area exempted behind the form's back", "form-exempt-differs", func(f *form) { f.stamp(templates.FixedExempt, "2") }},
		{"ranked by a word that is none", asSound, func(f *form) { f.stamp(templates.FixedUnitRanked, "maybe") }},
		{"hidden sheet empty", "form-stamp-damaged", func(f *form) {
			f.put(hiddenPart, regexp.MustCompile(`(?s)<sheetData>.*</sheetData>`).ReplaceAllString(f.part(hiddenPart), "<sheetData/>"))
		}},
		{"hidden sheet in numbers", "form-stamp-damaged", func(f *form) {
			f.put(hiddenPart, strings.ReplaceAll(f.part(hiddenPart), ` t="s"`, ``))
		}},
		{"option lists of the hidden sheet gone", asSound, func(f *form) {
			f.put(hiddenPart, regexp.MustCompile(`<c r="([D-Z]|A[A-Z])\d+"[^>]*>.*?</c>`).ReplaceAllString(f.part(hiddenPart), ""))
		}},
	}
}

// stamp writes the value of a name on the hidden sheet.
func (f *form) stamp(name, value string) {
	f.Helper()
	before, _, ok := strings.Cut(f.part(stringsPart), "<si><t>"+name+"</t></si>")
	row := regexp.MustCompile(fmt.Sprintf(`<c r="A(\d+)"[^>]*><v>%d</v>`, strings.Count(before, "<si>"))).FindStringSubmatch(f.part(hiddenPart))
	if !ok || row == nil {
		f.Fatalf("the hidden sheet has no %s", name)
	}
	ref := "B" + row[1]
	f.edit(hiddenPart, f.cell(hiddenPart, ref), `<c r="`+ref+`" t="str"><v>`+value+`</v></c>`)
}

// mergeAttacks merge cells, so that several programs show one value at several places.
func mergeAttacks() []attack {
	merge := func(name, want string, refs func(f *form) string) attack {
		return attack{name, want, func(f *form) { f.edit(formPart, "</mergeCells>", `<mergeCell ref="`+refs(f)+`"/></mergeCells>`) }}
	}
	of := func(text string) func(*form) string { return func(*form) string { return text } }
	return []attack{
		merge("two answers", "1.1=invalid, +cell-merged", of("E13:E14")), merge("an answer with what is beside it", "1.1=invalid, +cell-merged", of("E14:F14")),
		merge("an answer with itself", asSound, of("E14:E14")), merge("an answer alone by one name", asSound, of("E14")),
		merge("two choices' cells", "1.2=invalid, +cell-merged", of("D17:E17")), merge("the whole column of answers", "all=invalid, +cell-merged", of("E1:E300")),
		merge("evidence of two leaves", "text 1.2", of("H11:H15")), merge("evidence with justification", asSound, of("H11:I11")),
		merge("blank cells", asSound, of("U1:V2")), merge("keys", asSound, of("A13:A14")),
		merge("upside down", "file-damaged", of("F15:E14")), merge("no range", "file-damaged", of("E14:")), merge("beyond the sheet", "file-damaged", of("E14:XFE14")),
		merge("of another sheet", "file-damaged", of("_cchc!A1:A2")), merge("nothing", "file-damaged", of("")),
		merge("two that overlap", "1.1=invalid, +cell-merged", func(f *form) string { return `E13:E14"/><mergeCell ref="E14:E15` }),
		{"merges twice", "file-damaged", func(f *form) { f.edit(formPart, "</mergeCells>", "</mergeCells><mergeCells/>") }},
	}
}
