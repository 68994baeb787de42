package report

import (
	"io"
	"sync"

	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/reader"
)

// Printer makes any number of workbooks of one layout. What they have in common is laid out once, when the first one is asked
// for; each workbook then fills in its cells. Several workers may use one printer at once.
type Printer struct {
	layout  *templates.Layout
	version string
	annex   []*draft.Sheet
	form    func() (*draft.Plate, error)
	scored  func() (*draft.Plate, error)
	// appraised is for workbooks in which an appraisal has begun: they print it, too.
	appraised func() (*draft.Plate, error)
}

// NewPrinter prepares for a layout. Version is the program's, for the stamp; changes are those since the previous rule set,
// nil where there is none at hand.
func NewPrinter(l *templates.Layout, version string, changes *compare.Changes) *Printer {
	p := &Printer{layout: l, version: version, annex: Annex(l, changes)}
	p.form = sync.OnceValues(func() (*draft.Plate, error) { return l.PressForms(version) })
	p.scored = sync.OnceValues(func() (*draft.Plate, error) { return PressScored(l, version, p.annex, false) })
	p.appraised = sync.OnceValues(func() (*draft.Plate, error) { return PressScored(l, version, p.annex, true) })
	return p
}

// Form writes the form that a unit fills in, blank or pre-filled.
func (p *Printer) Form(out io.Writer, f templates.Filling) error {
	plate, err := p.form()
	if err != nil {
		return err
	}
	f.Stage, f.Version = templates.SubmittedStage, p.version
	if len(f.Conflicts) > 0 { // a form of its own kind
		return p.told(mergedForm(p.layout, f).Write(out))
	}
	if len(f.LastYear.Answers) > 0 { // it has a column that the others have not
		return p.told(p.layout.BlankForm(f).Write(out))
	}
	return p.told(plate.Write(out, p.layout.BlankForm(f)))
}

// Scored writes the scored workbook of what was read, with its result and all problems that were found.
func (p *Printer) Scored(out io.Writer, f templates.Filling, result *scoring.Result, problems []reader.Problem) error {
	press := p.scored
	if f.Appraised() {
		press = p.appraised
	}
	plate, err := press()
	if err != nil {
		return err
	}
	f.Version = p.version
	return p.told(plate.Write(out, ScoredWorkbook(p.layout, f, result, problems, p.annex)))
}
