package draft

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// cutTexts opens the table of shared strings at its end, and notes which texts it has. The counts at its head, which nobody
// needs, would be wrong and are left out.
func (p *Plate) cutTexts(parts []part) error {
	for i, one := range parts {
		if one.name != stringsPart {
			continue
		}
		first := bytes.Index(one.data, []byte("<si>"))
		p.known, p.count = items(one.data[first:])
		head := append([]byte(stringsHead), one.data[first:bytes.LastIndex(one.data, []byte("</sst>"))]...)
		var err error
		p.texts, err = newFrame(i, head, []byte("</sst>"))
		return err
	}
	return fmt.Errorf("the base has no text")
}

const stringsHead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
	`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`

// items numbers the texts of the table, each as it is written there, and counts them.
func items(table []byte) (map[string]int, int) {
	known, n := map[string]int{}, 0
	for ; ; n++ {
		end := bytes.Index(table, []byte("</si>"))
		if end < 0 {
			return known, n
		}
		end += len("</si>")
		known[string(table[:end])] = n
		table = table[end:]
	}
}

// shared gives a text's number in the table, adding it when it is new.
func (f *filler) shared(v Value) int {
	f.item = appendItem(f.item[:0], v)
	if n, ok := f.plate.known[string(f.item)]; ok {
		return n
	}
	if n, ok := f.number[string(f.item)]; ok {
		return n
	}
	n := f.plate.count + len(f.number)
	f.number[string(f.item)] = n
	f.added = append(f.added, f.item...)
	return n
}

// appendItem writes a text exactly as excelize does, so that those of the base are found again.
func appendItem(b []byte, v Value) []byte {
	b = append(b, "<si>"...)
	if v.Kind == TextKind {
		b = appendT(b, v.Text)
	}
	for _, r := range v.Runs {
		b = append(b, "<r><rPr>"...)
		b = appendFont(b, r.Font)
		b = append(b, "</rPr>"...)
		b = appendT(b, r.Text)
		b = append(b, "</r>"...)
	}
	return append(b, "</si>"...)
}

func appendT(b []byte, text string) []byte {
	text = clean(text)
	b = append(b, "<t"...)
	if text != "" && (blank(text[0]) || blank(text[len(text)-1])) {
		b = append(b, ` xml:space="preserve"`...)
	}
	b = append(b, '>')
	b = appendText(b, text)
	return append(b, "</t>"...)
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

func appendFont(b []byte, f Font) []byte {
	e := excelFont(f)
	b = append(b, `<rFont val="`+family+`"></rFont><family val="1"></family>`...)
	for _, has := range []struct {
		it  bool
		tag string
	}{{e.Bold, "b"}, {e.Italic, "i"}, {e.Strike, "strike"}} {
		if has.it {
			b = append(b, "<"+has.tag+` val="1"></`+has.tag+">"...)
		}
	}
	b = append(b, `<color rgb="FF`+strings.ToUpper(e.Color)+`"></color><sz val="`...)
	b = strconv.AppendFloat(b, e.Size, 'g', -1, 64)
	b = append(b, `"></sz>`...)
	if e.Underline != "" {
		b = append(b, `<u val="single"></u>`...)
	}
	return b
}
