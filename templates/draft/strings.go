package draft

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
	"strings"
)

// cutTexts opens the table of shared strings at its end, and notes which texts it has. The counts at its head differ from workbook
// to workbook.
func (p *Plate) cutTexts(parts []part) error {
	for i, one := range parts {
		if one.name != stringsPart {
			continue
		}
		p.items = one.data[bytes.Index(one.data, []byte("<si>")):bytes.LastIndex(one.data, []byte(stringsTail))]
		p.known, p.count = items(p.items)
		var err error
		p.texts, err = newFrame(i, p.items, []byte(stringsTail))
		return err
	}
	return fmt.Errorf("the base has no text")
}

const stringsTail = "</sst>"

// stringsHead begins the table: how often cells refer to its texts, and how many they are.
func stringsHead(references, texts int) []byte {
	return fmt.Appendf(nil, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"+
		`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="%d" uniqueCount="%d">`, references, texts)
}

// references counts the cells of a sheet that refer to a text. In formulas and texts the mark can't stand, with its bare ">".
func references(sheet []byte) int { return bytes.Count(sheet, []byte(` t="s">`)) }

// counted gives the table of a finished workbook its counts, where it has texts.
func counted(parts []part) {
	all := 0
	for _, p := range parts {
		if strings.HasPrefix(p.name, sheetsDir) {
			all += references(p.data)
		}
	}
	for i, p := range parts {
		if from := bytes.Index(p.data, []byte("<si>")); p.name == stringsPart && from >= 0 {
			parts[i].data = append(stringsHead(all, bytes.Count(p.data, []byte("<si>"))), p.data[from:]...)
		}
	}
}

// putTexts fills the table of shared strings.
func (f *filler) putTexts() {
	if len(f.added) == 0 && f.references == f.plate.references() {
		return
	}
	frame := &f.plate.texts
	head := stringsHead(f.references, f.plate.count+len(f.number))
	first, err1 := f.piece(head)
	last, err2 := f.piece(f.added)
	f.found(errors.Join(err1, err2))
	sum := crc32.ChecksumIEEE(head)
	for _, more := range [][]byte{f.plate.items, f.added, frame.after} {
		sum = crc32.Update(sum, crc32.IEEETable, more)
	}
	f.entries[frame.entry] = entry{stringsPart, [][]byte{first, frame.head, last, frame.tail}, sum, len(head) + len(f.added) + frame.size}
}

// references counts those of the base.
func (p *Plate) references() int {
	all := 0
	for i := range p.sheets {
		all += p.sheets[i].references
	}
	return all
}

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

// shared gives a text's number in the table, adding it when it is new; held is false where the table takes no more.
func (f *filler) shared(v Value) (n int, held bool) {
	f.item = appendItem(f.item[:0], v)
	if n, ok := f.plate.known[string(f.item)]; ok {
		return n, true
	}
	if n, ok := f.number[string(f.item)]; ok {
		return n, true
	}
	if f.long != nil && len(f.number) >= mostShared && v.Kind == TextKind {
		return 0, false
	}
	n = f.plate.count + len(f.number)
	f.number[string(f.item)] = n
	f.added = append(f.added, f.item...)
	return n, true
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
	if text == "" {
		return append(b, "/>"...)
	}
	b = append(b, '>')
	b = appendText(b, text)
	return append(b, "</t>"...)
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

func appendFont(b []byte, f Font) []byte {
	e := excelFont(f)
	b = append(b, `<rFont val="`+family+`"/><family val="1"/>`...)
	for _, has := range []struct {
		it  bool
		tag string
	}{{e.Bold, "b"}, {e.Italic, "i"}, {e.Strike, "strike"}} {
		if has.it {
			b = append(b, "<"+has.tag+` val="1"/>`...)
		}
	}
	b = append(b, `<color rgb="FF`+strings.ToUpper(e.Color)+`"/><sz val="`...)
	b = strconv.AppendFloat(b, e.Size, 'g', -1, 64)
	b = append(b, `"/>`...)
	if e.Underline != "" {
		b = append(b, `<u val="single"/>`...)
	}
	return b
}
