package reader

import (
	"fmt"
	"regexp"
	"time"

	"cchc/templates"
	"cchc/templates/xlsx"
)

// Some programs make numbers of texts that look like numbers when they save, and the keys of criteria do: 1.1. A number that is
// the key's text again is the key. One that has lost a zero, 1.1 for 1.10, is what the row's name says. Others make dates of them,
// 1.4.2 being a day of 2002: such a row is known by its name only.

// takeNumbered gives rows whose key became a number their key back. Those that nobody can be sure of stay strange.
func (g *grid) takeNumbered(l *templates.Layout) {
	var strange []xlsx.Cell
	taken := map[string][]int{}
	for _, cell := range g.strange {
		key := g.numberedKey(l, cell)
		if key == "" && isDate(cell) {
			if key = g.namedKey(l, cell); key != "" {
				g.dated = append(g.dated, datedKey{key, cell})
			}
		}
		if key != "" {
			taken[key] = append(taken[key], cell.Row)
		} else {
			strange = append(strange, cell)
		}
	}
	for key, rows := range taken {
		g.rows[key] = append(g.rows[key], rows...)
	}
	g.strange = strange
}

// numberedKey is the key that a number was, "" for none or several: that of the row's own name, else the one that is spelt like
// the number and that no other row bears.
func (g *grid) numberedKey(l *templates.Layout, cell xlsx.Cell) string {
	value, err := xlsx.ParseNumber(cell.Text)
	if err != nil || cell.Kind != xlsx.Number || cell.Formula || cell.Format == xlsx.FormatDate {
		return ""
	}
	name := g.Cell(cell.Row, g.columns[templates.NameColumn])
	var named, like []string
	for _, row := range l.Rows {
		d, err := xlsx.ParseNumber(row.Key)
		if row.Kind != templates.NodeRow || err != nil || !d.Equal(value) {
			continue
		}
		if !isBlank(name) && bearsFolded(row, foldedName(name.Text)) {
			named = append(named, row.Key)
		}
		like = append(like, row.Key)
	}
	switch {
	case len(named) == 1:
		return named[0]
	case len(like) == 1 && like[0] == value.String() && len(g.rows[like[0]]) == 0:
		return like[0]
	}
	return ""
}

// datedKey is a row's key with the cell in which a date stands for it.
type datedKey struct {
	key  string
	cell xlsx.Cell
}

// dateText is a date as programs write it that make texts of dates again: 2-Jan, 02/01/2004.
var dateText = regexp.MustCompile(`(?i)^\d{1,4}[-/. ](?:\d{1,2}|[a-z]{3}|thg ?\d{1,2})(?:[-/. ]\d{1,4})?(?:[ T][\d:.]+)?$`)

// isDate says that a cell holds a date, or a day's number whose format was lost.
func isDate(cell xlsx.Cell) bool {
	const first, last = 36_526, 73_050 // of the years 2000 to 2099
	if d, err := xlsx.ParseNumber(cell.Text); cell.Kind == xlsx.Number {
		days := d.IntPart()
		return err == nil && (cell.Format == xlsx.FormatDate || d.IsInteger() && first <= days && days <= last)
	}
	return cell.Kind == xlsx.Text && (cell.Format == xlsx.FormatDate || dateText.MatchString(cell.Text))
}

// namedKey is the key of the one criterion whose name stands in the cell's row, and whose key stands nowhere; "" for none.
func (g *grid) namedKey(l *templates.Layout, cell xlsx.Cell) string {
	name := g.Cell(cell.Row, g.columns[templates.NameColumn])
	if isBlank(name) || name.Kind != xlsx.Text {
		return ""
	}
	words, found := foldedName(name.Text), ""
	for _, row := range l.Rows {
		if row.Kind != templates.NodeRow || !bearsFolded(row, words) {
			continue
		}
		if found != "" {
			return ""
		}
		found = row.Key
	}
	if len(g.rows[found]) > 0 {
		return ""
	}
	return found
}

// dateWords are a cell of the key column in a message, a date as a date.
func dateWords(cell xlsx.Cell, epoch time.Time) string {
	if d, err := xlsx.ParseNumber(cell.Text); err == nil && cell.Kind == xlsx.Number && isDate(cell) {
		return fmt.Sprintf("ngày %s", epoch.AddDate(0, 0, int(d.IntPart())).Format("02/01/2006"))
	}
	return quote(cell.Text)
}
