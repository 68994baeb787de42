package xlsx

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring/problem"
)

// malformed is markup that is refused, and the reason that the words must name.
type malformed struct{ name, xml, says string }

// ns is the declaration of the main namespace.
const ns = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`

// in puts content into a worksheet.
func in(content string) string { return `<worksheet ` + ns + `>` + content + `</worksheet>` }

// expectMalformed reads each as a part that is needed.
func expectMalformed(t *testing.T, tests []malformed) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data := packed(t, with(minimal(), "xl/worksheets/sheet1.xml", test.xml))
			expectRefused(t, data, problem.FileDamaged)
			if _, err := readAll(data); !strings.Contains(err.Error(), test.says) {
				t.Errorf("refused for another reason than %q: %v", test.says, err)
			}
		})
	}
}

// TestMalformedDocument holds parts that begin, end or nest wrongly.
func TestMalformedDocument(t *testing.T) {
	expectMalformed(t, []malformed{
		{"blanks", " \n ", "giữa chừng"},
		{"declaration only", `<?xml version="1.0"?>`, "giữa chừng"},
		{"another root", `<workbook ` + ns + `/>`, "phần tử gốc"},
		{"root of no namespace", `<worksheet/>`, "phần tử gốc"},
		{"cut in a tag", `<worksheet ` + ns + `><sheetDa`, "không đóng"},
		{"cut in a value", `<worksheet ` + ns + `><sheetData a="`, "giá trị"},
		{"cut between tags", `<worksheet ` + ns + `><sheetData>`, "giữa chừng"},
		{"cut in a text", `<worksheet ` + ns + `><sheetData><row><c><v>1`, "giữa chừng"},
		{"end of another element", in(`<sheetData></sheetdata>`), `thẻ đóng "sheetdata" không khớp`},
		{"ends crosswise", in(`<a><b></a></b>`), `thẻ đóng "a" không khớp`},
		{"end with an attribute", in(`<a></a b="1">`), `thẻ đóng "a" sai`},
		{"end alone after the root", in(``) + `</a>`, "thẻ đóng"},
		{"second root", in(``) + in(``), "sai chỗ"},
		{"text after the root", in(``) + `x`, "ngoài phần tử gốc"},
		{"text before the root", `x` + in(``), "ngoài phần tử gốc"},
		{"CDATA after the root", in(``) + `<![CDATA[ ]]>`, "CDATA"},
		{"CDATA without end", in(`<a><![CDATA[ ]]</a>`), "CDATA"},
		{"DOCTYPE", `<!DOCTYPE worksheet>` + in(``), "DOCTYPE"},
		{"DOCTYPE with entities", `<!DOCTYPE a [<!ENTITY b "c">]>` + in(`<a>&b;</a>`), "DOCTYPE"},
		{"DOCTYPE in small letters", `<!doctype a>` + in(``), "DOCTYPE"},
		{"comment without end", in(`<!-- `), "chú thích"},
		{"comment with two dashes", in(`<!-- -- -->`), "chú thích"},
		{"instruction without end", in(`<?a `), "chỉ thị"},
		{"declaration in the middle", in(`<?xml version="1.0"?>`), "chỉ thị"},
		{"declaration after a blank", ` <?xml version="1.0"?>` + in(``), "chỉ thị"},
		{"declaration without end", `<?xml version="1.0" ` + in(``), "khai báo XML"},
	})
}

