// Package terminal is what people see of the program in a window: quoting, tables, progress, and the manners of a console that is
// there for this program alone.
//
// Whatever comes from a file goes through [Quoted], [Plain] or [PlainLine] before it is shown, so that nothing in a name or a
// cell can draw on the screen. [UsageError], made by [Misuse], is a command
// line that can't be carried out, with what to do instead.
package terminal

import (
	"fmt"
	"strings"
	"unicode"
)

// Quoted marks what was found “thus”, in one line. What to type is quoted "thus": whoever copies a command must not copy the
// other marks.
func Quoted(text string) string {
	return "“" + strings.Join(strings.FieldsFunc(Plain(text), func(r rune) bool { return r == '\n' || r == '\t' }), " ") + "”"
}

// Plain keeps text for a terminal free of control characters and of marks that turn the direction of writing,
// so that nothing in a file's name or a cell can draw on the screen.
func Plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == 0x2028, r == 0x2029, r == 0xFEFF:
			return '�'
		}
		return r
	}, text)
}

// PlainLine is plain for what must stay in its line, as the name of a file: a line of its own could say anything.
func PlainLine(text string) string {
	return strings.NewReplacer("\n", "�", "\t", "�").Replace(Plain(text))
}

// InBrackets puts a remark behind what it is about; nothing where there is none.
func InBrackets(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

// UsageError is a command line that cannot be carried out, with what to do instead.
type UsageError struct{ text string }

func (e UsageError) Error() string { return e.text }

// Misuse makes one.
func Misuse(format string, args ...any) error { return UsageError{fmt.Sprintf(format, args...)} }
