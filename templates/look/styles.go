// Package look is how everything that we print looks: inks and fills, the styles of titles, tables and cells, and how high a
// text is in Times New Roman ([Fit]).
package look

import "cchc/templates/draft"

// The looks of every sheet. Shades are chosen to stay apart when printed in grey, and none of them carries a meaning
// alone: words or weight say the same.
const (
	areaFill      = "BFCFE4" // level 1, and totals
	CriterionFill = "E3EAF4" // level 2
	HeaderFill    = "1F3864" // white letters on it
	AppraisalFill = "5B4A1F" // the secretariat's headers
	AnswerFill    = "FFFBEA" // to be filled in
	LockedFill    = "EDEDED" // fixed, or not to be filled in
	BlankFill     = "FFEFB8" // mark: still blank, or evidence missing
	BreachFill    = "F4B183" // mark: cannot be right
	ChangedFill   = "C6E0B4" // mark: the appraisal made a difference
	ConflictFill  = "D9C3E8" // mark: departments answered differently
	LastYearFill  = "CDE7E4" // mark: typed in from last year, and not touched since
	Ink           = "1F3864"
	RedInk        = "9C0006"
	GreyInk       = "595959"
	white         = "FFFFFF"
)

// Number formats: points with two decimals, percentages that already count hundredths, and counts as they were typed.
const (
	PointsFormat  = "0.00"
	PercentFormat = `0.00"%"`
	ShareFormat   = "0.00########%" // of 0.9: a spreadsheet makes 90 of it, and takes a typed 90 for that
	DayFormat     = "dd/mm/yyyy"
	CountFormat   = "#,##0"
	WholeFormat   = "[>=1000]#,##0;General" // thousands are seen as such, so that 1.000 typed where it means 1 is seen, too
	TextFormat    = "@"                     // what is typed stays as it is: 12/3 is no date, 0912 keeps its zero
)

// PageFooter numbers the pages of every sheet.
const PageFooter = "Trang &P/&N"

// Title stands over a sheet.
func Title() draft.Style {
	return draft.Style{Font: draft.Font{Size: 14, Bold: true}, Align: draft.Center, Wrap: true}
}

// Subtitle stands under its title.
func Subtitle() draft.Style {
	return draft.Style{Font: draft.Font{Size: 11, Italic: true}, Align: draft.Center, Wrap: true}
}

// Header is a table's head; fill is HeaderFill or AppraisalFill.
func Header(fill string) draft.Style {
	return draft.Style{Font: draft.Font{Size: 11, Bold: true, Color: white}, Fill: fill, Border: draft.Thin, Align: draft.Center, Wrap: true}
}

// Level is a row of the tree: areas bold on the darkest shade, criteria bold on a light one, components plain.
func Level(level int) draft.Style {
	switch level {
	case 1:
		return draft.Style{Font: draft.Font{Size: 12, Bold: true}, Fill: areaFill, Border: draft.Thin, Wrap: true, Top: true}
	case 2:
		return draft.Style{Font: draft.Font{Size: 11, Bold: true}, Fill: CriterionFill, Border: draft.Thin, Wrap: true, Top: true}
	}
	return draft.Style{Font: draft.Font{Size: 10.5}, Border: draft.Thin, Wrap: true, Top: true}
}

// Body is plain text in a table.
func Body() draft.Style {
	return draft.Style{Font: draft.Font{Size: 11}, Border: draft.Thin, Wrap: true, Top: true}
}

// Answer is the row of one answer, lighter than the rows of the tree.
func Answer() draft.Style {
	return draft.Style{Font: draft.Font{Size: 10.5}, Border: draft.Hair, Wrap: true, Top: true}
}

// Field is a cell that somebody fills in.
func Field(s draft.Style) draft.Style {
	s.Fill, s.Unlocked = AnswerFill, true
	return s
}

// Points is the same cell for points.
func Points(s draft.Style) draft.Style {
	s.Align, s.Format = draft.Center, PointsFormat
	return s
}

// Centered is the same cell, its text in the middle.
func Centered(s draft.Style) draft.Style {
	s.Align = draft.Center
	return s
}

// RuleFont is the rule's wording and what else stands beside a name: plain, so that the name stands out.
func RuleFont() draft.Font { return draft.Font{Size: 10.5} }
