package word

import (
	"encoding/xml"
	"slices"
	"strings"

	"cchc/templates/draft"
)

// filler fills one part.
type filler struct {
	values Values
	list   string   // of which an item is being written
	item   []string // its cells, as the list's columns
	end    *[]*node // the rows of the last list so far
}

// filled is the node with its fields filled in.
func (f filler) filled(n *node) *node {
	c := *n
	c.attrs = slices.Clone(n.attrs)
	c.children = nil
	for _, child := range n.children {
		c.children = append(c.children, f.all(child)...)
	}
	if c.is("tc") && c.child("p") == nil { // Word opens no cell without a paragraph
		c.children = append(c.children, element("w:p"))
	}
	return &c
}

// all are what becomes of a node: none, itself, or one for each item of a list.
func (f filler) all(n *node) []*node {
	switch {
	case n.is("tbl"):
		return f.table(n)
	case n.is("tr"), n.is("p"):
		return f.repeated(n)
	case n.name == "":
		return []*node{n}
	}
	return []*node{f.filled(n)}
}

// table leaves out one whose lists are all without an item, with its head.
func (f filler) table(n *node) []*node {
	lists, items := 0, 0
	for _, row := range n.children {
		if row.is("tr") {
			for _, list := range listsIn(row) {
				lists, items = lists+1, items+len(f.values.Lists[list].Rows)
			}
		}
	}
	if lists > 0 && items == 0 {
		return nil
	}
	return []*node{f.filled(n)}
}

// repeated is a row or a paragraph: as often as the list has items whose fields stand in it, and not at all where it asks for something
// that there is none of.
func (f filler) repeated(n *node) []*node {
	if !f.stays(n) {
		return nil
	}
	lists := listsIn(n)
	if len(lists) != 1 || lists[0] == f.list {
		return []*node{f.one(n)}
	}
	var all []*node
	for _, item := range f.values.Lists[lists[0]].Rows {
		all = append(all, filler{f.values, lists[0], item, f.end}.one(n))
	}
	if n.is("tr") && len(all) > 0 {
		*f.end = all
	}
	return all
}

// part is a whole part with its fields filled in. What follows its last list has the end of that on its page: so no signature stands on
// a page by itself.
func (f filler) part(root *node) *node {
	f.end = &[]*node{}
	n := f.filled(root)
	for _, row := range (*f.end)[max(len(*f.end)-keptRows, 0):] {
		keepWithNext(row)
	}
	return n
}

// keptRows is how many rows at the end of the last list stay on the page of what follows.
const keptRows = 2

// keepWithNext has Word keep a row on the page of what follows.
func keepWithNext(row *node) {
	for _, p := range paragraphs(row) {
		prefix := strings.TrimSuffix(p.name, "p")
		properties := p.child("pPr")
		if properties == nil {
			properties = element(prefix + "pPr")
			p.children = append([]*node{properties}, p.children...)
		}
		if properties.child("keepNext") != nil {
			continue
		}
		at := 0
		if properties.child("pStyle") != nil {
			at = 1 + slices.Index(properties.children, properties.child("pStyle"))
		}
		properties.children = slices.Insert(properties.children, at, element(prefix+"keepNext"))
	}
}

func (f filler) one(n *node) *node {
	if n.is("p") {
		n = n.clone()
		f.paragraph(n)
	}
	return f.filled(n)
}

// stays says whether all holds that a paragraph or a row asks for.
func (f filler) stays(n *node) bool {
	for _, p := range paragraphs(n) {
		for _, m := range fieldPattern.FindAllStringSubmatch(paragraphText(p), -1) {
			if asks := fieldOf(m[1]); asks.asked && f.values.any(asks.name) == asks.without {
				return false
			}
		}
	}
	return true
}

// value is what a field becomes; ok is false where there is no such field.
func (f filler) value(text string) (value string, ok bool) {
	asks := fieldOf(text)
	switch {
	case !f.values.has(asks):
		return "", false
	case asks.asked:
		return "", true
	case asks.list == "":
		return f.values.Texts[asks.name], true
	case asks.list != f.list:
		return "", false
	}
	return f.item[f.values.Lists[asks.list].column(asks.name)], true
}

// paragraph fills in the fields of a paragraph. Word parts a text into runs where it likes: the value then goes where the field begins.
func (f filler) paragraph(p *node) {
	texts := written(p)
	matches := fieldPattern.FindAllStringSubmatchIndex(paragraphText(p), -1)
	touched := map[*node]bool{}
	for _, m := range slices.Backward(matches) {
		whole := paragraphText(p) // what stands before the field is as it was
		value, known := f.value(whole[m[2]:m[3]])
		if !known {
			continue
		}
		put(texts, m[0], m[1], draft.Clean(value), touched)
	}
	if len(touched) > 0 {
		breakLines(p, touched)
	}
}

// put writes a value in the place of some letters of the texts.
func put(texts []*node, from, to int, value string, touched map[*node]bool) {
	at := 0
	for _, t := range texts {
		content := t.content()
		start, end := max(from-at, 0), min(to-at, len(content))
		at += len(content)
		if start >= end {
			continue
		}
		t.children = []*node{textNode(content[:start] + value + content[end:])}
		t.with("xml:space", "preserve")
		touched[t] = true
		value = ""
	}
}

// breakLines makes breaks of the line ends in texts that were filled in.
func breakLines(n *node, touched map[*node]bool) {
	var children []*node
	for _, child := range n.children {
		if !touched[child] {
			breakLines(child, touched)
			children = append(children, child)
			continue
		}
		prefix := strings.TrimSuffix(child.name, "t")
		for i, line := range strings.Split(child.content(), "\n") {
			if i > 0 {
				children = append(children, element(prefix+"br"))
			}
			t := &node{name: child.name, attrs: []xml.Attr{{Name: xml.Name{Local: "xml:space"}, Value: "preserve"}}}
			t.children = []*node{textNode(line)}
			children = append(children, t)
		}
	}
	n.children = children
}
