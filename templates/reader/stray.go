package reader

import (
	"fmt"

	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// sayRows names the rows that are missing or doubled, and the keys that are none. Those of answers are in the answers, and
// in a scored workbook those of leaves are in the verdicts.
func (r *reader) sayRows() {
	for _, row := range r.Rows {
		isLeaf := row.Kind == templates.NodeRow && row.Node.IsLeaf()
		if row.Key == "" || row.Kind == templates.InputRow || isLeaf && r.out.Submission.Appraisal != nil {
			continue
		}
		if p := r.rowProblem(row); p != nil {
			if !isLeaf {
				p.Severity = problem.Warning
			}
			placed := r.out.Locate(*p)
			r.out.Problems = append(r.out.Problems, placed)
		}
	}
	var strange []string
	for _, cell := range r.grid.strange {
		strange = append(strange, fmt.Sprintf("%s (ô %s)", quote(cell.Text), cell.Ref()))
	}
	if len(strange) > 0 {
		r.report(problem.New(problem.FormKeyUnknown, "", few(strange)), r.grid.strange[0])
	}
}

// sayStray names the numbers that somebody typed where nothing is read, such as in a row that was added.
func (r *reader) sayStray() {
	var stray []string
	var first xlsx.Cell
	top, bottom := r.bodyRows()
	for number := range r.grid.Rows() {
		if number < top || number > bottom || number == r.grid.keyRow {
			continue
		}
		for _, cell := range r.strayIn(number) {
			if len(stray) == 0 {
				first = cell
			}
			stray = append(stray, fmt.Sprintf("%s (%s)", cell.Ref(), shown(cell.Text)))
		}
	}
	if len(stray) > 0 {
		r.report(problem.New(problem.FormStray, "", few(stray)), first)
	}
}

// bodyRows gives the first and the last row of the sheet that bears the key of a criterion or an answer.
func (r *reader) bodyRows() (top, bottom int) {
	for _, row := range r.Rows {
		for _, at := range r.grid.rows[row.Key] {
			if row.Kind != templates.NodeRow && row.Kind != templates.InputRow {
				continue
			}
			if top == 0 {
				top = at
			}
			top, bottom = min(top, at), max(bottom, at)
		}
	}
	return top, bottom
}

// strayIn lists the numbers of a row that nobody reads though they stand in a column of answers or points.
func (r *reader) strayIn(number int) []xlsx.Cell {
	row, known := r.Row(r.grid.Cell(number, r.grid.columns[templates.KeyColumn]).Text)
	if known && row.Kind != templates.NodeRow && row.Kind != templates.InputRow {
		return nil
	}
	columns := []templates.Column{templates.AnswerColumn}
	if r.book.Stamp.Stage == templates.ScoredStage {
		columns = append(columns, templates.AppraisedAnswer, templates.SetColumn)
	}
	var stray []xlsx.Cell
	for _, c := range columns {
		isRead := known && (row.Kind == templates.InputRow) == (c != templates.SetColumn) && (row.Kind == templates.InputRow || row.Node.IsLeaf())
		cell := r.grid.Cell(number, r.grid.columns[c])
		if cell.Kind == xlsx.Number && !cell.Formula && !isRead {
			stray = append(stray, cell)
		}
	}
	return stray
}
