package reader

import (
	"maps"
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/letters"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// readUnit reads who the unit is: what the secretariat fixed on the hidden sheet beats what stands on the form.
func (r *reader) readUnit() {
	unit := &r.out.Submission.Unit
	unit.Name = r.unitField(templates.UnitNameField, templates.FixedUnitName, "Tên đơn vị")
	unit.Code = r.unitField(templates.UnitCodeField, templates.FixedUnitCode, "Mã đơn vị")
	unit.Block = r.unitField(templates.UnitBlockField, templates.FixedUnitBlock, "Khối")
	r.out.UnitFixed = r.book.fixed[templates.FixedUnitName] != "" || r.book.fixed[templates.FixedUnitCode] != ""
	unit.Ranked = !strings.EqualFold(r.book.fixed[templates.FixedUnitRanked], "không")
	r.out.Contact = r.textAt(templates.ContactField, templates.FieldColumn, "Người lập phiếu") // a merged form has a line for each department
	r.sayLetters(templates.ContactField, "Người lập phiếu", r.out.Contact)
	if unit.Name == "" && unit.Code == "" && r.Table == nil { // who takes a table in asks for its agency
		r.report(problem.New(problem.FormUnitMissing, templates.UnitNameField), r.field(templates.UnitNameField))
	}
	for _, number := range exempt(r.book.fixed[templates.FixedExempt]) {
		if r.Whole.Find(number) == nil {
			r.say("", problem.FormExemptUnknown, number)
			continue
		}
		r.out.Submission.Exempt = append(r.out.Submission.Exempt, number)
	}
}

// unitField is what was fixed, else what stands on the form. It is a copy: who the unit is outlives the form in a ranking, and
// the texts of a form share one memory.
func (r *reader) unitField(field, fixedName, label string) string {
	seen, fixed := oneLine(r.textAt(field, templates.FieldColumn, label)), r.book.fixed[fixedName]
	r.sayLetters(field, label, seen)
	if fixed == "" {
		return strings.Clone(seen)
	}
	if seen != "" && fold(seen) != fold(fixed) {
		r.report(problem.New(problem.FormUnitDiffers, field, label, quote(seen), quote(fixed)), r.field(field))
	}
	return strings.Clone(fixed)
}

// sayLetters notes a field in letters of old, which look right in their own font only, with what they mean.
func (r *reader) sayLetters(field, label, text string) {
	if meant, of := letters.Meant(text); meant != "" {
		r.report(problem.New(problem.FormOldLetters, field, label, clip(oneLine(text)), of, clip(oneLine(meant))), r.field(field))
	}
}

// oneLine is a name as a table shows it: a second line would look like another unit's.
func oneLine(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// field is the cell of a field at the top of the form.
func (r *reader) field(key string) xlsx.Cell {
	cell, _ := r.grid.at(key, templates.FieldColumn)
	return cell
}

// exempt parts the list of criteria that are not assessed for a unit.
func exempt(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(" ,;\n", r) })
}

// sameExempt refuses a file in which what is not assessed for the unit is one thing on the hidden sheet, which counts, and
// another in the form's own column, from which its formulas reckon: the secretariat wrote both.
func (r *reader) sameExempt() error {
	told, reckoned := map[string]bool{}, map[string]bool{}
	for _, number := range exempt(r.book.fixed[templates.FixedExempt]) {
		if node := r.Rules.Find(number); node != nil {
			markLeaves(told, node)
		}
	}
	for _, leaf := range r.Rules.Leaves() {
		cell, ok := r.grid.at(leaf.Number, templates.ExemptColumn)
		switch {
		case len(r.grid.rows[leaf.Number]) != 1:
			delete(told, leaf.Number) // its row is not there, which is told elsewhere
		case ok && !isBlank(cell) && (!told[leaf.Number] || cell.Text == "1"): // the formulas want a 1
			reckoned[leaf.Number] = true
		}
	}
	if maps.Equal(told, reckoned) {
		return nil
	}
	return refuse(problem.FormExemptDiffers, listed(told), listed(reckoned))
}

// markLeaves marks the leaves of a criterion.
func markLeaves(marks map[string]bool, c *scoring.Criterion) {
	if c.IsLeaf() {
		marks[c.Number] = true
	}
	for i := range c.Children {
		markLeaves(marks, &c.Children[i])
	}
}

func listed(numbers map[string]bool) string {
	if len(numbers) == 0 {
		return "không có"
	}
	return few(slices.Sorted(maps.Keys(numbers)))
}
