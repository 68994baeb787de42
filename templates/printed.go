package templates

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"cchc/templates/draft"
)

// Beside the form a workbook has sheets that the program prints and nobody reads again: they are written anew the next time. So
// that what somebody typed there does not vanish without a word, the hidden sheet keeps a sum of each of their cells.

// FixedPrinted begins the names of the lines that keep them; the sheet's name and the number of the line follow.
const FixedPrinted = "in_san:"

// Printed are the sums of a sheet's cells as it was printed: by row and column, both from 1.
type Printed struct{ rows [][]string }

// The marks of cells without a sum, and what parts the sums.
const (
	MeantForTyping = "*" // people fill in the cell
	byFormula      = "=" // before the sum of what a formula comes to
	nothingPrinted = "."
	betweenCells   = ","
	betweenRows    = ";"
)

// PrintedSum is the same for cells that say the same, whatever program wrote them: "" for one that says nothing.
func PrintedSum(text string) string {
	if text = singleSpaced(text); text == "" {
		return ""
	}
	if d, ok := plainNumber(text); ok {
		const exact = 9 // decimals; what a float adds lies below
		text = d.Round(exact).String()
	}
	sum := crc32.ChecksumIEEE([]byte(text))
	return base64.RawURLEncoding.EncodeToString([]byte{byte(sum >> 16), byte(sum >> 8), byte(sum)})
}

// singleSpaced is a text with one plain space between its words, and none around them. Most texts are so as they stand.
func singleSpaced(text string) string {
	before := ' '
	for _, r := range text {
		if unicode.IsSpace(r) && (r != ' ' || before == ' ') {
			return strings.Join(strings.Fields(text), " ")
		}
		before = r
	}
	return strings.TrimSuffix(text, " ")
}

// plainNumber reads a number as files spell them.
func plainNumber(text string) (d decimal.Decimal, ok bool) {
	const longest, largest = 40, 100
	if len(text) > longest || strings.Trim(text, "0123456789.+-eE") != "" {
		return d, false
	}
	d, err := decimal.NewFromString(text)
	return d, err == nil && -largest < d.Exponent() && d.Exponent() < largest
}

// printedLines keep the sums of a sheet, in lines that a cell holds. What people are to fill in has none.
func printedLines(s *draft.Sheet, open bool) []NamedValue {
	cells := slices.Clone(s.Whole().Cells)
	slices.SortStableFunc(cells, func(a, b draft.Cell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) })
	var out strings.Builder
	row, col := 1, 1
	for _, cell := range cells {
		text, number := printed(cell.Value)
		if number.Valid {
			text = number.Decimal.String()
		}
		sum := cmp.Or(PrintedSum(text), nothingPrinted)
		switch {
		case cell.Style.Unlocked && open:
			sum = MeantForTyping
		case cell.Formula != "":
			sum = byFormula + sum
		}
		for ; row < cell.Row; row, col = row+1, 1 {
			out.WriteString(betweenRows)
		}
		for ; col < cell.Col; col++ {
			out.WriteString(betweenCells)
		}
		out.WriteString(sum)
	}
	var lines []NamedValue
	for text := out.String(); text != ""; {
		most := min(len(text), longestKept)
		lines = append(lines, NamedValue{fmt.Sprintf("%s%s:%d", FixedPrinted, s.Name, len(lines)+1), text[:most]})
		text = text[most:]
	}
	return lines
}

// RecallPrinted reads the sums of a sheet from the lines of a hidden sheet, by name; ok is false where it keeps none.
func RecallPrinted(fixed map[string]string, sheet string) (p Printed, ok bool) {
	var text strings.Builder
	for n := 1; ; n++ {
		line, more := fixed[fmt.Sprintf("%s%s:%d", FixedPrinted, sheet, n)]
		if !more {
			break
		}
		text.WriteString(line)
	}
	if text.Len() == 0 {
		return p, false
	}
	for _, row := range strings.Split(text.String(), betweenRows) {
		p.rows = append(p.rows, strings.Split(row, betweenCells))
	}
	return p, true
}

// At is the sum of what was printed at a place, "" for nothing; formula says that a formula came to it.
func (p Printed) At(row, col int) (sum string, formula bool) {
	if row > len(p.rows) || col > len(p.rows[row-1]) || p.rows[row-1][col-1] == nothingPrinted {
		return "", false
	}
	return strings.CutPrefix(p.rows[row-1][col-1], byFormula)
}

// Counts says how many cells of each sum were printed.
func (p Printed) Counts() map[string]int {
	counts := map[string]int{}
	for _, row := range p.rows {
		for _, sum := range row {
			if sum != "" && sum != nothingPrinted && sum != MeantForTyping {
				counts[strings.TrimPrefix(sum, byFormula)]++
			}
		}
	}
	return counts
}
