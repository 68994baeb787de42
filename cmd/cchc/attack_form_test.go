package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cchc/templates"
	"cchc/templates/xlsx/rawzip"
)

// The names of the parts of our form.
const (
	typesPart    = "[Content_Types].xml"
	rootRels     = "_rels/.rels"
	customPart   = "docProps/custom.xml"
	workbookPart = "xl/workbook.xml"
	workbookRels = "xl/_rels/workbook.xml.rels"
	stringsPart  = "xl/sharedStrings.xml"
	stylesPart   = "xl/styles.xml"
	guidePart    = "xl/worksheets/sheet1.xml"
	formPart     = "xl/worksheets/sheet2.xml"
	hiddenPart   = "xl/worksheets/sheet3.xml"
)

// form is a form being spoilt: its parts, or the whole file where the attack is on the zip.
type form struct {
	testing.TB
	layout *templates.Layout
	parts  []rawzip.Part
	data   []byte
}

func (f *form) index(name string) int {
	return slices.IndexFunc(f.parts, func(p rawzip.Part) bool { return p.Name == name })
}

// part is the content of a part.
func (f *form) part(name string) string {
	f.Helper()
	i := f.index(name)
	if i < 0 {
		f.Fatalf("there is no part %s", name)
	}
	return f.parts[i].Content
}

// put gives a part another content, or adds the part.
func (f *form) put(name, content string) {
	if i := f.index(name); i >= 0 {
		f.parts[i].Content = content
		return
	}
	f.parts = append(f.parts, rawzip.Part{Name: name, Content: content})
}

func (f *form) drop(name string) {
	f.Helper()
	f.part(name)
	f.parts = slices.DeleteFunc(f.parts, func(p rawzip.Part) bool { return p.Name == name })
}

// edit replaces the first occurrence of a text in a part, which must be there.
func (f *form) edit(name, old, with string) {
	f.Helper()
	content := f.part(name)
	if !strings.Contains(content, old) {
		f.Fatalf("%s does not contain %q", name, old)
	}
	f.put(name, strings.Replace(content, old, with, 1))
}

// ref is the name of the cell where a key's row meets a column.
func (f *form) ref(key string, c templates.Column) string {
	f.Helper()
	cell := strings.ReplaceAll(f.layout.Cell(key, c).String(), "$", "")
	if !regexp.MustCompile(`^[A-Z]+[0-9]+$`).MatchString(cell) {
		f.Fatalf("the cell of %s is %q", key, cell)
	}
	return cell
}

// cell is a cell's markup as it stands.
func (f *form) cell(part, ref string) string {
	f.Helper()
	found := regexp.MustCompile(`<c r="` + ref + `"[^>]*?(/>|>.*?</c>)`).FindString(f.part(part))
	if found == "" {
		f.Fatalf("%s has no cell %s", part, ref)
	}
	return found
}

// set replaces a cell of the form: what follows its name, up to its end.
func (f *form) set(key string, c templates.Column, rest string) {
	f.Helper()
	ref := f.ref(key, c)
	f.edit(formPart, f.cell(formPart, ref), `<c r="`+ref+`"`+rest)
}

// row is a key's row as it stands.
func (f *form) row(key string) string {
	f.Helper()
	at, ok := f.layout.Row(key)
	if !ok {
		f.Fatalf("there is no row %s", key)
	}
	return f.rowAt(at.Number)
}

func (f *form) rowAt(number int) string {
	f.Helper()
	found := regexp.MustCompile(fmt.Sprintf(`(?s)<row r="%d".*?</row>`, number)).FindString(f.part(formPart))
	if found == "" {
		f.Fatalf("there is no row %d", number)
	}
	return found
}

// shared adds a string to the table, as markup, and gives its index.
func (f *form) shared(si string) int {
	f.Helper()
	n := strings.Count(f.part(stringsPart), "<si>")
	f.edit(stringsPart, "</sst>", si+"</sst>")
	return n
}

// format adds a cell format with a number format, and gives its index.
func (f *form) format(numFmt int) int {
	f.Helper()
	list := regexp.MustCompile(`(?s)<cellXfs.*</cellXfs>`).FindString(f.part(stylesPart))
	f.edit(stylesPart, "</cellXfs>", fmt.Sprintf(`<xf numFmtId="%d"/></cellXfs>`, numFmt))
	return strings.Count(list, "<xf ")
}

// replace is an attack that replaces a text in a part.
func replace(name, want, part, old, with string) attack {
	return attack{name, want, func(f *form) { f.edit(part, old, with) }}
}

// setting is an attack that replaces a cell.
func setting(name, want, key string, c templates.Column, rest string) attack {
	return attack{name, want, func(f *form) { f.set(key, c, rest) }}
}
