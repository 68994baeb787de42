package xlsx

import (
	"errors"
	"strings"
	"testing"

	"cchc/templates/xlsx/rawzip"
)

// TestBadTextByItsCell: a text that no workbook can hold is told with its sheet and cell, wherever the file keeps it; a part in
// which nothing stands is called that.
func TestBadTextByItsCell(t *testing.T) {
	long := strings.Repeat("a", maxText+1)
	shared := func(text string) []part {
		return with(minimal(), "xl/sharedStrings.xml", strings.Replace(stringsXML, "một ", text, 1))
	}
	inline := func(text string) []part {
		return sheetOf(`<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>` + text + `</t></is></c></row>`)
	}
	prefixed := strings.NewReplacer("<worksheet xmlns=", "<x:worksheet xmlns:x=", "</", "</x:", "<sheetData", "<x:sheetData", "<row", "<x:row",
		"<c ", "<x:c ", "<v>", "<x:v>").Replace(sheetXML)
	const end = "; tệp Excel không chứa được nên không đọc tệp này."
	for _, test := range []struct {
		name  string
		parts []part
		want  string
	}{
		{"too long, shared", shared(long), "Trang “S”, ô C3: " + tooLongText + end},
		{"too long in a sheet of prefixes", with(shared(long), "xl/worksheets/sheet1.xml", prefixed), "Trang “S”, ô C3: " + tooLongText + end},
		{"too long, in the sheet", inline(long), "Trang “S”, ô B1: " + tooLongText + end},
		{"longer than any spelling of it", inline(rawzip.Scrambled(maxRawText + 1)), "Trang “S”, ô B1: " + tooLongText + end},
		{"too long, of a formula", sheetOf(`<row r="1"><c r="A1" t="str"><f>B1</f><v>` + long + `</v></c></row>`), "Trang “S”, ô A1: " + tooLongText + end},
		{"a control character, shared", shared("\x01"), "Trang “S”, ô C3: ký tự điều khiển U+0001" + end},
		{"a control character, in the sheet", inline("x\x1fy"), "Trang “S”, ô B1: ký tự điều khiển U+001F" + end},
		{"a string that no cell shows", with(shared(long), "xl/worksheets/sheet1.xml", strings.Replace(sheetXML, "<v>1</v>", "<v>0</v>", 1)), "Tệp bị hỏng: phần \"xl/sharedstrings.xml\": " + tooLongText + " ở byte"},
		{"a control character between cells", sheetOf("<row r=\"1\"><c r=\"A1\"/>\x01</row>"), "Tệp bị hỏng: phần \"xl/worksheets/sheet1.xml\": ký tự điều khiển U+0001 ở byte"},
		{"a sheet of nothing", with(minimal(), "xl/worksheets/sheet1.xml", ""), "Tệp có một phần cần đọc bị rỗng (0 byte): xl/worksheets/sheet1.xml."},
	} {
		_, err := readAll(packed(t, test.parts))
		if refused, ok := errors.AsType[*Refused](err); !ok || !strings.HasPrefix(refused.Problem.Text(), test.want) {
			t.Errorf("%s: %.150v, want %q", test.name, err, test.want)
		}
	}
}
