package templates

import (
	"fmt"
	"maps"
	"slices"

	"cchc/scoring/expr"
	"cchc/templates/draft"
	"cchc/templates/formula"
	"cchc/templates/look"
)

// A form made from last year's has one column more, beside the answers, with what was declared then. Nobody types there and nothing of
// it is read as an answer; the values stand on the hidden sheet too, for scoring to compare with.

// LastYearKey stands for that column in the form's hidden row, LastYearTitle over it.
const (
	LastYearKey   = "nam_truoc"
	LastYearTitle = "Năm trước"
)

// The names of its lines on the hidden sheet.
const (
	FixedLastYear      = "nam_truoc:" // and the answer's key
	FixedLastYearTyped = "nam_truoc_dien_san"
)

const lastYearWidth = 12 // characters

// lastYearLines are what a unit declared in the year before.
func (v *filled) lastYearLines() []NamedValue {
	var lines []NamedValue
	for _, row := range v.Rows {
		if row.Kind != InputRow {
			continue
		}
		if text := Declaration(v.LastYear.Answers[row.Node.Key(row.Input.Name)]); text != "" {
			lines = append(lines, NamedValue{FixedLastYear + row.Key, text})
		}
	}
	if v.LastYear.Typed {
		lines = append(lines, NamedValue{FixedLastYearTyped, "có"})
	}
	return lines
}

// withLastYear puts the column in, after that of the answers.
func (v *filled) withLastYear(form *draft.Sheet) *draft.Sheet {
	if v.scored() || len(v.LastYear.Answers) == 0 {
		return form
	}
	sheet := form.WithColumn(int(AnswerColumn), draft.Column{Width: lastYearWidth})
	for _, c := range []Column{EvidenceColumn, ReasonColumn} { // which make room for it, so that the form stays as wide as a page
		sheet.Columns[c].Width -= lastYearWidth / 2
	}
	put := func(row Row, value draft.Value, style draft.Style) {
		at := draft.Place{Row: row.Number, Col: int(AnswerColumn) + 1}
		sheet.Cells = append(sheet.Cells, draft.Cell{Place: at, Value: value, Style: style})
	}
	for _, row := range v.Rows {
		switch row.Kind {
		case HeaderRow:
			put(row, draft.Text(LastYearTitle), look.Header(look.HeaderFill))
		case KeyRow:
			put(row, draft.Text(LastYearKey), draft.Style{})
		case NodeRow:
			put(row, draft.Value{}, look.Level(row.Level))
		case InputRow:
			put(row, LastYearValue(row, v.LastYear.Answers[row.Node.Key(row.Input.Name)]), lastYearStyle(row))
		case TotalRow:
			put(row, draft.Value{}, totalStyle(row))
		}
	}
	if v.LastYear.Typed {
		sheet.Marks = append(sheet.Marks, v.asLastYear())
	}
	return sheet
}

// LastYearValue is what stands in the column beside an answer: a number, of a level its number in the list, Có or Không.
func LastYearValue(row Row, a expr.Answer) draft.Value {
	if n, ok := a.Number(); ok {
		return draft.Number(InCell(*row.Input, n))
	}
	option, ok := a.Option()
	switch {
	case !ok || row.Options == nil || option > len(row.Options.Texts):
		return draft.Value{}
	case row.Input.Kind == expr.YesNoInput:
		return draft.Text(row.Options.Texts[option-1])
	}
	return draft.Text(fmt.Sprint(levelWord, option))
}

// levelWord begins what is said of a level; its number follows.
const levelWord = "Mức "

// lastYearStyle is small and grey: nobody takes it for what is to be filled in.
func lastYearStyle(row Row) draft.Style {
	style := look.Centered(look.Answer())
	style.Font = draft.Font{Size: 10.5, Italic: true, Color: look.GreyInk}
	if row.Options == nil {
		style.Format = numberFormat(*row.Input)
	}
	return style
}

// asLastYear marks the answers that stand as they were typed in from last year, until somebody changes them.
func (v *filled) asLastYear() draft.Mark {
	first, last := v.body()
	at := func(row int, c int) draft.Place { return draft.Place{Row: row, Col: int(AnswerColumn) + c} }
	answer, then := "$"+at(first, 0).String(), "$"+at(first, 1).String()
	level := formula.Call("IFERROR", formula.InQuotes(levelWord)+"&"+formula.Call("LEFT", answer, formula.Call("FIND", formula.InQuotes("."), answer)+"-1"), formula.InQuotes(""))
	return draft.Mark{Cells: draft.Range{From: at(first, 0), To: at(last, 0)}, Fill: look.LastYearFill, Font: draft.Font{Italic: true},
		Formula: formula.Call("AND", answer+`<>""`, formula.Call("OR", answer+"="+then, level+"="+then))}
}

// guideOfLastYear is the guide of the stage; of a form with the column it says what that is for.
func (v *filled) guideOfLastYear() *draft.Sheet {
	if v.scored() || len(v.LastYear.Answers) == 0 {
		return v.common().guide
	}
	sheet := *v.common().guide
	sheet.Rows, sheet.Cells, sheet.Merges = maps.Clone(sheet.Rows), slices.Clone(sheet.Cells), slices.Clone(sheet.Merges)
	g := guide{sheet: &sheet, next: len(sheet.Rows) + 1}
	g.heading("5. CỘT “NĂM TRƯỚC”")
	g.line("Để đối chiếu", "Là số liệu đơn vị đã kê khai năm trước, không phải số liệu năm nay và không được tính điểm. Mỗi ô vẫn phải điền số liệu của năm nay.")
	g.line("Kiểm chứng", "Tài liệu kiểm chứng và giải trình của năm trước không dùng lại: ghi văn bản của năm nay.")
	if v.LastYear.Typed {
		cell := draft.Cell{Value: draft.Text("Điền sẵn"), Style: draft.Style{Font: draft.Font{Italic: true}, Fill: look.LastYearFill, Border: draft.Thin, Align: draft.Center}}
		g.sample(cell, "Số liệu năm trước được điền sẵn và còn y nguyên: xem lại từng ô, khác thì sửa. Khi chấm, cơ quan thường trực thấy còn bao nhiêu ô như vậy.")
	}
	return &sheet
}
