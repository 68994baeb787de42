package reader

import (
	"fmt"

	"cchc/scoring/problem"
	"cchc/templates"
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
	epoch := r.book.file.Epoch()
	for _, d := range r.grid.dated {
		row, _ := r.Row(d.key)
		r.report(problem.New(problem.FormKeyDate, d.key, d.key, rowWords(row), dateWords(d.cell, epoch)), d.cell)
	}
	var strange []string
	for _, cell := range r.grid.strange {
		strange = append(strange, fmt.Sprintf("%s (ô %s)", dateWords(cell, epoch), cell.Ref()))
	}
	if len(strange) > 0 {
		r.report(problem.New(problem.FormKeyUnknown, "", few(strange)), r.grid.strange[0])
	}
}
