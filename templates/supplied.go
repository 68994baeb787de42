package templates

import (
	"maps"
	"slices"

	"cchc/scoring/expr"
)

// What the secretariat supplies stands in locked cells (see [expr.Input.IsSupplied]): nobody types it, it is no entry and not missed as a
// blank. The hidden sheet has it as well, and that is what counts: a cell that says something else is named.

// FixedSupplied begins the names of the hidden sheet's lines that tell what was supplied; the answer's key follows.
const FixedSupplied = "cap:"

// isTyped says that somebody types what stands in a row.
func (row Row) isTyped() bool { return row.Input == nil || row.Input.IsTyped() }

// hasUntyped says that something stands in the form that nobody types.
func (l *Layout) hasUntyped() bool {
	return slices.ContainsFunc(l.Rows, func(row Row) bool { return !row.isTyped() })
}

// suppliedLines tell what was supplied, row by row.
func (v *filled) suppliedLines() []NamedValue {
	var lines []NamedValue
	for _, row := range v.Rows {
		if row.Kind != InputRow || !row.Input.IsSupplied() {
			continue
		}
		if n, ok := v.declared(row).Number(); ok {
			lines = append(lines, NamedValue{FixedSupplied + row.Key, n.String()})
		}
	}
	return lines
}

// Typed are those of some answers that somebody types, here or where another criterion asks for them: with one that it takes from there
// a criterion has changed, too.
func (l *Layout) Typed(answers expr.Answers) expr.Answers {
	typed := maps.Clone(l.Rules.Reckoned(answers))
	maps.DeleteFunc(typed, func(key expr.Key, _ expr.Answer) bool {
		row, known := l.Row(key.String())
		return known && (row.Input.IsSupplied() || row.Input.IsDerived())
	})
	return typed
}
