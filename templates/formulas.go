package templates

import (
	"cchc/scoring"
	"cchc/templates/draft"
)

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
		case row.Kind == NodeRow && !l.isHeading(row):
			b.group(row)
		case row.Kind == TotalRow:
			b.totals(row)
		}
	}
	for _, s := range l.summaries() {
		b.all[l.Cell(s.field, s.points)] = l.Cell(s.total, s.points).String()
	}
	return b.all
}

func (b formulaBook) input(row Row) {
	b.all[row.At(CheckColumn)] = b.inputCheck(row)
	b.all[row.At(SelfGuard)] = b.guardFormula(row, AnswerColumn, SelfGuard)
	if b.IsLive(row) {
		b.all[row.At(AnswerColumn)] = b.reckonedFormula(row, AnswerColumn, SelfGuard)
	}
	b.all[row.At(CountingAnswer)] = b.countingFormula(row)
	b.all[row.At(CountingGuard)] = b.guardFormula(row, CountingAnswer, CountingGuard)
}

func (b formulaBook) leaf(row Row) {
	b.all[row.At(SelfColumn)] = b.selfFormula(row)
	b.all[row.At(CheckColumn)] = b.leafCheck(row)
	b.all[row.At(AppraisedColumn)] = b.appraisedFormula(row)
	b.all[row.At(SelfDropped)] = droppedFormula(row, SelfColumn)
	b.all[row.At(AppraisedDropped)] = droppedFormula(row, AppraisedColumn)
}

func (b formulaBook) group(row Row) {
	b.all[row.At(SelfColumn)] = b.groupFormula(row, SelfColumn, SelfDropped)
	b.all[row.At(AppraisedColumn)] = b.groupFormula(row, AppraisedColumn, AppraisedDropped)
	b.all[row.At(SelfDropped)] = b.droppedSum(row.Node.Children, row.Node, SelfDropped)
	b.all[row.At(AppraisedDropped)] = b.droppedSum(row.Node.Children, row.Node, AppraisedDropped)
}

func (b formulaBook) totals(row Row) {
	b.all[row.At(SelfColumn)] = b.totalFormula(row.Key, SelfColumn, SelfDropped)
	if row.Key != BlankKey {
		b.all[row.At(AppraisedColumn)] = b.totalFormula(row.Key, AppraisedColumn, AppraisedDropped)
	}
	if row.Key == TotalKey {
		b.all[row.At(SelfDropped)] = b.droppedSum(b.Rules.Criteria, &scoring.Criterion{}, SelfDropped)
		b.all[row.At(AppraisedDropped)] = b.droppedSum(b.Rules.Criteria, &scoring.Criterion{}, AppraisedDropped)
	}
}