// TestMalformedCharacters holds encodings, characters and references that are not taken.
func TestMalformedCharacters(t *testing.T) {
	expectMalformed(t, []malformed{
		{"other encoding", `<?xml version="1.0" encoding="UTF-16"?>` + in(``), "khai báo XML lạ"},
		{"old Vietnamese encoding", `<?xml version="1.0" encoding="windows-1258"?>` + in(``), "khai báo XML lạ"},
		{"other version", `<?xml version="1.1"?>` + in(``), "khai báo XML lạ"},
		{"UTF-16 of another root", wide(`<a/>`, false), "phần tử gốc"},
		{"UTF-16 without its mark", wide(in(``), false)[2:], "ký tự điều khiển"},
		{"UTF-16 cut in a character", wide(in(``), true) + "\x00", "UTF-16 sai"},
		{"UTF-16 with half a pair", "\xff\xfe<\x00\x3d\xd8>\x00", "UTF-16 sai"},
		{"UTF-16 that ends in half a pair", "\xff\xfe<\x00\x3d\xd8", "UTF-16 sai"},
		{"UTF-16 that says it is UTF-8", wide(`<?xml version="1.0" encoding="UTF-8"?>`+in(``), false), "khai báo XML lạ"},
		{"UTF-16 with a control character", wide(in("<a>\x1b</a>"), false), "ký tự điều khiển"},
		{"invalid UTF-8", in("<a>\xc3\x28</a>"), "UTF-8"},
		{"surrogate in UTF-8", in("<a>\xed\xa0\x80</a>"), "UTF-8"},
		{"zero byte", in("<a>\x00</a>"), "ký tự điều khiển"},
		{"control character", in("<a>\x1b</a>"), "ký tự điều khiển"},
		{"U+FFFE", in("<a>\ufffe</a>"), "ký tự điều khiển"},
		{"two byte order marks", "\ufeff\ufeff" + in(``), "ngoài phần tử gốc"},
		{"unknown entity", in(`<a>&nbsp;</a>`), "tham chiếu"},
		{"bare ampersand", in(`<a>a & b</a>`), "tham chiếu"},
		{"reference to zero", in(`<a>&#0;</a>`), "tham chiếu"},
		{"reference to a surrogate", in(`<a>&#xD800;</a>`), "tham chiếu"},
		{"reference beyond Unicode", in(`<a>&#x110000;</a>`), "tham chiếu"},
		{"endless reference", in(`<a>&#` + strings.Repeat("0", 99) + `65;</a>`), "tham chiếu"},
		{"reference with a sign", in(`<a>&#+65;</a>`), "tham chiếu"},
		{"end of CDATA in a text", in(`<a>]]></a>`), "]]>"},
	})
}

// wide is a text in UTF-16 with its mark.
func wide(text string, big bool) string {
	out := []byte("\xff\xfe")
	for _, unit := range utf16.Encode([]rune(text)) {
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	for i := 0; big && i < len(out); i += 2 {
		out[i], out[i+1] = out[i+1], out[i]
	}
	return string(out)
}

// TestMalformedTags holds broken names, attributes and namespaces.
func TestMalformedTags(t *testing.T) {
	expectMalformed(t, []malformed{
		{"less-than in a value", in(`<a b="<"/>`), "giá trị"},
		{"unknown entity in a value", in(`<a b="&x;"/>`), "giá trị"},
		{"value without quotes", in(`<a b=1/>`), "giá trị"},
		{"attribute without a value", in(`<a b/>`), "không có giá trị"},
		{"attributes without a blank", in(`<a b="1"c="2"/>`), "thuộc tính sai"},
		{"attribute twice", in(`<a b="1" b="1"/>`), "lặp lại"},
		{"too many attributes", in(`<a ` + strings.Join(manyNames(maxAttributes+1), `="" `) + `=""/>`), "quá nhiều"},
		{"prefix that is not declared", in(`<x:a/>`), `tiền tố "x"`},
		{"prefix of an attribute not declared", in(`<a x:b="1"/>`), `tiền tố "x"`},
		{"prefix of an element past", in(`<x:a xmlns:x="urn:x"/><x:b/>`), `tiền tố "x"`},
		{"prefix of nothing", in(`<a xmlns:x=""/>`), "không gian tên"},
		{"two colons", in(`<a:b:c xmlns:a="urn:a"/>`), "tên thẻ"},
		{"name with a digit first", in(`<1/>`), "thẻ mở"},
		{"name of other letters", in(`<đ/>`), "thẻ mở"},
		{"blank before a name", in(`< a/>`), "thẻ mở"},
		{"stray less-than", in(`<a><</a>`), "thẻ mở"},
		{"nested too deep", in(strings.Repeat(`<a>`, maxDepth) + strings.Repeat(`</a>`, maxDepth)), "quá sâu"},
		{"too many namespaces", in(strings.Repeat(`<a xmlns:`+strings.Join(manyNames(maxBindings/2), `="u" xmlns:`)+`="u">`, 3)), "không gian tên"},
	})
}

// manyNames is n different names that begin like namespace declarations of short prefixes.
func manyNames(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = "abc" + ColumnName(i+1)
	}
	return names
}

