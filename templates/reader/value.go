package reader

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates/xlsx"
)

// maxQuoted is how many characters of a cell's text a message repeats.
const maxQuoted = 60

// quote repeats a cell's text in a message so that it can harm no terminal and shows what hides: "1\u00a0000".
func quote(text string) string { return strconv.Quote(clip(text)) }

// quoteLong repeats so much of a text that nothing of it need be looked for elsewhere.
func quoteLong(text string) string { return strconv.Quote(clipTo(text, 5*maxQuoted)) }

// clip cuts a text to what a message repeats.
func clip(text string) string { return clipTo(text, maxQuoted) }

func clipTo(text string, most int) string {
	runes := 0
	for at := range text {
		if runes++; runes > most {
			return text[:at] + "…"
		}
	}
	return text
}

// isBlank says that nothing stands in a cell. The empty text that a formula gives is nothing too, to a formula as to us; a
// formula without a value is not.
func isBlank(c xlsx.Cell) bool {
	return c.Kind == xlsx.Empty && !c.Formula || c.Kind == xlsx.Text && c.Text == ""
}

// answerOf reads an answer cell. What can't be used becomes a bad answer with the reason, so that it weighs only where
// the rule reads it. The options are those that the form offers, of a choice.
func (r *reader) answerOf(in expr.Input, options []string, c xlsx.Cell) expr.Answer {
	if isBlank(c) {
		return expr.Answer{}
	}
	read := numberAnswer
	switch {
	case in.Kind == expr.DateInput:
		read = func(_ string, c xlsx.Cell) (expr.Answer, *problem.Problem) { return r.dayAnswer(in, c) }
	case in.Kind == expr.PercentInput:
		read = func(_ string, c xlsx.Cell) (expr.Answer, *problem.Problem) { return percentAnswer(in, c) }
	case in.IsChoice():
		read = func(label string, c xlsx.Cell) (expr.Answer, *problem.Problem) {
			return optionAnswer(label, options, c)
		}
	}
	answer, p := read(in.Label, c)
	if p != nil {
		return expr.BadAnswer(*p)
	}
	return answer
}

func numberAnswer(label string, c xlsx.Cell) (expr.Answer, *problem.Problem) {
	d, p := numberOf(label, c)
	return expr.NumberAnswer(d), p
}

// numberOf reads a cell that must hold a plain number, or says why it does not.
func numberOf(label string, c xlsx.Cell) (decimal.Decimal, *problem.Problem) {
	if p := unusable(label, c); p != nil {
		return decimal.Decimal{}, p
	}
	switch {
	case c.Kind == xlsx.Text:
		return decimal.Decimal{}, notNumber(label, c)
	case c.Format == xlsx.FormatPercent:
		return decimal.Decimal{}, cellProblem(problem.CellPercent, label, shown(c.Text))
	case c.Format == xlsx.FormatDate:
		return decimal.Decimal{}, cellProblem(problem.CellDate, label, shown(c.Text))
	}
	d, err := xlsx.ParseNumber(c.Text)
	if err != nil {
		return decimal.Decimal{}, cellProblem(problem.CellBadNumber, label, quote(c.Text))
	}
	return d, nil
}

// unusable finds what no answer can be, whatever is asked.
func unusable(label string, c xlsx.Cell) *problem.Problem {
	switch {
	case c.Kind == xlsx.Empty:
		return cellProblem(problem.CellNoValue, label)
	case c.Kind == xlsx.Error:
		return cellProblem(problem.CellError, label, shown(c.Text))
	case c.Kind == xlsx.Bool:
		return cellProblem(problem.CellTrueFalse, label, c.Text)
	case c.Kind == xlsx.Text && strings.TrimSpace(c.Text) == "":
		return cellProblem(problem.CellSpaces, label)
	}
	return nil
}

// notNumber refuses a text in a number's place, with the number that it may have meant: the form's own formula can't read
// it either, and form and score must agree.
func notNumber(label string, c xlsx.Cell) *problem.Problem {
	if meant, ok := xlsx.Meant(c.Text); ok {
		return cellProblem(problem.CellTextNumber, label, quote(c.Text), meant)
	}
	if c.Format == xlsx.FormatDate {
		return cellProblem(problem.CellDate, label, quote(c.Text))
	}
	return cellProblem(problem.CellNotNumber, label, quote(c.Text))
}

// optionAnswer finds the option that a cell names: case folded, as a sheet's own comparison does, and nothing trimmed, as it
// doesn't either.
func optionAnswer(label string, options []string, c xlsx.Cell) (expr.Answer, *problem.Problem) {
	if p := unusable(label, c); p != nil {
		return expr.Answer{}, p
	}
	if c.Kind != xlsx.Text {
		return expr.Answer{}, cellProblem(problem.CellNoOption, label, shown(c.Text))
	}
	for i, option := range options {
		if strings.EqualFold(c.Text, option) {
			return expr.OptionAnswer(i + 1), nil
		}
	}
	for _, option := range options {
		if fold(c.Text) == fold(option) {
			return expr.Answer{}, cellProblem(problem.CellNearOption, label, quote(c.Text), quote(option))
		}
	}
	if plain, char := withoutHidden(c.Text); char != 0 {
		for _, option := range options {
			if fold(plain) == fold(option) {
				return expr.Answer{}, cellProblem(problem.CellHiddenChar, label, quote(c.Text), quote(option), fmt.Sprintf("U+%04X", char))
			}
		}
	}
	return expr.Answer{}, cellProblem(problem.CellNoOption, label, quote(c.Text))
}

// withoutHidden is a text without the characters that nobody sees, and the first of them; 0 where there is none.
func withoutHidden(text string) (plain string, first rune) {
	plain = strings.Map(func(r rune) rune {
		if !unicode.Is(unicode.Cf, r) {
			return r
		}
		if first == 0 {
			first = r
		}
		return -1
	}, text)
	return plain, first
}

// shown is a raw number as an official writes it; anything else is quoted.
func shown(raw string) string {
	if d, err := xlsx.ParseNumber(raw); err == nil {
		return expr.FormatNumber(d)
	}
	return quote(raw)
}

func cellProblem(code problem.Code, args ...any) *problem.Problem {
	p := problem.New(code, "", args...)
	return &p
}
