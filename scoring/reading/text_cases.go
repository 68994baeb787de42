package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// cases reads a text of several cases, each with a head of its own ("Trường hợp …:") and lines below it: the unit chooses the case, and
// its lines are read by themselves. Heads that say figures are left to people: which answer they are about is not said.
func (t *texts) cases() kinds.Rule {
	heads := t.caseHeads()
	if len(heads) == 0 {
		return nil
	}
	if len(heads) < 2 || heads[0] != 0 {
		t.why = "Có trường hợp riêng, chưa hiểu: “" + shorten(t.clauses[heads[0]].raw) + "”."
		return nil
	}
	in := expr.Input{Name: "truonghop", Label: "Trường hợp áp dụng", Kind: expr.ChoiceInput}
	for _, at := range heads {
		if e, ok := edgesOf(t.clauses[at].text); ok && !e.span.rest {
			t.why = "Trường hợp theo số lượng, chưa rõ xét số liệu nào: “" + shorten(t.clauses[at].raw) + "”."
			return nil
		}
		option := labelOf(t.clauses[at].raw)
		if slices.ContainsFunc(in.Options, func(other string) bool { return strings.EqualFold(other, option) }) {
			t.why = "Hai trường hợp cùng lời: “" + shorten(t.clauses[at].raw) + "”."
			return nil
		}
		in.Options = append(in.Options, option)
	}
	name := t.ask(in)
	rule := &kinds.Cases{}
	for i, at := range heads {
		to := len(t.clauses)
		if i+1 < len(heads) {
			to = heads[i+1]
		}
		inner := t.within(t.clauses[at+1 : to])
		one := inner.read()
		if one == nil {
			t.why = cmpOr(inner.why, "Chưa hiểu phần của trường hợp: “"+shorten(t.clauses[at].raw)+"”.")
			return nil
		}
		t.inputs, t.from, t.notes = inner.inputs, inner.from, inner.notes
		when := kinds.Condition{Answer: name, Is: decimal.NewNullDecimal(decimal.NewFromInt(int64(i + 1)))}
		rule.List = append(rule.List, kinds.Case{When: when, Rule: one})
	}
	return rule
}

// within reads some of the clauses by themselves.
func (t *texts) within(list []clause) *texts {
	return &texts{leaf: t.leaf, clauses: list, inSum: t.inSum, inCase: true, inputs: t.inputs, from: t.from, notes: t.notes}
}

// caseHeads are the clauses that begin a case of several lines.
func (t *texts) caseHeads() []int {
	var heads []int
	for i, c := range t.clauses {
		if !c.scored && (strings.HasPrefix(c.text, "trường hợp") || strings.HasPrefix(c.text, "đối với")) && !strings.Contains(c.text, "công thức") &&
			!zeroShape.MatchString(strings.Trim(c.text, " .;,:")) && !thresholdShape.MatchString(strings.Trim(c.text, " .;,:")) {
			heads = append(heads, i)
		}
	}
	return heads
}
