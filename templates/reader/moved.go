package reader

import (
	"slices"
	"strings"

	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// The keys of rows stand in a hidden column. Sorting the sheet without it, or writing there, gives a row the key of another:
// its number would count where nobody who looks at the form sees it.

// exchanged says that a row's key stands beside another row's words, or was exchanged with one of the same words.
func (r *reader) exchanged(row templates.Row) *problem.Problem {
	if row.Node == nil {
		return nil
	}
	if cell, ok := r.grid.at(row.Key, templates.NameColumn); ok && !isBlank(cell) && !bears(row, cell.Text) {
		words := foldedName(cell.Text)
		isOthers := func(other templates.Row) bool {
			return other.Node != nil && other.Kind != templates.RuleRow && bearsFolded(other, words)
		}
		if !bearsFolded(row, words) && slices.ContainsFunc(r.Rows, isOthers) {
			return r.misplaced(row, quote(clip(oneLine(cell.Text))))
		}
	}
	if r.Table != nil && row.Kind == templates.NodeRow && r.bearsOtherNumber(row) {
		return r.misplaced(row, "tiêu chí khác")
	}
	if row.Shared && r.standsIn(row) {
		return r.misplaced(row, "số liệu của "+r.nodeAbove(row))
	}
	return nil
}

// bearsOtherNumber says that another criterion's number stands beside a unit's key: its name is the same below every one.
func (r *reader) bearsOtherNumber(row templates.Row) bool {
	cell, ok := r.grid.at(row.Key, templates.NumberColumn)
	return ok && cell.Kind == xlsx.Text && cell.Text != r.ShownNumber(row.Node) && r.Rules.Find(cell.Text) != nil
}

// standsIn says that an answer whose words are those of several stands under another criterion, and one of the others under
// its own: a row that was moved alone has left nobody in its place.
func (r *reader) standsIn(row templates.Row) bool {
	if above := r.nodeAbove(row); above == "" || above == row.Node.Number {
		return false
	}
	return slices.ContainsFunc(r.Rows, func(other templates.Row) bool {
		return other.Shared && other.Key != row.Key && other.Label == row.Label && r.nodeAbove(other) == row.Node.Number
	})
}

func (r *reader) misplaced(row templates.Row, found string) *problem.Problem {
	p := problem.New(problem.FormKeyMoved, row.Key, row.Key, rowWords(row), found)
	return &p
}

// bears says that a name cell's text is the row's, as in nearly every form.
func bears(r templates.Row, text string) bool {
	return strings.HasPrefix(text, r.Label) && (r.Kind != templates.InputRow || len(text) == len(r.Label))
}

// bearsFolded says so whatever the case and the spaces.
func bearsFolded(r templates.Row, words string) bool {
	label := fold(r.Label)
	return words == label || r.Kind != templates.InputRow && strings.HasPrefix(words, label)
}

// foldedName is a name cell's text in that form; "" for one longer than any name.
func foldedName(text string) string {
	const longest = 5000
	if len(text) > longest {
		return ""
	}
	return fold(text)
}

// nodeAbove is the criterion whose row is the nearest above; "" where the row's own criterion has none to be sure of.
func (r *reader) nodeAbove(row templates.Row) string {
	own, at := r.grid.rows[row.Node.Number], r.grid.rows[row.Key]
	if len(own) != 1 || len(at) != 1 {
		return ""
	}
	if r.nodeRows == nil {
		for _, node := range r.Rows {
			if node.Kind == templates.NodeRow {
				for _, n := range r.grid.rows[node.Key] {
					r.nodeRows = append(r.nodeRows, nodeRow{n, node.Key})
				}
			}
		}
		slices.SortFunc(r.nodeRows, func(a, b nodeRow) int { return a.number - b.number })
	}
	i, _ := slices.BinarySearchFunc(r.nodeRows, at[0], func(n nodeRow, at int) int { return n.number - at })
	if i == 0 {
		return ""
	}
	return r.nodeRows[i-1].key
}

// nodeRow is where a criterion's row stands in the file.
type nodeRow struct {
	number int
	key    string
}
