package kinds

import (
	"fmt"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
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
		{"list", "các trường hợp", "the cases; the first that holds is taken", true, ListOf(&r.List)},
		{"else", "các trường hợp khác", "the rule where none holds; without it such answers are a problem", false, &r.Else},
	}
}

// scopeOf is the scope of the ith case's rule.
func (r *Cases) scopeOf(s Scope, i int) Scope { return s.inner(r.List[i].Rule, "list[%d].rule", i) }

func (r *Cases) inside(s Scope) []Placed {
	var rules []Placed
	for i := range r.List {
		rules = append(rules, Placed{r.List[i].Rule, r.scopeOf(s, i)})
	}
	if r.Else != nil {
		rules = append(rules, Placed{r.Else, s.inner(r.Else, "else")})
	}
	return rules
}

func (r *Cases) conditions(s Scope) []expr.Expr {
	all := make([]expr.Expr, len(r.List))
	for i := range r.List {
		all[i] = r.List[i].When.lower(s)
	}
	return all
}

func (r *Cases) yardsticks() []InputName {
	var names []InputName
	for i := range r.List {
		names = append(names, r.List[i].When.yardsticks()...)
	}
	return names
}

func (r *Cases) check(s Scope) []problem.Problem {
	var problems []problem.Problem
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

func (r *Cases) most(s Scope) decimal.Decimal {
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

func (r *Cases) lower(s Scope) expr.Expr {
	var e expr.Expr = expr.Stop{State: expr.Invalid, Code: problem.AnswerNoCase, Input: s.Inputs[0].Name}
	if r.Else != nil {
		e = &expr.Step{Words: "Trường hợp khác", Expr: r.Else.lower(s.inner(r.Else, "else")), Place: s.At("else")}
	}
	for i := len(r.List) - 1; i >= 0; i-- {
		c := &r.List[i]
		words, args := c.When.explain(s)
		then := &expr.Step{Words: words, Args: args, Expr: c.Rule.lower(r.scopeOf(s, i)), Place: s.At("list[%d]", i)}
		e = expr.If{Cond: c.When.lower(s), Then: then, Else: e}
	}
	return e
}

func (r *Cases) describe(s Scope) []string {
	lines := []string{"Áp dụng trường hợp đầu tiên đúng trong các trường hợp sau:"}
	add := func(head string, rule Rule, inner Scope) {
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
