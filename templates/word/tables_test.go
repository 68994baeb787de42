package word

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/templates/word/wordtest"
	"cchc/templates/xlsx"
)

func cells(t *testing.T, data []byte) [][]string {
	t.Helper()
	tables, err := Tables(data)
	if err != nil {
		t.Fatal(err)
	}
	var all [][]string
	for _, table := range tables {
		for _, row := range table.Rows {
			all = append(all, row.Cells)
		}
	}
	return all
}

const lists = `<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>` +
	`<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="8"><w:abstractNumId w:val="5"/></w:num>`

func numbered(id, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + id + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

// TestTablesSayWhatWordShows: what stands in cells, whatever the markup makes of it.
func TestTablesSayWhatWordShows(t *testing.T) {
	row := func(cells ...string) string {
		return "<w:tr><w:tc>" + strings.Join(cells, "</w:tc><w:tc>") + "</w:tc></w:tr>"
	}
	p := wordtest.Paragraphs
	for _, test := range []struct {
		name, body string
		want       [][]string
	}{
		{"paragraphs, breaks and tabs", "<w:tbl>" + row(p("một\nhai"), "<w:p><w:r><w:t>ba</w:t><w:br/><w:t>bốn</w:t><w:tab/><w:t>năm</w:t></w:r></w:p>") + "</w:tbl>", [][]string{{"một\nhai", "ba\nbốn năm"}}},
		{"text outside of tables is none", p("trước") + wordtest.Table([][]string{{"a"}}) + p("sau"), [][]string{{"a"}}},
		{"a wide cell", "<w:tbl>" + row(`<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>`+p("rộng"), p("c")) + "</w:tbl>", [][]string{{"rộng", "", "c"}}},
		{"a high cell", "<w:tbl>" + row(`<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>`+p("cao"), p("x")) + row(`<w:tcPr><w:vMerge/></w:tcPr>`+p(""), p("y")) + "</w:tbl>", [][]string{{"cao", "x"}, {"", "y"}}},
		{"numbers that Word makes", "<w:tbl>" + row(numbered("7", "0", "A")) + row(numbered("7", "1", "B")) + row(numbered("7", "1", "C")) + row(numbered("7", "0", "D")) + row(numbered("7", "1", "")) + row(numbered("8", "0", "E")) + "</w:tbl>",
			[][]string{{"I. A"}, {"I.1 B"}, {"I.2 C"}, {"II. D"}, {"II.1"}, {"- E"}}},
		{"what was deleted does not show", "<w:tbl>" + row("<w:p><w:r><w:t>còn</w:t></w:r><w:del><w:r><w:t>mất</w:t></w:r></w:del></w:p>") + "</w:tbl>", [][]string{{"còn"}}},
		{"a table in a cell", "<w:tbl>" + row(p("ngoài")+"<w:tbl>"+row(p("trong"), p("1"))+"</w:tbl>"+p("")) + "</w:tbl>", [][]string{{"ngoài\ntrong \n1"}}},
		{"letters of the Symbol font", "<w:tbl>" + row(`<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 80%</w:t></w:r></w:p>`) + "</w:tbl>", [][]string{{"≥ 80%"}}},
		{"a formula", "<w:tbl>" + row(`<w:p><m:oMath xmlns:m="m"><m:f><m:num><m:r><m:t>b</m:t></m:r></m:num><m:den><m:r><m:t>a</m:t></m:r></m:den></m:f></m:oMath><w:r><w:t> x 2</w:t></w:r></w:p>`) + "</w:tbl>", [][]string{{"b/a x 2"}}},
		{"combining marks", wordtest.Table([][]string{{"Đie\u0302\u0309m"}}), [][]string{{"Điểm"}}},
		{"several tables", wordtest.Table([][]string{{"a"}}) + wordtest.Table([][]string{{"b"}}), [][]string{{"a"}, {"b"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := cells(t, wordtest.Document(t, test.body, lists))
			for _, row := range got {
				for i := range row {
					row[i] = strings.TrimSpace(row[i])
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestTablesRefuse: a document that is not what it should be is refused by name, with no panic and in time.
func TestTablesRefuse(t *testing.T) {
	sound := wordtest.Document(t, wordtest.Table([][]string{{"STT", "Nội dung"}, {"1", "a"}}), "")
	many := strings.Repeat("<w:tbl><w:tr><w:tc>", 500) + strings.Repeat("</w:tc></w:tr></w:tbl>", 500)
	for name, data := range map[string][]byte{
		"a DOCTYPE":        wordtest.Document(t, "", `<!DOCTYPE x [<!ENTITY a "b">]>`),
		"cut markup":       wordtest.Document(t, "<w:tbl><w:tr>", ""),
		"too deep":         wordtest.Document(t, many, ""),
		"a bomb":           wordtest.Document(t, strings.Repeat("<w:p><w:r><w:t>aaaaaaaaaaaaaaaaaaaa</w:t></w:r></w:p>", 700_000), ""),
		"cut in half":      sound[:len(sound)/2],
		"nothing":          {},
		"no zip":           []byte("STT,Nội dung"),
		"too many columns": wordtest.Document(t, wordtest.Table([][]string{make([]string, 200)}), ""),
	} {
		var refused *xlsx.Refused
		if tables, err := Tables(data); !errors.As(err, &refused) {
			t.Errorf("%s: %d tables, %v", name, len(tables), err)
		}
	}
}

// TestTablesOfADamagedDocument: a flipped bit is found, or changes nothing.
func TestTablesOfADamagedDocument(t *testing.T) {
	sound := wordtest.Document(t, wordtest.Table([][]string{{"STT", "Nội dung", "Điểm"}, {"1", "Thực hiện", "1,5"}}), lists)
	want := cells(t, sound)
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		data := append([]byte(nil), sound...)
		data[r.IntN(len(data))] ^= 1 << r.IntN(8)
		tables, err := Tables(data)
		if err == nil && (len(tables) != 1 || !cmp.Equal(want[1], tables[0].Rows[1].Cells)) {
			t.Fatalf("a damaged document gives %v", tables)
		}
	}
}
