package templates

import (
	"fmt"

	"cchc/templates/draft"
)

// BlankForm is the workbook that a unit fills in: guide, form, and the hidden sheet. A filling with answers gives it pre-filled.
func (l *Layout) BlankForm(f Filling) *draft.Workbook {
	v := l.fill(f)
	return v.workbook([]*draft.Sheet{v.common().guide, v.formSheet(), v.hiddenSheet()})
}

// workbook joins sheets, and stamps the file's properties like its hidden sheet.
func (v *filled) workbook(sheets []*draft.Sheet) *draft.Workbook {
	book := &draft.Workbook{Title: fmt.Sprintf(formTitle, v.Rules.Year), Sheets: sheets}
	for _, line := range v.stamp().Values() {
		book.Properties = append(book.Properties, draft.Property{Name: line.Name, Value: line.Value})
	}
	return book
}

func (v *filled) stamp() Stamp { return v.Layout.Stamp(v.Stage, v.Version) }

// PressForms lays out once what all forms of a rule set have in common, to write many of them quickly. They may be fillings
// of the form in any state, so every style that one may need is laid out too.
func (l *Layout) PressForms(version string) (*draft.Plate, error) {
	base := Filling{Stage: SubmittedStage, Version: version}
	other := base
	other.UnitFixed = true
	for i := range l.Rules.Criteria {
		other.Submission.Exempt = append(other.Submission.Exempt, l.Rules.Criteria[i].Number)
	}
	return draft.Press(l.BlankForm(base), stylesOf(l.BlankForm(other))...)
}

func stylesOf(book *draft.Workbook) []draft.Style {
	var styles []draft.Style
	seen := map[draft.Style]bool{}
	for _, sheet := range book.Sheets {
		for _, cell := range sheet.Cells {
			if !seen[cell.Style] {
				seen[cell.Style] = true
				styles = append(styles, cell.Style)
			}
		}
	}
	return styles
}
