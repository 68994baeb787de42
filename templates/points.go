package templates

import (
	"strconv"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates/formula"
)

// percentPlaces is how many decimals a percentage shows.
const percentPlaces = 2

// stateLabel is the text that a cell shows for a state, as a formula writes it.
func stateLabel(s expr.State) string { return formula.InQuotes(s.Label()) }

// guardFormula is the state of the answer in a cell, as a number: the same that [expr.Input.Guard] gives.
func (l *Layout) guardFormula(row Row, c, guards Column) string {
	if row.Input.IsDerived() {
		return l.derivedGuard(row, c, guards)
	}
	cell, blank := row.At(c).String(), expr.Missing
	if row.Input.Kind == expr.PointsInput || row.Input.Figure != "" {
		blank = expr.Awaiting
	}
	bad := strconv.Itoa(int(expr.Invalid))
	return formula.Call("IFERROR", formula.Call("IF", cell+`=""`, strconv.Itoa(int(blank)), filledGuard(row, cell, bad)), bad)
}

func filledGuard(row Row, cell, bad string) string {
	if row.Options == nil {
		return formula.Call("IF", formula.Call("ISNUMBER", cell), formula.Call("IF", formula.Call("OR", outside(*row.Input, cell)...), bad, "0"), bad)
	}
	options := row.Options.cells()
	for i, option := range options {
		options[i] = cell + "=" + option
	}
	return formula.Call("IF", formula.Call("OR", options...), "0", bad)
}

// outside lists what must not hold of a number, in the order in which Go looks.
func outside(in expr.Input, cell string) []string {
	number := reckoned(&in, cell)
	breaches := []string{number + "<" + formula.Literal(in.Min)}
	if in.Max.Valid {
		breaches = append(breaches, number+">"+formula.Literal(in.Max.Decimal))
	}
	if in.Whole {
		breaches = append(breaches, formula.Call("INT", number)+"<>"+number)
	}
	return breaches
}

// countingFormula is the answer that counts when appraised: the corrected one, else the declared one. Points by hand never come
// from the unit, and what is supplied is not corrected. A blank stays a text of no length: a bare reference to a blank cell would be 0.
func (l *Layout) countingFormula(row Row) string {
	if l.IsLive(row) {
		return l.reckonedFormula(row, CountingAnswer, CountingGuard)
	}
	corrected, declared := row.At(AppraisedAnswer).String(), row.At(AnswerColumn).String()
	if !row.isTyped() {
		return formula.Call("IF", declared+`=""`, `""`, declared)
	}
	if row.Input.Kind == expr.PointsInput {
		return formula.Call("IF", corrected+`=""`, `""`, corrected)
	}
	return formula.Call("IF", corrected+`=""`, formula.Call("IF", declared+`=""`, `""`, declared), corrected)
}

// printer prints a leaf's rule over the answers in that column, whose states stand in the other.
func (l *Layout) printer(leaf *scoring.Criterion, answers, guards Column) formula.Printer {
	p := formula.Printer{Places: l.Rules.Rounding.Places, Cells: map[string]formula.AnswerCells{}}
	for _, row := range l.InputRows(leaf) {
		p.Cells[row.Input.Name] = formula.AnswerCells{Input: *row.Input, Value: reckoned(row.Input, row.At(answers).String()), Guard: row.At(guards).String(),
			Options: row.Options.cells()}
	}
	return p
}

// InputRows are the rows of a leaf's answers.
func (l *Layout) InputRows(leaf *scoring.Criterion) []Row {
	rows := make([]Row, len(leaf.Inputs))
	for i, in := range leaf.Inputs {
		rows[i], _ = l.Row(leaf.Key(in.Name).String())
	}
	return rows
}

// selfFormula is a leaf's points from the declared answers, or the label of its state.
func (l *Layout) selfFormula(row Row) string {
	points := l.printer(row.Node, AnswerColumn, SelfGuard).Cell(row.Node.Expr(), nil)
	return unlessExempt(row, stateLabel(expr.NotAssessed), formula.Call("IFERROR", points, stateLabel(expr.Invalid)))
}

// appraisedFormula is a leaf's points as appraised: those set by hand, else those from the answers that count.
func (l *Layout) appraisedFormula(row Row) string {
	points := l.printer(row.Node, CountingAnswer, CountingGuard).Cell(row.Node.Expr(), nil)
	set := row.At(SetColumn).String()
	byHand := formula.Call("IF", l.settable(row, set), formula.Call("ROUND", set, strconv.Itoa(l.Rules.Rounding.Places)), stateLabel(expr.Invalid))
	kdg := stateLabel(expr.NotAssessed)
	words := formula.Call("IF", set+"="+kdg, kdg, stateLabel(expr.Invalid))
	verdict := formula.Call("IF", formula.Call("ISNUMBER", set), byHand, words)
	return unlessExempt(row, kdg, formula.Call("IFERROR", formula.Call("IF", set+`=""`, points, verdict), stateLabel(expr.Invalid)))
}

