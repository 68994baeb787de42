package main

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"cchc/templates"
	"cchc/templates/xlsx/rawzip"
)

// What one file may cost, whatever is in it.
const (
	mostMemory = 512 << 10 // KiB
	mostTime   = 20 * time.Second
)

// heavy are forms as large as the gate lets through and as hard as can be. All are scored; what each wants is the commands that
// are tried besides, where they do with it what scoring does not.
func heavy() []attack {
	const padding = 700 << 10
	pad := func(f *form, part, end string) { f.edit(part, end, end+"<!--"+rawzip.Scrambled(padding)+"-->") }
	inSheet := func(name, before, unit, after string) attack {
		return attack{name, "", func(f *form) {
			pad(f, formPart, "</sheetData>")
			room := 31<<20 - len(f.part(formPart))
			f.edit(formPart, "</sheetData>", before+strings.Repeat(unit, room/len(unit))+after+"</sheetData>")
		}}
	}
	rows := func(name string, n int, row string) attack {
		return attack{name, "", func(f *form) {
			pad(f, formPart, "</sheetData>")
			var all strings.Builder
			for i := range n {
				all.WriteString(strings.ReplaceAll(row, "#", strconv.Itoa(i+1000)))
			}
			f.edit(formPart, "</sheetData>", all.String()+"</sheetData>")
		}}
	}
	texts := func(name, text string) attack {
		return attack{name, "merge carry", func(f *form) {
			for _, leaf := range f.layout.Rules.Leaves() {
				for _, c := range []templates.Column{templates.EvidenceColumn, templates.ReasonColumn} {
					f.set(leaf.Number, c, ` t="str"><v>TEXT</v></c>`)
				}
			}
			f.put(formPart, strings.ReplaceAll(f.part(formPart), "<v>TEXT</v>", "<v>"+text+"</v>")) // at once: the sheet gets large
			pad(f, formPart, "</sheetData>")
		}}
	}
	return []attack{
		inSheet("tags", "</sheetData>", "<a/>", "<a>").closed(), inSheet("comments", "", "<!---->", ""), inSheet("blanks", "", " ", ""),
		inSheet("references in a text", `<row r="9999"><c r="A9999" t="str"><v>`, "&amp;", `</v></c></row>`),
		inSheet("a formula", `<row r="9999"><c r="A9999"><f>`, "1+", `1</f></c></row>`),
		rows("rows of our key", 95_000, `<row r="#"><c r="A#" t="str"><v>1.1:b</v></c></row>`),
		rows("rows of no key", 95_000, `<row r="#"><c r="A#" t="str"><v>k#</v></c></row>`),
		rows("rows of key rows", 9_000, `<row r="#"><c r="A#" t="str"><v>khoa</v></c><c r="B#" t="str"><v>stt</v></c><c r="C#" t="str"><v>ten</v></c><c r="D#" t="str"><v>toi_da</v></c><c r="E#" t="str"><v>ke_khai</v></c><c r="F#" t="str"><v>tu_cham</v></c></row>`),
		rows("stray numbers, hidden, between our rows", 95_000, `<row r="#" hidden="1"><c r="E#"><v>5</v></c></row>`).and(func(f *form) { f.paste("8.2", 200_000) }),
		rows("array formulas over all", 900, `<row r="#"><c r="A#"><f t="array" ref="A1:XFD1048576">`+strings.Repeat("1+", 5000)+`1</f><v>1</v></c></row>`),
		rows("numbers of forty digits", 95_000, `<row r="#"><c r="E#"><v>1234567890123456789012345678901234567890</v></c><c r="F#"><v>1e-20</v></c></row>`),
		{"merges over merges", "", func(f *form) {
			f.edit(formPart, "</mergeCells>", strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 9_000)+"</mergeCells>")
			pad(f, formPart, "</sheetData>")
		}},
		{"columns, each hidden", "", func(f *form) {
			var cols strings.Builder
			for i := range 16000 {
				fmt.Fprintf(&cols, `<col min="%d" max="16384" hidden="1"/>`, i+1)
			}
			f.edit(formPart, "</cols>", cols.String()+"</cols>")
			pad(f, formPart, "</sheetData>")
		}},
		texts("all texts as long as can be", strings.Repeat("ế", 32767)), texts("texts of line ends", strings.Repeat("a\n", 16383)), texts("texts of blanks", strings.Repeat("a ", 16383)),
		texts("texts of marks", "a"+strings.Repeat("\u0301", 32766)), texts("texts of escapes", strings.Repeat("_x0041_", 20000)), texts("texts of emoji", strings.Repeat("😀", 16383)),
		{"strings, half a million", "", func(f *form) {
			pad(f, stringsPart, "</sst>")
			f.edit(stringsPart, "</sst>", strings.Repeat("<si><t>a</t></si>", 490_000)+"</sst>")
		}},
		{"strings as long as can be", "", func(f *form) {
			pad(f, stringsPart, "</sst>")
			f.edit(stringsPart, "</sst>", strings.Repeat("<si><t>"+strings.Repeat("e\u0302\u0301", 6000)+"</t></si>", 1000)+"</sst>")
		}},
		{"formats, as many as can be", "", func(f *form) {
			pad(f, stylesPart, "</cellXfs>")
			f.edit(stylesPart, "</cellXfs>", strings.Repeat(`<xf numFmtId="170"/>`, 69_000)+"</cellXfs>")
			f.edit(stylesPart, "</numFmts>", `<numFmt numFmtId="170" formatCode="`+strings.Repeat(`[$-x]&quot;a&quot;\b_c*d`, 500_000)+`"/></numFmts>`)
		}},
		{"sheets, nine hundred with a key row", "", func(f *form) { f.manySheets(900) }},
		{"options, as many as can be, of another edition", "", func(f *form) {
			var all strings.Builder
			for i := range 95_000 {
				fmt.Fprintf(&all, `<row r="%d"><c r="D%d" t="str"><v>Lựa chọn %d</v></c></row>`, i+1000, i+1000, i)
			}
			f.edit(hiddenPart, "</sheetData>", all.String()+"</sheetData>")
			pad(f, hiddenPart, "</sheetData>")
			f.otherEdition()
		}},
		told("criteria told, as many as can be", func(int) string { return `{"cap":1}` }),
		told("criteria told, each below the last", func(i int) string { return fmt.Sprintf(`{"cap":%d}`, i+1) }),
		told("inputs told, with all options each", func(int) string {
			return `{"cap":1,"la":true,"hoi":[` + strings.Repeat(`{"ten":"a","loai":"choice","ds":4},`, 200) + `{"ten":"a","loai":"choice","ds":4}]}`
		}),
		{"three sheets of twenty megabytes", "", func(f *form) {
			for _, part := range []string{guidePart, formPart, hiddenPart} {
				f.edit(part, "</sheetData>", "<!--"+rawzip.Scrambled(2<<20)+strings.Repeat("-x", 9<<20)+"--></sheetData>")
			}
		}},
	}
}

