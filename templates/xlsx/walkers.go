package xlsx

import "bytes"

// top is the element that the scanner stands in; valid after a start and until the token after its end.
func (m *markup) top() element { return m.open[len(m.open)-1] }

// at reports whether the scanner stands in an element of the main namespace by this name.
func (m *markup) at(local string) bool {
	top := &m.open[len(m.open)-1]
	return top.space == spaceMain && string(top.local) == local
}

// root moves to the root element and reports an error if it is another than expected.
func (m *markup) root(space space, local string) error {
	t, err := m.next()
	if err != nil {
		return err
	}
	if t != tokenStart || m.top().space != space || string(m.top().local) != local {
		return m.fail("phần tử gốc không phải %s", local)
	}
	return nil
}

// end proves that nothing follows the root element.
func (m *markup) end() error {
	t, err := m.next()
	if err == nil && t != tokenEOF {
		err = m.fail("còn nội dung sau phần tử gốc")
	}
	return err
}

// children calls visit for each child element of the one it stands in, up to its end. Visit must consume the child. Text
// between them is an error: no reader could say what it means there.
func (m *markup) children(visit func() error) error {
	for {
		t, err := m.next()
		if err != nil || t == tokenEnd {
			return err
		}
		if t == tokenText && len(bytes.Trim(m.text, " \t\r\n")) > 0 {
			return m.fail("chữ lạc giữa các phần tử")
		}
		if t != tokenStart {
			continue
		}
		if err := visit(); err != nil {
			return err
		}
	}
}

// skip passes over the rest of the element, well-formed as all else.
func (m *markup) skip() error {
	for depth := 1; depth > 0; {
		t, err := m.next()
		if err != nil {
			return err
		}
		switch t {
		case tokenStart:
			depth++
		case tokenEnd:
			depth--
		}
	}
	return nil
}

// content appends the text of the element to dst, up to its end. An element in it is an error, and so is more text than
// a cell can hold.
func (m *markup) content(dst []byte) ([]byte, error) {
	for raw := 0; ; {
		t, err := m.next()
		if err != nil || t == tokenEnd {
			return dst, err
		}
		if t == tokenStart {
			return dst, m.fail("phần tử lạ %q", m.top().name)
		}
		if raw += len(m.text); raw > maxRawText {
			return dst, m.badText(tooLongText)
		}
		dst = m.appendText(dst)
	}
}

// appendText appends the text just read to dst.
func (m *markup) appendText(dst []byte) []byte {
	if m.plain {
		return append(dst, m.text...)
	}
	return appendDecoded(dst, m.text, m.literal)
}

// attr finds an attribute without prefix of the start tag just read.
func (m *markup) attr(local string) (value []byte, ok bool) {
	for i := range m.attrs {
		if a := &m.attrs[i]; len(a.prefix) == 0 && string(a.local) == local {
			return a.text(), true
		}
	}
	return nil, false
}

// relation is the r:id of the start tag just read; "" if there is none or more than one.
func (m *markup) relation() string {
	id := ""
	for _, a := range m.attrs {
		if space, _ := m.space(a.prefix); len(a.prefix) == 0 || space != spaceRelation || string(a.local) != "id" {
			continue
		}
		if id != "" {
			return ""
		}
		id = string(a.text())
	}
	return id
}

// flatten appends the text of the element and of all in it to dst, up to its end; as much as a cell can hold.
func (m *markup) flatten(dst []byte) ([]byte, error) {
	for depth := 1; depth > 0; {
		t, err := m.next()
		if err != nil {
			return dst, err
		}
		switch t {
		case tokenStart:
			depth++
		case tokenEnd:
			depth--
		case tokenText:
			if len(dst)+len(m.text) > maxRawText {
				return dst, m.badText(tooLongText)
			}
			dst = m.appendText(dst)
		}
	}
	return dst, nil
}
