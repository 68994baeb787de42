package templates

import (
	"cmp"
	"maps"
	"strconv"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates/draft"
	"cchc/templates/formula"
)

// What follows from other answers stands in locked cells with a live formula (see [expr.Input.IsReckoned]): nobody types it, and what
// somebody types over it is named. It is never read: scoring reckons it anew.

// floatPlaces is how many decimal places what floats add up to keeps: more than answers have, fewer than the noise.
const floatPlaces = 9

// IsLive says that the form itself reckons what stands in a row. In a part of the form, and in an agency's table, the answer that it is
// may stand elsewhere.
func (l *Layout) IsLive(row Row) bool {
	if row.Input == nil || !row.Input.IsReckoned() {
		return false
	}
	_, here := l.usedRow(row)
	return row.Input.IsDerived() || here
}

// usedRow is the row of the answer that an answer is; ok is false where it is one of its own, or asked for elsewhere.
func (l *Layout) usedRow(row Row) (used Row, ok bool) {
	if _, isUsed := row.Input.UsedFrom(); !isUsed {
		return Row{}, false
	}
	return l.Row(row.Input.Use)
}

// reckonedFormula is what follows from other answers, as they stand in a column whose states stand in the other.
func (l *Layout) reckonedFormula(row Row, answers, guards Column) string {
	if used, ok := l.usedRow(row); ok {
		cell := used.At(answers).String()
		return formula.Call("IF", cell+`=""`, `""`, cell)
	}
	value := l.printer(row.Node, answers, guards).Value(row.Node.Sum(*row.Input))
	if !row.Input.Whole {
		value = formula.Call("ROUND", value, strconv.Itoa(floatPlaces))
	}
	return formula.Call("IF", l.worstOfTerms(row, guards)+"=0", value, `""`)
}

// worstOfTerms is the worst state of what an answer is reckoned from.
func (l *Layout) worstOfTerms(row Row, guards Column) string {
	cells := make([]string, len(row.Input.From))
	for i, t := range row.Input.From {
		cells[i] = l.Cell(row.Node.Key(t.Answer).String(), guards).String()
	}
	return formula.Call("MAX", cells...)
}

// derivedGuard is the state of what is reckoned: the worst of what it is reckoned from, else its own.
func (l *Layout) derivedGuard(row Row, c, guards Column) string {
	bad, worst := strconv.Itoa(int(expr.Invalid)), l.worstOfTerms(row, guards)
	own := filledGuard(row, row.At(c).String(), bad)
	return formula.Call("IFERROR", formula.Call("IF", worst+">0", worst, own), bad)
}

// declaredGuard is the state of what was declared in a row.
func (v *filled) declaredGuard(row Row) expr.State {
	if row.Input.IsDerived() {
		return row.Node.Guard(row.Input.Name, v.Submission.Answers)
	}
	return guard(row, v.declared(row))
}

// countingGuard is the state of what counts in a row when appraised.
func (v *filled) countingGuard(row Row) expr.State {
	if row.Input.IsDerived() {
		return row.Node.Guard(row.Input.Name, v.allCounting())
	}
	answer, _ := v.counting(row)
	return guard(row, answer)
}

// allCounting are the answers that count when appraised, with what follows from them.
func (v *filled) allCounting() expr.Answers {
	if v.counted == nil {
		counted := maps.Clone(v.Submission.Answers)
		for _, row := range v.Rows {
			if row.Kind == InputRow && !v.IsLive(row) {
				answer, _ := v.counting(row)
				counted.Put(row.Node.Key(row.Input.Name), answer)
			}
		}
		v.counted = v.Scorer.Reckoned(counted)
	}
	return v.counted
}

// reckonedValue is what the formula of a row comes to.
func (v *filled) reckonedValue(row Row) draft.Value {
	if used, ok := v.usedRow(row); ok {
		return v.declaredValue(used)
	}
	return numberOrNothing(v.declared(row))
}

// reckonedCounting is the same when appraised.
func (v *filled) reckonedCounting(row Row) (expr.Answer, draft.Value) {
	if used, ok := v.usedRow(row); ok {
		return v.counting(used)
	}
	answer := v.allCounting()[row.Node.Key(row.Input.Name)]
	return answer, numberOrNothing(answer)
}

func numberOrNothing(a expr.Answer) draft.Value {
	if n, ok := a.Number(); ok {
		return draft.Number(n)
	}
	return draft.Value{}
}

// originWords say where an answer comes from that nobody types.
func originWords(leaf *scoring.Criterion, in *expr.Input) string {
	if from, used := in.UsedFrom(); used {
		return "lấy từ tiêu chí " + from.Leaf
	}
	words := ""
	for _, t := range in.From {
		sign := map[bool]string{true: " − ", false: " + "}[t.Times.IsNegative()]
		if words == "" {
			sign = map[bool]string{true: "−", false: "= "}[t.Times.IsNegative()]
		}
		words += sign
		if times := t.Times.Abs(); !times.Equal(decimal.NewFromInt(1)) {
			words += expr.FormatNumber(times) + " × "
		}
		from, _ := leaf.Input(t.Answer)
		words += cmp.Or(shortName(t.Answer), "“"+from.Label+"”")
	}
	return words
}
