package templates

import (
	"unicode/utf8"

	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates/formula"
)

// What spreadsheet programs take: 8,192 characters and 64 levels of brackets, with a margin.
const (
	longestFormula = 8000
	deepestFormula = 60
)

// FormulaProblems finds the leaves whose rules make formulas that no spreadsheet takes. A form with such a leaf can't be written.
func (l *Layout) FormulaProblems() []problem.Problem {
	var problems []problem.Problem
	for _, leaf := range l.Rules.Leaves() {
		length, depth := 0, 0
		for _, text := range l.Formulas(leaf) {
			length, depth = max(length, utf8.RuneCountInString(text)), max(depth, formula.Depth(text))
		}
		if length > longestFormula || depth > deepestFormula {
			problems = append(problems, problem.New(problem.RuleFormulaLong, leaf.Number+".rule",
				leaf.Number, length, depth, longestFormula, deepestFormula))
		}
	}
	return problems
}

// Formulas lists what is printed from a leaf's rule: the self score, the appraised score, the check, and the guards of its answers.
func (l *Layout) Formulas(leaf *scoring.Criterion) []string {
	row, _ := l.Row(leaf.Number)
	all := []string{l.formulas[row.At(SelfColumn)], l.formulas[row.At(AppraisedColumn)], l.formulas[row.At(CheckColumn)]}
	for _, input := range l.InputRows(leaf) {
		all = append(all, l.formulas[input.At(SelfGuard)], l.formulas[input.At(CountingGuard)], l.formulas[input.At(CheckColumn)])
	}
	return all
}
