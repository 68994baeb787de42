package reader

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"cchc/scoring/expr"
	"cchc/templates"
)

// aNumber is the answer whose cell the table fills. Its rule reads it, so that whatever can't be used makes the leaf invalid.
const aNumber = "1.1:b"

// numberCell is something that the cell of a number can hold.
type numberCell struct {
	name string
	fill func(*sheetFile)
	want string // the answer, or the problem's text
}

// numberCells lists everything that there is.
func numberCells() []numberCell {
	const key = aNumber
	value := func(v any) func(*sheetFile) { return func(f *sheetFile) { f.set(key, templates.AnswerColumn, v) } }
	raw := func(markup string) func(*sheetFile) {
		return func(f *sheetFile) { f.raw(key, templates.AnswerColumn, `<c r="REF"`+markup+`</c>`) }
	}
	formatted := func(id int, v any) func(*sheetFile) {
		return func(f *sheetFile) { f.set(key, templates.AnswerColumn, v); f.format(key, templates.AnswerColumn, id) }
	}
	return []numberCell{
		{"nothing", func(*sheetFile) {}, "blank"},
		{"an empty text", raw(` t="str"><v></v>`), "blank"},
		{"a formula that gives an empty text", raw(` t="str"><f>""</f><v></v>`), "blank"},
		{"a whole number", value(9), "9"},
		{"zero", value(0), "0"},
		{"a float's noise", raw(`><v>8.9999999999999993</v>`), "9"},
		{"an exponent", raw(`><v>1.5E1</v>`), "15"},
		{"a negative number is the scoring's business", value(-1), "-1"},
		{"a fraction is the scoring's business", value(1.5), "1.5"},
		{"a number in a text-formatted cell", formatted(49, 9), "9"},
		{"a currency", formatted(44, 9), "9"},
		{"spaces only", value("  "), "“Số nhiệm vụ hoàn thành”: ô chỉ có dấu cách, không phải ô trống."},
		{"a no-break space only", value("\u00a0"), "“Số nhiệm vụ hoàn thành”: ô chỉ có dấu cách, không phải ô trống."},
		{"words", value("chín"), `“Số nhiệm vụ hoàn thành” là văn bản "chín", không phải số.`},
		{"a decimal comma", value("1,5"), `“Số nhiệm vụ hoàn thành” là văn bản "1,5", không phải số; có phải là 1,5?`},
		{"a point that may part thousands", value("1.000"), `“Số nhiệm vụ hoàn thành” là văn bản "1.000", không phải số; có phải là 1000 hay 1?`},
		{"spaces around", value(" 12 "), `“Số nhiệm vụ hoàn thành” là văn bản " 12 ", không phải số; có phải là 12?`},
		{"a no-break space within", value("1\u00a0000"), `“Số nhiệm vụ hoàn thành” là văn bản "1\u00a0000", không phải số; có phải là 1000?`},
		{"full-width digits", value("１２"), `“Số nhiệm vụ hoàn thành” là văn bản "１２", không phải số; có phải là 12?`},
		{"Arabic digits", value("١٢"), `“Số nhiệm vụ hoàn thành” là văn bản "١٢", không phải số; có phải là 12?`},
		{"rich text", func(f *sheetFile) {
			f.must(f.SetCellRichText(templates.FormSheet, f.ref(key, templates.AnswerColumn), []excelize.RichTextRun{{Text: "1"}, {Text: "2"}}))
		}, `“Số nhiệm vụ hoàn thành” là văn bản "12", không phải số; có phải là 12?`},
		{"an inline text", raw(` t="inlineStr"><is><t>12</t></is>`), `“Số nhiệm vụ hoàn thành” là văn bản "12", không phải số; có phải là 12?`},
		{"text that would harm a terminal", raw(` t="str"><v>9&#x202e;_x0007_</v>`), `“Số nhiệm vụ hoàn thành” là văn bản "9\u202e\a", không phải số.`},
		{"a percentage", formatted(9, 0.8), "“Số nhiệm vụ hoàn thành”: ô có định dạng phần trăm, giá trị lưu là 0,8."},
		{"a date", value(time.Date(2023, 5, 10, 0, 0, 0, 0, time.UTC)), "“Số nhiệm vụ hoàn thành”: ô có định dạng ngày tháng, giá trị lưu là 45.056."},
		{"a date written out", raw(` t="d"><v>2023-05-10T00:00:00</v>`), `“Số nhiệm vụ hoàn thành”: ô có định dạng ngày tháng, giá trị lưu là "2023-05-10T00:00:00".`},
		{"TRUE", value(true), "“Số nhiệm vụ hoàn thành” là giá trị logic TRUE, không phải số liệu."},
		{"FALSE", value(false), "“Số nhiệm vụ hoàn thành” là giá trị logic FALSE, không phải số liệu."},
		{"an error", raw(` t="e"><v>#DIV/0!</v>`), `“Số nhiệm vụ hoàn thành”: ô báo lỗi "#DIV/0!".`},
		{"a formula with an error", raw(` t="e"><f>1/0</f><v>#DIV/0!</v>`), `“Số nhiệm vụ hoàn thành”: ô báo lỗi "#DIV/0!".`},
		{"a formula without a value", raw(`><f>4+5</f>`), "“Số nhiệm vụ hoàn thành”: ô chứa công thức nhưng tệp không lưu giá trị của nó."},
		{"a formula with a value", raw(`><f>4+5</f><v>9</v>`), "9"},
		{"a formula with a text", raw(` t="str"><f>"9"</f><v>9</v>`), `“Số nhiệm vụ hoàn thành” là văn bản "9", không phải số; có phải là 9?`},
		{"NaN", raw(`><v>NaN</v>`), `“Số nhiệm vụ hoàn thành” là "NaN", không phải số hợp lệ hoặc quá lớn, quá nhỏ.`},
		{"beyond floats", raw(`><v>1e400</v>`), `“Số nhiệm vụ hoàn thành” là "1e400", không phải số hợp lệ hoặc quá lớn, quá nhỏ.`},
		{"a huge exponent", raw(`><v>1e1000000</v>`), `“Số nhiệm vụ hoàn thành” là "1e1000000", không phải số hợp lệ hoặc quá lớn, quá nhỏ.`},
		{"hexadecimal", raw(`><v>0x10</v>`), `“Số nhiệm vụ hoàn thành” là "0x10", không phải số hợp lệ hoặc quá lớn, quá nhỏ.`},
		{"merged with the cell below", func(f *sheetFile) {
			f.set(key, templates.AnswerColumn, 9)
			f.must(f.MergeCell(templates.FormSheet, f.ref(key, templates.AnswerColumn), f.ref("1.2", templates.AnswerColumn)))
		}, "“Số nhiệm vụ hoàn thành”: ô bị gộp với các ô khác (E13:E14)."},
		{"merged and blank", func(f *sheetFile) {
			f.must(f.MergeCell(templates.FormSheet, f.ref(key, templates.AnswerColumn), f.ref("1.2", templates.AnswerColumn)))
		}, "blank"},
	}
}