// settable says that a number may be set as a leaf's points.
func (l *Layout) settable(row Row, set string) string {
	rounded := formula.Call("ROUND", set, strconv.Itoa(l.Rules.Rounding.Places))
	return formula.Call("AND", set+">=0", set+"<="+row.At(MaxColumn).String(), rounded+"="+set)
}

// unlessExempt is the one thing where the secretariat fixed in advance that a leaf is not assessed, else the other.
func unlessExempt(row Row, then, other string) string {
	return formula.Call("IF", row.At(ExemptColumn).String()+"=1", then, other)
}

// droppedFormula is how many points of a leaf left the maximum.
func droppedFormula(row Row, points Column) string {
	return formula.Call("IF", row.At(points).String()+"="+stateLabel(expr.NotAssessed), row.At(MaxColumn).String(), "0")
}

// groupFormula adds up the points of a group's children; where all of it left the maximum it is itself not assessed.
func (l *Layout) groupFormula(row Row, points, dropped Column) string {
	sum := l.sum(row.Node.Children, points)
	if row.Node.Beyond != "" {
		sum = formula.Call("MIN", sum, row.At(MaxColumn).String())
	}
	if !row.Node.Max.IsPositive() {
		return sum
	}
	return formula.Call("IF", row.At(dropped).String()+">="+row.At(MaxColumn).String(), stateLabel(expr.NotAssessed), sum)
}

// sum adds up the points of siblings, and takes penalties off. A sum of rounded floats is not exact, so it is rounded too; texts in
// cells count for nothing.
func (l *Layout) sum(siblings []scoring.Criterion, c Column) string {
	less := l.cellsOf(siblings, c, scoring.BeyondMinus)
	sum := formula.Call("SUM", append(l.cellsOf(siblings, c, ""), l.cellsOf(siblings, c, scoring.BeyondPlus)...)...)
	switch {
	case len(less) == len(siblings):
		sum = "-" + formula.Call("SUM", less...)
	case len(less) > 0:
		sum += "-" + formula.Call("SUM", less...)
	}
	return formula.Call("ROUND", sum, strconv.Itoa(l.Rules.Rounding.Places))
}

// droppedSum adds up how many points of a group's children left its maximum. Of what is beyond a maximum only so much has left as
// its other children cannot make up for.
func (l *Layout) droppedSum(siblings []scoring.Criterion, group *scoring.Criterion, c Column) string {
	cells := l.cellsOf(siblings, c, "")
	if len(cells) == 0 {
		return "0"
	}
	dropped := formula.Call("SUM", cells...)
	if spare := scoring.SumOf(siblings).Sub(group.Max); group.Beyond != "" && spare.IsPositive() {
		dropped = formula.Call("MAX", dropped+"-"+formula.Literal(spare), "0")
	}
	return formula.Call("ROUND", dropped, strconv.Itoa(l.Rules.Rounding.Places))
}

// cellsOf are the cells of those siblings that are to the maximum as said.
func (l *Layout) cellsOf(siblings []scoring.Criterion, c Column, beyond scoring.Beyond) []string {
	var cells []string
	for i := range siblings {
		if siblings[i].Beyond == beyond {
			cells = append(cells, l.Cell(siblings[i].Number, c).String())
		}
	}
	return cells
}

// bounded is a total within the bounds that the set has.
func (l *Layout) bounded(total string) string {
	if l.Rules.Cap.Valid {
		total = formula.Call("MIN", total, formula.Literal(l.Rules.Cap.Decimal))
	}
	if l.Rules.Floor.Valid {
		total = formula.Call("MAX", total, formula.Literal(l.Rules.Floor.Decimal))
	}
	return total
}

// totalFormula is what a total row shows in a column of points.
func (l *Layout) totalFormula(key string, points, dropped Column) string {
	total, assessed := l.Cell(TotalKey, points).String(), l.Cell(AssessedKey, points).String()
	switch key {
	case TotalKey:
		return l.bounded(l.sum(l.Rules.Criteria, points))
	case AssessedKey:
		rest := l.Cell(TotalKey, MaxColumn).String() + "-" + l.Cell(TotalKey, dropped).String()
		return formula.Call("ROUND", rest, strconv.Itoa(l.Rules.Rounding.Places))
	case PercentKey:
		return formula.Call("IF", assessed+">0", percent(total, assessed, l.Rules.Rounding.Places), "0")
	}
	return l.blanksFormula()
}

// percent divides in whole numbers: 46,8 has no exact float, 4680 has, and a tie must be seen as one.
func percent(points, assessed string, places int) string {
	whole := func(cell string) string {
		return formula.Call("ROUND", cell+"*"+decimal.New(1, int32(places)).String(), "0")
	}
	return formula.Call("ROUND", whole(points)+"*100/"+whole(assessed), strconv.Itoa(percentPlaces))
}
