package templates

import (
	"fmt"
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
)

// Part says which part of a unit's form a file holds: what one department answers for.
type Part struct {
	Department string
	Assigned   handover.Assignment // of the whole unit, by the leaves of the whole rule set
}

// NewPartLayout lays out a department's part of the form: its leaves under their headings, with the points of the part. Its
// stamp says that it is a part, so that nobody takes it for the whole; [Layout.ReadPart] reads it.
func NewPartLayout(rs *scoring.RuleSet, part Part) *Layout {
	l := NewLayout(rs).partRows(part)
	l.print()
	return l
}

// partRows is the layout of a part without what the writer needs.
func (l *Layout) partRows(part Part) *Layout {
	leaves := part.Assigned.Leaves(l.set, part.Department)
	p := &Layout{Rules: handover.Part(l.set, leaves), set: l.set, part: &part, stamp: l.stamp}
	p.stamp.Part = part.mark(leaves)
	p.addRows()
	return p
}

// mark is the same for the same department with the same leaves.
func (p *Part) mark(leaves []string) string {
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
	if l.part == nil {
		return ""
	}
	return strings.Join(l.part.Assigned[node.Number], ", ")
}

// ReadPart reads a book as [Layout.Read] does, and parts of the form too: those it reads as far as they go, and the reading says
// whose part it is.
func (l *Layout) ReadPart(book *Book) (*Reading, error) {
	if err := l.sameEdition(book); err != nil {
		return nil, err
	}
	if book.Stamp.Part == "" {
		return l.Read(book)
	}
	part, err := book.part(l.set)
	if err != nil {
		return nil, err
	}
	return l.partRows(*part).Read(book)
}

// part is whose part of the form a book is. The error is a *[Refused] where its hidden sheet does not tell it soundly.
func (b *Book) part(rs *scoring.RuleSet) (*Part, error) {
	p := &Part{Department: b.fixed[FixedDepartment], Assigned: handover.Assignment{}}
	for _, leaf := range rs.Leaves() {
		p.Assigned[leaf.Number] = nil
	}
	departments := 0
	for name, value := range b.fixed {
		department, ok := strings.CutPrefix(name, FixedAssigned)
		if !ok {
			continue
		}
		if departments++; departments > maxDepartments || !p.assign(department, exempt(value)) {
			return nil, refuse(problem.FormPartDamaged, quote(department))
		}
	}
	for number, departments := range p.Assigned {
		slices.Sort(departments)
		if len(departments) == 0 {
			delete(p.Assigned, number)
		}
	}
	leaves := p.Assigned.Leaves(rs, p.Department)
	if len(leaves) == 0 || p.mark(leaves) != b.Stamp.Part {
		return nil, refuse(problem.FormPartDamaged, quote(p.Department))
	}
	return p, nil
}

// maxDepartments is how many departments a file may know of.
const maxDepartments = 500

// assign gives leaves to a department; false where one of them is none, or too many are named.
func (p *Part) assign(department string, leaves []string) bool {
	if len(leaves) > len(p.Assigned) {
		return false
	}
	for _, number := range leaves {
		if _, known := p.Assigned[number]; !known {
			return false
		}
		p.Assigned[number] = append(p.Assigned[number], department)
	}
	return true
}

// aPart refuses a part of the form where the whole is asked for.
func (l *Layout) aPart(book *Book) *Refused {
	part, err := book.part(l.set)
	if err != nil {
		return refuse(problem.FormPartial, "một phòng", "?", "?")
	}
	rs := handover.Part(l.set, part.Assigned.Leaves(l.set, part.Department))
	return refuse(problem.FormPartial, clip(part.Department), len(rs.Leaves()), expr.FormatNumber(rs.Total))
}
