package compare

import (
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// Line is one change as a person reads it: what it is of, what changed, from what to what. Every view of a comparison by
// identity is made of these lines, so that terminal, sheet and letter say the same.
type Line struct {
	Number, Was string // of the criterion in the two sets; "" where it is new or gone
	Name        string
	Class       Class
	What        string              // "Điểm tối đa"
	Old, New    string              // "" where there was or is nothing
	Points      decimal.NullDecimal // what its area won or lost by it
}

// Lines are the changes of an area, row by row; their points add up to the change of the area, whose own sum is no line.
func (a AreaSum) Lines() []Line {
	var lines []Line
	told := map[int]bool{}
	for _, row := range a.Rows {
		for _, line := range row.lines() {
			points, i := a.pointsOf(row, line.Class, told)
			if isSum := row.Level == 1 && line.Class == ClassMax && i < 0; !isSum {
				line.Points = points
				told[i] = true
				lines = append(lines, line)
			}
		}
	}
	for i, flow := range a.Flows {
		if !told[i] {
			lines = append(lines, flow.line())
		}
	}
	return lines
}

// pointsOf finds the flow that a row's change of that class made, once; −1 where there is none.
func (a AreaSum) pointsOf(row Row, class Class, told map[int]bool) (points decimal.NullDecimal, at int) {
	for i, flow := range a.Flows {
		if flow.Before == row.Before && flow.After == row.After && flow.Class == class && !told[i] {
			return decimal.NewNullDecimal(flow.Points), i
		}
	}
	return decimal.NullDecimal{}, -1
}

// lines says in words how the row changed by identity: one line for what is new or gone, else one for each detail.
func (r Row) lines() []Line {
	line := Line{Number: r.Number(), Was: r.Was(), Name: r.Criterion().Name}
	switch {
	case r.Has(ClassNew):
		return []Line{line.with(Detail{Class: ClassNew, Label: ClassNew.Words(), New: pointWords(r.After.Max)})}
	case r.Has(ClassDropped):
		return []Line{line.with(Detail{Class: ClassDropped, Label: ClassDropped.Words(), Old: pointWords(r.Before.Max)})}
	}
	lines := make([]Line, len(r.Details))
	for i, detail := range r.Details {
		if detail.Class == ClassMoved {
			detail.Label, detail.Old, detail.New = ClassMoved.Words(), withPoints(r.Before), withPoints(r.After)
		}
		lines[i] = line.with(detail)
	}
	return lines
}

func (l Line) with(d Detail) Line {
	l.Class, l.What, l.Old, l.New = d.Class, d.Label, d.Old, d.New
	return l
}

// line words a flow that no row of the area tells: what went to another area, and what is new or gone with its area.
func (f Flow) line() Line {
	row := Row{Before: f.Before, After: f.After}
	line := Line{Number: row.Number(), Was: row.Was(), Name: row.Criterion().Name, Class: f.Class, What: f.Class.Words(), Points: decimal.NewNullDecimal(f.Points)}
	switch {
	case f.Before == nil:
		line.New = pointWords(f.Points)
	case f.After == nil:
		line.Old = pointWords(f.Points.Neg())
	default:
		line.What = "Chuyển giữa các lĩnh vực"
		line.Old, line.New = withPoints(f.Before), withPoints(f.After)
	}
	return line
}

// withPoints says that something took its points along: "5.5 (2 điểm)".
func withPoints(c *scoring.Criterion) string { return c.Number + " (" + pointWords(c.Max) + ")" }

func pointWords(d decimal.Decimal) string { return expr.FormatNumber(d) + " điểm" }
