package templates

import (
	"fmt"

	"cchc/scoring"
	"cchc/templates/draft"
)

// head writes what stands above the table: on the left who the unit is, on the right the country's name and motto, then the
// title, the legal basis, and the sums that a person looks at while typing.
func (w *writer) head() {
	motto := draft.Style{Font: draft.Font{Size: 12, Bold: true}, Align: draft.Center}
	w.across(w.Rows[0], AnswerColumn, ReasonColumn, draft.Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), motto)
	motto.Font.Underline = true
	w.across(w.Rows[1], AnswerColumn, ReasonColumn, draft.Text("Độc lập - Tự do - Hạnh phúc"), motto)
	w.titles()
	w.fields()
	for _, s := range summaries() {
		if w.scored() || s.points == SelfColumn {
			w.summary(s)
		}
	}
}

// What the form is called, with the year.
const (
	formTitle   = "PHIẾU TỰ CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM %d"
	scoredTitle = "PHIẾU TỰ CHẤM ĐIỂM VÀ THẨM ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM %d"
)

func (w *writer) titles() {
	title := formTitle
	if w.scored() {
		title = scoredTitle
	}
	titles := [2]Row{}
	at := 0
	for _, row := range w.Rows {
		if row.Kind == LetterheadRow {
			titles[at] = row
			at++
		}
	}
	w.across(titles[0], NumberColumn, w.lastShown(), draft.Text(fmt.Sprintf(title, w.Rules.Year)), titleStyle())
	basis := w.part.title(w.Rules) + fmt.Sprintf("(Dành cho %s; căn cứ %s)", w.Rules.Kind, w.Rules.Basis)
	w.across(titles[1], NumberColumn, w.lastShown(), draft.Text(basis), subtitleStyle())
	w.grow(titles[0], 26)
}

// fields writes who the unit is. What the secretariat fixed is locked.
func (w *writer) fields() {
	unit := w.Submission.Unit
	w.field(UnitNameField, "Đơn vị", unit.Name, !w.UnitFixed)
	w.field(UnitBlockField, "Khối", unit.Block, !w.UnitFixed)
	w.field(UnitCodeField, "Mã", unit.Code, !w.UnitFixed)
	w.field(ContactField, "Liên hệ", w.Contact, !w.scored())
	state := AppraisalStates()[0]
	if w.Submission.Appraisal.Done {
		state = AppraisalStates()[1]
	}
	w.field(AppraisalField, "Thẩm định", state, w.scored())
}

func (w *writer) field(key, label, value string, open bool) {
	row, _ := w.Row(key)
	w.key(row)
	w.put(row, NumberColumn, draft.Text(label), draft.Style{Font: draft.Font{Size: 11}})
	style := draft.Style{Font: draft.Font{Size: 12, Bold: key == UnitNameField}, Border: draft.Bottom, Align: draft.Left, Wrap: true, Format: textFormat}
	if open {
		style = fieldStyle(style)
	}
	w.put(row, FieldColumn, draft.Text(value), style)
}

// summary is a sum of the last rows that shows at the top too, where it stays in sight.
type summary struct {
	words         string
	field         string // in whose row
	total         string // the total row's key
	label, points Column
}

func summaries() []summary {
	return []summary{
		{"Tổng điểm tự chấm", ContactField, TotalKey, AnswerColumn, SelfColumn},
		{"Số ô chưa điền", AppraisalField, BlankKey, AnswerColumn, SelfColumn},
		{"Tổng điểm thẩm định", ContactField, TotalKey, AppraisedAnswer, AppraisedColumn},
		{"Tỷ lệ đạt", AppraisalField, PercentKey, AppraisedAnswer, AppraisedColumn},
	}
}

func (w *writer) summary(s summary) {
	row, _ := w.Row(s.field)
	style := draft.Style{Font: draft.Font{Size: 12}, Align: draft.Right}
	w.put(row, s.label, draft.Text(s.words), style)
	style.Font.Bold, style.Align, style.Border = true, draft.Center, draft.Thin
	style.Format = totalFormat(s.total)
	w.formula(row, s.points, w.totalValue(s.total, s.points), style)
	if s.total == TotalKey {
		most := draft.Style{Font: draft.Font{Size: 11, Color: greyInk}, Align: draft.Left}
		w.put(row, s.points+1, draft.Text("/ "+scoring.FormatPoints(w.Rules.Total, int32(w.Rules.Rounding.Places))), most)
	}
}

func totalFormat(key string) string {
	switch key {
	case PercentKey:
		return percentFormat
	case BlankKey:
		return countFormat
	}
	return pointsFormat
}
