package scoring

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Check says everything that is wrong with a rule set by itself: sums that do not add up, rules that cannot reach their
// maximum or pass it, numbers and names used twice, answers that no rule reads. Previous is the set that it replaces, for the
// resolution of was, or nil where it is not at hand. Problems come in the order of the tree, all of them; what an author
// accepted carries his reason.
func Check(rs, previous *RuleSet) []Problem {
	c := checkNodes(rs, acceptances{})
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

// CheckLeaves says what is wrong with some leaves by themselves, of a set that could not be read in full.
func CheckLeaves(rs *RuleSet, leaves []*Criterion) []Problem {
	return checkLeaves(rs, leaves, acceptances{})
}

func checkLeaves(rs *RuleSet, leaves []*Criterion, met acceptances) []Problem {
	c := &checker{rs: rs, places: int32(rs.Rounding.Places)}
	for _, leaf := range leaves {
		from := len(c.problems)
		c.leaf(leaf)
		met.mark(leaf, c.problems[from:])
	}
	return c.problems
}

// checkNodes looks at every node of the tree, and notes which acceptances met something.
func checkNodes(rs *RuleSet, met acceptances) *checker {
	c := &checker{rs: rs, places: int32(rs.Rounding.Places), seen: map[string]bool{}, names: map[string]string{}}
	before := map[*Criterion]*Criterion{} // the last child so far
	for node, parent := range rs.All() {
		from := len(c.problems)
		c.node(node, parent)
		if isOrdered(parent, node.Number) {
			c.order(before[parent], node)
			before[parent] = node
		}
		c.name(node)
		met.mark(node, c.problems[from:])
	}
	return c
}

type checker struct {
	rs       *RuleSet
	places   int32
	seen     map[string]bool
	names    map[string]string // the number that first bore a name
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

// isOrdered says that a number is one of its parent's, so that its place among the siblings can be judged.
func isOrdered(parent *Criterion, number string) bool {
	return numberShape.MatchString(number) && (parent == nil || isChildNumber(parent.Number, number))
}

// order reports a criterion that stands after one with a higher number.
func (c *checker) order(before, node *Criterion) {
	if before != nil && compareNumbers(node.Number, before.Number) < 0 {
		c.add(SetNumberOrder, node.Number+".number", node.Number, before.Number)
	}
}

// name reports a criterion that is called like an earlier one.
func (c *checker) name(node *Criterion) {
	name := strings.ToLower(node.Name)
	if first, twice := c.names[name]; twice {
		c.add(SetNameTwice, node.Number+".name", node.Number, first)
	} else {
		c.names[name] = node.Number
	}
}

// compareNumbers orders numbers as a reader does: 1.9 before 1.10, and a range ("3.4-3.5") by its beginning.
func compareNumbers(a, b string) int {
	split := func(number string) []string {
		from, _, _ := strings.Cut(number, "-")
		return strings.Split(from, ".")
	}
	return slices.CompareFunc(split(a), split(b), func(x, y string) int {
		return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y))
	})
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
	c.labels(leaf)
	found := leaf.Rule.check(leaf.scope())
	c.problems = append(c.problems, found...)
	if len(found) > 0 {
		return
	}
	if most := leaf.Rule.most(leaf.scope()); !most.Equal(leaf.Max) {
		c.add(RuleReach, leaf.scope().path, leaf.Number, FormatNumber(most), FormatNumber(leaf.Max), "")
	}
	c.problems = append(c.problems, checkExamples(leaf, c.places)...)
	used := InputsOf(leaf.Expr())
	for _, in := range leaf.Inputs {
		if !slices.Contains(used, in.Name) {
			c.add(RuleUnusedInput, leaf.Number+".answers."+in.Name, in.Name)
		}
	}
}

// labels reports answers of a leaf that are called alike.
func (c *checker) labels(leaf *Criterion) {
	first := map[string]string{}
	for _, in := range leaf.Inputs {
		label := strings.ToLower(in.Label)
		if name, twice := first[label]; twice {
			c.add(RuleLabelTwice, leaf.Number+".answers."+in.Name+".label", leaf.Number, name, in.Name, in.Label)
			continue
		}
		first[label] = in.Name
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
