package lists

import (
	"encoding/csv"
	"errors"
	"strings"

	"golang.org/x/text/unicode/norm"

	"cchc/scoring/problem"
)

// textGrid reads a table as Excel saves it as text: UTF-8 with or without a byte order mark or UTF-16, divided by semicolons,
// commas or tabs, or by what its first line says.
func textGrid(data []byte) grid {
	if len(data) > maxTable {
		return grid{faults: []fault{{code: problem.TableTooLarge, args: []any{maxTable >> 20}}}}
	}
	text, wrong := decodeText(data)
	if wrong != "" {
		return grid{faults: []fault{{code: problem.TableEncoding, args: []any{wrong, remedyOf(wrong)}}}}
	}
	text, comma := divided(text)
	lines := csv.NewReader(strings.NewReader(text))
	lines.Comma, lines.FieldsPerRecord = comma, -1
	var g grid
	for {
		cells, err := lines.Read()
		var quote *csv.ParseError
		switch {
		case errors.As(err, &quote):
			g.faults = append(g.faults, fault{line: quote.Line, code: problem.TableQuote})
			return g
		case err != nil: // the end: nothing else can fail
			return g
		}
		line, _ := lines.FieldPos(0)
		row := gridRow{number: line}
		for i, cell := range cells {
			if text := Tidy(cell); text != "" {
				row.cells = append(row.cells, gridCell{column: i + 1, text: text})
			}
		}
		if len(row.cells) > 0 {
			g.rows = append(g.rows, row)
		}
	}
}

// Tidy is a cell's text as it compares: composed letters, no blanks around it.
func Tidy(cell string) string {
	return strings.TrimSpace(strings.ReplaceAll(norm.NFC.String(cell), "\u00A0", " "))
}
