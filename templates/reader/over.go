package reader

import (
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// overCell is a cell in which something else stands than the program's formula.
type overCell struct {
	row    templates.Row
	column templates.Column
	cell   xlsx.Cell
}

// typedOver names the cells whose formula somebody replaced, where what stands there is not what is reckoned: whoever reads the
// sheet, or the paper that was signed, sees another figure than the one that counts. Programs that keep values only leave equal ones.
func (r *Reading) typedOver(result *scoring.Result) []Problem {
	if len(r.over) == 0 {
		return nil
	}
	code := problem.FormTypedOver
	if r.Stamp.Stage == templates.ScoredStage {
		code = problem.ResultTypedOver
	}
	var all []Problem
	reckoned := r.layout.Reckoned(r.Filling(), result)
	for _, o := range r.over {
		value := reckoned[o.row.At(o.column)]
		if comesTo(o.cell, value) {
			continue
		}
		p := problem.New(code, o.row.Key+"@"+o.column.Key(), overTitle(o), overPlace(o.row), contents(o.cell), overWords(value))
		all = append(all, Problem{Problem: p, Sheet: printable(r.grid.Name), Cell: o.cell.Ref()})
	}
	return all
}

// TypedOver is what was typed over the formulas of a result, now or before, and is not settled by its appraisal.
func (r *Reading) TypedOver() []Problem {
	result := r.layout.Scorer.Score(r.Submission)
	kept := slices.DeleteFunc(slices.Clone(r.Problems), func(p Problem) bool { return p.Code != problem.ResultTypedOver })
	return append(kept, r.typedOver(&result)...)
}

// comesTo says that a cell shows what its formula comes to.
func comesTo(cell xlsx.Cell, value templates.Expected) bool {
	switch {
	case isBlank(cell) || cell.Kind == xlsx.Empty:
		return value.Text == "" && !value.Number.Valid
	case value.Number.Valid:
		d, err := xlsx.ParseNumber(cell.Text)
		const exact = 9 // decimals; what a float adds lies below
		return cell.Kind == xlsx.Number && err == nil && d.Round(exact).Equal(value.Number.Decimal.Round(exact))
	}
	return cell.Kind == xlsx.Text && (fold(cell.Text) == fold(value.Text) || value.Or != "" && fold(cell.Text) == fold(value.Or))
}

func overTitle(o overCell) string {
	if title := o.column.Title(); title != "" && o.row.Kind != templates.FieldRow {
		return title
	}
	if o.row.Kind == templates.FieldRow {
		return "Số tổng hợp đầu phiếu"
	}
	return "Cột ẩn " + o.column.Key()
}

// overPlace says whose cell it is.
func overPlace(row templates.Row) string {
	switch row.Kind {
	case templates.NodeRow, templates.InputRow:
		return strings.TrimSpace(row.Key)
	case templates.FieldRow:
		return "phiếu"
	}
	return "dòng tổng"
}

func overWords(v templates.Expected) string {
	switch {
	case v.Number.Valid:
		return expr.FormatNumber(v.Number.Decimal)
	case v.Text == "":
		return "ô trống"
	}
	return quoteLong(v.Text)
}
