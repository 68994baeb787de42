package templates

import "cchc/templates/draft"

// The looks of every sheet. Shades are chosen to stay apart when printed in grey, and none of them carries a meaning
// alone: words or weight say the same.
const (
	areaFill      = "BFCFE4" // level 1, and totals
	criterionFill = "E3EAF4" // level 2
	headerFill    = "1F3864" // white letters on it
	appraisalFill = "5B4A1F" // the secretariat's headers
	answerFill    = "FFFBEA" // to be filled in
	lockedFill    = "EDEDED" // fixed, or not to be filled in
	blankFill     = "FFEFB8" // mark: still blank, or evidence missing
	breachFill    = "F4B183" // mark: cannot be right
	changedFill   = "C6E0B4" // mark: the appraisal made a difference
	ink           = "1F3864"
	redInk        = "9C0006"
	greyInk       = "595959"
	white         = "FFFFFF"
)

// Number formats: points with two decimals, percentages that already count hundredths, and counts as they were typed.
const (
	pointsFormat  = "0.00"
	percentFormat = `0.00"%"`
	countFormat   = "#,##0"
	textFormat    = "@" // what is typed stays as it is: 12/3 is no date, 0912 keeps its zero
)

func titleStyle() draft.Style {
	return draft.Style{Font: draft.Font{Size: 14, Bold: true}, Align: draft.Center, Wrap: true}
}

func subtitleStyle() draft.Style {
	return draft.Style{Font: draft.Font{Size: 11, Italic: true}, Align: draft.Center, Wrap: true}
}

// headerStyle is a table's head; fill is headerFill or appraisalFill.
func headerStyle(fill string) draft.Style {
	return draft.Style{Font: draft.Font{Size: 11, Bold: true, Color: white}, Fill: fill, Border: draft.Thin, Align: draft.Center, Wrap: true}
}

// levelStyle is a row of the tree: areas bold on the darkest shade, criteria bold on a light one, components plain.
func levelStyle(level int) draft.Style {
	switch level {
	case 1:
		return draft.Style{Font: draft.Font{Size: 12, Bold: true}, Fill: areaFill, Border: draft.Thin, Wrap: true}
	case 2:
		return draft.Style{Font: draft.Font{Size: 11, Bold: true}, Fill: criterionFill, Border: draft.Thin, Wrap: true}
	}
	return draft.Style{Font: draft.Font{Size: 11}, Border: draft.Thin, Wrap: true}
}

// bodyStyle is plain text in a table.
func bodyStyle() draft.Style {
	return draft.Style{Font: draft.Font{Size: 11}, Border: draft.Thin, Wrap: true, Top: true}
}

// answerStyle is the row of one answer, lighter than the rows of the tree.
func answerStyle() draft.Style {
	return draft.Style{Font: draft.Font{Size: 11}, Border: draft.Hair, Wrap: true}
}

// fieldStyle is a cell that somebody fills in.
func fieldStyle(s draft.Style) draft.Style {
	s.Fill, s.Unlocked = answerFill, true
	return s
}

// pointsStyle is the same cell for points.
func pointsStyle(s draft.Style) draft.Style {
	s.Align, s.Format, s.Top = draft.Center, pointsFormat, false
	return s
}

func centered(s draft.Style) draft.Style {
	s.Align = draft.Center
	return s
}

// ruleFont is the rule's wording under a name: smaller, so that the name stands out.
func ruleFont() draft.Font { return draft.Font{Size: 9.5, Color: greyInk} }
