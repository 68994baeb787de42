package rulebook

import (
	"fmt"
	"io"
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
}

func writeRules(rs *scoring.RuleSet) *draft.Sheet {
	var widths []float64
	var heads []string
	for _, c := range columns {
		widths, heads = append(widths, c.width), append(heads, c.head)
	}
	w := &rulesPen{newPen(rulesSheet, widths...), rs, map[*scoring.Criterion]int{}}
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
	for node := range rs.All() {
		w.node(node)
	}
	w.total()
	w.sign()
	return w.sheet
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
	if sum := sumOf(c.Children); len(c.Children) > 0 && sum.Equal(c.Max) {
		cell.Formula = w.sum(c.Children)
	}
	w.sheet.Cells = append(w.sheet.Cells, cell)
}

// sum adds up the cells of siblings.
func (w *rulesPen) sum(siblings []scoring.Criterion) string {
	var parts []string
	for i := range siblings {
		parts = append(parts, draft.Place{Row: w.rows[&siblings[i]], Col: colMax}.String())
	}
	return strings.Join(parts, "+")
}

func (w *rulesPen) total() {
	style := look.Level(1)
	for col := colNumber; col <= colState; col++ {
		switch col {
		case colName:
			w.put(col, draft.Text(totalName), style)
		case colMax:
			w.sheet.Cells = append(w.sheet.Cells, draft.Cell{Place: w.at(col), Value: draft.Number(sumOf(w.rules.Criteria)), Formula: w.sum(w.rules.Criteria), Style: look.Centered(style)})
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

func wasWord(was string) string {
	if was == scoring.NoPrevious {
		return newWord
	}
	return was
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

// understood says a rule in the program's own words: from the least to the most points, and at which answers.
func understood(rs *scoring.RuleSet, c *scoring.Criterion) string {
	return strings.Join(c.Describe(), "\n") + "\nTối đa " + expr.FormatPoints(c.Max, int32(rs.Rounding.Places)) + " điểm."
}
