package word

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// paragraphNumber is which list a paragraph belongs to, and how deep in it.
type paragraphNumber struct {
	id    string
	level int
}

// numbering makes the numbers that stand before paragraphs and in no text.
type numbering struct {
	lists  map[string][]listLevel // by the list's number
	family map[string]string      // lists of one family count on
	counts map[string][]int
}

// listLevel is how one level of a list is numbered.
type listLevel struct {
	start        int
	format, text string // "decimal", "%1.%2."
}

const maxLevels = 9

// next is the number before the next paragraph of a list, with a blank behind it, or "".
func (n numbering) next(p paragraphNumber) string {
	levels := n.lists[p.id]
	if p.id == "" || p.level < 0 || p.level >= len(levels) {
		return ""
	}
	key := n.family[p.id]
	counts := n.counts[key]
	for len(counts) <= p.level {
		counts = append(counts, levels[len(counts)].start-1)
	}
	counts[p.level]++
	counts = counts[:p.level+1]
	n.counts[key] = counts
	if levels[p.level].format == "bullet" {
		return "- "
	}
	text := levels[p.level].text
	for i, count := range counts {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), figure(max(count, levels[i].start), levels[i].format))
	}
	if text == "" {
		return ""
	}
	return text + " "
}

// figure writes a number as its format wants it.
func figure(n int, format string) string {
	switch format {
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return string(rune('A' + (n-1)%26))
	case "lowerLetter":
		return string(rune('a' + (n-1)%26))
	case "none":
		return ""
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	if n < 1 || n > 399 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, step := range []struct {
		value int
		sign  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= step.value {
			b.WriteString(step.sign)
			n -= step.value
		}
	}
	return b.String()
}

// numberingReader reads the part that says how lists are numbered.
type numberingReader struct {
	numbering
	abstract map[string][]listLevel
	current  string // the abstract list that is open
	list     string // the list that is open
}

func numberingOf(part []byte) (numbering, error) {
	r := &numberingReader{numbering: numbering{map[string][]listLevel{}, map[string]string{}, map[string][]int{}}, abstract: map[string][]listLevel{}}
	err := walk(part, r)
	return r.numbering, err
}

func (r *numberingReader) start(e xml.StartElement) error {
	value := attribute(e, "val")
	switch e.Name.Local {
	case "abstractNum":
		r.current = attribute(e, "abstractNumId")
	case "lvl":
		if levels := r.abstract[r.current]; r.current != "" && len(levels) < maxLevels {
			r.abstract[r.current] = append(levels, listLevel{start: 1, format: "decimal"})
		}
	case "start", "numFmt", "lvlText":
		r.level(e.Name.Local, value)
	case "num":
		r.list = attribute(e, "numId")
	case "abstractNumId":
		if r.list != "" {
			r.lists[r.list], r.family[r.list] = r.abstract[value], value
		}
	case "startOverride":
		r.family[r.list] = "của riêng " + r.list // begins anew
	}
	return nil
}

func (r *numberingReader) level(name, value string) {
	levels := r.abstract[r.current]
	if r.current == "" || len(levels) == 0 {
		return
	}
	last := &levels[len(levels)-1]
	switch name {
	case "start":
		if n, err := strconv.Atoi(value); err == nil && n >= 0 && n < 10_000 {
			last.start = n
		}
	case "numFmt":
		last.format = value
	case "lvlText":
		last.text = value
	}
}

func (r *numberingReader) end(name string) error {
	switch name {
	case "abstractNum":
		r.current = ""
	case "num":
		r.list = ""
	}
	return nil
}

func (r *numberingReader) text(string) {}
