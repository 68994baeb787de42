package word

import (
	"bytes"
	"errors"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring/problem"
	"cchc/templates/draft"
	"cchc/templates/word/wordtest"
	"cchc/templates/xlsx"
)

var someValues = Values{
	Texts: map[string]string{"tên đơn vị": "Sở <A> & B", "hạn": "", "ghi chú": "một\nhai", "gian": "{{hạn}}"},
	Lists: map[string]List{
		"lỗi":   {Columns: []string{"ô", "nội dung"}, Rows: [][]string{{"E1", "một"}, {"E2", "hai"}}},
		"trống": {Columns: []string{"tên"}},
	},
}

// runs is a paragraph of which Word has parted the text.
func runs(texts ...string) string {
	var b strings.Builder
	b.WriteString("<w:p>")
	for _, text := range texts {
		b.WriteString("<w:r><w:rPr><w:b/></w:rPr><w:t>" + text + "</w:t></w:r><w:proofErr/>")
	}
	return b.String() + "</w:p>"
}

// TestFill: what becomes of the fields of a template, read back from the table that they stand in.
func TestFill(t *testing.T) {
	table := func(rows ...string) string { return "<w:tbl>" + strings.Join(rows, "") + "</w:tbl>" }
	row := func(cells ...string) string {
		return "<w:tr><w:tc>" + strings.Join(cells, "</w:tc><w:tc>") + "</w:tc></w:tr>"
	}
	p := wordtest.Paragraphs
	for _, test := range []struct {
		name, body string
		want       [][]string
	}{
		{"a field in a text", table(row(p("Gửi {{tên đơn vị}}, {{ Tên  ĐƠN VỊ }}."))), [][]string{{"Gửi Sở <A> & B, Sở <A> & B."}}},
		{"a field in pieces", table(row(runs("a {", "{tên đơ", "n vị}", "} z {{h", "ạn}}."))), [][]string{{"a Sở <A> & B z ."}}},
		{"letters in two marks", table(row(p("{{te\u0302n đơn vị}}"))), [][]string{{"Sở <A> & B"}}},
		{"a value of two lines", table(row(runs("x {{ghi", " chú}} y"))), [][]string{{"x một\nhai y"}}},
		{"a value like a field stays a value", table(row(p("{{gian}}"))), [][]string{{"{{hạn}}"}}},
		{"a row for each item", table(row(p("Ô"), p("Nội dung")), row(p("{{lỗi.ô}}"), p("{{lỗi.nội dung}} của {{tên đơn vị}}")), row(p("hết"), p(""))),
			[][]string{{"Ô", "Nội dung"}, {"E1", "một của Sở <A> & B"}, {"E2", "hai của Sở <A> & B"}, {"hết", ""}}},
		{"a paragraph for each item", table(row(p("{{lỗi.ô}}: {{lỗi.nội dung}}") + p("x"))), [][]string{{"E1: một\nx"}, {"E2: hai\nx"}}},
		{"a table without an item is left out with its head", table(row(p("Tên")), row(p("{{trống.tên}}"))) + table(row(p("sau"))), [][]string{{"sau"}}},
		{"a row that asks", table(row(p("{{nếu có lỗi}}có lỗi")), row(p("{{nếu có trống}}không thấy")), row(p("{{nếu không có trống}}đủ")), row(p("{{nếu có hạn}}hạn"))),
			[][]string{{"có lỗi"}, {"đủ"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			template := open(t, wordtest.Document(t, test.body, ""))
			if found := template.Check(someValues); len(found) > 0 {
				t.Fatal(found)
			}
			filled, err := template.Fill(someValues)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, cells(t, filled)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func open(t *testing.T, data []byte) *Template {
	t.Helper()
	template, err := OpenTemplate(data)
	if err != nil {
		t.Fatal(err)
	}
	return template
}

// TestCheckNamesWhatIsNotUnderstood: fields that there are none of, braces without their like, two lists in a row. None is passed over.
func TestCheckNamesWhatIsNotUnderstood(t *testing.T) {
	for body, want := range map[string]problem.Code{
		"{{tên đơn vi}}":            problem.TemplateField,
		"{{lỗi.cột}}":               problem.TemplateField,
		"{{lỗi}}":                   problem.TemplateField, // a list is none by itself
		"{{nếu có ai}}":             problem.TemplateField,
		"{{}}":                      problem.TemplateField,
		"{{hạn}":                    problem.TemplateBraces,
		"hạn}}":                     problem.TemplateBraces,
		"{{lỗi.ô}} {{trống.tên}}":   problem.TemplateLists,
		"{{danh sách lạ.tên}}":      problem.TemplateField,
		"{{nếu không có lỗi.ô lạ}}": problem.TemplateField,
	} {
		for where, document := range map[string]string{"a text": wordtest.Paragraphs(body), "a table": wordtest.Table([][]string{{body}})} {
			found := open(t, wordtest.Document(t, document, "")).Check(someValues)
			codes := map[problem.Code]bool{}
			for _, p := range found {
				codes[p.Code] = true
			}
			if got := slices.Collect(maps.Keys(codes)); len(got) != 1 || got[0] != want {
				t.Errorf("%q in %s: %v, want %s", body, where, got, want)
			}
		}
	}
}

// TestTemplatesPassTheGate: a template is read with the same doubt as whatever comes from outside.
func TestTemplatesPassTheGate(t *testing.T) {
	sound := wordtest.Document(t, wordtest.Paragraphs("{{hạn}}"), "")
	for name, data := range map[string][]byte{
		"a DOCTYPE":      bytesOf(t, `<!DOCTYPE x><w:document xmlns:w="w"/>`),
		"not closed":     bytesOf(t, `<w:document xmlns:w="w"><w:body>`),
		"deep":           bytesOf(t, strings.Repeat("<a>", 500)+strings.Repeat("</a>", 500)),
		"empty":          bytesOf(t, ""),
		"cut":            sound[:len(sound)-9],
		"no zip":         []byte("{{hạn}}"),
		"a changed byte": append(append([]byte{}, sound[:80]...), append([]byte{sound[80] ^ 1}, sound[81:]...)...),
	} {
		var refused *xlsx.Refused
		if _, err := OpenTemplate(data); !errors.As(err, &refused) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// bytesOf is a package whose document is that markup.
func bytesOf(t *testing.T, markup string) []byte {
	t.Helper()
	parts, err := xlsx.UnpackWhole(wordtest.Document(t, "", ""))
	if err != nil {
		t.Fatal(err)
	}
	parts[documentPart] = []byte(markup)
	data, err := draft.Pack(documentPart, parts)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestFilledDocumentsAreSealed: equal values give equal bytes, and any change is seen; what else the template holds is kept.
func TestFilledDocumentsAreSealed(t *testing.T) {
	template := open(t, wordtest.Document(t, wordtest.Paragraphs("{{tên đơn vị}}")+wordtest.Paragraphs("{{lỗi.ô}}"), lists))
	first, err := template.Fill(someValues)
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if again, err := template.Fill(someValues); err != nil || !bytes.Equal(first, again) {
			t.Fatalf("equal values give other bytes (%v)", err)
		}
	}
	if !draft.IsSealed(first) {
		t.Error("not sealed")
	}
	parts, err := xlsx.UnpackWhole(first)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(parts["word/numbering.xml"]), "upperRoman") {
		t.Error("the numbering is gone")
	}
	parts[documentPart] = bytes.Replace(parts[documentPart], []byte("Sở"), []byte("Ban"), 1)
	edited, err := draft.Pack(documentPart, parts)
	if err != nil || draft.IsSealed(edited) {
		t.Errorf("an edited document counts as sealed (%v)", err)
	}
	if refilled, err := open(t, first).Fill(someValues); err != nil || !draft.IsSealed(refilled) {
		t.Errorf("a template that was sealed itself gives a document that is not (%v)", err)
	}
}

// TestDamagedTemplates: whatever stands in the markup, a template is refused, or named, or filled; nothing panics, asked or not.
func TestDamagedTemplates(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	sound := `<w:document xmlns:w="w"><w:body>` + runs("{{h", "ạn}}", "{{nếu có lỗi}}") + wordtest.Table([][]string{{"Ô"}, {"{{lỗi.ô}} {{ghi chú}}"}}) +
		wordtest.Table([][]string{{"{{lỗi.ô}} {{trống.tên}}"}}) + `</w:body></w:document>`
	pieces := []string{"<w:p/>", "<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "{{", "}}", "{{lỗi.nội dung}}", "<w:t/>", "<w:tr><w:tc/></w:tr>", "<w:t>{{trống.tên}}</w:t>",
		"<w:p><w:r><w:t>{{nếu có trống}}</w:t></w:r></w:p>", "<w:tc>", "</w:p>", "<", "\x00"}
	refused, filled := 0, 0
	for range 400 {
		markup := sound
		for range 1 + random.IntN(3) {
			tags := regexp.MustCompile(">").FindAllStringIndex(markup, -1)
			at := tags[random.IntN(len(tags)-1)][1]
			markup = markup[:at] + pieces[random.IntN(len(pieces))] + markup[at:]
		}
		template, err := OpenTemplate(bytesOf(t, markup))
		if err != nil {
			refused++
			continue
		}
		template.Check(someValues)
		data, err := template.Fill(someValues)
		if err != nil {
			t.Fatalf("%v\n%s", err, markup)
		}
		if _, err := Tables(data); err != nil {
			t.Fatalf("filled, it can't be read: %v\n%s", err, markup)
		}
		filled++
	}
	if refused < 50 || filled < 50 {
		t.Errorf("%d refused, %d filled", refused, filled)
	}
}

// TestTheEndOfAListStaysWithWhatFollows: the last two rows of the last list, and no others: so no signature stands by itself, and
// short lists one after the other don't draw each other onto a page.
func TestTheEndOfAListStaysWithWhatFollows(t *testing.T) {
	values := Values{Lists: map[string]List{"lỗi": {Columns: []string{"ô"}, Rows: [][]string{{"E1"}, {"E2"}, {"E3"}}},
		"hụt": {Columns: []string{"ô"}, Rows: [][]string{{"D1"}, {"D2"}}}, "trống": {Columns: []string{"ô"}}}}
	tables := wordtest.Table([][]string{{"Hụt"}, {"{{hụt.ô}}"}}) + wordtest.Table([][]string{{"Ô"}, {"{{lỗi.ô}}"}}) + wordtest.Table([][]string{{"Trống"}, {"{{trống.ô}}"}})
	filled, err := open(t, wordtest.Document(t, tables, "")).Fill(values)
	if err != nil {
		t.Fatal(err)
	}
	parts, err := xlsx.UnpackWhole(filled)
	if err != nil {
		t.Fatal(err)
	}
	document := string(parts[documentPart])
	for text, kept := range map[string]bool{"Hụt": false, "D1": false, "D2": false, "Ô": false, "E1": false, "E2": true, "E3": true} {
		before := document[:strings.Index(document, ">"+text+"<")]
		if got := strings.Contains(before[strings.LastIndex(before, "<w:p>"):], "<w:keepNext/>"); got != kept {
			t.Errorf("%s: kept %v", text, got)
		}
	}
}
