package report

import (
	"fmt"
	"io"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/proof"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// The columns of the test table.
const (
	testLine = iota + 1
	testAnswers
	testPoints
	testWords
	testRight
	testWrong
	testRemark
)

// WriteTestTable writes a workbook for the secretariat to look through and sign before a rule set is issued: for every leaf the
// source's wording beside the rule as the program has it, and below them answers at each edge with what they give. Equal
// rule sets give equal bytes.
func WriteTestTable(out io.Writer, rs *scoring.RuleSet) error {
	w := draft.Workbook{Title: fmt.Sprintf("Bảng kiểm thử cách tính điểm %d", rs.Year), Sheets: []*draft.Sheet{testSheet(rs)}}
	w.Seal()
	return w.Write(out)
}

// testTable writes the lines, numbered through.
type testTable struct {
	*pen
	rules *scoring.RuleSet
	lines int
	first int          // the row of the first line
	heads map[int]bool // the rows that stay on a page with what follows
}

func testSheet(rs *scoring.RuleSet) *draft.Sheet {
	t := &testTable{pen: newPen("Bảng kiểm thử", 7, 56, 11, 56, 7, 7, 24), rules: rs, heads: map[int]bool{}}
	t.sheet.Protected = true
	t.wide("BẢNG KIỂM THỬ CÁCH TÍNH ĐIỂM", testRemark, look.Title(), 24)
	t.wide(fmt.Sprintf("Bộ chỉ số: %s, năm %d (%s)", rs.Kind, rs.Year, rs.Basis), testRemark, look.Subtitle(), 17)
	t.wide(testGuide(rs), testRemark, look.Subtitle(), 17)
	t.next(6)
	t.sheet.Page = draft.Page{Landscape: true, Footer: look.PageFooter,
		TitleRows: draft.Range{From: draft.Place{Row: t.row, Col: testLine}, To: draft.Place{Row: t.row, Col: testRemark}}}
	t.headings("Dòng", "Số liệu giả định", "Điểm", "Diễn giải của chương trình", "Đúng", "Sai", "Ý kiến")
	t.sheet.Freeze = draft.Place{Row: t.row, Col: testLine}
	t.first = t.row
	for node := range rs.All() {
		t.node(node)
	}
	t.paginate()
	t.closing()
	return t.sheet
}

// testGuide says what to do, and which rules exactly the signature is for.
func testGuide(rs *scoring.RuleSet) string {
	return "Mỗi dòng là một bộ số liệu ở cận, ngay dưới và ngay trên cận của quy định, cùng kết quả mà chương trình tính. Đề nghị đối chiếu với văn bản, " +
		"đánh dấu X vào cột Đúng hoặc Sai; dòng sai thì ghi kết quả đúng ở cột Ý kiến. Mã bộ chỉ số: " + rs.ID + "; mã nội dung: " + rs.RulesHash()[:12] + "."
}

// node writes a criterion: its head, and for a leaf the rule and its lines.
func (t *testTable) node(c *scoring.Criterion) {
	style := look.Level(min(c.Level(), 2))
	if c.IsLeaf() {
		style.Fill, style.Font.Size = look.CriterionFill, 11
	}
	most := "tối đa " + expr.FormatPoints(c.Max, int32(t.rules.Rounding.Places))
	t.put(testLine, draft.Text(c.Number), look.Centered(style))
	t.across(testAnswers, testWrong, draft.Text(c.Name), style)
	t.put(testRemark, draft.Text(most), look.Centered(style))
	t.heads[t.row] = true
	t.next(18)
	if c.IsLeaf() {
		t.rule(c)
		rows := proof.Boundaries(t.rules, c)
		for i, row := range rows {
			t.lines++
			t.line(t.givenWords(c, rows, i), row.Tally)
		}
	}
}

// rule puts the source's wording beside the rule as the program has it.
func (t *testTable) rule(leaf *scoring.Criterion) {
	style := look.Body()
	style.Font = draft.Font{Size: testRuleSize}
	t.put(testLine, draft.Value{}, style)
	t.across(testAnswers, testPoints, titled("Theo văn bản:", leaf.Text), style)
	t.across(testWords, testRemark, titled("Chương trình tính:", strings.Join(leaf.Describe(), "\n")), style)
	t.heads[t.row] = true
	t.next(18)
}

// testRuleSize is how large the rules are written.
const testRuleSize = 10

// titled is a text under a small bold title.
func titled(title, text string) draft.Value {
	plain := draft.Font{Size: testRuleSize}
	bold := plain
	bold.Bold = true
	return draft.Rich(draft.Run{Text: title, Font: bold}, draft.Run{Text: "\n" + text, Font: plain})
}

// fewAnswers is up to how many answers every line says them all; with more, those that are as in the leaf's first line are left out.
const fewAnswers = 3

// givenWords says the answers of the line that is being written, the ith of its leaf.
func (t *testTable) givenWords(leaf *scoring.Criterion, rows []proof.Boundary, i int) string {
	if i == 0 || len(leaf.Inputs) <= fewAnswers {
		return answersWords(leaf, rows[i].Answers, nil)
	}
	return answersWords(leaf, rows[i].Answers, rows[0].Answers) + fmt.Sprintf("\n(các số liệu khác như dòng %d)", t.lines-i)
}

// answersWords says answers in the words of the form, a line for each: those that are not as in base.
func answersWords(leaf *scoring.Criterion, answers, base expr.Answers) string {
	var lines []string
	for _, in := range leaf.Inputs {
		answer := answers[leaf.Key(in.Name)]
		if answer.IsBlank() || base != nil && answer.Equal(base[leaf.Key(in.Name)]) {
			continue
		}
		value := ""
		if d, ok := answer.Number(); ok {
			value = strings.TrimSpace(in.Words(d) + " " + in.Unit)
		}
		if option, ok := answer.Option(); ok {
			value = in.Options[option-1]
		}
		lines = append(lines, in.Label+": "+value)
	}
	return strings.Join(lines, "\n")
}

// line writes one set of answers with what it gives, and room for a verdict.
func (t *testTable) line(text string, tally scoring.Tally) {
	style := look.Answer()
	t.put(testLine, draft.Count(int64(t.lines)), look.Centered(style))
	t.put(testAnswers, draft.Text(text), style)
	if tally.State == expr.Scored {
		t.put(testPoints, draft.Number(tally.Points), look.Points(style))
	} else {
		t.put(testPoints, draft.Text(expr.UpperFirst(tally.State.Words())), look.Centered(style))
	}
	t.put(testWords, draft.Text(tally.Explanation), style)
	for col := testRight; col <= testRemark; col++ {
		field := look.Field(style)
		if col != testRemark {
			field = look.Centered(field)
		}
		t.put(col, draft.Value{}, field)
	}
	t.next(18)
}

// testPage is how high the rows of a page may be together, in points, at the scale at which the table is one page wide: somewhat
// less than fits, and less the head that repeats.
const testPage = 590

// paginate ends pages so that no criterion's head stands alone at the foot of one.
func (t *testTable) paginate() {
	page, from := 0.0, 1 // how high the page is before from, where the rows begin that stay together
	kept := 0.0
	for row := 1; row < t.row; row++ {
		kept += t.sheet.Rows[row].Height
		if t.heads[row] {
			continue
		}
		if page+kept > testPage {
			t.sheet.Page.Breaks = append(t.sheet.Page.Breaks, from-1)
			page = 0
		}
		page, kept, from = page+kept, 0, row+1
	}
}

// closing counts the verdicts, and has room to sign.
func (t *testTable) closing() {
	last := t.row - 1
	t.next(8)
	for _, sum := range []struct {
		name string
		col  int
	}{{"Số dòng đã đánh dấu đúng", testRight}, {"Số dòng đã đánh dấu sai", testWrong}} {
		style := draft.Style{Font: draft.Font{Size: 11, Bold: true}}
		t.put(testAnswers, draft.Text(fmt.Sprintf("%s (trên tổng số %d dòng)", sum.name, t.lines)), style)
		t.sheet.Cells = append(t.sheet.Cells, draft.Cell{Place: draft.Place{Row: t.row, Col: testPoints}, Value: draft.Count(0),
			Formula: "COUNTA(" + draft.Place{Row: t.first, Col: sum.col}.String() + ":" + draft.Place{Row: last, Col: sum.col}.String() + ")", Style: look.Centered(style)})
		t.next(18)
	}
	t.next(10)
	italic := draft.Style{Font: draft.Font{Size: 11, Italic: true}, Align: draft.Center}
	bold := draft.Style{Font: draft.Font{Size: 11, Bold: true}, Align: draft.Center}
	t.across(testWords, testRemark, draft.Text("……………………, ngày …… tháng …… năm ………"), italic)
	t.next(18)
	for i, words := range [][2]string{{"NGƯỜI KIỂM THỬ", "THỦ TRƯỞNG CƠ QUAN"}, {"(Ký, ghi rõ họ tên)", "(Ký, đóng dấu, ghi rõ họ tên)"}} {
		style := []draft.Style{bold, italic}[i]
		t.across(testLine, testAnswers, draft.Text(words[0]), style)
		t.across(testWords, testRemark, draft.Text(words[1]), style)
		t.next(18)
	}
}

// across writes one cell over some columns of the row, with its borders all round.
func (p *pen) across(from, to int, v draft.Value, s draft.Style) {
	p.put(from, v, s)
	for col := from + 1; col <= to; col++ {
		p.put(col, draft.Value{}, s)
	}
	if from < to {
		p.merge(from, to)
	}
}
