package rules

import "strings"

// scanner follows a text line by line just far enough to tell structure from quoted text, block text and comments.
// It serves the search for treacherous characters and for the line at which a file stops being YAML; what the text
// means is the library's business. Where it errs, a message points elsewhere, and no value changes.
type scanner struct {
	quote    rune // the quotation mark that is open, or 0
	brackets int  // how many of [ and { are open
	block    int  // lines further in than this are block text; -1 outside
	fresh    bool // the next letter begins a value or a key
	entry    int  // where the innermost entry of the line begins
	comment  bool // the rest of the line is a comment
	skip     bool // the next letter belongs to an escape
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

// isBlockHeader says that what follows a | or > in its line makes it the head of block text.
func isBlockHeader(rest []rune) bool {
	for i, r := range rest {
		if strings.ContainsRune("-+0123456789 ", r) {
			continue
		}
		return r == '#' && rest[max(0, i-1)] == ' '
	}
	return true
}

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
	s.block, s.fresh, s.comment, s.entry = -1, s.quote == 0, false, indent
	for i := 0; i < len(letters); i++ {
		if s.comment || s.quote != 0 {
			visit(i, letters[i], quoted)
			if s.skip {
				s.skip = false
			} else {
				s.text(letters[i], letterAt(letters, i+1))
			}
			continue
		}
		visit(i, letters[i], s.contentOf(letters[i]))
		s.structure(letters, i)
	}
	s.skip = false
}

// text goes on by one letter within quotation marks or a comment.
func (s *scanner) text(r, next rune) {
	switch {
	case s.comment:
	case s.quote == '"' && r == '\\', s.quote == '\'' && r == '\'' && next == '\'':
		s.skip = true
	case r == s.quote:
		s.quote, s.fresh = 0, false
	}
}

// structure goes on by one letter outside of them.
func (s *scanner) structure(letters []rune, i int) {
	r, next := letters[i], letterAt(letters, i+1)
	begins := s.fresh && s.brackets == 0
	switch {
	case begins && (r == '|' || r == '>') && isBlockHeader(letters[i+1:]):
		s.block = s.entry
		if s.entry == i { // an item of a list is block text itself
			s.block = max(0, i-2)
		}
		s.comment = true // what is left of the line
		return
	case begins && r == '-' && next == ' ':
		s.entry = i + 2
	}
	s.step(r, next, letterAt(letters, i-1))
}

func letterAt(letters []rune, i int) rune {
	if i < 0 || i >= len(letters) {
		return ' '
	}
	return letters[i]
}

func (s *scanner) contentOf(r rune) content {
	if s.fresh && r != ' ' {
		return opening
	}
	return structure
}

// step follows what a letter opens, closes and begins.
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
