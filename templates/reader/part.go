package reader

import (
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
)

// ReadPart reads a book as [Read] does, and parts of the form too: those it reads as far as they go, and the reading says
// whose part it is.
func ReadPart(l *templates.Layout, book *Book) (*Reading, error) {
	if err := sameEdition(l, book); err != nil {
		return nil, err
	}
	if book.Stamp.Part == "" {
		return Read(l, book)
	}
	part, err := book.part(l.Whole)
	if err != nil {
		return nil, err
	}
	if l.Scorer == nil { // of a form that tells about itself: nothing of it can be reckoned
		return Read(l.PartRows(*part), book)
	}
	return Read(l.PartLayout(*part), book)
}

// part is whose part of the form a book is. The error is a *[Refused] where its hidden sheet does not tell it soundly.
func (b *Book) part(rs *scoring.RuleSet) (*templates.Part, error) {
	p := &templates.Part{Department: b.fixed[templates.FixedDepartment], Assigned: handover.Assignment{}}
	for _, leaf := range rs.Leaves() {
		p.Assigned[leaf.Number] = nil
	}
	departments := 0
	for name, value := range b.fixed {
		department, ok := strings.CutPrefix(name, templates.FixedAssigned)
		if !ok {
			continue
		}
		if departments++; departments > maxDepartments || !assign(p, department, exempt(value)) {
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
	if len(leaves) == 0 || p.Mark(leaves) != b.Stamp.Part {
		return nil, refuse(problem.FormPartDamaged, quote(p.Department))
	}
	return p, nil
}

// maxDepartments is how many departments a file may know of.
const maxDepartments = 500

// aPart refuses a part of the form where the whole is asked for.
func aPart(l *templates.Layout, book *Book) *Refused {
	part, err := book.part(l.Whole)
	if err != nil {
		return refuse(problem.FormPartial, "một phòng", "?", "?")
	}
	rs := handover.Part(l.Whole, part.Assigned.Leaves(l.Whole, part.Department))
	return refuse(problem.FormPartial, clip(part.Department), len(rs.Leaves()), expr.FormatNumber(rs.Total))
}

// assign gives leaves to a department; false where one of them is none, or too many are named.
func assign(p *templates.Part, department string, leaves []string) bool {
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
