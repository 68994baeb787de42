// Package carried makes new forms of old ones, under another edition or year of their rule set, and says what became of each.
//
// Start with [Maker.Form]: it reads an old form and makes the bytes of the new one. [Name] says where the new forms of a folder stand.
// [Lists] and [Form.Sum] tell of them, [Table] of many. Nothing is written here.
package carried

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/scoring"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
	"cchc/templates/report"
)

// Form is what became of one form.
type Form struct {
	Path, Name string // of the old form: its file, and what reports call it
	Department string // of a part of the form
	Unit       scoring.Unit
	Carried    handover.Carryover
	Fresh      []templates.Row // answers that the old form did not ask for
	Said       []string        // what is odd about the old form, a line each
	Faulty     bool            // some of that stands in the way
	Refused    string          // why nothing was carried; "" where something was
	Code       problem.Code    // of that
	Data       []byte          // of the new form; nil where it was refused, or nothing of a department's part is left
	Out        string          // where that is to stand
	Fate       string          // what became of that place, in Vietnamese
	Kept       bool            // something stands there that is not as it should be
}

// Open says that a person has to see to something.
func (f *Form) Open() bool {
	return f.Refused != "" || f.Data == nil || f.Faulty || f.Kept || f.Carried.Open()
}

// Refuse notes why nothing is carried.
func (f *Form) Refuse(p problem.Problem) {
	f.Code, f.Refused = p.Code, fmt.Sprintf("%s %s [%s]", p.Text(), p.Remedy(), p.Code)
}

// Maker is what new forms are made with.
type Maker struct {
	Desk    *desk.Desk
	Edition *desk.Edition      // of the new forms
	Sets    []*scoring.RuleSet // those at hand, for the years between
	From    string             // the rule set that the old forms are said to be of; "" where they tell
	Options handover.CarryOptions
	Version string // of the program, for the stamp
	// Listed is a filling with what the list of units says of its unit. The error says that the list does not know it.
	Listed func(templates.Filling) (templates.Filling, error)
	// Line says a problem in a line.
	Line func(reader.Problem) string
}

// Form reads an old form and makes the new one of it. What cannot be carried says why; the error is of the disk, the list or the rule
// sets, and the form is given all the same.
func (m *Maker) Form(path string) (*Form, error) {
	f := &Form{Path: path, Name: filepath.Base(path)}
	data, err := disk.ReadBounded(path)
	if err != nil {
		return f, err
	}
	old, err := m.Desk.ReadOld(data, m.From)
	var refusal *reader.Refused
	if errors.As(err, &refusal) {
		f.Refuse(refusal.Problem)
		return f, nil
	}
	if err != nil {
		return f, err
	}
	readable := old.Reading.Readable()
	hand := readable.Hand(f.Name)
	became, refused := handover.Carry(old.Rules, m.Edition.Rules, m.Sets, hand, m.Options)
	if refused != nil {
		f.Refuse(*refused)
		return f, nil
	}
	f.Carried, f.Unit = became, became.Submission.Unit
	for _, p := range old.Reading.Said() {
		f.Said = append(f.Said, m.Line(p))
		f.Faulty = f.Faulty || p.Severity == problem.Error
	}
	return f, m.write(f, old.Reading, hand)
}

// write makes the new form's bytes. A part of the form becomes the same department's part of the new one.
func (m *Maker) write(f *Form, old *reader.Reading, hand handover.Hand) error {
	layout := m.Edition.Layout
	if old.Part != nil {
		f.Department = old.Part.Department
		part := templates.Part{Department: f.Department, Assigned: f.Carried.Assigned(old.Part.Assigned)}
		if len(part.Assigned.Leaves(m.Edition.Rules, part.Department)) == 0 {
			return nil
		}
		layout = templates.NewPartLayout(m.Edition.Rules, part)
	}
	filling, err := m.Listed(templates.Carried(f.Carried, hand))
	if err != nil {
		return err
	}
	filling.Version = m.Version
	f.Unit, f.Fresh = filling.Submission.Unit, report.FreshRows(layout, f.Carried)
	var out bytes.Buffer
	err = report.CarriedForm(layout, filling, f.Carried, f.Name).Write(&out)
	f.Data = out.Bytes()
	return err
}
