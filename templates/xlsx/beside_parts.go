package xlsx

import (
	"slices"
	"strings"
)

// walk goes through the elements of a part, as far as it is sound: enter at each start, leave at each end with the text that stood
// directly in it. whole says that it is sound to its end.
func (p pack) walk(part string, enter func(m *markup, name string), leave func(name, text string)) (whole bool) {
	data, err := narrow(p.parts[part])
	if err != nil {
		return false
	}
	m, err := newMarkup(data)
	var texts [][]byte
	for err == nil {
		var t token
		switch t, err = m.next(); {
		case err != nil:
			return false
		case t == tokenEOF:
			return true
		case t == tokenStart:
			texts = append(texts, nil)
			enter(m, string(m.top().local))
		case t == tokenText && len(texts) > 0:
			last := len(texts) - 1
			if len(texts[last])+len(m.text) <= maxRawText {
				texts[last] = m.appendText(texts[last])
			}
		case t == tokenEnd:
			leave(string(m.top().local), string(texts[len(texts)-1]))
			texts = texts[:len(texts)-1]
		}
	}
	return false
}

// anchored is an element that stands at a cell.
type anchored struct {
	at    Place
	holds map[string]bool // the names of all elements in it
	text  string          // the words that its shapes show, a line for each paragraph
}

// anchors finds the elements that stand at a cell, by their own name. What a drawing has for older programs is passed over.
func (p pack) anchors(part string, names []string, found func(anchored)) {
	var now *anchored
	from, fallback := false, 0
	p.walk(part, func(_ *markup, name string) {
		switch {
		case name == "Fallback":
			fallback++
		case fallback > 0:
		case slices.Contains(names, name):
			now = &anchored{holds: map[string]bool{}}
		case now != nil:
			from = from || name == "from"
			now.holds[name] = true
		}
	}, func(name, text string) {
		switch {
		case name == "Fallback":
			fallback--
		case now == nil || fallback > 0:
		case slices.Contains(names, name):
			found(*now)
			now = nil
		case name == "from":
			from = false
		case from && name == "col":
			now.at.Col = count([]byte(text)) + 1
		case from && name == "row":
			now.at.Row = count([]byte(text)) + 1
		case name == "t" && len(now.text)+len(text) <= maxRawText:
			now.text += text
		case name == "p" && now.text != "":
			now.text += "\n"
		}
	})
}

// notes reads the notes of old: of each comment the texts of its runs.
func (p pack) notes(part string) (all []Note, whole bool) {
	var now *Note
	whole = p.walk(part, func(m *markup, name string) {
		if name == "comment" && len(all) < maxBeside {
			ref, _ := m.attr("ref")
			at := placeOf(ref)
			all = append(all, Note{Place: at})
			now = &all[len(all)-1]
		}
	}, func(name, text string) {
		switch {
		case now == nil:
		case name == "comment":
			now.Text, now = strings.TrimSpace(composed([]byte(now.Text))), nil
		case name == "t" && len(now.Text)+len(text) <= maxRawText:
			now.Text += text
		}
	})
	return all, whole
}

// threads reads the notes that people answer: those of a cell become one, in their order.
func (p pack) threads(part string) (all []Note, whole bool) {
	var at Place
	whole = p.walk(part, func(m *markup, name string) {
		if name == "threadedComment" {
			ref, _ := m.attr("ref")
			at = placeOf(ref)
		}
	}, func(name, text string) {
		if name != "text" || len(all) == maxBeside {
			return
		}
		text = strings.TrimSpace(composed([]byte(text)))
		for i := range all {
			if all[i].Place == at && len(all[i].Text)+len(text) <= maxRawText {
				all[i].Text += "\n" + text
				return
			}
		}
		all = append(all, Note{at, text})
	})
	return all, whole
}
