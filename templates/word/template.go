package word

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"cchc/scoring/problem"
	"cchc/templates/draft"
	"cchc/templates/xlsx"
)

// Template is a document with fields to be filled in, as an office keeps it.
type Template struct {
	parts map[string][]byte
	texts map[string]*node // the parts in which fields may stand, read
}

// textParts are the parts in which a person writes.
var textParts = regexp.MustCompile(`^word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$`)

const (
	documentPart = "word/document.xml"
	customPart   = "docProps/custom.xml"
	typesPart    = "[Content_Types].xml"
	rootRelsPart = "_rels/.rels"
)

// OpenTemplate reads a template through the gate. The error is a [xlsx.Refused].
func OpenTemplate(data []byte) (*Template, error) {
	parts, err := xlsx.UnpackWhole(data)
	if err != nil {
		return nil, err
	}
	t := &Template{parts: parts, texts: map[string]*node{}}
	for name, part := range parts {
		if textParts.MatchString(name) {
			if t.texts[name], err = parse(part); err != nil {
				return nil, broken(name, err)
			}
		}
	}
	if t.texts[documentPart] == nil {
		return nil, &xlsx.Refused{Problem: problem.New(problem.TemplateNoDocument, "")}
	}
	return t, nil
}

// Check names what in the template cannot be filled in: each once, in order.
func (t *Template) Check(v Values) []problem.Problem {
	var found []problem.Problem
	for _, root := range t.texts {
		c := checker{values: v}
		c.check(root)
		found = append(found, c.found...)
	}
	slices.SortFunc(found, func(a, b problem.Problem) int { return cmp.Compare(a.Text(), b.Text()) })
	return slices.CompactFunc(found, func(a, b problem.Problem) bool { return a.Text() == b.Text() })
}

// Fill is the document with those values, sealed: see [draft.IsSealed]. Equal templates and values give equal bytes. Whoever has not had
// the template checked gets fields that are not known left as they stand.
func (t *Template) Fill(v Values) ([]byte, error) {
	parts := map[string][]byte{}
	for name, part := range t.parts {
		parts[name] = part
	}
	for name, root := range t.texts {
		parts[name] = filler{values: v}.part(root).bytes()
	}
	if err := seal(parts); err != nil {
		return nil, err
	}
	return draft.Pack(documentPart, parts)
}

// checker goes through a part before it is filled.
type checker struct {
	values Values
	found  []problem.Problem
}

func (c *checker) check(n *node) {
	switch {
	case n.is("p"):
		c.paragraph(n)
	case n.is("tr"):
		c.row(n)
	}
	for _, child := range n.children {
		c.check(child)
	}
}

func (c *checker) paragraph(p *node) {
	text := paragraphText(p)
	for _, m := range fieldPattern.FindAllStringSubmatch(text, -1) {
		if f := fieldOf(m[1]); !c.values.has(f) {
			c.found = append(c.found, problem.New(problem.TemplateField, "", m[0], c.nearest(f)))
		}
	}
	if rest := fieldPattern.ReplaceAllString(text, ""); strings.Contains(rest, "{{") || strings.Contains(rest, "}}") {
		c.found = append(c.found, problem.New(problem.TemplateBraces, "", text))
	}
	if lists := listsIn(p); len(lists) > 1 {
		c.found = append(c.found, problem.New(problem.TemplateLists, "", strings.Join(lists, ", ")))
	}
}

func (c *checker) row(row *node) {
	if lists := listsIn(row); len(lists) > 1 {
		c.found = append(c.found, problem.New(problem.TemplateLists, "", strings.Join(lists, ", ")))
	}
}

// nearest are the fields that may have been meant: the columns of the list, or all that stand by themselves.
func (c *checker) nearest(f field) string {
	if l, ok := c.values.Lists[f.list]; ok {
		return f.list + "." + strings.Join(l.Columns, ", "+f.list+".")
	}
	names := c.values.Names()
	slices.Sort(names)
	return strings.Join(names, "; ")
}

// listsIn are the lists of which fields stand in a paragraph, or in a row's own cells.
func listsIn(n *node) []string {
	var lists []string
	for _, p := range paragraphs(n) {
		for _, m := range fieldPattern.FindAllStringSubmatch(paragraphText(p), -1) {
			if f := fieldOf(m[1]); f.list != "" && !slices.Contains(lists, f.list) {
				lists = append(lists, f.list)
			}
		}
	}
	slices.Sort(lists)
	return lists
}

// paragraphs are those of a row or a cell, without those of tables within; of a paragraph it is itself.
func paragraphs(n *node) []*node {
	if n.is("p") {
		return []*node{n}
	}
	var all []*node
	for _, child := range n.children {
		if !child.is("tbl") {
			all = append(all, paragraphs(child)...)
		}
	}
	return all
}

// written are the nodes that hold the text of a paragraph, without that of text boxes in it, which are paragraphs of their own.
func written(p *node) []*node {
	var all []*node
	for _, child := range p.children {
		switch {
		case child.is("p"):
		case child.is("t"):
			all = append(all, child)
		default:
			all = append(all, written(child)...)
		}
	}
	return all
}

func (n *node) content() string {
	var b strings.Builder
	for _, child := range n.children {
		b.WriteString(child.text)
	}
	return b.String()
}

func paragraphText(p *node) string {
	var b strings.Builder
	for _, t := range written(p) {
		b.WriteString(t.content())
	}
	return b.String()
}

// seal has the parts hold the property for the sum.
func seal(parts map[string][]byte) error {
	root := element("Properties").with("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties").
		with("xmlns:vt", vtSpace)
	if part, ok := parts[customPart]; ok {
		var err error
		if root, err = parse(part); err != nil {
			return broken(customPart, err)
		}
	}
	mark := draft.SealMark()
	root.children = slices.DeleteFunc(root.children, func(p *node) bool {
		return slices.ContainsFunc(p.attrs, func(a xml.Attr) bool { return a.Name.Local == "name" && a.Value == mark.Name })
	})
	property := element("property", element("vt:lpwstr", textNode(mark.Value)).with("xmlns:vt", vtSpace)).
		with("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}").with("pid", fmt.Sprint(len(root.children)+2)).with("name", mark.Name)
	root.children = append(root.children, property)
	parts[customPart] = root.bytes()
	return customKnown(parts)
}

const vtSpace = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"

// customKnown has the package say that there are custom properties, where it does not yet.
func customKnown(parts map[string][]byte) error {
	for name, add := range map[string]*node{
		typesPart: element("Override").with("PartName", "/"+customPart).with("ContentType", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
		rootRelsPart: element("Relationship").with("Id", "cchcDau").with("Target", customPart).
			with("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"),
	} {
		if bytes.Contains(parts[name], []byte(customPart)) {
			continue
		}
		root, err := parse(parts[name])
		if err != nil {
			return broken(name, err)
		}
		root.children = append(root.children, add)
		parts[name] = root.bytes()
	}
	return nil
}
