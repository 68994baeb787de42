package xlsx

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Bounds of one part's markup. Real workbooks nest some 15 deep and carry some 30 attributes and namespaces at most.
const (
	maxDepth      = 100
	maxAttributes = 64
	maxBindings   = 64
)

// token is what the scanner stands on.
type token int

const (
	tokenEnd   token = iota // the end of an element
	tokenStart              // the start of an element
	tokenText               // character data between tags
	tokenEOF                // the end of the part, everything closed
)

// errMarkup is wrapped by every error of the scanner.
var errMarkup = errors.New("lỗi XML")

// attribute is one attribute as it stands: the value is not decoded yet. It is plain if its characters stand for themselves.
type attribute struct {
	prefix, local, value []byte
	plain                bool
}

// text is the attribute's value, decoded.
func (a *attribute) text() []byte {
	if a.plain {
		return a.value
	}
	return decode(a.value)
}

// binding is a namespace declaration; it ends with the element at its depth.
type binding struct {
	prefix []byte
	space  space
	depth  int
}

// element is an open element.
type element struct {
	name  []byte
	local []byte
	space space
}

// markup is a pull scanner over one XML part. It hands out slices of the part, takes UTF-8 without DOCTYPE only, and
// goes wrong on anything that is not well-formed, also in what its caller skips.
type markup struct {
	data     []byte
	pos      int
	open     []element
	bindings []binding
	attrs    []attribute
	text     []byte // of a tokenText, as it stands
	spaced   bool   // an attribute has a prefix or declares a namespace
	plain    bool   // the text's characters stand for themselves
	literal  bool   // the text is of a CDATA section
	empty    bool   // the start tag closes itself: the end comes next
	closing  bool   // the top element is to be taken off the stack at the next token
	rooted   bool   // the root element has begun
	composed []byte // space for composing a text's letters
}

// newMarkup begins a part: its encoding, its characters and its XML declaration are checked here.
func newMarkup(data []byte) (*markup, error) {
	m := &markup{data: bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))}
	switch at, fault := badCharacter(m.data); fault {
	case notUTF8:
		m.pos = at
		return nil, m.fail("không phải UTF-8")
	case forbidden:
		m.pos = at
		char, _ := utf8.DecodeRune(m.data[at:])
		return nil, m.badText(fmt.Sprintf("ký tự điều khiển U+%04X", char))
	}
	if hasPrefix(m.data, "<?xml") && len(m.data) > 5 && isSpace(m.data[5]) {
		return m, m.declaration()
	}
	return m, nil
}

// fault is what is wrong with a character.
type fault int

const (
	noFault fault = iota
	notUTF8
	forbidden // by XML
)

// badCharacter finds the first character that XML can't carry. Most of a part is ASCII, and is looked at eight bytes at once.
func badCharacter(data []byte) (at int, what fault) {
	for at < len(data) {
		if at+8 <= len(data) && harmless(binary.LittleEndian.Uint64(data[at:])) {
			at += 8
			continue
		}
		char, size := utf8.DecodeRune(data[at:])
		switch {
		case char == utf8.RuneError && size == 1:
			return at, notUTF8
		case !legal(char):
			return at, forbidden
		}
		at += size
	}
	return at, noFault
}

// harmless says of eight bytes that all are ASCII and none is below a space.
func harmless(eight uint64) bool {
	const each, high = 0x0101010101010101, 0x8080808080808080
	return ((eight-' '*each)|eight)&high == 0
}

func (m *markup) fail(format string, args ...any) error {
	return fmt.Errorf("%w ở byte %d: %s", errMarkup, m.pos, fmt.Sprintf(format, brief(args)...))
}

// next moves to the next token. After an error the scanner is not to be used.
func (m *markup) next() (token, error) {
	if m.closing {
		m.pop()
	}
	if m.empty {
		m.empty, m.closing = false, true
		return tokenEnd, nil
	}
	for m.pos < len(m.data) {
		if m.data[m.pos] != '<' {
			if kept, err := m.characters(); err != nil || kept {
				return tokenText, err
			}
			continue
		}
		if t, done, err := m.tag(); err != nil || done {
			return t, err
		}
	}
	if len(m.open) > 0 || !m.rooted {
		return tokenEOF, m.fail("kết thúc giữa chừng")
	}
	return tokenEOF, nil
}

