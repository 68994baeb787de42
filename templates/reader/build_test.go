package reader

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/xuri/excelize/v2"

	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/formtest"
)

// The reader's tests build their workbooks with a foreign library, so that reader and writer do not share a mistake.

// sheetFile is a workbook under construction: a form of the layout with keys, stamp and lists, and nothing filled in.
type sheetFile struct {
	*testing.T
	*excelize.File
	layout *templates.Layout
	patch  []string // pairs of old and new text in the form sheet's markup
}

func newSheetFile(t *testing.T, stage templates.Stage) *sheetFile {
	t.Helper()
	return newSheetFileOf(t, stage, formtest.SmallRules())
}

// newSheetFileOf is that of other rules.
func newSheetFileOf(t *testing.T, stage templates.Stage, rules *scoring.RuleSet) *sheetFile {
	t.Helper()
	f := &sheetFile{T: t, File: excelize.NewFile(), layout: templates.NewLayout(rules)}
	f.must(f.SetSheetName("Sheet1", templates.FormSheet))
	_, err := f.NewSheet(templates.HiddenSheet)
	f.must(err)
	f.must(f.SetSheetVisible(templates.HiddenSheet, false))
	for i, line := range f.layout.Stamp(stage, "1").Values() {
		f.text(templates.HiddenSheet, i+1, 1, line.Name)
		f.text(templates.HiddenSheet, i+1, 2, line.Value)
		f.must(f.SetCustomProps(excelize.CustomProperty{Name: line.Name, Value: line.Value}))
	}
	for _, list := range f.layout.Options {
		for i, text := range list.Texts {
			f.text(templates.HiddenSheet, list.First+i, list.Column, text)
		}
	}
	for _, row := range f.layout.Rows {
		f.text(templates.FormSheet, row.Number, int(templates.KeyColumn), row.Key)
		if row.Kind == templates.KeyRow {
			for _, c := range templates.Columns() {
				f.text(templates.FormSheet, row.Number, int(c), c.Key())
			}
		}
	}
	return f
}

func (f *sheetFile) must(err error) {
	f.Helper()
	if err != nil {
		f.Fatal(err)
	}
}

func cellRef(t *testing.T, row, col int) string {
	t.Helper()
	ref, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		t.Fatal(err)
	}
	return ref
}

// ref is the place of a key in the form as it is laid out.
func (f *sheetFile) ref(key string, c templates.Column) string {
	f.Helper()
	row, ok := f.layout.Row(key)
	if !ok {
		f.Fatalf("the form has no row %q", key)
	}
	return cellRef(f.T, row.Number, int(c))
}

func (f *sheetFile) text(sheet string, row, col int, text string) {
	if text != "" {
		f.must(f.SetCellStr(sheet, cellRef(f.T, row, col), text))
	}
}

// set fills a cell of the form: any value that the library knows.
func (f *sheetFile) set(key string, c templates.Column, value any) {
	f.Helper()
	f.must(f.SetCellValue(templates.FormSheet, f.ref(key, c), value))
}

// fix adds a line to the hidden sheet.
func (f *sheetFile) fix(name, value string) {
	rows, err := f.GetRows(templates.HiddenSheet)
	f.must(err)
	f.text(templates.HiddenSheet, len(rows)+1, 1, name)
	f.text(templates.HiddenSheet, len(rows)+1, 2, value)
}

// raw puts markup in a cell's place that the library would not write.
func (f *sheetFile) raw(key string, c templates.Column, markup string) {
	ref := f.ref(key, c)
	f.must(f.SetCellInt(templates.FormSheet, ref, 424242))
	f.patch = append(f.patch, `<c r="`+ref+`"><v>424242</v></c>`, strings.ReplaceAll(markup, "REF", ref))
}

// format gives a cell one of the built-in number formats.
func (f *sheetFile) format(key string, c templates.Column, id int) {
	style, err := f.NewStyle(&excelize.Style{NumFmt: id})
	f.must(err)
	f.must(f.SetCellStyle(templates.FormSheet, f.ref(key, c), f.ref(key, c), style))
}

// bytes is the workbook as a file.
func (f *sheetFile) bytes() []byte {
	f.Helper()
	buffer, err := f.WriteToBuffer()
	f.must(err)
	if len(f.patch) == 0 {
		return buffer.Bytes()
	}
	return f.patched(buffer.Bytes())
}

// patched replaces text in the form sheet's part, each piece exactly once.
func (f *sheetFile) patched(data []byte) []byte {
	f.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	f.must(err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, entry := range in.File {
		r, err := entry.Open()
		f.must(err)
		content, err := io.ReadAll(r)
		f.must(err)
		for i := 0; i < len(f.patch) && entry.Name == "xl/worksheets/sheet1.xml"; i += 2 {
			if bytes.Count(content, []byte(f.patch[i])) != 1 {
				f.Fatalf("%s stands %d times in the sheet", f.patch[i], bytes.Count(content, []byte(f.patch[i])))
			}
			content = bytes.Replace(content, []byte(f.patch[i]), []byte(f.patch[i+1]), 1)
		}
		to, err := w.Create(entry.Name)
		f.must(err)
		_, err = to.Write(content)
		f.must(err)
	}
	f.must(w.Close())
	return out.Bytes()
}

// read reads the workbook, which must not be refused.
func (f *sheetFile) read() *Reading {
	f.Helper()
	book, err := Open(f.bytes())
	f.must(err)
	reading, err := Read(f.layout, book)
	f.must(err)
	return reading
}

// refusal reads the workbook, which must be refused.
func (f *sheetFile) refusal() problem.Problem {
	f.Helper()
	book, err := Open(f.bytes())
	if err == nil {
		_, err = Read(f.layout, book)
	}
	refused, ok := err.(*Refused)
	if !ok {
		f.Fatalf("got %v, want a refusal", err)
	}
	return refused.Problem
}

// said are the reader's problems as lines: where, and what.
func said(r *Reading) []string {
	var lines []string
	for _, p := range r.Problems {
		lines = append(lines, strings.TrimSpace(p.Where()+" "+p.Severity.String()+": "+p.Text()))
	}
	return lines
}

// scored are the lines that scoring adds for some code prefixes, placed by the reading.
func scored(f *sheetFile, r *Reading, prefixes ...string) []string {
	var lines []string
	for _, p := range scoring.Score(f.layout.Rules, r.Submission).Problems {
		for _, prefix := range prefixes {
			if strings.HasPrefix(string(p.Code), prefix) {
				placed := r.Locate(p)
				lines = append(lines, placed.Where()+" "+p.Severity.String()+": "+p.Text())
			}
		}
	}
	return lines
}

// sorted compares lists without regard to their order.
var sorted = cmpopts.SortSlices(func(a, b string) bool { return a < b })
