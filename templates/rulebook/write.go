package rulebook

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// Write writes a rule set as a book. The set need not be free of findings: what does not add up is seen in the book, too. Equal sets
// give equal bytes.
func Write(out io.Writer, rs *scoring.RuleSet) error {
	w := draft.Workbook{Title: fmt.Sprintf("Sổ bộ chỉ số năm %d", rs.Year), Properties: []draft.Property{{Name: stampName, Value: rs.ID}},
		Sheets: []*draft.Sheet{writeRules(rs), writeInfo(rs), writeExamples(rs), writeChecks(rs)}}
	w.Seal()
	return w.Write(out)
}

// rulesPen writes the rules. The points of what has children are sums of theirs, and live: where each row stands is known
// before the first is written.
type rulesPen struct {
	*pen
	rules *scoring.RuleSet
	rows  map[*scoring.Criterion]int
	last  int // the row of the last criterion
}

func writeRules(rs *scoring.RuleSet) *draft.Sheet {
	var widths []float64
	var heads []string
	for _, c := range columns {
		widths, heads = append(widths, c.width), append(heads, c.head)
	}
	w := &rulesPen{newPen(rulesSheet, widths...), rs, map[*scoring.Criterion]int{}, 0}
	w.sheet.Columns[colKey-1].Hidden, w.sheet.Columns[colWasKey-1].Hidden = true, true
	w.across(colState, "SỔ BỘ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM "+fmt.Sprint(rs.Year), look.Title())
	w.next(24)
	w.across(colState, rs.Kind+" ("+rs.Basis+")", look.Subtitle())
	w.next(17)
	w.across(colState, rulesGuide, look.Subtitle())
	w.next(17)
	w.headings(heads...)
	row := w.row
	for node := range rs.All() {
		w.rows[node] = row
		row++
	}
	first := w.row
	w.last = row - 1
	for node := range rs.All() {
		w.node(node)
	}
	w.total(first)
	w.sign()
	w.paginate(first)
	return w.sheet
}

// paginate lets pages begin at rows that have a rule and at areas, but never between what is divided and the first of what it is
// divided into, nor before the total and the signatures, which nobody signs on a page of their own.
func (w *rulesPen) paginate(first int) {
	begins := map[int]bool{}
	above := false // the row above is divided
	for node := range w.rules.All() {
		begins[w.rows[node]] = !above
		above = !node.IsLeaf() && len(node.Children) > 0
	}
	var may []int
	for row := first; row <= w.last; row++ {
		if begins[row] {
			may = append(may, row)
		}
	}
	if len(may) == 0 {
		return
	}
	page := &w.sheet.Page
	page.Scale = bookScale
	page.Breaks = look.RowBreaks(w.sheet, page.TitleRows, append(may, w.row), bookScale)
}

// rulesGuide says over the table what to do.
const rulesGuide = "Sửa ở các cột đến “STT năm trước”, rồi chạy: cchc rules read TỆP-NÀY -o TỆP.yaml. Cách tính viết mỗi câu một dòng; số liệu mỗi dòng một số liệu. " +
	"“Hiểu là” và “Tình trạng” do chương trình ghi, không được đọc lại."

// node writes a criterion.
func (w *rulesPen) node(c *scoring.Criterion) {
	style := look.Level(min(c.Level(), 3))
	if c.IsLeaf() {
		style = look.Body()
	}
	style.Font.Size, style.Top = bookSize, true
	cells := map[int]string{colNumber: c.Number, colName: c.Name, colText: c.Text, colSource: sourceWord(c.Provenance), colNote: c.Note, colWas: wasWord(c.Was), colKey: c.Number, colWasKey: wasWord(c.Was)}
	if c.IsLeaf() {
		w.rule(c, cells)
	} else if c.NotDetailed {
		cells[colRule] = notDetailed
	}
	for col := colNumber; col <= colWasKey; col++ {
		s := style
		if col == colNote || col == colText {
			s.Font.Bold = false // of what is divided, too, these are only read
		}
		if s.Format = look.TextFormat; col == colNumber || col >= colWas && col != colUnderstood || col == colSource {
			s.Align = draft.Center
		}
		if col == colMax {
			w.max(c, style)
			continue
		}
		w.put(col, draft.Text(cells[col]), s)
	}
	w.next(16)
}

// bookSize is how large the rows are written.
const bookSize = 10

// rule fills a leaf's cells. A rule that is faulty by itself cannot be said in words.
func (w *rulesPen) rule(c *scoring.Criterion, cells map[int]string) {
	if !describable(c) {
		cells[colState] = stateOpen
		return
	}
	cells[colInputs], cells[colRule] = inputsText(c), strings.Join(c.Describe(), "\n")
	cells[colUnderstood], cells[colState] = understood(w.rules, c), stateOf(c)
}

