package templates

import (
	"fmt"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
)

// Part says which part of a unit's form a file holds: what one department answers for.
type Part struct {
	Department string
	Assigned   handover.Assignment // of the whole unit, by the leaves of the whole rule set
}

// NewPartLayout lays out a department's part of the form: its leaves under their headings, with the points of the part. Its
// stamp says that it is a part, so that nobody takes it for the whole; package reader reads it.
func NewPartLayout(rs *scoring.RuleSet, part Part) *Layout {
	return NewLayout(rs).PartLayout(part)
}

// PartLayout is the layout of a part, ready to write it and to reckon what its formulas come to.
func (l *Layout) PartLayout(part Part) *Layout {
	p := l.PartRows(part)
	p.print()
	p.expectAll()
	return p
}

// PartRows is the layout of a part without what the writer needs.
func (l *Layout) PartRows(part Part) *Layout {
	leaves := part.Assigned.Leaves(l.Whole, part.Department)
	p := &Layout{Rules: handover.Part(l.Whole, leaves), Whole: l.Whole, Part: &part, stamp: l.stamp}
	p.stamp.Part = part.Mark(leaves)
	p.addRows()
	p.expectAll()
	return p
}

// Mark is the same for the same department with the same leaves.
func (p *Part) Mark(leaves []string) string {
	return fingerprint(append([]string{p.Department}, leaves...))
}

// values are the lines of the hidden sheet that tell whose part a form is, and who answers for all the rest.
func (p *Part) values(rs *scoring.RuleSet) []NamedValue {
	if p == nil {
		return nil
	}
	lines := []NamedValue{{FixedDepartment, p.Department}}
	for _, department := range p.Assigned.Departments() {
		lines = append(lines, NamedValue{FixedAssigned + department, strings.Join(p.Assigned.Leaves(rs, department), ", ")})
	}
	return lines
}

// title stands over a part of the form; nothing over the whole.
func (p *Part) title(rs *scoring.RuleSet) string {
	if p == nil {
		return ""
	}
	return fmt.Sprintf("PHẦN CỦA %s: %d tiêu chí, tối đa %s điểm\n", strings.ToUpper(p.Department), len(rs.Leaves()), expr.FormatNumber(rs.Total))
}

// inCharge names who answers for a leaf, in a part of the form.
func (l *Layout) inCharge(node *scoring.Criterion) string {
	if l.Part == nil {
		return ""
	}
	return strings.Join(l.Part.Assigned[node.Number], ", ")
}
