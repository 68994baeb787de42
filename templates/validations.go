package templates

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/templates/draft"
	"cchc/templates/formula"
)

// hintLength is how much of a hint or message every program shows.
const hintLength = 250

// allValidations are the rules on what may be typed, for the unit's answers and for the appraiser's. They help while typing; pasting
// goes past them, so nothing relies on them.
func (l *Layout) allValidations() []draft.Validation {
	var all []draft.Validation
	columns := []Column{AnswerColumn, AppraisedAnswer}
	if l.Table != nil {
		columns = columns[1:]
	}
	for _, c := range columns {
		all = append(all, l.listValidations(c)...)
		all = append(all, l.numberValidations(c)...)
	}
	return append(all, l.fieldValidations()...)
}

// listValidations gives one drop-down for each list of options.
func (l *Layout) listValidations(c Column) []draft.Validation {
	var all []draft.Validation
	for _, list := range l.Options {
		cells := l.cells(c, func(row Row) bool { return row.Kind == InputRow && row.Options == list })
		if len(cells) == 0 {
			continue
		}
		all = append(all, draft.Validation{Cells: cells, List: list.Range(),
			HintTitle: "Chọn trong danh sách", Hint: cut(strings.Join(list.Texts, "\n")),
			ErrorTitle: "Chưa đúng lựa chọn", Error: "Bấm mũi tên ở bên phải ô rồi chọn một mục trong danh sách; không gõ chữ khác vào ô này."})
	}
	return all
}

// numberValidations gives one rule for each set of bounds.
func (l *Layout) numberValidations(c Column) []draft.Validation {
	var all []draft.Validation
	for i, row := range l.Rows {
		same := func(other Row) bool { return isNumber(other) && bounds(row) == bounds(other) }
		if !isNumber(row) || slices.ContainsFunc(l.Rows[:i], same) {
			continue
		}
		cell, words := row.At(c).String(), bounds(row)
		conditions := append([]string{formula.Call("ISNUMBER", cell)}, within(row, cell)...)
		v := draft.Validation{Cells: l.cells(c, same), Formula: formula.Call("AND", conditions...),
			HintTitle: "Nhập số", Hint: "Nhập " + words + ", không kèm chữ; không gõ dấu phân cách hàng nghìn. Không phát sinh thì ghi 0.",
			ErrorTitle: "Số liệu chưa đúng", Error: "Ô này chỉ nhận " + words + ", không kèm chữ hoặc đơn vị tính. Cách gõ số trên máy này: xem dòng in nghiêng ở đầu phiếu."}
		if row.Input.Kind == expr.PointsInput {
			v.HintTitle, v.Hint = "Điểm đề nghị", "Nhập "+words+" mà đơn vị đề nghị, gõ phần thập phân như ở đầu phiếu. Người thẩm định quyết định điểm."
		}
		if row.Input.Kind == expr.PercentInput {
			v.HintTitle, v.Hint = "Nhập tỷ lệ %", "Nhập "+words+": gõ 90 hoặc 90%, ô tự hiện dấu %. Không kèm chữ. Không có thì ghi 0."
			v.Error = "Ô này chỉ nhận " + words + ", không kèm chữ. Gõ 90 hoặc 90%; cách gõ phần thập phân trên máy này: xem dòng in nghiêng ở đầu phiếu."
		}
		if row.Input.Kind == expr.DateInput {
			v.HintTitle, v.Hint = "Nhập ngày", "Nhập "+words+", ví dụ 15/12/2023. Ô hiện ngày/tháng/năm: gõ xong, xem lại ngày và tháng có bị đổi chỗ không."
			v.ErrorTitle, v.Error = "Ngày chưa đúng", "Ô này chỉ nhận "+words+", không kèm chữ hoặc giờ. Máy đang dùng có thể nhận tháng trước ngày: gõ 2023-12-15 thì máy nào cũng hiểu."
		}
		all = append(all, v)
	}
	return all
}

func isNumber(row Row) bool { return row.Kind == InputRow && row.Options == nil && row.isTyped() }

