package lists

import (
	"strings"

	"cchc/scoring/problem"
)

// maxCodeDigits is how many digits of a number a workbook keeps.
const maxCodeDigits = 15

// refuses says what is wrong with a cell in a column that holds such things, as far as that is known without the rest of the row;
// "" where nothing is.
func (h contents) refuses(c column, cell gridCell) (problem.Code, []any) {
	switch {
	case cell.kind == mistake:
		return problem.TableCellError, []any{c.name, cell.text}
	case cell.kind == hollow:
		return problem.TableCellNoValue, []any{c.name}
	case cell.kind == otherNumber:
		return problem.TableCellShown, []any{c.name, cell.text}
	case h == codes:
		return refusesCode(c, cell)
	case cell.kind == day && h != days:
		return problem.TableCellDate, []any{c.name, cell.text}
	case cell.kind == percentage && (h == figures || h == criteria):
		return problem.TableCellPercent, []any{c.name, cell.text}
	case h == days && (cell.kind == plainNumber || cell.kind == dressed || cell.kind == percentage):
		return problem.TableCellDay, []any{c.name, withComma(cell.text)}
	case h == contacts && (cell.kind == plainNumber || cell.kind == dressed):
		return problem.TableCellPhone, []any{c.name, withComma(cell.text)}
	}
	return "", nil
}

// refusesCode finds what spreadsheets make of codes: dates, and numbers that have lost their zeros or show an exponent.
func refusesCode(c column, cell gridCell) (problem.Code, []any) {
	whole := cell.number.IsInteger() && len(cell.text) <= maxCodeDigits && !cell.number.IsNegative()
	switch {
	case cell.kind == words, cell.kind == plainNumber && whole:
		return "", nil
	case cell.kind == day:
		return problem.TableCodeRewritten, []any{cell.text, "ngày tháng"}
	}
	return problem.TableCodeRewritten, []any{withComma(cell.text), "số"}
}

func withComma(digits string) string { return strings.ReplaceAll(digits, ".", ",") }
