package report

import (
	"bytes"
	"testing"

	"cchc/templates/draft"
	"cchc/templates/formtest"
)

func TestTestTable(t *testing.T) {
	formtest.Golden(t, "bang-kiem-thu.txt", formtest.SheetText(testSheet(formtest.SampleRules())))
}

// TestTestTableOfALongRuleSet holds the pages to their height, and a criterion's head to its first line.
func TestTestTableOfALongRuleSet(t *testing.T) {
	rules := formtest.SampleRules()
	for range 6 {
		rules.Criteria = append(rules.Criteria, rules.Criteria[0])
	}
	sheet := testSheet(rules)
	breaks := sheet.Page.Breaks
	if len(breaks) < 2 {
		t.Fatalf("breaks after %v: the test needs a few pages", breaks)
	}
	heads := map[int]bool{}
	for _, cell := range sheet.Cells {
		if cell.Col == testLine && cell.Value.Kind == draft.TextKind { // a number of the tree, not of a line
			heads[cell.Row] = true
		}
	}
	page, next := 0.0, 0
	for row := 1; row <= breaks[len(breaks)-1]; row++ {
		page += sheet.Rows[row].Height
		if row != breaks[next] {
			continue
		}
		if page > testPage || heads[row] || heads[row-1] {
			t.Errorf("the page that ends with row %d is %v high, head there: %v", row, page, heads[row] || heads[row-1])
		}
		page, next = 0, next+1
	}
}

func TestTestTableIsTheSameEachTime(t *testing.T) {
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := WriteTestTable(out, formtest.SampleRules()); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("equal rules give different bytes")
	}
}
