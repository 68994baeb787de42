package draft

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// bothWays is the sample as either way writes it, filled in by the quick one.
func bothWays(t *testing.T) map[string][]byte {
	return map[string][]byte{"plain": written(t, answered(20, 3)), "pressed": printed(t, pressed(t, sample(20)), answered(20, 3))}
}

// TestTidy holds what Excel writes and other programs count on: yes and no as 1 and 0, empty elements closed in their start tag, and
// no colour that is none.
func TestTidy(t *testing.T) {
	empty := regexp.MustCompile(`<[\w:]+( [^<>]*[^<>/])?></`)
	for way, data := range bothWays(t) {
		for name, text := range files(t, data) {
			if truth := regexp.MustCompile(`[\w:]+="(true|false)"`).FindString(text); truth != "" {
				t.Errorf("%s: %s has %s", way, name, truth)
			}
			if found := empty.FindString(text); found != "" {
				t.Errorf("%s: %s has %s", way, name, found)
			}
			if strings.Contains(text, "<color/>") {
				t.Errorf("%s: %s has a colour that is none", way, name)
			}
		}
	}
}

func TestTidyLeavesTexts(t *testing.T) {
	for in, want := range map[string]string{
		`<sheet name="true" hidden="true"></sheet>`:               `<sheet name="true" hidden="1"/>`,
		`<v>true</v><a prompt="a > b &quot;c&quot;" val="false">`: `<v>true</v><a prompt="a > b &quot;c&quot;" val="0">`,
		`<?xml version="1.0"?><a><color></color><b> </b></a>`:     `<?xml version="1.0"?><a><b> </b></a>`,
		`<sheetData></sheetData><c r="A1"></c><d/>`:               `<sheetData></sheetData><c r="A1"/><d/>`,
		`<color rgb="true"></color>`:                              `<color rgb="true"/>`,
	} {
		if got := string(tidy([]byte(in))); got != want {
			t.Errorf("%s became %s, want %s", in, got, want)
		}
	}
}

// TestOrderOfParts: programs that look at a file's first bytes want a part of the workbook third.
func TestOrderOfParts(t *testing.T) {
	for way, data := range bothWays(t) {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		var first []string
		for _, f := range z.File[:3] {
			first = append(first, f.Name)
		}
		if diff := cmp.Diff([]string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"}, first); diff != "" {
			t.Errorf("%s: %s", way, diff)
		}
	}
}

// TestCoreProperties: exceljs and others know the elements by their prefixes.
func TestCoreProperties(t *testing.T) {
	for way, data := range bothWays(t) {
		core := files(t, data)["docProps/core.xml"]
		for _, want := range []string{
			`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`, `<dc:title>Phiếu của đơn vị &lt;3&gt;</dc:title>`,
			`<cp:lastModifiedBy>cchc</cp:lastModifiedBy>`, `<dcterms:modified xsi:type="dcterms:W3CDTF">`, `</cp:coreProperties>`,
		} {
			if !strings.Contains(core, want) {
				t.Errorf("%s: no %s in %s", way, want, core)
			}
		}
	}
}

// TestCountOfTexts: count is how many cells refer to the table of texts, uniqueCount how many it has.
func TestCountOfTexts(t *testing.T) {
	for way, data := range bothWays(t) {
		parts, references := files(t, data), 0
		for name, text := range parts {
			if strings.HasPrefix(name, "xl/worksheets/sheet") {
				references += len(regexp.MustCompile(`<c [^>]*t="s"`).FindAllString(text, -1))
			}
		}
		texts := parts[stringsPart]
		want := `count="` + strconv.Itoa(references) + `" uniqueCount="` + strconv.Itoa(strings.Count(texts, "<si>")) + `">`
		if !strings.Contains(texts, want) || references < 90 {
			t.Errorf("%s: no %s in %.300s", way, want, texts)
		}
	}
}

// anchor is where a drawing stands: by two corners, or by one and its size.
type anchor struct {
	From, To corner
	Ext      struct {
		Cx int `xml:"cx,attr"`
		Cy int `xml:"cy,attr"`
	} `xml:"ext"`
}

type corner struct {
	Col    int `xml:"col"`
	ColOff int `xml:"colOff"`
	Row    int `xml:"row"`
	RowOff int `xml:"rowOff"`
}

// TestChartsAsExcelDrawsThem computes each chart's size as Excel does: an offset within a cell ends at the cell's edge.
func TestChartsAsExcelDrawsThem(t *testing.T) {
	const pixel = 9525
	for way, data := range bothWays(t) {
		var drawing struct {
			One []anchor `xml:"oneCellAnchor"`
			Two []anchor `xml:"twoCellAnchor"`
		}
		if err := xml.Unmarshal([]byte(files(t, data)["xl/drawings/drawing1.xml"]), &drawing); err != nil {
			t.Fatal(err)
		}
		var sizes [][2]int
		for _, a := range drawing.One {
			sizes = append(sizes, [2]int{a.Ext.Cx / pixel, a.Ext.Cy / pixel})
		}
		for _, a := range drawing.Two {
			f := opened(t, data)
			sizes = append(sizes, [2]int{across(t, f, a.To) - across(t, f, a.From), down(t, f, a.To) - down(t, f, a.From)})
		}
		var want [][2]int
		for _, c := range results().Charts {
			want = append(want, [2]int{c.Width, c.Height})
		}
		if diff := cmp.Diff(want, sizes); diff != "" {
			t.Errorf("%s: %s", way, diff)
		}
	}
}

// across is how many pixels a corner stands from the sheet's left edge.
func across(t *testing.T, f *excelize.File, c corner) int {
	pixels := 0.0
	for col := 1; col <= c.Col+1; col++ {
		width, err := f.GetColWidth("Kết quả", ColumnName(col))
		if err != nil {
			t.Fatal(err)
		}
		if col <= c.Col {
			pixels += width * 7
		} else {
			pixels += min(float64(c.ColOff)/9525, width*7)
		}
	}
	return int(pixels)
}

// down is how many pixels a corner stands below the sheet's upper edge.
func down(t *testing.T, f *excelize.File, c corner) int {
	pixels := 0.0
	for row := 1; row <= c.Row+1; row++ {
		height, err := f.GetRowHeight("Kết quả", row)
		if err != nil {
			t.Fatal(err)
		}
		if row <= c.Row {
			pixels += height * 96 / 72
		} else {
			pixels += min(float64(c.RowOff)/9525, height*96/72)
		}
	}
	return int(pixels)
}
