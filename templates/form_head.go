package templates

import (
	"fmt"

	"cchc/scoring/expr"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// head writes what stands above the table: on the left who the unit is, on the right the country's name and motto, then the
// title, the legal basis, and the sums that a person looks at while typing.
func (f *framer) head() {
	motto := draft.Style{Font: draft.Font{Size: 12, Bold: true}, Align: draft.Center}
	f.across(f.Rows[0], AnswerColumn, ReasonColumn, draft.Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), motto)
	motto.Font.Underline = true
	f.across(f.Rows[1], AnswerColumn, ReasonColumn, draft.Text("Độc lập - Tự do - Hạnh phúc"), motto)
	f.howToType()
	f.titles()
	for _, row := range f.Rows {
		if row.Kind == FieldRow {
			f.key(row)
			f.put(row, NumberColumn, draft.Text(f.fieldLabel(row.Key)), draft.Style{Font: draft.Font{Size: 11}})
		}
	}
	for _, s := range f.summaries() {
		if f.shows(s) {
			f.summary(s)
		}
	}
}

// The line that tells how numbers are typed on the machine that shows it: the language of Windows decides, and on the other half of
// the machines 1.000 becomes 1 without a word, and 0,5 a text. It stands as for a Vietnamese machine until it is calculated.
const (
	typeComma = "Trên máy này gõ 0,5 (dấu phẩy) cho phần thập phân"
	typePoint = "Trên máy này gõ 0.5 (dấu chấm) cho phần thập phân"
	typeWhole = "; một nghìn gõ 1000, không gõ dấu phân cách hàng nghìn."

	howToType = `IF(MID(1/2,2,1)=",","` + typeComma + `","` + typePoint + `")&"` + typeWhole + `"`
)

func (f *framer) howToType() {
	row := f.Rows[2]
	first := len(f.sheet.Cells)
	style := draft.Style{Font: draft.Font{Size: 10.5, Italic: true, Bold: true}, Align: draft.Center, Wrap: true}
	f.across(row, AnswerColumn, ReasonColumn, draft.Text(typeComma+typeWhole), style)
	f.sheet.Cells[first].Formula = howToType
}

func (l *Layout) fieldLabel(key string) string {
	if l.Table != nil {
		return tableLabel(key)
	}
	switch key {
	case UnitNameField:
		return "Đơn vị"
	case UnitBlockField:
		return "Khối"
	case UnitCodeField:
		return "Mã"
	case ContactField:
		return "Liên hệ"
	}
	return "Thẩm định"
}

// What the form is called, with the year.
const (
	formTitle   = "PHIẾU TỰ CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM %d"
	scoredTitle = "PHIẾU TỰ CHẤM ĐIỂM VÀ THẨM ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM %d"
)

func (f *framer) titles() {
	title := formTitle
	if f.full {
		title = scoredTitle
	}
	titles := [2]Row{}
	at := 0
	for _, row := range f.Rows {
		if row.Kind == LetterheadRow {
			titles[at] = row
			at++
		}
	}
	basis := f.Part.title(f.Rules) + fmt.Sprintf("(Dành cho %s; căn cứ %s)", f.Rules.Kind, f.Rules.Basis)
	if f.Table != nil {
		title, basis = tableTitle, tableBasis(f.Table)
	}
	f.across(titles[0], NumberColumn, f.lastShown(), draft.Text(fmt.Sprintf(title, f.Rules.Year)), look.Title())
	f.across(titles[1], NumberColumn, f.lastShown(), draft.Text(basis), look.Subtitle())
	f.grow(titles[0], 26)
}

// fields writes who the unit is, with the sums beside it. What the secretariat fixed is locked.
func (w *writer) fields() {
	if w.Table != nil {
		w.tableFields()
		return
	}
	unit := w.Submission.Unit
	w.field(UnitNameField, unit.Name, !w.UnitFixed)
	w.field(UnitBlockField, unit.Block, !w.UnitFixed)
	w.field(UnitCodeField, unit.Code, !w.UnitFixed)
	w.field(ContactField, w.Contact, !w.full)
	w.field(AppraisalField, w.appraisalState(), w.full)
}

// appraisalState is one of the two words, or what was written in their place, so that somebody chooses again.
func (w *writer) appraisalState() string {
	states := AppraisalStates()
	if text := w.Unread[AppraisalField]; text != "" {
		return text
	}
	if w.Submission.Appraisal.Done {
		return states[1]
	}
	return states[0]
}

func (w *writer) field(key, value string, open bool) {
	row, _ := w.Row(key)
	style := draft.Style{Font: draft.Font{Size: 12, Bold: key == UnitNameField}, Border: draft.Bottom, Align: draft.Left, Wrap: true, Format: look.TextFormat}
	if open {
		style = look.Field(style)
	}
	w.put(row, FieldColumn, draft.Text(value), style)
	for _, s := range w.summaries() {
		if s.field == key && w.shows(s) {
			style := draft.Style{Font: draft.Font{Size: 12, Bold: true}, Align: draft.Center, Border: draft.Thin, Format: totalFormat(s.total)}
			w.formula(row, s.points, w.totalValue(s.total, s.points), style)
		}
	}
}

// summary is a sum of the last rows that shows at the top too, where it stays in sight.
type summary struct {
	words         string
	field         string // in whose row
	total         string // the total row's key
	label, points Column
}

func (l *Layout) summaries() []summary {
	if l.Table != nil {
		return nil
	}
	return []summary{
		{"Tổng điểm tự chấm", ContactField, TotalKey, AnswerColumn, SelfColumn},
		{"Số ô chưa điền", AppraisalField, BlankKey, AnswerColumn, SelfColumn},
		{"Tổng điểm thẩm định", ContactField, TotalKey, AppraisedAnswer, AppraisedColumn},
		{"Tỷ lệ đạt", AppraisalField, PercentKey, AppraisedAnswer, AppraisedColumn},
	}
}

// shows says that there is a sum at the top: the appraiser's only where he is at work.
func (p *page) shows(s summary) bool { return p.full || s.points == SelfColumn }

// summary writes what stands beside a sum.
func (f *framer) summary(s summary) {
	row, _ := f.Row(s.field)
	f.put(row, s.label, draft.Text(s.words), draft.Style{Font: draft.Font{Size: 12}, Align: draft.Right})
	if s.total == TotalKey {
		most := draft.Style{Font: draft.Font{Size: 11, Color: look.GreyInk}, Align: draft.Left}
		f.put(row, s.points+1, draft.Text("/ "+expr.FormatPoints(f.Rules.Total, int32(f.Rules.Rounding.Places))), most)
	}
}

func totalFormat(key string) string {
	switch key {
	case PercentKey:
		return look.PercentFormat
	case BlankKey:
		return look.CountFormat
	}
	return look.PointsFormat
}
