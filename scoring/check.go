package scoring

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// Check says everything that is wrong with a rule set by itself: sums that do not add up, rules that cannot reach their
// maximum or pass it, numbers and names used twice, answers that no rule reads. Problems come in the order of the tree, all of
// them; what an author accepted carries his reason. What it says of the set that it replaces is looked at by [compare.CheckOrigins].
func Check(rs *RuleSet) []problem.Problem {
	c := checkNodes(rs, Acceptances{})
	if total := SumOf(rs.Criteria); !total.Equal(rs.Total) {
		c.add(problem.SetTotal, "total", expr.FormatNumber(total), expr.FormatNumber(rs.Total))
	}
	c.bounds()
	if rs.Rounding.Places > maxPlaces {
		c.add(problem.SetRounding, "rounding.places", rs.Rounding.Places, maxPlaces)
	}
	c.crossChecks()
	c.figures()
	c.classes()
	return c.problems
}

// maxPlaces is how many decimal places a leaf's points may have; a form has no room for more.
const maxPlaces = 4

// CheckLeaves says what is wrong with some leaves by themselves, of a set that could not be read in full.
func CheckLeaves(rs *RuleSet, leaves []*Criterion) []problem.Problem {
	return checkLeaves(rs, leaves, Acceptances{})
}

func checkLeaves(rs *RuleSet, leaves []*Criterion, met Acceptances) []problem.Problem {
	c := &checker{rs: rs, places: int32(rs.Rounding.Places)}
	for _, leaf := range leaves {
		from := len(c.problems)
		c.leaf(leaf)
		met.Mark(leaf, c.problems[from:])
	}
	return c.problems
}

// checkNodes looks at every node of the tree, and notes which acceptances met something.
func checkNodes(rs *RuleSet, met Acceptances) *checker {
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
		met.Mark(node, c.problems[from:])
	}
	return c
}

type checker struct {
	rs       *RuleSet
	places   int32
	seen     map[string]bool
	names    map[string]string // the number that first bore a name
	problems []problem.Problem
}

func (c *checker) add(code problem.Code, path string, args ...any) {
	c.problems = append(c.problems, problem.New(code, path, args...))
}

var numberShape = regexp.MustCompile(`^[0-9]+(\.[0-9]+)*(-[0-9]+(\.[0-9]+)*)?$`)

func (c *checker) node(node, parent *Criterion) {
	path := node.Number
	switch {
	case !numberShape.MatchString(node.Number):
		c.add(problem.SetNumber, path+".number", node.Number)
	case c.seen[node.Number]:
		c.add(problem.SetNumberTwice, path+".number", node.Number)
	case parent != nil && !IsChildNumber(parent.Number, node.Number):
		c.add(problem.SetNumberNested, path+".number", node.Number, parent.Number)
	}
	c.seen[node.Number] = true
	if node.Max.IsNegative() || !node.Max.Equal(node.Max.Truncate(c.places)) {
		code := problem.RulePlaces
		if node.Max.IsNegative() {
			code = problem.RuleNegative
		}
		c.add(code, path+".max", expr.FormatNumber(node.Max), c.places)
	}
	if node.Beyond != "" && parent != nil && c.rs.BeyondOf(parent) != "" {
		c.add(problem.SetBeyondNested, path+".beyond", node.Number, parent.Number)
	}
	if sum := SumOf(node.Children); len(node.Children) > 0 && !sum.Equal(node.Max) && (node.Beyond == "" || sum.LessThan(node.Max)) {
		c.add(problem.SetSum, path+".max", node.Number, expr.FormatNumber(sum), expr.FormatNumber(node.Max))
	}
	if ways := count(len(node.Children) > 0, node.Rule != nil, node.NotDetailed); ways != 1 {
		c.add(problem.SetNeither, path, node.Number)
	}
	if node.IsLeaf() {
		c.leaf(node)
	}
}

// bounds reports a set whose least and most points leave no room between them.
func (c *checker) bounds() {
	if c.rs.Cap.Valid && !c.rs.Cap.Decimal.IsPositive() {
		c.add(problem.SetCap, "cap", expr.FormatNumber(c.rs.Cap.Decimal))
	}
	if c.rs.Floor.Valid && c.rs.Floor.Decimal.GreaterThanOrEqual(c.rs.most()) {
		c.add(problem.SetFloor, "floor", expr.FormatNumber(c.rs.Floor.Decimal), expr.FormatNumber(c.rs.most()))
	}
	c.boundPlaces("cap", c.rs.Cap)
	c.boundPlaces("floor", c.rs.Floor)
}

func (c *checker) boundPlaces(key string, bound decimal.NullDecimal) {
	if !bound.Decimal.Equal(bound.Decimal.Truncate(c.places)) {
		c.add(problem.RulePlaces, key, expr.FormatNumber(bound.Decimal), c.places)
	}
}

// isOrdered says that a number is one of its parent's, so that its place among the siblings can be judged.
func isOrdered(parent *Criterion, number string) bool {
	return numberShape.MatchString(number) && (parent == nil || IsChildNumber(parent.Number, number))
}

// order reports a criterion that stands after one with a higher number.
func (c *checker) order(before, node *Criterion) {
	if before != nil && compareNumbers(node.Number, before.Number) < 0 {
		c.add(problem.SetNumberOrder, node.Number+".number", node.Number, before.Number)
	}
}

