package xlsx

import "bytes"

// startTag reads a start tag with its attributes and namespaces.
func (m *markup) startTag() error {
	name, after := m.name(m.pos + 1)
	if len(name) == 0 || len(m.open) == 0 && m.rooted {
		return m.fail("thẻ mở sai chỗ")
	}
	if len(m.open) >= maxDepth {
		return m.fail("lồng quá sâu")
	}
	m.rooted, m.pos = true, after
	if err := m.attributes(); err != nil {
		return err
	}
	switch rest := m.data[m.pos:]; {
	case hasPrefix(rest, "/>"):
		m.pos, m.empty = m.pos+2, true
	case hasPrefix(rest, ">"):
		m.pos++
	default:
		return m.fail("thẻ mở không đóng")
	}
	return m.enter(name)
}

// endTag closes the element on top.
func (m *markup) endTag() error {
	if m.endsTop() {
		return nil
	}
	name, after := m.name(m.pos + 2)
	if len(m.open) == 0 || !bytes.Equal(name, m.open[len(m.open)-1].name) {
		return m.fail("thẻ đóng %q không khớp", name)
	}
	after = m.spaces(after)
	if after == len(m.data) || m.data[after] != '>' {
		return m.fail("thẻ đóng %q sai", name)
	}
	m.pos, m.closing = after+1, true
	return nil
}

// endsTop closes the element on top if its end tag is just what comes, as nearly always.
func (m *markup) endsTop() bool {
	if len(m.open) == 0 {
		return false
	}
	name := m.open[len(m.open)-1].name
	end := m.pos + 2 + len(name)
	if end >= len(m.data) || m.data[end] != '>' || string(m.data[m.pos+2:end]) != string(name) {
		return false
	}
	m.pos, m.closing = end+1, true
	return true
}

// attributes reads name="value" pairs up to the tag's end. A name may stand once.
func (m *markup) attributes() error {
	m.attrs, m.spaced = m.attrs[:0], false
	for {
		at := m.spaces(m.pos)
		name, after := m.name(at)
		if len(name) == 0 {
			m.pos = at
			return nil
		}
		if at == m.pos || len(m.attrs) == maxAttributes {
			return m.fail("thuộc tính sai hoặc quá nhiều")
		}
		m.pos = at
		if err := m.attribute(name, after); err != nil {
			return err
		}
	}
}

// attribute reads ="value" after a name and keeps the pair.
func (m *markup) attribute(name []byte, at int) error {
	at = m.spaces(at)
	if at == len(m.data) || m.data[at] != '=' {
		return m.fail("thuộc tính %q không có giá trị", name)
	}
	value, plain, after, ok := m.quoted(m.spaces(at + 1))
	if !ok {
		return m.fail("giá trị của %q sai", name)
	}
	prefix, local, ok := splitName(name)
	if !ok || m.has(prefix, local) {
		return m.fail("thuộc tính %q sai hoặc lặp lại", name)
	}
	m.attrs = append(m.attrs, attribute{prefix, local, value, plain})
	m.spaced = m.spaced || len(prefix) > 0 || string(local) == "xmlns"
	m.pos = after
	return nil
}

// quoted reads a value between quotes, in which "<" may not stand and "&" begins a reference.
func (m *markup) quoted(at int) (value []byte, plain bool, after int, ok bool) {
	if at == len(m.data) || m.data[at] != '"' && m.data[at] != '\'' {
		return nil, false, at, false
	}
	plain = true
	for end := at + 1; end < len(m.data); end++ {
		switch m.data[end] {
		case m.data[at]:
			value = m.data[at+1 : end]
			return value, plain, end + 1, plain || validReferences(value)
		case '<':
			return nil, false, at, false
		case '&', '\r':
			plain = false
		}
	}
	return nil, false, at, false
}

func (m *markup) has(prefix, local []byte) bool {
	for i := range m.attrs {
		if a := &m.attrs[i]; bytes.Equal(a.local, local) && bytes.Equal(a.prefix, prefix) {
			return true
		}
	}
	return false
}

// enter puts an element on the stack, with the namespaces that it declares.
func (m *markup) enter(name []byte) error {
	prefix, local, ok := splitName(name)
	if !ok {
		return m.fail("tên thẻ %q sai", name)
	}
	m.open = append(m.open, element{name: name, local: local})
	if m.spaced {
		if err := m.declareAll(); err != nil {
			return err
		}
	}
	space, bound := m.space(prefix)
	if !bound {
		return m.fail("tiền tố %q chưa khai báo", prefix)
	}
	m.open[len(m.open)-1].space = space
	return nil
}

// declareAll notes the namespaces that the tag declares, and proves that its attributes' prefixes have one.
func (m *markup) declareAll() error {
	for _, a := range m.attrs {
		if err := m.declare(a); err != nil {
			return err
		}
	}
	for _, a := range m.attrs {
		if _, bound := m.space(a.prefix); !bound {
			return m.fail("tiền tố %q chưa khai báo", a.prefix)
		}
	}
	return nil
}

// declare notes a namespace declaration among the attributes.
func (m *markup) declare(a attribute) error {
	var prefix []byte
	switch {
	case string(a.prefix) == "xmlns":
		prefix = a.local
		if len(a.value) == 0 || string(prefix) == "xml" || string(prefix) == "xmlns" {
			return m.fail("khai báo không gian tên sai")
		}
	case len(a.prefix) == 0 && string(a.local) == "xmlns":
	default:
		return nil
	}
	if len(m.bindings) == maxBindings {
		return m.fail("quá nhiều không gian tên")
	}
	m.bindings = append(m.bindings, binding{prefix, spaceOf(a.text()), len(m.open)})
	return nil
}

// space finds what a prefix means here. No prefix means the default namespace, or none.
func (m *markup) space(prefix []byte) (space, bool) {
	for i := len(m.bindings) - 1; i >= 0; i-- {
		if bytes.Equal(m.bindings[i].prefix, prefix) {
			return m.bindings[i].space, true
		}
	}
	reserved := string(prefix) == "xml" || string(prefix) == "xmlns"
	return spaceOther, len(prefix) == 0 || reserved
}

// name reads a name at a place. Only ASCII names are taken: no part that we need has others.
func (m *markup) name(at int) (name []byte, after int) {
	after = at
	for after < len(m.data) && isNameByte(m.data[after]) {
		after++
	}
	if after > at && !isNameStart(m.data[at]) {
		return nil, at
	}
	return m.data[at:after], after
}

func (m *markup) spaces(at int) int {
	for at < len(m.data) && isSpace(m.data[at]) {
		at++
	}
	return at
}

// splitName parts "x:row" into prefix and local name.
func splitName(name []byte) (prefix, local []byte, ok bool) {
	colon := 0
	for colon < len(name) && name[colon] != ':' {
		colon++
	}
	if colon == len(name) {
		return nil, name, true
	}
	prefix, local = name[:colon], name[colon+1:]
	return prefix, local, len(prefix) > 0 && len(local) > 0 && isNameStart(local[0]) && local[0] != ':' && bytes.IndexByte(local, ':') < 0
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

func isNameStart(c byte) bool { return nameBytes[c] == startsName }

func isNameByte(c byte) bool { return nameBytes[c] > 0 }

// nameBytes says of each byte whether it may stand in a name, and begin it.
var nameBytes = func() (all [256]uint8) {
	for c := range all {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_', c == ':':
			all[c] = startsName
		case '0' <= c && c <= '9', c == '-', c == '.':
			all[c] = inName
		}
	}
	return all
}()

const inName, startsName = 1, 2
