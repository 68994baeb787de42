package draft

import (
	"io"
	"slices"
	"strings"
	"testing"
)

func TestRefused(t *testing.T) {
	at, cells := Place{1, 1}, Range{Place{1, 1}, Place{9, 1}}
	sheet := func(change func(s *Sheet)) *Workbook {
		w := one()
		change(w.Sheets[0])
		return w
	}
	validation := func(v Validation) *Workbook {
		return sheet(func(s *Sheet) { s.Validations = []Validation{v} })
	}
	long := func(n int) string { return strings.Repeat("ă", n) }
	tests := []struct {
		name, want string
		workbook   *Workbook
	}{
		{"no sheet", "needs a sheet", &Workbook{}},
		{"all hidden", "every sheet is hidden", sheet(func(s *Sheet) { s.Hidden = true })},
		{"same name", "stands twice", &Workbook{Sheets: []*Sheet{{Name: "A"}, {Name: "a"}}}},
		{"long name", "31", &Workbook{Sheets: []*Sheet{{Name: long(32)}}}},
		{"quote in a name", "breaks the references", &Workbook{Sheets: []*Sheet{{Name: "a'b"}}}},
		{"same cell", "cell A1: written twice", one(Cell{Place: at, Value: Text("a")}, Cell{Place: Place{2, 1}}, Cell{Place: at})},
		{"no such cell", "outside", one(Cell{Place: Place{0, 1}})},
		{"huge number", "too large", one(Cell{Place: at, Value: number("1e301")})},
		{"fine number", "too fine", one(Cell{Place: at, Value: number("1e-301")})},
		{"formula with =", "begins with =", one(Cell{Place: at, Formula: "=A2"})},
		{"long formula", "8193 characters", one(Cell{Place: at, Formula: long(8193)})},
		{"rich formula", "rich text", one(Cell{Place: at, Formula: "A2", Value: Rich(Run{Text: "a"})})},
		{"rich without runs", "rich text", one(Cell{Place: at, Value: Rich()})},
		{"long rich text", "32768 characters", one(Cell{Place: at, Value: Rich(Run{Text: long(32767)}, Run{Text: "a"})})},
		{"hidden by a merge", "a merge hides it", sheet(func(s *Sheet) {
			s.Merges, s.Cells = []Range{cells}, []Cell{{Place: Place{2, 1}, Value: Text("a")}}
		})},
		{"overlapping merges", "merges A1:A9 and A9:B9 overlap", sheet(func(s *Sheet) { s.Merges = []Range{cells, {Place{9, 1}, Place{9, 2}}} })},
		{"merge of one", "not two cells", sheet(func(s *Sheet) { s.Merges = []Range{{at, at}} })},
		{"high row", "height 410", sheet(func(s *Sheet) { s.Rows = map[int]Row{3: {Height: 410}} })},
		{"deep outline", "outline 8", sheet(func(s *Sheet) { s.Rows = map[int]Row{3: {Outline: 8}} })},
		{"wide column", "width 256", sheet(func(s *Sheet) { s.Columns = []Column{{Width: 256}} })},
		{"break nowhere", "page break after row 0", sheet(func(s *Sheet) { s.Page.Breaks = []int{0} })},
		{"column break nowhere", "page break after column 0", sheet(func(s *Sheet) { s.Page.Scale, s.Page.ColumnBreaks = 80, []int{0} })},
		{"column break without a scale", "no effect", sheet(func(s *Sheet) { s.Page.ColumnBreaks = []int{3} })},
		{"many breaks", "1027 page breaks", sheet(func(s *Sheet) { s.Page.Breaks = slices.Repeat([]int{3}, 1027) })},
		{"tiny scale", "a scale of 9%", sheet(func(s *Sheet) { s.Page.Scale = 9 })},
		{"scale and pages across", "give one of them", sheet(func(s *Sheet) { s.Page.Scale, s.Page.Wide = 80, 2 })},
		{"axis below zero", "its axis ends at -1", sheet(func(s *Sheet) { s.Charts = []Chart{{At: at, Highest: -1}} })},
		{"title rows", "rows 2 to 1", sheet(func(s *Sheet) { s.Page.TitleRows = Range{Place{2, 1}, Place{1, 1}} })},
		{"title columns", "-1 columns", sheet(func(s *Sheet) { s.Page.TitleColumns = -1 })},
		{"pages across", "-1 pages", sheet(func(s *Sheet) { s.Page.Wide = -1 })},
		{"long footer", "a footer of 255", sheet(func(s *Sheet) { s.Page.Footer = long(255) })},
		{"validation of nothing", "needs cells", validation(Validation{Formula: "A1>0"})},
		{"validation without a rule", "either a list or a formula", validation(Validation{Cells: []Range{cells}})},
		{"validation upside down", "no range", validation(Validation{Cells: []Range{{cells.To, cells.From}}, List: "$A$1"})},
		{"long title", "over 32", validation(Validation{Cells: []Range{cells}, List: "$A$1", HintTitle: long(33)})},
		{"long message", "over 255", validation(Validation{Cells: []Range{cells}, List: "$A$1", Error: long(256)})},
		{"mark without a rule", "conditional format at A1:A9", sheet(func(s *Sheet) { s.Marks = []Mark{{Cells: cells}} })},
		{"one colour", "conditional format at A1:A9", sheet(func(s *Sheet) { s.Marks = []Mark{{Cells: cells, Scale: []string{"FFFFFF"}}} })},
		{"filter of nothing", "filter", sheet(func(s *Sheet) { s.Filter = &Range{} })},
		{"property without a name", "property", &Workbook{Sheets: one().Sheets, Properties: []Property{{"", "x"}}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if err := test.workbook.Write(io.Discard); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v, want %q in it", err, test.want)
			}
		})
	}
}

// TestAllAtOnce sees that one fault doesn't hide the next.
func TestAllAtOnce(t *testing.T) {
	err := one(Cell{Place: Place{1, 1}, Formula: "=A2"}, Cell{Place: Place{5, 5}, Formula: "=A2"}).Write(io.Discard)
	if err == nil || !strings.Contains(err.Error(), "A1") || !strings.Contains(err.Error(), "E5") {
		t.Errorf("%v", err)
	}
}
