package report

import (
	"testing"

	"cchc/rules/rulestest"
	"cchc/scoring/compare"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// TestPaper holds what the workbooks of the samples look like on paper: how many pages, how large the letters are, that no text is cut
// off, that nothing is wider than a page, and that no criterion is parted from its answers.
func TestPaper(t *testing.T) {
	rs := rulestest.LoadSet(t, "2023")
	l := templates.NewLayout(rs)
	changes, _ := compare.Diff(rulestest.LoadSet(t, "2022"), rs)
	annex := Annex(l, &changes)
	checkForm(t, l, "blank", sheetOf(t, l.BlankForm(templates.Filling{Stage: templates.SubmittedStage}), templates.FormSheet), 16)
	for name, f := range samples(t, rs) {
		book := scoredWorkbook(l, f, annex)
		for _, sheet := range book.Sheets {
			if !sheet.Hidden {
				checkUncut(t, name, sheet.Whole())
			}
		}
		most, mostSigned := 16, 5
		if f.Appraised() {
			most, mostSigned = 20, 6 // with four columns more, and the list of what was appraised otherwise
		}
		checkForm(t, l, name, sheetOf(t, book, templates.FormSheet), most)
		signed := len(sheetOf(t, book, templates.ResultSheet).Page.Breaks) + len(sheetOf(t, book, templates.ProblemSheet).Page.Breaks) + 2
		if signed > mostSigned {
			t.Errorf("%s: what is signed takes %d pages", name, signed)
		}
	}
}

func sheetOf(t *testing.T, book *draft.Workbook, name string) *draft.Sheet {
	t.Helper()
	for _, sheet := range book.Sheets {
		if sheet.Name == name {
			return sheet.Whole()
		}
	}
	t.Fatalf("no sheet %s", name)
	return nil
}

// checkForm is for the sheet of the form.
func checkForm(t *testing.T, l *templates.Layout, name string, sheet *draft.Sheet, most int) {
	t.Helper()
	if pages := len(sheet.Page.Breaks) + 1; pages > most {
		t.Errorf("%s: the form takes %d pages, want %d at most", name, pages, most)
	}
	scale, width := float64(sheet.Page.Scale)/100, 0.0
	for _, c := range sheet.Columns[:sheet.Page.Area.To.Col] {
		if !c.Hidden {
			width += c.Width
		}
	}
	if width*scale > look.PaperWidth {
		t.Errorf("%s: columns of %v at %v, and a page of %d", name, width, scale, look.PaperWidth)
	}
	for _, cell := range sheet.Cells {
		size := cell.Style.Font.Size
		if size == 0 || cell.Col > sheet.Page.Area.To.Col || sheet.Columns[cell.Col-1].Hidden || sheet.Rows[cell.Row].Hidden {
			continue
		}
		for _, run := range append(cell.Value.Runs, draft.Run{Font: cell.Style.Font}) {
			if printed := run.Font.Size * scale; printed < 8.5 {
				t.Errorf("%s: %v prints with letters of %v points", name, cell.Place, printed)
			}
		}
	}
	for _, last := range sheet.Page.Breaks {
		above, below := l.Rows[last-1], l.Rows[last]
		if below.Kind == templates.InputRow || below.Kind == templates.RuleRow || above.Kind == templates.NodeRow {
			t.Errorf("%s: a page ends after row %d, between %q and %q", name, last, above.Key, below.Key)
		}
	}
	checkUncut(t, name, sheet)
}

// lead is how far lines stand apart, in print, for letters of one point.
const lead = 1.15

// checkUncut sees that each text that wraps has room in its rows.
func checkUncut(t *testing.T, name string, sheet *draft.Sheet) {
	t.Helper()
	for _, cell := range sheet.Cells {
		if !cell.Style.Wrap || cell.Value.Kind != draft.TextKind && cell.Value.Kind != draft.RichKind || sheet.Columns[cell.Col-1].Hidden {
			continue
		}
		last := cell.Row
		for _, m := range sheet.Merges {
			if m.From == cell.Place {
				last = m.To.Row
			}
		}
		size := cell.Style.Font.Size
		for _, run := range cell.Value.Runs {
			size = max(size, run.Font.Size)
		}
		font := cell.Style.Font
		font.Size = size
		lines := look.Passage{Text: cell.Value.Shown(), Width: look.WidthOf(sheet, cell.Place), Font: font}.Lines()
		if need, has := min(409, float64(lines)*size*lead), look.RowsHeight(sheet, cell.Row, last); size > 0 && need > has {
			t.Errorf("%s, %s!%v: %d lines need %v points, there are %v: %q", name, sheet.Name, cell.Place, lines, need, has, cell.Value.Shown())
		}
	}
}
