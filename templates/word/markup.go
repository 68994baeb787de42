package word

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// node is an element of a part's markup, or a text where it has no name. Prefixes stay as they are written, so that a part is written
// again as it was.
type node struct {
	name     string // "w:p"
	attrs    []xml.Attr
	children []*node
	text     string
}

// element makes one by hand.
func element(name string, children ...*node) *node { return &node{name: name, children: children} }

func textNode(text string) *node { return &node{text: text} }

// parse reads a part, with the doubts of [walk].
func parse(part []byte) (*node, error) {
	if err := walk(part, nobody{}); err != nil {
		return nil, err
	}
	decoder := xml.NewDecoder(bytes.NewReader(part))
	root := &node{}
	open := []*node{root}
	for {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		last := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{name: prefixed(token.Name), attrs: slices.Clone(token.Attr)}
			last.children = append(last.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.children = append(last.children, textNode(string(token)))
		}
	}
	for _, n := range root.children {
		if n.name != "" {
			return n, nil
		}
	}
	return nil, errors.New("không có nội dung")
}

// nobody is told of the markup, and takes it as it is.
type nobody struct{}

func (nobody) start(xml.StartElement) error { return nil }
func (nobody) end(string) error             { return nil }
func (nobody) text(string)                  {}

func prefixed(name xml.Name) string {
	if name.Space == "" {
		return name.Local
	}
	return name.Space + ":" + name.Local
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// bytes is the part of which the node is the root.
func (n *node) bytes() []byte {
	var b bytes.Buffer
	b.WriteString(xmlHead)
	n.write(&b)
	return b.Bytes()
}

func (n *node) write(b *bytes.Buffer) {
	if n.name == "" {
		_ = xml.EscapeText(b, []byte(n.text)) // a buffer takes everything
		return
	}
	b.WriteString("<" + n.name)
	for _, a := range n.attrs {
		b.WriteString(" " + prefixed(a.Name) + `="`)
		_ = xml.EscapeText(b, []byte(a.Value))
		b.WriteString(`"`)
	}
	if len(n.children) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteString(">")
	for _, child := range n.children {
		child.write(b)
	}
	b.WriteString("</" + n.name + ">")
}

// is says that the node is an element of that name, whatever its prefix.
func (n *node) is(local string) bool {
	return n.name == local || strings.HasSuffix(n.name, ":"+local)
}

// with gives the node an attribute.
func (n *node) with(name, value string) *node {
	for i := range n.attrs {
		if prefixed(n.attrs[i].Name) == name {
			n.attrs[i].Value = value
			return n
		}
	}
	n.attrs = append(n.attrs, xml.Attr{Name: xml.Name{Local: name}, Value: value})
	return n
}

// clone is a copy that shares nothing.
func (n *node) clone() *node {
	c := *n
	c.attrs = slices.Clone(n.attrs)
	c.children = nil
	for _, child := range n.children {
		c.children = append(c.children, child.clone())
	}
	return &c
}

// child is the first of that name, or nil.
func (n *node) child(local string) *node {
	for _, c := range n.children {
		if c.is(local) {
			return c
		}
	}
	return nil
}