// told has a form of another edition tell what it asks for, a line for each criterion, with a long list of options beside.
func told(name string, line func(i int) string) attack {
	return attack{name, "carry", func(f *form) {
		var all strings.Builder
		size := 0
		for i := 0; i < 60_000 && size < 20<<20; i++ {
			text := strings.ReplaceAll(line(i), `"`, "&quot;")
			size += len(text)
			fmt.Fprintf(&all, `<row r="%d"><c r="A%d" t="str"><v>%s9.%d</v></c><c r="B%d" t="str"><v>%s</v></c><c r="D%d" t="str"><v>x</v></c></row>`, i+1000, i+1000, templates.FixedAsked, i, i+1000, text, i+1000)
		}
		f.edit(hiddenPart, "</sheetData>", all.String()+"</sheetData><!--"+rawzip.Scrambled(700<<10)+"-->")
		f.otherEdition()
	}}
}

// closed lets what was opened for a unit's sake end: the rest of the sheet's data, in an element of its own.
func (a attack) closed() attack {
	return a.and(func(f *form) { f.edit(formPart, "<a></sheetData>", "") })
}

// and spoils a second time.
func (a attack) and(more func(f *form)) attack {
	return attack{a.name, a.want, func(f *form) { a.spoil(f); more(f) }}
}

// manySheets adds sheets that each have a key row, and so may be the form.
func (f *form) manySheets(n int) {
	f.Helper()
	sheet := regexp.MustCompile(`(?s)<sheetData>.*</sheetData>`).ReplaceAllString(f.part(formPart), "<sheetData>"+f.rowAt(9)+"</sheetData>")
	var list, links strings.Builder
	for i := range n {
		f.put(fmt.Sprintf("xl/worksheets/s%d.xml", i), sheet)
		fmt.Fprintf(&list, `<sheet name="s%d" r:id="s%d"/>`, i, i)
		fmt.Fprintf(&links, `<Relationship Id="s%d" Type="%sworksheet" Target="worksheets/s%d.xml"/>`, i, officeRels, i)
	}
	f.edit(workbookPart, "</sheets>", list.String()+"</sheets>")
	f.edit(workbookRels, "</Relationships>", links.String()+"</Relationships>")
}

