package templates

import (
	"maps"

	"cchc/templates/draft"
	"cchc/templates/look"
)

// totals writes a row of sums.
func (f *framer) totals(row Row) {
	style := totalStyle(row)
	f.key(row)
	f.blank(row, style, NumberColumn, AnswerColumn, CheckColumn, EvidenceColumn, ReasonColumn, AppraisedAnswer, SetColumn, WhyColumn, ExplanationColumn)
	f.put(row, NameColumn, draft.Text(totalName(row.Key)), style)
	most := draft.Value{}
	if row.Key == TotalKey {
		most = draft.Number(f.Rules.Total)
	}
	f.put(row, MaxColumn, most, look.Points(style))
	if row.Key == BlankKey {
		style = look.Points(style)
		style.Format = totalFormat(row.Key)
		f.blank(row, style, AppraisedColumn)
	}
}

func (w *writer) totals(row Row) {
	style := look.Points(totalStyle(row))
	style.Format = totalFormat(row.Key)
	w.formula(row, SelfColumn, w.totalValue(row.Key, SelfColumn), style)
	if row.Key != BlankKey {
		w.formula(row, AppraisedColumn, w.totalValue(row.Key, AppraisedColumn), style)
	}
	if row.Key == TotalKey {
		w.formula(row, SelfDropped, draft.Number(w.result.Self.NotAssessed), draft.Style{})
		w.formula(row, AppraisedDropped, draft.Number(w.result.Appraised.NotAssessed), draft.Style{})
	}
}

// totalStyle is that of an area for the total, and of a criterion for what else is summed up.
func totalStyle(row Row) draft.Style {
	if row.Key == TotalKey {
		return look.Level(1)
	}
	return look.Level(2)
}

func totalName(key string) string {
	switch key {
	case TotalKey:
		return "TỔNG ĐIỂM"
	case AssessedKey:
		return "Điểm tối đa được đánh giá (đã trừ các tiêu chí không đánh giá)"
	case PercentKey:
		return "Tỷ lệ đạt so với điểm tối đa được đánh giá"
	}
	return "Số ô số liệu chưa điền"
}

// signatureRows is how many rows the signature block takes: a gap, the date, who signs, how, and room to sign.
const signatureRows = 7

// signature writes the block at the end where people sign on paper.
func (f *framer) signature() {
	rows := f.Rows[len(f.Rows)-signatureRows:]
	f.grow(rows[0], 12)
	italic := draft.Style{Font: draft.Font{Size: 12, Italic: true}, Align: draft.Center}
	open := italic
	open.Unlocked = true
	f.across(rows[1], AnswerColumn, ReasonColumn, draft.Text("……………………, ngày …… tháng …… năm ………"), open)
	if f.Table != nil {
		f.signer(rows, NumberColumn, NameColumn, "NGƯỜI THẨM ĐỊNH", "(Ký, ghi rõ họ tên)")
		f.signer(rows, AnswerColumn, ReasonColumn, "THỦ TRƯỞNG CƠ QUAN THẨM ĐỊNH", "(Ký, đóng dấu, ghi rõ họ tên)")
		f.roomToSign(rows)
		return
	}
	f.signer(rows, NumberColumn, NameColumn, "NGƯỜI LẬP PHIẾU", "(Ký, ghi rõ họ tên)")
	if f.Part == nil {
		f.signer(rows, AnswerColumn, ReasonColumn, "THỦ TRƯỞNG ĐƠN VỊ", "(Ký, đóng dấu, ghi rõ họ tên)")
	} else {
		f.signer(rows, AnswerColumn, ReasonColumn, "PHỤ TRÁCH PHÒNG", "(Ký, ghi rõ họ tên)")
	}
	if f.full {
		f.signer(rows, AppraisedAnswer, WhyColumn, "NGƯỜI THẨM ĐỊNH", "(Ký, ghi rõ họ tên)")
	}
	f.roomToSign(rows)
}

func (f *framer) roomToSign(rows []Row) {
	for _, row := range rows[4:] {
		f.grow(row, 22)
	}
}

// CarrySignature gives what stands where people sign in a result that is made of a unit's corrected form: what the form says, and what
// the appraiser had typed into the earlier result under his own columns; place and date, too, where the form leaves them open.
func (l *Layout) CarrySignature(form, earlier map[SignaturePlace]string) map[SignaturePlace]string {
	date := SignaturePlace{l.Rows[len(l.Rows)-signatureRows+1].Number, AnswerColumn}
	all := map[SignaturePlace]string{}
	for place, text := range earlier {
		if place.Column >= AppraisedAnswer || place == date {
			all[place] = text
		}
	}
	maps.Copy(all, form)
	return all
}

// signer writes one of the columns of the block; the name is typed into its last row.
func (f *framer) signer(rows []Row, from, to Column, title, how string) {
	style := draft.Style{Font: draft.Font{Size: 12, Bold: true}, Align: draft.Center}
	f.across(rows[2], from, to, draft.Text(title), style)
	name := style
	name.Unlocked = true
	style.Font = draft.Font{Size: 11, Italic: true}
	f.across(rows[3], from, to, draft.Text(how), style)
	f.across(rows[signatureRows-1], from, to, draft.Value{}, name)
}
