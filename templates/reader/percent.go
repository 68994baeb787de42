package reader

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// percentAnswer reads a percentage. A cell that shows per cent holds 0.9 for 90; a text says 90% itself. A number whose cell has lost
// that format is taken only where it can be but one of both.
func percentAnswer(in expr.Input, c xlsx.Cell) (expr.Answer, *problem.Problem) {
	if c.Kind == xlsx.Text {
		if d, ok := percentText(c.Text); ok {
			return expr.NumberAnswer(d), nil
		}
	}
	if c.Kind == xlsx.Number && c.Format == xlsx.FormatPercent {
		c.Format = xlsx.FormatNumber
		d, p := numberOf(in.Label, c)
		return expr.NumberAnswer(templates.FromCell(in, d)), p
	}
	d, p := numberOf(in.Label, c)
	if p != nil {
		return expr.Answer{}, p
	}
	share := templates.FromCell(in, d)
	switch {
	case !within(in, share):
		return expr.NumberAnswer(d), nil
	case within(in, d) && !d.IsZero():
		return expr.Answer{}, cellProblem(problem.CellPercentUnsure, in.Label, shown(c.Text), expr.FormatNumber(share), expr.FormatNumber(d))
	}
	return expr.NumberAnswer(share), nil
}

// percentText reads "90%" and "90,5 %", as far as it can be but one number.
func percentText(text string) (decimal.Decimal, bool) {
	number, isPercent := strings.CutSuffix(strings.ReplaceAll(strings.TrimSpace(text), "％", "%"), "%")
	meant, ok := xlsx.Meant(number)
	if !isPercent || !ok || strings.Contains(meant, " ") {
		return decimal.Decimal{}, false
	}
	d, err := xlsx.ParseNumber(strings.Replace(meant, ",", ".", 1))
	return d, err == nil
}

// percentNote says how a percentage was read whose cell does not show per cent: the form's own formula read it otherwise, or not at all.
func percentNote(in expr.Input, a expr.Answer, c xlsx.Cell) *problem.Problem {
	d, ok := a.Number()
	switch {
	case !ok || in.Kind != expr.PercentInput:
		return nil
	case c.Kind == xlsx.Text:
		return cellProblem(problem.CellPercentText, in.Label, quote(c.Text), expr.FormatNumber(d))
	case c.Format == xlsx.FormatPercent:
		return nil
	}
	cell, err := xlsx.ParseNumber(c.Text)
	if form := templates.FromCell(in, cell); err == nil && !form.Equal(d) {
		return cellProblem(problem.CellPercentPlain, in.Label, shown(c.Text), expr.FormatNumber(form))
	}
	return nil
}

// within says that a number is one that the answer may be.
func within(in expr.Input, d decimal.Decimal) bool {
	state, _ := in.Guard(expr.NumberAnswer(d))
	return state == expr.Scored
}
