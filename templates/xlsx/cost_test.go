package xlsx

import (
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"cchc/templates/xlsx/rawzip"
)

// TestCost reads parts that are as large as the gate lets through and as hard as can be, and proves the promise of 20 s
// and 512 MiB, the latter twice over.
func TestCost(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some hundred megabytes")
	}
	const sheet, shared = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
	names := manyNames(maxBindings - 1)
	attributes := strings.Join(manyNames(maxAttributes), `="" `) + `=""`
	prefixed := names[0] + `:` + strings.Join(manyNames(maxAttributes), `="" `+names[0]+`:`) + `=""`
	tests := []struct{ name, part, before, unit, after string }{
		{"tags", sheet, ``, `<a/>`, ``},
		{"deep tags", sheet, ``, strings.Repeat(`<a>`, maxDepth-2) + strings.Repeat(`</a>`, maxDepth-2), ``},
		{"attributes", sheet, ``, `<a ` + attributes + `/>`, ``},
		{"prefixes", sheet, `<a xmlns:` + strings.Join(names, `="u" xmlns:`) + `="u">`, `<a ` + prefixed + `/>`, `</a>`},
		{"references", sheet, `<a>`, `&amp;&#65;`, `</a>`},
		{"brackets", sheet, `<a>`, `]] `, `</a>`},
		{"comments", sheet, ``, `<!---->`, ``},
		{"line ends in a value", sheet, `<sheetData><row><c t="str"><v>`, "\r", `</v></c></row></sheetData>`},
		{"line ends in a formula", sheet, `<sheetData><row><c><f>`, "\r", `</f></c></row></sheetData>`},
		{"numbers", sheet, `<sheetData>`, `<row>` + strings.Repeat(`<c><v>1234567890123456</v></c>`, 1000) + `</row>`, `</sheetData>`},
		{"array formulas", sheet, `<sheetData>`, `<row>` + strings.Repeat(`<c><f t="array" ref="A1:XFD1048576">`+strings.Repeat("1+", 100)+`1</f></c>`, 180) + `</row>`, `</sheetData>`},
		{"long texts", sheet, `<sheetData>`, `<row><c t="str"><v>` + strings.Repeat("đ", maxText) + `</v></c></row>`, `</sheetData>`},
		{"one string", shared, `<si><t>`, "_x0041_", `</t></si>`},
		{"decomposed strings", shared, ``, "<si><t>e\u0302\u0301\u0323 của đơn vị, của sở, của ngành</t></si>", ``},
		{"combining marks", shared, ``, `<si><t>` + strings.Repeat("\u0301", 30000) + `</t></si>`, ``},
		{"empty strings", shared, ``, `<si/>`, ``},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data := filled(t, test.part, test.before, test.unit, test.after)
			runtime.GC()
			start, peak := time.Now(), watchHeap()
			_, err := readAll(data)
			if took, mib := time.Since(start), peak()>>20; took > 20*time.Second || mib > 256 {
				t.Errorf("took %v and %d MiB (%v)", took, mib, err)
			}
			if err != nil && (codeOf(err) == "" || strings.Contains(err.Error(), "bom nén")) {
				t.Errorf("refused before it cost anything: %v", err)
			}
		})
	}
}

// filled is a workbook with one part of full size. A comment that hardly packs keeps its ratio low.
func filled(t *testing.T, name, before, unit, after string) []byte {
	t.Helper()
	head, root := `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`, `</worksheet>`
	if strings.Contains(name, "sharedStrings") {
		head, root = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`, `</sst>`
	}
	padding := "<!--" + rawzip.Scrambled(1000<<10) + "-->"
	room := maxPart - len(head+before+after+padding+root)
	return packed(t, with(minimal(), name, head+before+strings.Repeat(unit, room/len(unit))+after+padding+root))
}

// watchHeap samples what the heap holds until the result is asked for: the largest sample.
func watchHeap() (peak func() uint64) {
	stop, result := make(chan struct{}), make(chan uint64)
	go func() {
		var largest uint64
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		for {
			metrics.Read(sample)
			largest = max(largest, sample[0].Value.Uint64())
			select {
			case <-tick.C:
			case <-stop:
				result <- largest
				return
			}
		}
	}()
	return func() uint64 { close(stop); return <-result }
}
