package templates

import (
	"cmp"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/templates/draft"
)

// Meant says what a cell of the form is there for.
type Meant uint8

// What cells are there for. A cell of a row that the form does not have is there for nothing.
const (
	MeantForNothing Meant = iota // whatever stands there, somebody put it there and nobody reads it
	MeantToBeTyped               // people type there, and the reader takes it
	MeantForFormula              // the program's formula
	MeantForPrint                // a text or number of the program's
	MeantElsewhere               // somebody else looks at it: keys, for one
)

// Expected is a cell of the form as the program makes it.
type Expected struct {
	Meant   Meant
	Known   bool                // of what is printed: the fields below say it
	Text    string              // of what is printed; "" where that is not known, or differs from form to form
	Or      string              // another text: that its formula comes to on another machine, or that was printed there before; "" for none
	Number  decimal.NullDecimal // or the number
	Formula string              // the program's, as it is
	Spelt   string              // and as its files spell it, with XML's escapes
}

// Expect gives the cell where a row, counted from 1, meets a column in the form of a stage.
func (l *Layout) Expect(stage Stage, row int, c Column) *Expected {
	return &l.expectedOf(stage)[(row-1)*int(lastColumn)+int(c)-1]
}

func (l *Layout) expectedOf(stage Stage) []Expected {
	if stage == ScoredStage {
		return l.expected[1]
	}
	return l.expected[0]
}

// expectAll notes what stands where. A layout that nothing is written by knows what cells are for, but not what is in them.
func (l *Layout) expectAll() {
	for i, scored := range []bool{false, true} {
		l.expected[i] = make([]Expected, len(l.Rows)*int(lastColumn))
		for _, row := range l.Rows {
			for _, c := range Columns() {
				l.expected[i][(row.Number-1)*int(lastColumn)+int(c)-1].Meant = l.meant(row, c, scored)
			}
		}
	}
	if l.toFill.form != nil {
		l.expectPrinted(SubmittedStage, l.toFill.form)
	}
	if l.toAppraise.form != nil {
		l.expectPrinted(ScoredStage, l.toAppraise.form)
	}
}

// expectPrinted takes over what the forms of a stage have alike.
func (l *Layout) expectPrinted(stage Stage, form *draft.Sheet) {
	l.forgetAround(stage)
	for _, cell := range form.Cells {
		e := l.Expect(stage, cell.Row, Column(cell.Col))
		switch {
		case cell.Formula != "":
			e.expectFormula(cell.Formula)
		case cell.Style.Unlocked && l.Rows[cell.Row-1].Kind == SignatureRow:
			e.Meant = MeantToBeTyped
			e.Text, _ = printed(cell.Value)
		case e.Meant == MeantForPrint, e.Meant == MeantForNothing && cell.Value.Kind != draft.Empty:
			e.Meant = MeantForPrint
			e.Text, e.Number = printed(cell.Value)
		}
	}
	for i := range l.expectedOf(stage) {
		e := &l.expectedOf(stage)[i]
		e.Known = e.Meant == MeantForPrint
	}
	for _, row := range l.Rows {
		if row.Kind == NodeRow && l.Table == nil && row.Node.Text != "" {
			l.Expect(stage, row.Number, NameColumn).Or = l.nameOfBefore(row)
		}
	}
	for at, formula := range l.formulas {
		e := l.Expect(stage, at.Row, Column(at.Col))
		if e.Meant != MeantForNothing {
			e.expectFormula(formula)
		}
	}
}

func (e *Expected) expectFormula(formula string) {
	e.Meant, e.Formula, e.Spelt = MeantForFormula, formula, formulaEscapes.Replace(formula)
}

// FormulaAt is the program's formula as it reads in a sheet whose columns stand at those places.
func (e *Expected) FormulaAt(places map[Column]int) string {
	return draft.Relettered(e.Formula, func(col int) int { return cmp.Or(places[Column(col)], col) })
}

// forgetAround has nothing stand around the table but what is seen to be printed there.
func (l *Layout) forgetAround(stage Stage) {
	for _, row := range l.Rows {
		for c := NumberColumn; c <= lastColumn && (row.Kind == FieldRow || row.Kind == SignatureRow); c++ {
			if e := l.Expect(stage, row.Number, c); e.Meant == MeantElsewhere {
				e.Meant = MeantForNothing
			}
		}
	}
}

