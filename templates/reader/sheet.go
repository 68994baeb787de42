package reader

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// enoughColumns is how many of the columns' keys make a row the key row, whatever became of the others.
const enoughColumns = 5

// grid is the form's sheet as it stands in a file: where its columns and rows went.
type grid struct {
	*xlsx.Sheet
	keyRows []int // all rows that hold the columns' keys
	columns map[templates.Column]int
	rows    map[string][]int // by key, the rows that bear it; no key but those of the layout
	strange []xlsx.Cell      // of the key column, what is no key of the layout
}

// keyRow is a row that holds keys of columns, with the places of each.
type keyRow struct {
	number int
	places map[templates.Column][]int
}

// findSheet finds the sheet that holds the columns' keys, by whatever name; it was made by the one given. Of two nobody can know which one was meant.
func findSheet(file *xlsx.Book, name string) (*xlsx.Sheet, []keyRow, error) {
	ours := []string{templates.GuideSheet, templates.HiddenSheet, templates.ResultSheet, templates.ProblemSheet, templates.DiffSheet, templates.ConfirmSheet, templates.CarrySheet}
	isOurs := func(s xlsx.SheetInfo) bool { return slices.Contains(ours, s.Name) }
	found, err := sheetsWithKeys(file, func(s xlsx.SheetInfo) bool { return !isOurs(s) })
	if err == nil && len(found) == 0 {
		found, err = sheetsWithKeys(file, isOurs)
	}
	switch {
	case err != nil:
		return nil, nil, err
	case len(found) == 0 && slices.ContainsFunc(file.Sheets(), func(s xlsx.SheetInfo) bool { return s.Name == name }):
		return nil, nil, refuse(problem.FormKeyRowMissing, name)
	case len(found) == 0:
		return nil, nil, refuse(problem.FormSheetMissing, name)
	case len(found) > 1:
		var names []string
		for _, s := range found {
			names = append(names, "“"+printable(s.Name)+"”")
		}
		return nil, nil, refuse(problem.FormSheetTwice, few(names))
	}
	return found[0], keyRows(found[0]), nil
}

// sheetsWithKeys lists the sheets of a sort that hold a key row. Sheets without cells (charts) are passed over.
func sheetsWithKeys(file *xlsx.Book, wanted func(xlsx.SheetInfo) bool) ([]*xlsx.Sheet, error) {
	var found []*xlsx.Sheet
	for _, info := range file.Sheets() {
		if !wanted(info) {
			continue
		}
		sheet, err := file.Sheet(info.Name)
		if refused, ok := err.(*Refused); ok && refused.Problem.Code == problem.FileSheetUnreadable {
			continue
		}
		if err != nil {
			return nil, err
		}
		if len(keyRows(sheet)) > 0 {
			found = append(found, sheet)
		}
	}
	return found, nil
}

// keyRows lists the rows with enough keys of columns, the fullest first.
func keyRows(sheet *xlsx.Sheet) []keyRow {
	var found []keyRow
	byKey := columnsByKey()
	for number, cells := range sheet.Rows() {
		if len(cells) < enoughColumns {
			continue
		}
		if row := keyRowOf(number, cells, byKey); len(row.places) >= enoughColumns {
			found = append(found, row)
		}
	}
	slices.SortStableFunc(found, func(a, b keyRow) int { return len(b.places) - len(a.places) })
	return found
}

// keyRowOf finds the columns' keys in a row.
func keyRowOf(number int, cells []xlsx.Cell, byKey map[string]templates.Column) keyRow {
	row := keyRow{number: number}
	for _, cell := range cells {
		c, ok := columnOf(cell, byKey)
		if !ok {
			continue
		}
		if row.places == nil {
			row.places = map[templates.Column][]int{}
		}
		row.places[c] = append(row.places[c], cell.Col)
	}
	return row
}

// columnOf says which column's key a cell holds. Long texts are not even compared: a sheet may hold very many.
func columnOf(cell xlsx.Cell, byKey map[string]templates.Column) (c templates.Column, ok bool) {
	const longest = 20
	if cell.Kind == xlsx.Text && len(cell.Text) <= longest {
		c, ok = byKey[cell.Text]
	}
	return c, ok
}

func columnsByKey() map[string]templates.Column {
	byKey := map[string]templates.Column{}
	for _, c := range templates.Columns() {
		byKey[c.Key()] = c
	}
	return byKey
}