// tokensOf reads a part by this package's scanner: every start, end and text, as lines.
func tokensOf(data []byte) (lines []string, err error) {
	m, err := newMarkup(data)
	if err != nil {
		return nil, err
	}
	for {
		t, err := m.next()
		switch {
		case err != nil:
			return nil, err
		case t == tokenEOF:
			return lines, nil
		case t == tokenStart:
			lines = append(lines, "<"+string(m.top().name))
			for _, a := range m.attrs {
				lines = append(lines, "@"+joined(string(a.prefix), string(a.local))+"="+string(decode(a.value)))
			}
		case t == tokenEnd:
			lines = append(lines, ">"+string(m.top().name))
		case t == tokenText:
			lines = addText(lines, string(appendDecoded(nil, m.text, m.literal)))
		}
	}
}

// standardTokens reads the same by encoding/xml.
func standardTokens(data []byte) (lines []string, err error) {
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	var open []xml.Name
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) && len(open) == 0 {
			return lines, nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name)
			lines = append(lines, "<"+joined(token.Name.Space, token.Name.Local))
			for _, a := range token.Attr {
				lines = append(lines, "@"+joined(a.Name.Space, a.Name.Local)+"="+a.Value)
			}
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1] != token.Name {
				return nil, errors.New("unbalanced")
			}
			open = open[:len(open)-1]
			lines = append(lines, ">"+joined(token.Name.Space, token.Name.Local))
		case xml.CharData:
			if len(open) > 0 {
				lines = addText(lines, string(token))
			}
		}
	}
}

func joined(prefix, local string) string {
	if prefix == "" {
		return local
	}
	return prefix + ":" + local
}

// addText joins texts that follow each other: the two scanners may part them at other places.
func addText(lines []string, text string) []string {
	if text == "" {
		return lines
	}
	if n := len(lines); n > 0 && strings.HasPrefix(lines[n-1], "'") {
		lines[n-1] += text
		return lines
	}
	return append(lines, "'"+text)
}

// FuzzMarkup proves that what the scanner takes, encoding/xml takes too and reads in the same way.
func FuzzMarkup(f *testing.F) {
	for _, p := range minimal() {
		f.Add([]byte(p.Content))
	}
	for _, seed := range []string{
		`<a b='&quot;"' c="&#x41;&#66;">&lt;<![CDATA[<&]]>x<!-- y --><?z?></a>`, "<a>\r\n\r<b\n/>\t</a >", `<x:a xmlns:x="u" x:b="1"><x:c/></x:a>`,
		`<?xml version='1.0' encoding="utf-8" standalone='no' ?><a/>`, "\ufeff<a>\ufffd</a>", `<a xmlns="" xml:space="preserve"/>`, `<a>&amp;amp;]]&gt;</a>`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := tokensOf(data)
		if err != nil {
			return
		}
		want, err := standardTokens(data)
		if err != nil {
			t.Fatalf("taken here, but encoding/xml says %v: %q", err, data)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("read differently (-encoding/xml +here):\n%s", diff)
		}
	})
}

// TestBadCharacter puts each of many characters at each place of eight bytes, and what is no character.
func TestBadCharacter(t *testing.T) {
	cases := map[string]fault{"\xff": notUTF8, "\xc3": notUTF8, "\xed\xa0\x80": notUTF8, "\x80": notUTF8}
	for _, c := range []rune{0, 1, 8, 9, 10, 11, 13, 14, 31, 32, 127, 128, 0xa0, 'ế', 0xd7ff, 0xe000, 0xfffd, 0xfffe, 0xffff, 0x10000, 0x10ffff} {
		cases[string(c)] = noFault
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0xfffe || c == 0xffff {
			cases[string(c)] = forbidden
		}
	}
	for char, want := range cases {
		for before := range 17 {
			for _, letter := range []string{"a", "đ"} {
				head := strings.Repeat(letter, before)
				at, got := badCharacter([]byte(head + char + "zzzzzzzzz"))
				if want == noFault {
					head += char + "zzzzzzzzz"
				}
				if got != want || at != len(head) {
					t.Errorf("%q after %d of %q: fault %d at %d, want %d at %d", char, before, letter, got, at, want, len(head))
				}
			}
		}
	}
}
