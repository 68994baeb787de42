package templates

import (
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates/formula"
)

// inputWords is what the formula of inputCheck comes to.
func (v *filled) inputWords(row Row) string {
	if v.exempt[row.Node] {
		return ""
	}
	answer, state := v.declared(row), v.nodes[row.Node.Number].Self.State
	switch {
	case v.declaredGuard(row) == expr.Scored:
		return v.crossWords(row)
	case answer.IsBlank() && (state == expr.Scored || state == expr.NotAssessed):
		return ""
	case answer.IsBlank():
		return sayBlankOf(row.Input)
	case row.Options != nil:
		return sayPickOne
	}
	n, ok := answer.Number()
	switch in := row.Input; {
	case !ok:
		return sayNotNumberOf(row.Input)
	case n.LessThan(in.Min):
		return sayTooSmall + in.Words(in.Min)
	case in.Max.Valid && n.GreaterThan(in.Max.Decimal):
		return formula.TooLarge + in.Words(in.Max.Decimal)
	}
	return sayNotWholeOf(row.Input)
}

func (v *filled) crossWords(row Row) string {
	words := ""
	for _, check := range v.crossChecks(row) {
		other, _ := v.Row(check.Right)
		left, _ := v.declared(row).Number()
		right, ok := v.declared(other).Number()
		fits := left.Equal(right) || check.Is == scoring.MustAtMost && left.LessThan(right)
		if ok && !fits && !v.outOfSight(row) && !v.outOfSight(other) {
			words += sayCross(check)
		}
	}
	return words
}

func (v *filled) outOfSight(row Row) bool {
	return v.nodes[row.Node.Number].Self.State == expr.NotAssessed
}

// leafWords is what the formula of leafCheck comes to.
func (v *filled) leafWords(row Row) string {
	if v.exempt[row.Node] {
		return ""
	}
	var words []string
	self := v.nodes[row.Node.Number].Self
	switch {
	case self.State == expr.Invalid:
		words = v.findingWords(row.Node)
	case v.Submission.Unproven(v.Rules, row.Node, self):
		words = []string{sayNoEvidence}
	}
	return strings.Join(append(words, v.appraisalWords(row)...), " ")
}

// findingWords are those problems of a leaf that its rule found, and not the guard of an answer.
func (v *filled) findingWords(leaf *scoring.Criterion) []string {
	var words []string
	for _, p := range v.result.Problems {
		row, known := v.Row(p.Path)
		if known && row.Kind == InputRow && row.Node == leaf && p.Severity == problem.Error && v.foundByRule(row, p.Code) {
			words = append(words, formula.Finding(p.Code, append([]string{""}, p.Args...)[len(p.Args)]))
		}
	}
	return words
}

func (v *filled) foundByRule(row Row, code problem.Code) bool {
	return code == problem.AnswerExceeds || code == problem.AnswerNoCase || v.declaredGuard(row) == expr.Scored
}

func (v *filled) appraisalWords(row Row) []string {
	a := v.Submission.Appraisal
	_, set := a.Set[row.Node.Number]
	touched := set
	for _, input := range v.InputRows(row.Node) {
		touched = touched || !v.corrected(input).IsBlank()
	}
	if !touched {
		return nil
	}
	var words []string
	if v.nodes[row.Node.Number].Appraised.State == expr.Invalid {
		words = append(words, sayAppraisal)
		if set {
			words[0] = saySet(row.Node)
		}
	}
	if a.Reasons[row.Node.Number] == "" {
		words = append(words, sayNoReason)
	}
	return words
}

// blanks counts the answers that are still to be filled in.
func (v *filled) blanks() int64 {
	n := int64(0)
	for _, row := range v.Rows {
		if row.Kind == InputRow && v.inputWords(row) == sayBlank {
			n++
		}
	}
	return n
}
