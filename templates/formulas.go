package templates

import "cchc/templates/draft"

// formulaBook collects the formulas of a form's cells.
type formulaBook struct {
	*Layout
	all map[draft.Place]string
}

// allFormulas prints every formula of the form: once for a layout, since they are the same for all units.
func (l *Layout) allFormulas() map[draft.Place]string {
	b := formulaBook{l, map[draft.Place]string{}}
	for _, row := range l.Rows {
		switch {
		case row.Kind == InputRow:
			b.input(row)
		case row.Kind == NodeRow && row.Node.IsLeaf():
			b.leaf(row)
		case row.Kind == NodeRow:
			b.group(row)
		case row.Kind == TotalRow:
			b.totals(row)
		}
	}
	for _, s := range summaries() {
		b.all[l.Cell(s.field, s.points)] = relative(l.Cell(s.total, s.points))
	}
	return b.all
}

func (b formulaBook) input(row Row) {
	b.all[row.at(CheckColumn)] = b.inputCheck(row)
	b.all[row.at(SelfGuard)] = guardFormula(row, AnswerColumn)
	b.all[row.at(CountingAnswer)] = countingFormula(row)
	b.all[row.at(CountingGuard)] = guardFormula(row, CountingAnswer)
}

func (b formulaBook) leaf(row Row) {
	b.all[row.at(SelfColumn)] = b.selfFormula(row)
	b.all[row.at(CheckColumn)] = b.leafCheck(row)
	b.all[row.at(AppraisedColumn)] = b.appraisedFormula(row)
	b.all[row.at(SelfDropped)] = droppedFormula(row, SelfColumn)
	b.all[row.at(AppraisedDropped)] = droppedFormula(row, AppraisedColumn)
}

func (b formulaBook) group(row Row) {
	b.all[row.at(SelfColumn)] = b.groupFormula(row, SelfColumn, SelfDropped)
	b.all[row.at(AppraisedColumn)] = b.groupFormula(row, AppraisedColumn, AppraisedDropped)
	b.all[row.at(SelfDropped)] = b.sum(row.Node.Children, SelfDropped)
	b.all[row.at(AppraisedDropped)] = b.sum(row.Node.Children, AppraisedDropped)
}

func (b formulaBook) totals(row Row) {
	b.all[row.at(SelfColumn)] = b.totalFormula(row.Key, SelfColumn, SelfDropped)
	if row.Key != BlankKey {
		b.all[row.at(AppraisedColumn)] = b.totalFormula(row.Key, AppraisedColumn, AppraisedDropped)
	}
	if row.Key == TotalKey {
		b.all[row.at(SelfDropped)] = b.sum(b.Rules.Criteria, SelfDropped)
		b.all[row.at(AppraisedDropped)] = b.sum(b.Rules.Criteria, AppraisedDropped)
	}
}
