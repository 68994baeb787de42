package formula

import (
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"slices"
	"strings"
)

// Findings prints which of a rule's own findings hold, in words; "" where the rule has none.
func (p Printer) Findings(e expr.Expr, known []string) string {
	switch e := e.(type) {
	case *expr.Step:
		return p.Findings(e.Expr, known)
	case expr.Stop:
		if e.Code == "" {
			return ""
		}
		return InQuotes(Finding(e.Code, mostOf(e)))
	case expr.Op:
		return p.findingsOfAll(e.Args, known)
	case expr.Rank:
		return p.findingsOfAll(e.Args, known)
	case expr.If:
		return p.findingsOfIf(e, known)
	}
	return ""
}

func (p Printer) findingsOfAll(args []expr.Expr, known []string) string {
	var all []string
	for _, arg := range args {
		all = append(all, p.Findings(arg, known))
	}
	return joined(all...)
}

func (p Printer) findingsOfIf(e expr.If, known []string) string {
	first := p.Findings(e.Cond, known)
	then := p.Findings(e.Then, union(known, surely(e.Cond, true)))
	other := p.Findings(e.Else, union(known, surely(e.Cond, false)))
	if first != "" && p.Findings(e.Then, known) == first {
		then = "" // the condition has said it already
	}
	if first != "" && p.Findings(e.Else, known) == first {
		other = ""
	}
	if then == "" && other == "" {
		return first
	}
	taken := Call("IF", p.condition(e.Cond), orNothing(then), orNothing(other))
	if states := p.states(e.Cond, known); len(states) > 0 {
		taken = Call("IF", worst(states)+">0", `""`, taken)
	}
	return joined(first, taken)
}

// mostOf is the bound that a finding of the code answer-too-large names: the last of its arguments.
func mostOf(e expr.Stop) string {
	if len(e.Args) == 0 {
		return ""
	}
	n, _ := e.Args[len(e.Args)-1].(expr.Num)
	return expr.FormatNumber(n.Value)
}

func joined(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return t == "" }), `&" "&`)
}

func orNothing(text string) string {
	if text == "" {
		return `""`
	}
	return text
}

// The words of what a rule finds. [TooLarge] is followed by the bound.
const (
	TooLarge = "Lớn hơn "

	sharePasses = "Số đạt được lớn hơn tổng số."
	noCase      = "Không thuộc trường hợp nào của quy định."
	unusable    = "Số liệu không hợp lệ."
)

// Finding words a finding of a rule for the narrow column.
func Finding(code problem.Code, most string) string {
	switch code {
	case problem.AnswerExceeds:
		return sharePasses
	case problem.AnswerTooLarge:
		return TooLarge + most + "."
	case problem.AnswerNoCase:
		return noCase
	}
	return unusable
}
