package rules

import (
	"regexp"
	"strings"
)

// scanner follows a text line by line just far enough to tell structure from quoted text, block text and comments.
// It serves the search for treacherous characters and for the line at which a file stops being YAML; what the text
// means is the library's business. Where it errs, a message points elsewhere, and no value changes.
type scanner struct {
	quote    rune // the quotation mark that is open, or 0
	brackets int  // how many of [ and { are open
	block    int  // lines further in than this are block text; -1 outside
	fresh    bool // the next letter begins a value or a key
	comment  bool
}

func newScanner() scanner { return scanner{block: -1} }

// neutral says that no quotation mark or bracket is open.
func (s *scanner) neutral() bool { return s.quote == 0 && s.brackets == 0 }

// content is what a letter belongs to.
type content int

const (
	structure content = iota // keys, indicators and unquoted text
	opening                  // the same, first letter of a key or value
	quoted                   // text in quotation marks, block text, and comments
)

var blockHeader = regexp.MustCompile(`^[|>][-+0-9]* *(#.*)?$`)

// line takes the next line and says for each of its letters what it belongs to.
func (s *scanner) line(text string, visit func(i int, r rune, in content)) {
	letters := []rune(text)
	indent := len(text) - len(strings.TrimLeft(text, " "))
	if s.block >= 0 && (indent > s.block || indent == len(text)) {
		for i, r := range letters {
			visit(i, r, quoted)
		}
		return
	}
	s.block, s.fresh, s.comment = -1, s.quote == 0, false
	first := indent // where the innermost entry of this line begins
	for i := 0; i < len(letters); i++ {
		r, next := letters[i], letterAt(letters, i+1)
		if s.comment || s.quote != 0 {
			visit(i, r, quoted)
			if s.escapes(r, next) {
				i++
				visit(i, next, quoted)
			} else if r == s.quote {
				s.quote, s.fresh = 0, false
			}
			continue
		}
		visit(i, r, s.contentOf(r))
		if s.fresh && s.brackets == 0 && r == '-' && next == ' ' {
			first = i + 2
		}
		if s.fresh && s.brackets == 0 && (r == '|' || r == '>') && blockHeader.MatchString(string(letters[i:])) {
			s.block = max(0, first)
			if first == i {
				s.block = max(0, i-2)
			}
			s.comment = true
			continue
		}
		s.step(r, next, letterAt(letters, i-1))
	}
}

func letterAt(letters []rune, i int) rune {
	if i < 0 || i >= len(letters) {
		return ' '
	}
	return letters[i]
}

// escapes says that the letter and the next one stand for one letter inside the open quotation marks.
func (s *scanner) escapes(r, next rune) bool {
	return !s.comment && (s.quote == '"' && r == '\\' || s.quote == '\'' && r == '\'' && next == '\'')
}

func (s *scanner) contentOf(r rune) content {
	if s.fresh && r != ' ' {
		return opening
	}
	return structure
}

// step goes on by one letter of structure.
func (s *scanner) step(r, next, before rune) {
	fresh := false
	switch r {
	case ' ':
		fresh = s.fresh
	case '#':
		s.comment = before == ' '
	case '"', '\'':
		if s.fresh {
			s.quote = r
		}
	case '[', '{':
		fresh = s.fresh
		if s.fresh {
			s.brackets++
		}
	case ']', '}':
		s.brackets = max(0, s.brackets-1)
	case ',':
		fresh = s.brackets > 0
	case ':':
		fresh = next == ' '
	case '-', '?':
		fresh = s.fresh && next == ' '
	}
	s.fresh = fresh
}
