package scoring

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Check says everything that is wrong with a rule set by itself: sums that do not add up, rules that cannot reach their
// maximum or pass it, numbers used twice, answers that no rule reads. Previous is the set that it replaces, for the
// resolution of was, or nil where it is not at hand. Problems come in the order of the tree, all of them.
func Check(rs, previous *RuleSet) []Problem {
	c := checker{rs: rs, places: int32(rs.Rounding.Places), seen: map[string]bool{}}
	for node, parent := range rs.All() {
		c.node(node, parent)
	}
	if total := sumOf(rs.Criteria); !total.Equal(rs.Total) {
		c.add(SetTotal, "total", FormatNumber(total), FormatNumber(rs.Total))
	}
	if rs.Rounding.Places > maxPlaces {
		c.add(SetRounding, "rounding.places", rs.Rounding.Places, maxPlaces)
	}
	c.crossChecks()
	if previous != nil {
		c.problems = append(c.problems, checkOrigins(rs, previous)...)
	}
	return c.problems
}

// maxPlaces is how many decimal places a leaf's points may have; a form has no room for more.
const maxPlaces = 4

type checker struct {
	rs       *RuleSet
	places   int32
	seen     map[string]bool
	problems []Problem
}

func (c *checker) add(code Code, path string, args ...any) {
	c.problems = append(c.problems, NewProblem(code, path, args...))
}

var numberShape = regexp.MustCompile(`^[0-9]+(\.[0-9]+)*(-[0-9]+(\.[0-9]+)*)?$`)

func (c *checker) node(node, parent *Criterion) {
	path := node.Number
	switch {
	case !numberShape.MatchString(node.Number):
		c.add(SetNumber, path+".number", node.Number)
	case c.seen[node.Number]:
		c.add(SetNumberTwice, path+".number", node.Number)
	case parent != nil && !isChildNumber(parent.Number, node.Number):
		c.add(SetNumberNested, path+".number", node.Number, parent.Number)
	}
	c.seen[node.Number] = true
	if node.Max.IsNegative() || !node.Max.Equal(node.Max.Truncate(c.places)) {
		c.add(RulePlaces, path+".max", FormatNumber(node.Max), c.places)
	}
	if sum := sumOf(node.Children); len(node.Children) > 0 && !sum.Equal(node.Max) {
		c.add(SetSum, path+".max", node.Number, FormatNumber(sum), FormatNumber(node.Max))
	}
	if ways := count(len(node.Children) > 0, node.Rule != nil, node.NotDetailed); ways != 1 {
		c.add(SetNeither, path, node.Number)
	}
	if node.IsLeaf() {
		c.leaf(node)
	}
}

// isChildNumber says whether a child's number continues its parent's; under a range ("3.4-3.5") it may continue or be either end.
func isChildNumber(parent, child string) bool {
	from, to, isRange := strings.Cut(parent, "-")
	if !isRange {
		return strings.HasPrefix(child, parent+".")
	}
	return child == from || child == to || strings.HasPrefix(child, from+".") || strings.HasPrefix(child, to+".")
}

func (c *checker) leaf(leaf *Criterion) {
	if leaf.Text == "" {
		c.add(SetLeafText, leaf.Number, leaf.Number, "text (nội dung quy định)")
	}
	if leaf.Provenance == "" {
		c.add(SetLeafText, leaf.Number, leaf.Number, "provenance (nguồn)")
	}
	if len(leaf.Inputs) == 0 {
		c.add(SetLeafText, leaf.Number, leaf.Number, "answers (số liệu kê khai)")
	}
	for _, in := range leaf.Inputs {
		c.problems = append(c.problems, in.check(leaf.Number+".answers."+in.Name)...)
	}
	found := leaf.Rule.check(leaf.scope())
	c.problems = append(c.problems, found...)
	if len(found) > 0 {
		return
	}
	if most := leaf.Rule.most(leaf.scope()); !most.Equal(leaf.Max) {
		c.add(RuleReach, leaf.scope().path, FormatNumber(most), FormatNumber(leaf.Max))
	}
	c.problems = append(c.problems, checkExamples(leaf, c.places)...)
	used := InputsOf(leaf.Expr())
	for _, in := range leaf.Inputs {
		if !slices.Contains(used, in.Name) {
			c.add(RuleUnusedInput, leaf.Number+".answers."+in.Name, in.Name)
		}
	}
}

func (in Input) check(path string) []Problem {
	var problems []Problem
	if in.Min.IsNegative() || in.Max.Valid && in.Max.Decimal.LessThanOrEqual(in.Min) {
		problems = append(problems, NewProblem(RuleInputBounds, path, in.Name, FormatNumber(in.Min), FormatNumber(in.Max.Decimal)))
	}
	switch {
	case in.Kind == ChoiceInput && len(in.Options) < 2:
		problems = append(problems, NewProblem(RuleOptions, path, in.Name, "cần ít nhất hai lựa chọn"))
	case !in.IsChoice() && len(in.Options) > 0:
		problems = append(problems, NewProblem(RuleOptions, path, in.Name, "chỉ kind: choice mới có options"))
	}
	seen := map[string]bool{}
	for _, option := range in.Options {
		folded := strings.ToLower(option)
		if seen[folded] || strings.TrimSpace(option) == "" {
			problems = append(problems, NewProblem(RuleOptions, path, in.Name, "“"+option+"” trống hoặc lặp lại"))
		}
		seen[folded] = true
	}
	return problems
}

func (c *checker) crossChecks() {
	for i, check := range c.rs.CrossChecks {
		c.crossCheckSide(crossCheckPath(i, "left"), check.Left)
		c.crossCheckSide(crossCheckPath(i, "right"), check.Right)
	}
}

func (c *checker) crossCheckSide(path, text string) {
	key, ok := ParseKey(text)
	if leaf := c.rs.Find(key.Leaf); ok && leaf != nil {
		if in, found := leaf.Input(key.Input); found && in.Kind == NumberInput {
			return
		}
	}
	c.add(SetCrossCheck, path, text)
}

// InputsOf lists the inputs that an expression may read, each once, in the order in which they stand in it.
func InputsOf(e Expr) []string {
	var names []string
	Walk(e, func(e Expr) {
		name := ""
		switch e := e.(type) {
		case Ask:
			name = e.Input
		case Is:
			name = e.Input
		}
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	})
	return names
}

// Walk visits every node of an expression that takes part in its value, parents first.
func Walk(e Expr, visit func(Expr)) {
	visit(e)
	switch e := e.(type) {
	case Op:
		for _, arg := range e.Args {
			Walk(arg, visit)
		}
	case If:
		Walk(e.Cond, visit)
		Walk(e.Then, visit)
		Walk(e.Else, visit)
	case *Step:
		Walk(e.Expr, visit)
	}
}

func sumOf(list []Criterion) decimal.Decimal {
	sum := decimal.Zero
	for i := range list {
		sum = sum.Add(list[i].Max)
	}
	return sum
}

func count(facts ...bool) int {
	n := 0
	for _, fact := range facts {
		if fact {
			n++
		}
	}
	return n
}