// name reports a criterion that is called like an earlier one.
func (c *checker) name(node *Criterion) {
	name := strings.ToLower(node.Name)
	if first, twice := c.names[name]; twice {
		c.add(problem.SetNameTwice, node.Number+".name", node.Number, first)
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

// IsChildNumber says whether a child's number continues its parent's; under a range ("3.4-3.5") it may continue or be either end.
func IsChildNumber(parent, child string) bool {
	from, to, isRange := strings.Cut(parent, "-")
	if !isRange {
		return strings.HasPrefix(child, parent+".")
	}
	return child == from || child == to || strings.HasPrefix(child, from+".") || strings.HasPrefix(child, to+".")
}

func (c *checker) leaf(leaf *Criterion) {
	if leaf.Text == "" {
		c.add(problem.SetLeafText, leaf.Number, leaf.Number, "text (nội dung quy định)")
	}
	if leaf.Provenance == "" {
		c.add(problem.SetLeafText, leaf.Number, leaf.Number, "provenance (nguồn)")
	}
	if len(leaf.Inputs) == 0 {
		c.add(problem.SetLeafText, leaf.Number, leaf.Number, "answers (số liệu kê khai)")
	}
	for _, in := range leaf.Inputs {
		c.problems = append(c.problems, checkInput(in, leaf.Number+".answers."+in.Name)...)
		c.supplied(in, leaf.Number+".answers."+in.Name)
		c.used(leaf, in)
	}
	c.labels(leaf)
	found := append(leaf.Placed().Check(), kinds.CheckFrom(leaf.Inputs, leaf.Number+".answers")...)
	c.problems = append(c.problems, found...)
	if len(found) > 0 {
		return
	}
	if most := leaf.Placed().Most(); !most.Equal(leaf.Max) {
		c.add(problem.RuleReach, leaf.Placed().Path, leaf.Number, expr.FormatNumber(most), expr.FormatNumber(leaf.Max), "")
	}
	c.problems = append(c.problems, checkExamples(leaf, c.places)...)
	used := readBy(leaf)
	for _, in := range leaf.Inputs {
		if !slices.Contains(used, in.Name) && !c.rs.uses(leaf.Key(in.Name)) {
			c.add(problem.RuleUnusedInput, leaf.Number+".answers."+in.Name, in.Name)
		}
	}
}

// readBy lists the answers that a leaf's rule reads, with those that they are reckoned from.
func readBy(leaf *Criterion) []string {
	used := expr.InputsOf(leaf.Expr())
	expr.Walk(leaf.Expr(), func(e expr.Expr) {
		if e, ok := e.(expr.Derived); ok {
			used = append(used, e.Input.Name)
		}
	})
	return used
}

// labels reports answers of a leaf that are called alike.
func (c *checker) labels(leaf *Criterion) {
	first := map[string]string{}
	for _, in := range leaf.Inputs {
		label := strings.ToLower(in.Label)
		if name, twice := first[label]; twice {
			c.add(problem.RuleLabelTwice, leaf.Number+".answers."+in.Name+".label", leaf.Number, name, in.Name, in.Label)
			continue
		}
		first[label] = in.Name
	}
}

func checkInput(in expr.Input, path string) []problem.Problem {
	var problems []problem.Problem
	if in.Min.IsNegative() && !in.IsDerived() || in.Max.Valid && in.Max.Decimal.LessThanOrEqual(in.Min) {
		problems = append(problems, problem.New(problem.RuleInputBounds, path, in.Name, in.Words(in.Min), in.Words(in.Max.Decimal)))
	}
	if in.Better != "" && !in.IsOrdered() {
		problems = append(problems, problem.New(problem.RuleBetter, path+".better", in.Name))
	}
	switch {
	case in.Kind == expr.ChoiceInput && len(in.Options) < 2:
		problems = append(problems, problem.New(problem.RuleOptions, path, in.Name, "cần ít nhất hai lựa chọn"))
	case !in.IsChoice() && len(in.Options) > 0:
		problems = append(problems, problem.New(problem.RuleOptions, path, in.Name, "chỉ kind: choice mới có options"))
	}
	seen := map[string]bool{}
	for _, option := range in.Options {
		folded := strings.ToLower(option)
		if seen[folded] || strings.TrimSpace(option) == "" {
			problems = append(problems, problem.New(problem.RuleOptions, path, in.Name, "“"+option+"” trống hoặc lặp lại"))
		}
		seen[folded] = true
	}
	return problems
}

func (c *checker) crossChecks() {
	for i, check := range c.rs.CrossChecks {
		c.crossCheckSide(CrossCheckPath(i, "left"), check.Left)
		c.crossCheckSide(CrossCheckPath(i, "right"), check.Right)
	}
}

func (c *checker) crossCheckSide(path, text string) {
	key, ok := expr.ParseKey(text)
	if leaf := c.rs.Find(key.Leaf); ok && leaf != nil {
		if in, found := leaf.Input(key.Input); found && in.IsNumber() {
			return
		}
	}
	c.add(problem.SetCrossCheck, path, text)
}

// SumOf is the maximum that nodes give together, without what is beyond it.
func SumOf(list []Criterion) decimal.Decimal {
	sum := decimal.Zero
	for i := range list {
		if list[i].Beyond == "" {
			sum = sum.Add(list[i].Max)
		}
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

func CrossCheckPath(i int, side string) string { return fmt.Sprintf("crossChecks[%d].%s", i, side) }
