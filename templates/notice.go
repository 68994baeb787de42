package templates

import (
	"strings"

	"cchc/templates/draft"
	"cchc/templates/look"
)

// Notice is what the secretariat says in a unit's form about handing it in; "" of what it leaves to be written by hand.
type Notice struct {
	Deadline string
	SubmitTo string // where to send it
	Contact  string // whom to ask
}

// lines tell the notice on the hidden sheet, so that a form that is there can be held against the list.
func (n Notice) lines() []NamedValue {
	var lines []NamedValue
	for _, line := range []NamedValue{{FixedDeadline, n.Deadline}, {FixedSubmitTo, n.SubmitTo}, {FixedAskWhom, n.Contact}} {
		if line.Value != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// NoticeOf reads it from the names and values of a hidden sheet.
func NoticeOf(fixed map[string]string) Notice {
	return Notice{fixed[FixedDeadline], fixed[FixedSubmitTo], fixed[FixedAskWhom]}
}

// said are the texts of the guide's three lines.
func (n Notice) said() [3]string { return [3]string{n.Deadline, n.SubmitTo, n.Contact} }

// OnForm is what stands under the form's title for it: the deadline, after what always stands there.
func (n Notice) OnForm(subtitle string) string {
	if n.Deadline == "" {
		return subtitle
	}
	return subtitle + deadlineWords + n.Deadline
}

const deadlineWords = "\nThời hạn gửi: "

// NoticePlace is the cell of the form in which the deadline shows.
func (l *Layout) NoticePlace() draft.Place { return l.subtitleRow().At(NumberColumn) }

// subtitleRow is the second row of the letterhead.
func (l *Layout) subtitleRow() Row {
	var last Row
	for _, row := range l.Rows {
		if row.Kind == LetterheadRow {
			last = row
		}
	}
	return last
}

// deadline shows the deadline under the form's title, where there is one.
func (w *writer) deadline(below *draft.Sheet) {
	if w.Notice.Deadline == "" {
		return
	}
	row := w.subtitleRow()
	for _, cell := range below.Cells {
		if cell.Place != row.At(NumberColumn) {
			continue
		}
		bold := draft.Font{Size: 12, Bold: true, Color: look.RedInk}
		cell.Value = draft.Rich(draft.Run{Text: cell.Value.Text, Font: cell.Style.Font}, draft.Run{Text: deadlineWords + w.Notice.Deadline, Font: bold})
		w.sheet.Cells = append(w.sheet.Cells, cell)
		width := 0.0
		for c := NumberColumn; c <= w.lastShown(); c++ {
			if !w.hides(c) {
				width += w.width(c)
			}
		}
		w.grow(row, fittingHeight(cell.Value, cell.Style, width)+6)
	}
}

// guideSheet is the guide of the stage, with what the secretariat says in it.
func (v *filled) guideSheet() *draft.Sheet {
	below := v.guideOfLastYear()
	if v.Notice == (Notice{}) {
		return below
	}
	sheet := *below
	sheet.Over, sheet.Rows, sheet.Cells = below, map[int]draft.Row{}, nil
	for i, text := range v.Notice.said() {
		row := v.common().notice + i
		if text == "" {
			continue
		}
		value, style := draft.Text(text), noticeStyle()
		sheet.Cells = append(sheet.Cells, draft.Cell{Place: draft.Place{Row: row, Col: guideText}, Value: value, Style: style})
		sheet.Rows[row] = draft.Row{Height: max(blankHeight, fittingHeight(value, style, guideTextWidth))}
	}
	return &sheet
}

// noticeStyle is what the secretariat has said: nobody need write it by hand.
func noticeStyle() draft.Style {
	return draft.Style{Font: draft.Font{Size: 12, Bold: true}, Wrap: true, Format: look.TextFormat}
}

// Differences says in words how the notice of a form that is there differs from what the list says now.
func (n Notice) Differences(listed Notice) string {
	var all []string
	is, now := n.said(), listed.said()
	for i, what := range [...]string{"thời hạn", "nơi nhận", "liên hệ"} {
		if is[i] != now[i] {
			all = append(all, what)
		}
	}
	return strings.Join(all, ", ")
}