// formulaEscapes are those that every program writes.
var formulaEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func printed(v draft.Value) (text string, number decimal.NullDecimal) {
	if v.Kind == draft.NumberKind {
		return "", decimal.NewNullDecimal(v.Number)
	}
	text = v.Text
	for _, run := range v.Runs {
		text += run.Text
	}
	return text, number
}

// meant says what a cell is for, by its row and column.
func (l *Layout) meant(row Row, c Column, scored bool) Meant {
	switch {
	case l.isHeading(row) && c != KeyColumn:
		return printedThere(c == NumberColumn || c == NameColumn || c == MaxColumn || c == AnswerColumn)
	case c == KeyColumn || row.Kind == KeyRow || row.Kind == SignatureRow:
		return MeantElsewhere
	case row.Kind == FieldRow:
		return l.meantInField(row, c, scored)
	case row.Kind == HeaderRow || row.Kind == LetterheadRow:
		return printedThere(c > KeyColumn && c <= ExplanationColumn)
	case row.Kind == TotalRow:
		return meantInTotal(row, c)
	case row.Kind == RuleRow:
		return MeantForNothing // but for what is seen to be printed there
	}
	return l.meantInBody(row, c, scored)
}

func printedThere(yes bool) Meant {
	if yes {
		return MeantForPrint
	}
	return MeantForNothing
}

func (l *Layout) meantInField(row Row, c Column, scored bool) Meant {
	if c == FieldColumn {
		return MeantToBeTyped
	}
	for _, s := range l.summaries() {
		if s.field == row.Key && s.points == c && (scored || c == SelfColumn) {
			return MeantForFormula
		}
	}
	return cmp.Or(printedThere(c == NumberColumn), MeantElsewhere)
}

func meantInTotal(row Row, c Column) Meant {
	switch c {
	case NameColumn, MaxColumn:
		return MeantForPrint
	case SelfColumn:
		return MeantForFormula
	case AppraisedColumn:
		if row.Key != BlankKey {
			return MeantForFormula
		}
	case SelfDropped, AppraisedDropped:
		if row.Key == TotalKey {
			return MeantForFormula
		}
	}
	return MeantForNothing
}

// meantInBody is for the rows of criteria and answers. What the secretariat types is looked at in forms of units too, where it
// must not be: that is the business of the appraisal.
func (l *Layout) meantInBody(row Row, c Column, scored bool) Meant {
	switch {
	case row.isTyped():
	case c == AnswerColumn && l.IsLive(row):
		return MeantForFormula
	case c == AnswerColumn && row.Input.IsReckoned() && l.Table == nil:
		return MeantForNothing
	case c == AnswerColumn, c == AppraisedAnswer && !scored:
		return MeantElsewhere
	case c == AppraisedAnswer:
		return MeantForNothing
	}
	answers, leaf := row.Kind == InputRow, row.Kind == NodeRow && row.Node.IsLeaf()
	switch c {
	case NumberColumn, NameColumn:
		return MeantForPrint
	case MaxColumn:
		return printedThere(!answers)
	case AnswerColumn, AppraisedAnswer:
		return either(answers, MeantToBeTyped)
	case SetColumn:
		return either(leaf, MeantToBeTyped)
	case EvidenceColumn, ReasonColumn, WhyColumn:
		return either(answers || leaf, MeantToBeTyped)
	case CheckColumn:
		return either(answers || leaf, MeantForFormula)
	case SelfColumn, AppraisedColumn, SelfDropped, AppraisedDropped:
		return either(!answers, MeantForFormula)
	case SelfGuard, CountingAnswer, CountingGuard:
		return either(answers, MeantForFormula)
	case ExplanationColumn, ExemptColumn:
		return either(leaf, MeantElsewhere)
	}
	return MeantForNothing
}

func either(yes bool, m Meant) Meant {
	if yes {
		return m
	}
	return MeantForNothing
}

// Reckoned is what the formulas of a form come to, by place, where their answers are those of the result.
func (l *Layout) Reckoned(f Filling, r *scoring.Result) map[draft.Place]Expected {
	f.Stage = ScoredStage
	values := map[draft.Place]Expected{}
	sheet := l.fill(f, r).formSheet()
	for _, cells := range [][]draft.Cell{sheet.Over.Cells, sheet.Cells} {
		for _, cell := range cells {
			if cell.Formula == "" {
				continue
			}
			e := Expected{Meant: MeantForFormula}
			e.Text, e.Number = printed(cell.Value)
			if cell.Formula == howToType {
				e.Or = typePoint + typeWhole
			}
			values[cell.Place] = e
		}
	}
	return values
}
