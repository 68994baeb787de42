package templates

import (
	"strings"

	"cchc/templates/draft"
)

// firstListColumn is where the option lists begin on the hidden sheet, after the names and values of the stamp.
const firstListColumn = 4

// hiddenSheet holds the stamp, what the secretariat fixed for the unit, and the lists that choices are picked from.
func (v *filled) hiddenSheet() *draft.Sheet {
	s := &draft.Sheet{Name: HiddenSheet, Hidden: true, Protected: true}
	for i, line := range append(v.stamp().Values(), v.fixed()...) {
		row := i + 1
		s.Cells = append(s.Cells, hiddenText(draft.Place{Row: row, Col: 1}, line.Name), hiddenText(draft.Place{Row: row, Col: 2}, line.Value))
	}
	for _, list := range v.Options {
		for n, text := range list.Texts {
			s.Cells = append(s.Cells, hiddenText(list.place(n+1), text))
		}
	}
	return s
}

func hiddenText(at draft.Place, text string) draft.Cell {
	return draft.Cell{Place: at, Value: draft.Text(text), Style: draft.Style{Format: textFormat}}
}

// fixed lists what the unit can't change: who it is, where the secretariat has fixed that, what it is not assessed for,
// and in a scored workbook the fingerprint of the answers that were scored.
func (v *filled) fixed() []NamedValue {
	unit, ranked := v.Submission.Unit, "có"
	if !unit.Ranked {
		ranked = "không"
	}
	if !v.UnitFixed {
		unit.Code, unit.Name, unit.Block, ranked = "", "", "", ""
	}
	fingerprint := ""
	if v.scored() {
		fingerprint = Fingerprint(v.Submission.Answers)
	}
	return []NamedValue{
		{FixedFingerprint, fingerprint}, {FixedUnitCode, unit.Code}, {FixedUnitName, unit.Name}, {FixedUnitBlock, unit.Block},
		{FixedUnitRanked, ranked}, {FixedExempt, strings.Join(v.Submission.Exempt, ", ")},
	}
}
