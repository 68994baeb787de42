package reader

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates/xlsx"
)

// dayAnswer reads a day: a cell that shows one, or a text as the form asks for it. A number that no format makes a day is none, and in
// a workbook whose days count from 1904 nobody knows which one is meant.
func (r *reader) dayAnswer(in expr.Input, c xlsx.Cell) (expr.Answer, *problem.Problem) {
	if p := unusable(in.Label, c); p != nil {
		return expr.Answer{}, p
	}
	if c.Kind == xlsx.Text {
		d, ok := expr.ParseDay(dayText(c))
		if !ok {
			return expr.Answer{}, notDay(in.Label, c)
		}
		return expr.NumberAnswer(d), nil
	}
	d, err := xlsx.ParseNumber(c.Text)
	switch {
	case err != nil:
		return expr.Answer{}, cellProblem(problem.CellBadNumber, in.Label, quote(c.Text))
	case c.Format != xlsx.FormatDate:
		return expr.Answer{}, cellProblem(problem.CellDayPlain, in.Label, shown(c.Text), meantDay(d))
	case r.book.file.CountsFrom1904():
		return expr.Answer{}, cellProblem(problem.CellDay1904, in.Label, shown(c.Text))
	case !d.IsInteger() && expr.IsDay(d.Floor()):
		return expr.Answer{}, cellProblem(problem.CellDayHour, in.Label, expr.FormatDay(d.Floor()))
	case !expr.IsDay(d):
		return expr.Answer{}, cellProblem(problem.CellDayOld, in.Label, shown(c.Text))
	}
	return expr.NumberAnswer(d), nil
}

// dayText is what a text says as a day, without an hour that is none: some programs write a date out as a text.
func dayText(c xlsx.Cell) string {
	text := strings.TrimSpace(c.Text)
	if c.Format == xlsx.FormatDate {
		text = strings.TrimSuffix(strings.TrimSuffix(text, "Z"), "T00:00:00")
	}
	return text
}

// notDay refuses a text, with the day that it may have meant: month before day.
func notDay(label string, c xlsx.Cell) *problem.Problem {
	if parts := strings.Split(dayText(c), "/"); len(parts) == 3 {
		if d, ok := expr.ParseDay(parts[1] + "/" + parts[0] + "/" + parts[2]); ok {
			return cellProblem(problem.CellDayTurned, label, quote(c.Text), expr.FormatDay(d))
		}
	}
	return cellProblem(problem.CellNoDay, label, quote(c.Text))
}

func meantDay(d decimal.Decimal) string {
	if !expr.IsDay(d) {
		return ""
	}
	return "; có phải là " + expr.FormatDay(d) + "?"
}

// dayNote says how a day was read that stands there as a text: the form's own formula cannot read it.
func dayNote(in expr.Input, a expr.Answer, c xlsx.Cell) *problem.Problem {
	d, ok := a.Number()
	if !ok || in.Kind != expr.DateInput || c.Kind != xlsx.Text {
		return nil
	}
	return cellProblem(problem.CellDayText, in.Label, quote(c.Text), expr.FormatDay(d))
}