// TestNumberCells: for each of them, what is read or what is said.
func TestNumberCells(t *testing.T) {
	for _, c := range numberCells() {
		t.Run(c.name, func(t *testing.T) {
			f := newSheetFile(t, templates.SubmittedStage)
			c.fill(f)
			r := f.read()
			if got := answerWords(r.Submission.Answers[expr.Key{Leaf: "1.1", Input: "b"}]); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// answerWords writes an answer for a test's table.
func answerWords(a expr.Answer) string {
	if d, ok := a.Number(); ok {
		return d.String()
	}
	if n, ok := a.Option(); ok {
		return "option " + string(rune('0'+n))
	}
	if p, ok := a.Bad(); ok {
		return p.Text()
	}
	return "blank"
}

// TestChoiceCells goes through what the cell of a choice can hold.
func TestChoiceCells(t *testing.T) {
	cases := []struct {
		name, key string
		value     any
		want      string
	}{
		{"the option", "1.2:muc", "1. Thực hiện đầy đủ", "option 1"},
		{"other case", "1.2:muc", "2. KHÔNG ĐẦY ĐỦ", "option 2"},
		{"decomposed letters, as macOS writes", "1.2:muc", "2. Kho\u0302ng đa\u0302\u0300y đu\u0309", "option 2"},
		{"a trailing space", "1.2:muc", "1. Thực hiện đầy đủ ", "“Mức” là \"1. Thực hiện đầy đủ \", chỉ khác dấu cách so với lựa chọn \"1. Thực hiện đầy đủ\"."},
		{"a no-break space", "1.3:co", "Có\u00a0", `“Có kiểm tra” là "Có\u00a0", chỉ khác dấu cách so với lựa chọn "Có".`},
		{"a letter that nobody sees", "1.3:co", "C\u200bó", "“Có kiểm tra” là \"C\\u200bó\", chỉ khác lựa chọn \"Có\" ở ký tự ẩn U+200B."},
		{"without its number", "1.2:muc", "Thực hiện đầy đủ", `“Mức” là "Thực hiện đầy đủ", không có trong danh sách lựa chọn.`},
		{"a number", "1.2:muc", 1, "“Mức” là 1, không có trong danh sách lựa chọn."},
		{"yes", "1.3:co", "có", "option 1"},
		{"no", "1.3:co", "Không", "option 2"},
		{"TRUE", "1.3:co", true, "“Có kiểm tra” là giá trị logic TRUE, không phải số liệu."},
		{"spaces", "1.3:co", " ", "“Có kiểm tra”: ô chỉ có dấu cách, không phải ô trống."},
		{"nothing", "1.3:co", nil, "blank"},
		{"another text", "1.3:co", "Co", `“Có kiểm tra” là "Co", không có trong danh sách lựa chọn.`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := newSheetFile(t, templates.SubmittedStage)
			f.set(c.key, templates.AnswerColumn, c.value)
			key, _ := expr.ParseKey(c.key)
			if got := answerWords(f.read().Submission.Answers[key]); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestOldSpellingOfOption: a rule set that corrects spaces in an option keeps the form's hash, and forms that are out
// still offer the old spelling.
func TestOldSpellingOfOption(t *testing.T) {
	f := newSheetFile(t, templates.SubmittedStage)
	list := f.layout.Options[1]
	f.text(templates.HiddenSheet, list.First, list.Column, "1. Thực  hiện đầy đủ")
	f.set("1.2:muc", templates.AnswerColumn, "1. Thực  hiện đầy đủ")
	if got := answerWords(f.read().Submission.Answers[expr.Key{Leaf: "1.2", Input: "muc"}]); got != "option 1" {
		t.Errorf("got %s, want option 1", got)
	}
}

// TestBadCellWeighsByUse: the same cell makes the leaf invalid where the rule reads it and is a warning where it does not.
func TestBadCellWeighsByUse(t *testing.T) {
	f := newSheetFile(t, templates.SubmittedStage)
	f.set("1.4:a", templates.AnswerColumn, 3)
	f.set("1.4:b", templates.AnswerColumn, "hai")
	unread := f.read()
	want := []string{`Phiếu chấm!E20 warning: “Số người dự” là văn bản "hai", không phải số.`}
	if diff := cmp.Diff(want, scored(f, unread, "cell-")); diff != "" {
		t.Errorf("unread: %s", diff)
	}
	f.set("1.4:a", templates.AnswerColumn, 5)
	want = []string{`Phiếu chấm!E20 error: “Số người dự” là văn bản "hai", không phải số.`}
	if diff := cmp.Diff(want, scored(f, f.read(), "cell-")); diff != "" {
		t.Errorf("read: %s", diff)
	}
	if diff := cmp.Diff(map[string]string{"1.4:b": "hai"}, unread.Unread); diff != "" {
		t.Errorf("what stood there: %s", diff)
	}
}

// TestUsedWithWarning: what is used though it looks odd is said, with its cell.
func TestUsedWithWarning(t *testing.T) {
	f := newSheetFile(t, templates.SubmittedStage)
	f.raw("1.1:a", templates.AnswerColumn, `<c r="REF"><f>5*2</f><v>10</v></c>`)
	f.set("1.1:b", templates.AnswerColumn, 9)
	row, _ := f.layout.Row("1.1:b")
	f.must(f.SetRowVisible(templates.FormSheet, row.Number, false))
	want := []string{
		"Phiếu chấm!E12 warning: “Số nhiệm vụ”: ô chứa công thức; lấy giá trị đang lưu là 10.",
		"warning: Có số liệu nằm ở dòng hoặc cột đang bị ẩn, vẫn được tính: ô E13.",
		"Phiếu chấm!C1 warning: Phiếu chưa ghi tên và mã đơn vị.",
	}
	if diff := cmp.Diff(want, said(f.read()), sorted); diff != "" {
		t.Error(diff)
	}
}
