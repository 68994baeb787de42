package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
)

// Lines writes objects, one a line. What a terminal would obey is escaped, so that it shows there and reads back as it was.
type Lines struct{ Out io.Writer }

func (w Lines) Write(object any) error {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(object); err != nil {
		return err
	}
	_, err := w.Out.Write(escapedControls(line.Bytes()))
	return err
}

// escapedControls escapes the control characters that JSON lets stand, and the marks that turn the direction of writing; in JSON
// both stand inside texts only.
func escapedControls(line []byte) []byte {
	if !bytes.ContainsFunc(line, obeyed) {
		return line
	}
	var out bytes.Buffer
	for _, r := range string(line) {
		if obeyed(r) {
			fmt.Fprintf(&out, `\u%04x`, r)
		} else {
			out.WriteRune(r)
		}
	}
	return out.Bytes()
}

func obeyed(r rune) bool {
	return r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == 0xFEFF
}
