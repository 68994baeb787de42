package templates

import (
	"strings"

	"cchc/templates/draft"
	"cchc/templates/look"
)

// FirstListColumn is where the option lists begin on the hidden sheet, after the names and values of the stamp.
const FirstListColumn = 4

// hiddenSheet holds the stamp, what the form asks for, what was fixed for the unit, and the lists that choices are picked from.
func (v *filled) hiddenSheet() *draft.Sheet {
	below, stamp := v.common().hidden, v.stamp().Values()
	cells := append(hiddenLines(1, stamp), hiddenLines(1+len(stamp)+len(v.asked), v.fixed())...)
	return &draft.Sheet{Name: below.Name, Hidden: below.Hidden, Protected: below.Protected, Over: below, Cells: cells}
}

// newHidden is the hidden sheet without what differs from form to form.
func (l *Layout) newHidden() *draft.Sheet {
	s := &draft.Sheet{Name: HiddenSheet, Hidden: true, Protected: true, Cells: hiddenLines(1+len(l.stamp.Values()), l.asked)}
	for _, list := range l.Options {
		for n, text := range list.Texts {
			s.Cells = append(s.Cells, hiddenText(list.place(n+1), text))
		}
	}
	return s
}

// hiddenLines are names and values, from a row on.
func hiddenLines(row int, lines []NamedValue) []draft.Cell {
	var cells []draft.Cell
	for i, line := range lines {
		cells = append(cells, hiddenText(draft.Place{Row: row + i, Col: 1}, line.Name), hiddenText(draft.Place{Row: row + i, Col: 2}, line.Value))
	}
	return cells
}

func hiddenText(at draft.Place, text string) draft.Cell {
	return draft.Cell{Place: at, Value: draft.Text(text), Style: draft.Style{Format: look.TextFormat}}
}

// fixed lists what the unit can't change: who it is, where the secretariat has fixed that, what it is not assessed for, what
// it was supplied with, whose part the form is, who wrote the texts of a merged one, what was declared the year before, in a form that is not blank the
// mark of what it was made with, and in a scored workbook the fingerprints of the answers that were scored.
func (v *filled) fixed() []NamedValue {
	unit, ranked := v.Submission.Unit, "có"
	if !unit.Ranked {
		ranked = "không"
	}
	if !v.UnitFixed {
		unit.Code, unit.Name, unit.Block, ranked = "", "", "", ""
	}
	lines := []NamedValue{
		{FixedUnitCode, unit.Code}, {FixedUnitName, unit.Name}, {FixedUnitBlock, unit.Block},
		{FixedUnitRanked, ranked}, {FixedExempt, strings.Join(v.Submission.Exempt, ", ")},
	}
	lines = append(lines, v.suppliedLines()...)
	lines = append(lines, v.Part.values(v.Whole)...)
	lines = append(lines, v.tableLines()...)
	lines = append(lines, v.creditLines()...)
	lines = append(lines, v.Notice.lines()...)
	lines = append(lines, conflictLines(v.Conflicts)...)
	lines = append(lines, v.lastYearLines()...)
	if v.scored() {
		lines = append(lines, v.keptLines()...)
		lines = append(lines, v.Memory.lines()...)
	} else if entries := v.Entries(v.Filling); len(entries) > 0 {
		lines = append(lines, NamedValue{FixedMade, EntryMark(entries)})
	}
	return lines
}

// creditLines say who wrote the texts of a merged form.
func (v *filled) creditLines() []NamedValue {
	var lines []NamedValue
	for _, leaf := range v.Rules.Leaves() {
		if by := v.Credits.Evidence[leaf.Number]; by != "" {
			lines = append(lines, NamedValue{FixedEvidenceBy + leaf.Number, by})
		}
		if by := v.Credits.Justification[leaf.Number]; by != "" {
			lines = append(lines, NamedValue{FixedReasonBy + leaf.Number, by})
		}
	}
	if v.Credits.Contact != "" {
		lines = append(lines, NamedValue{FixedContactBy, v.Credits.Contact})
	}
	return lines
}