// readGrid finds the columns and rows of the form's sheet. What it can do without is a note; what it can't refuses the file.
func readGrid(l *templates.Layout, sheet *xlsx.Sheet, keys []keyRow, stage templates.Stage) (*grid, []problem.Problem, error) {
	for _, other := range keys[1:] {
		if !maps.EqualFunc(keys[0].places, other.places, slices.Equal) {
			first, second := min(keys[0].number, other.number), max(keys[0].number, other.number)
			return nil, nil, refuse(problem.FormKeyRowTwice, printable(sheet.Name), fmt.Sprintf("%d, %d", first, second))
		}
	}
	g := &grid{Sheet: sheet, columns: map[templates.Column]int{}, rows: map[string][]int{}}
	for _, row := range keys {
		g.keyRows = append(g.keyRows, row.number)
	}
	notes, err := g.takeColumns(keys[0], stage)
	if err != nil {
		return nil, nil, err
	}
	g.takeRows(l)
	if !slices.ContainsFunc(l.Rows, func(r templates.Row) bool { return r.Kind == templates.InputRow && len(g.rows[r.Key]) > 0 }) {
		return nil, nil, refuse(problem.FormNoKeys, printable(sheet.Name))
	}
	return g, notes, nil
}

// takeColumns notes where each column is. One that is read must be there exactly once.
func (g *grid) takeColumns(keys keyRow, stage templates.Stage) ([]problem.Problem, error) {
	var missing, twice, changed []string
	for _, c := range templates.Columns() {
		at := keys.places[c]
		switch {
		case len(at) == 1:
			g.columns[c] = at[0]
		case len(at) == 0 && isRead(c, stage):
			missing = append(missing, columnLabel(c))
		case len(at) == 0:
			changed = append(changed, "thiếu "+columnLabel(c))
		case isRead(c, stage):
			twice = append(twice, columnLabel(c))
		default:
			changed = append(changed, "lặp "+columnLabel(c))
		}
	}
	changed = append(changed, g.strangeColumns(keys.number)...)
	switch {
	case len(missing) > 0:
		return nil, refuse(problem.FormColumnMissing, strings.Join(missing, ", "), keys.number)
	case len(twice) > 0:
		return nil, refuse(problem.FormColumnTwice, strings.Join(twice, ", "), keys.refsOfTwins(stage))
	case len(changed) > 0:
		return []problem.Problem{problem.New(problem.FormColumnChanged, "", few(changed))}, nil
	}
	return nil, nil
}

// strangeColumns names what stands in the key row and is no column's key.
func (g *grid) strangeColumns(row int) []string {
	var strange []string
	byKey := columnsByKey()
	for number, cells := range g.Rows() {
		for _, cell := range cells {
			if _, isKey := columnOf(cell, byKey); number == row && cell.Text != "" && !isKey {
				strange = append(strange, "lạ "+quote(cell.Text)+" (ô "+cell.Ref()+")")
			}
		}
	}
	return strange
}

// refsOfTwins names the cells of the keys that stand more than once.
func (k keyRow) refsOfTwins(stage templates.Stage) string {
	var refs []string
	for _, c := range templates.Columns() {
		for _, col := range k.places[c] {
			if isRead(c, stage) && len(k.places[c]) > 1 {
				refs = append(refs, xlsx.Cell{Row: k.number, Col: col}.Ref())
			}
		}
	}
	return strings.Join(refs, ", ")
}

// takeRows notes where each row is.
func (g *grid) takeRows(l *templates.Layout) {
	for row := range g.Rows() {
		if slices.Contains(g.keyRows, row) {
			continue
		}
		cell := g.Cell(row, g.columns[templates.KeyColumn])
		if cell.Text == "" {
			continue
		}
		if _, known := l.Row(cell.Text); known && cell.Kind == xlsx.Text {
			g.rows[cell.Text] = append(g.rows[cell.Text], row)
		} else {
			g.strange = append(g.strange, cell)
		}
	}
	g.takeNumbered(l)
}

// at gives the cell where the row with that key meets the column; ok is false where the key is missing or doubled, or the column isn't there.
func (g *grid) at(key string, c templates.Column) (cell xlsx.Cell, ok bool) {
	rows, col := g.rows[key], g.columns[c]
	if len(rows) != 1 || col == 0 {
		return xlsx.Cell{}, false
	}
	return g.Cell(rows[0], col), true
}

// isRead says that the reader takes something from the column.
func isRead(c templates.Column, stage templates.Stage) bool {
	switch c {
	case templates.KeyColumn, templates.FieldColumn, templates.AnswerColumn, templates.EvidenceColumn, templates.ReasonColumn:
		return true
	case templates.AppraisedAnswer, templates.SetColumn, templates.WhyColumn:
		return stage == templates.ScoredStage
	}
	return false
}

// columnLabel names the column in a message: its heading, and its key.
func columnLabel(c templates.Column) string {
	if c.Title() == "" {
		return "“" + c.Key() + "”"
	}
	return fmt.Sprintf("“%s” (%s)", c.Title(), c.Key())
}

// few lists the first of many.
func few(items []string) string {
	const most = 6
	if len(items) > most {
		return strings.Join(items[:most], ", ") + fmt.Sprintf(" và %d mục khác", len(items)-most)
	}
	return strings.Join(items, ", ")
}