// most is the upper bound of an answer, not valid where there is none. Points by hand have that of their leaf.
func most(row Row) decimal.NullDecimal {
	if row.Input.Kind == expr.PointsInput && !row.Input.Max.Valid {
		return decimal.NewNullDecimal(row.Node.Max)
	}
	return row.Input.Max
}

// within lists what must hold of a number: the reverse of outside.
func within(row Row, cell string) []string {
	number := reckoned(row.Input, cell)
	conditions := []string{number + ">=" + formula.Literal(row.Input.Min)}
	if most := most(row); most.Valid {
		conditions = append(conditions, number+"<="+formula.Literal(most.Decimal))
	}
	if row.Input.Whole {
		conditions = append(conditions, formula.Call("INT", number)+"="+number)
	}
	return conditions
}

// bounds says in words which numbers may stand in an answer.
func bounds(row Row) string {
	words := "số"
	switch {
	case row.Input.Kind == expr.PointsInput:
		words = "điểm"
	case row.Input.Whole:
		words = "số nguyên"
	}
	sign := ""
	if row.Input.Kind == expr.DateInput {
		words = "ngày (ngày/tháng/năm)"
	}
	if row.Input.Kind == expr.PercentInput {
		words, sign = strings.Replace(words, "số", "tỷ lệ", 1), expr.PercentUnit
	}
	words += " từ " + row.Input.Words(row.Input.Min) + sign
	if most := most(row); most.Valid {
		return words + " đến " + row.Input.Words(most.Decimal) + sign
	}
	return words + " trở lên"
}

// fieldValidations are those of the contact, of points set by hand and of the appraisal's state.
func (l *Layout) fieldValidations() []draft.Validation {
	leaves := l.cells(SetColumn, func(row Row) bool { return row.Kind == NodeRow && row.Node.IsLeaf() })
	first := Row{Number: leaves[0].From.Row}
	set := first.At(SetColumn).String()
	points := draft.Validation{Cells: leaves, Formula: formula.Call("IF", formula.Call("ISNUMBER", set), l.settable(first, set), set+"="+stateLabel(expr.NotAssessed)),
		HintTitle: "Điểm ấn định", Hint: "Từ 0 đến điểm tối đa, hoặc KĐG nếu không đánh giá. Để trống nếu chấm theo số liệu. Ghi lý do.",
		ErrorTitle: "Điểm chưa đúng", Error: fmt.Sprintf("Nhập từ 0 đến điểm tối đa của tiêu chí, không quá %d chữ số thập phân, hoặc %s.", l.Rules.Rounding.Places, expr.NotAssessed.Label())}
	if l.Table != nil {
		return []draft.Validation{points}
	}
	contact, state := l.Cell(ContactField, FieldColumn), l.Rows[l.byKey[AppraisalField]]
	return []draft.Validation{
		{Cells: []draft.Range{{From: contact, To: contact}}, Formula: formula.Call("LEN", contact.String()) + "<=500",
			HintTitle: "Người lập phiếu", Hint: "Họ tên, chức vụ, điện thoại, thư điện tử.",
			ErrorTitle: "Quá dài", Error: "Chỉ ghi họ tên, chức vụ, điện thoại, thư điện tử."},
		{Cells: []draft.Range{{From: state.At(FieldColumn), To: state.At(FieldColumn)}}, List: state.Options.Range(),
			ErrorTitle: "Trạng thái thẩm định", Error: "Chọn Chưa hoặc Đã. Khi là Đã, điểm thẩm định là điểm chính thức."},
		points,
	}
}

// cells lists the cells of a column in the rows that fit, neighbours together.
func (l *Layout) cells(c Column, fits func(Row) bool) []draft.Range {
	var all []draft.Range
	for _, row := range l.Rows {
		switch n := len(all); {
		case !fits(row):
		case n > 0 && all[n-1].To.Row == row.Number-1:
			all[n-1].To.Row = row.Number
		default:
			all = append(all, draft.Range{From: row.At(c), To: row.At(c)})
		}
	}
	return all
}

// cut shortens a hint to what programs show.
func cut(text string) string {
	if utf8.RuneCountInString(text) <= hintLength {
		return text
	}
	return string([]rune(text)[:hintLength-1]) + "…"
}
