package reader

import (
	"slices"
	"strings"

	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// A form may lose its hidden sheet, as when the sheet that people see is moved to a new workbook, or have it spoilt. Its keys and
// words are then all that tells what it is. It is never scored so; carried into a new form it is, by the rule set that somebody
// names.

// Mendable says that a file was refused because of what its hidden sheet says or that it is gone, so that [OpenByKeys] may still
// read it.
func Mendable(refusal *Refused) bool {
	return slices.Contains([]problem.Code{problem.FormHiddenMissing, problem.FormNotOurs, problem.FormStampDamaged, problem.FormStampDiffers,
		problem.FormExemptDiffers}, refusal.Problem.Code)
}

// OpenByKeys opens a form without regard to its hidden sheet, as one of the layout's. Nothing is guessed: every key of the layout
// stands in it once, no other, and each beside its own words; else the error is a *[Refused].
func OpenByKeys(data []byte, l *templates.Layout) (*Book, error) {
	file, err := xlsx.Open(data)
	if err != nil {
		return nil, err
	}
	b := &Book{file: file, byKeys: true, fixed: map[string]string{}}
	stage := templates.SubmittedStage
	if file.Property(templates.StampStage) == string(templates.ScoredStage) {
		stage = templates.ScoredStage
	}
	b.Stamp = l.Stamp(stage, file.Property(templates.StampVersion))
	sheet, keys, err := findSheet(file, templates.FormSheet)
	if err != nil {
		return nil, err
	}
	g, _, err := readGrid(l, sheet, keys, stage)
	if refused, ok := err.(*Refused); ok && refused.Problem.Code == problem.FormNoKeys {
		return nil, refuse(problem.FormKeysDiffer, l.Rules.ID, "không có khóa nào của bộ này")
	}
	if err != nil {
		return nil, err
	}
	if strange := g.differences(l); len(strange) > 0 {
		return nil, refuse(problem.FormKeysDiffer, l.Rules.ID, few(strange))
	}
	b.readMarks(l, g)
	return b, nil
}

// differences lists the keys that do not stand exactly once beside their own words, and those that are none of the layout's.
func (g *grid) differences(l *templates.Layout) []string {
	var all []string
	for _, row := range l.Rows {
		if row.Node == nil || row.Kind == templates.RuleRow {
			continue
		}
		cell, ok := g.at(row.Key, templates.NameColumn)
		switch {
		case !ok && len(g.rows[row.Key]) > 1:
			all = append(all, "khóa "+quote(row.Key)+" xuất hiện nhiều lần")
		case !ok:
			all = append(all, "thiếu khóa "+quote(row.Key))
		case !bears(row, cell.Text) && !bearsFolded(row, foldedName(cell.Text)):
			all = append(all, cell.Ref()+" ghi "+quote(oneLine(cell.Text)))
		}
	}
	for _, cell := range g.strange {
		all = append(all, cell.Ref()+" có khóa lạ "+quote(cell.Text))
	}
	return all
}

// readMarks takes what is not assessed for the unit from the form's own column: the hidden sheet said the same.
func (b *Book) readMarks(l *templates.Layout, g *grid) {
	var exempt []string
	for _, leaf := range l.Rules.Leaves() {
		if cell, ok := g.at(leaf.Number, templates.ExemptColumn); ok && !isBlank(cell) {
			exempt = append(exempt, leaf.Number)
		}
	}
	b.fixed[templates.FixedExempt] = strings.Join(exempt, ", ")
}

// sayByKeys notes that a form was read without its hidden sheet, and what that leaves unknown.
func (r *reader) sayByKeys() {
	if r.book.byKeys {
		exempt := r.book.fixed[templates.FixedExempt]
		if exempt == "" {
			exempt = "không có"
		}
		r.say("", problem.FormStampLost, r.Whole.ID, exempt)
	}
}