// otherEdition stamps the form as one of another edition of its rule set.
func (f *form) otherEdition() {
	f.Helper()
	old := regexp.MustCompile(`<vt:lpwstr>[0-9a-f]{64}</vt:lpwstr>`).FindString(f.part(customPart))
	f.stamp(templates.StampForm, strings.Repeat("0", 64))
	f.edit(customPart, old, "<vt:lpwstr>"+strings.Repeat("0", 64)+"</vt:lpwstr>")
}

// TestNoFormCostsMuch scores the heaviest forms, each in a process of its own, and measures memory and time; and merges and
// carries them.
func TestNoFormCostsMuch(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("runs the program on some hundred megabytes")
	}
	v := newVictim(t)
	folder := t.TempDir()
	var largest int
	var longest time.Duration
	for i, a := range heavy() {
		t.Run(a.name, func(t *testing.T) {
			data := v.spoilt(t, a)
			if len(data) > 20<<20 {
				t.Fatalf("%d bytes are refused at once", len(data))
			}
			file, out := putFile(t, filepath.Join(folder, fmt.Sprintf("%d.xlsx", i)), data), filepath.Join(folder, fmt.Sprint(i))
			runs := [][]string{{"score", file, "-o", out, "--json"}}
			for _, command := range strings.Fields(a.want) {
				runs = append(runs, map[string][]string{"merge": {"merge", file, "-o", out + "-ghep.xlsx"}, "carry": {"carry", file, "--to", "2023", "-o", out + "-chuyen.xlsx"}}[command])
			}
			for _, args := range runs {
				said, memory, took := measured(t, args...)
				t.Logf("%-5s %4d MiB %6.2f s  %.110s", args[0], memory>>10, took.Seconds(), said)
				largest, longest = max(largest, memory), max(longest, took)
				if memory > mostMemory || took > mostTime || strings.Contains(said, "file-crash") || strings.Contains(said, "goroutine") {
					t.Errorf("%s takes %d MiB and %v: %.300s", args[0], memory>>10, took, said)
				}
			}
		})
	}
	t.Logf("%d forms: at most %d MiB and %.1f s", len(heavy()), largest>>10, longest.Seconds())
}

// TestNoLineCostsMuch ranks lines of results that are as long as can be, and many of them.
func TestNoLineCostsMuch(t *testing.T) {
	t.Parallel()
	const head, tail = `{"file":"a","unit":{"code":"","name":"","block":"","ranked":false},"ruleSet":"","self":null,"appraised":null,"criteria":[`, `],"problems":[]}`
	const room = 8<<20 - 1000
	long := func(item string) string { return strings.Repeat(item+",", room/(len(item)+1)) + item }
	for name, text := range map[string]string{
		"criteria": head + long("{}") + tail, "lists": head + long("[]") + tail, "numbers": head + long("1") + tail,
		"problems":       strings.Replace(head, `"criteria":[`, `"criteria":[],"problems":[`, 1) + long("{}") + "]}",
		"fields":         "{" + long(`"a":1`) + "}",
		"one text":       `{"file":"` + strings.Repeat("ế", room/3) + `"}`,
		"nested":         strings.Repeat("[", room),
		"many refusals":  strings.Repeat(head+tail+"\n", 60_000),
		"many non-lines": strings.Repeat("{}\n", 300_000),
	} {
		t.Run(name, func(t *testing.T) {
			said, memory, took := measured(t, "rank", putFile(t, filepath.Join(t.TempDir(), "a.jsonl"), []byte(text)), "--csv")
			t.Logf("%4d MiB %6.2f s  %.110s", memory>>10, took.Seconds(), said)
			if memory > mostMemory || took > mostTime || strings.Contains(said, "file-crash") || strings.Contains(said, "goroutine") {
				t.Errorf("%d MiB and %v: %.300s", memory>>10, took, said)
			}
		})
	}
}

// measured runs the program and gives what it said, the most memory that it held in KiB, and the time of its processors.
func measured(t *testing.T, args ...string) (said string, memory int, took time.Duration) {
	t.Helper()
	var talk strings.Builder
	cmd := exec.CommandContext(t.Context(), "cchc", args...)
	cmd.Stdout, cmd.Stderr = &talk, &talk
	used, err := watched(t, cmd)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) || cmd.ProcessState.ExitCode() > statusFindings && args[0] == "score" {
		t.Errorf("%v: %v\n%.2000s", args, err, talk.String())
	}
	return talk.String(), used.memory, used.cpu
}
