package templates

import "cchc/templates/draft"

// totals writes a row of sums.
func (w *writer) totals(row Row) {
	style := levelStyle(2)
	if row.Key == TotalKey {
		style = levelStyle(1)
	}
	w.key(row)
	for c := NumberColumn; c <= ExplanationColumn; c++ {
		if c != NameColumn && c != MaxColumn && c != SelfColumn && c != AppraisedColumn {
			w.put(row, c, draft.Value{}, style)
		}
	}
	most := draft.Value{}
	if row.Key == TotalKey {
		most = draft.Number(w.Rules.Total)
		w.formula(row, SelfDropped, draft.Number(w.result.Self.NotAssessed), draft.Style{})
		w.formula(row, AppraisedDropped, draft.Number(w.result.Appraised.NotAssessed), draft.Style{})
	}
	w.put(row, NameColumn, draft.Text(totalName(row.Key)), style)
	style = pointsStyle(style)
	w.put(row, MaxColumn, most, style)
	style.Format = totalFormat(row.Key)
	w.formula(row, SelfColumn, w.totalValue(row.Key, SelfColumn), style)
	if row.Key == BlankKey {
		w.put(row, AppraisedColumn, draft.Value{}, style)
		return
	}
	w.formula(row, AppraisedColumn, w.totalValue(row.Key, AppraisedColumn), style)
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
func (w *writer) signature() {
	rows := w.Rows[len(w.Rows)-signatureRows:]
	w.grow(rows[0], 12)
	italic := draft.Style{Font: draft.Font{Size: 12, Italic: true}, Align: draft.Center}
	open := italic
	open.Unlocked = true
	w.across(rows[1], AnswerColumn, ReasonColumn, draft.Text("……………………, ngày …… tháng …… năm ………"), open)
	w.signer(rows, NumberColumn, NameColumn, "NGƯỜI LẬP PHIẾU", "(Ký, ghi rõ họ tên)")
	if w.part == nil {
		w.signer(rows, AnswerColumn, ReasonColumn, "THỦ TRƯỞNG ĐƠN VỊ", "(Ký, đóng dấu, ghi rõ họ tên)")
	} else {
		w.signer(rows, AnswerColumn, ReasonColumn, "PHỤ TRÁCH PHÒNG", "(Ký, ghi rõ họ tên)")
	}
	if w.scored() {
		w.signer(rows, AppraisedAnswer, ExplanationColumn, "NGƯỜI THẨM ĐỊNH", "(Ký, ghi rõ họ tên)")
	}
	for _, row := range rows[4:] {
		w.grow(row, 22)
	}
}

// signer writes one of the columns of the block; the name is typed into its last row.
func (w *writer) signer(rows []Row, from, to Column, title, how string) {
	style := draft.Style{Font: draft.Font{Size: 12, Bold: true}, Align: draft.Center}
	w.across(rows[2], from, to, draft.Text(title), style)
	name := style
	name.Unlocked = true
	style.Font = draft.Font{Size: 11, Italic: true}
	w.across(rows[3], from, to, draft.Text(how), style)
	w.across(rows[signatureRows-1], from, to, draft.Value{}, name)
}