// pop takes the closed element and its namespaces off.
func (m *markup) pop() {
	m.closing = false
	depth := len(m.open)
	for n := len(m.bindings); n > 0 && m.bindings[n-1].depth == depth; n-- {
		m.bindings = m.bindings[:n-1]
	}
	m.open = m.open[:depth-1]
}

// tag reads what begins with "<"; done is false for comments and instructions, which are passed over.
func (m *markup) tag() (t token, done bool, err error) {
	rest := m.data[m.pos:]
	switch {
	case hasPrefix(rest, "</"):
		return tokenEnd, true, m.endTag()
	case len(rest) > 1 && isNameStart(rest[1]):
		return tokenStart, true, m.startTag()
	case hasPrefix(rest, "<!--"):
		return 0, false, m.comment()
	case hasPrefix(rest, "<![CDATA["):
		return tokenText, true, m.cdata()
	case hasPrefix(rest, "<!"):
		return 0, false, m.fail("DOCTYPE hoặc khai báo lạ")
	case hasPrefix(rest, "<?"):
		return 0, false, m.instruction()
	}
	return 0, false, m.fail("thẻ mở sai chỗ")
}

// characters reads text up to the next tag. Outside the root only white space may stand, and is not kept.
func (m *markup) characters() (kept bool, err error) {
	rest := m.data[m.pos:]
	end := bytes.IndexByte(rest, '<')
	if end < 0 {
		end = len(rest)
	}
	m.text, m.plain, m.literal = rest[:end], plainText(rest[:end]), false
	if len(m.open) == 0 {
		if len(bytes.Trim(m.text, " \t\r\n")) > 0 {
			return false, m.fail("chữ nằm ngoài phần tử gốc")
		}
		m.pos += end
		return false, nil
	}
	if !m.plain && bytes.Contains(m.text, []byte("]]>")) {
		return false, m.fail("có ]]> trong chữ")
	}
	if !m.plain && !validReferences(m.text) {
		return false, m.fail("tham chiếu ký tự lạ")
	}
	m.pos += end
	return true, nil
}

func (m *markup) cdata() error {
	start := m.pos + len("<![CDATA[")
	end := bytes.Index(m.data[start:], []byte("]]>"))
	if end < 0 || len(m.open) == 0 {
		return m.fail("CDATA sai chỗ hoặc không đóng")
	}
	m.text, m.plain, m.literal = m.data[start:start+end], false, true
	m.pos = start + end + len("]]>")
	return nil
}

func (m *markup) comment() error {
	start := m.pos + len("<!--")
	end := bytes.Index(m.data[start:], []byte("--"))
	if end < 0 || !hasPrefix(m.data[start+end:], "-->") {
		return m.fail("chú thích không đóng")
	}
	m.pos = start + end + len("-->")
	return nil
}

// instruction passes over a processing instruction, which no reader of a workbook obeys.
func (m *markup) instruction() error {
	end := bytes.Index(m.data[m.pos:], []byte("?>"))
	name, after := m.name(m.pos + 2)
	if end < 0 || len(name) == 0 || bytes.EqualFold(name, []byte("xml")) || bytes.IndexByte(name, ':') >= 0 {
		return m.fail("chỉ thị xử lý sai")
	}
	if at := m.pos + end; after != at && !isSpace(m.data[after]) {
		return m.fail("chỉ thị xử lý sai")
	}
	m.pos += end + len("?>")
	return nil
}

// declaration reads <?xml version="1.0" encoding="UTF-8" standalone="yes"?>.
func (m *markup) declaration() error {
	end := bytes.Index(m.data, []byte("?>"))
	if end < 0 {
		return m.fail("khai báo XML không đóng")
	}
	m.pos = len("<?xml")
	if err := m.attributes(); err != nil {
		return err
	}
	if m.pos != end {
		return m.fail("khai báo XML sai")
	}
	for _, a := range m.attrs {
		if !declares(a) {
			return m.fail("khai báo XML lạ: %s=%q", a.local, a.value)
		}
	}
	m.pos = end + len("?>")
	return nil
}

// declares reports whether a pseudo-attribute of the XML declaration is one that we read by.
func declares(a attribute) bool {
	switch string(a.local) {
	case "version":
		return string(a.value) == "1.0"
	case "encoding":
		return bytes.EqualFold(a.value, []byte("UTF-8"))
	case "standalone":
		return string(a.value) == "yes" || string(a.value) == "no"
	}
	return false
}
