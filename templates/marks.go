package templates

import (
	"strconv"

	"cchc/scoring/expr"
	"cchc/templates/draft"
	"cchc/templates/formula"
	"cchc/templates/look"
)

// allMarks are the conditional formats that follow what is typed. Each also says something in words or by weight, so
// that nothing is lost in grey print or to those who do not see colours.
func (l *Layout) allMarks() []draft.Mark {
	first, last := l.body()
	column := func(from, to Column) draft.Range {
		return draft.Range{From: draft.Place{Row: first, Col: int(from)}, To: draft.Place{Row: last, Col: int(to)}}
	}
	at := func(c Column) string { return "$" + draft.Place{Row: first, Col: int(c)}.String() }
	says := func(words string) string {
		return formula.Call("ISNUMBER", formula.Call("SEARCH", formula.InQuotes(words), at(CheckColumn)))
	}
	breach := draft.Font{Bold: true, Color: look.RedInk}
	bad := strconv.Itoa(int(expr.Invalid))
	return []draft.Mark{
		{Cells: column(AnswerColumn, AnswerColumn), Formula: at(SelfGuard) + "=" + bad, Fill: look.BreachFill, Font: breach},
		{Cells: column(AnswerColumn, AnswerColumn), Formula: at(CheckColumn) + "=" + formula.InQuotes(sayBlank), Fill: look.BlankFill},
		{Cells: column(SelfColumn, SelfColumn), Formula: at(SelfColumn) + "=" + stateLabel(expr.Invalid), Fill: look.BreachFill, Font: breach},
		{Cells: column(CheckColumn, CheckColumn), Formula: l.alarming(at(CheckColumn)), Font: breach},
		{Cells: column(EvidenceColumn, ReasonColumn), Formula: says(sayNoEvidence), Fill: look.BlankFill},
		{Cells: column(AppraisedAnswer, AppraisedAnswer), Formula: formula.Call("IF", at(AppraisedAnswer)+`=""`, "FALSE", at(CountingGuard)+"="+bad), Fill: look.BreachFill, Font: breach},
		{Cells: column(SetColumn, SetColumn), Formula: says("Điểm ấn định"), Fill: look.BreachFill, Font: breach},
		{Cells: column(WhyColumn, WhyColumn), Formula: says(sayNoReason), Fill: look.BlankFill},
		{Cells: column(AppraisedColumn, AppraisedColumn), Formula: at(AppraisedColumn) + "=" + stateLabel(expr.Invalid), Fill: look.BreachFill, Font: breach},
		{Cells: column(AppraisedColumn, AppraisedColumn), Formula: at(AppraisedColumn) + "<>" + at(SelfColumn), Fill: look.ChangedFill, Font: draft.Font{Bold: true, Italic: true}},
	}
}

// alarming says that the column Kiểm tra tells of something wrong, and not only of what is still to come.
func (l *Layout) alarming(cell string) string {
	calm := []string{"", sayBlank, sayNoPoints}
	if l.hasUntyped() {
		calm = append(calm, sayAnnounced, sayNotGiven, sayFollows)
	}
	for i, words := range calm {
		calm[i] = cell + "<>" + formula.InQuotes(words)
	}
	return formula.Call("AND", calm...)
}

// checkStyle is the column Kiểm tra: small, so that the words fit.
func checkStyle(s draft.Style) draft.Style {
	s.Font = draft.Font{Size: 10.5, Italic: true}
	return s
}

// answerCellStyle is a cell that an answer stands in: numbers as they were typed, on the right, and texts on the left, so
// that a number typed as text is seen.
func answerCellStyle(row Row) draft.Style {
	style := look.Answer()
	if row.Options != nil {
		style.Align = draft.Left
		return style
	}
	style.Format = numberFormat(*row.Input)
	return style
}

// numberFormat shows a number as it was typed.
func numberFormat(in expr.Input) string {
	switch {
	case in.Kind == expr.PercentInput:
		return look.ShareFormat
	case in.Kind == expr.DateInput:
		return look.DayFormat
	case in.Whole:
		return look.WholeFormat
	}
	return ""
}
