package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	textdiff "github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/kinds"
	"cchc/scoring/ranking"
	"cchc/templates/draft"
	"cchc/templates/formtest"
	"cchc/templates/look"
)

// areasOf is a rule set whose areas have that many leaves, of one point each.
func areasOf(leaves ...int) *scoring.RuleSet {
	rs := &scoring.RuleSet{ID: "mau", Year: 2023, Kind: "sở", Basis: "Quyết định", Rounding: scoring.Rounding{Places: 2}}
	for i, n := range leaves {
		area := scoring.Criterion{Number: fmt.Sprint(i + 1), Name: "MỨC ĐỘ HOÀN THÀNH CÁC NHIỆM VỤ ĐƯỢC CHỦ TỊCH THÀNH PHỐ GIAO HẰNG NĂM", Max: formtest.Points(fmt.Sprint(n))}
		for j := range n {
			area.Children = append(area.Children, scoring.Criterion{Number: fmt.Sprintf("%d.%d", i+1, j+1), Name: "Việc", Max: formtest.Points("1"),
				Rule: &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNotAssessed}})
		}
		rs.Criteria, rs.Total = append(rs.Criteria, area), rs.Total.Add(area.Max)
	}
	return rs
}

// someUnits are units of blocks of seven, with half a point everywhere.
func someUnits(rs *scoring.RuleSet, n int) []ranking.Standing {
	var list []ranking.Standing
	for i := range n {
		list = append(list, standing(fmt.Sprintf("A-%03d", i), "Đơn vị", fmt.Sprintf("Khối %02d", i/7), true, strings.Repeat("0.5 ", len(rs.Leaves())), ""))
	}
	return list
}

// TestMatrixPagesAcross: pages end between areas, or within one that is too wide for any, and nothing runs past the end of its page.
func TestMatrixPagesAcross(t *testing.T) {
	tests := []struct {
		leaves, breaks []int
		heads          []string // of the pages
	}{
		{[]int{3, 2}, nil, []string{"1. "}},
		{[]int{12, 7, 10, 4, 20, 4, 20, 2}, []int{22, 36, 60}, []string{"1. ", "3. ", "5. ", "7. "}},
		{[]int{1, 1, 1, 1, 1, 1}, []int{8}, []string{"1. ", "6. "}},
		{[]int{2, 50, 2}, []int{21, 38}, []string{"1. ", "2 (tiếp). ", "2 (tiếp). "}},
	}
	for _, test := range tests {
		rs := areasOf(test.leaves...)
		r := ranking.Rank(rs, someUnits(rs, 3), ranking.Options{})
		sheet := matrixSheet(&r)
		if diff := textdiff.Diff(test.breaks, sheet.Page.ColumnBreaks); diff != "" {
			t.Errorf("%v: %s", test.leaves, diff)
		}
		if sheet.Page.Scale == 0 || sheet.Page.Wide != 0 {
			t.Errorf("%v: the page is fitted, so that programs ignore the breaks", test.leaves)
		}
		checkMerges(t, sheet)
		checkHeads(t, sheet, test.heads)
	}
}

// checkMerges sees that no merge is cut at a page's end, nor by the columns that repeat.
func checkMerges(t *testing.T, sheet *draft.Sheet) {
	t.Helper()
	for _, m := range sheet.Merges {
		for _, last := range append([]int{nameColumn}, sheet.Page.ColumnBreaks...) {
			if m.From.Col <= last && last < m.To.Col {
				t.Errorf("%v runs past column %d, where a page ends", m, last)
			}
		}
	}
}

// checkHeads sees what name each page begins with, that the page has room for all, and that no name is cut.
func checkHeads(t *testing.T, sheet *draft.Sheet, want []string) {
	t.Helper()
	p := &pen{sheet: sheet}
	head := sheet.Page.TitleRows.From.Row
	starts, ends := []int{figureColumn}, append(slices.Clone(sheet.Page.ColumnBreaks), len(sheet.Columns))
	for _, last := range sheet.Page.ColumnBreaks {
		starts = append(starts, last+1)
	}
	for i, from := range starts {
		if width := p.span(from, ends[i]); width > p.room() {
			t.Errorf("page %d has columns of %v, and room for %v", i+1, width, p.room())
		}
		if i >= len(want) || !strings.HasPrefix(textAt(sheet, draft.Place{Row: head, Col: from}), want[i]) {
			t.Errorf("page %d begins with %q, want one of %q", i+1, textAt(sheet, draft.Place{Row: head, Col: from}), want)
		}
	}
	for _, c := range sheet.Cells {
		if need := (look.Passage{Text: c.Value.Text, Width: look.WidthOf(sheet, c.Place), Font: c.Style.Font}).Height(); c.Row == head && c.Col > nameColumn && need > sheet.Rows[head].Height {
			t.Errorf("%q needs %v points, the row has %v", c.Value.Text, need, sheet.Rows[head].Height)
		}
	}
}

func textAt(sheet *draft.Sheet, at draft.Place) string {
	for _, c := range sheet.Cells {
		if c.Place == at {
			return c.Value.Text
		}
	}
	return ""
}

// TestMatrixPagesDown: pages are not too long, a block's head is not the last row of one, and the list is on one page.
func TestMatrixPagesDown(t *testing.T) {
	rs := areasOf(12)
	for _, units := range []int{0, 1, 20, 47, 300} {
		r := ranking.Rank(rs, someUnits(rs, units), ranking.Options{})
		sheet := matrixSheet(&r)
		head, from, list := sheet.Page.TitleRows, 1, 0
		for row := range sheet.Rows {
			if strings.HasSuffix(textAt(sheet, draft.Place{Row: row, Col: figureColumn}), "tỷ lệ thấp nhất") {
				list = row
			}
		}
		for _, last := range append(slices.Clone(sheet.Page.Breaks), len(sheet.Rows)) {
			height := look.RowsHeight(sheet, from, last)
			if from > 1 {
				height += look.RowsHeight(sheet, head.From.Row, head.To.Row)
			}
			if height*matrixScale/100 > look.PaperHeight {
				t.Errorf("%d units: rows %d to %d are %v high", units, from, last, height)
			}
			if strings.HasPrefix(textAt(sheet, draft.Place{Row: last, Col: 1}), "KHỐI") {
				t.Errorf("%d units: page ends with a block's head, row %d", units, last)
			}
			if list > 0 && list <= last && last < len(sheet.Rows) {
				t.Errorf("%d units: row %d ends a page within the list", units, last)
			}
			from = last + 1
		}
	}
}
