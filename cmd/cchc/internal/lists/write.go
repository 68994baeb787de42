package lists

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"

	"cchc/cmd/cchc/internal/terminal"
)

// WriteTable writes rows as Excel in Vietnam opens them by a double click: a byte order mark, semicolons, CRLF. Each row is
// one line, and what a terminal would obey is replaced.
func WriteTable(out io.Writer, rows [][]string) error {
	if _, err := io.WriteString(out, "\uFEFF"); err != nil {
		return err
	}
	w := csv.NewWriter(out)
	w.Comma, w.UseCRLF = ';', true
	for _, row := range rows {
		guarded := make([]string, len(row))
		for i, cell := range row {
			guarded[i] = terminal.PlainLine(guard(cell))
		}
		if err := w.Write(guarded); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// guard keeps a spreadsheet from taking a text for a formula: one that begins like it gets an apostrophe. Numbers, negative
// ones too, stay numbers.
func guard(cell string) string {
	start := strings.TrimLeftFunc(cell, func(r rune) bool { return unicode.Is(unicode.Zs, r) || unicode.Is(unicode.Cf, r) })
	if start == "" || !strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(start)[0]) {
		return cell
	}
	if _, number := PlainNumber(strings.TrimPrefix(cell, "-"), ","); number {
		return cell
	}
	return "'" + cell
}
