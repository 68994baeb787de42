package reader

import (
	"slices"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// declared is what the unit declared in a row, or what it was supplied with.
func (r *reader) declared(row templates.Row, path string) expr.Answer {
	switch {
	case row.Input.IsTyped(), row.Input.Use != "" && r.Table != nil && !r.IsLive(row):
		return r.answer(row, templates.AnswerColumn, path)
	case row.Input.IsReckoned():
		return expr.Answer{}
	}
	return r.supplied(row)
}

// sayReckoned names the cells in which somebody typed over what the form reckons, where it does not come to the same.
func (r *reader) sayReckoned() {
	r.overTold()
	if len(r.out.over) == 0 {
		return
	}
	reckoned := r.Rules.Reckoned(r.out.Submission.Answers)
	r.out.over = slices.DeleteFunc(r.out.over, func(o overCell) bool {
		if o.column != templates.AnswerColumn || !r.IsLive(o.row) {
			return false
		}
		answer, value := reckoned[o.row.Node.Key(o.row.Input.Name)], templates.Expected{}
		if n, isNumber := answer.Number(); isNumber {
			value.Number = decimal.NewNullDecimal(templates.InCell(*o.row.Input, n))
		}
		if _, bad := answer.Bad(); !bad && !comesTo(o.cell, value) {
			r.report(problem.New(problem.ReckonedTyped, o.row.Key, o.row.Input.Label, contents(o.cell), suppliedWords(answer)), o.cell)
		}
		return true
	})
}

// supplied is what the secretariat put into a locked cell when it made the form, as the hidden sheet has it. Where somebody typed
// something else there, that is named and not used. Of a form that has lost its hidden sheet, the cell is all that tells.
func (r *reader) supplied(row templates.Row) expr.Answer {
	if p := r.rowProblem(row); p != nil {
		return expr.BadAnswer(*p)
	}
	cell, _ := r.grid.at(row.Key, templates.AnswerColumn)
	if r.book.byKeys {
		return r.answer(row, templates.AnswerColumn, row.Key)
	}
	answer, was := expr.Answer{}, templates.Expected{}
	if d, err := xlsx.ParseNumber(r.book.fixed[templates.FixedSupplied+row.Key]); err == nil {
		answer = expr.NumberAnswer(d)
		was.Number.Decimal, was.Number.Valid = templates.InCell(*row.Input, d), true
	}
	if blank := isBlank(cell); blank != answer.IsBlank() || !blank && !stands(&was, &cell) {
		p := problem.New(problem.SuppliedTyped, row.Key, row.Input.Label, contentsOr(cell, "ô trống"), suppliedWords(answer))
		r.report(p, cell)
	}
	return answer
}

func suppliedWords(a expr.Answer) string {
	if d, ok := a.Number(); ok {
		return expr.FormatNumber(d)
	}
	return "ô trống"
}

// overTold finds them in a form that tells by itself what it asks for: its formulas are not at hand, but what they come to is.
func (r *reader) overTold() {
	if r.Scorer != nil {
		return
	}
	for _, row := range r.Rows {
		if !r.IsLive(row) {
			continue
		}
		if cell, ok := r.grid.at(row.Key, templates.AnswerColumn); ok && !cell.Formula && !isBlank(cell) {
			r.out.over = append(r.out.over, overCell{row, templates.AnswerColumn, cell})
		}
	}
}

// suppliedAs says that a form carries what another one was supplied with.
func (r *Reading) suppliedAs(other *Reading) bool {
	for _, leaf := range r.layout.Rules.Leaves() {
		for _, in := range leaf.Inputs {
			is, now := r.Submission.Answers[leaf.Key(in.Name)], other.Submission.Answers[leaf.Key(in.Name)]
			if in.IsSupplied() && !is.Equal(now) && !(in.Figure != "" && now.IsBlank()) {
				return false
			}
		}
	}
	return true
}
