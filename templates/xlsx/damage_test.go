package xlsx

import (
	"bytes"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchc/templates/xlsx/rawzip"
)

// reading is all that this package says about a file.
type reading struct {
	Sheets     []SheetInfo
	Cells      [][]string
	Merges     [][]Range
	Properties map[string]string
}

// readingOf reads a file whole.
func readingOf(data []byte) (*reading, error) {
	book, err := Open(data)
	if err != nil {
		return nil, err
	}
	r := &reading{Sheets: book.Sheets(), Properties: book.properties}
	for _, info := range book.Sheets() {
		sheet, err := book.Sheet(info.Name)
		if err != nil {
			return nil, err
		}
		r.Cells = append(r.Cells, plain(sheet))
		r.Merges = append(r.Merges, sheet.Merges)
	}
	return r, nil
}

// damageIn reads a damaged file: it is refused with words, or reads exactly as the sound one.
func damageIn(t *testing.T, data []byte, sound *reading, where int) (refused bool) {
	t.Helper()
	got, err := readingOf(data)
	if err != nil {
		if codeOf(err) == "" {
			t.Errorf("damage at %d: refused without a code: %v", where, err)
		}
		return true
	}
	if diff := cmp.Diff(sound, got); diff != "" {
		t.Errorf("damage at %d changes what is read (-sound +damaged):\n%s", where, diff)
	}
	return false
}

// TestBitFlips flips single bits all over a real file.
func TestBitFlips(t *testing.T) {
	data := sampleForm(t)
	sound, err := readingOf(data)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(2023, 1219))
	flips, refused := 1000, 0
	if testing.Short() {
		flips = 200
	}
	for range flips {
		bit := random.IntN(8 * len(data))
		data[bit/8] ^= 1 << (bit % 8)
		if damageIn(t, data, sound, bit/8) {
			refused++
		}
		data[bit/8] ^= 1 << (bit % 8)
	}
	if refused < flips*9/10 {
		t.Errorf("only %d of %d flips were noticed", refused, flips)
	}
}

// TestHeaderFlips flips every bit of the smallest file: most of it is names, sizes and the directory.
func TestHeaderFlips(t *testing.T) {
	data := packed(t, minimal())
	sound, err := readingOf(data)
	if err != nil {
		t.Fatal(err)
	}
	step := 1
	if testing.Short() {
		step = 13
	}
	refused := 0
	for bit := 0; bit < 8*len(data); bit += step {
		data[bit/8] ^= 1 << (bit % 8)
		if damageIn(t, data, sound, bit/8) {
			refused++
		}
		data[bit/8] ^= 1 << (bit % 8)
	}
	if refused == 0 {
		t.Error("no flip was noticed")
	}
}

// TestTruncations cuts a file at every place, and each sheet at every place inside a sound zip.
func TestTruncations(t *testing.T) {
	data := packed(t, minimal())
	for end := range data {
		if _, err := readingOf(data[:end]); codeOf(err) == "" {
			t.Errorf("cut at %d of %d: %v", end, len(data), err)
		}
	}
	for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "docProps/custom.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"} {
		content := partOf(minimal(), name)
		for end := range content {
			if _, err := readingOf(packed(t, with(minimal(), name, content[:end]))); codeOf(err) == "" {
				t.Errorf("%s cut at %d of %d: %v", name, end, len(content), err)
			}
		}
	}
}

func partOf(parts []part, name string) string {
	for _, p := range parts {
		if p.Name == name {
			return p.Content
		}
	}
	return ""
}

// TestMutations changes single bytes of the XML inside a sound zip: nothing panics or hangs.
func TestMutations(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	rounds := 1000
	if testing.Short() {
		rounds = 200
	}
	letters := []byte("<>/\"'&;=: \n\x00\xffA1srtv")
	refused := 0
	for range rounds {
		parts := minimal()
		p := &parts[random.IntN(len(parts))]
		content := []byte(p.Content)
		content[random.IntN(len(content))] = letters[random.IntN(len(letters))]
		p.Content = string(content)
		start := time.Now()
		if _, err := readingOf(packed(t, parts)); err != nil {
			refused++
			if codeOf(err) == "" {
				t.Errorf("refused without a code: %v\n%s", err, content)
			}
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("took %v:\n%s", took, content)
		}
	}
	if refused == 0 || refused == rounds {
		t.Errorf("%d of %d mutations were refused", refused, rounds)
	}
}

// FuzzOpen proves that nothing panics, that a refusal has a code, and that the data is left as it was.
func FuzzOpen(f *testing.F) {
	f.Add(packed(f, minimal()))
	f.Add(rawzip.Write(rawzip.Entries(f, raw(minimal()))))
	f.Add([]byte(magicOLE))
	f.Add([]byte("<html>"))
	f.Add(rawzip.End(1, 0, 0))
	f.Fuzz(func(t *testing.T, data []byte) {
		before := bytes.Clone(data)
		_, err := readingOf(data)
		if err != nil && codeOf(err) == "" {
			t.Errorf("refused without a code: %v", err)
		}
		if !bytes.Equal(before, data) {
			t.Error("the data was changed")
		}
	})
}

// FuzzSheet puts markup into a sound zip, where the zip's checks no longer help.
func FuzzSheet(f *testing.F) {
	f.Add(sheetXML, stringsXML, stylesXML)
	f.Add(`<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><cols><col min="1" max="2" hidden="1"/></cols><sheetData><row><c t="inlineStr"><is><t>_x000D_</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`,
		`<sst xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>`, stylesXML)
	f.Fuzz(func(t *testing.T, sheet, shared, styles string) {
		p := pack{parts: map[string][]byte{"sheet": []byte(sheet), "strings": []byte(shared), "styles": []byte(styles)}}
		b := &Book{pack: p}
		var err error
		if b.strings, err = p.sharedStrings("strings"); err != nil {
			return
		}
		if b.formats, err = p.styles("styles"); err != nil {
			return
		}
		s, err := b.worksheet(listed{part: "sheet"})
		if err != nil {
			if codeOf(err) == "" {
				t.Errorf("refused without a code: %v", err)
			}
			return
		}
		row, col := 0, 0
		for _, c := range s.Cells() {
			if c.Row < row || c.Row == row && c.Col <= col || c.Row > maxRow || c.Col > maxColumn {
				t.Errorf("cell %s after row %d, column %d", c.Ref(), row, col)
			}
			if row, col = c.Row, c.Col; s.Cell(row, col) != c {
				t.Errorf("cell %s is found as %v", c.Ref(), s.Cell(row, col))
			}
		}
	})
}
