package reader

import (
	"fmt"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// readLastYear takes what was declared the year before from the hidden sheet, or where that is lost from the column that people see,
// and says where this year's answers are last year's.
func (r *reader) readLastYear() {
	last := &r.out.LastYear
	last.Answers, last.Typed = expr.Answers{}, r.book.fixed[templates.FixedLastYearTyped] != ""
	for _, row := range r.Rows {
		if row.Kind != templates.InputRow {
			continue
		}
		answer := lastYearOf(row, r.book.fixed[templates.FixedLastYear+row.Key])
		if rows := r.grid.rows[row.Key]; r.book.byKeys && r.grid.lastYear > 0 && len(rows) == 1 {
			answer = shownLastYear(row, r.grid.Cell(rows[0], r.grid.lastYear))
		}
		if !answer.IsBlank() {
			last.Answers[row.Node.Key(row.Input.Name)] = answer
		}
	}
	if len(last.Answers) > 0 {
		r.sayLastYear()
	}
}

// lastYearOf reads a line of the hidden sheet; what is none of the program's is nothing.
func lastYearOf(row templates.Row, text string) expr.Answer {
	var option int
	if _, err := fmt.Sscanf(text, "#%d", &option); err == nil && row.Options != nil && 0 < option && option <= len(row.Options.Texts) {
		return expr.OptionAnswer(option)
	}
	if d, err := xlsx.ParseNumber(text); err == nil && row.Options == nil {
		return expr.NumberAnswer(d)
	}
	return expr.Answer{}
}

// shownLastYear reads a cell of the column.
func shownLastYear(row templates.Row, cell xlsx.Cell) expr.Answer {
	if row.Options == nil && cell.Kind == xlsx.Number {
		return lastYearOf(row, cell.Text)
	}
	for option := 1; row.Options != nil && option <= len(row.Options.Texts); option++ {
		if a := expr.OptionAnswer(option); cell.Text == templates.LastYearValue(row, a).Text {
			return a
		}
	}
	return expr.Answer{}
}

// isLastYear says that a cell of the column shows what was put there. Something else was typed there, and nobody reads it.
func (l *look) isLastYear(row templates.Row, how standing, cell *xlsx.Cell) bool {
	switch {
	case row.Kind == templates.HeaderRow:
		return cell.Text == templates.LastYearTitle
	case row.Kind != templates.InputRow || how != keyed:
		return false
	}
	value := templates.LastYearValue(row, l.out.LastYear.Answers[row.Node.Key(row.Input.Name)])
	expected := templates.Expected{Text: value.Text}
	if n, isNumber := l.out.LastYear.Answers[row.Node.Key(row.Input.Name)].Number(); isNumber {
		expected.Number.Decimal, expected.Number.Valid = templates.InCell(*row.Input, n), true
	}
	return stands(&expected, cell)
}

// sayLastYear says how many answers stand as they were typed in from last year, or that so many figures are last year's that nobody
// seems to have counted anew.
func (r *reader) sayLastYear() {
	last, now := r.out.LastYear, r.out.Submission.Answers
	code, keys, of := problem.LastYearTyped, last.Kept(r.Rules, now), len(last.Answers)
	if !last.Typed {
		code = problem.LastYearSame
		keys, of = last.Copied(r.Rules, now)
	}
	if len(keys) == 0 {
		return
	}
	var refs []string
	for _, key := range keys {
		if cell, ok := r.grid.at(key.String(), templates.AnswerColumn); ok {
			refs = append(refs, cell.Ref())
		}
	}
	first, _ := r.grid.at(keys[0].String(), templates.AnswerColumn)
	r.report(problem.New(code, "", len(keys), of, few(refs)), first)
}
