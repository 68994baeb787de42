package templates

import (
	"fmt"

	"cchc/scoring"
	"cchc/templates/draft"
)

// Sheets are those of a filled form, to be put in order with others.
type Sheets struct {
	Guide, Form, Hidden *draft.Sheet
	filled              *filled
}

// Fill fills the form. The result is that of the filling's submission; where it is nil, the form scores it.
func (l *Layout) Fill(f Filling, r *scoring.Result) Sheets {
	if r == nil {
		scored := l.Scorer.Score(f.Submission)
		r = &scored
	}
	v := l.fill(f, r)
	return Sheets{v.guideSheet(), v.formSheet(), v.hiddenSheet(), v}
}

// Workbook joins sheets, in that order, and stamps the file's properties like the form's hidden sheet.
func (s Sheets) Workbook(sheets ...*draft.Sheet) *draft.Workbook {
	title := formTitle
	if s.filled.Table != nil {
		title = tableTitle
	}
	book := &draft.Workbook{Title: fmt.Sprintf(title, s.filled.Rules.Year), Sheets: sheets}
	for _, line := range s.filled.stamp().Values() {
		book.Properties = append(book.Properties, draft.Property{Name: line.Name, Value: line.Value})
	}
	return book
}

func (v *filled) stamp() Stamp { return v.Layout.Stamp(v.Stage, v.Version) }

// BlankForm is the workbook that a unit fills in: guide, form, and the hidden sheet. A filling with answers gives it pre-filled.
func (l *Layout) BlankForm(f Filling) *draft.Workbook {
	s := l.Fill(f, nil)
	return s.Workbook(s.Guide, s.Form, s.Hidden)
}

// PressForms lays out once what all forms of a rule set have in common, to write many of them quickly. They may be fillings
// of the form in any state, so every style that one may need is laid out too.
func (l *Layout) PressForms(version string) (*draft.Plate, error) {
	base := Filling{Stage: SubmittedStage, Version: version}
	other := base
	other.UnitFixed, other.Notice = true, Notice{"1", "2", "3"}
	for i := range l.Rules.Criteria {
		other.Submission.Exempt = append(other.Submission.Exempt, l.Rules.Criteria[i].Number)
	}
	return draft.Press(l.BlankForm(base), l.BlankForm(other).Styles()...)
}
