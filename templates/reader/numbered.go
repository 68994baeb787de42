package reader

import (
	"cchc/templates"
	"cchc/templates/xlsx"
)

// Some programs make numbers of texts that look like numbers when they save, and the keys of criteria do: 1.1. A number that is
// the key's text again is the key. One that has lost a zero, 1.1 for 1.10, is what the row's name says.

// takeNumbered gives rows whose key became a number their key back. Those that nobody can be sure of stay strange.
func (g *grid) takeNumbered(l *templates.Layout) {
	var strange []xlsx.Cell
	taken := map[string][]int{}
	for _, cell := range g.strange {
		if key := g.numberedKey(l, cell); key != "" {
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
	if err != nil || cell.Kind != xlsx.Number || cell.Formula {
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
