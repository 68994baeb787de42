package report

import (
	"errors"
	"fmt"

	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/draft"
)

// TooLong is the error of a workbook that can't be written since one of its texts is longer than a cell.
type TooLong struct{ Problem problem.Problem }

func (e *TooLong) Error() string { return e.Problem.Text() + " " + e.Problem.Remedy() }

// told puts into words of ours, with the criterion, which text does not fit into a cell.
func (p *Printer) told(err error) error {
	var long *draft.TooLongError
	if !errors.As(err, &long) {
		return err
	}
	key, title := long.Cell.String(), long.Sheet
	if long.Sheet == templates.FormSheet && long.Cell.Row <= len(p.layout.Rows) && long.Cell.Col <= len(templates.Columns()) {
		key, title = p.layout.Rows[long.Cell.Row-1].Key, templates.Column(long.Cell.Col).Title()
	}
	return &TooLong{problem.New(problem.TextTooLong, key, title, key, fmt.Sprint(long.Length))}
}