// max writes the points: a sum, where they are one.
func (w *rulesPen) max(c *scoring.Criterion, s draft.Style) {
	cell := draft.Cell{Place: w.at(colMax), Value: draft.Number(c.Max), Style: look.Centered(s)}
	if c.Beyond != "" {
		cell.Value = draft.Text(beyondWords[c.Beyond] + " " + expr.FormatNumber(c.Max))
	} else if sum := scoring.SumOf(c.Children); len(c.Children) > 0 && sum.Equal(c.Max) {
		cell.Formula = w.sumBelow(c)
	}
	w.sheet.Cells = append(w.sheet.Cells, cell)
}

// sumBelow adds up what a criterion is divided into, found by its number: rows may be dropped, added and moved, and the sum
// stays right. What a range of numbers holds does not continue it: then the cells are named one by one.
func (w *rulesPen) sumBelow(c *scoring.Criterion) string {
	isRange := func(child scoring.Criterion) bool { return strings.Contains(child.Number, "-") }
	if isRange(*c) || slices.ContainsFunc(c.Children, isRange) {
		var parts []string
		for i := range c.Children {
			parts = append(parts, draft.Place{Row: w.rows[&c.Children[i]], Col: colMax}.String())
		}
		return strings.Join(parts, "+")
	}
	own := draft.Place{Row: w.row, Col: colNumber}.String()
	numbers := w.below(colNumber, w.row+1)
	return fmt.Sprintf(`SUMPRODUCT((LEFT(%s,LEN(%s)+1)=%s&".")*(%s=%s+1),%s)`, numbers, own, own, dots(numbers), dots(own), w.below(colMax, w.row+1))
}

// sumAll adds up the areas: numbers without a point.
func (w *rulesPen) sumAll(first int) string {
	numbers := w.below(colNumber, first)
	return fmt.Sprintf(`SUMPRODUCT((%s=0)*(LEN(%s)>0),%s)`, dots(numbers), numbers, w.below(colMax, first))
}

// dots counts the points of numbers.
func dots(numbers string) string {
	return fmt.Sprintf(`LEN(%s)-LEN(SUBSTITUTE(%s,".",""))`, numbers, numbers)
}

// below is the stretch of a column from a row down to the last criterion.
func (w *rulesPen) below(col, from int) string {
	return draft.Place{Row: from, Col: col}.String() + ":" + draft.Place{Row: w.last, Col: col}.String()
}

func (w *rulesPen) total(first int) {
	style := look.Level(1)
	for col := colNumber; col <= colState; col++ {
		switch col {
		case colName:
			w.put(col, draft.Text(totalName), style)
		case colMax:
			w.sheet.Cells = append(w.sheet.Cells, draft.Cell{Place: w.at(col), Value: draft.Number(scoring.SumOf(w.rules.Criteria)), Formula: w.sumAll(first), Style: look.Centered(style)})
		default:
			w.put(col, draft.Value{}, style)
		}
	}
	w.next(18)
}

// sign leaves room for who answers for the book.
func (w *rulesPen) sign() {
	w.next(10)
	for i, words := range [][2]string{{"", "……………………, ngày …… tháng …… năm ………"}, {"NGƯỜI LẬP", "THỦ TRƯỞNG CƠ QUAN"}, {"(Ký, ghi rõ họ tên)", "(Ký, đóng dấu, ghi rõ họ tên)"}} {
		style := draft.Style{Font: draft.Font{Size: 11, Bold: i == 1, Italic: i != 1}, Align: draft.Center}
		w.put(colText, draft.Text(words[0]), style)
		w.put(colUnderstood, draft.Text(words[1]), style)
		w.next(18)
	}
}

// wasWord says what a criterion was: a number, several, of a part of what was split the number and that it is one.
func wasWord(was scoring.Was) string {
	numbers := was.Numbers()
	switch {
	case was == scoring.NoPrevious:
		return newWord
	case len(numbers) == 1:
		return numbers[0] + " (" + partWord + ")"
	case len(numbers) > 1:
		return strings.Join(numbers, "; ")
	}
	return string(was)
}

// stateOf says whether a person should look at a row: at what the source does not say, and above all at what it lacks.
func stateOf(c *scoring.Criterion) string {
	switch c.Provenance {
	case scoring.Absent:
		return stateOpen + ": nguồn thiếu"
	case scoring.FromText, "":
		return stateRead
	}
	return stateLook + ": " + scoring.ProvenanceWords(c.Provenance)
}
