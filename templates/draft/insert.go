package draft

import (
	"regexp"
	"slices"
	"strings"
)

// WithColumn is the sheet with a column put in after that many others. What stands further right moves on, and the sheet's own
// formulas go along; those of other sheets that name its cells do not. The new column has no cells yet.
func (s *Sheet) WithColumn(after int, c Column) *Sheet {
	if s == nil {
		return nil
	}
	m := mover{after}
	out := *s
	out.Over = s.Over.WithColumn(after, c)
	out.Columns = slices.Insert(slices.Clone(s.Columns), min(after, len(s.Columns)), c)
	out.Cells = mapped(s.Cells, func(cell Cell) Cell {
		cell.Place, cell.Formula = m.place(cell.Place), m.formula(cell.Formula)
		return cell
	})
	out.Merges, out.Quiet = mapped(s.Merges, m.over), mapped(s.Quiet, m.over)
	out.Validations = mapped(s.Validations, func(v Validation) Validation {
		v.Cells, v.Formula = mapped(v.Cells, m.over), m.formula(v.Formula)
		return v
	})
	out.Marks = mapped(s.Marks, func(mark Mark) Mark {
		mark.Cells, mark.Formula = m.over(mark.Cells), m.formula(mark.Formula)
		return mark
	})
	if s.Page.Area != nil {
		area := m.over(*s.Page.Area)
		out.Page.Area = &area
	}
	out.Freeze, out.Active = m.place(s.Freeze), m.place(s.Active)
	return &out
}

func mapped[T any](list []T, to func(T) T) []T {
	all := make([]T, len(list))
	for i, item := range list {
		all[i] = to(item)
	}
	return all
}

// mover moves what stands behind a column by one.
type mover struct{ after int }

func (m mover) column(col int) int {
	if col > m.after {
		return col + 1
	}
	return col
}

func (m mover) place(p Place) Place { return Place{p.Row, m.column(p.Col)} }

func (m mover) over(r Range) Range { return Range{m.place(r.From), m.place(r.To)} }

func (m mover) formula(formula string) string { return Relettered(formula, m.column) }

// reference is a piece of a formula that may name cells: a text, a cell or range of another sheet, or a cell.
var reference = regexp.MustCompile(`"[^"]*"|'[^']*'!\$?[A-Z]+\$?[0-9]+(?::\$?[A-Z]+\$?[0-9]+)?|\$?\b[A-Z]{1,3}\$?[0-9]+\b`)

var letters = regexp.MustCompile(`[A-Z]+`)

// Relettered is a formula of a sheet whose columns stand elsewhere: of each column from 1, to says where it is now. Texts, and cells
// of other sheets, stay as they are.
func Relettered(formula string, to func(col int) int) string {
	return reference.ReplaceAllStringFunc(formula, func(piece string) string {
		if strings.ContainsAny(piece, `"'`) {
			return piece
		}
		return letters.ReplaceAllStringFunc(piece, func(name string) string {
			col := 0
			for _, r := range name {
				col = 26*col + int(r-'A') + 1
			}
			return strings.TrimSuffix(Place{Row: 1, Col: to(col)}.String(), "1")
		})
	})
}
