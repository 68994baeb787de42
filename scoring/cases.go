package scoring

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// Cases takes the rule of the first case whose condition holds (1.6.2, 2.1.1, 5.5.2 of the 2023 set). What falls into
// no case, and has no else, is a problem of the rule set and never scored by guess.
type Cases struct {
	List []Case
	Else Rule // optional
}

// Case is a condition and the rule that then holds.
type Case struct {
	When Condition
	Rule Rule
}

// Fields lists its keys.
func (c *Case) Fields() []Field {
	return []Field{
		{"when", "điều kiện", "the condition", true, &c.When},
		{"rule", "cách tính", "the rule that holds then", true, &c.Rule},
	}
}

// Kind is the word that the YAML uses.
func (r *Cases) Kind() string { return "cases" }

// Fields lists its keys.
func (r *Cases) Fields() []Field {
	return []Field{
		{"list", "các trường hợp", "the cases; the first that holds is taken", true, listOf[Case, *Case]{&r.List}},
		{"else", "các trường hợp khác", "the rule where none holds; without it such answers are a problem", false, &r.Else},
	}
}

// scopeOf is the scope of the ith case's rule.
func (r *Cases) scopeOf(s scope, i int) scope { return s.inner(r.List[i].Rule, "list[%d].rule", i) }

func (r *Cases) check(s scope) []Problem {
	var problems []Problem
	for i := range r.List {
		problems = append(problems, r.List[i].When.check(s.below("list[%d].when", i))...)
		if rule := r.List[i].Rule; rule != nil {
			problems = append(problems, rule.check(r.scopeOf(s, i))...)
		}
	}
	if r.Else != nil {
		problems = append(problems, r.Else.check(s.inner(r.Else, "else"))...)
	}
	return problems
}

func (r *Cases) most(s scope) decimal.Decimal {
	most := decimal.Zero
	for i := range r.List {
		if rule := r.List[i].Rule; rule != nil {
			most = decimal.Max(most, rule.most(s))
		}
	}
	if r.Else != nil {
		most = decimal.Max(most, r.Else.most(s))
	}
	return most
}

func (r *Cases) lower(s scope) Expr {
	var e Expr = Stop{State: Invalid, Code: AnswerNoCase, Input: s.inputs[0].Name}
	if r.Else != nil {
		e = &Step{Words: "Trường hợp khác", Expr: r.Else.lower(s.inner(r.Else, "else")), place: s.at("else")}
	}
	for i := len(r.List) - 1; i >= 0; i-- {
		c := &r.List[i]
		words, args := c.When.explain(s)
		then := &Step{Words: words, Args: args, Expr: c.Rule.lower(r.scopeOf(s, i)), place: s.at("list[%d]", i)}
		e = If{c.When.lower(s), then, e}
	}
	return e
}

func (r *Cases) describe(s scope) []string {
	lines := []string{"Áp dụng trường hợp đầu tiên đúng trong các trường hợp sau:"}
	add := func(head string, rule Rule, inner scope) {
		lines = append(lines, head+":")
		for _, line := range rule.describe(inner) {
			lines = append(lines, "  "+line)
		}
	}
	for i := range r.List {
		c := &r.List[i]
		add(fmt.Sprintf("Trường hợp %d – %s", i+1, c.When.describe(s)), c.Rule, r.scopeOf(s, i))
	}
	if r.Else != nil {
		add("Các trường hợp còn lại", r.Else, s.inner(r.Else, "else"))
	}
	return lines
}
